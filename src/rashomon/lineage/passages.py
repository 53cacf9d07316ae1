"""Which words of one body stand in another, in runs that small edits do not break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import Indel

from rashomon.lineage.body import GRAM, Body, Flags, Numbers

_REPEATS = 4  # places of one run of words in the other body that are tried
_MAX_RUNS = 2_000
_MIN_WORDS = 8  # shorter runs are names, offices and set phrases
_SMALL_GAP = 3  # words put in, taken out or replaced
_LARGE_GAP = 24
_GAP_LIKENESS = 0.5


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

    def turned(self) -> Passage:
        """The same passage with the bodies the other way round."""
        return Passage(tuple(Run(run.right, run.left, run.size) for run in self.runs))

    @property
    def size(self) -> int:
        """How many words are equal."""
        return sum(run.size for run in self.runs)


def find_passages(left: Body, right: Body) -> tuple[Passage, ...]:
    """The passages that two bodies share, no word in two of them, in the left body's order."""
    runs = sorted(_disjoint(_exact_runs(left, right), left, right), key=lambda run: run.left)
    passages = (Passage(tuple(chain)) for chain in _chains(runs, left, right))
    return tuple(p for p in passages if p.size >= _MIN_WORDS)


def place_passages(
    passages: Iterable[Passage], left: Body, right: Body
) -> tuple[tuple[int, int, int, int], ...]:
    """The passages in the characters of both pages, cut where either page puts in other text."""
    return tuple(
        (
            left.words.starts[i],
            left.words.ends[i_last],
            right.words.starts[j],
            right.words.ends[j_last],
        )
        for passage in passages
        for i, i_last, j, j_last in _pieces(passage, left, right)
    )


def _pieces(passage: Passage, left: Body, right: Body) -> Iterable[tuple[int, int, int, int]]:
    i = np.concatenate([np.arange(run.left, run.left_end) for run in passage.runs])
    j = np.concatenate([np.arange(run.right, run.right_end) for run in passage.runs])
    breaks = (np.diff(left.region[i]) != 0) | (np.diff(right.region[j]) != 0)
    edges = [0, *(np.flatnonzero(breaks) + 1).tolist(), len(i)]
    for first, end in pairwise(edges):
        yield int(i[first]), int(i[end - 1]), int(j[first]), int(j[end - 1])


def _exact_runs(left: Body, right: Body) -> list[Run]:
    """All longest runs of five or more equal words, the longest first."""
    ordered = right.grams[right.order]
    low = np.searchsorted(ordered, left.grams, side="left")
    high = np.searchsorted(ordered, left.grams, side="right")
    counts = np.minimum(high - low, _REPEATS)
    i = np.repeat(np.arange(len(left.grams)), counts)
    offset = np.arange(len(i)) - np.repeat(np.cumsum(counts) - counts, counts)
    j = right.order[np.repeat(low, counts) + offset]
    return _on_diagonals(i, j)


def _on_diagonals(i: Numbers, j: Numbers) -> list[Run]:
    if not len(i):
        return []
    order = np.lexsort((i, i - j))
    i, j = i[order], j[order]
    new = np.concatenate([[True], (np.diff(i - j) != 0) | (np.diff(i) != 1)])
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(i))) + GRAM - 1
    runs = zip(i[starts].tolist(), j[starts].tolist(), sizes.tolist(), strict=True)
    return sorted((Run(*run) for run in runs), key=lambda r: (-r.size, r.left, r.right))[:_MAX_RUNS]


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
    rank = {run: k for k, run in enumerate(sorted(runs, key=lambda run: run.right))}
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
    left_gap = left.words.forms[before.left_end : after.left]
    right_gap = right.words.forms[before.right_end : after.right]
    longer = max(len(left_gap), len(right_gap))
    if longer <= _SMALL_GAP:
        return True
    return (
        longer <= _LARGE_GAP and Indel.normalized_similarity(left_gap, right_gap) >= _GAP_LIKENESS
    )
