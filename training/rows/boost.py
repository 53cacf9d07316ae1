"""Sums of small trees, each fitted to what the sum of those before it leaves wrong.

Source: Friedman 2001, Greedy function approximation; with second derivatives as in Chen and
Guestrin 2016, XGBoost, section 2.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.html.row_trees import DEPTH, NODES, Trees

TREES = 80
BINS = 48
RATE = 0.12
RIDGE = 3.0
LEAST = 1.0  # of second derivatives in a leaf: how much must be seen to be believed
COLUMNS = 0.4  # of the numbers, drawn for each tree
ROWS = 0.7  # of the lines, drawn for each tree
LEAST_GAIN = 1e-3

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


class Sums(NamedTuple):
    """First and second derivatives of the loss by line."""

    first: Array
    second: Array


def fit(lines: Array, truth: Array, weight: Array, seed: int = 0) -> Trees:
    """Trees that tell how likely each line is true; the same data and seed give the same trees.

    Shape: `lines` (lines, numbers), the others (lines,).
    """
    random = np.random.default_rng(seed)
    limits = [_limits(lines[:, number]) for number in range(lines.shape[1])]
    binned = np.column_stack([np.searchsorted(e, lines[:, n]) for n, e in enumerate(limits)])
    share = float(np.average(truth, weights=weight))
    start = float(np.log(share / (1 - share)))
    score = np.full(len(lines), start)
    numbers = np.zeros((TREES, NODES), np.int64)
    places = np.full((TREES, NODES), BINS)
    leaves = np.zeros((TREES, NODES + 1))
    for tree in range(TREES):
        chance = 1 / (1 + np.exp(-score))
        sums = Sums(weight * (chance - truth), weight * np.maximum(chance * (1 - chance), 1e-6))
        count = int(lines.shape[1] * COLUMNS)
        columns = np.sort(random.choice(lines.shape[1], count, replace=False))
        drawn = np.flatnonzero(random.random(len(lines)) < ROWS)
        _grow(binned, drawn, columns, sums, (numbers[tree], places[tree], leaves[tree]))
        score += leaves[tree][_fall(binned, numbers[tree], places[tree])]
    leaves[0] += start
    bounds = np.array(
        [
            [
                limits[number][place] if place < len(limits[number]) else np.inf
                for number, place in zip(numbers[tree], places[tree], strict=True)
            ]
            for tree in range(TREES)
        ]
    )
    return Trees(numbers, bounds.astype(np.float32), leaves.astype(np.float32))


def _limits(values: Array) -> Array:
    """Where the values are cut: between all, or between as many of them as there are bins."""
    values = values.astype(np.float32).astype(float)
    each = np.unique(values)
    if len(each) > BINS:
        each = np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
    else:
        each = (each[1:] + each[:-1]) / 2
    return np.asarray(each.astype(np.float32).astype(float))


def _grow(
    binned: Whole, drawn: Whole, columns: Whole, sums: Sums, tree: tuple[Whole, Whole, Array]
) -> None:
    """Fills in the tree, level by level; a node that nothing would better sends all to the left."""
    numbers, places, leaves = tree
    node = np.zeros(len(drawn), np.int64)
    seen = binned[drawn][:, columns]
    first, second = sums.first[drawn], sums.second[drawn]
    for depth in range(DEPTH):
        begin, count = 2**depth - 1, 2**depth
        local = node - begin
        column, place = _best_cuts(seen, local, count, Sums(first, second))
        cut = column >= 0
        numbers[begin : begin + count] = np.where(cut, columns[column], 0)
        places[begin : begin + count] = np.where(cut, place, BINS)
        right = seen[np.arange(len(seen)), column[local]] > place[local]
        node = 2 * node + 1 + (right & cut[local])
    last = node - NODES
    total = np.bincount(last, first, NODES + 1)
    weight = np.bincount(last, second, NODES + 1)
    leaves[:] = -RATE * total / (weight + RIDGE)


def _best_cuts(seen: Whole, local: Whole, count: int, sums: Sums) -> tuple[Whole, Whole]:
    """For each node the column and the bin after which it is best cut; -1 where nowhere."""
    first, second = np.bincount(local, sums.first, count), np.bincount(local, sums.second, count)
    whole = first**2 / (second + RIDGE)
    best, column = np.full(count, LEAST_GAIN), np.full(count, -1)
    place = np.zeros(count, np.int64)
    size = BINS + 1
    for number in range(seen.shape[1]):
        key = local * size + seen[:, number]
        left = np.cumsum(np.bincount(key, sums.first, count * size).reshape(count, size), 1)
        mass = np.cumsum(np.bincount(key, sums.second, count * size).reshape(count, size), 1)
        rest, other = first[:, None] - left, second[:, None] - mass
        gain = left**2 / (mass + RIDGE) + rest**2 / (other + RIDGE) - whole[:, None]
        gain[(mass < LEAST) | (other < LEAST)] = 0
        at = gain.argmax(1)
        better = gain[np.arange(count), at] > best
        best[better] = gain[np.arange(count), at][better]
        column[better], place[better] = number, at[better]
    return column, place


def _fall(binned: Whole, numbers: Whole, places: Whole) -> Whole:
    """The leaf that each line falls into."""
    node = np.zeros(len(binned), np.int64)
    lines = np.arange(len(binned))
    for _ in range(DEPTH):
        node = 2 * node + 1 + (binned[lines, numbers[node]] > places[node])
    return np.asarray(node - NODES)
