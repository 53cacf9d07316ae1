"""What the commands have in common: their inputs, their models, and JSON Lines out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from rashomon.errors import UsageError
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Skip
from rashomon.read import Input, parse_columns, read
from rashomon.render import render_record
from rashomon.text.parse import DEFAULT_PIPELINE
from rashomon.workers import Models, extract_in_time

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, archives, feeds, records, tables, http(s) addresses, or - for the"
        " standard input (the default in a pipe).",
        show_default=False,
    ),
]
Clean = Annotated[
    bool, typer.Option("--clean", help="The text is an article's body already: clean nothing.")
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="MAP",
        help="Which columns of tables hold what, as in id=article_id,text=body.",
        show_default=False,
    ),
]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch addresses of this machine and its network too."),
]
Pipeline = Annotated[
    str, typer.Option("--pipeline", help="The name of an installed spaCy pipeline.")
]
PIPELINE = DEFAULT_PIPELINE


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the arguments name, and how it is to be taken."""

    paths: list[str] | None
    clean: bool = False
    columns: str | None = None
    private: bool = False


def read_inputs(inputs: Inputs) -> Iterator[Input]:
    """What the arguments name; standard input where none are given.

    Errors: UsageError where nothing is given and nobody can have meant to type pages.
    """
    if not inputs.paths and sys.stdin.isatty():
        raise UsageError("no PATH is given; name files or folders, or pipe pages in")
    columns = parse_columns(inputs.columns or "")
    paths = inputs.paths or ["-"]
    return read(*paths, clean=inputs.clean, columns=columns, allow_private=inputs.private)


def read_articles(inputs: Inputs, models: Models) -> Iterator[Article | Skip]:
    """The article of each input, or why it has none."""
    for item in read_inputs(inputs):
        yield extract_in_time(item, models.labeller) if isinstance(item, Page) else item


def read_all(inputs: Inputs, models: Models) -> tuple[list[Article], list[Skip]]:
    """All articles in the order of their ids, and all skips."""
    articles: list[Article] = []
    skips: list[Skip] = []
    for item in read_articles(inputs, models):
        if isinstance(item, Skip):
            skips.append(item)
        else:
            articles.append(item)
    return sorted(articles, key=lambda article: article.id), skips


def write(value: Any) -> None:
    """One JSON line on standard output."""
    sys.stdout.write(render_record(value) + "\n")


def write_all(values: Iterable[Any]) -> None:
    """A JSON line a value; exit code 1 where every one of them is a skip."""
    used = False
    for value in values:
        used = used or not isinstance(value, Skip)
        write(value)
    if not used:
        raise typer.Exit(1)
