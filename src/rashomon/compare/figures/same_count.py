"""Which figures of a story count one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.compare.figures.counts import Count
from rashomon.compare.figures.relations import FALLING
from rashomon.compare.figures.scope import apart, contest
from rashomon.compare.figures.values import are_near, bounds, can_agree, same_value
from rashomon.compare.word_groups import HARMS
from rashomon.model.moment import before
from rashomon.text.dates.periods import Period
from rashomon.text.lexicon import VAGUE, same_meaning

# Set on stories of ECB+, GVC and BASIL by reading what they join.
_NOUN, _ACT, _COUNTRY, _WORDS, _WHEN, _TOLL, _SAME = 0.35, 0.20, 0.15, 0.30, 0.10, 0.05, 0.15
_LARGE = 1000  # two accounts do not give one large number by chance
_LINK = 0.50
_LINK_AGAINST = 0.62  # figures that exclude each other must be of one thing beyond doubt
_LINK_TOLL = 0.55  # a story has one toll, unless its pages tell of several
_LINK_LATER = 0.58  # a toll that moved on with time is nearly one that agrees
_LINK_MEASURED = 0.75  # more so where no noun says what is measured
_LINK_IN_PAGE = 0.80  # and most where one page gives both, and no two sources
_NEVER = 2.0
_MAX_TIMES = 4.0  # "47 arrests" and "six arrests" are those of two nights
_SMALL = 20  # so few of a kind are counted of many things in one story
_MAX_TOLLS = 6  # of one page; one that gives more tells of several events
_SHARED = 3  # words of two sentences that tell figures of one thing
_GENERIC = 0.6  # "people" for "fighters": may be the same, need not
_UNNAMED = 0.8  # "30,000 hectares" beside "30,000 hectares of farmland"
_ALIKE = 0.8  # two verbs that can tell one act
_ONE_SIDED = 0.3  # one names a country, the other none
_LONG_AGO = 30  # days before the story: what lies further back is another event
_MAX_COUNTS = 300  # different ones of one kind; a story that counts more is an index


def group_counts(
    counts: Sequence[Count], start: Period | None, plain: frozenset[str]
) -> list[list[Count]]:
    """The figures of one kind, joined by the surest links first, never across two that
    exclude each other and are not linked themselves.

    Figures in the same words are one from the start, so that copies of a text cost no more than
    one of them; of more than 300 different ones those that are given most often are held
    together. Each group is in the order of the pages. `plain` is what `plain_pages` tells.
    """
    same = _equal(counts, start)
    homes = [_Home([i], 1 << i, 0) for i in range(len(same))]
    links = []
    for i, j in combinations(range(len(same)), 2):
        score = _likeness(same[i][0], same[j][0], start)
        needed = _needed(same[i], same[j], plain)
        if score >= needed:
            links.append((-score, i, j))
        elif needed >= _LINK_AGAINST and not _admit(same[i][0], same[j][0]):
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
    scope = replace(count.scope, holder=None)
    return what, count.periods, moment, count.is_toll, scope, bounds(count.figure)


def plain_pages(counts: Sequence[Count]) -> frozenset[str]:
    """The pages that give one toll only, or several of which each is another source's.

    A page that is none does not tell of one event, but of a war, or of earlier ones too.
    """
    pages = {count.article for count in counts}
    tolls: dict[Hashable, dict[Hashable, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for count in counts:
        if count.act in HARMS and count.group == "generic" and not count.scope.part:
            tolls[count.article, count.act][bounds(count.figure)].append(count)
    for values in tolls.values():
        told = list(values.values())
        pairs = combinations(told[: _MAX_TOLLS + 1], 2)
        if len(told) > _MAX_TOLLS or not all(_may_stand_together(a, b) for a, b in pairs):
            pages.discard(told[0][0].article)
    return frozenset(pages)


def _may_stand_together(left: Sequence[Count], right: Sequence[Count]) -> bool:
    """Whether two numbers of one page agree, or are those of two sources."""
    if _agree(left[0], right[0]) or _repeats(left, right):
        return True
    return any(
        contest(a.scope, b.scope) or a.scope.earlier != b.scope.earlier for a in left for b in right
    )


def _needed(left: Sequence[Count], right: Sequence[Count], plain: frozenset[str]) -> float:
    """How alike two figures must be to count one thing; two of one sentence never do."""
    one, other = left[0], right[0]
    if _repeats(left, right):
        return 0.0
    agree = _agree(one, other)
    if agree and are_near(one.figure, other.figure):
        return _LINK
    if not agree and (apart(one.scope, other.scope) or not _is_told_alike(one, other)):
        return _NEVER
    moved = _moved_on(one, other)
    if not (agree or moved or are_near(one.figure, other.figure, _MAX_TIMES)):
        return _NEVER
    if {count.article for count in left} & {count.article for count in right}:
        return _needed_in_page(left, right, plain)
    if {one.article, other.article} <= plain and _is_one_toll(one, other):
        return _LINK_TOLL
    if moved:
        return _LINK_LATER
    return _LINK_AGAINST if one.kind == "count" else _LINK_MEASURED


def _needed_in_page(left: Sequence[Count], right: Sequence[Count], plain: frozenset[str]) -> float:
    """The same where one page gives both: two sources must, or the page contradicts itself."""
    of_page: dict[str, list[Count]] = defaultdict(list)
    for count in left:
        of_page[count.article].append(count)
    pairs = [(a, b) for b in right for a in of_page.get(b.article, ())]
    disputed = any(contest(a.scope, b.scope) for a, b in pairs)
    revised = any(a.scope.earlier != b.scope.earlier for a, b in pairs)
    if not revised and any(a.sentence == b.sentence for a, b in pairs):
        return _NEVER
    tolls = _is_one_toll(left[0], right[0])
    if tolls and (disputed or revised or {a.article for a, _ in pairs} <= plain):
        return _LINK_TOLL
    if left[0].kind == "count" and (disputed or revised):
        return _LINK_AGAINST
    differ = left[0].act in HARMS and not _agree(left[0], right[0])
    return _NEVER if differ else _LINK_IN_PAGE


def _is_one_toll(left: Count, right: Count) -> bool:
    """Whether both tell how many people in all met one fate."""
    generic = left.group == right.group == "generic" and left.act in HARMS
    return generic and ((left.is_toll and right.is_toll) or bool(left.words & right.words))


def _repeats(left: Sequence[Count], right: Sequence[Count]) -> bool:
    """Whether one of them is brought forward without a noun, for the other or beside it."""
    if not any(count.echo for side in (left, right) for count in side):
        return False
    keys = [{count.echo or count.key for count in side} for side in (left, right)]
    return bool(keys[0] & keys[1])


def _is_told_alike(left: Count, right: Count) -> bool:
    """Whether figures that differ are of one act at one time, and told in words they share.

    Without it "three jurors decided" would dispute "eight jurors were black".
    """
    if left.act in HARMS:  # a toll is dated by when it stood; _another_time sees to the rest
        return True
    if left.periods and right.periods and not _overlap(left, right):
        return False
    shared = len(left.words & right.words)
    one_act = left.act is not None and left.act not in VAGUE and same_meaning(*_acts(left, right))
    small = max(left.figure.value, right.figure.value) < _SMALL
    if one_act and shared >= (_SHARED if small else 1):
        return True
    return not small and shared > 1 and 2 * shared >= min(len(left.words), len(right.words))


def _acts(left: Count, right: Count) -> tuple[str, str]:
    return left.act or "", right.act or ""


def _overlap(left: Count, right: Count) -> bool:
    return any(a.overlaps(b) for a in left.periods for b in right.periods)


def _moved_on(left: Count, right: Count) -> bool:
    """Whether the later of two tolls is the further one."""
    if left.act not in HARMS or not left.moment or not right.moment:
        return False
    earlier = before(left.moment, right.moment)
    if earlier is None:
        return False
    first, last = (left, right) if earlier else (right, left)
    return (first.figure.value < last.figure.value) != (left.act in FALLING)


def _admit(left: Count, right: Count) -> bool:
    """Whether they are tolls that admit each other, and so keep nothing apart."""
    return left.act in HARMS and _agree(left, right)


def _agree(left: Count, right: Count) -> bool:
    return can_agree(left.figure, right.figure)


def _likeness(left: Count, right: Count, start: Period | None) -> float:
    """How surely two figures count one thing, 0 to 1."""
    noun = _noun_likeness(left, right)
    country = _country_likeness(left, right)
    if noun == 0 or country is None or _another_time(left, right, start):
        return 0.0
    act = _act_likeness(left, right)
    smaller = min(len(left.words), len(right.words))
    words = len(left.words & right.words) / smaller if smaller else 0.0
    when = float(_overlap(left, right))
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


def _act_likeness(left: Count, right: Count) -> float:
    if left.act is None or right.act is None:
        return 0.0
    return float(left.act == right.act) or _ALIKE * same_meaning(left.act, right.act)


def _is_telling(left: Count, right: Count) -> float:
    """1 where both give one number that is too exact or too large for chance."""
    value = left.figure.value
    exact = value >= _LARGE or value % 1 != 0 or (value >= _SMALL and value % 5 != 0)
    return float(same_value(left.figure, right.figure) and exact)


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
    happened = [() if count.as_of else count.periods for count in (left, right)]
    if all(happened):
        return all(a.gap(b) > 1 for a in happened[0] for b in happened[1])
    dated = happened[0] or happened[1]
    return bool(start and dated and all((start.first - p.last).days > _LONG_AGO for p in dated))
