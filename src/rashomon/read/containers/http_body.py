"""The body of a response as a browser would see it, without its transfer's packing."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_ENCODINGS = 4  # nobody packs a page more than twice
_STEP = 65_536


class Reader(Protocol):
    """Whatever can be read bit by bit."""

    def read(self, size: int, /) -> bytes:
        """Some bytes; none at the end."""


def decode_body(raw: bytes, transfer: str | None, content: str | None, most: int) -> bytes:
    """The body, at most a little more than `most` bytes of it.

    Crawlers often undo an encoding and leave its header in place, so a body that is not encoded
    as it says is taken as it is; of one that is damaged, what comes before the damage is kept,
    as browsers do.
    """
    encodings = _names(content) + [name for name in _names(transfer) if name == "chunked"]
    for name in reversed(encodings[-_MOST_ENCODINGS:]):
        raw = _undo(raw, name, most)
    return raw


def _names(header: str | None) -> list[str]:
    return [name.strip().lower() for name in (header or "").split(",")]


def _undo(raw: bytes, name: str, most: int) -> bytes:
    reader = _reader(name)
    if reader is None:
        return raw
    out = bytearray()
    try:
        inner = reader(io.BytesIO(raw))
        while len(out) <= most and (piece := inner.read(_STEP)):
            out += piece
    except (OSError, zlib.error):
        pass
    return bytes(out) or raw


def _reader(name: str) -> Callable[[io.BytesIO], Reader] | None:
    from fastwarc import stream_io  # not waited for by those who read no WARC

    if name in ("gzip", "x-gzip"):
        return stream_io.GzipReader
    if name == "deflate":
        return _Inflated
    known = {
        "br": stream_io.BrotliReader,
        "zstd": stream_io.ZstdReader,
        "chunked": stream_io.ChunkedReader,
    }
    return known.get(name)


class _Inflated:
    """`deflate` with its zlib header, or without, as some servers send it."""

    def __init__(self, packed: io.BytesIO) -> None:
        self._packed = packed
        bare = not packed.getvalue().startswith(b"\x78")
        self._inner = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)

    def read(self, size: int, /) -> bytes:
        while not self._inner.eof:
            packed = self._inner.unconsumed_tail or self._packed.read(size)
            piece = self._inner.decompress(packed, size)
            if piece or not packed:
                return piece
        return b""
