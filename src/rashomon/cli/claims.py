"""`rashomon claims`: who says what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.claims import read_article
from rashomon.cli.options import (
    PIPELINE,
    Clean,
    Columns,
    Inputs,
    Paths,
    Pipeline,
    Private,
    read_articles,
    write_all,
)
from rashomon.model.plain import to_dict
from rashomon.model.skip import Skip
from rashomon.workers import Models


def command(
    paths: Paths = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
    pipeline: Pipeline = PIPELINE,
) -> None:
    """Print each page's claims, with their sourcing chains."""
    write_all(_records(Inputs(paths, clean, columns, private), Models(pipeline)))


def _records(inputs: Inputs, models: Models) -> Iterator[dict[str, Any] | Skip]:
    for article in read_articles(inputs, models):
        if isinstance(article, Skip):
            yield article
            continue
        reading = read_article(article, models.parser, models.tagger)
        if isinstance(reading, Skip):
            yield reading
        else:
            claims = to_dict(reading.claims)
            yield {"id": article.id, "text": article.text, "claims": claims}


command.__name__ = "claims"
