"""What the lineage pairs are held beside: containment with the best thresholds, and minhash."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from typing import Any

CLASSES = ("same", "partial", "none")
FOLDS = 10
PERMUTATIONS = 256
JACCARD = 0.5
GRID = [step / 50 for step in range(1, 50)]


def grams(text: str) -> frozenset[str]:
    """Runs of five words; of a shorter text, all of it."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(words[k : k + 5]) for k in range(max(1, len(words) - 4)))


def containment(left: str, right: str) -> float:
    """The share of the smaller text's runs of five words that the other has."""
    one, other = grams(left), grams(right)
    return len(one & other) / min(len(one), len(other)) if left.strip() and right.strip() else 0.0


def by_thresholds(shares: Sequence[float], classes: Sequence[str]) -> list[str]:
    """A class for each pair, by the two thresholds that are best on nine tenths of the others."""
    said = [""] * len(shares)
    for fold in range(FOLDS):
        rest = [k for k in range(len(shares)) if k % FOLDS != fold]
        _, same, part = max(
            (sum(_class(shares[k], same, part) == classes[k] for k in rest), same, part)
            for same, part in product(GRID, GRID)
            if part <= same
        )
        for k in range(fold, len(shares), FOLDS):
            said[k] = _class(shares[k], same, part)
    return said


def _class(share: float, same: float, part: float) -> str:
    return "same" if share >= same else "partial" if share >= part else "none"


def linkers() -> Iterator[tuple[str, Callable[[str, str], bool]]]:
    """The installed programs that say no more than whether two texts are near copies."""
    for name, make in (("datasketch", _datasketch), ("rensa", _rensa)):
        if find_spec(name):
            yield f"MinHash J .5, {name}", make(import_module(name))
    if find_spec("semhash") and (model := _semhash()):
        yield "semhash", model


def _datasketch(module: Any) -> Callable[[str, str], bool]:
    def sketch(text: str) -> Any:
        made = module.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([gram.encode() for gram in grams(text)])
        return made

    return lambda left, right: sketch(left).jaccard(sketch(right)) >= JACCARD


def _rensa(module: Any) -> Callable[[str, str], bool]:
    def sketch(text: str) -> Any:
        made = module.RMinHash(num_perm=PERMUTATIONS, seed=42)
        made.update(sorted(grams(text)))
        return made

    return lambda left, right: sketch(left).jaccard(sketch(right)) >= JACCARD


def _semhash() -> Callable[[str, str], bool] | None:
    """As it comes; None where its model is not at hand."""
    module = import_module("semhash")
    try:
        module.SemHash.from_records(records=["one", "two"])
    except OSError:
        return None

    def linked(left: str, right: str) -> bool:
        if left == right:
            return True
        found = module.SemHash.from_records(records=[left, right]).self_deduplicate()
        return len(found.selected) == 1

    return linked
