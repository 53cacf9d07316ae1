"""`rashomon stories`: which pages tell of one event."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.cli.edits import Edits, read_edits
from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_all, write
from rashomon.lineage import find_lineages
from rashomon.model.plain import to_dict
from rashomon.render.records import skip_record
from rashomon.stories import apply_edits
from rashomon.workers import Models


def command(
    paths: Paths = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all pages as one story.")
    ] = False,
    edits: Edits = None,
) -> None:
    """Print the stories that the pages tell."""
    corrections = read_edits(edits)
    models = Models()
    articles, skips = read_all(Inputs(paths, clean, columns, private), models)
    lineages = find_lineages(articles)
    _, found, unapplied = apply_edits(articles, lineages, one_story, corrections)
    write(
        {"stories": to_dict(found), "skipped": [skip_record(skip) for skip in (*skips, *unapplied)]}
    )
    if not articles:
        raise typer.Exit(1)


command.__name__ = "stories"
