"""How the figures that count one thing stand to each other, with the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from rashomon.compare.figures.counts import Count
from rashomon.compare.figures.values import bounds, can_agree, same_value, show_value
from rashomon.compare.word_groups import HARMS
from rashomon.model.article import Article
from rashomon.model.dossier import Relation
from rashomon.model.moment import before

_ROSE = re.compile(r"\b(?:rose|risen|rises|climbed|climbs|jumped|grown|grew|increased) to\b[^.]*$")
FALLING = {"miss"}  # the missing are found: their count falls as it is brought up to date


def judge_counts(counts: Sequence[Count], articles: Mapping[str, Article]) -> tuple[Relation, str]:
    """Whether the figures are the same, admit or exclude each other, or follow each other."""
    first = counts[0].figure
    if all(same_value(first, count.figure) for count in counts):
        return Relation.SAME, f"all give {show_value(counts[0].figure)}"
    if course := _course(counts):
        return Relation.SUPERSEDED, f"the count moved with time: {', then '.join(course)}"
    against = _excluding(counts)
    if not against:
        shown = sorted({show_value(c.figure) for c in counts})
        return Relation.COMPATIBLE, f"one number can be all of these: {'; '.join(shown)}"
    if all(_withdrawn(left) or _withdrawn(right) for left, right in against):
        before_it = next(side for side in against[0] if _withdrawn(side))
        return (
            Relation.SUPERSEDED,
            f"{show_value(before_it[0].figure)} was said before, a page says",
        )
    if all(_rises(left, right, articles) for left, right in against):
        larger = max(counts, key=lambda count: (count.figure.value, count.key))
        return Relation.SUPERSEDED, f"a page says that it rose to {show_value(larger.figure)}"
    left, right = against[0][0][0], against[0][1][0]
    return Relation.CONFLICT, f"{show_value(left.figure)} excludes {show_value(right.figure)}"


def _withdrawn(counts: Sequence[Count]) -> bool:
    """Whether every page that gives the number tells it as an earlier one."""
    return all(count.scope.earlier for count in counts)


def _excluding(counts: Sequence[Count]) -> list[tuple[Sequence[Count], Sequence[Count]]]:
    """The figures that exclude each other, those of equal bounds together, in their order."""
    equal: dict[object, list[Count]] = defaultdict(list)
    for count in counts:
        equal[bounds(count.figure)].append(count)
    return [
        (left, right)
        for left, right in combinations(equal.values(), 2)
        if not can_agree(left[0].figure, right[0].figure)
    ]


def _course(counts: Sequence[Count]) -> list[str]:
    """The numbers of a toll in the order of time, where each is later and further than the last.

    A number holds from the first moment that a page gives for it: later pages repeat it.
    """
    values = {count.figure.value for count in counts}
    if counts[0].act not in HARMS or len(values) < 2:
        return []
    times = {value: _first_moment(value, counts) for value in values}
    known = [(moment, value) for value, moment in times.items() if moment]
    ordered = sorted(known)
    falling = counts[0].act in FALLING
    moved = all(before(a[0], b[0]) and (a[1] > b[1]) == falling for a, b in pairwise(ordered))
    if len(ordered) < len(values) or not moved:
        return []
    return [f"{value:,.0f} ({moment})" for moment, value in ordered]


def _first_moment(value: float, counts: Sequence[Count]) -> str | None:
    same = [count for count in counts if count.figure.value == value]
    said = sorted(count.as_of for count in same if count.as_of)
    return next(iter(said or sorted(count.moment for count in same if count.moment)), None)


def _rises(left: Sequence[Count], right: Sequence[Count], articles: Mapping[str, Article]) -> bool:
    """Whether all pages with the larger number say that it rose to that."""
    larger = max(left, right, key=lambda counts: (counts[0].figure.value, counts[-1].key))
    places = [(articles[count.article].text, count.figure.start) for count in larger]
    return all(_ROSE.search(text[max(0, start - 40) : start]) for text, start in places)
