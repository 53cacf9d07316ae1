"""Which texts are one story: average link over sparse words, whatever order they come in."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.stories.groups import LARGE, THRESHOLD, Group, dot, find_root
from rashomon.stories.texts import Alike, Text

# Two groups are two stories, though alike, where each is tighter than they are alike: two fights
# of one boxer, two bills of one house. All were chosen on the learning halves of the docs.
_TIGHT = 0.85  # share of the looser group's own likeness that they must reach
_MIDDLE = 3  # texts that a story must have for its middle to be told
_LOT = 512  # alike groups that are joined at once: above that, all would meet all


_Pairs = dict[str, dict[str, tuple[float, float]]]


@dataclass(slots=True)
class _Joining:
    """Groups on their way: `root` is what each is part of by now, `shared` is for each that is
    left, those that share an alike pair with it: the sum over all their pairs of the products of
    words, and of what names add."""

    groups: list[Group]
    of: dict[str, int]
    pairs: _Pairs
    root: list[int]
    shared: dict[int, dict[int, tuple[float, float]]]

    def now(self, text: str) -> int:
        """The group that the text is in."""
        return find_root(self.root, self.of[text])


def join_texts(starts: Iterable[Group], texts: Mapping[str, Text], alike: Alike) -> list[Group]:
    """The texts as stories; those of one start, which is used up, are never parted.

    The most alike groups become one first, ties by id, while their mean likeness is at the
    threshold and not far below what each has inside. Then each text that stayed alone goes to
    the story whose middle it is near to: a comment is like the whole, and like no single report.
    Of very many groups that are alike, some come first: the larger, then by id.
    Order: ids ascending in a group, groups by their first. The order of `starts` changes nothing.
    Cost: by the pairs in `alike`, and the words of each text that moves.
    """
    groups = sorted(starts, key=lambda group: min(group.texts))
    of: dict[str, int] = {}
    for number, group in enumerate(groups):
        of.update(dict.fromkeys(group.texts, number))
    pairs = _both_ways(groups, of, texts, alike)
    joining = _Joining(groups, of, pairs, list(range(len(groups))), {})
    for lot in _lots(joining):
        _merge_all(joining, _meet(joining, lot))
    _attach_alone(joining)
    joined = [groups[number] for number in joining.shared if groups[number].texts]
    for group in joined:
        group.texts.sort()
    return sorted(joined, key=lambda group: group.texts[0])


def _both_ways(
    groups: Iterable[Group], of: Mapping[str, int], texts: Mapping[str, Text], alike: Alike
) -> _Pairs:
    """The alike pairs of these texts, as seen by the one that came later, and by the first of two
    that came at once; not what a text was like before it got another copy, nor what those of a
    large group remember: it is known by what others remember of it."""
    asked = (id_ for group in groups if len(group.texts) < LARGE for id_ in group.texts)
    pairs: _Pairs = {}
    for left in sorted(asked):
        for right, like in alike.get(left, {}).items():
            if right in of and like.pages == len(texts[right].pages):
                pair = pairs.setdefault(left, {}).setdefault(right, (like.product, like.named))
                pairs.setdefault(right, {}).setdefault(left, pair)
    return pairs


def _lots(joining: _Joining) -> list[list[int]]:
    """The groups, all at once where no more than a lot of them hang together by alike pairs."""
    root = list(joining.root)
    for left, others in joining.pairs.items():
        for right, pair in others.items():
            if sum(pair) >= THRESHOLD:
                ends = find_root(root, joining.of[left]), find_root(root, joining.of[right])
                root[max(ends)] = min(ends)
    place: Counter[int] = Counter()
    lots: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(root)), key=lambda k: (-len(joining.groups[k].texts), k)):
        together = find_root(root, number)
        lots[place[together] // _LOT].append(number)
        place[together] += 1
    return [sorted(lot) for _, lot in sorted(lots.items())]


def _meet(joining: _Joining, lot: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Put in the groups of a lot; the pairs of groups that are new by it."""
    groups, new = joining.groups, frozenset(lot)
    for number in lot:
        joining.shared[number] = {}
    for number in lot:
        met: dict[int, tuple[float, float]] = {}
        for left in groups[number].texts:
            for right, (product, extra) in joining.pairs.get(left, {}).items():
                other = joining.now(right)
                if other in joining.shared and (other < number or other not in new):
                    met[other] = product, extra + met.get(other, (0.0, 0.0))[1]
        for other, (product, extra) in met.items():
            if len(groups[number].texts) > 1 or len(groups[other].texts) > 1:
                product = dot(groups[number].words, groups[other].words)
            joining.shared[number][other] = joining.shared[other][number] = product, extra
            yield min(number, other), max(number, other)


