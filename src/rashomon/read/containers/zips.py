"""The members of a ZIP archive, of which none is larger than it says or hides in another."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from rashomon.model.skip import Cause
from rashomon.read.containers.archives import Member
from rashomon.read.containers.packed import check_proportion
from rashomon.read.containers.streams import Damaged, Stepwise
from rashomon.read.limits import Limits

_DIRECTORY_BYTES = 16 << 20  # the list of 100,000 members; zipfile reads it at once
_HEADER_BYTES = 30  # before each member, and its name; Source: PKWARE APPNOTE 4.3.7
_ENCRYPTED = 0x1
# zipfile unpacks the others without an upper bound: 4 kB of bzip2 can hold 5 GB.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Files that are ZIP archives, but of parts that are no pages; Source: OPC, OASIS ODF, EPUB, JAR.
_DOCUMENT_PARTS = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
# A packed collection of web archives holds them here, with indexes beside; Source: WACZ 1.1.1.
_COLLECTION, _ITS_ARCHIVES = "datapackage.json", "archive/"
_ERRORS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, OSError, ValueError),
    *(EOFError, NotImplementedError, RuntimeError, IndexError, OverflowError),
)


class _Source:
    """A file of which no more than a directory is read at once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        raw = self._file.read(_DIRECTORY_BYTES + 1 if size < 0 else size)
        if size > _DIRECTORY_BYTES or len(raw) > _DIRECTORY_BYTES:
            raise Damaged(f"its list of members is over {_DIRECTORY_BYTES} bytes", Cause.TOO_LARGE)
        return raw


class _Entry(Stepwise):
    """A member's bytes; reading counts on its archive's account too."""

    def __init__(self, source: IO[bytes], info: zipfile.ZipInfo, account: _Account) -> None:
        self._source = source
        self._packed = info.compress_size
        self._count = 0
        self._account = account

    def step(self, size: int) -> bytes:
        try:
            piece = self._source.read(size)
        except _ERRORS as error:
            raise Damaged(f"it is damaged: {error}") from error
        self._count += len(piece)
        self._account.spend(len(piece))
        check_proportion(self._packed, self._count, None, self._account.limits)
        return piece


class _Account:
    """What was unpacked of one archive so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._count = 0

    def spend(self, count: int) -> None:
        self._count += count
        if self._count > self.limits.unpacked_bytes:
            detail = f"more than {self.limits.unpacked_bytes} bytes unpacked of its archive"
            raise Damaged(detail, Cause.TOO_LARGE)


def find_zip_members(file: BinaryIO, limits: Limits) -> Iterator[Member]:
    """The members in the order of the archive's list; `file` can be read anywhere.

    Errors: Damaged, where there is no list.
    """
    try:
        archive = zipfile.ZipFile(cast("IO[bytes]", _Source(file)))
    except _ERRORS as error:
        raise Damaged(f"its list of members is damaged or cut off: {error}") from error
    infos = _without_indexes(archive.infolist())
    if not _DOCUMENT_PARTS.isdisjoint(info.filename for info in infos):
        raise Damaged("an office document, a book or a program (ZIP)", Cause.NOT_TEXT)
    account = _Account(limits)
    overlapping = _find_overlapping(infos)
    for info in infos:
        if not info.filename.endswith("/"):  # `is_dir` fails on an empty name
            yield _open(archive, info, account, overlaps=info.header_offset in overlapping)


def _without_indexes(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    archives = [info for info in infos if info.filename.startswith(_ITS_ARCHIVES)]
    is_collection = any(info.filename == _COLLECTION for info in infos)
    return archives if archives and is_collection else infos


def _open(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, account: _Account, *, overlaps: bool
) -> Member:
    if info.flag_bits & _ENCRYPTED:
        return Member(info.filename, None, "it is encrypted")
    if overlaps:
        return Member(info.filename, None, "its bytes are another member's too: a ZIP bomb")
    if info.compress_type not in _METHODS:
        problem = f"packing method {info.compress_type} is not read in ZIP; pack it with deflate"
        return Member(info.filename, None, problem)
    try:
        return Member(info.filename, _Entry(archive.open(info), info, account))
    except _ERRORS as error:
        return Member(info.filename, None, f"it is damaged: {error}")


def _find_overlapping(infos: list[zipfile.ZipInfo]) -> set[int]:
    """Where members begin of which some bytes are another's too."""
    found: set[int] = set()
    end, begin = -1, -1
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            found |= {begin, info.header_offset}
        own_end = info.header_offset + _HEADER_BYTES + info.compress_size
        if own_end > end:
            end, begin = own_end, info.header_offset
    return found
