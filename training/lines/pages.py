"""Labelled line dumps made from public HTML pages whose main text is known.

Each page becomes plain text as people's tools make it (`styles`), each line takes its label from
the known main text and the markup (`gold`), and some pages are furnished with invented lines
(`furniture`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from trafilatura import extract

from rashomon.extract.lines.page_lines import split_lines
from training.lines.furniture import furnish
from training.lines.gold import Known, label_page, letters
from training.lines.rendered import RawLine, page_description, page_title, raw_lines
from training.lines.styles import STYLES, dump, spaced

# Longer pages are archives and catalogues; they would drown the rest.
MOST_LINES = 900
FEWEST_LINES = 3
MOST_BYTES = 1_500_000
BODILESS_LINES = 40
FOUND = 0.85
# What an extraction may count as main text beside the body.
MAIN_LABELS = frozenset(("body", "headline", "standfirst", "byline", "dateline", "caption"))


class Labelled(NamedTuple):
    """One dump: its text, the label of each line that is not blank, and its site."""

    id: str
    site: str
    text: str
    labels: tuple[str, ...]


class Source(NamedTuple):
    """One HTML page with its known main text."""

    id: str
    site: str
    markup: bytes
    main: str
    author: str = ""
    comments: tuple[str, ...] = ()


class Stock(NamedTuple):
    """Headlines and captions of the pages that are learnt from, to furnish other pages with."""

    headlines: tuple[str, ...]
    captions: tuple[str, ...]


def site_of(url: str, fallback: str) -> str:
    """The site's registered name, roughly: the last two parts, three where the second is short."""
    parts = (urlsplit(url).hostname or fallback).split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def split_of(key: str) -> str:
    """`held` for a third of the keys, by their hash: the split is by site or outlet."""
    return "held" if number_of(f"lines:{key}") % 3 == 0 else "train"


def number_of(key: str) -> int:
    return int(hashlib.sha256(key.encode()).hexdigest(), 16)


def scrapinghub(data: Path) -> Iterator[Source]:
    """The pages with a gold body."""
    folder = data / "cleaning" / "scrapinghub"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for key in sorted(truth):
        with gzip.open(folder / "html" / f"{key}.html.gz") as file:
            markup = file.read()
        site = site_of(truth[key]["url"], key)
        yield Source(f"scrapinghub/{key}", site, markup, truth[key]["articleBody"])


def trafilatura_entries(data: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Site, markup and segments of each page of the set."""
    folder = data / "cleaning" / "trafilatura"
    entries = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    for url in sorted(entries):
        entry = entries[url]
        paths = [folder / part / entry["file"] for part in ("cache", "eval")]
        path = next((path for path in paths if path.exists()), None)
        if path is not None and path.stat().st_size <= MOST_BYTES:
            yield site_of(url, entry["file"]), path.read_bytes(), entry


def trafilatura_pages(data: Path) -> Iterator[Source]:
    """The pages on which an extraction holds all that it must and nothing that it must not."""
    for site, markup, entry in trafilatura_entries(data):
        main = extract(markup, include_comments=False, include_tables=True) or ""
        own = letters(main)
        wanted = [letters(segment) for segment in entry.get("with") or ()]
        unwanted = [letters(segment) for segment in entry.get("without") or ()]
        if not own or any(segment not in own for segment in wanted):
            continue
        if any(segment and segment in own for segment in unwanted):
            continue
        author, comments = str(entry.get("author") or ""), tuple(entry.get("comments") or ())
        yield Source(f"trafilatura/{entry['file']}", site, markup, main, author, comments)


def labelled(source: Source, styles: int, sure: bool = False) -> Iterator[Labelled]:
    """The page in so many styles of dump, with labels; `bare` comes first if there are several.

    With `sure`, none of a page on which the main text is not found as it is known.
    """
    random_ = random.Random(number_of(source.id))
    lines = raw_lines(source.markup)
    if not FEWEST_LINES <= len(lines) <= MOST_LINES:
        return
    title = page_title(source.markup)
    description = page_description(source.markup)
    labels = label_page(
        lines, Known(source.main, title, description, source.author, source.comments)
    )
    if "body" not in labels or (sure and not is_found(source.main, lines, labels)):
        return
    *others, bare = STYLES
    chosen = random_.sample(others, 1 if styles == 1 else styles - 1)
    for style in chosen if styles == 1 else [bare, *chosen]:
        text, kept = dump(lines, labels, style, random_, title)
        yield Labelled(f"{source.id}:{style}", source.site, text, tuple(kept))


def is_found(main: str, lines: Sequence[RawLine], labels: Sequence[str]) -> bool:
    """Whether the lines labelled body hold nearly all of the main text and little else.

    Where they do not, the main text was written otherwise than the page or stands in several
    places, and the labels are wrong: 6 of 100 pages.
    """
    wanted = Counter(letters(main).split())
    near = words_under(lines, labels, MAIN_LABELS)
    own = words_under(lines, labels, frozenset(("body",)))
    return (wanted & near).total() >= FOUND * wanted.total() and (
        wanted & own
    ).total() >= FOUND * own.total()


def words_under(
    lines: Sequence[RawLine], labels: Sequence[str], chosen: frozenset[str]
) -> Counter[str]:
    return Counter(
        word
        for line, label in zip(lines, labels, strict=True)
        if label in chosen
        for word in letters(line.text).split()
    )


def lines_of(page: Labelled) -> list[tuple[str, str]]:
    """The lines that are not blank, with their labels."""
    return [
        (line.text, label) for line, label in zip(split_lines(page.text), page.labels, strict=True)
    ]


def stock(pages: Iterable[Labelled]) -> Stock:
    """What the pages have to furnish others with, each once, in their order."""
    headlines: dict[str, None] = {}
    captions: dict[str, None] = {}
    for page in pages:
        for text, label in lines_of(page):
            words = text.count(" ") + 1
            if label == "headline" and 4 <= words <= 20:
                headlines.setdefault(text.strip("•* "))
            if label == "caption" and 5 <= words <= 40:
                captions.setdefault(text)
    return Stock(tuple(headlines), tuple(captions))


def furnished(page: Labelled, supply: Stock) -> Labelled:
    """The page with invented furniture in its usual places."""
    random_ = random.Random(number_of(page.id))
    lines = furnish(lines_of(page), supply.headlines, supply.captions, random_)
    labels = tuple(label for _, label in lines)
    return Labelled(f"{page.id}:furnished", page.site, spaced(lines, random_), labels)


def bodiless(page: Labelled) -> Labelled:
    """What stands around the article alone: some dumps hold nothing else."""
    kept = [(text, label) for text, label in lines_of(page) if label != "body"][:BODILESS_LINES]
    text = "\n".join(text for text, _ in kept)
    return Labelled(f"{page.id}:bodiless", page.site, text, tuple(label for _, label in kept))
