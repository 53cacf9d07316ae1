"""What was fetched, before anything is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a page's text is to be taken."""

    TEXT = "text"
    HTML = "html"
    CLEAN = "clean"
    """Text that is an article's body already: every line of it is body."""


@dataclass(frozen=True, slots=True)
class Page:
    r"""One page as it was given: decoded text or markup, and what its giver knows about it.

    `text` is decoded, without a byte order mark, its line ends `\n`; for `Form.HTML` it is
    the markup. `content_hash` is the SHA-256 of the bytes that were read.
    """

    id: str
    text: str
    form: Form
    content_hash: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    captured: str | None = None
