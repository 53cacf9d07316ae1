"""The bytes of a web archive on their way to FastWARC, kept long enough to look behind damage.

FastWARC ends at the first record that is broken, and crawls that were cut off or written over
are common; the records behind the damage are whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import BinaryIO

from rashomon.model.skip import Cause
from rashomon.read.containers.streams import CHUNK, Damaged, read_some

_KEPT = 4 * CHUNK  # FastWARC reads one chunk ahead of what it has understood
_BEGINNING = b"WARC/1."


class WarcSource:
    """A stream with the methods that FastWARC asks of one, which never raises inside it.

    FastWARC 2.0 panics where a stream cannot say where it is, as pipes cannot.
    `problems` are what was found damaged, in order; `cause` is that of the last.
    """

    def __init__(self, stream: BinaryIO, recover: Callable[[bytes], bool] | None = None) -> None:
        self.problems: list[str] = []
        self.cause = Cause.UNREADABLE
        self.last_record = -1
        self._stream = stream
        self._recover = recover
        self._damage: Damaged | None = None
        self._kept: deque[bytes] = deque()
        self._kept_bytes = 0
        self._pending = b""  # to be read again
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Some bytes; none at the end and where the stream is damaged."""
        wanted = CHUNK if size < 0 else min(size, CHUNK)
        piece, self._pending = self._pending[:wanted], self._pending[wanted:]
        if not piece and not self._damage:
            try:
                piece = read_some(self._stream, wanted)
            except Damaged as damage:
                self._damage = damage
        self._keep(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were given out."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Where it is: FastWARC asks, and goes nowhere."""
        return self._at

    def close(self) -> None:
        """Nothing; FastWARC wants to be able to."""

    def go_on(self, problem: str | None, most: int) -> bool:
        """Whether there is another record behind what FastWARC stumbled over, if it did."""
        if self._damage:
            self.problems.append(self._damage.detail)
            self.cause = self._damage.cause
            packed = self._recover and self.cause is Cause.UNREADABLE and self._recover(_BEGINNING)
            self._damage = None
            self._forget()
            return bool(packed) and len(self.problems) < most
        if not problem:
            return False
        self.problems.append(f"about byte {self._at}: {problem}")
        return len(self.problems) < most and self._find_next()

    def _keep(self, piece: bytes) -> None:
        self._at += len(piece)
        self._kept.append(piece)
        self._kept_bytes += len(piece)
        while self._kept_bytes > _KEPT:
            self._kept_bytes -= len(self._kept.popleft())

    def _forget(self) -> None:
        self._kept.clear()
        self._kept_bytes = 0
        self.last_record = self._at

    def _find_next(self) -> bool:
        """Whether a record begins after the last one; it is then read next."""
        kept = b"".join(self._kept) + self._pending
        start = self._at + len(self._pending) - len(kept)
        self._pending = b""
        found = kept.find(_BEGINNING, max(0, self.last_record + 1 - start))
        self._at = start + len(kept)
        while found < 0:
            piece = self._read_on()
            if not piece:
                return False
            kept = kept[1 - len(_BEGINNING) :] + piece
            self._at += len(piece)
            found = kept.find(_BEGINNING)
        self._pending = kept[found:]
        self._at -= len(self._pending)
        self._forget()
        return True

    def _read_on(self) -> bytes:
        try:
            return read_some(self._stream, CHUNK)
        except Damaged as damage:
            self._damage = damage
            return b""
