"""Bytes to text, the way browsers and people's tools would read them."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

# Longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
# Source: WHATWG Encoding Standard, section 4.2: what a label means to browsers.
_AS_BROWSERS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "big5": "big5hkscs",
    # A meta element can only be read where the bytes are ASCII-like, so the page is not UTF-16.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
META_BYTES = 4096  # browsers look for a charset in the first 1024; some pages write scripts first
SAMPLE_BYTES = 5000  # from either end, for guessing
BROKEN_SHARE = 0.001  # UTF-8 with fewer broken bytes than this is UTF-8 that was cut or mangled
_NEWLINES = re.compile("\r\n")


def decode(raw: bytes, charset: str | None = None) -> str:
    r"""The text of any bytes, without a byte order mark, its line ends `\n`.

    Bytes that no encoding explains become U+FFFD.
    """
    return canonical(_decode(raw))


def canonical(text: str) -> str:
    r"""The text without a byte order mark, `\r\n` as `\n`, and lone surrogates as U+FFFD."""
    text = _NEWLINES.sub("\n", text.removeprefix("\ufeff"))
    if not text.isascii():
        # JSON can write half a surrogate pair, which no output could encode.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _decode(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", "replace")
    if text.count("\ufffd") <= len(raw) * BROKEN_SHARE:
        return text
    return _decode_legacy(raw)


def _decode_legacy(raw: bytes) -> str:
    for encoding in (_declared(raw), _guessed(raw)):
        if encoding:
            try:
                return raw.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    declared = _declared(raw)
    return raw.decode(declared if declared and declared != "utf-8" else "cp1252", "replace")


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is NUL."""
    head = raw[:2000]
    pairs = len(head) // 2
    if pairs < 4 or not head.count(0):
        return None
    if head[1::2].count(0) > 0.7 * pairs and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * pairs and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _declared(raw: bytes) -> str | None:
    head = raw[:META_BYTES]
    found = _PROLOG.search(head) or _META.search(head)
    if not found:
        return None
    label = found[1].decode("ascii").lower()
    try:
        return codecs.lookup(_AS_BROWSERS.get(label, label)).name
    except LookupError:
        return None


def _guessed(raw: bytes) -> str | None:
    sample = raw if len(raw) <= 2 * SAMPLE_BYTES else raw[:SAMPLE_BYTES] + raw[-SAMPLE_BYTES:]
    best = from_bytes(sample).best()
    return best.encoding if best else None
