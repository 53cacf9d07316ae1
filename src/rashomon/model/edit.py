"""What a reader put right by hand: a small file, replayed in every run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EditKind(StrEnum):
    """What a line of the file asks."""

    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    DETACH = "detach"


@dataclass(frozen=True, slots=True)
class Edit:
    """A line of the file. Pages are named by their id or by their content hash.

    `move` puts the pages into the story of the page (or with the id) that `to` names, `merge` makes
    the pages' stories one, `split` makes the pages a story of their own, `detach` takes each of
    them out of its lineage. A page takes its copies along unless it was detached.
    """

    edit: EditKind
    pages: tuple[str, ...]
    to: str | None = None
