"""The usual ways in which tools turn a page into plain text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from training.lines.rendered import RawLine

Labelling = list[tuple[str, str]]

# airy: blank lines between paragraphs, "* " before list items; tight: none; bulleted: list items
# as "  • "; sparse: link lists dropped, their headings kept; content: from the headline to a little
# below the body; bare: hardly more than the article.
STYLES = ("airy", "tight", "bulleted", "sparse", "content", "bare")
OPEN = ("airy", "sparse", "content", "bare")
JOINED = ("bare", "content")
PARAGRAPH_TAGS = ("p", "h1", "h2", "h3", "h4", "figcaption", "blockquote")
MARKS = {"bulleted": "  • ", "airy": "* "}
JOINT = " ### "


class Extent(NamedTuple):
    """From which line to which a style keeps."""

    first: int
    last: int
    near_last: int


def dump(
    lines: Sequence[RawLine],
    labels: Sequence[str],
    style: str,
    random_: random.Random,
    title: str,
) -> tuple[str, list[str]]:
    """The page as plain text in the style, and the labels of its lines."""
    extent = extent_of(labels, style, random_)
    pieces: list[str] = []
    kept: list[str] = []
    if title and random_.random() < 0.4:
        pieces.append(title + "\n" if style in ("airy", "bulleted", "sparse") else title)
        kept.append("headline")
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if not extent.first <= index <= extent.last:
            continue
        if style == "sparse" and is_dropped(line, label, index > extent.near_last, random_):
            continue
        text = MARKS.get(style, "") + line.text if line.tag == "li" else line.text
        pieces.append(text + "\n" if is_spaced(line, label, style, random_) else text)
        kept.append(label)
    if style in JOINED and random_.random() < 0.4:
        return JOINT.join(piece.strip() for piece in pieces), kept
    return "\n".join(pieces), kept


def extent_of(labels: Sequence[str], style: str, random_: random.Random) -> Extent:
    first = next((i for i, label in enumerate(labels) if label in ("headline", "body")), 0)
    last = max((i for i, label in enumerate(labels) if label == "body"), default=len(labels) - 1)
    before, after = random_.randrange(3), random_.randrange(4)
    if style == "bare" and random_.random() < 0.3:
        # A dump may stop anywhere.
        last, after = random_.randint(min(first + 3, last), last), 0
    if style == "bare":
        return Extent(first - before, last + after, last)
    if style == "content":
        return Extent(first - 3, last + 8, last)
    return Extent(0, len(labels), last + 25)


def is_dropped(line: RawLine, label: str, far: bool, random_: random.Random) -> bool:
    listed = label in ("navigation", "related") and line.linked > 0.8 and not line.heading
    return (listed and line.text.count(" ") < 5) or (far and random_.random() < 0.3)


def is_spaced(line: RawLine, label: str, style: str, random_: random.Random) -> bool:
    """Whether a blank line follows."""
    if style in OPEN:
        return line.tag in PARAGRAPH_TAGS or random_.random() < 0.3
    return style == "bulleted" and line.tag != "li" and label in ("body", "headline", "related")


def spaced(lines: Labelling, random_: random.Random) -> str:
    """The lines with no blank lines between, all, or those that tools put round paragraphs."""
    joint = random_.choice(("\n", "\n\n", "mixed"))
    if joint != "mixed":
        return joint.join(text for text, _ in lines)
    wide = ("body", "headline", "related", "promotion")
    return "".join(text + ("\n\n" if label in wide else "\n") for text, label in lines)
