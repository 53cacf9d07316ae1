"""A page that a browser saved with all its parts in one file, as a letter with attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from rashomon.read.origin import Origin

Letter: TypeAlias = "Message[str, str]"
_HEADER = re.compile(rb"\s{0,100}[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]*\S")
_IS_MHTML = re.compile(rb"^content-type:[ \t]*multipart/(?:related|alternative)", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")


def is_mhtml(head: bytes) -> bool:
    """Whether it begins as browsers (RFC 2557) begin a page that they save with its parts."""
    return bool(_HEADER.match(head) and _IS_MHTML.search(head.lstrip()))


def read_mhtml(raw: bytes) -> tuple[bytes, Origin] | None:
    """The page's own bytes and what is said of them; None if no part is a page.

    Cost: some times the bytes in memory, for all parts are decoded.
    """
    try:
        letter = message_from_bytes(raw.lstrip())
    except (RecursionError, ValueError, LookupError, AttributeError):  # parts in parts in parts
        return None
    root = _find_root(letter)
    content = root.get_payload(decode=True) if root else None
    if root is None or not isinstance(content, bytes):
        return None
    address = root.get("Content-Location") or letter.get("Snapshot-Content-Location")
    return content, Origin(_address(address), _date(letter), _charset(root))


def _find_root(letter: Letter) -> Letter | None:
    pages = [part for part in _parts(letter) if part.get_content_type() in _PAGES]
    start = letter.get_param("start")
    named = (part for part in pages if start and str(part.get("Content-ID")) == str(start))
    return next(named, pages[0] if pages else None)


def _parts(letter: Letter) -> Iterator[Letter]:
    waiting = [letter]
    while waiting:
        part = waiting.pop(0)
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting = [each for each in inner if isinstance(each, Message)] + waiting
        else:
            yield part


def _charset(part: Letter) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None


def _address(value: object) -> str | None:
    """Long addresses are folded over several lines."""
    address = "".join(str(value).split()) if value is not None else ""
    return address if address.startswith(("http://", "https://")) else None


def _date(letter: Letter) -> str | None:
    try:
        saved = parsedate_to_datetime(str(letter.get("Date")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if saved.tzinfo is None:  # "-0000": somewhere, so the zone is not known
        return saved.isoformat(timespec="seconds")
    return saved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
