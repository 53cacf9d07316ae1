"""How large an input may be, so that no page can take all memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be; what is larger becomes a `Skip` with cause TOO_LARGE."""

    page_bytes: int = 20_000_000
    record_bytes: int = 80_000_000
    """One line of JSON: a page's text, its escapes, and what `extract` found in it."""
