"""Which articles are about one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class ChangeKind(StrEnum):
    """What became of a story when pages came."""

    FOUNDED = "founded"
    GROWN = "grown"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the log: `articles` are now in `story`.

    They are new (founded, grown), or come from the story `other`: the whole of it (merged, whose
    id is an alias from now on), a part that is a story by itself (split), or single pages (moved).
    """

    kind: ChangeKind
    story: str
    articles: tuple[str, ...]
    other: str | None = None
    reasons: tuple[str, ...] = ()
