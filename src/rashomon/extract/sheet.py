"""A labelled page laid out for the fields: which lines stand above, in and below the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model.article import Block, Evidence, Label, Source

T = TypeVar("T")
_EDGE = " \t\u00a0•·*▪●|–—-"
PARAGRAPH_WORDS = 14
HEAD_LINES = 60  # what stands further above the text is a menu
TAIL_LINES = 12
# What can never name this article's author or agency.
_APART = (Label.COMMENT, Label.CAPTION, Label.RELATED)


@dataclass(frozen=True, slots=True)
class Line:
    """One block without bullets and bars at its ends."""

    index: int
    start: int
    text: str
    label: Label

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A field's value and where it was seen."""

    value: T
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page, `first` and `last` being those where its body begins and ends."""

    text: str
    lines: tuple[Line, ...]
    bounds: tuple[tuple[int, int], ...]
    first: int
    last: int
    headline: int | None

    @property
    def head(self) -> tuple[Line, ...]:
        """The lines above the body, without captions and the like."""
        near = self.lines[max(0, self.first - HEAD_LINES) : self.first]
        return tuple(line for line in near if line.label not in _APART)

    @property
    def tail(self) -> tuple[Line, ...]:
        """The first lines below the body, without comments and the like."""
        below = self.lines[self.last + 1 : self.last + 1 + TAIL_LINES]
        return tuple(line for line in below if line.label is not Label.COMMENT)

    @property
    def below(self) -> tuple[Line, ...]:
        """All lines below the body."""
        return self.lines[self.last + 1 :]

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs of the body."""
        inside = self.lines[self.first : self.last + 1]
        return tuple(line for line in inside if line.label is Label.BODY)


def lay_out(text: str, blocks: Iterable[Block]) -> Sheet:
    """The page's lines with the place of its headline and body."""
    blocks = tuple(blocks)
    lines = tuple(_line(text, index, block) for index, block in enumerate(blocks))
    # A short line before the first paragraph may be called body by mistake: a name, a place.
    body = [line.index for line in lines if line.label is Label.BODY]
    long = [i for i in body if lines[i].words >= PARAGRAPH_WORDS] or body
    first, last = (long[0], body[-1]) if body else (len(lines), len(lines) - 1)
    headlines = [line for line in lines if line.label is Label.HEADLINE]
    nearest = next((h for h in reversed(headlines) if h.index < first), None) or next(
        iter(headlines), None
    )
    # Dumps print it twice, above and below the date line: the fields stand after the first.
    headline = next((h.index for h in headlines if nearest and h.text == nearest.text), None)
    bounds = tuple((block.start, block.end) for block in blocks)
    return Sheet(text, lines, bounds, first, last, headline)


def _line(text: str, index: int, block: Block) -> Line:
    words = block.slice(text)
    start = block.start + len(words) - len(words.lstrip(_EDGE))
    return Line(index, start, words.strip(_EDGE), block.label)


def in_text(start: int, end: int, method: str) -> Evidence:
    """Evidence that is characters of the page."""
    return Evidence(Source.TEXT, start, end, None, method)


def in_markup(path: str, method: str) -> Evidence:
    """Evidence that is an element or a key in the page's markup."""
    return Evidence(Source.HTML, None, None, path, method)


_SPACES = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACES.sub(" ", text).strip()
