"""Who or what one number counts: "1,900 staff" in one account, "1,900 comrades" in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.compare.wording.noun_choices import listed_together
from rashomon.compare.wording.uses import (
    ANYTHING,
    LINK,
    MOST,
    Use,
    Uses,
    chosen_apart,
    gather,
    side_by_side,
)

_NUMBER = re.compile(r"\d[\d,]*")
# Money, shares, ages, years, "the 76ers".
_NO_COUNT = re.compile(r"[$€£¥%]|\bRs\b|\d\.\d|\d-years?\b|\b(?:19|20)\d\d\b|\d[^\W\d]|[^\W\d]\d")
_LEAST = 20  # smaller numbers count many things in one story
_RARE = 1_000  # no other thing of a story is so many, where the sentences have something in common
_ALIKE = 0.2


def find_counted_choices(uses: Uses) -> Iterator[tuple[Use, ...]]:
    """The uses of different nouns with one number, where accounts have each their own.

    Cost: linear in the pages, and quadratic in the uses of one number, of which it takes 150.
    """
    by_number: dict[int, list[Use]] = defaultdict(list)
    for use in uses.all:
        number = _number(use)
        if number >= _LEAST and use.phrase.lemma not in ANYTHING:
            by_number[number].append(use)
    for number in sorted(by_number):
        yield from _counted(by_number[number][:MOST], number, uses)


def _counted(own: Sequence[Use], number: int, uses: Uses) -> Iterator[tuple[Use, ...]]:
    """The uses that count one thing."""
    least = _ALIKE if number >= _RARE else LINK
    links = [
        (score, i, j)
        for (i, left), (j, right) in combinations(enumerate(own), 2)
        if left.account != right.account and (score := _score(left, right, uses)) >= least
    ]
    apart = {frozenset(pair) for pair in side_by_side(own)}

    def may_join(one: set[int], other: set[int]) -> bool:
        return not any(frozenset((own[i], own[j])) in apart for i in one for j in other)

    for group in gather(len(own), links, may_join):
        found = [own[i] for i in group]
        if chosen_apart([(use.account, use.phrase.lemma) for use in found]):
            yield tuple(found)


def _score(left: Use, right: Use, uses: Uses) -> float:
    listed = left.phrase.lemma != right.phrase.lemma and listed_together(
        left.phrase.lemma, right.phrase.lemma
    )
    if listed:
        return LINK
    return uses.score(left, right) if uses.alike(left.around, right.around) >= _ALIKE else 0.0


def _number(use: Use) -> int:
    """What the noun is counted as, 0 without a whole number right before it."""
    found = _NUMBER.findall(use.text)
    if len(found) != 1 or _NO_COUNT.search(use.text):
        return 0
    return int(found[0].replace(",", ""))
