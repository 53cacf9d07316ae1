"""What the commands have in common: their inputs, their models, and JSON Lines out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from rashomon.errors import UsageError
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Skip
from rashomon.read import Input, read
from rashomon.render import render_record
from rashomon.text.parse import DEFAULT_PIPELINE
from rashomon.workers import Models, extract_in_time

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, .jsonl of pages, or - for standard input (the default in a pipe).",
        show_default=False,
    ),
]
Clean = Annotated[
    bool, typer.Option("--clean", help="The text is an article's body already: clean nothing.")
]
Pipeline = Annotated[
    str, typer.Option("--pipeline", help="The name of an installed spaCy pipeline.")
]
PIPELINE = DEFAULT_PIPELINE


def read_inputs(paths: list[str] | None, clean: bool) -> Iterator[Input]:
    """What the arguments name; standard input where none are given.

    Errors: UsageError where nothing is given and nobody can have meant to type pages.
    """
    if not paths and sys.stdin.isatty():
        raise UsageError("no PATH is given; name files or folders, or pipe pages in")
    return read(*(paths or ["-"]), clean=clean)


def read_articles(paths: list[str] | None, clean: bool, models: Models) -> Iterator[Article | Skip]:
    """The article of each input, or why it has none."""
    for item in read_inputs(paths, clean):
        yield extract_in_time(item, models.labeller) if isinstance(item, Page) else item


def read_all(
    paths: list[str] | None, clean: bool, models: Models
) -> tuple[list[Article], list[Skip]]:
    """All articles in the order of their ids, and all skips."""
    articles: list[Article] = []
    skips: list[Skip] = []
    for item in read_articles(paths, clean, models):
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
