"""How the work is spread: Daft gives out parts to workers, each with models of its own."""

from __future__ import annotations

import json
import logging
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any

import daft
import numpy as np
import pyarrow as pa
from daft import DataType, col
from daft.exceptions import DaftCoreException
from daft.runners import get_or_infer_runner_type

from rashomon.corpus.between import FEATURES
from rashomon.corpus.parts import Part, Slice
from rashomon.corpus.steps import FEATURED, KEYED, READ, Steps, Taken
from rashomon.corpus.store import Store
from rashomon.corpus.tables import TABLES
from rashomon.errors import UsageError, WorkerError
from rashomon.workers import Models

LOCAL_RAY = "local"  # a cluster of this machine alone, made for the run
_ALL = TABLES["articles"].names
# What Ray calls the ways in which a process or a machine of a cluster is lost.
_LOST = (
    "ActorDiedError",
    "ActorUnavailableError",
    "WorkerCrashedError",
    "NodeDiedError",
    "OutOfMemoryError",
    "ObjectLostError",
    "The actor died",
    "Task was killed",
)
_QUIET = ("DAFT_ANALYTICS_ENABLED", "RAY_USAGE_STATS_ENABLED", "DAFT_PROGRESS_BAR")


class Worker:
    """A process that loads the models once and works on part after part."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._models = Models(steps.pipeline)

    @daft.method(return_dtype=DataType.int64())
    def extract(self, task: str) -> int:
        """The number of the part, whose articles are written."""
        part, _ = _read_task(task)
        self._steps.extract(self._models, part)
        return part.number

    @daft.method(return_dtype=DataType.int64())
    def find_claims(self, task: str) -> int:
        """The number of the part, whose tables are written."""
        part, taken = _read_task(task)
        self._steps.find_claims(self._models, part, taken)
        return part.number

    @daft.method(return_dtype=DataType.int64())
    def judge(self, batch: int, pages: list[dict[str, Any]], pairs: list[dict[str, Any]]) -> int:
        """The number of the batch, whose pairs are judged."""
        self._steps.judge(batch, pages, pairs)
        return batch

    @daft.method(return_dtype=DataType.int64())
    def sift(self, batch: int, pages: list[dict[str, Any]], pairs: list[dict[str, Any]]) -> int:
        """The number of the batch, of whose pairs those that tie texts together are found."""
        self._steps.sift(batch, pages, pairs)
        return batch

    @daft.method(return_dtype=DataType.int64())
    def describe(self, batch: int, pages: list[dict[str, Any]]) -> int:
        """The number of the batch, whose stories are written."""
        self._steps.describe(batch, pages)
        return batch


def _task(part: Part, taken: Taken) -> str:
    return json.dumps({**asdict(part), "taken": list(taken.items())})


def _read_task(task: str) -> tuple[Part, Taken]:
    read = json.loads(task)
    slices = tuple(Slice(**each) for each in read["slices"])
    return Part(read["number"], slices), dict(read["taken"])


def work_on(
    method: str,
    steps: Steps,
    parts: Sequence[Part],
    taken: Mapping[int, Taken],
    workers: int,
    partitions: int | None,
) -> Iterator[int]:
    """The number of each part when its work is done, in no order.

    Errors: WorkerError.
    """
    if not parts:
        return
    made = _made(steps, workers, len(parts))
    tasks = daft.from_pydict({"task": [_task(part, taken.get(part.number, {})) for part in parts]})
    spread = tasks.into_partitions(partitions) if partitions else tasks
    done = spread.into_batches(1).select(getattr(made, method)(col("task")).alias("number"))
    for row in done.iter_rows():
        yield int(row["number"])


def judge_batches(
    method: str, steps: Steps, texts: pa.Table, pairs: pa.Table, workers: int
) -> Iterator[int]:
    """The number of each batch when its pairs are judged, or sifted, in no order.

    `texts` says of each text its batches, `pairs` of each batch its pairs. The articles come to
    where they are looked at.
    """
    made = _made(steps, workers, len(pairs))
    keys = daft.read_parquet(steps.out.paths(KEYED)).select("id", "text", "paragraphs")
    beside = ("text", "paragraphs", "words", "group")
    pages = _gather(steps, keys.join(daft.from_arrow(texts), on="text"), beside, _ALL)
    groups = pages.join(daft.from_arrow(pairs), on="batch").into_batches(1)
    judge = getattr(made, method)
    done = groups.select(judge(col("batch"), col("pages"), col("pairs")).alias("n"))
    for row in done.iter_rows():
        yield int(row["n"])


def describe_batches(steps: Steps, pages: pa.Table, workers: int) -> Iterator[int]:
    """The number of each batch of stories when these are written, in no order.

    `pages` says of each page its batch.
    """
    made = _made(steps, workers, workers)
    features = daft.read_parquet(steps.out.paths(FEATURED)).select(
        "id", _struct(FEATURES.names).alias("features")
    )
    columns = [name for name in _ALL if name != "evidence"]  # which no story looks at
    here = features.join(daft.from_arrow(pages), on="id")
    groups = _gather(steps, here, ("features",), columns).into_batches(1)
    done = groups.select(made.describe(col("batch"), col("pages")).alias("n"))
    for row in done.iter_rows():
        yield int(row["n"])


def _made(steps: Steps, workers: int, most: int) -> Any:
    """Processes that have models of their own, no more of them than there is work for."""
    return daft.cls(Worker, use_process=True, max_concurrency=max(1, min(workers, most)))(steps)


def _gather(
    steps: Steps, pages: daft.DataFrame, beside: Sequence[str], columns: Sequence[str]
) -> daft.DataFrame:
    """By batch the pages of it: their articles, and what is known beside these."""
    articles = daft.read_parquet(steps.out.paths("articles"))
    rows = articles.select("id", _struct(columns).alias("article")).join(pages, on="id")
    return rows.groupby("batch").agg(_struct(("article", *beside)).list_agg().alias("pages"))


def _struct(columns: Sequence[str]) -> daft.Expression:
    return daft.functions.to_struct(*map(col, columns))


def find_taken(out: Store) -> dict[int, Taken]:
    """The rows of each part whose id an earlier row has.

    A later visit to one address gets an id of its own, as `read` does it.
    """
    read = daft.read_parquet(out.paths(READ)).with_column("hash", col("id").hash())
    hashes = np.sort(read.select("hash").to_arrow()["hash"].to_numpy())
    again = pa.table({"hash": np.unique(hashes[1:][hashes[1:] == hashes[:-1]])})
    if not len(again):
        return {}
    rows = read.join(daft.from_arrow(again), on="hash", how="semi").select(
        col("id"),
        daft.functions.to_struct(
            part=col("part"),
            row=col("row"),
            url=col("page").get("url"),
            captured=col("page").get("captured"),
        ).alias("at"),
    )
    groups = rows.groupby("id").agg(col("at").list_agg().alias("rows"))
    taken: dict[int, dict[int, str | None]] = defaultdict(dict)
    several = groups.with_column("count", col("rows").list_count()).where("count > 1")
    for group in several.iter_rows():
        ids = {group["id"]}
        _, *later = sorted(group["rows"], key=lambda row: (row["part"], row["row"]))
        for row in later:
            id_ = None
            if row["captured"] and row["url"] == group["id"]:
                id_ = f"{group['id']}@{row['captured']}"
            taken[row["part"]][row["row"]] = None if id_ in ids else id_
            ids.add(id_)
    return dict(taken)


@contextmanager
def open_runner(ray_address: str | None, workers: int | None) -> Iterator[int]:
    """How many workers there are: processes of this machine, or as many as a Ray cluster has
    processors.

    Errors: UsageError where the cluster cannot be reached; WorkerError.
    """
    for name in ("daft", "daft_local_execution"):  # they tell each error, and then raise it
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with _runner(ray_address, workers) as count:
            yield count
    except Exception as error:
        if not _is_of_lost_worker(error):
            raise
        raise WorkerError(
            "a worker ended before its work was done, as systems do to processes when memory runs "
            "out; the same command goes on where it stopped, with fewer --workers if need be"
        ) from error


def _is_of_lost_worker(error: Exception) -> bool:
    """Whether the error is what Daft or Ray say of a process that is gone, and none of ours."""
    said = str(error)
    gone = "UDF process closed the connection" in said or isinstance(error, ConnectionError)
    return gone or any(name in said for name in _LOST)


@contextmanager
def _runner(ray_address: str | None, workers: int | None) -> Iterator[int]:
    if ray_address is None:
        _work_here()
        yield workers or os.cpu_count() or 1
        return
    import ray

    options: dict[str, Any] = {"runtime_env": {"env_vars": dict.fromkeys(_QUIET, "0")}}
    if ray_address == LOCAL_RAY:
        options |= {"num_cpus": workers or os.cpu_count(), "include_dashboard": False}
    try:
        ray.init(ray_address, log_to_driver=False, logging_level=logging.ERROR, **options)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(f"no Ray cluster at {ray_address!r}: {error}") from error
    try:
        daft.set_runner_ray(noop_if_initialized=True)
        yield workers or _processors(ray.nodes())  # type: ignore[no-untyped-call]
    finally:
        ray.shutdown()


def _work_here() -> None:
    """Daft's runner is set once a process, whatever runs come after."""
    with suppress(DaftCoreException):
        daft.set_runner_native()
    if get_or_infer_runner_type() != "native":
        raise UsageError("this process has worked on a Ray cluster; begin the run in another")


def _processors(nodes: list[dict[str, Any]]) -> int:
    return max(1, int(sum(node["Resources"].get("CPU", 0) for node in nodes if node["Alive"])))
