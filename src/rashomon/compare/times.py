"""The times of day that accounts give for one act, held against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from rashomon.compare.clock_times import HALF_DAY, Timed, find_times, on_one_day
from rashomon.compare.detail_values import by_relation, in_order, value_of
from rashomon.compare.word_groups import AGAIN
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.reading import Reading

_SAME_WORDS, _SURE = 0.5, 2  # share and number of words from which two times are of one act
_FAR = 180  # minutes; what lies further apart are two acts, or two zones
_NEAR = 60  # minutes, where only the kind of act tells that it is one
Told = Set[tuple[str, str]]
_BESIDE = re.compile(
    r"\b(?:at|about|around|roughly|approximately|on|local time|(?:this |the )?(?:morning|afternoon"
    r"|evening|night)|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[,\[\]]"
)
_EXACT = re.compile(r"^0?(\d+):00(?=[ap]m)")
MAX_TIMES = 1_000  # of one story; one that times more is an index
_MAX_EVENT = 120  # characters of the act's words in a heading


def compare_times(
    articles: Sequence[Article], readings: Mapping[str, Reading], accounts: Mapping[str, str]
) -> tuple[Comparison, ...]:
    """The acts for which two accounts or more write the time of day, and write it differently.

    Order: conflicts first, then by what is compared.
    Cost: quadratic in the times that the story's pages give, at most 1,000.
    """
    pages = {article.id: article for article in articles}
    timed = [
        found
        for article in sorted(articles, key=lambda article: article.id)
        if article.id in readings
        for found in find_times(article, readings[article.id], readings[article.id].dates)
    ]
    groups = _group(timed[:MAX_TIMES])
    found = [_compare(group, pages, accounts) for group in groups]
    real = [comparison for comparison in found if comparison is not None]
    return tuple(sorted(real, key=by_relation))


def _group(timed: Sequence[Timed]) -> list[list[Timed]]:
    """The times of one act each: those that agree first, then those that do not."""
    groups: list[list[Timed]] = []
    for one in timed:
        homes = [group for group in groups if any(_is_one(one, other) for other in group)]
        grown = [one]
        for home in homes:
            if all(_can_agree(left, right) for left in home for right in grown):
                groups.remove(home)
                grown = [*home, *grown]
        groups.append(grown)
    told = Counter((one.article, kind) for one in timed for kind in one.kinds)
    once = {where for where, count in told.items() if count == 1}
    joined: list[list[Timed]] = []
    for group in groups:
        homes = [other for other in joined if _on_another_time(other, group, once)]
        if homes:
            homes[0].extend(group)
        else:
            joined.append(list(group))
    return joined


def _is_one(left: Timed, right: Timed) -> bool:
    """Whether two times that agree are of one act."""
    if not _can_agree(left, right):
        return False
    kinds, shared = left.kinds & right.kinds, left.words & right.words
    if not _written(left, right):
        return bool(kinds and shared)
    return bool(shared and (kinds or left.minute % 30)) or bool(kinds - AGAIN)


def _on_another_time(left: Sequence[Timed], right: Sequence[Timed], once: Told) -> bool:
    """Whether other pages give another time for one act."""
    if {one.article for one in left} & {other.article for other in right}:
        return False
    return any(_same_act(one, other, once) for one in left for other in right)


def _same_act(left: Timed, right: Timed, once: Told) -> bool:
    """Whether two acts with other times are one: they share words, or neither page has another
    act of that kind, and the times are near."""
    kinds = (left.kinds & right.kinds) - AGAIN
    if not (left.half and right.half and left.zone == right.zone and on_one_day(left, right)):
        return False
    smaller = min(len(left.words), len(right.words))
    shared, gap = len(left.words & right.words), _gap(left, right)
    if shared >= _SURE and shared >= _SAME_WORDS * smaller and gap <= _FAR:
        return bool(kinds)
    only = {kind for kind in kinds if {(left.article, kind), (right.article, kind)} <= once}
    return bool(only) and gap <= _NEAR


def _can_agree(left: Timed, right: Timed) -> bool:
    """Whether one minute of one day could be what both mean."""
    zones = bool(left.zone and right.zone) and left.zone != right.zone
    return not zones and on_one_day(left, right) and _gap(left, right) == 0


def _gap(left: Timed, right: Timed) -> int:
    """The minutes between the two at the least, as far as their halves of the day are known."""
    shifts = (0,) if left.half and right.half else (-HALF_DAY, 0, HALF_DAY)
    return min(max(0, right.low - left.high - by, left.low + by - right.high) for by in shifts)


def _written(left: Timed, right: Timed) -> bool:
    """Whether both write one minute."""
    return (left.minute - right.minute) % (1440 if left.half and right.half else HALF_DAY) == 0


def _compare(
    group: Sequence[Timed], pages: Mapping[str, Article], accounts: Mapping[str, str]
) -> Comparison | None:
    forms = {_form(one.span.slice(pages[one.article].text)) for one in group}
    if len({accounts[one.article] for one in group}) < 2 or len(forms) < 2:
        return None
    pairs = [(left, right) for left in group for right in group]
    if not all(_can_agree(left, right) for left, right in pairs):
        relation, reason = Relation.CONFLICT, "one time for it excludes the other"
    elif all(
        _written(left, right) and left.high - left.minute == left.minute - left.low
        for left, right in pairs
    ):
        relation, reason = Relation.SAME, "differently written"
    else:
        relation, reason = Relation.COMPATIBLE, "one is less exact than the other"
    values = [value_of(pages[one.article], one.span, _show(one)) for one in group]
    return Comparison(f"time: {_event(group, pages)}", relation, reason, in_order(values))


def _form(words: str) -> str:
    """The time as it is written, without the day beside it, marks and "about"."""
    bare = _BESIDE.sub(" ", words.lower())
    return _EXACT.sub(r"\1", re.sub(r"[\s.]", "", bare))


def _show(one: Timed) -> str:
    return f"{one.minute // 60 % 24:02}:{one.minute % 60:02}"


def _event(group: Sequence[Timed], pages: Mapping[str, Article]) -> str:
    """The words of the page that say most in few."""
    words = [" ".join(one.act.slice(pages[one.article].text).split()) for one in group]
    return min(words, key=lambda text: (len(text) > _MAX_EVENT, -len(text), text))[:_MAX_EVENT]
