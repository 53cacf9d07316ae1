"""What a file holds, told from what is in it and only then from its name."""

from __future__ import annotations

import re

from rashomon.model.page import Form

# Source: the file formats' own specifications; what is found under page folders in practice.
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, or an office document"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF (WebP, WAV, AVI)"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "Windows program"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"SQLite format 3", "SQLite"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_SAMPLE = 65_536
CONTROL_SHARE = 0.05  # text has next to none, compressed and compiled bytes far more
_SPACE_AND_COMMENTS = re.compile(r"(?:\s+|<!--.{0,5000}?-->|<\?xml[^>]{0,200}>)*", re.S)
_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I)
_BLOCK = re.compile(
    r"<(?:article|div|p|section|main|header|h[1-6]|table|ul|span|a|figure|link|script)\b[^<>]*>",
    re.I,
)
_CLOSING = re.compile(r"</(?:p|div|article|section|li|h[1-6]|table|body|html)>", re.I)
_PACKED_NAME = re.compile(r"\.(?:gz|bz2|xz|zst)$", re.I)
_HTML_NAME = re.compile(r"\.(?:x?html?|xht|shtml|aspx?|php)$", re.I)


def bare_name(name: str) -> str:
    """The name without the ending of its packing."""
    return _PACKED_NAME.sub("", name)


def find_magic(raw: bytes) -> str | None:
    """What kind of file that is no text the bytes begin like."""
    return next((name for magic, name in _MAGIC if raw.startswith(magic)), None)


def is_binary(text: str) -> bool:
    """Whether so much of the decoded text is no characters that it cannot be read."""
    sample = text[:_SAMPLE]
    raw = sample.encode("utf-8", "replace")
    controls = len(raw) - len(raw.translate(None, _CONTROLS)) + sample.count("\ufffd")
    return controls > CONTROL_SHARE * len(sample)


def find_form(text: str, name: str) -> Form:
    """HTML where the text is markup, whatever its name says, else plain text."""
    start = _SPACE_AND_COMMENTS.match(text)
    offset = start.end() if start else 0
    if _OPENING.match(text, offset):
        return Form.HTML
    head = text[offset : offset + _SAMPLE]
    begins = bool(_BLOCK.match(head))
    if begins and _CLOSING.search(head):
        return Form.HTML
    # A dump may quote a little markup; a page that is saved with text before its tags has much.
    named = _HTML_NAME.search(bare_name(name))
    if named and (_OPENING.search(head) or _CLOSING.search(head) or begins):
        return Form.HTML
    return Form.TEXT
