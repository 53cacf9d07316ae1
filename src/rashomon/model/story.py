"""Which articles are about one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event; `first` and `last` are the known bounds of publication."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    aliases: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
