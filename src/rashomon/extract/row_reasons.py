"""Why a line of a document got its label: the vote for it, and the elements that it is inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.extract.boxes import find_boxes
from rashomon.extract.main_text import Votes
from rashomon.extract.marks import Mark, Marker
from rashomon.extract.markup import parse_markup
from rashomon.extract.visible import Rendering, render
from rashomon.model.article import Block, Label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements that say something get a bit of their own above all marks; a page has hundreds.
FIRST_BIT = 64
MAX_ELEMENTS = 3000
INNERMOST = 3
CLASS_CHARS = 60
OPENING_CHARS = 50
LINKED = 0.8
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
    markup: str, rendering: Rendering, votes: Votes, blocks: Sequence[Block]
) -> list[tuple[str, ...]]:
    """What speaks for the label of each block, in plain words; `rendering` is that of the markup.

    Cost: parsing and rendering the document once more.
    """
    around = _find_around(markup, rendering)
    return [
        tuple(_reasons(index, rendering.rows[index].linked, votes, block.label, around[index]))
        for index, block in enumerate(blocks)
    ]


def _reasons(
    index: int, linked: float, votes: Votes, label: Label, around: Sequence[str]
) -> Iterator[str]:
    if index in votes.main:
        yield "trafilatura: main text"
    elif index in votes.comment:
        yield "trafilatura: a comment"
    else:
        yield "trafilatura: not main text"
        if label is Label.BODY:
            yield "stands between paragraphs of the main text"
        elif label is Label.HEADLINE:
            yield "the title in the document's head, or its only main heading"
    yield from around
    if linked >= LINKED:
        yield "a link, all of it"


def _find_around(markup: str, rendering: Rendering) -> list[tuple[str, ...]]:
    """For each line the elements around it that say what it is, the innermost first.

    The document is rendered with a bit for each such element; a line keeps those that all of its
    words are inside of.
    """
    tree = parse_markup(markup)
    nothing: list[tuple[str, ...]] = [()] * len(rendering.rows)
    if tree is None:
        return nothing
    boxes = find_boxes(tree)
    telling = list(_find_telling(tree, boxes))
    bits = {
        element: boxes.get(element, Mark.NONE) | 1 << (FIRST_BIT + number)
        for number, (element, _) in enumerate(telling)
    }
    again = render(tree, bits)
    if again.text != rendering.text:
        return nothing
    return [tuple(_named(row.mark >> FIRST_BIT, telling)) for row in again.rows]


def _find_telling(
    tree: HtmlElement, boxes: dict[HtmlElement, int]
) -> Iterator[tuple[HtmlElement, str]]:
    """The elements that say what is inside of them, with that in words."""
    marker, found = Marker(), 0
    for element in tree.iter():
        if not isinstance(element.tag, str) or found >= MAX_ELEMENTS:
            continue
        named = _words(marker.mark(element, element.tag))
        boxed = _words(boxes.get(element, Mark.NONE))
        if named:
            found += 1
            yield element, f"inside {_shown(element)}: {named}"
        elif boxed:
            found += 1
            yield element, f'inside a box that begins "{_opening(element)}": {boxed}'


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
    words = " ".join(" ".join(element.itertext()).split())
    return words if len(words) <= OPENING_CHARS else words[:OPENING_CHARS].rstrip() + "..."


def _named(bits: int, telling: Sequence[tuple[HtmlElement, str]]) -> Iterator[str]:
    shown = 0
    while bits and shown < INNERMOST:
        last = bits.bit_length() - 1
        bits ^= 1 << last
        shown += 1
        yield telling[last][1]
