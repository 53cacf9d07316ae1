"""How large an input may be, so that no page can take all memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be; what is larger becomes a `Skip` with cause TOO_LARGE."""

    page_bytes: int = 20_000_000
    record_bytes: int = 80_000_000
    """One line of JSON: a page's text, its escapes, and what `extract` found in it. Also what is
    held in memory of a ZIP that comes through a pipe, and of a page saved with its pictures."""
    members: int = 200_000
    """How many members of one archive are read."""
    unpacked_bytes: int = 50_000_000_000
    """What may come out of one packed file or archive. WARC files may be of any size."""
    unpacked_ratio: int = 250
    """How many bytes may come out of each packed byte, beyond `page_bytes`. Pages give 3 to 20,
    many alike under xz up to 100, and what is made to fill memories 1,000 and more."""
    depth: int = 4
    """How many archives and packings may lie inside each other; a `.tar.gz` is two."""
