"""The turns of phrase that every output shares, so that all of them count in the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.model.claim import Holder, HolderClass, Link, Mode
from rashomon.model.dossier import (
    Counts,
    Dossier,
    Point,
    Position,
    Relation,
    Stand,
    Status,
)
from rashomon.model.moment import day_of, is_moment
from rashomon.model.skip import Cause, Skip
from rashomon.render.shown import one_line

STANDS = tuple(Stand)
STATUS = {
    Status.CONTESTED: "Contested",
    Status.AGREED: "Agreed",
    Status.SINGLE: "Single account",
    Status.OPEN: "Open",
}
RELATION = {
    Relation.SAME: "Same",
    Relation.COMPATIBLE: "Compatible",
    Relation.SUPERSEDED: "Superseded",
    Relation.CONFLICT: "Conflict",
}
MODE = {
    Mode.DIRECT: "quoted",
    Mode.INDIRECT: "in indirect speech",
    Mode.MIXED: "partly quoted",
    Mode.NARRATED: "told by the page itself",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MOMENT = re.compile(
    r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?"
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def plural(count: int, noun: str, words: bool = False) -> str:
    """The count with its noun: "1 page", "4 pages", or "one page" in words."""
    written = _SMALL[count] if words and count < len(_SMALL) else f"{count:,}"
    return f"{written} {noun}{'' if count == 1 else 's'}"


def three_counts(counts: Counts) -> tuple[tuple[int, str], ...]:
    """Pages, named outlets and accounts, each with its noun: three counts are three counts."""
    return (
        (counts.pages, "page" if counts.pages == 1 else "pages"),
        (counts.outlets, "named outlet" if counts.outlets == 1 else "named outlets"),
        (counts.accounts, "account" if counts.accounts == 1 else "accounts"),
    )


def counted(counts: Counts) -> str:
    """The three counts on one line."""
    return ", ".join(f"{number:,} {noun}" for number, noun in three_counts(counts))


def carried(position: Position) -> str:
    """How many accounts carry it, and how many roots stand behind them."""
    accounts = (
        "single account"
        if len(position.accounts) == 1
        else f"carried by {plural(len(position.accounts), 'account')}"
    )
    if position.position is Stand.ASSERTED:
        return f"{accounts}, no source named"
    return f"{accounts}, {plural(len(position.roots), 'root', words=True)}"


def status(point: Point) -> str:
    """The status in words; one root may be carried by many accounts."""
    if point.status is Status.SINGLE and len(accounts_of(point.positions)) > 1:
        return "One root"
    return STATUS[point.status]


def ordered(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The points on which several speak or that are open, and those of one voice."""
    return (
        tuple(point for point in points if point.status is not Status.SINGLE),
        tuple(point for point in points if point.status is Status.SINGLE),
    )


def stands(point: Point) -> tuple[tuple[Stand, tuple[Position, ...]], ...]:
    """The positions of a point by what they say, in the order of `Stand`."""
    return tuple(
        (stand, tuple(p for p in point.positions if p.position is stand))
        for stand in STANDS
        if any(p.position is stand for p in point.positions)
    )


def accounts_of(positions: Sequence[Position]) -> tuple[str, ...]:
    """The accounts that carry any of the positions, each once."""
    return tuple(dict.fromkeys(id_ for position in positions for id_ in position.accounts))


def roots_of(positions: Sequence[Position]) -> tuple[str, ...]:
    """The roots that stand behind any of the positions, each once."""
    return tuple(dict.fromkeys(root for position in positions for root in position.roots))


def about(holder: Holder) -> str:
    """What is known of a holder beside the name: whether it is named, and what sort it is."""
    parts = [] if holder.named else ["unnamed"]
    if holder.nationality:
        parts.append(one_line(holder.nationality))
    if holder.class_ is not HolderClass.UNKNOWN:
        parts.append(holder.class_.value)
    return ", ".join(parts)


def moment(value: str) -> str:
    """The moment as one reads it, "4 March 2031, 18:20"; what is no moment stays as it is."""
    if not is_moment(value):
        return value
    found = _MOMENT.match(value)
    year, month, day, clock, zone = found.groups() if found else (value, *[None] * 4)
    parts = (day and str(int(day)), month and _MONTHS[int(month) - 1], year)
    written = " ".join(part for part in parts if part)
    return written + (f", {clock}" if clock else "") + (f" {zone}" if zone else "")


def chain(position: Position, outlets: Sequence[str]) -> tuple[str, ...]:
    """The sourcing chain in names, from who prints it to the root."""
    printed = outlets[0] if outlets else "no page"
    more = f" and {len(outlets) - 1} more" if len(outlets) > 1 else ""
    return (printed + more, *(one_line(link.name) for link in links(position, outlets)))


def links(position: Position, outlets: Sequence[str]) -> tuple[Link, ...]:
    """The chain without its first link where that is the outlet that prints it."""
    first = position.chain[0].name if position.chain else None
    again = first is not None and one_line(first).casefold() in map(str.casefold, outlets[:1])
    return position.chain[1:] if again and len(position.chain) > 1 else position.chain


def bounds(dossier: Dossier) -> tuple[str, str] | None:
    """The first and the last local day on which a page says it was published."""
    days = [day for page in dossier.pages if page.published and (day := day_of(page.published))]
    return (min(days), max(days)) if days else None


def from_to(first: str, last: str) -> str:
    """The two days in words, or the one."""
    return f"on {moment(first)}" if first == last else f"from {moment(first)} to {moment(last)}"


def causes(skipped: Sequence[Skip]) -> tuple[tuple[Cause, int, tuple[Skip, ...]], ...]:
    """What was skipped by cause, the commonest first, with all of each cause."""
    counts = Counter(skip.cause for skip in skipped)
    ordered = sorted(counts, key=lambda cause: (-counts[cause], cause.value))
    return tuple(
        (cause, counts[cause], tuple(skip for skip in skipped if skip.cause is cause))
        for cause in ordered
    )
