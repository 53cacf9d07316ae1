"""Which figures of a story count one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.counts import Count
from rashomon.compare.relations import FALLING
from rashomon.compare.values import bounds, can_agree, same_value
from rashomon.compare.word_groups import HARMS
from rashomon.model.moment import before
from rashomon.text.periods import Period

# Set on stories of ECB+, GVC and BASIL by reading what they join.
_NOUN, _ACT, _COUNTRY, _WORDS, _WHEN, _TOLL, _SAME = 0.35, 0.20, 0.15, 0.30, 0.10, 0.05, 0.15
_LARGE = 1000  # two accounts do not give one large number by chance
_LINK = 0.50
_LINK_AGAINST = 0.62  # figures that exclude each other must be of one thing beyond doubt
_LINK_LATER = 0.58  # a toll that moved on with time is nearly one that agrees
_LINK_MEASURED = 0.75  # more so where no noun says what is measured
_LINK_IN_PAGE = 0.80  # and most where one page gives both
_GENERIC = 0.6  # "people" for "fighters": may be the same, need not
_UNNAMED = 0.8  # "30,000 hectares" beside "30,000 hectares of farmland"
_ONE_SIDED = 0.3  # one names a country, the other none
_LONG_AGO = 30  # days before the story: what lies further back is another event
_MAX_COUNTS = 300  # different ones of one kind; a story that counts more is an index


def group_counts(counts: Sequence[Count], start: Period | None) -> list[list[Count]]:
    """The figures of one kind, joined by the surest links first, never across two that
    exclude each other and are not linked themselves.

    Figures in the same words are one from the start, so that copies of a text cost no more than
    one of them; of more than 300 different ones those that are given most often are held
    together. Each group is in the order of the pages.
    """
    same = _equal(counts, start)
    homes = [_Home([i], 1 << i, 0) for i in range(len(same))]
    links = []
    for i, j in combinations(range(len(same)), 2):
        score = _likeness(same[i][0], same[j][0], start)
        needed = _needed(same[i], same[j])
        if score >= needed:
            links.append((-score, i, j))
        elif needed >= _LINK_AGAINST:
            homes[i].against |= 1 << j
            homes[j].against |= 1 << i
    for _, i, j in sorted(links):
        left, right = homes[i], homes[j]
        if left is not right and not left.against & right.inside:
            homes = [left if home is right else home for home in homes]
            left.take_in(right)
    groups = {id(home): home.rows for home in homes}
    return [
        sorted((count for row in rows for count in same[row]), key=lambda count: count.key)
        for rows in groups.values()
    ]


@dataclass(slots=True)
class _Home:
    """Rows that are of one group, and as bits: those inside it, and those it excludes."""

    rows: list[int]
    inside: int
    against: int

    def take_in(self, other: _Home) -> None:
        self.rows += other.rows
        self.inside |= other.inside
        self.against |= other.against


def _equal(counts: Sequence[Count], start: Period | None) -> list[list[Count]]:
    """The figures that nothing tells apart but their place; without those like nothing, not
    even themselves."""
    equal: dict[Hashable, list[Count]] = defaultdict(list)
    for count in counts:
        equal[_told(count)].append(count)
    known = [same for same in equal.values() if _likeness(same[0], same[0], start) >= _LINK]
    known.sort(key=lambda same: (-len(same), same[0].key))
    return sorted(known[:_MAX_COUNTS], key=lambda same: same[0].key)


def _told(count: Count) -> Hashable:
    """All of a figure that its likeness to others depends on."""
    moment = count.moment if count.act in HARMS else None
    what = count.kind, count.group, count.noun, count.act, count.countries, count.words
    return what, count.periods, moment, count.is_toll, bounds(count.figure)


def _needed(left: Sequence[Count], right: Sequence[Count]) -> float:
    """How alike two figures must be to count one thing; two of one sentence never do."""
    one, other = left[0], right[0]
    if _agree(one, other):
        return _LINK
    if _moved_on(one, other):
        return _LINK_LATER
    if {count.article for count in left} & {count.article for count in right}:
        sentences = [{(c.article, c.sentence) for c in side} for side in (left, right)]
        return 2.0 if sentences[0] & sentences[1] else _LINK_IN_PAGE
    return _LINK_AGAINST if one.kind == "count" else _LINK_MEASURED


def _moved_on(left: Count, right: Count) -> bool:
    """Whether the later of two tolls is the further one."""
    if left.act not in HARMS or not left.moment or not right.moment:
        return False
    earlier = before(left.moment, right.moment)
    if earlier is None:
        return False
    first, last = (left, right) if earlier else (right, left)
    return (first.figure.value < last.figure.value) != (left.act in FALLING)


def _agree(left: Count, right: Count) -> bool:
    return can_agree(left.figure, right.figure)


def _likeness(left: Count, right: Count, start: Period | None) -> float:
    """How surely two figures count one thing, 0 to 1."""
    noun = _noun_likeness(left, right)
    country = _country_likeness(left, right)
    if noun == 0 or country is None or _another_time(left, right, start):
        return 0.0
    act = float(left.act is not None and left.act == right.act)
    smaller = min(len(left.words), len(right.words))
    words = len(left.words & right.words) / smaller if smaller else 0.0
    when = float(any(a.overlaps(b) for a in left.periods for b in right.periods))
    toll = float(left.is_toll and right.is_toll)
    return (
        _NOUN * noun
        + _ACT * act
        + _COUNTRY * country
        + _WORDS * words
        + _WHEN * when
        + _TOLL * toll
        + _SAME * _is_telling(left, right)
    )


def _is_telling(left: Count, right: Count) -> float:
    """1 where both give one number that is too exact or too large for chance."""
    value = left.figure.value
    return float(same_value(left.figure, right.figure) and (value >= _LARGE or value % 1 != 0))


def _noun_likeness(left: Count, right: Count) -> float:
    if left.kind != right.kind and "count" in (left.kind, right.kind):
        return 0.0
    if left.group == right.group:
        return 1.0
    if left.kind != "count":
        return 0.0 if left.noun and right.noun else _UNNAMED
    generic = "generic" in (left.group, right.group) and left.act in HARMS
    return _GENERIC if generic and _agree(left, right) else 0.0


def _country_likeness(left: Count, right: Count) -> float | None:
    """None where they are of different countries."""
    if left.countries and right.countries:
        return 1.0 if left.countries & right.countries else None
    return _ONE_SIDED if left.countries or right.countries else 0.0


def _another_time(left: Count, right: Count, start: Period | None) -> bool:
    """Whether the figures are dated, and of different days; an undated one is of the story."""
    if left.act not in HARMS:
        return False
    if left.periods and right.periods:
        return all(a.gap(b) > 1 for a in left.periods for b in right.periods)
    dated = left.periods or right.periods
    return bool(start and dated and all((start.first - p.last).days > _LONG_AGO for p in dated))
