"""Which texts are one story: average link over sparse words, whatever order they come in."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.stories.texts import Alike, Text, near

THRESHOLD = 0.24  # mean likeness from which groups are one story
# Two groups are two stories, though alike, where each is tighter than they are alike: two fights
# of one boxer, two bills of one house. All four were chosen on the learning halves of the docs.
_TIGHT = 0.85  # share of the looser group's own likeness that they must reach
_PRIOR = 6  # pairs at the threshold that every group starts with: a few pages prove no shape
_MIDDLE = 3  # texts that a story must have for its middle to be told


_Pairs = dict[str, dict[str, tuple[float, float]]]


@dataclass(slots=True)
class _Group:
    """A story in the making; `inner` is the sum of the likeness of its pairs."""

    texts: list[str]
    words: dict[str, float]
    first: int | None
    last: int | None
    inner: float
    version: int = 0

    def tightness(self) -> float:
        pairs = len(self.texts) * (len(self.texts) - 1) / 2
        return (self.inner + _PRIOR * THRESHOLD) / (pairs + _PRIOR)

    def near(self, other: _Group) -> float:
        return near((self.first, self.last), (other.first, other.last))


def join_texts(
    starts: Iterable[Sequence[str]], texts: Mapping[str, Text], alike: Alike
) -> list[list[str]]:
    """The texts as stories; those of one start are never parted.

    The most alike groups become one first, ties by id, while their mean likeness is at the
    threshold and not far below what each has inside. Then each text that stayed alone goes to
    the story whose middle it is near to: a comment is like the whole, and like no single report.
    Order: ids ascending in a group, groups by their first. The order of `starts` changes nothing.
    Cost: by the pairs in `alike`, and the words of each text that moves.
    """
    groups = [_start(sorted(ids), texts) for ids in sorted(starts, key=min)]
    of = {id_: number for number, group in enumerate(groups) for id_ in group.texts}
    pairs = _both_ways(of, texts, alike)
    alive = _merge_all(groups, _shared(groups, of, pairs))
    _attach_alone([groups[number] for number in alive], pairs)
    return sorted(sorted(groups[number].texts) for number in alive if groups[number].texts)


def _start(ids: list[str], texts: Mapping[str, Text]) -> _Group:
    first, *others = (texts[id_] for id_ in ids)
    group = _Group([first.id], first.words(), first.first, first.last, 0.0)
    for text in others:
        other = _Group([text.id], text.words(), text.first, text.last, 0.0)
        _grow(group, other, _dot(group.words, other.words))
    return group


def _both_ways(of: Mapping[str, int], texts: Mapping[str, Text], alike: Alike) -> _Pairs:
    """The alike pairs of these texts, as seen by the one that came later, and by the first of two
    that came at once; not what a text was like before it got another copy."""
    pairs: _Pairs = {}
    for left in sorted(of):
        for right, like in alike.get(left, {}).items():
            if right in of and like.pages == len(texts[right].pages):
                pair = pairs.setdefault(left, {}).setdefault(right, (like.product, like.named))
                pairs.setdefault(right, {}).setdefault(left, pair)
    return pairs


def _shared(
    groups: Sequence[_Group], of: Mapping[str, int], pairs: _Pairs
) -> list[dict[int, tuple[float, float]]]:
    """For each group those that share an alike pair with it: the sum over all their pairs of the
    products of words, and of what names add."""
    shared: list[dict[int, tuple[float, float]]] = [{} for _ in groups]
    for left, number in of.items():
        for right, (product, named) in pairs.get(left, {}).items():
            other = of[right]
            if other != number:
                if len(groups[number].texts) > 1 or len(groups[other].texts) > 1:
                    product = _dot(groups[number].words, groups[other].words)
                    named += shared[number].get(other, (0.0, 0.0))[1]
                shared[number][other] = (product, named)
    return shared


def _merge_all(groups: list[_Group], shared: list[dict[int, tuple[float, float]]]) -> list[int]:
    """Join what is alike, best first. Gives the numbers of the groups that are left."""
    alive = set(range(len(groups)))
    pairs = ((left, right) for left, each in enumerate(shared) for right in each if left < right)
    heap = [entry for pair in pairs for entry in _entries(groups, shared, *pair)]
    heapq.heapify(heap)
    while heap:
        _, left, right, *versions = heapq.heappop(heap)
        if [groups[left].version, groups[right].version] != versions:
            continue
        alive.discard(right)
        for other in _merge(groups, shared, left, right):
            for entry in _entries(groups, shared, *sorted((left, other))):
                heapq.heappush(heap, entry)
    return sorted(alive)


def _entries(
    groups: list[_Group], shared: list[dict[int, tuple[float, float]]], left: int, right: int
) -> Iterator[tuple[float, int, int, int, int]]:
    value = _score(groups[left], groups[right], shared[left][right])
    if value >= THRESHOLD:
        yield -value, left, right, groups[left].version, groups[right].version


def _merge(
    groups: list[_Group], shared: list[dict[int, tuple[float, float]]], left: int, right: int
) -> list[int]:
    """Put the right group into the left; the groups that share an alike pair with both."""
    product, named = shared[left].pop(right)
    shared[right].pop(left)
    kept, gone = groups[left], groups[right]
    joined: dict[int, tuple[float, float]] = {}
    for other in sorted(shared[left].keys() | shared[right].keys()):
        total, extra = 0.0, 0.0
        for number in (left, right):
            known = shared[number].get(other)
            total += known[0] if known else _dot(groups[number].words, groups[other].words)
            extra += known[1] if known else 0.0
        joined[other] = (total, extra)
        shared[other].pop(right, None)
        shared[other][left] = joined[other]
    _grow(kept, gone, product, named)
    gone.texts, gone.words, gone.version = [], {}, gone.version + 1
    shared[left], shared[right] = joined, {}
    return list(joined)


def _grow(kept: _Group, gone: _Group, product: float, named: float = 0.0) -> None:
    kept.inner += gone.inner + product * kept.near(gone) + named
    words, less = kept.words, gone.words
    if len(less) > len(words):
        words, less = less, words
    for word, weight in less.items():
        words[word] = words.get(word, 0.0) + weight
    kept.words = words
    kept.texts += gone.texts
    kept.first = min((day for day in (kept.first, gone.first) if day is not None), default=None)
    kept.last = max((day for day in (kept.last, gone.last) if day is not None), default=None)
    kept.version += 1


def _score(left: _Group, right: _Group, pair: tuple[float, float]) -> float:
    """The mean likeness, lowered where both groups are tighter than that."""
    mean = (pair[0] * left.near(right) + pair[1]) / (len(left.texts) * len(right.texts))
    tight = _TIGHT * min(left.tightness(), right.tightness()) / THRESHOLD
    return round(mean / max(1.0, tight), 6)


def _attach_alone(groups: list[_Group], pairs: _Pairs) -> None:
    """Empties the groups whose only text goes to a story."""
    of = {id_: number for number, group in enumerate(groups) for id_ in group.texts}
    large = {k for k, group in enumerate(groups) if len(group.texts) >= _MIDDLE}
    lengths = {k: math.sqrt(_dot(groups[k].words, groups[k].words)) for k in sorted(large)}
    moves: list[tuple[int, int]] = []
    for number, group in enumerate(groups):
        if len(group.texts) != 1:
            continue
        named: dict[int, float] = defaultdict(float)
        for id_, (_, extra) in pairs.get(group.texts[0], {}).items():
            if of.get(id_) in large:
                named[of[id_]] += extra
        nearness = {}
        for k, extra in sorted(named.items()):
            total = _dot(group.words, groups[k].words) * group.near(groups[k]) + extra
            nearness[k] = round(total / lengths[k], 6)
        best = max(nearness, key=lambda k: (nearness[k], -k), default=None)
        if best is not None and nearness[best] >= THRESHOLD:
            moves.append((number, best))
    for number, best in moves:
        groups[best].texts += groups[number].texts
        groups[number].texts = []


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[word] for word, weight in left.items() if word in right)
