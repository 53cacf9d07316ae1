"""A page that a browser saved with all its parts in one file, as a letter with attachments.

The letter is taken apart here, for the standard library's parser compares each line with the
boundaries of all parts that it lies in, and can be kept busy for hours.
"""

from __future__ import annotations

import base64
import re
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from rashomon.read.origin import Origin

Letter: TypeAlias = "Message[str, str]"
HEADER_BYTES = 65_536
MOST_PARTS = 5000  # pictures and scripts of one page
MOST_DEPTH = 4  # a letter holds alternatives, one of which holds the page and its pictures
_HEADER = re.compile(rb"\s{0,100}[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]*\S")
_IS_MHTML = re.compile(rb"^content-type:\s{0,20}multipart/(?:related|alternative)", re.I | re.M)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Part:
    head: Letter
    body: bytes


def is_mhtml(head: bytes) -> bool:
    """Whether it begins as browsers (RFC 2557) begin a page that they save with its parts."""
    return bool(_HEADER.match(head) and _IS_MHTML.search(head.lstrip()))


def read_mhtml(raw: bytes) -> tuple[bytes, Origin] | None:
    """The page's own bytes and what is said of them; None if no part is a page.

    Cost: grows with the bytes; a few times their size in memory.
    """
    letter = _part(raw.lstrip())
    root = _find_root(letter)
    if root is None:
        return None
    address = root.head.get("Content-Location") or letter.head.get("Snapshot-Content-Location")
    charset = root.head.get_content_charset()
    return _content(root), Origin(_address(address), _date(letter.head), charset, html=True)


def _part(raw: bytes) -> _Part:
    blank = _BLANK_LINE.search(raw[:HEADER_BYTES])
    end = blank.end() if blank else 0
    try:
        head = message_from_bytes(raw[:end])
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError):
        head = Message()
    return _Part(head, raw[end:])


def _find_root(letter: _Part) -> _Part | None:
    pages = [part for part in _leaves(letter, 0) if part.head.get_content_type() in _PAGES]
    start = letter.head.get_param("start")
    named = (part for part in pages if start and str(part.head.get("Content-ID")) == str(start))
    return next(named, pages[0] if pages else None)


def _leaves(part: _Part, depth: int) -> Iterator[_Part]:
    boundary = part.head.get_boundary()
    if part.head.get_content_maintype() != "multipart" or not boundary:
        yield part
    elif depth < MOST_DEPTH:
        line = re.escape(boundary.encode("utf-8", "surrogateescape"))
        between = re.compile(rb"(?:\A|\r?\n)--" + line + rb"(?:--)?[ \t]*(?=\r?\n|\Z)")
        # Each begins with the end of the boundary's own line.
        for piece in between.split(part.body, MOST_PARTS)[1:]:
            yield from _leaves(_part(piece.removeprefix(b"\r").removeprefix(b"\n")), depth + 1)


def _content(part: _Part) -> bytes:
    packing = str(part.head.get("Content-Transfer-Encoding", "")).strip().lower()
    if packing == "quoted-printable":
        return a2b_qp(part.body)
    if packing == "base64":
        digits = _NO_BASE64.sub(b"", part.body)
        digits = digits[: -1 if len(digits) % 4 == 1 else None]
        return base64.b64decode(digits + b"=" * (-len(digits) % 4))
    return part.body


def _address(value: object) -> str | None:
    """Long addresses are folded over several lines."""
    address = "".join(str(value).split()) if value is not None else ""
    return address if address.startswith(("http://", "https://")) else None


def _date(letter: Letter) -> str | None:
    try:
        saved = parsedate_to_datetime(str(letter.get("Date")))
        if saved.tzinfo is None:  # "-0000": somewhere, so the zone is not known
            return saved.isoformat(timespec="seconds")
        return saved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
