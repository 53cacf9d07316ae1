"""A run over any number of pages: what is done, what is left to do, and the tables in the end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import rashomon
from rashomon.corpus.lineages import Progress, write_lineages
from rashomon.corpus.parts import Part, cut
from rashomon.corpus.plan import find_taken, open_runner, work_on
from rashomon.corpus.steps import READ, Steps, Taken
from rashomon.corpus.store import WORK, Store
from rashomon.corpus.stories import write_stories
from rashomon.corpus.tables import TABLES, skip_rows
from rashomon.errors import UsageError
from rashomon.model.edit import Edit
from rashomon.model.plain import to_dict
from rashomon.read.options import Options
from rashomon.text.parse import DEFAULT_PIPELINE

RUN = "run.json"


@dataclass(frozen=True)
class Config:
    """What a run can be told.

    `edits` are corrections by hand. `workers` is how many processes there are at most, by default
    one a processor; `ray` the address of a cluster, `partitions` how many partitions Daft makes
    of the parts, and `part_bytes` how much of the input one part holds. Of these three only the
    last changes the files: into how many the rows are parted.
    """

    options: Options = field(default_factory=Options)
    pipeline: str = DEFAULT_PIPELINE
    edits: tuple[Edit, ...] = ()
    workers: int | None = None
    ray: str | None = None
    partitions: int | None = None
    part_bytes: int | None = None


def run_corpus(
    given: str,
    out: str,
    config: Config = Config(),
    progress: Progress = lambda step, done, total: None,
) -> dict[str, int]:
    """How many rows each table in `out` has; what an interrupted run has written is kept.

    `given` is a file or folder, here or in an object store.
    Errors: UsageError where there is nothing at `given`, or `out` holds something else.
    """
    source, target = Store(given), Store(out)
    files = source.list_files()
    if not files:
        raise UsageError(f"there is no file at {given!r}; name a file or a folder with pages")
    key = _key([asdict(file) for file in files], config)
    finished = _begin(target, key)
    if finished is not None:
        return finished
    parts = cut(files, config.part_bytes)
    steps = Steps(source, target, config.options, config.pipeline)
    with open_runner(config.ray, config.workers) as workers:
        run = _Run(target, steps, parts)
        run.each_part("extract", READ, {}, (workers, config.partitions), progress)
        taken = find_taken(target)
        run.each_part("find_claims", "articles", taken, (workers, config.partitions), progress)
        lost = write_lineages(steps, config.edits, workers, progress)
        lost += write_stories(steps, config.edits, workers, progress)
    if lost:
        target.write_table(f"skips/{len(parts):05}.parquet", TABLES["skips"], skip_rows(lost))
    counts = {name: _count(target, name) for name in TABLES}
    target.write_bytes(RUN, _written({"made_of": key, "rows": counts}))
    target.remove(WORK)
    return counts


@dataclass(frozen=True)
class _Run:
    target: Store
    steps: Steps
    parts: list[Part]

    def each_part(
        self,
        method: str,
        table: str,
        taken: Mapping[int, Taken],
        spread: tuple[int, int | None],
        progress: Progress,
    ) -> None:
        """Do the work on every part that has no file in the table yet."""
        there = {file.name for file in self.target.list_files(table)}
        left = [part for part in self.parts if part.file not in there]
        name = {"extract": "extract", "find_claims": "claims"}[method]
        done = len(self.parts) - len(left)
        progress(name, done, len(self.parts))
        for _ in work_on(method, self.steps, left, taken, *spread):
            done += 1
            progress(name, done, len(self.parts))


def _begin(target: Store, key: str) -> dict[str, int] | None:
    """The counts of a run that has ended; None where there is something to do.

    Errors: UsageError where the folder holds something else.
    """
    found = target.read_bytes(RUN)
    if found is None:
        if target.list_files():
            raise UsageError(f"{target.address!r} is not empty; name a new folder")
        target.write_bytes(RUN, _written({"made_of": key}))
        return None
    run = json.loads(found)
    if run.get("made_of") != key:
        raise UsageError(
            f"{target.address!r} holds a run over other pages, or with other options or another "
            "version; name a new folder"
        )
    rows: dict[str, int] | None = run.get("rows")
    return rows


def _key(files: list[dict[str, object]], config: Config) -> str:
    """What goes into a run, in short: workers, partitions and clusters are no part of it."""
    made_of = {
        "files": files,
        "options": asdict(config.options),
        "pipeline": config.pipeline,
        "part_bytes": config.part_bytes,
        "edits": to_dict(config.edits),
        "version": version("rashomon"),
        "code": _digest(Path(rashomon.__file__).parent),
    }
    return sha256(_written(made_of)).hexdigest()


def _digest(folder: Path) -> str:
    """One hash of all files of the program: another state of it may give other tables."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _written(value: object) -> bytes:
    return (json.dumps(value, sort_keys=True, indent=1) + "\n").encode()


def _count(target: Store, table: str) -> int:
    return sum(target.count_rows(f"{table}/{f.name}") for f in target.list_files(table))
