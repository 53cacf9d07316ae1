"""`rashomon dossier`: the main job, pages to dossiers."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from rashomon.cli.edits import Edits, read_edits
from rashomon.cli.options import (
    PIPELINE,
    Clean,
    Columns,
    Inputs,
    Paths,
    Pipeline,
    Private,
    read_inputs,
)
from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier, Report
from rashomon.model.skip import Skip
from rashomon.pipeline import Config, Progress, dossiers, stream_dossiers
from rashomon.render import (
    render_heart,
    render_html,
    render_json,
    render_markdown,
    render_skipped,
)

T = TypeVar("T")
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
    edits: Edits = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
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
    config = Config(pipeline, one_story, workers or _cores(), read_edits(edits))
    inputs = read_inputs(Inputs(paths, clean, columns, private))
    if as_json:
        with _shown_progress() as progress:
            report = dossiers(inputs, config, progress=progress)
        sys.stdout.write(render_json(report, full_text, comments=comments))
        told, skipped = bool(report.stories), report.skipped
    else:
        folder = _Folder(output, formats or list(Format), excerpts, full_text, comments)
        with _shown_progress() as progress:
            skipped = folder.write(stream_dossiers(inputs, config, progress=progress))
        sys.stdout.writelines([*folder.hearts, _summary(render_skipped, skipped)])
        sys.stdout.writelines(f"{file}\n" for file in folder.files)
        told = bool(folder.files)
    if not told:
        found = "no article among the inputs" if skipped else "no file under the paths"
        print(f"rashomon: {found}", file=sys.stderr)
        raise typer.Exit(1)


command.__name__ = "dossier"


def _cores() -> int:
    """The cores that this process may use, as far as memory for models is no question."""
    try:
        return min(len(os.sched_getaffinity(0)), MAX_WORKERS)
    except AttributeError:  # not on this system
        return min(os.cpu_count() or 1, MAX_WORKERS)


@dataclass
class _Folder:
    """Where dossiers are written to, one by one, and what is left of them in memory: what the
    terminal is to show."""

    path: Path
    formats: list[Format]
    excerpts: bool
    full_text: bool
    comments: bool
    files: list[Path] = field(default_factory=list)
    hearts: list[str] = field(default_factory=list)

    def write(self, found: Iterable[Skip | Dossier]) -> tuple[Skip, ...]:
        """Write each dossier, and give what was skipped, which comes before any dossier."""
        skipped: list[Skip] = []
        with _told_why(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        for each in found:
            if isinstance(each, Skip):
                skipped.append(each)
                continue
            with _told_why(self.path):
                self._write_one(each, skipped)
        return tuple(skipped)

    def _write_one(self, story: Dossier, skipped: list[Skip]) -> None:
        self.hearts.append(_summary(render_heart, story))
        for format_ in self.formats:
            suffix = "md" if format_ is Format.MARKDOWN else format_.value
            file = self.path / f"{_file_name(story)}.{suffix}"
            _save(self._render(story, format_, skipped), file)
            self.files.append(file)

    def _render(self, story: Dossier, format_: Format, skipped: list[Skip]) -> str:
        if format_ is Format.HTML:
            return render_html(story, self.excerpts, skipped=skipped, comments=self.comments)
        if format_ is Format.MARKDOWN:
            return render_markdown(story, self.excerpts, skipped=skipped)
        report = Report((story,), tuple(skipped))
        return render_json(report, self.full_text, comments=self.comments)


@contextmanager
def _told_why(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write to {str(folder)!r}: {error.strerror}; name another folder with --output"
        ) from error


def _summary(render: Callable[[T, int, bool], str], value: T) -> str:
    """The text for this terminal."""
    return render(value, shutil.get_terminal_size().columns, sys.stdout.isatty())


def _save(text: str, file: Path) -> None:
    """Put the text into the file; whoever interrupts finds the old file or none."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(text, "utf-8", newline="\n")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


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
