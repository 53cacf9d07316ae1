"""What gzip, bzip2, xz and Zstandard packed, unpacked bit by bit and never out of proportion."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Mapping
from typing import BinaryIO, Protocol

from rashomon.model.skip import Cause
from rashomon.read.containers.streams import CHUNK, Damaged, Stepwise, read_some
from rashomon.read.limits import Limits

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"  # a .warc.zst may begin with the dictionary of its records
_XZ_MEMORY = 128 << 20  # `xz -9` needs 65 MB; a header can ask for 4 GB
# To see whether a member that was found in damaged bytes is one: so much of it, so many times.
_TRIED_BYTES = 1024
_MOST_TRIES = 100_000


class Engine(Protocol):
    """What unpacks one member, as `bz2` and `lzma` have it."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out of what was put in."""

    @property
    def unused_data(self) -> bytes:
        """What came after the member."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Some bytes, and no more than that."""


class _Inflate:
    """gzip with the methods of the other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


# Source: RFC 1952, the bzip2 and xz file formats.
ENGINES: Mapping[bytes, tuple[str, Callable[[], Engine]]] = {
    GZIP: ("gzip", _Inflate),
    b"BZh": ("bzip2", bz2.BZ2Decompressor),
    b"\xfd7zXZ\x00": ("xz", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _XZ_MEMORY)),
}


def find_packing(head: bytes) -> bytes | None:
    """The magic bytes of a packing that `Unpacked` undoes; None where it is another or none."""
    return next((magic for magic in ENGINES if head.startswith(magic)), None)


class Unpacked(Stepwise):
    """The bytes of all members of a packed stream, one after the other.

    `most` is how many may come out; None for streams that may be of any size. How many may come
    out of each byte is bounded always.
    Errors: Damaged, where the packing is broken, cut off or out of proportion.
    """

    def __init__(self, packed: BinaryIO, magic: bytes, limits: Limits) -> None:
        self.name, self._engine_of = ENGINES[magic]
        self.most: int | None = limits.unpacked_bytes
        self._packed = packed
        self._limits = limits
        self._engine: Engine | None = None
        self._chunk = b""  # read last from the packed stream, kept so that `recover` can search it
        self._ready = b""  # the end of it that was not given to the engine yet
        self._begun = -1  # where in it the member begins; -1 for before it
        self._damage: Damaged | None = None
        self._tries = 0
        self._bytes_in = 0
        self._bytes_out = 0

    def step(self, size: int) -> bytes:
        """The next bytes."""
        if self._damage:
            raise self._damage
        try:
            piece = self._unpack(size)
        except Damaged as damage:
            self._damage = damage
            raise
        except (zlib.error, lzma.LZMAError, OSError, ValueError, EOFError) as error:
            self._damage = Damaged(f"its {self.name} packing is damaged: {error}")
            raise self._damage from error
        self._bytes_out += len(piece)
        check_proportion(self._bytes_in, self._bytes_out, self.most, self._limits)
        return piece

    def _unpack(self, most: int) -> bytes:
        while True:
            engine = self._engine
            if engine is None or engine.eof:
                engine = self._begin_member(engine.unused_data if engine else b"")
            if engine is None:
                return b""
            fresh = engine.needs_input
            data = self._feed() if fresh else b""
            piece = engine.decompress(data, most)
            if piece:
                return piece
            if fresh and not data and not engine.eof:
                raise Damaged(f"its {self.name} packing is cut off")

    def _feed(self) -> bytes:
        if not self._ready:
            self._chunk = self._ready = read_some(self._packed, CHUNK)
            self._bytes_in += len(self._chunk)
            self._begun = -1
        data, self._ready = self._ready, b""
        return data

    def _begin_member(self, unused: bytes) -> Engine | None:
        """What unpacks the next member; None at the end. Padding is passed over."""
        self._ready = unused.lstrip(b"\0")
        while not self._ready:
            self._ready = self._feed().lstrip(b"\0")
            if not self._chunk:
                return None
        self._begun = len(self._chunk) - len(self._ready)
        self._engine = self._engine_of()
        return self._engine

    def recover(self, beginning: bytes) -> bool:
        """Whether a later gzip member begins like that; reading then goes on with it.

        Cost: one chunk in memory, however far the member is.
        """
        rest = self._chunk[self._begun + 1 :]
        while rest:
            at = rest.find(GZIP)
            while at >= 0 and self._tries < _MOST_TRIES:
                if len(rest) - at < _TRIED_BYTES:
                    rest += self._feed()
                self._tries += 1
                if _begins_with(rest[at : at + _TRIED_BYTES], beginning):
                    self._engine, self._damage = self._engine_of(), None
                    self._chunk = self._ready = rest[at:]
                    self._begun = 0
                    return True
                at = rest.find(GZIP, at + 1)
            rest = (rest[-len(GZIP) + 1 :] + more) if (more := self._feed()) else b""
        return False


def _begins_with(packed: bytes, beginning: bytes) -> bool:
    inner = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        return inner.decompress(packed, len(beginning)) == beginning
    except zlib.error:
        return False


class UnpackedZstandard(Stepwise):
    """The bytes of all frames of a Zstandard stream; as `Unpacked` otherwise."""

    name = "Zstandard"

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        from fastwarc.stream_io import ZstdReader  # not waited for where nothing is packed so

        self.most: int | None = limits.unpacked_bytes
        self._limits = limits
        self._counted = _Counted(packed)
        self._reader = ZstdReader(self._counted)
        self._bytes_out = 0

    def step(self, size: int) -> bytes:
        """The next bytes."""
        try:
            piece = self._reader.read(size)
        except OSError as error:
            raise Damaged(f"its Zstandard packing is damaged: {error}") from error
        self._bytes_out += len(piece)
        check_proportion(self._counted.count, self._bytes_out, self.most, self._limits)
        return piece


class _Counted:
    """A stream that counts, with the methods that FastWARC asks of one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.count += len(piece)
        return piece

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.count

    def tell(self) -> int:
        return self.count

    def close(self) -> None:
        pass


def check_proportion(packed: int, unpacked: int, most: int | None, limits: Limits) -> None:
    """Nothing.

    Errors: Damaged, if more was unpacked than may be, or than may be of so many packed bytes.
    """
    if most is not None and unpacked > most:
        raise Damaged(f"more than {most} bytes unpacked", Cause.TOO_LARGE)
    if unpacked > limits.page_bytes + limits.unpacked_ratio * packed:
        detail = f"{unpacked} bytes unpacked out of {packed}: it is made to fill the memory"
        raise Damaged(detail, Cause.TOO_LARGE)
