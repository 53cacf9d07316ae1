"""`rashomon extract`: pages to articles, or the reasons for what was made of a page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import (
    Clean,
    Columns,
    Inputs,
    Paths,
    Private,
    read_articles,
    read_inputs,
    write,
    write_all,
)
from rashomon.errors import UsageError
from rashomon.extract import Explanation
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Skip
from rashomon.render import render_explanation_html, render_explanation_text, render_record
from rashomon.render.shown import one_line
from rashomon.workers import Models, explain_in_time


class Format(StrEnum):
    """What an explanation is written as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


def command(
    paths: Paths = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show every line with its label, and the reasons."),
    ] = False,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="What --explain writes: by default text, or what FILE ends in."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The same as --format json: a line a page.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where --explain writes to, if not here."
        ),
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="With --explain, show readers' comments too.")
    ] = False,
) -> None:
    """Print each page's article: its blocks with their labels, and its fields with evidence."""
    inputs = Inputs(paths, clean, columns, private)
    if not explain:
        if format_ or as_json or output or comments:
            raise UsageError("--format, --json, --output and --comments go with --explain; add it")
        write_all(read_articles(inputs, Models()))
        return
    asked = Format.JSON if as_json else format_
    chosen = asked or _format_of(output)
    _write(_explanations(inputs, Models()), chosen, output, comments)


command.__name__ = "extract"


def _format_of(output: Path | None) -> Format:
    """The format that the file's name ends in."""
    ending = output.suffix.lower() if output else ""
    return {".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON}.get(
        ending, Format.TEXT
    )


def _explanations(inputs: Inputs, models: Models) -> Iterator[Explanation | Skip]:
    for item in read_inputs(inputs):
        if isinstance(item, Article):
            raise UsageError(
                f"{item.id!r} is what extract printed; --explain needs the page itself"
            )
        yield explain_in_time(item, models.labeller) if isinstance(item, Page) else item


def _write(
    found: Iterator[Explanation | Skip], format_: Format, output: Path | None, comments: bool
) -> None:
    render = _renderer(format_, output, comments)
    parts, used = [], False
    for item in found:
        if isinstance(item, Skip):
            _tell(item, format_)
            continue
        if used and format_ is Format.HTML:
            raise UsageError("--format html shows one page, and more are given; name one")
        used = True
        if output is None and format_ is not Format.HTML:
            sys.stdout.write(render(item))
        else:  # two pages would be a wrong use, and nothing is written then
            parts.append(render(item))
    if output is not None and used:
        _save("".join(parts), output)
    else:
        sys.stdout.writelines(parts)
    if not used:
        raise typer.Exit(1)


def _tell(skip: Skip, format_: Format) -> None:
    """Say why an input is no page; where a page is asked for, beside it."""
    if format_ is Format.JSON:
        write(skip)
    else:
        out = sys.stdout if format_ is Format.TEXT else sys.stderr
        print(one_line(f"{skip.subject}: skipped, {skip.cause}: {skip.detail}"), file=out)


def _renderer(format_: Format, output: Path | None, comments: bool) -> Callable[[Explanation], str]:
    if format_ is Format.HTML:
        return lambda item: render_explanation_html(item, comments=comments)
    if format_ is Format.JSON:
        return lambda item: render_record(item) + "\n"
    colour = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if output is None else 80
    return lambda item: render_explanation_text(item, width, colour, comments=comments) + "\n"


def _save(text: str, file: Path) -> None:
    try:
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"cannot write to {str(file)!r}: {error.strerror}; name another file with --output"
        ) from error
