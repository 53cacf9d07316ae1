"""Very many pages that a chain of candidates ties together, parted before they are judged.

Most of such a chain is furniture and quotations, which tie nothing. The workers look at its pairs,
some at a time wherever they stand, and what really carries or tells the same stays together.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from rashomon.corpus.judging import judge, some_pairs
from rashomon.corpus.steps import APART, TIES, Steps
from rashomon.corpus.store import Store
from rashomon.corpus.tables import TABLES
from rashomon.corpus.texts import Candidates, Texts
from rashomon.lineage.related import tie
from rashomon.lineage.words import Numbers

_PAIRS = 2_500  # of a batch: five thousand texts at most


def sift(
    steps: Steps,
    texts: Texts,
    pairs: Candidates,
    most: int,
    workers: int,
    tell: Callable[[int, int], None],
) -> Candidates:
    """The pairs, without those between groups where more pages than `most` only seem to be one."""
    group = tie(len(texts.digests), pairs.left, pairs.right)
    pages = np.bincount(group, texts.pages, len(group))
    large = pages[group[pairs.left]] > most
    if not large.any():
        return pairs
    near = pairs.where(pairs.near)
    block = tie(len(group), near.left, near.right)  # few bodies are in many batches
    chosen = pairs.where(large)
    order = np.lexsort((chosen.right, chosen.left, block[chosen.left]))
    batches = some_pairs(chosen.where(order), _PAIRS)
    judge("sift", TIES, steps, texts, batches, workers, tell)
    ties = steps.out.read_table(TIES)
    left, right = (texts.number(ties[name].to_numpy()) for name in ("left", "right"))
    group = tie(
        len(group),
        np.concatenate([pairs.left[~large], left]),
        np.concatenate([pairs.right[~large], right]),
    )
    return pairs.where(group[pairs.left] == group[pairs.right])


def write_apart(out: Store, texts: Texts, group: Numbers, first: int) -> None:
    """Write the pickups between two groups, which are judged nowhere else, to further files."""
    for number, file in enumerate(out.list_files(APART), first):
        table = out.read_table(f"{APART}/{file.name}")
        left, right = (texts.number(table[f"{side}_text"].to_numpy()) for side in ("left", "right"))
        pickups = table.select(TABLES["pickups"].names).filter(
            pa.array(group[left] != group[right])
        )
        out.write_table(f"pickups/{number:05}.parquet", TABLES["pickups"], pickups)
