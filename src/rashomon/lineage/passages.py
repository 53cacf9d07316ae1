"""Which words of one body stand in another, in runs that small edits do not break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

import numpy as np
from rapidfuzz.distance import Indel

from rashomon.lineage.body import GRAM, MAX_WORDS, Body
from rashomon.lineage.words import Flags, Numbers

_REPEATS = 4  # places of one run of words in the other body that are tried
_MAX_RUNS = 2_000
_MIN_WORDS = 8  # shorter runs are names, offices and set phrases
_SMALL_GAP = 3  # words put in, taken out or replaced
_LARGE_GAP = 24
_GAP_LIKENESS = 0.5
_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `size` of them from `left` in one body and from `right` in the other."""

    left: int
    right: int
    size: int

    @property
    def left_end(self) -> int:
        """The first word after the run in the left body."""
        return self.left + self.size

    @property
    def right_end(self) -> int:
        """The first word after the run in the right body."""
        return self.right + self.size


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs that follow each other in both bodies with nothing but small edits between them."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> slice:
        """The words of the passage in the left body."""
        return slice(self.runs[0].left, self.runs[-1].left_end)

    @property
    def right(self) -> slice:
        """The words of the passage in the right body."""
        return slice(self.runs[0].right, self.runs[-1].right_end)

    @property
    def size(self) -> int:
        """How many words are equal."""
        return sum(run.size for run in self.runs)


def find_passages(left: Body, right: Body) -> tuple[Passage, ...]:
    """The passages that two bodies share, no word in two of them, in the left body's order."""
    runs = _exact_runs(left, right)
    if not _are_disjoint(runs):
        runs = list(_disjoint(runs, left, right))
    runs.sort(key=_LEFT)
    passages = (Passage(tuple(chain)) for chain in _chains(runs, left, right))
    return tuple(p for p in passages if p.size >= _MIN_WORDS)


def turn(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same passages with the bodies the other way round, in the other body's order."""
    turned = (
        Passage(tuple(Run(run.right, run.left, run.size) for run in passage.runs))
        for passage in passages
    )
    return tuple(sorted(turned, key=lambda passage: passage.left.start))


def place_passages(
    passages: Iterable[Passage], left: Body, right: Body
) -> tuple[tuple[int, int, int, int], ...]:
    """The passages in the characters of both pages, cut where either page puts in other text."""
    return tuple(
        (int(left.starts[i]), int(left.ends[i_last]), int(right.starts[j]), int(right.ends[j_last]))
        for passage in passages
        for i, i_last, j, j_last in _pieces(passage, left, right)
    )


def _pieces(passage: Passage, left: Body, right: Body) -> Iterable[tuple[int, int, int, int]]:
    if not left.region[-1] and not right.region[-1]:  # as in most bodies
        yield passage.left.start, passage.left.stop - 1, passage.right.start, passage.right.stop - 1
        return
    i = np.concatenate([np.arange(run.left, run.left_end) for run in passage.runs])
    j = np.concatenate([np.arange(run.right, run.right_end) for run in passage.runs])
    ones, others = left.region[i], right.region[j]
    breaks = (ones[1:] != ones[:-1]) | (others[1:] != others[:-1])
    edges = [0, *(np.flatnonzero(breaks) + 1).tolist(), len(i)]
    for first, end in pairwise(edges):
        yield int(i[first]), int(i[end - 1]), int(j[first]), int(j[end - 1])


def _exact_runs(left: Body, right: Body) -> list[Run]:
    """All longest runs of five or more equal words, the longest first."""
    if np.array_equal(left.hashes, right.hashes):
        return [Run(0, 0, len(left))]
    i, j = _equal_grams(left, right)
    if not len(i):
        return []
    # On one diagonal what follows in both differs by one, and diagonals are far from each other.
    wide = np.int64(2 * MAX_WORDS)
    places = np.sort((i - j + MAX_WORDS) * wide + i)
    starts = np.append(0, np.flatnonzero(places[1:] != places[:-1] + 1) + 1)
    sizes = np.append(starts[1:], len(places)) - starts + GRAM - 1
    diagonals, i = np.divmod(places[starts], wide)
    runs = zip((-sizes).tolist(), i.tolist(), (i - diagonals + MAX_WORDS).tolist(), strict=True)
    return [Run(first, second, -size) for size, first, second in sorted(runs)[:_MAX_RUNS]]


def _equal_grams(left: Body, right: Body) -> tuple[Numbers, Numbers]:
    """Where the same five words stand in both; of many places in the right body the first few."""
    i, low = np.arange(len(left.grams)), np.searchsorted(right.ordered, left.grams)
    found: list[tuple[Numbers, Numbers]] = []
    for _ in range(_REPEATS if right.repeats else 1):
        here = low < len(right.ordered)
        i, low = i[here], low[here]
        same = right.ordered[low] == left.grams[i]
        i, low = i[same], low[same]
        found.append((i, right.order[low].astype(np.int64)))
        low = low + 1
    return np.concatenate([i for i, _ in found]), np.concatenate([j for _, j in found])


def _are_disjoint(runs: Sequence[Run]) -> bool:
    """Whether no word is in two of the runs, as in most bodies."""
    by_left, by_right = (sorted(runs, key=key) for key in (_LEFT, _RIGHT))
    return all(a.left_end <= b.left for a, b in pairwise(by_left)) and all(
        a.right_end <= b.right for a, b in pairwise(by_right)
    )


def _disjoint(runs: Iterable[Run], left: Body, right: Body) -> Iterable[Run]:
    """The longest runs first, the others cut to what these leave of them."""
    left_free, right_free = np.ones(len(left), dtype=bool), np.ones(len(right), dtype=bool)
    for run in runs:
        free = left_free[run.left : run.left_end] & right_free[run.right : run.right_end]
        first, size = (0, run.size) if free.all() else _longest(free)
        if size < GRAM:
            continue
        kept = Run(run.left + first, run.right + first, size)
        left_free[kept.left : kept.left_end] = False
        right_free[kept.right : kept.right_end] = False
        yield kept


def _longest(free: Flags) -> tuple[int, int]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]])))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return 0, 0
    best = int(np.argmax(ends - starts))
    return int(starts[best]), int(ends[best] - starts[best])


def _chains(runs: list[Run], left: Body, right: Body) -> Iterable[list[Run]]:
    """The runs, joined where only a small edit lies between them in both bodies."""
    rank = {run: k for k, run in enumerate(sorted(runs, key=_RIGHT))}
    chain: list[Run] = []
    for run in runs:
        if chain and rank[run] == rank[chain[-1]] + 1 and _is_edit(chain[-1], run, left, right):
            chain.append(run)
            continue
        if chain:
            yield chain
        chain = [run]
    if chain:
        yield chain


def _is_edit(before: Run, after: Run, left: Body, right: Body) -> bool:
    sizes = (after.left - before.left_end, after.right - before.right_end)
    if max(sizes) <= _SMALL_GAP:
        return True
    if max(sizes) > _LARGE_GAP:
        return False
    left_gap = left.hashes[before.left_end : after.left].tolist()
    right_gap = right.hashes[before.right_end : after.right].tolist()
    return Indel.normalized_similarity(left_gap, right_gap) >= _GAP_LIKENESS
