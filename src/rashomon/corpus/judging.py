"""Pairs of texts given out to the workers in batches, some at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from rashomon.corpus.plan import judge_batches
from rashomon.corpus.steps import Steps
from rashomon.corpus.texts import Candidates, Groups, Texts
from rashomon.lineage.words import Numbers

ROUND_PAGES = 5_000  # a worker, that are brought to where they are needed at once
_PAIR = pa.struct(
    [
        ("group", pa.int64()),
        ("left", pa.uint64()),
        ("right", pa.uint64()),
        ("near", pa.bool_()),
        ("retold", pa.bool_()),
    ]
)


@dataclass(frozen=True)
class Batches:
    """Texts with the group and the batch that each is needed in, and pairs with theirs."""

    text: Numbers
    group: Numbers
    batch: Numbers
    pairs: Candidates
    pair_group: Numbers
    pair_batch: Numbers


def whole_groups(pairs: Candidates, groups: Groups) -> Batches:
    """Groups of texts by the batches that they are dealt to."""
    text = np.flatnonzero(groups.batch >= 0)
    group, batch = groups.group, groups.batch
    return Batches(text, group[text], batch[text], pairs, group[pairs.left], batch[pairs.left])


def some_pairs(pairs: Candidates, size: int) -> Batches:
    """So many pairs to a batch, in their order, as if each batch were one group."""
    batch = np.arange(len(pairs.left)) // size
    both = np.stack([np.tile(batch, 2), np.concatenate([pairs.left, pairs.right])])
    needed, text = np.unique(both, axis=1)
    return Batches(text, needed, needed, pairs, batch, batch)


def judge(
    method: str,
    folder: str,
    steps: Steps,
    texts: Texts,
    batches: Batches,
    workers: int,
    tell: Callable[[int, int], None],
) -> None:
    """Have the batches judged, or sifted, that have no file in the folder yet; tell how many are
    done, of how many."""
    there = {file.name for file in steps.out.list_files(folder)}
    count = int(batches.batch.max(initial=-1)) + 1
    left = [n for n in range(count) if f"{n:05}.parquet" not in there]
    done = count - len(left)
    tell(done, count)
    sizes = np.bincount(batches.batch, texts.pages[batches.text], count)
    for chosen in _rounds(left, sizes.tolist(), ROUND_PAGES * workers):
        held = np.flatnonzero(np.isin(batches.batch, chosen))
        place = pa.table(
            {
                "text": texts.digests[batches.text[held]],
                "words": texts.words[batches.text[held]],
                "group": batches.group[held],
                "batch": batches.batch[held],
            }
        )
        for _ in judge_batches(method, steps, place, _pairs_of(chosen, texts, batches), workers):
            done += 1
            tell(done, count)


def _rounds(batches: Sequence[int], sizes: Sequence[float], most: int) -> Iterator[list[int]]:
    """So many batches at once as hold so many pages; at least one."""
    chosen: list[int] = []
    held = 0.0
    for batch in batches:
        if chosen and held + sizes[batch] > most:
            yield chosen
            chosen, held = [], 0.0
        chosen.append(batch)
        held += sizes[batch]
    if chosen:
        yield chosen


def _pairs_of(chosen: Sequence[int], texts: Texts, batches: Batches) -> pa.Table:
    """Of each batch its pairs, in one row."""
    rows = np.flatnonzero(np.isin(batches.pair_batch, chosen))
    rows = rows[np.argsort(batches.pair_batch[rows], kind="stable")]
    pairs = batches.pairs.where(rows)
    columns = (
        batches.pair_group[rows],
        texts.digests[pairs.left],
        texts.digests[pairs.right],
        pairs.near,
        pairs.retold,
    )
    structs = pa.StructArray.from_arrays(list(map(pa.array, columns)), fields=list(_PAIR))
    ends = np.searchsorted(batches.pair_batch[rows], np.asarray(chosen), side="right")
    offsets = pa.array(np.append(0, ends), pa.int64())
    return pa.table(
        {
            "batch": pa.array(chosen, pa.int64()),
            "pairs": pa.LargeListArray.from_arrays(offsets, structs),
        }
    )
