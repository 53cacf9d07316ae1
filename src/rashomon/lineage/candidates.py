"""Which pairs of bodies are worth comparing closely, found without looking at all pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.lineage.keys import Keys
from rashomon.lineage.words import Flags, Hashes, Numbers

SHARED_RUNS = 2  # of the winnowed ones: twelve equal words in a row, or eight in two places
ALL_PAIRS = 12  # what more bodies than this share pairs each with a few of them only
_HUBS = 2
_OWN = 3  # bodies of one outlet with one run of words: in more, it is the outlet's furniture
_OWN_SHARE = 0.15  # of the smaller page's runs: with less two pages of one outlet are not compared
_SHARED_TELLING = 0.35  # of the smaller body's names, numbers and long words
_MIN_TELLING = 15
MIN_SAMPLED = 4  # of these in the samples, for them to be looked at
_PARTNERS = 8  # bodies that may be retold, for each
_NEAR = 0.3  # of the smaller body's runs
_NO_END = 2**64 - 1
_PART = 2_000_000  # things that are looked at at once: memory is of some times as many


def rank(keys: Keys) -> tuple[int, int]:
    """What bodies that share a run of words are ordered by."""
    return (keys.words, keys.text)


def _hubs(texts: Hashes) -> Numbers:
    """Those of many bodies with one run of words that the others are compared with.

    Bodies stand in the order of their rank, each given by its `Keys.text`. Cuts of a report are
    short and what extends it is long, so that a body of middle length is likely to be the report;
    among these a fixed order chooses the same few for most of its runs.
    Shape: (runs, bodies) gives (runs, 2).
    """
    third = texts.shape[1] // 3
    middle = texts[:, third : texts.shape[1] - third]
    first: Numbers = third + np.argsort(middle, axis=1, kind="stable")[:, :_HUBS]
    return first


def find_candidates(keys: Sequence[Keys]) -> tuple[Numbers, Numbers, Numbers]:
    """Pairs of positions in `keys`, which stand in the order of their rank, that share text, and
    how many runs they share.

    Cost: near linear.
    """
    left, right, shared = _shared(keys, [each.runs for each in keys], SHARED_RUNS)
    sizes = np.array([len(each.runs) for each in keys], dtype=np.int64)
    kept = are_compared(left, right, shared, sizes, _numbered(keys))
    return left[kept], right[kept], shared[kept]


def are_compared(
    left: Numbers, right: Numbers, shared: Numbers, sizes: Numbers, outlets: Numbers
) -> Flags:
    """Which of the pairs are compared closely.

    Of an outlet with many pages, two that share little share its furniture or own background.
    """
    many = np.bincount(outlets + 1)[outlets + 1] > _OWN
    own = (outlets[left] == outlets[right]) & (outlets[left] >= 0) & many[left]
    kept: Flags = ~own | (shared >= _OWN_SHARE * np.minimum(sizes[left], sizes[right]))
    return kept


def are_near(left: Numbers, right: Numbers, shared: Numbers, sizes: Numbers) -> Flags:
    """Which of the pairs share so much that they are compared one after the other."""
    near: Flags = shared >= _NEAR * np.minimum(sizes[left], sizes[right])
    return near


def find_retold(keys: Sequence[Keys]) -> tuple[Numbers, Numbers]:
    """Pairs that share so many names, numbers and long words that one may retell the other.

    How many is told from the samples. Cost: near linear, and no more than eight pairs a body.
    """
    left, right, shared = _shared(keys, [each.telling for each in keys], MIN_SAMPLED)
    told = np.array([each.told for each in keys], dtype=np.int64)
    ends = np.array([sample_end(each) for each in keys], dtype=np.uint64)
    smaller, end, whole = find_seen(left, right, told, ends)
    seen = told[smaller]
    for k in np.flatnonzero(~whole).tolist():
        seen[k] = np.searchsorted(keys[smaller[k]].telling, end[k], side="right")
    return choose_retold(left, right, shared, seen, told[smaller])


def sample_end(keys: Keys) -> int:
    """Up to where the sample of telling words is whole."""
    return int(keys.telling[-1]) if keys.told > len(keys.telling) else _NO_END


def find_seen(
    left: Numbers, right: Numbers, told: Numbers, ends: Hashes
) -> tuple[Numbers, Hashes, Flags]:
    """Of each pair the smaller body, up to where both samples are whole, and whether all of the
    smaller's telling words are seen."""
    smaller: Numbers = np.where(told[left] <= told[right], left, right)
    end: Hashes = np.minimum(ends[left], ends[right])
    return smaller, end, end == _NO_END


