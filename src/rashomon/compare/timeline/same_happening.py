"""Which happenings of a story are one, and which of these are given different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations

from rashomon.compare.timeline.happenings import Happening
from rashomon.compare.word_groups import AGAIN
from rashomon.model.dossier import EntryKind

_WORDS = 0.30  # share of the smaller side's words
_FEW_WORDS = 0.15
_MANY_WORDS = 0.50
_NO_WORDS = 0.5  # an act named without its parts ("the strike") may be any of its kind
_FAR = 7  # days; what lies further apart are two happenings, not two days for one
_ACCOUNTS = 2  # from which on a day told more and less exactly is worth a line
_SURE_WORDS = 4  # shared words that make up for a missing name
MAX_DIFFERENT = 600  # happenings of one story; a story that dates more is an index
Group = list[Happening]
Test = Callable[[Group, Group], bool]


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
    alone = [[first] for first in sorted(copies, key=lambda h: h.key)]
    groups = _merge(alone, _is_one, _is_apart)

    def on_one_page(left: Group, right: Group) -> bool:
        pages = [{h.article for first in side for h in copies[first]} for side in (left, right)]
        return bool(pages[0] & pages[1]) or not _are_near(left, right)

    groups = _merge(groups, _is_one_on_another_day, on_one_page)
    return [[h for first in group for h in copies[first]] for group in groups]


def _all_told(happening: Happening) -> Hashable:
    """All of a happening but where it is told."""
    h = happening
    said = h.heads, h.acts, h.names, h.words, h.speakers, h.denied
    return h.value, h.period, h.kind, h.by_story, said


def _merge(groups: list[Group], same: Test, apart: Test) -> list[Group]:
    """The groups, those joined that `same` says are one, unless they are kept `apart`."""
    joined: list[Group] = []
    for group in groups:
        homes = [home for home in joined if same(home, group) and not apart(home, group)]
        grown = list(group)
        for home in homes:
            if not apart(home, grown):
                joined.remove(home)
                grown = [*home, *grown]
        joined.append(grown)
    return joined


def _is_one(left: Group, right: Group) -> bool:
    """Whether any two of them are alike."""
    return any(_alike(a, b) for a in left for b in right)


def _is_apart(left: Group, right: Group) -> bool:
    """Whether any two of them are kept apart by who says it, or when."""
    return any(_apart(a, b) for a in left for b in right)


def _alike(left: Happening, right: Happening) -> bool:
    """Whether two happenings of one time are one."""
    if not left.period.overlaps(right.period):
        return False
    words, acts = _shared_words(left, right), bool(left.acts & right.acts)
    names = bool(left.names & right.names)
    if left.is_vague or right.is_vague:  # "the 2016 vote" is not what was voted on in May 2016
        enough = _MANY_WORDS if left.is_vague is not right.is_vague else _WORDS
        return acts and words >= enough and (names or bool(left.heads & right.heads))
    if left.kind is EntryKind.REPORT and right.kind is EntryKind.REPORT:
        if not left.acts and not right.acts:
            return words >= _MANY_WORDS  # what was told is a state: "that the hull was rotten"
        enough = words >= _MANY_WORDS and len(left.words & right.words) >= _SURE_WORDS
        return enough or (acts and (words >= _WORDS or bool(left.speakers & right.speakers)))
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
    return any(_same_told(a, b) for a in left for b in right)


def _are_near(left: Group, right: Group) -> bool:
    """Whether all days are known and lie near each other."""
    pairs = [(a, b) for a in left for b in right]
    return all(a.is_day and b.is_day and a.period.gap(b.period) <= _FAR for a, b in pairs)


def _same_told(left: Happening, right: Happening) -> bool:
    if left.kind is not right.kind:
        return False
    heads = (left.heads & right.heads) - AGAIN
    if left.kind is EntryKind.EVENT and not heads:
        return False
    words = _shared_words(left, right)
    if left.kind is EntryKind.REPORT:
        same = bool(left.speakers & right.speakers) and left.denied == right.denied
        states = not left.heads and not right.heads and words >= _MANY_WORDS
        return same and (states or (bool(heads) and words >= _WORDS))
    numbers = _numbers(left), _numbers(right)
    other = all(numbers) and not numbers[0] & numbers[1]  # a toll of 19, then one of 23
    known = bool(left.names & right.names) or len(left.words & right.words) >= _SURE_WORDS
    return not other and known and words >= _MANY_WORDS


def _numbers(happening: Happening) -> set[str]:
    return {word for word in happening.words if word[0].isdigit()}


def pairs_of_days(group: Group) -> bool:
    """Whether two members give days that exclude each other."""
    periods = {h.period for h in group}  # copies of one text give one
    return any(not one.overlaps(other) for one, other in combinations(periods, 2))


def find_vague(group: Group, accounts: Mapping[str, str]) -> Group:
    """Those of an event's members that date one act, some by the day and some by less.

    None where one account tells it, or where the act is one that is done again.
    """
    if any(h.kind is not EntryKind.EVENT for h in group):
        return []
    exact = [h for h in group if h.is_day]
    heads = frozenset().union(*(h.heads for h in exact)) - AGAIN
    told = exact + [h for h in group if not h.is_day and h.heads & heads]
    if len({accounts.get(h.article, h.article) for h in told}) < _ACCOUNTS:
        return []
    by_account: dict[str, set[bool]] = defaultdict(set)
    for h in told:
        by_account[accounts.get(h.article, h.article)].add(h.is_day)
    return told if {True} in by_account.values() and {False} in by_account.values() else []
