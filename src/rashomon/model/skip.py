"""What could not be used, and why: nothing that was given to Rashomon disappears."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why an input gave no output. Each is described in docs/skips.md."""

    EMPTY = "empty"
    NOT_TEXT = "not text"
    NOT_FOUND = "not found"
    UNREADABLE = "unreadable"
    FETCH_FAILED = "fetch failed"
    TOO_LARGE = "too large"
    BAD_RECORD = "bad record"
    DUPLICATE_ID = "duplicate id"
    NO_PAGE = "no page"
    NO_TEXT = "no text"
    NOT_AN_ARTICLE = "not an article"
    TIMEOUT = "timeout"
    NO_PIPELINE = "no pipeline"
    NOT_APPLIED = "not applied"


class Stage(StrEnum):
    """The step that gave up on an input."""

    READ = "read"
    EXTRACT = "extract"
    LINEAGE = "lineage"
    STORIES = "stories"
    CLAIMS = "claims"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Skip:
    """An input that became no output; `subject` is its id, `detail` holds the numbers."""

    subject: str
    stage: Stage
    cause: Cause
    detail: str
