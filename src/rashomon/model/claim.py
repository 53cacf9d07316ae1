"""Who says what, through whom, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.span import Span


class Mode(StrEnum):
    """How the content is told."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"


class Attitude(StrEnum):
    """How the holder stands to the content as written."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    NONE = "none"


class Response(StrEnum):
    """What a holder who was asked gave instead of an answer."""

    DECLINED = "declined"
    NO_REPLY = "no reply"
    NO_INFORMATION = "no information"
    COULD_NOT_VERIFY = "could not verify"


class HolderClass(StrEnum):
    """What sort of source it is."""

    PERSON = "person"
    OFFICIAL = "official"
    MILITARY = "military"
    POLICE = "police"
    GOVERNMENT = "government"
    DIPLOMAT = "diplomat"
    LAWMAKER = "lawmaker"
    COURT = "court"
    WITNESS = "witness"
    ANALYST = "analyst"
    DOCUMENT = "document"
    COMPANY = "company"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    OUTLET = "outlet"
    GROUP = "group"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What puts a link into a sourcing chain."""

    TEXT = "text"
    LINEAGE = "lineage"


@dataclass(frozen=True, slots=True)
class Link:
    """One holder in a sourcing chain; no place where the lineage, not the text, names it."""

    name: str
    class_: HolderClass
    start: int | None
    end: int | None
    basis: Basis = Basis.TEXT


@dataclass(frozen=True, slots=True)
class Holder:
    """The root of a claim's chain, as the article names it.

    `number` is how many they are where the text says so ("two officials"), `nationality`
    the adjective that goes with an unnamed holder.
    """

    name: str
    class_: HolderClass = HolderClass.UNKNOWN
    named: bool = True
    number: int | None = None
    nationality: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage that puts something forward, with its sourcing chain.

    `chain` runs from the nearest to the outlet to the root. `attitude` is the holder's
    towards `content` as written. `within` is the id of the claim that this one is nested in.
    """

    id: str
    content: tuple[Span, ...]
    mode: Mode
    holder: Holder
    chain: tuple[Link, ...] = ()
    within: str | None = None
    source: Span | None = None
    cue: Span | None = None
    attitude: Attitude = Attitude.ASSERTS
    hedged: bool = False
    response: Response | None = None
    manner: str | None = None
    terms: str | None = None
    score: float | None = None
