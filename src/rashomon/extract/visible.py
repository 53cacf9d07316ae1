"""A document's tree to its canonical text: all that a reader sees, one block a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from rashomon.extract.marks import Mark, Marker
from rashomon.extract.markup import MAX_DEPTH, MAX_ELEMENTS, TooMuch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

# Source: HTML Standard, section 15.3: elements that are drawn as blocks, and what has none.
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "script style noscript template head title meta link svg math iframe object embed applet "
    "canvas audio video map datalist param source track frameset noframes".split()
)
_SPACE = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff\u00ad]+")
# Drawn as nothing: hints for hyphenation and joining, left by editors.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the canonical text: where it stands and what its markup says.

    `linked` is the share of its characters that are links.
    """

    start: int
    end: int
    mark: int
    linked: float


@dataclass(frozen=True, slots=True)
class Rendering:
    """The canonical text of a document and its lines."""

    text: str
    rows: tuple[Row, ...]


def render(tree: HtmlElement, boxes: Mapping[HtmlElement, int] | None = None) -> Rendering:
    """What the document shows, in the order of the markup; `boxes` are further marks of elements.

    Errors: TooMuch where it is larger or deeper than any page that people read.
    Cost: linear in the elements.
    """
    pen, marker, marks = _Pen(), Marker(), [Mark.NONE]
    links = count = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "end":
            silent = bool(marks.pop() & Mark.HIDDEN)
            links -= tag == "a" and not silent
            pen.leave(tag, silent)
            if element.tail and len(marks) > 1:
                pen.write(element.tail, marks[-1], links > 0)
            continue
        mark = marks[-1] | marker.mark(element, tag)
        mark |= Mark.HIDDEN if tag in _SILENT else Mark.NONE
        if boxes:
            mark |= boxes.get(element, Mark.NONE)
        marks.append(mark)
        count += 1
        if count > MAX_ELEMENTS or len(marks) > MAX_DEPTH:
            raise TooMuch(f"{count} elements, {len(marks)} deep: more than a page has")
        if mark & Mark.HIDDEN:
            walk.skip_subtree()
            continue
        pen.enter(tag, marks[-2])
        links += tag == "a"
        if element.text:
            pen.write(element.text, mark, links > 0)
    pen.end_line()
    return Rendering("\n".join(pen.lines), tuple(pen.rows))


class _Pen:
    """Collects the text of one line after the other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: list[Row] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._begun = False
        self._mark = Mark.NONE
        self._length = 0

    def enter(self, tag: str, mark: int) -> None:
        """Begins what the element shows; `mark` is that of what is around it."""
        if tag in _BLOCKS or (tag == "br" and not mark & Mark.HEADING):
            self.end_line()
        elif tag == "br":
            self._pieces.append(" ")

    def leave(self, tag: str, silent: bool) -> None:
        """Ends what the element shows."""
        if tag in _BLOCKS and not silent:
            self.end_line()

    def write(self, text: str, mark: int, linked: bool) -> None:
        """Adds characters to the line."""
        if not self._begun:
            if not text.strip():
                return
            self._begun = True
            self._mark = mark
        elif text.strip():
            self._mark &= mark | _LOOSE  # a line is inside of what all its words are inside of
        self._pieces.append(text)
        if linked:
            self._linked += len(text.strip())

    def end_line(self) -> None:
        """Ends the line, if it has begun."""
        if not self._begun:
            self._pieces.clear()
            return
        joined = "".join(self._pieces)
        line = _SPACE.sub(" ", _UNSEEN.sub("", joined)).strip()
        if line:
            end = self._length + len(line)
            linked = min(1.0, self._linked / len(line))
            self.rows.append(Row(self._length, end, self._mark, linked))
            self.lines.append(line)
            self._length = end + 1
        self._pieces, self._linked, self._begun = [], 0, False


# Inline marks that hold for the whole line when its first words have them: `<time>`, a byline.
_LOOSE = Mark.TIME | Mark.BYLINE | Mark.STANDFIRST
