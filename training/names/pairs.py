"""Pairs of spellings of one name and of two, on the side to learn from or the one to measure."""

from __future__ import annotations

import hashlib
import json
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

Pair = tuple[str, str]
HELD_OUT = 0.3  # of the Arabic names, by a hash of the name: a spelling is on one side only


def load_names(path: Path, held_out: bool) -> list[tuple[str, ...]]:
    """The Latin spellings of each Arabic name on one side of the split, in the file's order."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [tuple(row["latin_variants"]) for row in rows if _held_out(row["arabic"]) == held_out]


def _held_out(name: str) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) < HELD_OUT * 2**32


def same_pairs(names: list[tuple[str, ...]]) -> list[Pair]:
    """Every two spellings of one name."""
    return [pair for spellings in names for pair in combinations(spellings, 2)]


def near_pairs(names: list[tuple[str, ...]], each: int) -> list[Pair]:
    """For every spelling, the nearest spellings of other names by Jaro-Winkler."""
    flat = [(spelling, i) for i, spellings in enumerate(names) for spelling in spellings]
    words = [word.casefold() for word, _ in flat]
    owner = np.array([i for _, i in flat])
    pairs = set()
    for first in range(0, len(flat), 1000):
        rows = slice(first, min(first + 1000, len(flat)))
        score = cdist(words[rows], words, scorer=JaroWinkler.similarity, dtype=np.float32)
        score[owner[rows, None] == owner[None, :]] = -1
        for row, best in enumerate(np.argsort(-score, axis=1, kind="stable")[:, :each]):
            for other in best:
                left, right = sorted((flat[first + row][0], flat[int(other)][0]))
                pairs.add((left, right))
    return sorted(pairs)


def random_pairs(names: list[tuple[str, ...]], number: int, seed: int = 7) -> list[Pair]:
    """Spellings of two different names, drawn at random."""
    draw = np.random.default_rng(seed)
    flat = [(spelling, i) for i, spellings in enumerate(names) for spelling in spellings]
    pairs = []
    while len(pairs) < number:
        i, j = draw.integers(len(flat), size=2)
        if flat[i][1] != flat[j][1]:
            pairs.append((flat[i][0], flat[j][0]))
    return pairs
