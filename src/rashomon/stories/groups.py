"""A story in the making: its texts, and the sums by which it is held against others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import mul

from rashomon.stories.texts import Text, near

THRESHOLD = 0.24  # mean likeness from which groups are one story
LARGE = 64  # texts from which on a story is not parted any more: that bounds a window's cost
_NOTHING = 1e-9  # what rounding may leave of a word that no text holds any more
_PRIOR = 6  # pairs at the threshold that every group starts with: a few pages prove no shape


@dataclass(frozen=True, slots=True)
class Sums:
    """What is kept of a large story, so that a window need not ask its texts: the sums of their
    words, their first and last day, and the sum of the likeness of their pairs."""

    words: dict[str, float]
    first: int | None
    last: int | None
    inner: float


@dataclass(slots=True)
class Group:
    """A story in the making; `inner` is the sum of the likeness of its pairs, `borrowed` says that
    others hold its words too."""

    texts: list[str]
    words: dict[str, float]
    first: int | None
    last: int | None
    inner: float = 0.0
    version: int = 0
    borrowed: bool = False

    def tightness(self) -> float:
        """How alike its texts are in the mean."""
        pairs = len(self.texts) * (len(self.texts) - 1) / 2
        return (self.inner + _PRIOR * THRESHOLD) / (pairs + _PRIOR)

    def near(self, other: Group) -> float:
        """By their days."""
        return near((self.first, self.last), (other.first, other.last))

    def grow(self, other: Group, product: float, named: float = 0.0) -> None:
        """Take in the other, which is not to be used any more."""
        self.inner += other.inner + product * self.near(other) + named
        most, least = (self, other) if len(self.words) >= len(other.words) else (other, self)
        words, less = dict(most.words) if most.borrowed else most.words, least.words
        for word, weight in less.items():
            words[word] = words.get(word, 0.0) + weight
        self.words, self.borrowed = words, False
        self.texts += other.texts
        self.first = min((d for d in (self.first, other.first) if d is not None), default=None)
        self.last = max((d for d in (self.last, other.last) if d is not None), default=None)
        self.version += 1

    def sums(self) -> Sums:
        """What to keep of it."""
        return Sums(self.words, self.first, self.last, self.inner)


def group_of(text: Text) -> Group:
    """The text alone."""
    return Group([text.id], text.words(), text.first, text.last)


def join_all(texts: Iterable[Text]) -> Group:
    """All texts, which are known to be one story."""
    whole, *others = (group_of(text) for text in texts)
    for other in others:
        whole.grow(other, dot(whole.words, other.words))
    return whole


def resume(sums: Sums, texts: list[str], gone: Sequence[Text]) -> Group:
    """A large story as it was, without the texts that are gone; its days stay."""
    words, inner = dict(sums.words) if gone else sums.words, sums.inner
    for text in gone:
        less = text.words()
        for word, weight in less.items():
            left = words.pop(word) - weight
            if left > _NOTHING:
                words[word] = left
        inner -= dot(words, less)
    return Group(texts, words, sums.first, sums.last, inner, borrowed=not gone)


def dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The product of words."""
    if len(left) > len(right):
        left, right = right, left
    total: float = sum(map(mul, map(right.get, left, repeat(0.0)), left.values()))
    return total


def find_root(root: list[int], number: int) -> int:
    """The group that this one is part of by now."""
    while root[number] != number:
        root[number] = root[root[number]]
        number = root[number]
    return number
