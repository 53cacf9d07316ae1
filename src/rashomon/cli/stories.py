"""`rashomon stories`: which pages tell of one event."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_all, write
from rashomon.errors import UsageError
from rashomon.lineage import find_lineages
from rashomon.model.edit import Edit
from rashomon.model.plain import from_dict, to_dict
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
    edits: Annotated[
        Path | None, typer.Option("--edits", help="A file of corrections by hand, one JSON a line.")
    ] = None,
) -> None:
    """Print the stories that the pages tell."""
    corrections = _read_edits(edits) if edits else ()
    models = Models()
    articles, skips = read_all(Inputs(paths, clean, columns, private), models)
    lineages = find_lineages(articles)
    _, found, unapplied = apply_edits(articles, lineages, one_story, corrections)
    for each in unapplied:
        print(f"rashomon: edit {each.number} does not apply: {each.reason}", file=sys.stderr)
    write({"stories": to_dict(found), "skipped": [skip_record(skip) for skip in skips]})
    if not articles:
        raise typer.Exit(1)


command.__name__ = "stories"


def _read_edits(path: Path) -> tuple[Edit, ...]:
    """The corrections in the file. Errors: UsageError with the line that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read edits from {str(path)!r}: {error}; name another") from error
    edits = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                edits.append(from_dict(Edit, json.loads(line)))
            except (ValueError, AttributeError, TypeError) as error:
                raise UsageError(
                    f"line {number} of {str(path)!r} is no edit: {error}; write e.g. "
                    '{"edit": "move", "pages": ["page id"], "to": "page or story id"}'
                ) from error
    return tuple(edits)
