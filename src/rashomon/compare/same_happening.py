"""Which happenings of a story are one, and which of these are given different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

from rashomon.compare.happenings import Happening
from rashomon.model.dossier import EntryKind

_WORDS = 0.30  # share of the smaller side's words
_FEW_WORDS = 0.15
_MANY_WORDS = 0.50
_NO_WORDS = 0.5  # an act named without its parts ("the strike") may be any of its kind
_FAR = 7  # days; what lies further apart are two happenings, not two days for one
MAX_DIFFERENT = 600  # happenings of one story; a story that dates more is an index
Group = list[Happening]


def group_happenings(happenings: Sequence[Happening]) -> list[Group]:
    """The happenings in groups that tell one each, whether they agree on its day or not.

    Of more than 600 different ones those that are told most often are held together.
    Order: of the first member's key.
    Cost: quadratic in the different happenings of a story; copies of a text tell one.
    """
    equal: dict[Hashable, Group] = defaultdict(list)
    for happening in sorted(happenings, key=lambda h: h.key):
        equal[_all_told(happening)].append(happening)
    most = sorted(equal.values(), key=lambda same: (-len(same), same[0].key))[:MAX_DIFFERENT]
    copies = {same[0]: same for same in most}
    groups = _merge([[first] for first in sorted(copies, key=lambda h: h.key)], _is_one)

    def is_told_apart(left: Group, right: Group) -> bool:
        pages = [{h.article for first in side for h in copies[first]} for side in (left, right)]
        return not pages[0] & pages[1] and _is_one_on_another_day(left, right)

    groups = _merge(groups, is_told_apart)
    return [[h for first in group for h in copies[first]] for group in groups]


def _all_told(happening: Happening) -> Hashable:
    """All of a happening but where it is told."""
    h = happening
    said = h.heads, h.acts, h.names, h.words, h.speakers, h.denied
    return h.value, h.period, h.kind, h.by_story, said


def _merge(groups: list[Group], same: Callable[[Group, Group], bool]) -> list[Group]:
    """The groups, those joined that `same` says are one, until none is left to join."""
    joined: list[Group] = []
    for group in groups:
        homes = [home for home in joined if same(home, group)]
        if homes:
            for home in homes[1:]:
                homes[0].extend(home)
                joined.remove(home)
            homes[0].extend(group)
        else:
            joined.append(list(group))
    return joined


def _is_one(left: Group, right: Group) -> bool:
    """Whether any two of them are alike and none is kept apart by who says it."""
    return any(_alike(a, b) for a in left for b in right) and not any(
        _apart(a, b) for a in left for b in right
    )


def _alike(left: Happening, right: Happening) -> bool:
    """Whether two happenings of one time are one."""
    if not left.period.overlaps(right.period):
        return False
    words, acts = _shared_words(left, right), bool(left.acts & right.acts)
    names = bool(left.names & right.names)
    if left.kind is EntryKind.REPORT and right.kind is EntryKind.REPORT:
        if not left.acts and not right.acts:
            return words >= _MANY_WORDS  # what was told is a state: "that the hull was rotten"
        return acts and (words >= _WORDS or bool(left.speakers & right.speakers))
    if not (left.is_day and right.is_day):
        told = left.kind is right.kind and acts
        return told and (words >= _WORDS or (names and words >= _FEW_WORDS))
    if left.kind is not right.kind:
        return acts and words >= _FEW_WORDS
    return (acts and (names or words >= _FEW_WORDS)) or (names and words >= _WORDS)


def _apart(left: Happening, right: Happening) -> bool:
    """Reports of different things on one day: one denies, or two who are named say them."""
    if EntryKind.EVENT in (left.kind, right.kind):
        return not left.period.overlaps(right.period)
    named = bool(left.speakers and right.speakers)
    return left.denied != right.denied or (named and not left.speakers & right.speakers)


def _shared_words(left: Happening, right: Happening) -> float:
    smaller = min(len(left.words), len(right.words))
    return len(left.words & right.words) / smaller if smaller else _NO_WORDS


def _is_one_on_another_day(left: Group, right: Group) -> bool:
    """Whether two days are given for one act or one report."""
    pairs = [(a, b) for a in left for b in right]
    near = all(a.is_day and b.is_day and a.period.gap(b.period) <= _FAR for a, b in pairs)
    return near and any(_same_told(a, b) for a, b in pairs)


def _same_told(left: Happening, right: Happening) -> bool:
    words, heads = _shared_words(left, right), bool(left.heads & right.heads)
    if left.kind is not right.kind:
        return False
    if left.kind is EntryKind.REPORT:
        same = bool(left.speakers & right.speakers) and left.denied == right.denied
        states = not left.heads and not right.heads and words >= _MANY_WORDS
        return same and (states or (heads and words >= _WORDS))
    numbers = _numbers(left), _numbers(right)
    other = all(numbers) and not numbers[0] & numbers[1]  # a toll of 19, then one of 23
    return heads and not other and bool(left.names & right.names) and words >= _MANY_WORDS


def _numbers(happening: Happening) -> set[str]:
    return {word for word in happening.words if word[0].isdigit()}


def pairs_of_days(group: Group) -> bool:
    """Whether two members give days that exclude each other."""
    return any(not a.period.overlaps(b.period) for a, b in combinations(group, 2))
