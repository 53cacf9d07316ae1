"""Streams over streams, so that what lies inside others is read bit by bit and never at once."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, cast

from rashomon.model.skip import Cause

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD_BYTES = 4096  # what is looked at to tell what a stream holds
CHUNK = 65_536


class Damaged(Exception):
    """An archive ends, breaks or grows where it should not; `cause` and `detail` make the skip."""

    def __init__(self, detail: str, cause: Cause = Cause.UNREADABLE) -> None:
        super().__init__(detail)
        self.detail = detail
        self.cause = cause


class Stepwise(io.RawIOBase):
    """A stream that is read in small steps, whatever is asked for."""

    def step(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        raise NotImplementedError

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """How many bytes were put into the buffer."""
        view = memoryview(buffer)
        piece = self.step(min(len(view), CHUNK))
        view[: len(piece)] = piece
        return len(piece)


def read_some(stream: BinaryIO, size: int) -> bytes:
    """At least one of the next bytes, if there is one; what comes before damage is not lost."""
    return cast("bytes", getattr(stream, "read1", stream.read)(size))


class _Rejoined(Stepwise):
    """The bytes that were looked at already, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def step(self, size: int) -> bytes:
        piece, self._head = self._head[:size], self._head[size:]
        return piece or read_some(self._rest, size)


class Part(Stepwise):
    """So many of the next bytes of a stream.

    Errors: Damaged where the stream ends before.
    """

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self.left = size

    def step(self, size: int) -> bytes:
        """The next bytes."""
        wanted = min(size, self.left)
        piece = read_some(self._stream, wanted) if wanted else b""
        if wanted and not piece:
            raise Damaged(f"it is cut off, {self.left} bytes before its end")
        self.left -= len(piece)
        return piece


def look_ahead(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """A stream's first bytes, and a stream that begins with them.

    Errors: Damaged where the stream is so from its first byte on.
    """
    if stream.seekable():
        head = stream.read(HEAD_BYTES)
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    head = b""
    try:
        while len(head) < HEAD_BYTES and (piece := stream.read(HEAD_BYTES - len(head))):
            head += piece
    except Damaged:
        if not head:
            raise
    return head, buffered(_Rejoined(head, stream))


def hold(stream: BinaryIO, most: int) -> BinaryIO:
    """The stream as it is if it can be read anywhere, else all of it in memory.

    Errors: Damaged where it is more than `most` bytes.
    """
    if stream.seekable():
        return stream
    raw = stream.read(most + 1)
    if len(raw) > most:
        detail = f"a ZIP in a pipe or an archive is held in memory, {most} bytes of it; give a file"
        raise Damaged(detail, Cause.TOO_LARGE)
    return io.BytesIO(raw)


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """A raw stream with lines and large reads."""
    return cast("BinaryIO", io.BufferedReader(raw, CHUNK))
