"""One text as stories see it, and which other texts it is like."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from itertools import repeat
from operator import itemgetter, mul
from typing import NamedTuple

from rashomon.stories.features import Features

_NEAR_DAYS = 3  # between first report and follow-up of one event
FAR_DAYS = 30  # from which on pages tell two events
# An eyewitness, a press release and an agency tell one event in three vocabularies, but name the
# same people and places on the same days. Of 622 pages of one day, 24 pairs shared three names
# that the table of words lacks, and two told one event: "Ohio", "Dorothy" and "RBI" are not rare.
_SAME_DAYS = 2
_SAME_NAMES = 3
LEAST = 0.1  # likeness by words: below it the names may be an outlet's staff or town
_NAMED = 0.24  # likeness that the names make up to
TELLING_WORDS = 24  # of a text, its heaviest, by which others find it
_COMMON = 1000  # open texts that a word finds, the last ones: else it would find everything
_ASKED = 96  # words of a text, the heaviest, by which it looks for others
_MET = 4000  # texts, the same one more than once, that these find
_FOUND = 0.03  # of a likeness, by telling words: of pairs alike by .1, 1 in 1,000 has less
_LOOKED_AT = 64  # texts that one is held against
_KEPT = 40  # of them, that it remembers being like
_MOST_WORDS = 1000  # of all copies of one text, the heaviest


class Like(NamedTuple):
    """How alike a text is to another: the product of their words, what shared names add, and how
    many pages the other had then."""

    product: float
    named: float
    pages: int


class Posting(NamedTuple):
    """How many texts have a telling word, and of them the last thousand, with its weights."""

    texts: int
    ids: tuple[str, ...]
    weights: tuple[float, ...]

    def changed(self, gone: Set[str], less: int, fresh: Mapping[str, float]) -> Posting:
        """Without those that are gone, `less` in all, and with the fresh ones."""
        kept = [k for k, id_ in enumerate(self.ids) if id_ not in gone] if less else None
        ids = self.ids if kept is None else tuple(self.ids[k] for k in kept)
        weights = self.weights if kept is None else tuple(self.weights[k] for k in kept)
        return Posting(
            self.texts - less + len(fresh),
            (*ids, *fresh)[-_COMMON:],
            (*weights, *fresh.values())[-_COMMON:],
        )


NO_POSTING = Posting(0, (), ())
Alike = Mapping[str, Mapping[str, Like]]
"""By text, those that it was like when it came, or got its last copy."""
Postings = Mapping[str, Posting]
"""By telling word."""


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

    def telling(self) -> dict[str, float]:
        """The heaviest words, by which others find it, with their weights."""
        return _heaviest(self.words(), TELLING_WORDS)


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
    total = _heaviest(dict(sorted(total.items())), _MOST_WORDS)
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


def _heaviest(words: Mapping[str, float], count: int) -> dict[str, float]:
    """The heaviest, ties by their order in `words`."""
    return dict(sorted(words.items(), key=itemgetter(1), reverse=True)[:count])


def find_alike(text: Text, texts: Mapping[str, Text], postings: Postings) -> dict[str, Like]:
    """The open texts that this one is like, the most alike only.

    Words that everybody has are asked last: they find the texts of an event that is so large.
    Cost: bounded, whatever is open.
    """
    words = text.words()
    found: dict[str, float] = defaultdict(float)
    met = 0
    asked = [(postings.get(w, NO_POSTING), value) for w, value in _heaviest(words, _ASKED).items()]
    for held, weight in sorted(asked, key=lambda each: each[0].texts > _COMMON):
        met += len(held.ids)
        if met > _MET:
            break
        for other, its in zip(held.ids, held.weights, strict=True):
            found[other] += weight * its
    found.pop(text.id, None)
    likely = [(round(value, 6), other) for other, value in found.items() if value >= _FOUND]
    likely = sorted(likely, reverse=True)[:_LOOKED_AT]
    names = frozenset(text.features.names)
    alike = {other: _likeness(text, words, names, texts[other]) for _, other in likely}
    kept = [other for other in alike if alike[other].product >= LEAST]
    kept.sort(key=lambda o: (-round(alike[o].product + alike[o].named, 6), o))
    return {other: alike[other] for other in kept[:_KEPT]}


def _likeness(text: Text, words: Mapping[str, float], names: frozenset[str], other: Text) -> Like:
    held = map(words.get, other.features.words, repeat(0.0))
    product = sum(map(mul, held, other.features.weights))
    spans = (text.first, text.last), (other.first, other.last)
    value, pages = product * near(*spans), len(other.pages)
    if not LEAST <= value < _NAMED or not _same_days(*spans):
        return Like(product, 0.0, pages)
    shared = len(names.intersection(other.features.names))
    return Like(product, _NAMED - value if shared >= _SAME_NAMES else 0.0, pages)


def _same_days(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> bool:
    (first, last), (other_first, other_last) = left, right
    if first is None or last is None or other_first is None or other_last is None:
        return False
    return max(other_first - last, first - other_last) <= _SAME_DAYS
