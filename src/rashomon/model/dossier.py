"""All that is shown about one story; every statement in it cites passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.article import Article
from rashomon.model.claim import Holder, Link, Mode
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.skip import Skip
from rashomon.model.span import Citation


class Stand(StrEnum):
    """What a holder says on a point."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DECLINES = "declines"
    UNCERTAIN = "uncertain"
    ASSERTED = "asserted"
    """An outlet tells it as fact, without a source."""


class Status(StrEnum):
    """How the positions on a point stand to each other."""

    CONTESTED = "contested"
    AGREED = "agreed"
    SINGLE = "single"
    OPEN = "open"


class Relation(StrEnum):
    """How the values of one quantity or detail stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"


class EntryKind(StrEnum):
    """Whether a timeline entry happened or was said."""

    EVENT = "event"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Position:
    """What one holder says on a point, through one chain.

    `accounts` are the lineages that carry it, `roots` the holders at the end of their
    chains; `chain` is that of the first piece of evidence. `since` is the day it was first
    reported, where a page says so.
    """

    position: Stand
    holder: Holder
    chain: tuple[Link, ...]
    mode: Mode
    accounts: tuple[str, ...]
    roots: tuple[str, ...]
    evidence: tuple[Citation, ...]
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to an open question, and the accounts that give it."""

    text: str
    accounts: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One question on which accounts speak; an open one has answers instead of positions.

    It is corroborated where two roots affirm it, or two deny it, whose chains share nobody.
    """

    id: str
    question: str
    status: Status
    positions: tuple[Position, ...] = ()
    answers: tuple[Answer, ...] = ()
    corroborated: bool = False


@dataclass(frozen=True, slots=True)
class Value(Citation):
    """One account's value for a quantity or a detail; `as_of` is when it held, if known."""

    value: float | str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One quantity, or one detail such as a day or an office, as the pages give it."""

    quantity: str
    relation: Relation
    reason: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling, and the pages that use it."""

    text: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One way of naming a thing, and the accounts that choose it."""

    text: str
    accounts: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How accounts name the same thing."""

    referent: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event or report on the timeline; `disputed` are passages that give another day."""

    date: str
    event: str
    kind: EntryKind
    evidence: tuple[Citation, ...]
    disputed: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """What one account alone reports."""

    account: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the brief, with the passages that carry every word of it."""

    text: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The three counts that are never one: pages, outlets that are named, accounts."""

    pages: int
    outlets: int
    accounts: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many sentences of the brief, and how many points, were left out."""

    brief: int
    points: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the accounts of one story gives."""

    points: tuple[Point, ...] = ()
    figures: tuple[Comparison, ...] = ()
    details: tuple[Comparison, ...] = ()
    names: tuple[tuple[Name, ...], ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Entry, ...] = ()
    only: tuple[Only, ...] = ()
    dropped_points: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of this about one story."""

    id: str
    title: str
    pages: tuple[Article, ...]
    lineages: tuple[Lineage, ...]
    pickups: tuple[Pickup, ...]
    counts: Counts
    points: tuple[Point, ...]
    figures: tuple[Comparison, ...]
    details: tuple[Comparison, ...]
    names: tuple[tuple[Name, ...], ...]
    wording: tuple[Wording, ...]
    timeline: tuple[Entry, ...]
    only: tuple[Only, ...]
    brief: tuple[Sentence, ...]
    dropped: Dropped


@dataclass(frozen=True, slots=True)
class Report:
    """One run: a dossier a story, and every input that gave none."""

    stories: tuple[Dossier, ...]
    skipped: tuple[Skip, ...]
