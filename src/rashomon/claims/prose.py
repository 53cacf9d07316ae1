"""An article as the claim finders see it: its parse, its quotations and its blocks together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.claims.phrases import Run
from rashomon.model.article import Article, Label
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places
from rashomon.text.quotations import find_quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_READ = (Label.HEADLINE, Label.STANDFIRST, Label.BODY)


@dataclass(frozen=True, slots=True)
class Prose:
    """The parts of an article that are read, with the sentences in the order of the text."""

    article: Article
    docs: tuple[Doc, ...]
    blocks: tuple[Span, ...]
    headlines: frozenset[Span]
    quotations: tuple[Span, ...]
    sentences: tuple[Words, ...]

    @property
    def text(self) -> str:
        """The page's characters."""
        return self.article.text

    def block_of(self, offset: int) -> Span:
        """The block that holds the character."""
        return self.blocks[self.number_of(offset)]

    def number_of(self, offset: int) -> int:
        """Which of the blocks holds the character."""
        return max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)

    def is_headline(self, sentence: Words) -> bool:
        """Whether the sentence is part of a headline."""
        return self.block_of(place(sentence).start) in self.headlines

    def quotation_at(self, offset: int) -> Span | None:
        """The quotation around the character, marks included."""
        at = bisect_right(self.quotations, offset, key=lambda span: span.start) - 1
        if at >= 0 and self.quotations[at].start <= offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def quotations_over(self, span: Span) -> tuple[Span, ...]:
        """The quotations that share a character with the span."""
        first = bisect_right(self.quotations, span.start, key=lambda found: found.end)
        last = bisect_left(self.quotations, span.end, key=lambda found: found.start)
        return self.quotations[first:last]

    def is_quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        return self.quotation_at(place(token).start) is not None


def read_prose(article: Article, docs: Sequence[Doc]) -> Prose:
    """The article with its parse."""
    blocks, headlines = article.spans(*_READ), article.spans(Label.HEADLINE)
    known = Places(headlines)
    return Prose(
        article=article,
        docs=tuple(docs),
        blocks=blocks,
        headlines=frozenset(headlines),
        quotations=find_quotations(article.text, blocks),
        sentences=tuple(sentence for doc in docs for sentence in _sentences(doc, headlines, known)),
    )


def _sentences(doc: Doc, headlines: Sequence[Span], known: Places) -> Iterator[Words]:
    """The sentences; a headline is one, whatever its title case makes of it."""
    start: int | None = None
    for sentence in doc.sents:
        where = place(sentence)
        headline = next((headlines[number] for number in known.around(where)), None)
        start = sentence.start if start is None else start
        if headline is None or where.end >= headline.end:
            yield doc[start : sentence.end]
            start = None
    if start is not None:
        yield doc[start:]


def run_of(words: Words) -> Run:
    """The token indices of the words."""
    return words.start, words.end
