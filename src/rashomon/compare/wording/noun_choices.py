"""Which nouns of different accounts are one thing: they stand in the same place of like sentences.

Nouns that pages choose between are on a list; that two of them are one thing in a story the
pages must show: the same governor ("fired live rounds", "live ammunition was fired"), the same
words beside them, sentences of the same words. What one sentence holds side by side is two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.compare.wording.uses import LINK, MOST, Use, Uses, chosen_apart, gather, side_by_side
from rashomon.model.article import Article
from rashomon.model.reading import Phrase

_COLLECTIVE = frozenset("staff personnel workforce crew police crowd mob force family".split())
_AIR_STRIKE = re.compile(
    r"\b(?:air ?strikes?|drones?|missiles?|shelling|warplanes?|bombard\w*)\b", re.IGNORECASE
)
_WALKOUT = re.compile(r"\b(?:on strike|walk-?outs?|picket\w*|strikers|unions?)\b", re.IGNORECASE)
_BETWEEN = 8  # characters between what stands in apposition: a comma and an article
_MAIN_LINK = 0.34  # of what the story is about, less must show that two nouns are one thing
_FEW, _MOST_ACCOUNTS = 4, 0.6
Pairs = frozenset[frozenset[str]]


def find_noun_choices(articles: Sequence[Article], uses: Uses) -> Iterator[tuple[Use, ...]]:
    """The uses of nouns for one thing, of which two accounts have each a noun of its own.

    Cost: linear in the pages, and quadratic in the uses of one group, of which it takes 150.
    """
    raids = {a.id for a in articles if _AIR_STRIKE.search(a.text) and not _WALKOUT.search(a.text)}
    by_group: dict[int, list[Use]] = defaultdict(list)
    for use in uses.all:
        for group in _groups().get(use.phrase.lemma, ()):
            if use.phrase.lemma != "strike" or (use.page in raids) is not _is_of_work(group):
                by_group[group].append(use)
    accounts = len({use.account for use in uses.all})
    for group in sorted(by_group):
        own = by_group[group]
        if chosen_apart([(use.account, use.phrase.lemma) for use in own]):
            mark = _rows()[group][0]
            main = mark != "=" and _is_main(own, accounts)
            least = _MAIN_LINK if main else LINK
            yield from _things(own, uses, mark, least)


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files("rashomon.compare.wording").joinpath("noun_choices.txt").read_text("ascii")
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


def _is_main(own: Sequence[Use], accounts: int) -> bool:
    """Whether the story is about it: most of at least four accounts speak of it."""
    speak = len({use.account for use in own})
    return speak >= _FEW and speak >= _MOST_ACCOUNTS * accounts


def _things(own: Sequence[Use], uses: Uses, mark: str, least: float) -> Iterator[tuple[Use, ...]]:
    """The uses that are one thing, the surest links first; none that stand side by side."""
    some = _some(own)
    pairs = [pair for pair in side_by_side(own) if not _in_apposition(*pair)]
    texts = frozenset(_pair(left.text, right.text) for left, right in pairs)
    lemmas = frozenset(_pair(left.phrase.lemma, right.phrase.lemma) for left, right in pairs)
    links = [
        (score, i, j)
        for (i, left), (j, right) in combinations(enumerate(some), 2)
        if (left.account != right.account or _in_apposition(left, right))
        and (score := _score(left, right, uses, mark, lemmas)) >= least
    ]

    def may_join(one: set[int], other: set[int]) -> bool:
        return not any(_pair(some[i].text, some[j].text) in texts for i in one for j in other)

    for group in gather(len(some), links, may_join):
        found = [some[i] for i in group]
        if _is_said(found) or chosen_apart([(use.account, use.phrase.lemma) for use in found]):
            known = {(use.account, use.text.lower()) for use in found}
            yield tuple(use for use in own if (use.account, use.text.lower()) in known)


def _some(own: Sequence[Use]) -> list[Use]:
    """As many uses as are compared, some of each noun in every account."""
    seen: Counter[tuple[str, str]] = Counter()
    ranked: dict[tuple[str, str, int], tuple[int, Use]] = {}
    for use in own:
        key = use.account, use.text.lower(), use.sentence
        if key not in ranked:
            seen[use.account, use.phrase.lemma] += 1
            ranked[key] = seen[use.account, use.phrase.lemma], use
    chosen = sorted(ranked.values(), key=lambda found: (found[0], found[1].page))[:MOST]
    return sorted((use for _, use in chosen), key=lambda use: (use.page, use.phrase.start))


def _score(left: Use, right: Use, uses: Uses, mark: str, apart: Pairs) -> float:
    """How sure it is that two nouns of a list are one thing, 0 to 2."""
    one, other = left.phrase, right.phrase
    if one.lemma == other.lemma:
        return _same_words(left, right, mark)
    if _in_apposition(left, right):
        return 1.0
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return 0.0
    if mark == "=" and _are_many(one) is not _are_many(other):
        return 0.0
    if mark == "!" and _pair(one.lemma, other.lemma) in apart:
        return 0.0
    if mark == "!" and _are_the_event(left, right):
        return LINK
    return uses.score(left, right)


def _same_words(left: Use, right: Use, mark: str) -> float:
    """Whether one noun is for one thing twice: "the promoters" are the same in a whole story."""
    if left.text.lower() != right.text.lower():
        return 0.0
    group = mark == "=" and left.phrase.plural and left.phrase.definite and right.phrase.definite
    return 1.0 if " " in left.text else LINK if group else 0.0


def _in_apposition(left: Use, right: Use) -> bool:
    """Whether a page says that they are one: "the promoters, the Devakaran family, ..."."""
    if left.page != right.page or left.sentence != right.sentence:
        return False
    one, other = sorted((left.phrase, right.phrase), key=lambda phrase: phrase.start)
    near = 0 <= other.start - one.end <= _BETWEEN
    return near and other.relation == "appos" and other.governor == one.lemma


def _is_said(found: Sequence[Use]) -> bool:
    """Whether a page says that two of the nouns are one, and another account has but one."""
    accounts = {use.account: set[str]() for use in found}
    for use in found:
        accounts[use.account].add(use.phrase.lemma)
    differ = len(set(map(frozenset, accounts.values()))) > 1
    return differ and any(_in_apposition(*pair) for pair in combinations(found, 2))


def _are_many(phrase: Phrase) -> bool:
    return phrase.plural or phrase.lemma in _COLLECTIVE


def _are_the_event(left: Use, right: Use) -> bool:
    """Whether both can be for what the story is about: "Massacre in ...", "the killings"."""
    return (left.top or right.top) and all(
        use.top or (use.phrase.definite and " " not in use.text) for use in (left, right)
    )


def _pair(left: str, right: str) -> frozenset[str]:
    return frozenset((left.lower(), right.lower()))
