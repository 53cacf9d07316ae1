"""Which pairs of bodies are worth comparing closely, found without looking at all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from rashomon.lineage.body import Body, Hashes, Numbers

_SHARED_GRAMS = 4  # eight words in a row, or the same spread over a few places
_ALL_PAIRS = 100  # what more bodies than this share pairs each with a few of them only
_HUBS = 8
_TELLING_LETTERS = 6  # a shorter word without a capital or a digit is in any report
_SHARED_TELLING = 0.35  # of the smaller body's names, numbers and long words
_MIN_TELLING = 15
_PARTS = 16  # of all things, that are looked at one after the other: memory is of one of them
_PARTNERS = 8  # bodies that share most, for each


def find_candidates(bodies: Sequence[Body]) -> list[tuple[int, int]]:
    """Pairs of positions in `bodies` that share a few runs of five words, in order.

    Cost: near linear. A run of words that more than 100 different bodies share pairs each of them
    with eight of these only, so that one common text cannot cost the square of its copies.
    """
    return list(_shared([np.unique(body.grams) for body in bodies], _SHARED_GRAMS))


def find_retold(bodies: Sequence[Body]) -> list[tuple[int, int]]:
    """Pairs that share so many names, numbers and long words that one may retell the other.

    Cost: as above, and no more than eight pairs a body.
    """
    telling = [np.unique(body.hashes[_telling(body)]) for body in bodies]
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (left, right), count in _shared(telling, _MIN_TELLING).items():
        share = count / min(len(telling[left]), len(telling[right]))
        if share >= _SHARED_TELLING:
            partners[left].append((-share, right))
            partners[right].append((-share, left))
    chosen = {
        (min(one, other), max(one, other))
        for one, others in partners.items()
        for _, other in sorted(others)[:_PARTNERS]
    }
    return sorted(chosen)


def _telling(body: Body) -> list[int]:
    return [
        place
        for place, (form, start) in enumerate(zip(body.words.forms, body.words.starts, strict=True))
        if len(form) >= _TELLING_LETTERS or form[0].isdigit() or body.text[start].isupper()
    ]


def _shared(holdings: Sequence[Hashes], least: int) -> dict[tuple[int, int], int]:
    """How many things two share, for the pairs that share so many, in order."""
    keys, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    for part in range(_PARTS):
        chosen = [each[each % _PARTS == part] for each in holdings]
        found = np.unique(_pairs(*_postings(chosen), len(holdings)), return_counts=True)
        together = np.concatenate([keys, found[0]])
        keys, places = np.unique(together, return_inverse=True)
        counts = np.bincount(places, np.concatenate([counts, found[1]]), len(keys)).astype(np.int64)
    keys, counts = keys[counts >= least], counts[counts >= least]
    left, right = np.divmod(keys, len(holdings))
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return dict(zip(pairs, counts.tolist(), strict=True))


def _postings(holdings: Sequence[Hashes]) -> tuple[Hashes, Numbers]:
    """Each thing with those who hold it, sorted; what only one holds is dropped."""
    things = np.concatenate([np.zeros(0, dtype=np.uint64), *holdings])
    owners = np.repeat(np.arange(len(holdings)), [len(each) for each in holdings])
    order = np.argsort(things, kind="stable")
    things, owners = things[order], owners[order]
    same = np.zeros(len(things) + 1, dtype=bool)
    same[1:-1] = things[1:] == things[:-1]
    shared = same[1:] | same[:-1]
    return things[shared], owners[shared]


def _pairs(things: Hashes, owners: Numbers, count: int) -> Numbers:
    """`left * count + right` once for each thing that the two share."""
    if not len(things):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate([[True], things[1:] != things[:-1]]))
    sizes = np.diff(np.append(starts, len(things)))
    found = []
    for size in np.unique(sizes):
        rows = starts[sizes == size][:, None] + np.arange(size)
        members = owners[rows]
        hubs = size - 1 if size <= _ALL_PAIRS else _HUBS
        found += [
            (members[:, hub, None] * count + members[:, hub + 1 :]).ravel() for hub in range(hubs)
        ]
    return np.concatenate(found)
