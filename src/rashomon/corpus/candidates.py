"""Which texts may share text, found by the workers: each looks at some things and who owns them.

Keys are made to rows of a thing and its owner, brought together by things, made to pairs, and
these are counted: all of it bucket by bucket, so that no process holds many of them.
"""

from __future__ import annotations

import daft
import numpy as np
import pyarrow as pa
from daft import DataType, col, lit

from rashomon.corpus.steps import KEYED, PAIRED, Steps
from rashomon.corpus.store import Store
from rashomon.corpus.texts import Candidates, Texts
from rashomon.lineage.candidates import (
    MIN_SAMPLED,
    SHARED_RUNS,
    are_compared,
    are_near,
    choose_retold,
    find_seen,
)
from rashomon.lineage.words import Hashes, Numbers

_BUCKETS = 256  # as many as there are, while they are neither small nor large
_LEAST_ROWS, _MOST_ROWS = 250_000, 4_000_000  # of a bucket: things with an owner, 30 bytes each
_ROUND = 2  # buckets a worker that are brought together at once
_COUNTED_ROWS = 500_000  # pairs by buckets, that a worker counts at once
_SEEN_ROWS = 250_000  # pairs whose samples are looked up at once
_DIGESTS = 1 << 64


def find_candidates(steps: Steps, texts: Texts, workers: int) -> Candidates:
    """The pairs that `lineage` finds among all articles."""
    keys = daft.read_parquet(steps.out.paths(KEYED))
    if len(texts.later):
        later = daft.from_arrow(pa.table({"page": texts.later}))
        keys = keys.join(later, on="page", how="anti")
    rows = int(texts.sizes.sum())  # no body has more telling words than runs in its sample
    _pair(steps, keys, "runs", rows, workers)
    left, right, shared = _count(steps.out, "runs", SHARED_RUNS, texts, workers)
    kept = are_compared(left, right, shared, texts.sizes, texts.outlets)
    left, right, shared = left[kept], right[kept], shared[kept]
    near = are_near(left, right, shared, texts.sizes)
    _pair(steps, keys, "telling", rows, workers)
    ones, others, told = _count(steps.out, "telling", MIN_SAMPLED, texts, workers)
    smaller, end, whole = find_seen(ones, others, texts.told, texts.ends)
    seen = texts.told[smaller]
    seen[~whole] = _seen(keys, texts.digests[smaller[~whole]], end[~whole])
    ones, others = choose_retold(ones, others, told, seen, texts.told[smaller])
    return Candidates(left, right, near, ones, others)


def _pair(steps: Steps, keys: daft.DataFrame, kind: str, rows: int, workers: int) -> None:
    """Write the pairs of each bucket of things that has no file yet."""
    buckets = -(-rows // min(_MOST_ROWS, max(_LEAST_ROWS, rows // _BUCKETS)))
    there = {file.name for file in steps.out.list_files(f"{PAIRED}/{kind}")}

    @daft.func.batch(return_dtype=DataType.int64())
    def pair(numbers: daft.Series, owners: daft.Series) -> list[int]:
        done = numbers.to_pylist()
        for number, rows in zip(done, owners.to_arrow(), strict=True):
            steps.pair(kind, number, rows.values)
        return done

    left = [n for n in range(buckets) if f"{n:05}.parquet" not in there]
    things = keys.select(col(kind).alias("thing"), "text", "words", "outlet").explode("thing")
    things = things.with_column(
        "bucket", (col("thing") % lit(max(1, buckets))).cast(DataType.int64())
    )
    for first in range(0, len(left), _ROUND * workers):
        chosen = left[first : first + _ROUND * workers]
        owner = daft.functions.to_struct(*map(col, ("thing", "text", "words", "outlet")))
        own = things.where(col("bucket").is_in(chosen)).select("bucket", owner.alias("owner"))
        groups = own.groupby("bucket").agg(col("owner").list_agg().alias("owners"))
        groups.into_batches(1).select(pair(col("bucket"), col("owners"))).collect()


def _count(
    out: Store, kind: str, least: int, texts: Texts, workers: int
) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs of texts that share so many things, and how many they share."""
    files = out.list_files(f"{PAIRED}/{kind}")
    rows = sum(out.count_rows(f"{PAIRED}/{kind}/{file.name}") for file in files)
    slices = -(-rows // (_COUNTED_ROWS * workers))
    found = [(np.zeros(0, dtype=np.int64),) * 3]
    for number in range(slices):
        # Files are sorted by the left text, so that only what is counted is read.
        first, end = (_DIGESTS * n // slices for n in (number, number + 1))
        pairs = daft.read_parquet(out.paths(f"{PAIRED}/{kind}"))
        own = pairs.where((col("left") >= lit(first)) & (col("left") <= lit(end - 1)))
        counted = own.groupby("left", "right").agg(col("shared").sum())
        table = counted.where(col("shared") >= lit(least)).to_arrow()
        left, right, shared = (table[name].to_numpy() for name in ("left", "right", "shared"))
        found.append((texts.number(left), texts.number(right), shared.astype(np.int64)))
    left, right, shared = (np.concatenate(each) for each in zip(*found, strict=True))
    return left, right, shared


def _seen(keys: daft.DataFrame, digests: Hashes, ends: Hashes) -> Numbers:
    """How many telling words in the sample of each text come no later than an end."""

    @daft.func.batch(return_dtype=DataType.int64())
    def count(samples: daft.Series, ends: daft.Series) -> pa.Array:
        held = samples.to_arrow()
        sizes = held.value_lengths().to_numpy()
        before = held.flatten().to_numpy() <= np.repeat(ends.to_arrow().to_numpy(), sizes)
        sums = np.append(0, np.cumsum(before))
        ends_at = np.cumsum(sizes)
        return pa.array(sums[ends_at] - sums[ends_at - sizes])

    seen = np.zeros(len(digests), dtype=np.int64)
    for first in range(0, len(digests), _SEEN_ROWS):
        rows = slice(first, first + _SEEN_ROWS)
        asked = pa.table(
            {"text": digests[rows], "end": ends[rows], "pair": np.arange(len(digests))[rows]}
        )
        joined = keys.select("text", "telling").join(daft.from_arrow(asked), on="text")
        found = joined.select("pair", count(col("telling"), col("end")).alias("seen")).to_arrow()
        seen[found["pair"].to_numpy()] = found["seen"].to_numpy()
    return seen
