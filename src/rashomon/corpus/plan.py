"""How the work is spread: Daft gives out parts to workers, each with models of its own."""

from __future__ import annotations

import json
import logging
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import daft
from daft import DataType, col

from rashomon.corpus.parts import Part, Slice
from rashomon.corpus.steps import READ, Steps, Taken
from rashomon.corpus.store import Store
from rashomon.errors import UsageError
from rashomon.lineage import Related
from rashomon.model.plain import from_dict, to_dict
from rashomon.workers import Models

LOCAL_RAY = "local"  # a cluster of this machine alone, made for the run
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
    def judge(self, task: str, articles: list[dict[str, Any]]) -> int:
        """The number of the batch, whose pairs are judged."""
        batch = json.loads(task)
        related = [from_dict(Related, each) for each in batch["related"]]
        self._steps.judge(batch["number"], related, articles)
        return int(batch["number"])


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

    Errors: UsageError where a worker ended.
    """
    if not parts:
        return
    made = daft.cls(Worker, use_process=True, max_concurrency=min(workers, len(parts)))(steps)
    tasks = daft.from_pydict({"task": [_task(part, taken.get(part.number, {})) for part in parts]})
    spread = tasks.into_partitions(partitions) if partitions else tasks
    done = spread.into_batches(1).select(getattr(made, method)(col("task")).alias("number"))
    for row in done.iter_rows():
        yield int(row["number"])


def judge_batches(
    steps: Steps, batches: Mapping[int, Sequence[Related]], workers: int
) -> Iterator[int]:
    """The number of each batch of related articles when its pairs are written, in no order.

    The articles come to where they are judged, by one join and one grouping.
    """
    if not batches:
        return
    made = daft.cls(Worker, use_process=True, max_concurrency=min(workers, len(batches)))(steps)
    places = [(id_, n) for n, batch in batches.items() for each in batch for id_ in each.ids]
    place = daft.from_pydict({"id": [id_ for id_, _ in places], "batch": [n for _, n in places]})
    tasks = daft.from_pydict(
        {
            "batch": list(batches),
            "task": [
                json.dumps({"number": n, "related": [to_dict(each) for each in batch]})
                for n, batch in batches.items()
            ],
        }
    )
    articles = daft.read_parquet(steps.out.paths("articles"))
    rows = articles.select(
        col("id"), daft.functions.to_struct(*map(col, articles.column_names)).alias("article")
    )
    groups = rows.join(place, on="id").groupby("batch").agg(col("article").list_agg())
    done = groups.join(tasks, on="batch").into_batches(1)
    for row in done.select(made.judge(col("task"), col("article")).alias("n")).iter_rows():
        yield int(row["n"])


def find_taken(out: Store) -> dict[int, Taken]:
    """The rows of each part whose id an earlier row has.

    A later visit to one address gets an id of its own, as `read` does it.
    """
    rows = daft.read_parquet(out.paths(READ)).select(
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

    Errors: UsageError where the cluster cannot be reached.
    """
    if ray_address is None:
        daft.set_runner_native()
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


def _processors(nodes: list[dict[str, Any]]) -> int:
    return max(1, int(sum(node["Resources"].get("CPU", 0) for node in nodes if node["Alive"])))
