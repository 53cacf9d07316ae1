"""The pages that extraction from HTML is measured on, what is known of each, and the two halves.

Every second domain, by its hash, was read while the rules were written; the other half is
measured only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rashomon.read.decode import decode
from rashomon.text.language import find_language

_LANG = re.compile(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.I)


@dataclass(frozen=True)
class Sample:
    """A page with what is known of it."""

    url: str
    html: str
    known: dict[str, Any]

    @property
    def host(self) -> str:
        """The host of its address, without "www."."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def language(self) -> str | None:
        """What the document says its language is, else what the gold text is written in."""
        stated = _LANG.search(self.html[:5000])
        if stated:
            return stated[1].lower()
        gold = self.known.get("articleBody") or " ".join(self.known.get("with") or ())
        return find_language(gold)


def is_measured(url: str) -> bool:
    """Whether the page's domain belongs to the half that was not read."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return hashlib.sha256(host.encode()).digest()[0] % 2 == 1


def trafilatura_pages(data: Path) -> Iterator[Sample]:
    """Trafilatura's own set: segments that must and must not be in the main text, and fields."""
    folder = data / "cleaning" / "trafilatura"
    known = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for url, page in sorted(known.items()):
        path = folder / "eval" / page["file"]
        if not path.exists():
            path = folder / "cache" / page["file"]
        yield Sample(url, decode(path.read_bytes()), page)


def scrapinghub_pages(data: Path) -> Iterator[Sample]:
    """The Zyte (Scrapinghub) benchmark: whole bodies."""
    folder = data / "cleaning" / "scrapinghub"
    known = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, page in sorted(known.items()):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Sample(page["url"], decode(raw), page)


def fundus_pages(clone: Path) -> Iterator[Sample]:
    """The pages that Fundus tests its parsers with, one for each version of an outlet's layout.

    Gold is what a parser written for that outlet takes from the page. Its titles are not used:
    most are those that the head gives to search engines. Outlets whose pages and versions are not
    as many are left out. `clone` is a checkout of its repository.
    """
    for path in sorted(clone.glob("tests/resources/parser/test_data/*/*.json")):
        pages = json.loads(path.with_name("meta.info").read_text("utf-8"))
        names = sorted(name for name in pages if name.startswith(f"{path.stem}_2"))
        versions = json.loads(path.read_text("utf-8"))
        if len(names) != len(versions):
            continue
        for name, version in zip(names, sorted(versions), strict=True):
            page = versions[version]
            parts = [*page["body"]["summary"]]
            for section in page["body"]["sections"]:
                parts += [*section["headline"], *section["paragraphs"]]
            known = {
                "file": name,
                "articleBody": "\n".join(parts),
                "outlet": path.stem,
                "date": page["publishing_date"][:10],
                "author": page.get("authors"),
            }
            raw = gzip.decompress(path.with_name(name).read_bytes())
            yield Sample(pages[name]["url"], decode(raw), known)
