"""An article as the claim finders see it: its parse, its quotations and its blocks together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from rashomon.claims.phrases import Run
from rashomon.model.article import Article, Label
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.quotations import find_quotations

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
        starts = [block.start for block in self.blocks]
        return self.blocks[max(0, bisect_right(starts, offset) - 1)]

    def is_headline(self, sentence: Words) -> bool:
        """Whether the sentence is part of a headline."""
        return self.block_of(place(sentence).start) in self.headlines

    def quotation_at(self, offset: int) -> Span | None:
        """The quotation around the character, marks included."""
        at = bisect_right(self.quotations, offset, key=lambda span: span.start) - 1
        if at >= 0 and self.quotations[at].start <= offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def is_quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        return self.quotation_at(place(token).start) is not None


def read_prose(article: Article, docs: Sequence[Doc]) -> Prose:
    """The article with its parse."""
    blocks = article.spans(*_READ)
    return Prose(
        article=article,
        docs=tuple(docs),
        blocks=blocks,
        headlines=frozenset(article.spans(Label.HEADLINE)),
        quotations=find_quotations(article.text, blocks),
        sentences=tuple(
            sentence for doc in docs for sentence in _sentences(doc, article.spans(Label.HEADLINE))
        ),
    )


def _sentences(doc: Doc, headlines: Sequence[Span]) -> Iterator[Words]:
    """The sentences; a headline is one, whatever its title case makes of it."""
    start: int | None = None
    for sentence in doc.sents:
        where = place(sentence)
        headline = next((h for h in headlines if h.contains(where)), None)
        start = sentence.start if start is None else start
        if headline is None or where.end >= headline.end:
            yield doc[start : sentence.end]
            start = None
    if start is not None:
        yield doc[start:]


def run_of(words: Words) -> Run:
    """The token indices of the words."""
    return words.start, words.end
