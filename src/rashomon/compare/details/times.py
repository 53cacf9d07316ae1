"""The times of day that accounts give for one act, held against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from rashomon.compare.detail_values import by_relation, in_order, value_of
from rashomon.compare.details.clock_times import HALF_DAY, Timed, find_times, on_one_day
from rashomon.compare.word_groups import AGAIN
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.reading import Reading
from rashomon.text.encoder import Encoder

_SAME_WORDS, _SURE = 0.5, 2  # share and number of words from which two times are of one act
_FAR = 180  # minutes; what lies further apart are two acts, or two zones
_NEAR = 60  # minutes, where only the kind of act tells that it is one
_ALIKE = 0.53  # cosine; on 216 stories and five of ours all pairs above it are of one act
Same = Callable[[Timed, Timed], bool]
_BESIDE = re.compile(
    r"\b(?:at|about|around|roughly|approximately|on|local time|(?:this |the )?(?:morning|afternoon"
    r"|evening|night)|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[,\[\]]"
)
_EXACT = re.compile(r"^0?(\d+):00(?=[ap]m)")
MAX_TIMES = 1_000  # of one story; one that times more is an index
_MAX_EVENT = 120  # characters of the act's words in a heading


def compare_times(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    accounts: Mapping[str, str],
    encoder: Encoder | None = None,
) -> tuple[Comparison, ...]:
    """The acts for which two accounts or more write the time of day, and write it differently.

    Without an encoder only words tell that two acts with other times are one.
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
    timed = timed[:MAX_TIMES]
    groups = _join(_group(timed), _find_same(timed, pages, encoder))
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
    return groups


def _join(groups: Sequence[list[Timed]], same: Same) -> list[list[Timed]]:
    """The groups, those of one act joined that no page gives two times for."""
    joined: list[list[Timed]] = []
    for group in groups:
        homes = [other for other in joined if _on_another_time(other, group, same)]
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


def _on_another_time(left: Sequence[Timed], right: Sequence[Timed], same: Same) -> bool:
    """Whether other pages give another time for one act."""
    if {one.article for one in left} & {other.article for other in right}:
        return False
    return any(same(one, other) for one in left for other in right)


def _find_same(
    timed: Sequence[Timed], pages: Mapping[str, Article], encoder: Encoder | None
) -> Same:
    """The test whether two acts with other times are one: they share words, or neither page has
    another act of that kind, or they mean much the same."""
    told = Counter((one.article, kind) for one in timed for kind in one.kinds)
    texts = [_without_time(one, pages[one.article].text) for one in timed]
    vectors = None if encoder is None or not texts else encoder.encode(texts)
    row = {one: number for number, one in enumerate(timed)}

    def same(left: Timed, right: Timed) -> bool:
        if not (left.half and right.half and left.zone == right.zone and on_one_day(left, right)):
            return False
        kinds, gap = (left.kinds & right.kinds) - AGAIN, _gap(left, right)
        if _share_words(left, right) and gap <= _FAR and kinds:
            return True
        only = any(told[left.article, kind] == 1 == told[right.article, kind] for kind in kinds)
        means = (
            vectors is not None
            and round(float(vectors[row[left]] @ vectors[row[right]]), 4) >= _ALIKE
        )
        return gap <= _NEAR and (only or means)

    return same


def _share_words(left: Timed, right: Timed) -> bool:
    shared = len(left.words & right.words)
    return shared >= max(_SURE, _SAME_WORDS * min(len(left.words), len(right.words)))


def _without_time(one: Timed, text: str) -> str:
    act, span = one.act, one.span
    words = f"{text[act.start : span.start]} {text[span.end : max(act.end, span.end)]}"
    return " ".join(words.split())


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
