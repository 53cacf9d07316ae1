"""What a page publishes, with a place for each part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.model.span import Citation, Span


class Label(StrEnum):
    """What a block of a page is. All but the first six are kept apart from the article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BODY = "body"
    CAPTION = "caption"
    RELATED = "related"
    COMMENT = "comment"
    PROMOTION = "promotion"
    NOTICE = "notice"
    NAVIGATION = "navigation"


class Kind(StrEnum):
    """What sort of page it is."""

    ARTICLE = "article"
    LIVE = "live"
    DIGEST = "digest"
    INDEX = "index"
    GALLERY = "gallery"
    OPINION = "opinion"
    PRESS_RELEASE = "press release"
    SPONSORED = "sponsored"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block(Span):
    """One line or paragraph of a page's text and what it is."""

    label: Label


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the text says it was written."""

    place: str | None
    date: str | None


class Source(StrEnum):
    """Where a piece of evidence for a field was seen."""

    TEXT = "text"
    HTML = "html"
    URL = "url"
    GIVEN = "given"
    """Handed over with the page by whoever gave it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field's value was seen; `path` names the element or key for markup."""

    in_: Source
    start: int | None
    end: int | None
    path: str | None
    method: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a page publishes: its parts, told apart, and the evidence for each field.

    `credits` are the agencies and papers that the page credits with its text. Unknown is
    None or empty, never a guess.
    """

    id: str
    content_hash: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: Dateline | None = None
    outlet: str | None = None
    host: str | None = None
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    language: str | None = None
    cut_off: bool = False
    kind: Kind = Kind.ARTICLE
    url: str | None = None
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    def spans(self, *labels: Label) -> tuple[Span, ...]:
        """The places of the blocks with one of the labels, in the order of the page."""
        return tuple(Span(b.start, b.end) for b in self.blocks if b.label in labels)

    @property
    def body(self) -> tuple[Span, ...]:
        """The places of the paragraphs of the article's own text."""
        return self.spans(Label.BODY)

    def cite(self, span: Span) -> Citation:
        """The passage with its words, as outputs show it."""
        return Citation(self.id, span.start, span.end, span.slice(self.text))