def choose_retold(
    left: Numbers, right: Numbers, shared: Numbers, seen: Numbers, told: Numbers
) -> tuple[Numbers, Numbers]:
    """Of each body the eight that tell most of the same, where that is enough, as pairs in order.

    `seen` is how many of the smaller body's telling words the samples show, `told` how many it has.
    """
    share = np.where(told < _MIN_TELLING, 0.0, shared / np.maximum(seen, 1))
    enough = share >= _SHARED_TELLING
    left, right, share = left[enough], right[enough], share[enough]
    ones, others = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.lexsort((others, -np.concatenate([share, share]), ones))
    firsts = np.searchsorted(ones[order], ones[order], side="left")
    chosen = order[np.arange(len(order)) - firsts < _PARTNERS]
    pairs = np.stack([ones[chosen], others[chosen]])
    both = np.unique(np.stack([pairs.min(axis=0), pairs.max(axis=0)]), axis=1)
    return both[0], both[1]


def _shared(
    keys: Sequence[Keys], holdings: Sequence[Hashes], least: int
) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs that share so many things, in order, and how many they share."""
    texts = np.array([each.text for each in keys], dtype=np.uint64)
    outlets = _numbered(keys)
    found, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    things = np.concatenate([np.zeros(0, dtype=np.uint64), *holdings])
    owners = np.repeat(np.arange(len(holdings)), [len(each) for each in holdings])
    parts = np.uint64(1 + len(things) // _PART)
    for part in range(int(parts)):
        chosen = things % parts == part
        new, times = count_pairs(things[chosen], owners[chosen], texts, outlets)
        found, places = np.unique(np.concatenate([found, new]), return_inverse=True)
        counts = np.bincount(places, np.concatenate([counts, times]), len(found)).astype(np.int64)
    found, counts = found[counts >= least], counts[counts >= least]
    left, right = np.divmod(found, max(1, len(keys)))
    return left, right, counts


def count_pairs(
    things: Hashes, owners: Numbers, texts: Hashes, outlets: Numbers
) -> tuple[Numbers, Numbers]:
    """`left * len(texts) + right` for each pair of owners that shares some of these things, in
    order, and how many.

    Owners are positions in `texts` (`Keys.text`) and `outlets` (-1 where unknown), which stand in
    the order of their rank.
    """
    pairs, times = np.unique(_pairs(things, owners, texts, outlets), return_counts=True)
    return pairs, times


def _pairs(things: Hashes, owners: Numbers, texts: Hashes, outlets: Numbers) -> Numbers:
    """`left * count + right` once for each thing that the two share, as far as they are paired.

    Of more than 12 owners each is paired with two only, so that one common text cannot cost the
    square of its copies. What more than three have, all of one outlet, is its furniture. The rules
    look at nothing else, so that things may be looked at anywhere.
    """
    order = np.argsort(things, kind="stable")
    things, owners = things[order], owners[order]
    starts = np.flatnonzero(np.concatenate([[True], things[1:] != things[:-1]]))
    sizes = np.diff(np.append(starts, len(things)))
    found = [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        members = owners[starts[sizes == size][:, None] + np.arange(size)]
        if size > _OWN:
            members = members[~_is_one_outlets(outlets[members])]
        found += _all_pairs(members, len(texts)) if size <= ALL_PAIRS else _few(members, texts)
    return np.concatenate(found)


def _numbered(keys: Sequence[Keys]) -> Numbers:
    """A number for each one's outlet; none is -1."""
    known = {name: number for number, name in enumerate(sorted({k.outlet or "" for k in keys}))}
    return np.array([known[k.outlet] if k.outlet else -1 for k in keys], dtype=np.int64)


def _is_one_outlets(outlets: Numbers) -> Flags:
    first = outlets[:, :1]
    one: Flags = (outlets == first).all(axis=1) & (first[:, 0] >= 0)
    return one


def _all_pairs(members: Numbers, count: int) -> list[Numbers]:
    return [
        (members[:, k, None] * count + members[:, k + 1 :]).ravel()
        for k in range(members.shape[1] - 1)
    ]


def _few(members: Numbers, texts: Hashes) -> list[Numbers]:
    places, found = _hubs(texts[members]), []
    others = np.arange(members.shape[1])[None, :]
    for k in range(_HUBS):
        hub = np.take_along_axis(members, places[:, k, None], axis=1)
        new = (others[:, :, None] != places[:, None, : k + 1]).all(axis=2)
        low, high = np.minimum(members, hub), np.maximum(members, hub)
        found.append((low * len(texts) + high)[new])
    return found
