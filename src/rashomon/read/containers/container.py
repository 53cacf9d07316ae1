"""What holds pages in it, told by its first bytes, and the pages that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, TypeAlias, cast

from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.containers.archives import read_members
from rashomon.read.containers.mhtml import is_mhtml, read_mhtml
from rashomon.read.containers.packed import (
    ZSTD,
    ZSTD_DICTIONARY,
    Unpacked,
    UnpackedZstandard,
    find_packing,
)
from rashomon.read.containers.streams import Damaged, hold, look_ahead
from rashomon.read.containers.tars import find_tar_members, is_tar
from rashomon.read.containers.warc import MAGIC, read_warc
from rashomon.read.containers.zips import find_zip_members
from rashomon.read.limits import Limits
from rashomon.read.origin import Origin
from rashomon.read.records import Input


class Kind(StrEnum):
    """What can hold pages."""

    ZIP = "ZIP archive"
    TAR = "tar archive"
    WARC = "web archive"
    MHTML = "saved page"
    PACKED = "packed file"


ReadStream: TypeAlias = Callable[[BinaryIO, str], Iterator[Input]]
ReadPage: TypeAlias = Callable[[bytes, str, Origin], Iterator[Input]]


@dataclass(frozen=True, slots=True)
class Inside:
    """How what lies inside is read: as a file of its own, or as one page."""

    limits: Limits
    read_stream: ReadStream
    read_page: ReadPage


def find_container(head: bytes) -> Kind | None:
    """What a file that begins with these bytes holds pages in; None where it is none."""
    if find_packing(head) or head.startswith((ZSTD, ZSTD_DICTIONARY)):
        return Kind.PACKED
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(MAGIC):
        return Kind.WARC
    if is_tar(head):
        return Kind.TAR
    return Kind.MHTML if is_mhtml(head) else None


def read_container(kind: Kind, stream: BinaryIO, name: str, inside: Inside) -> Iterator[Input]:
    """The pages in it; if it is damaged, those before the damage, then a Skip."""
    try:
        if kind is Kind.PACKED:
            yield from _read_packed(stream, name, inside)
        elif kind is Kind.ZIP:
            file = hold(stream, inside.limits.record_bytes)
            members = find_zip_members(file, inside.limits)
            yield from read_members(members, name, inside.limits, inside.read_stream)
        elif kind is Kind.TAR:
            members = find_tar_members(stream)
            yield from read_members(members, name, inside.limits, inside.read_stream)
        elif kind is Kind.WARC:
            yield from read_warc(stream, name, inside.limits, inside.read_page)
        else:
            yield from _read_saved(stream, name, inside)
    except Damaged as damage:
        yield Skip(name, Stage.READ, damage.cause, damage.detail)


def _read_packed(stream: BinaryIO, name: str, inside: Inside) -> Iterator[Input]:
    head, stream = look_ahead(stream)
    magic = find_packing(head)
    unpacked: Unpacked | UnpackedZstandard
    if magic:
        unpacked = Unpacked(stream, magic, inside.limits)
    else:
        unpacked = UnpackedZstandard(stream, inside.limits)
    head, inner = look_ahead(cast("BinaryIO", unpacked))
    if not head.startswith(MAGIC):
        yield from inside.read_stream(inner, name)
        return
    unpacked.most = None  # web archives may be of any size
    recover = unpacked.recover if isinstance(unpacked, Unpacked) else None
    yield from read_warc(inner, name, inside.limits, inside.read_page, recover)


def _read_saved(stream: BinaryIO, name: str, inside: Inside) -> Iterator[Input]:
    most = inside.limits.record_bytes
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise Damaged(f"a saved page of more than {most} bytes", Cause.TOO_LARGE)
    found = read_mhtml(raw)
    if found is None:
        raise Damaged("a saved page (MHTML) without HTML in it", Cause.NOT_TEXT)
    content, origin = found
    yield from inside.read_page(content, name, origin)
