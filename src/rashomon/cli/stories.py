"""`rashomon stories`: which pages tell of one event."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_all, write
from rashomon.lineage import find_lineages
from rashomon.model.plain import to_dict
from rashomon.render.records import skip_record
from rashomon.stories import group_stories
from rashomon.workers import Models


def command(
    paths: Paths = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all pages as one story.")
    ] = False,
) -> None:
    """Print the stories that the pages tell."""
    models = Models()
    articles, skips = read_all(Inputs(paths, clean, columns, private), models)
    found = group_stories(articles, find_lineages(articles), one_story)
    write({"stories": to_dict(found), "skipped": [skip_record(skip) for skip in skips]})
    if not articles:
        raise typer.Exit(1)


command.__name__ = "stories"
