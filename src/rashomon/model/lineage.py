"""Who copied whom: pairs of articles that share text, and the groups that carry one text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PickupKind(StrEnum):
    """How one article reuses another's text. Only the first three make one lineage of two."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    EXTENDED = "extended"
    REWRITTEN = "rewritten"
    EXCERPT = "excerpt"
    QUOTES = "quotes"
    FURNITURE = "furniture"


class Side(StrEnum):
    """One of the two articles of a pair."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Pickup:
    """A pair of articles that share text, `left` the smaller id.

    Shares are words of an article's body in shared passages by that body's words, 0 to 1.
    A passage is `(left_start, left_end, right_start, right_end)`, in the pages' own texts.
    `trimmed` and `extended` are said of the pickup when the origin is known, of `right`
    against `left` when it is not.
    """

    left: str
    right: str
    kind: PickupKind
    origin: Side | None
    left_share: float
    right_share: float
    passages: tuple[tuple[int, int, int, int], ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A span in the page that `id` names."""

    id: str
    start: int
    end: int


class Altered(StrEnum):
    """What was changed between two copies of one text."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Alteration:
    """Words that differ between two copies of one text, with the passages on both sides."""

    what: Altered
    left: Place
    right: Place


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a lineage's text comes from, as far as the pages say."""

    article: str | None = None
    name: str | None = None
    among_pages: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """All articles that carry one text: one account, however many outlets print it.

    `versions` groups the articles whose text is the same; `reasons` say why they are one.
    """

    id: str
    articles: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    origin: Origin = Origin()
    versions: tuple[tuple[str, ...], ...] = ()
    altered: tuple[Alteration, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineages:
    """Every pair that shares text, and the lineages that the pairs make. Every article is in
    exactly one lineage."""

    pickups: tuple[Pickup, ...]
    lineages: tuple[Lineage, ...]
