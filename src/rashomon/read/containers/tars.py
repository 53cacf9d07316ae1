"""The members of a tar archive as they come by, whatever it comes from."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from rashomon.model.skip import Cause
from rashomon.read.containers.archives import Member
from rashomon.read.containers.streams import CHUNK, Damaged, Part

_HEADER_BYTES = 1 << 16  # a header holds names, of some thousand bytes at the most
# Python up to 3.12.5 searches digits in time that grows with their square (CVE-2024-6232).
_MANY_DIGITS = re.compile(rb"\d{400}")
_KINDS = {
    tarfile.SYMTYPE: "a link",
    tarfile.LNKTYPE: "a link to another member",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a named pipe",
    tarfile.GNUTYPE_SPARSE: "a sparse file",
}


def is_tar(head: bytes) -> bool:
    """Whether it begins with a tar header whose checksum is right; the magic bytes are younger."""
    block = head[: tarfile.BLOCKSIZE]
    try:
        tarfile.TarInfo.frombuf(block, tarfile.ENCODING, "surrogateescape")
    except (tarfile.TarError, ValueError, ArithmeticError):
        return False
    return True


class _Forward:
    """A stream that only goes on, so that no header can send the reader in circles."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.first_block: int | None = None  # where the first block since then that is not empty is
        self._at = 0

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Bytes of headers, which is what tarfile reads; members are read from `stream`."""
        if not 0 <= size <= _HEADER_BYTES:
            raise Damaged(f"a header of {size} bytes", Cause.TOO_LARGE)
        raw = self.stream.read(size)
        if self.first_block is None and raw.strip(b"\0"):
            self.first_block = self._at
        self._at += len(raw)
        if len(raw) > tarfile.BLOCKSIZE and _MANY_DIGITS.search(raw):
            raise Damaged("a header that is no header")
        return raw

    def seek(self, offset: int) -> int:
        while self._at < offset:
            piece = self.stream.read(min(CHUNK, offset - self._at))
            if not piece:
                raise Damaged("it is cut off")
            self._at += len(piece)
        if self._at != offset:
            raise Damaged("a header that leads backwards")
        return offset

    def pass_by(self, size: int) -> None:
        """Counts bytes that were read from `stream` itself."""
        self._at += size


def find_tar_members(stream: BinaryIO) -> Iterator[Member]:
    """The members one after the other; each has to be read before the next is asked for.

    A header that is damaged is told of once, and the next one that is whole goes on.
    Errors: Damaged, where no next member can be found.
    """
    forward = _Forward(stream)
    try:
        # Blocks that are no header are passed over, so that members after them are found.
        with tarfile.open(fileobj=cast("IO[bytes]", forward), mode="r:", ignore_zeros=True) as tar:
            while info := tar.next():
                cast("Any", tar).members.clear()  # of which tarfile would keep every one
                yield from _find_damage(forward, info.offset)
                if not info.isdir():
                    yield from _member(info, forward)
                forward.seek(max(forward.tell(), info.offset_data))
                forward.first_block = None
            yield from _find_damage(forward, forward.tell())
    except (tarfile.TarError, OSError, ValueError, ArithmeticError, EOFError) as error:
        raise Damaged(f"its tar structure is damaged: {error}") from error


def _find_damage(forward: _Forward, end: int) -> Iterator[Member]:
    start = forward.first_block
    if start is not None and start < end:
        yield Member("", None, f"{end - start} bytes from byte {start} on are no tar archive")


def _member(info: tarfile.TarInfo, forward: _Forward) -> Iterator[Member]:
    if not info.isreg() or info.issparse():
        problem = _KINDS.get(info.type, "neither a file nor a folder")
        yield Member(info.name, None, f"{problem}, not a regular file")
        return
    forward.seek(info.offset_data)
    part = Part(forward.stream, info.size)
    yield Member(info.name, part)
    forward.pass_by(info.size - part.left)
