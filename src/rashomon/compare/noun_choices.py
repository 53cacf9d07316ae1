"""Which nouns of different accounts are one thing: they stand in the same place of like sentences.

Nouns that pages choose between are on a list; that two of them are one thing in a story the
pages must show: the same governor ("fired live rounds", "live ammunition was fired"), the same
words beside them, sentences of the same words. What one sentence holds side by side is two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.compare.uses import LINK, MOST, Use, Uses, chosen_apart, gather, side_by_side
from rashomon.model.article import Article
from rashomon.model.reading import Phrase

_COLLECTIVE = frozenset("staff personnel workforce crew police crowd mob force family".split())
_AIR_STRIKE = re.compile(
    r"\b(?:air ?strikes?|drones?|missiles?|shelling|warplanes?|bombard\w*)\b", re.IGNORECASE
)
_WALKOUT = re.compile(r"\b(?:on strike|walk-?outs?|picket\w*|strikers|unions?)\b", re.IGNORECASE)
Pairs = frozenset[frozenset[str]]


def find_noun_choices(articles: Sequence[Article], uses: Uses) -> Iterator[tuple[Use, ...]]:
    """The uses of nouns for one thing, of which two accounts have each a noun of its own.

    Cost: linear in the pages, and quadratic in the uses of one group, of which it takes 200.
    """
    raids = {a.id for a in articles if _AIR_STRIKE.search(a.text) and not _WALKOUT.search(a.text)}
    by_group: dict[int, list[Use]] = defaultdict(list)
    for use in uses.all:
        for group in _groups().get(use.phrase.lemma, ()):
            if use.phrase.lemma != "strike" or (use.page in raids) is not _is_of_work(group):
                by_group[group].append(use)
    for group in sorted(by_group):
        own = by_group[group]
        if chosen_apart([(use.account, use.phrase.lemma) for use in own]):
            yield from _things(own, uses, _rows()[group][0])


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files("rashomon.compare").joinpath("noun_choices.txt").read_text("ascii")
    return tuple(tuple(line.split()) for line in text.splitlines() if not line.startswith("#"))


@cache
def _groups() -> dict[str, tuple[int, ...]]:
    """The numbers of the groups that each noun stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(_rows()):
        for noun in row:
            found[noun].append(number)
    return {noun: tuple(numbers) for noun, numbers in found.items()}


def listed_together(left: str, right: str) -> bool:
    """Whether two nouns are of those that pages choose between."""
    return not set(_groups().get(left, ())).isdisjoint(_groups().get(right, ()))


def _is_of_work(group: int) -> bool:
    return "walkout" in _rows()[group]


def _things(own: Sequence[Use], uses: Uses, mark: str) -> Iterator[tuple[Use, ...]]:
    """The uses that are one thing, the surest links first; none that stand side by side."""
    firsts = {(u.account, u.text.lower(), u.sentence): u for u in reversed(own)}
    some = sorted(firsts.values(), key=lambda u: (u.page, u.phrase.start))[:MOST]
    pairs = list(side_by_side(own))
    texts = frozenset(_pair(left.text, right.text) for left, right in pairs)
    lemmas = frozenset(_pair(left.phrase.lemma, right.phrase.lemma) for left, right in pairs)
    links = [
        (score, i, j)
        for (i, left), (j, right) in combinations(enumerate(some), 2)
        if left.account != right.account
        and (score := _score(left, right, uses, mark, lemmas)) >= LINK
    ]

    def may_join(one: set[int], other: set[int]) -> bool:
        return not any(_pair(some[i].text, some[j].text) in texts for i in one for j in other)

    for group in gather(len(some), links, may_join):
        found = [some[i] for i in group]
        if chosen_apart([(use.account, use.phrase.lemma) for use in found]):
            known = {(use.account, use.text.lower()) for use in found}
            yield tuple(use for use in own if (use.account, use.text.lower()) in known)


def _score(left: Use, right: Use, uses: Uses, mark: str, apart: Pairs) -> float:
    """How sure it is that two nouns of a list are one thing, 0 to 2."""
    one, other = left.phrase, right.phrase
    if one.lemma == other.lemma:
        return 1.0 if " " in left.text and left.text.lower() == right.text.lower() else 0.0
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return 0.0
    if mark == "=" and _are_many(one) is not _are_many(other):
        return 0.0
    if mark == "!" and _pair(one.lemma, other.lemma) in apart:
        return 0.0
    if mark == "!" and _are_the_event(left, right):
        return LINK
    return uses.score(left, right)


def _are_many(phrase: Phrase) -> bool:
    return phrase.plural or phrase.lemma in _COLLECTIVE


def _are_the_event(left: Use, right: Use) -> bool:
    """Whether both can be for what the story is about: "Massacre in ...", "the killings"."""
    return (left.top or right.top) and all(
        use.top or (use.phrase.definite and " " not in use.text) for use in (left, right)
    )


def _pair(left: str, right: str) -> frozenset[str]:
    return frozenset((left.lower(), right.lower()))
