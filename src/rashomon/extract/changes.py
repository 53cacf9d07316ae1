"""Why a later part of the chain changed the label of a line, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.extract.section_heads import heads_comments
from rashomon.extract.threads import opens_comment
from rashomon.extract.trail import Part, Trail
from rashomon.model.article import Block, Evidence, Label, Source

QUOTED_CHARS = 60
LINE_CHARS = 400
_TITLES = {
    Label.HEADLINE: "of the titles above the text it shares most words with the opening",
    Label.STANDFIRST: "stands right under the headline: an item of a list of points, or a subtitle",
    Label.NAVIGATION: "another title fits the text better, or it stands above the headline",
}


class Change(NamedTuple):
    """A line whose label a part changed: its number, and the blocks before and after."""

    part: Part
    place: int
    before: Sequence[Block]
    after: Sequence[Block]


def why_changed(change: Change, trail: Trail) -> tuple[str, ...]:
    """What made the part change the label."""
    label = change.after[change.place].label
    if change.part is Part.COMMENTS:
        return (_thread(change, trail.text),)
    if change.part is Part.TITLES:
        return (_TITLES.get(label, "put right by the titles around it"),)
    return (_settled(change.after[change.place], trail),)


def _thread(change: Change, text: str) -> str:
    """The line with which the thread begins: at or above the first line that was changed."""
    first = next(
        index
        for index, (old, new) in enumerate(zip(change.before, change.after, strict=True))
        if old.label is not new.label
    )
    for block in reversed(change.before[: first + 1]):
        line = " ".join(block.slice(text)[:LINE_CHARS].split())
        if heads_comments(line):
            shown = line if len(line) <= QUOTED_CHARS else line[:QUOTED_CHARS].rstrip() + "..."
            return f'in the thread of comments that begins with "{shown}"'
        if opens_comment(line):  # whose name stays out of outputs
            return "in the thread of comments that begins with a name and a time"
    return "in a thread of comments: names with times, and what they write"


def _settled(block: Block, trail: Trail) -> str:
    """The field that was seen in the line, or else its shape."""
    evidence = trail.fields.evidence if trail.fields else {}
    here = [name for name, items in evidence.items() if any(_lies_in(i, block) for i in items)]
    if here and block.label is not Label.NAVIGATION:
        return f"evidence of {' and '.join(here)}: {_method(evidence[here[0]], block)}"
    if block.label is Label.HEADLINE:
        return "no line was a headline, and this one is written like one"
    return f"has the shape of a {block.label} on whatever page"


def _lies_in(item: Evidence, block: Block) -> bool:
    found = item.in_ is Source.TEXT and item.start is not None
    return found and block.start <= (item.start or 0) < block.end


def _method(items: Sequence[Evidence], block: Block) -> str:
    return next(item.method for item in items if _lies_in(item, block))
