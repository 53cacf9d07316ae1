"""Bytes to text, the way browsers and people's tools would read them."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from webencodings import lookup

# Longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_META = re.compile(rb"<meta[\s/][^>]{0,400}", re.I)
_ATTRIBUTE = re.compile(rb"([^\s=>\"'/]{1,40})\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))")
_IN_CONTENT = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"';]{2,40})", re.I)
_ASCII_TAG = re.compile(rb"\s{0,100}<[!?A-Za-z]")
_PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
# Browsers unpack these two as the larger sets that contain them; WHATWG Encoding, 10.1 and 4.2.
_WIDER = {"gbk": "gb18030", "x-user-defined": "cp1252"}
META_BYTES = 4096  # browsers look for a charset in the first 1024; some pages write scripts first
SAMPLE_BYTES = 5000  # from either end, for guessing
_ALL_ASCII = "iso2022_jp"  # Japanese in ASCII bytes, which are valid UTF-8
_ESCAPE = b"\x1b"
_AS_CONTROLS = "rashomon-as-controls"
MOST_BROKEN = 5  # characters of a short page
BROKEN_SHARE = 0.001  # UTF-8 with fewer broken bytes than this is UTF-8 that was cut or mangled
_NEWLINES = re.compile("\r\n")


def decode(raw: bytes, charset: str | None = None) -> str:
    r"""The text of any bytes, without a byte order mark, its line ends `\n`.

    `charset` is what the server said. Bytes that no encoding explains become U+FFFD.
    Source: WHATWG HTML, 13.2.3.2, save that what is valid UTF-8 is UTF-8, whatever is declared:
    of pages that are declared wrong nearly all are.
    """
    return canonical(_decode(raw, charset))


def canonical(text: str) -> str:
    r"""The text without a byte order mark, `\r\n` as `\n`, and lone surrogates as U+FFFD."""
    text = _NEWLINES.sub("\n", text.removeprefix("\ufeff"))
    if not text.isascii():
        # JSON can write half a surrogate pair, which no output could encode.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _decode(raw: bytes, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, "replace")
    given = _find_encoding(charset)
    if given and given.startswith("utf-16") and not _ASCII_TAG.match(raw):
        return raw.decode(given, "replace")
    if _ESCAPE in raw and (given or _declared(raw)) == _ALL_ASCII:
        return raw.decode(_ALL_ASCII, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", "replace")
    if text.count("\ufffd") <= len(raw) * BROKEN_SHARE:
        return text
    return _decode_legacy(raw, given or _declared(raw))


def _decode_legacy(raw: bytes, declared: str | None) -> str:
    if declared and declared != "utf-8":
        # As in browsers, a few broken bytes do not make what is declared wrong.
        text = raw.decode(declared, _AS_CONTROLS)
        if text.count("\ufffd") <= MOST_BROKEN + len(raw) * BROKEN_SHARE:
            return text
    guessed = _guessed(raw)
    if guessed:
        try:
            return raw.decode(guessed)
        except (UnicodeDecodeError, LookupError):
            pass
    return raw.decode(declared if declared and declared != "utf-8" else "cp1252", _AS_CONTROLS)


def _as_controls(error: UnicodeError) -> tuple[str, int]:
    """Bytes 80 to 9F that an encoding leaves free as control characters, as browsers do."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    free = 0x80 <= byte <= 0x9F and error.encoding == "charmap"
    return (chr(byte), error.start + 1) if free else ("\ufffd", error.end)


codecs.register_error(_AS_CONTROLS, _as_controls)


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
    """What the page says of itself, its meta elements before its XML declaration."""
    head = raw[:META_BYTES]
    for meta in _META.findall(_COMMENT.sub(b" ", head)):
        # A meta element can only be read where bytes are ASCII-like: the page is not UTF-16.
        if encoding := _find_encoding(_meta_label(meta)):
            return "utf-8" if encoding.startswith("utf-16") else encoding
    found = _PROLOG.search(head)
    return _find_encoding(found[1].decode("ascii")) if found else None


def _meta_label(meta: bytes) -> str | None:
    attributes = {name.lower(): b"".join(value) for name, *value in _ATTRIBUTE.findall(meta)}
    label = attributes.get(b"charset")
    if label is None and attributes.get(b"http-equiv", b"").strip().lower() == b"content-type":
        found = _IN_CONTENT.search(attributes.get(b"content", b""))
        label = found[1] if found else None
    return label.decode("latin-1") if label else None


def _find_encoding(label: str | None) -> str | None:
    """Python's name of the encoding that browsers take the label for."""
    found = lookup(label) if label else None
    if found is None or found.name == "replacement":
        return None
    return _WIDER.get(found.name) or found.codec_info.name


def _guessed(raw: bytes) -> str | None:
    sample = raw if len(raw) <= 2 * SAMPLE_BYTES else raw[:SAMPLE_BYTES] + raw[-SAMPLE_BYTES:]
    best = from_bytes(sample).best()
    return best.encoding if best else None
