"""A labelled page laid out for the fields: which lines stand above, in and below the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from rashomon.extract.written import find_written
from rashomon.model.article import Block, Evidence, Label, Source

T = TypeVar("T")
# One for one, so that places stay: pages write dates and names with unbreakable spaces, and a
# paragraph of a wrapped page holds line breaks.
_SPACES_AS_ONE = dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")
_EDGE = " \t\u00a0•·*▪●|–—-"
PARAGRAPH_WORDS = 14
HEAD_LINES = 60  # what stands further above the text is a menu
TAIL_LINES = 12
META_LINES, META_WORDS = 4, 12  # between headline and text: who wrote it, when, for whom


@dataclass(frozen=True, slots=True)
class Line:
    """One block without bullets and bars at its ends."""

    index: int
    start: int
    text: str
    label: Label

    @property
    def end(self) -> int:
        """Where the stripped text ends on the page."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """How many words the line has."""
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
        """The lines above the body, without comments and other stories."""
        near = self.lines[max(0, self.first - HEAD_LINES) : self.first]
        return tuple(line for line in near if line.label not in (Label.COMMENT, Label.RELATED))

    @property
    def tail(self) -> tuple[Line, ...]:
        """The first lines below the body, without comments and the like."""
        below = self.lines[self.last + 1 : self.last + 1 + TAIL_LINES]
        return tuple(line for line in below if line.label is not Label.COMMENT)

    @property
    def below(self) -> tuple[Line, ...]:
        """All lines below the body."""
        return self.lines[self.last + 1 :]

    def beside(self, line: Line) -> tuple[Line | None, Line | None]:
        """The lines before and after it that hold more than a bullet or a bar."""
        before = (other for other in reversed(self.lines[: line.index]) if other.text)
        after = (other for other in self.lines[line.index + 1 :] if other.text)
        return next(before, None), next(after, None)

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs of the body."""
        inside = self.lines[self.first : self.last + 1]
        return tuple(line for line in inside if line.label is Label.BODY)


def lay_out(text: str, blocks: Iterable[Block]) -> Sheet:
    """The page's lines with the place of its headline and body."""
    blocks = tuple(blocks)
    lines = tuple(_line(text, index, block) for index, block in enumerate(blocks))
    lines = _with_headline(lines)
    # A short line before the first paragraph may be called body by mistake: a name, a place.
    body = [line.index for line in lines if line.label is Label.BODY]
    long = [i for i in body if lines[i].words >= PARAGRAPH_WORDS] or body
    first, last = (long[0], body[-1]) if body else (len(lines), len(lines) - 1)
    headline = _find_headline(lines, first)
    if first + 1 < last and headline == first - 1 and _parts_by_date(lines[first + 1 :]):
        first = next(i for i in body if i > first)
    bounds = tuple((block.start, block.end) for block in blocks)
    return Sheet(text, lines, bounds, first, last, headline)


def _parts_by_date(lines: Sequence[Line]) -> bool:
    """Whether a date line is next: what stands over it and under the headline is a standfirst."""
    for line in lines[:META_LINES]:
        if line.label is Label.BODY:
            return False
        if line.words <= META_WORDS and find_written(line.text):
            return True
    return False


_TITLE_WORDS = range(4, 24)
_TITLE_SHARE = 0.75  # of the words of a headline "In Title Case" are capitalised


def _with_headline(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines; where none is a headline, one that must be is called so.

    That is a subtitle without a headline over it, or a first line of the body in title case.
    """
    if any(line.label is Label.HEADLINE for line in lines):
        return lines
    for line, following in pairwise(lines):
        if line.label is Label.STANDFIRST and not line.text.endswith((".", "!", "?", "”", '"')):
            found = line.words in _TITLE_WORDS
        elif line.label is Label.BODY:
            found = _in_title_case(line.text) and following.words > line.words
        else:
            continue
        changed = (replace(line, label=Label.HEADLINE),) if found else (line,)
        return lines[: line.index] + changed + lines[line.index + 1 :]
    return lines


def _in_title_case(text: str) -> bool:
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) in _TITLE_WORDS and capitals >= _TITLE_SHARE * len(words)


def _find_headline(lines: Sequence[Line], first: int) -> int | None:
    """The headline that belongs to the text: the nearest above it, at its first place.

    Dumps print it twice, above and below the date line, and the fields stand after the first;
    of two headlines one under the other the second is a subtitle.
    """
    headlines = [line for line in lines if line.label is Label.HEADLINE and _is_phrase(line.text)]
    above = [line for line in headlines if line.index < first]
    if not headlines:
        return None
    nearest = above[-1] if above else headlines[0]
    while lines[nearest.index - 1] in above and nearest.index > 0:
        nearest = lines[nearest.index - 1]
    return next(line.index for line in headlines if line.text == nearest.text)


def _is_phrase(text: str) -> bool:
    """Whether it can be a headline: more than one word, or a script without spaces."""
    return " " in text or not text.isascii()


def _line(text: str, index: int, block: Block) -> Line:
    words = block.slice(text)
    if not words.isascii() or "\t" in words or "\n" in words:
        words = words.translate(_SPACES_AS_ONE)
    start = block.start + len(words) - len(words.lstrip(_EDGE))
    return Line(index, start, words.strip(_EDGE), block.label)


def in_text(start: int, end: int, method: str) -> Evidence:
    """Evidence that is characters of the page."""
    return Evidence(Source.TEXT, start, end, None, method)


def in_markup(path: str, method: str) -> Evidence:
    """Evidence that is an element or a key in the page's markup."""
    return Evidence(Source.HTML, None, None, path, method)
