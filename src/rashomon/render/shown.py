"""Page text made fit to be shown: the one gate that hostile characters do not pass."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What a reader cannot see and a screen obeys: control characters, lone surrogates,
# non-characters, and the marks that turn the order of the letters that follow them. Each
# becomes one U+FFFD, so that places stay. The plain direction marks that Arabic and Hebrew
# pages are full of (U+200E, U+200F, U+061C) turn nothing around and stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\`{}|^]{1,2000}", re.IGNORECASE)


def shown(text: str) -> str:
    """The text as a screen may have it, as many characters as before."""
    return _UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text as it may be shown, on one line."""
    return " ".join(shown(text).split())


def cut(text: str, length: int) -> str:
    """The text on one line, no longer than the length, with a mark where it was cut."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def link(url: str | None) -> str | None:
    """The address where it may be followed: a whole http or https one; else None."""
    if url is None or not _ADDRESS.fullmatch(url) or shown(url) != url:
        return None
    try:
        return url if urlsplit(url).hostname else None
    except ValueError:
        return None


def language(code: str | None) -> str | None:
    """The language code where it has the form of one."""
    return code if code and _LANGUAGE.fullmatch(code) else None
