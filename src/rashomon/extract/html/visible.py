"""A document's tree to its canonical text: all that a reader sees, one block a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from rashomon.extract.html.marks import Mark, Marker
from rashomon.extract.html.markup import MAX_DEPTH, MAX_ELEMENTS, TooMuch

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
MAX_CLASS = 100  # characters of a class that tell styles apart
# Drawn as nothing: hints for hyphenation and joining, left by editors.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the canonical text: where it stands and what its markup says.

    `linked` is the share of its characters that are links; `tag` is that of the block it stands
    in, `block`, `holder` and `outer` are the numbers of that block and of the two around it, and
    `style` is alike for blocks of one tag and class in holders of one tag and class.
    """

    start: int
    end: int
    mark: int
    linked: float
    tag: str = ""
    block: int = 0
    holder: int = 0
    outer: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The canonical text of a document and its lines; for each, the element of its first words."""

    text: str
    rows: tuple[Row, ...]
    elements: tuple[HtmlElement, ...] = field(default=(), repr=False, compare=False)


def render(tree: HtmlElement, boxes: Mapping[HtmlElement, int] | None = None) -> Rendering:
    """What the document shows, in the order of the markup; `boxes` are further marks of elements.

    Errors: TooMuch where it is larger or deeper than any page that people read.
    Cost: linear in the elements.
    """
    pen, marker, marks, open_ = _Pen(), Marker(), [Mark.NONE], [tree]
    links = count = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "end":
            open_.pop()
            silent = bool(marks.pop() & Mark.HIDDEN)
            if not silent:
                links -= tag == "a"
                pen.leave(tag)
            if element.tail and len(marks) > 1:
                pen.write(element.tail, marks[-1], links > 0, open_[-1])
            continue
        mark = marks[-1] | (Mark.HIDDEN if tag in _SILENT else marker.mark(element, tag))
        if boxes:
            mark |= boxes.get(element, Mark.NONE)
        marks.append(mark)
        open_.append(element)
        count += 1
        if count > MAX_ELEMENTS or len(marks) > MAX_DEPTH:
            raise TooMuch(f"{count} elements, {len(marks)} deep: more than a page has")
        if mark & Mark.HIDDEN:
            walk.skip_subtree()
            continue
        pen.enter(tag, marks[-2], count, element)
        links += tag == "a"
        if element.text:
            pen.write(element.text, mark, links > 0, element)
    pen.end_line()
    return Rendering("\n".join(pen.lines), tuple(pen.rows), tuple(pen.elements))


class _Pen:
    """Collects the text of one line after the other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: list[Row] = []
        self.elements: list[HtmlElement] = []
        # Number, tag and class of the blocks that are open; what is outside of all is one too.
        self._blocks: list[tuple[int, str, str]] = [(0, "", "")] * 3
        self._around = self._blocks[-3:]
        self._pieces: list[str] = []
        self._linked = 0
        self._begun: HtmlElement | None = None
        self._mark = Mark.NONE
        self._length = 0

    def enter(self, tag: str, mark: int, number: int, element: HtmlElement) -> None:
        """Begins what the element shows; `mark` is that of what is around it."""
        if tag in _BLOCKS:
            self.end_line()
            self._blocks.append((number, tag, element.get("class", "")[:MAX_CLASS]))
        elif tag == "br":
            if mark & Mark.HEADING:
                self._pieces.append(" ")
            else:
                self.end_line()

    def leave(self, tag: str) -> None:
        """Ends what the element shows."""
        if tag in _BLOCKS:
            self.end_line()
            self._blocks.pop()

    def write(self, text: str, mark: int, linked: bool, element: HtmlElement) -> None:
        """Adds characters to the line."""
        bare = text.strip()
        if self._begun is None:
            if not bare:
                return
            self._begun = element
            self._mark = mark
            self._around = self._blocks[-3:]
        elif bare:
            self._mark &= mark | _LOOSE  # a line is inside of what all its words are inside of
        self._pieces.append(text)
        if linked:
            self._linked += len(bare)

    def end_line(self) -> None:
        """Ends the line, if it has begun."""
        if self._begun is None:
            self._pieces.clear()
            return
        shown = "".join(self._pieces)
        line = " ".join((shown if shown.isascii() else _UNSEEN.sub("", shown)).split())
        if line:
            self._add(line, self._begun)
        self._pieces, self._linked, self._begun = [], 0, None

    def _add(self, line: str, element: HtmlElement) -> None:
        outer, holder, block = self._around
        start, end = self._length, self._length + len(line)
        self.rows.append(
            Row(
                start,
                end,
                self._mark,
                linked=min(1.0, self._linked / len(line)),
                tag=block[1],
                block=block[0],
                holder=holder[0],
                outer=outer[0],
                style=f"{block[1]}.{block[2]}<{holder[1]}.{holder[2]}",
            )
        )
        self.lines.append(line)
        self.elements.append(element)
        self._length = end + 1


# Inline marks that hold for the whole line when its first words have them: `<time>`, a byline.
_LOOSE = Mark.TIME | Mark.BYLINE | Mark.STANDFIRST
