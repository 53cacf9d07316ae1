"""Parts of a document that their own words show to be beside the article.

Class names tell only on sites whose makers named things in English; headings and offers are
there for the reader to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from rashomon.extract.html.marks import Mark
from rashomon.extract.html.visible import Rendering, render
from rashomon.extract.section_heads import heads_comments, heads_stories, heads_topics

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_INLINE = frozenset("b strong span em i u font".split())
_WHOLE = frozenset("html body main article".split())
_BOXES = ("div", "section", "aside", "form", "ul")
_ACTING = ("h2", "h3", "h4", "h5", "h6", "button", "input", "form", "b", "strong")
MAX_HEADINGS = 400  # read of a page; index pages have hundreds
MAX_BOXES = 4000
MAX_NODES = 1000  # inside a box: empty elements by the thousand are no text
HEADING_CHARS = 120
OFFER_CHARS = 700
CHARS_AN_OFFER = 300
PARAGRAPH_CHARS = 300
MOST_BEFORE = 20  # empty elements before the first words of a box
OTHER_CHARS = 160
MOST_PARAGRAPHS = 2  # a list of stories has teasers, but few long ones
# Every line that heads something holds one of the first, every offer one of the second: to look
# for them in small letters takes a fraction of what the patterns take.
_STEMS = (
    "comment coment kommentar reacti repl respon thought opinion conversation discussion debate "
    "most relat recommend trend popul latest top further similar more other recent read next like "
    "interest miss pick also elsewhere meist könnte lire lea leggi tag filed keyword schlag "
    "etiquet".split()
)
_OFFER_STEMS = (
    "sign subscri newsletter inbox unlimited donate cancel article already trial become "
    "journalism news reporting access member".split()
)
_OFFER = re.compile(
    r"\bsign(?:ing)? up (?:for|to|here|now|today)\b|\bsubscribe\b|\bnewsletter\b|\byour inbox\b"
    r"|\bunlimited (?:access|digital|reading)|\bdonate\b|\bcancel (?:at )?any ?time\b"
    r"|\b(?:free|complimentary) articles?\b|\balready a (?:subscriber|member)\b|\bfree trial\b"
    r"|\bstart (?:my|your|a) (?:\w+ )?(?:trial|subscription)"
    r"|\bbecome an? .{3,40} (?:from|for|today)\b"
    r"|\bsupport (?:our|us|independent|local|quality)\b.{0,20}\b(?:journalism|news|reporting)\b"
    r"|\b(?:per|a) (?:month|week|year)\b.{0,40}\b(?:access|cancel|trial|member|subscri)",
    re.I,
)


def find_boxes(tree: HtmlElement, rendering: Rendering | None = None) -> dict[HtmlElement, int]:
    """The elements that hold comments, other stories, topics or offers, with their marks.

    `rendering` is that of the tree, if there is one already.
    """
    rendering = rendering or render(tree)
    boxes: dict[HtmlElement, int] = {}
    titled = {parent for title in tree.iter("h1") for parent in title.iterancestors()}
    for heading, mark in islice(_find_headings(rendering), MAX_HEADINGS):
        for element in _under(heading, mark, titled):
            boxes[element] = boxes.get(element, Mark.NONE) | mark
    for element in _find_offers(rendering, titled):
        boxes[element] = boxes.get(element, Mark.NONE) | Mark.PROMOTION
    return boxes


def mark_boxes(rendering: Rendering, boxes: Mapping[HtmlElement, int]) -> Rendering:
    """The rendering with the marks of the boxes that its lines stand in."""
    if not boxes:
        return rendering
    known: dict[HtmlElement, int] = {}
    rows = []
    for row, element in zip(rendering.rows, rendering.elements, strict=True):
        mark = _inherited(element, boxes, known)
        rows.append(replace(row, mark=row.mark | mark) if mark else row)
    return replace(rendering, rows=tuple(rows))


def _inherited(
    element: HtmlElement, boxes: Mapping[HtmlElement, int], known: dict[HtmlElement, int]
) -> int:
    """The marks of all boxes that the element stands in; `known` are those of others."""
    path, mark = [], Mark.NONE
    around: HtmlElement | None = element
    while around is not None and around not in known:
        path.append(around)
        around = around.getparent()
    if around is not None:
        mark = known[around]
    for inner in reversed(path):
        mark |= boxes.get(inner, Mark.NONE)
        known[inner] = mark
    return mark


def _find_headings(rendering: Rendering) -> Iterator[tuple[HtmlElement, int]]:
    for row, element in zip(rendering.rows, rendering.elements, strict=True):
        if row.end - row.start <= HEADING_CHARS:
            text = rendering.text[row.start : row.end]
        elif element.tag in _INLINE:
            text = _text(element, HEADING_CHARS + 1)
        else:
            continue
        mark = _headed(text)
        if not mark and element.tag in _INLINE:
            mark = _headed(_text(element, HEADING_CHARS + 1))
        if mark:
            yield element, mark


def _headed(text: str) -> int:
    """What the line stands over, if it is a heading of something beside the article."""
    low = text.lower()
    if len(text) > HEADING_CHARS or not any(map(low.__contains__, _STEMS)):
        return Mark.NONE
    if heads_comments(text):
        return Mark.COMMENT
    if heads_stories(text):
        return Mark.RELATED
    return Mark.SHARE if heads_topics(text) else Mark.NONE


def _text(element: HtmlElement, limit: int) -> str:
    """The element's words, cut off a little beyond the limit."""
    parts, size = [], 0
    for piece in _pieces(element):
        words = " ".join(piece.split())
        if words:
            parts.append(words)
            size += len(words) + 1
        if size > limit:
            break
    return " ".join(parts)


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The strings inside the element, without programs and styles."""
    for node in islice(element.iter(), MAX_NODES):
        if node.text and node.tag not in ("script", "style", "noscript", "template"):
            yield node.text
        if node.tail and node is not element:
            yield node.tail


def _under(heading: HtmlElement, mark: int, titled: set[HtmlElement]) -> list[HtmlElement]:
    """What the heading stands over: the element that it opens, or else the list that follows it."""
    opened = heading
    while (parent := opened.getparent()) is not None and parent not in titled:
        if not _may_hold(parent, opened, mark):
            break
        opened = parent
        if _has_more(opened, heading):
            return [opened]
    following = heading.getnext()
    if following is not None and following.tag in ("ul", "ol", "dl"):
        return [heading, following]
    return [heading] if heading.tag not in ("p", "div", "span") else []


def _may_hold(parent: HtmlElement, child: HtmlElement, mark: int) -> bool:
    """Whether the parent begins with the child and is no more than what the child heads."""
    if parent.tag in _WHOLE or not isinstance(parent.tag, str):
        return False
    before = [*islice(child.itersiblings(preceding=True), MOST_BEFORE + 1)]
    if (parent.text or "").strip() or len(before) > MOST_BEFORE or any(_text(e, 1) for e in before):
        return False
    if mark == Mark.COMMENT:
        return True
    long = (p for p in parent.iter("p") if len(_text(p, PARAGRAPH_CHARS)) >= PARAGRAPH_CHARS)
    return len([*islice(long, MOST_PARAGRAPHS + 1)]) <= MOST_PARAGRAPHS


def _has_more(element: HtmlElement, heading: HtmlElement) -> bool:
    """Whether the element holds something beside its heading."""
    return len(_text(element, 2 * HEADING_CHARS)) > len(_text(heading, HEADING_CHARS)) + 10


def _find_offers(rendering: Rendering, titled: set[HtmlElement]) -> Iterator[HtmlElement]:
    """Small elements that ask to pay, give or sign up, and have a heading or a button for it."""
    judged = set(titled)
    for row, element in zip(rendering.rows, rendering.elements, strict=True):
        text = rendering.text[row.start : row.end]
        low = text.lower()
        if not any(stem in low for stem in _OFFER_STEMS) or not _OFFER.search(text):
            continue
        around: HtmlElement | None = element
        while around is not None and around not in judged and len(judged) < MAX_BOXES:
            judged.add(around)
            whole = _text(around, OFFER_CHARS)
            if len(whole) >= OFFER_CHARS:
                break
            if around.tag in _BOXES and _offers(whole) and _acts(around):
                yield around
            around = around.getparent()


def _offers(text: str) -> bool:
    """Whether hardly a sentence of the text is about something else."""
    return len(_OFFER.findall(text)) * CHARS_AN_OFFER >= len(text)


def _acts(element: HtmlElement) -> bool:
    """Whether it has a heading or a button, and no paragraph that is about something else."""
    if next(element.iter(*_ACTING), None) is None:
        return False
    told = (_text(paragraph, PARAGRAPH_CHARS) for paragraph in element.iter("p"))
    return all(len(text) < OTHER_CHARS or _OFFER.search(text) for text in told)