def _merge_all(joining: _Joining, pairs: Iterable[tuple[int, int]]) -> None:
    """Join what is alike, best first; these pairs, and what comes of them."""
    groups = joining.groups
    heap = [entry for pair in pairs for entry in _entries(joining, *pair)]
    heapq.heapify(heap)
    while heap:
        _, left, right, *versions = heapq.heappop(heap)
        if [groups[left].version, groups[right].version] != versions:
            continue
        for other in _merge(joining, left, right):
            for entry in _entries(joining, *sorted((left, other))):
                heapq.heappush(heap, entry)


def _entries(
    joining: _Joining, left: int, right: int
) -> Iterator[tuple[float, int, int, int, int]]:
    groups = joining.groups
    value = _score(groups[left], groups[right], joining.shared[left][right])
    if value >= THRESHOLD:
        yield -value, left, right, groups[left].version, groups[right].version


def _merge(joining: _Joining, left: int, right: int) -> list[int]:
    """Put the right group into the left; the groups that share an alike pair with both."""
    groups, shared = joining.groups, joining.shared
    product, named = shared[left].pop(right)
    shared[right].pop(left)
    kept, gone = groups[left], groups[right]
    joined: dict[int, tuple[float, float]] = {}
    for other in sorted(shared[left].keys() | shared[right].keys()):
        total, extra = 0.0, 0.0
        for number in (left, right):
            known = shared[number].get(other)
            total += known[0] if known else dot(groups[number].words, groups[other].words)
            extra += known[1] if known else 0.0
        joined[other] = (total, extra)
        shared[other].pop(right, None)
        shared[other][left] = joined[other]
    kept.grow(gone, product, named)
    gone.texts, gone.words, gone.version = [], {}, gone.version + 1
    shared[left] = joined
    del shared[right]
    joining.root[right] = left
    return list(joined)


def _score(left: Group, right: Group, pair: tuple[float, float]) -> float:
    """The mean likeness, lowered where both groups are tighter than that."""
    mean = (pair[0] * left.near(right) + pair[1]) / (len(left.texts) * len(right.texts))
    tight = _TIGHT * min(left.tightness(), right.tightness()) / THRESHOLD
    return round(mean / max(1.0, tight), 6)


def _attach_alone(joining: _Joining) -> None:
    """Empties the groups whose only text goes to a story."""
    groups = joining.groups
    lengths: dict[int, float] = {}
    moves: list[tuple[int, int, float, float]] = []
    for number in sorted(joining.shared):
        if len(groups[number].texts) != 1:
            continue
        near_to = []
        for k, extra in sorted(_named(joining, groups[number].texts[0]).items()):
            if k not in lengths:
                lengths[k] = math.sqrt(dot(groups[k].words, groups[k].words))
            product = dot(groups[number].words, groups[k].words)
            total = product * groups[number].near(groups[k]) + extra
            near_to.append((round(total / lengths[k], 6), -k, product, extra))
        value, place, product, extra = max(near_to, default=(0.0, 0, 0.0, 0.0))
        if value >= THRESHOLD:
            moves.append((number, -place, product, extra))
    for number, k, product, extra in moves:
        groups[k].grow(groups[number], product, extra)
        groups[number].texts = []


def _named(joining: _Joining, text: str) -> dict[int, float]:
    """The stories with a middle that this text shares an alike pair with, and what names add."""
    named: dict[int, float] = defaultdict(float)
    for other, (_, extra) in joining.pairs.get(text, {}).items():
        number = joining.now(other)
        if len(joining.groups[number].texts) >= _MIDDLE:
            named[number] += extra
    return named
