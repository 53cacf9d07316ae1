"""`rashomon figures`: the quantities in each page, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_articles, write_all
from rashomon.model.article import Label
from rashomon.model.plain import to_dict
from rashomon.model.skip import Skip
from rashomon.text.numbers import find_figures
from rashomon.text.places import moved
from rashomon.workers import Models


def command(
    paths: Paths = None, clean: Clean = False, columns: Columns = None, private: Private = False
) -> None:
    """Print the figures in each page's headline, standfirst and body."""
    write_all(_records(Inputs(paths, clean, columns, private)))


def _records(inputs: Inputs) -> Iterator[dict[str, Any] | Skip]:
    for article in read_articles(inputs, Models()):
        if isinstance(article, Skip):
            yield article
            continue
        spans = article.spans(Label.HEADLINE, Label.STANDFIRST, Label.BODY)
        found = [
            figure
            for span in spans
            for figure in moved(find_figures(span.slice(article.text)), span.start)
        ]
        yield {"id": article.id, "figures": to_dict(tuple(found))}


command.__name__ = "figures"
