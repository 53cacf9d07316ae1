"""Which pairs of bodies are worth aligning: those that share a few runs of five words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.lineage.body import Body, Hashes, Numbers

_SHARED_GRAMS = 4  # eight words in a row, or the same spread over a few places
_ALL_PAIRS = 100  # a run in more bodies than this is paired with its first few only
_HUBS = 8


def find_candidates(bodies: Sequence[Body]) -> list[tuple[int, int]]:
    """Pairs of positions in `bodies` that share enough, in order.

    Cost: near linear. A run of words that more than 100 different bodies share pairs each of them
    with eight of these only, so that one common text cannot cost the square of its copies.
    """
    grams, owners = _postings(bodies)
    pairs = _pairs(grams, owners, len(bodies))
    if not len(pairs):
        return []
    keys, counts = np.unique(pairs, return_counts=True)
    kept = keys[counts >= _SHARED_GRAMS]
    return [(int(key // len(bodies)), int(key % len(bodies))) for key in kept]


def _postings(bodies: Sequence[Body]) -> tuple[Hashes, Numbers]:
    """Each run of words with the bodies that hold it, sorted; runs that only one holds dropped."""
    if not bodies:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    unique = [np.unique(body.grams) for body in bodies]
    grams = np.concatenate(unique)
    owners = np.repeat(np.arange(len(bodies)), [len(each) for each in unique])
    order = np.argsort(grams, kind="stable")
    grams, owners = grams[order], owners[order]
    same = np.zeros(len(grams) + 1, dtype=bool)
    same[1:-1] = grams[1:] == grams[:-1]
    shared = same[1:] | same[:-1]
    return grams[shared], owners[shared]


def _pairs(grams: Hashes, owners: Numbers, count: int) -> Numbers:
    """`left * count + right` once for each run of words that the two share."""
    if not len(grams):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate([[True], grams[1:] != grams[:-1]]))
    sizes = np.diff(np.append(starts, len(grams)))
    found = []
    for size in np.unique(sizes):
        rows = starts[sizes == size][:, None] + np.arange(size)
        members = owners[rows]
        hubs = size - 1 if size <= _ALL_PAIRS else _HUBS
        found += [
            (members[:, hub, None] * count + members[:, hub + 1 :]).ravel() for hub in range(hubs)
        ]
    return np.concatenate(found)
