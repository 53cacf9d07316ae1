"""What a container says of a page beside its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from, when, and in which encoding its server said that it is."""

    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    html: bool = False
    """Whether it was said to be HTML, as markup of a line or two does not show by itself."""


NOTHING_KNOWN = Origin()
