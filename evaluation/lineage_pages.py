"""The pages of the lineage pairs: as they are, as whole bodies, and as extraction reads them."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from evaluation.lineage_draw import FILES
from evaluation.stories import (
    article_of,
    basil_dated,
    ecb_lines,
    gun_violence,
    wikinews,
)
from rashomon.extract import extract, load_labeller
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.read import read

SHORT = 80  # characters; a shorter paragraph of a dump is a menu, a button or a date


@dataclass(frozen=True)
class Dump:
    """A page as it lies in its set: its raw text, and the article whose body is all of it.

    The article that extraction finds is None where it finds no text of an article.
    """

    raw: str
    whole: Article
    read: Article | None


def dumps(data: Path, wanted: Set[str]) -> dict[str, Dump]:
    labeller, found = load_labeller(), {}
    for record, whole in _records(data):
        id_ = record["id"]
        if id_ in wanted and id_ not in found:
            [page] = read("-", stdin=BytesIO(json.dumps(record).encode()))
            article = extract(page, labeller) if isinstance(page, Page) else page
            kept = article if isinstance(article, Article) else None
            found[id_] = Dump(record["text"], whole, kept and replace(kept, id=id_))
    return found


def _records(data: Path) -> Iterator[tuple[dict[str, str], Article]]:
    csv.field_size_limit(sys.maxsize)
    for name in FILES:
        with (data / "text-dumps" / f"{name}.csv").open(encoding="utf-8", errors="replace") as file:
            for row in csv.DictReader(file):
                parts = re.split(r"\s*###\s*|\n+", row["text"])
                lines = [part.strip() for part in parts if len(part.strip()) >= SHORT]
                names = {"publisher", "scrape_time", "text"} & row.keys()
                record = {"id": f"{name}/{row['id']}", **{key: row[key] for key in sorted(names)}}
                yield record, article_of(record["id"], "", lines)
    for path in sorted((data / "stories" / "ecbplus").glob("*/*.xml")):
        lines = [line for line in ecb_lines(path) if not line.startswith("http")]
        record = {"id": f"ecbplus/{path.name}", "text": "\n".join(lines)}
        yield record, article_of(record["id"], "", lines)
    for path in sorted((data / "attribution" / "polnear").glob("*/text/*.txt")):
        text = path.read_text("utf-8", errors="replace")
        lines = [line for line in text.split("\n") if line.strip()]
        outlet = path.name.split("_")[0]
        article = article_of(f"polnear/{path.name}", lines[0], lines[1:])
        record = {"id": article.id, "text": text, "publisher": outlet}
        yield record, replace(article, outlet=outlet)
    yield from _story_pages(data)


def _story_pages(data: Path) -> Iterator[tuple[dict[str, str], Article]]:
    for name, gold in (
        ("", wikinews(data, learn=True)),
        ("", wikinews(data, learn=False)),
        ("gvc/", gun_violence(data)),
        ("basil/", basil_dated(data)),
    ):
        for article in gold.articles:
            page = replace(article, id=f"{name}{article.id}")
            yield {"id": page.id, "text": page.text}, page
