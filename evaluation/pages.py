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
