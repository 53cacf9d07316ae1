"""Why a line of a document got its label: the vote for it, and the elements that it is inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rashomon.extract.html.boxes import find_boxes
from rashomon.extract.html.main_text import Votes
from rashomon.extract.html.marks import Mark, Marker
from rashomon.extract.html.visible import Rendering
from rashomon.model.article import Block, Label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INNERMOST = 3
CLASS_CHARS = 60
OPENING_CHARS = 50
LINKED = 0.8
FAR_APART = 0.15  # of a chance
_SAYS = {
    Mark.NAV: "menus and buttons",
    Mark.HEADER: "the page's header",
    Mark.FOOTER: "the page's foot",
    Mark.ASIDE: "what stands beside",
    Mark.CAPTION: "captions",
    Mark.COMMENT: "comments",
    Mark.RELATED: "other stories",
    Mark.PROMOTION: "offers",
    Mark.NOTICE: "notices",
    Mark.BYLINE: "bylines",
    Mark.TIME: "dates",
    Mark.STANDFIRST: "standfirsts",
    Mark.SHARE: "topics and sharing",
    Mark.H1: "the main heading",
    Mark.HEADING: "headings",
}


def row_reasons(
    rendering: Rendering, votes: Votes, blocks: Sequence[Block]
) -> list[tuple[str, ...]]:
    """What speaks for the label of each block, in plain words; the blocks are those of the rows.

    Cost: that of looking for boxes, and linear in the depth of each line.
    """
    around = list(_find_around(rendering))
    return [
        tuple(_reasons(index, rendering.rows[index].linked, votes, block.label, around[index]))
        for index, block in enumerate(blocks)
    ]


def _reasons(
    index: int, linked: float, votes: Votes, label: Label, around: Sequence[str]
) -> Iterator[str]:
    yield _voted(index, votes)
    if index not in votes.main and label is Label.BODY:
        yield "stands between paragraphs of the main text"
    elif index not in votes.main and label is Label.HEADLINE:
        yield "the title in the document's head, or its only main heading"
    yield from around
    if linked >= LINKED:
        yield "a link, all of it"


def _voted(index: int, votes: Votes) -> str:
    """What trained trees and trafilatura take the line for."""
    if not votes.judged or index in votes.comment:
        main = "main text" if index in votes.main else "not main text"
        return f"trafilatura: {'a comment' if index in votes.comment else main}"
    heard = ", trafilatura asked too" if votes.asked else ""
    said = f"trained trees{heard}: {100 * votes.chances[index]:.0f} % main text"
    alone = votes.alone[index]
    if abs(alone - votes.chances[index]) < FAR_APART:
        return said
    return f"{said}, {100 * alone:.0f} % by itself, before its neighbours were looked at"


def _find_around(rendering: Rendering) -> Iterator[tuple[str, ...]]:
    """For each line the elements around it that say what it is, the innermost first."""
    if not rendering.elements:
        yield from [()] * len(rendering.rows)
        return
    tree = rendering.elements[0].getroottree().getroot()
    boxes, marker = find_boxes(tree, rendering), Marker()
    for row, element in zip(rendering.rows, rendering.elements, strict=True):
        inside = (_inside(each, row.mark, boxes, marker) for each in _outwards(element))
        yield tuple(islice((words for words in inside if words), INNERMOST))


def _outwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _inside(
    element: HtmlElement, mark: int, boxes: Mapping[HtmlElement, int], marker: Marker
) -> str | None:
    """What the element says that the line has too: an inner one may hold its first words only."""
    if named := _words(marker.mark(element, str(element.tag)) & mark):
        return f"inside {_shown(element)}: {named}"
    box = boxes.get(element, Mark.NONE) & mark
    if box & Mark.COMMENT:  # it may begin with a commenter's name
        return "inside a box of comments"
    if boxed := _words(box):
        return f'inside a box that begins "{_opening(element)}": {boxed}'
    return None


def _words(mark: int) -> str:
    said = [words for bit, words in _SAYS.items() if mark & bit]
    # A main heading is a heading too.
    return ", ".join(said[:-1] if mark & Mark.H1 else said)


def _shown(element: HtmlElement) -> str:
    """The element's tag as one would find it in the source."""
    attributes = [
        f'{name}="{" ".join(value.split())[:CLASS_CHARS]}"'
        for name in ("class", "id", "role", "itemprop")
        if (value := element.get(name))
    ]
    return f"<{' '.join([str(element.tag), *attributes[:2]])}>"


def _opening(element: HtmlElement) -> str:
    words = " ".join(" ".join(islice(element.itertext(), OPENING_CHARS)).split())
    return words if len(words) <= OPENING_CHARS else words[:OPENING_CHARS].rstrip() + "..."
