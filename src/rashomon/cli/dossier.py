"""`rashomon dossier`: the main job, pages to dossiers."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from rashomon.cli.options import PIPELINE, Clean, Paths, Pipeline, read_inputs
from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier, Report
from rashomon.pipeline import Config, Progress, dossiers
from rashomon.render import render_html, render_json, render_markdown, render_summary

MAX_WORKERS = 8  # by default: each holds the models, about 400 MB
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Format(StrEnum):
    """What a dossier is written as."""

    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


def command(
    paths: Paths = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder that the dossiers are written to.")
    ] = Path("dossiers"),
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", "-f", help="Write only this; may be given more than once."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole run as JSON and write no files.")
    ] = False,
    excerpts: Annotated[
        bool,
        typer.Option("--excerpts", help="Cited passages only, no full pages: to pass on."),
    ] = False,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Put the pages' text into the JSON.")
    ] = False,
    comments: Annotated[
        bool, typer.Option("--comments", help="Show readers' comments, which are else left out.")
    ] = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all pages as one story.")
    ] = False,
    clean: Clean = False,
    pipeline: Pipeline = PIPELINE,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="How many processes read the pages; by default one a core."),
    ] = None,
) -> None:
    """Group pages into stories and write a dossier of each.

    Prints the heart of each story and what was skipped. Exit codes: 0 done, also where
    inputs were skipped; 1 no article among the inputs; 2 wrong use.
    """
    if excerpts and full_text:
        raise UsageError("--excerpts and --full-text exclude each other; leave one out")
    shown = Shown(excerpts, full_text, comments)
    with _shown_progress() as progress:
        inputs = read_inputs(paths, clean)
        report = dossiers(
            inputs, Config(pipeline, one_story, workers or _cores()), progress=progress
        )
    if as_json:
        sys.stdout.write(render_json(report, full_text, comments=comments))
    else:
        width = shutil.get_terminal_size().columns
        sys.stdout.write(render_summary(report, width, sys.stdout.isatty()))
        for file in _write(report, output, formats or list(Format), shown):
            sys.stdout.write(f"{file}\n")
    if not report.stories:
        found = "no article among the inputs" if report.skipped else "no file under the paths"
        print(f"rashomon: {found}", file=sys.stderr)
        raise typer.Exit(1)


command.__name__ = "dossier"


class Shown(NamedTuple):
    """How much of the pages goes into the files."""

    excerpts: bool
    full_text: bool
    comments: bool


def _cores() -> int:
    """The cores that this process may use, as far as memory for models is no question."""
    try:
        return min(len(os.sched_getaffinity(0)), MAX_WORKERS)
    except AttributeError:  # not on this system
        return min(os.cpu_count() or 1, MAX_WORKERS)


def _write(report: Report, folder: Path, formats: list[Format], shown: Shown) -> Iterator[Path]:
    """Write each dossier, whole or not at all, and give the files' paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for story in report.stories:
            for format_ in formats:
                suffix = "md" if format_ is Format.MARKDOWN else format_.value
                file = folder / f"{_file_name(story)}.{suffix}"
                _save(_render(story, report, format_, shown), file)
                yield file
    except OSError as error:
        raise UsageError(
            f"cannot write to {str(folder)!r}: {error.strerror}; name another folder with --output"
        ) from error


def _save(text: str, file: Path) -> None:
    """Put the text into the file; whoever interrupts finds the old file or none."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(text, "utf-8", newline="\n")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _render(story: Dossier, report: Report, format_: Format, shown: Shown) -> str:
    excerpts, full_text, comments = shown
    if format_ is Format.HTML:
        return render_html(story, excerpts, skipped=report.skipped, comments=comments)
    if format_ is Format.MARKDOWN:
        return render_markdown(story, excerpts, skipped=report.skipped)
    return render_json(Report((story,), report.skipped), full_text, comments=comments)


def _file_name(story: Dossier) -> str:
    """A name that says what the story is, and stays apart from those of the same title."""
    words = _UNSAFE.sub("-", story.title.lower()).strip("-")[:60].strip("-")
    return f"{words}-{story.id}" if words else story.id


@contextmanager
def _shown_progress() -> Iterator[Progress]:
    """Progress on the standard error if that is a terminal; silence in a pipe."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total or None)
            bars.update(tasks[step], completed=done, total=total or None)

        yield show
