"""`rashomon lineage`: who copied whom."""

from __future__ import annotations

import typer

from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_all, write
from rashomon.lineage import find_lineages
from rashomon.model.plain import to_dict
from rashomon.render.records import skip_record
from rashomon.workers import Models


def command(
    paths: Paths = None, clean: Clean = False, columns: Columns = None, private: Private = False
) -> None:
    """Print the pairs of pages that share text, and the lineages that they make."""
    articles, skips = read_all(Inputs(paths, clean, columns, private), Models())
    found = to_dict(find_lineages(articles))
    write({**found, "skipped": [skip_record(skip) for skip in skips]})
    if not articles:
        raise typer.Exit(1)


command.__name__ = "lineage"
