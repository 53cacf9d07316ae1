"""`rashomon dates`: the time expressions in each page, with their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from rashomon.cli.options import Clean, Columns, Inputs, Paths, Private, read_articles, write_all
from rashomon.errors import UsageError
from rashomon.model.article import Label
from rashomon.model.moment import is_moment
from rashomon.model.plain import to_dict
from rashomon.model.skip import Skip
from rashomon.text.dates import find_dates
from rashomon.text.places import moved
from rashomon.workers import Models


def command(
    paths: Paths = None,
    clean: Clean = False,
    columns: Columns = None,
    private: Private = False,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="When pages that do not say it were published: 2020-01-17."
        ),
    ] = None,
) -> None:
    """Print the dates in each page's headline, standfirst and body as TIMEX3 values."""
    if published is not None and not is_moment(published):
        raise UsageError(f"--published {published!r} is no date; write it as 2020-01-17")
    write_all(_records(Inputs(paths, clean, columns, private), published))


def _records(inputs: Inputs, published: str | None) -> Iterator[dict[str, Any] | Skip]:
    for article in read_articles(inputs, Models()):
        if isinstance(article, Skip):
            yield article
            continue
        day = article.published or published
        found = [
            date
            for span in article.spans(Label.HEADLINE, Label.STANDFIRST, Label.BODY)
            for date in moved(find_dates(span.slice(article.text), day), span.start)
        ]
        yield {"id": article.id, "dates": to_dict(tuple(found))}


command.__name__ = "dates"
