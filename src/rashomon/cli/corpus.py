"""`rashomon corpus`: the steps for any number of pages, written as Parquet tables."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Annotated

import typer

from rashomon.cli.edits import Edits, read_edits
from rashomon.cli.options import PIPELINE, Clean, Columns, Pipeline
from rashomon.errors import UsageError
from rashomon.read import parse_columns
from rashomon.read.options import Options

app = typer.Typer(
    help="The same steps for any number of pages, written as Parquet tables.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def _group() -> None:
    """The same steps for any number of pages, written as Parquet tables."""


@app.command("run")
def run(
    given: Annotated[
        str, typer.Argument(metavar="IN", help="A file or folder, here or in an object store.")
    ],
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The folder that the tables are written to.")
    ],
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="How many processes; by default one a processor."),
    ] = None,
    ray: Annotated[
        str | None,
        typer.Option(
            "--ray",
            metavar="ADDRESS",
            help="Work on this Ray cluster; `local` makes one of this machine.",
        ),
    ] = None,
    clean: Clean = False,
    columns: Columns = None,
    edits: Edits = None,
    pipeline: Pipeline = PIPELINE,
) -> None:
    """Write pages, articles, claims, pickups, lineages, stories and skips to OUT.

    The same command again goes on where it was interrupted.
    """
    corrections = read_edits(edits)
    missing = [name for name in ("daft", "pyarrow", *(["ray"] if ray else [])) if not _has(name)]
    if missing:
        extra = "ray" if ray else "corpus"
        raise UsageError(f"{missing[0]} is not installed; pip install 'rashomon[{extra}]'")
    from rashomon.corpus import Config, run_corpus

    options = Options(clean=clean, columns=parse_columns(columns or ""))
    config = Config(options, pipeline, corrections, workers, ray)
    with _broken_pipes_are_errors():
        counts = run_corpus(given, out, config, _tell)
    for table, rows in counts.items():
        print(f"{table}\t{rows}")
    if not counts["articles"]:
        raise typer.Exit(1)


@contextmanager
def _broken_pipes_are_errors() -> Iterator[None]:
    """The pipe to a worker that died breaks too, and that is not to end the program in silence."""
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGPIPE, before)


def _has(name: str) -> bool:
    return find_spec(name) is not None


def _tell(step: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"{step}: {done} of {total}", file=sys.stderr)
