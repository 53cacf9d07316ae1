"""One text as stories see it, and which other texts it is like."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import repeat
from operator import mul

from rashomon.stories.features import Features

_NEAR_DAYS = 3  # between first report and follow-up of one event
FAR_DAYS = 30  # from which on pages tell two events
# An eyewitness, a press release and an agency tell one event in three vocabularies, but name the
# same people and places on the same days. Chosen on BASIL: no two events there come near it.
_SAME_DAYS = 2
_SAME_NAMES = 3
LEAST = 0.1  # likeness by words: below it the names may be an outlet's staff or town
_NAMED = 0.24  # likeness that the names make up to
TELLING_WORDS = 24  # of a text, its heaviest, by which others find it
_COMMON = 1000  # open texts from which on a word finds nothing: it would find everything
_LOOKED_AT = 64  # texts that one is held against
_KEPT = 40  # of them, that it remembers being like

Alike = Mapping[str, Mapping[str, tuple[float, float]]]
"""By text, those that it is like: the product of their words, and what shared names add."""
Postings = Mapping[str, tuple[str, ...]]
"""By telling word, the texts that have it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all its copies: their mean features, and their first and last known day.

    `pages` are ids with their content hashes; `seen` is the day of the window that last had one.
    """

    id: str
    pages: tuple[tuple[str, str], ...]
    features: Features
    first: int | None
    last: int | None
    seen: int | None = None

    def words(self) -> dict[str, float]:
        """The words with their weights."""
        return dict(zip(self.features.words, self.features.weights, strict=True))

    def telling(self) -> tuple[str, ...]:
        """The heaviest words, by which others find it."""
        words = zip(self.features.weights, self.features.words, strict=True)
        heaviest = sorted(words, key=lambda each: (-each[0], each[1]))
        return tuple(word for _, word in heaviest[:TELLING_WORDS])


def near(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> float:
    """1 for a few days between two spans of days, falling to 0 for a month; 1 without a date."""
    (first, last), (other_first, other_last) = left, right
    if first is None or last is None or other_first is None or other_last is None:
        return 1.0
    gap = max(other_first - last, first - other_last, 0)
    return min(1.0, max(0.0, (FAR_DAYS - gap) / (FAR_DAYS - _NEAR_DAYS)))


def join_copies(texts: Iterable[Text]) -> Text:
    """One text of several that are copies, by the mean of their pages."""
    parts = sorted(texts, key=lambda text: text.id)
    if len(parts) == 1:
        return parts[0]
    total: dict[str, float] = defaultdict(float)
    size = sum(len(part.pages) for part in parts)
    for part in parts:
        for word, weight in zip(part.features.words, part.features.weights, strict=True):
            total[word] += weight * len(part.pages) / size
    words = tuple(sorted(total))
    days = [day for part in parts for day in (part.first, part.last) if day is not None]
    return replace(
        parts[0],
        pages=tuple(sorted(page for part in parts for page in part.pages)),
        features=Features(
            words,
            array("f", [total[word] for word in words]),
            tuple(sorted({name for part in parts for name in part.features.names})),
            min(days, default=None),
        ),
        first=min(days, default=None),
        last=max(days, default=None),
        seen=max((part.seen for part in parts if part.seen is not None), default=None),
    )


def find_alike(
    text: Text, texts: Mapping[str, Text], postings: Postings
) -> dict[str, tuple[float, float]]:
    """The open texts that this one is like, the most alike only.

    Cost: bounded, whatever is open: words that everybody has find nothing.
    """
    words = text.words()
    found: dict[str, float] = defaultdict(float)
    for word, weight in words.items():
        held = postings.get(word, ())
        if len(held) <= _COMMON:
            for other in held:
                found[other] += weight
    found.pop(text.id, None)
    best = sorted(found, key=lambda other: (-round(found[other], 6), other))[:_LOOKED_AT]
    names = frozenset(text.features.names)
    alike = {other: _likeness(text, words, names, texts[other]) for other in best}
    kept = [other for other in best if alike[other][0] >= LEAST]
    kept.sort(key=lambda other: (-round(sum(alike[other]), 6), other))
    return {other: alike[other] for other in kept[:_KEPT]}


def _likeness(
    text: Text, words: Mapping[str, float], names: frozenset[str], other: Text
) -> tuple[float, float]:
    held = map(words.get, other.features.words, repeat(0.0))
    product = sum(map(mul, held, other.features.weights))
    spans = (text.first, text.last), (other.first, other.last)
    value = product * near(*spans)
    if value < LEAST or value >= _NAMED or not _same_days(*spans):
        return product, 0.0
    shared = len(names.intersection(other.features.names))
    return product, _NAMED - value if shared >= _SAME_NAMES else 0.0


def _same_days(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> bool:
    (first, last), (other_first, other_last) = left, right
    if first is None or last is None or other_first is None or other_last is None:
        return False
    return max(other_first - last, first - other_last) <= _SAME_DAYS
