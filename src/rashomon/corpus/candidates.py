"""Which texts may share text, found by the workers: each looks at some things and who owns them.

Keys are made to rows of a thing and its owner, brought together by things, made to pairs, and
these are counted: all of it bucket by bucket, so that no process holds many of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import daft
import numpy as np
import pyarrow as pa
from daft import DataType, col, lit

from rashomon.corpus.steps import KEYED, PAIRED, PRINTS, Steps
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
_OUTLETS_PAGES = 200_000  # whose paragraphs are counted at once, or those of one outlet
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
    return Candidates(
        np.concatenate([left, ones]),
        np.concatenate([right, others]),
        np.append(near, np.zeros(len(ones), dtype=bool)),
        np.arange(len(left) + len(ones)) >= len(left),
    )


def spread_printed(steps: Steps, texts: Texts, workers: int) -> None:
    """Have the workers find what outlets print on many pages, some outlets at once."""
    buckets = -(-len(texts.text_of) // _OUTLETS_PAGES)
    keys = daft.read_parquet(steps.out.paths(KEYED)).where(col("outlet") != lit(0))
    pages = _in_buckets(keys.select("outlet", "paragraphs", "lengths"), "outlet", buckets)
    _spread(steps.count_paragraphs, steps.out, PRINTS, pages, buckets, workers)


def _pair(steps: Steps, keys: daft.DataFrame, kind: str, rows: int, workers: int) -> None:
    """Have the pairs of all things written, some things at once."""
    buckets = -(-rows // min(_MOST_ROWS, max(_LEAST_ROWS, rows // _BUCKETS)))
    things = keys.select(col(kind).alias("thing"), "text", "words", "outlet").explode("thing")
    owned = _in_buckets(things, "thing", buckets)
    _spread(partial(steps.pair, kind), steps.out, f"{PAIRED}/{kind}", owned, buckets, workers)


def _in_buckets(rows: daft.DataFrame, key: str, buckets: int) -> daft.DataFrame:
    return rows.with_column("bucket", (col(key) % lit(max(1, buckets))).cast(DataType.int64()))


def _spread(
    work: Callable[[int, pa.StructArray], None],
    out: Store,
    folder: str,
    rows: daft.DataFrame,
    buckets: int,
    workers: int,
) -> None:
    """Bring together the rows of each bucket that has no file yet, and have them worked on."""
    there = {file.name for file in out.list_files(folder)}

    @daft.func.batch(return_dtype=DataType.int64())
    def run(numbers: daft.Series, held: daft.Series) -> list[int]:
        done = numbers.to_pylist()
        for number, each in zip(done, held.to_arrow(), strict=True):
            work(number, each.values)
        return done

    left = [n for n in range(buckets) if f"{n:05}.parquet" not in there]
    names = [name for name in rows.column_names if name != "bucket"]
    for first in range(0, len(left), _ROUND * workers):
        chosen = left[first : first + _ROUND * workers]
        row = daft.functions.to_struct(*map(col, names)).alias("row")
        own = rows.where(col("bucket").is_in(chosen)).select("bucket", row)
        groups = own.groupby("bucket").agg(col("row").list_agg().alias("rows"))
        groups.into_batches(1).select(run(col("bucket"), col("rows"))).collect()


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
