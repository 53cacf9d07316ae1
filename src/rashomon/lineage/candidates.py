"""Which pairs of bodies are worth comparing closely, found without looking at all pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.lineage.body import Counts, Flags, Hashes, Numbers
from rashomon.lineage.keys import Keys

_SHARED_RUNS = 2  # of the winnowed ones: twelve equal words in a row, or eight in two places
_ALL_PAIRS = 12  # what more bodies than this share pairs each with a few of them only
_HUBS = 4
_OWN = 3  # bodies of one outlet with one run of words: in more, it is the outlet's furniture
_OWN_SHARE = 0.15  # of the smaller page's runs: with less two pages of one outlet are not compared
_SHARED_TELLING = 0.35  # of the smaller body's names, numbers and long words
_MIN_TELLING = 15
_MIN_SAMPLED = 4  # of these in the samples, for them to be looked at
_PARTNERS = 8  # bodies that may be retold, for each
_PARTS = 16  # of all things, that are looked at one after the other: memory is of one of them


def rank(keys: Keys) -> tuple[int, int]:
    """What bodies that share a run of words are ordered by."""
    return (keys.words, keys.text)


def _hubs(texts: Hashes) -> Numbers:
    """Those of many bodies with one run of words that the others are compared with.

    Bodies stand in the order of their rank, each given by its `Keys.text`. Cuts of a report are
    short and what extends it is long, so that a body of middle length is likely to be the report;
    among these a fixed order chooses the same few for most of its runs.
    Shape: (runs, bodies) gives (runs, 4).
    """
    third = texts.shape[1] // 3
    middle = texts[:, third : texts.shape[1] - third]
    first: Numbers = third + np.argsort(middle, axis=1, kind="stable")[:, :_HUBS]
    return first


def find_candidates(keys: Sequence[Keys]) -> list[tuple[int, int, int]]:
    """Pairs of positions in `keys`, which stand in the order of their rank, that share text, and
    how many runs they share.

    Of an outlet with many pages, two that share little share its furniture or own background.

    Cost: near linear.
    """
    left, right, shared = _shared(keys, [each.runs for each in keys], _SHARED_RUNS)
    sizes = np.array([len(each.runs) for each in keys])
    outlets = _numbered(keys)
    many = np.bincount(outlets + 1)[outlets + 1] > _OWN
    own = (outlets[left] == outlets[right]) & (outlets[left] >= 0) & many[left]
    kept = ~own | (shared >= _OWN_SHARE * np.minimum(sizes[left], sizes[right]))
    pairs = (each[kept].tolist() for each in (left, right, shared))
    return list(zip(*pairs, strict=True))


def find_retold(keys: Sequence[Keys]) -> list[tuple[int, int]]:
    """Pairs that share so many names, numbers and long words that one may retell the other.

    How many is told from the samples. Cost: near linear, and no more than eight pairs a body.
    """
    left, right, shared = _shared(keys, [each.telling for each in keys], _MIN_SAMPLED)
    pairs = zip(left.tolist(), right.tolist(), shared.tolist(), strict=True)
    partners: dict[int, list[tuple[float, int]]] = {}
    for one, other, count in pairs:
        share = _share(keys[one], keys[other], count)
        if share >= _SHARED_TELLING:
            partners.setdefault(one, []).append((-share, other))
            partners.setdefault(other, []).append((-share, one))
    chosen = {
        (min(one, other), max(one, other))
        for one, others in partners.items()
        for _, other in sorted(others)[:_PARTNERS]
    }
    return sorted(chosen)


def _share(one: Keys, other: Keys, count: int) -> float:
    """The share of the smaller body's telling words that the other has, as the samples tell it.

    Up to where the first of them ends both samples are whole.
    """
    smaller = min(one, other, key=lambda keys: keys.told)
    if smaller.told < _MIN_TELLING:
        return 0.0
    ends = [each.telling[-1] for each in (one, other) if each.told > len(each.telling)]
    seen = np.searchsorted(smaller.telling, min(ends), side="right") if ends else smaller.told
    return count / int(seen)


def _shared(
    keys: Sequence[Keys], holdings: Sequence[Hashes], least: int
) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs that share so many things, in order, and how many they share."""
    texts = np.array([each.text for each in keys], dtype=np.uint64)
    outlets = _numbered(keys)
    found, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    things = np.concatenate([np.zeros(0, dtype=np.uint64), *holdings])
    owners = np.repeat(np.arange(len(holdings)), [len(each) for each in holdings])
    for part in range(_PARTS):
        chosen = things % _PARTS == part
        new, times = np.unique(
            _pairs(things[chosen], owners[chosen], texts, outlets), return_counts=True
        )
        found, places = np.unique(np.concatenate([found, new]), return_inverse=True)
        counts = np.bincount(places, np.concatenate([counts, times]), len(found)).astype(np.int64)
    found, counts = found[counts >= least], counts[counts >= least]
    left, right = np.divmod(found, max(1, len(keys)))
    return left, right, counts


def _pairs(things: Hashes, owners: Numbers, texts: Hashes, outlets: Counts) -> Numbers:
    """`left * count + right` once for each thing that the two share, as far as they are paired.

    Of more than 12 owners each is paired with four only, so that one common text cannot cost the
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
        found += _all_pairs(members, len(texts)) if size <= _ALL_PAIRS else _few(members, texts)
    return np.concatenate(found)


def _numbered(keys: Sequence[Keys]) -> Counts:
    """A number for each one's outlet; none is -1."""
    known = {name: number for number, name in enumerate(sorted({k.outlet or "" for k in keys}))}
    return np.array([known[k.outlet] if k.outlet else -1 for k in keys], dtype=np.int32)


def _is_one_outlets(outlets: Counts) -> Flags:
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
