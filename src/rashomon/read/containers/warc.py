"""The pages of web archives (WARC), record by record, at constant memory over any size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.containers.http_body import decode_body
from rashomon.read.containers.streams import CHUNK
from rashomon.read.containers.warc_source import WarcSource
from rashomon.read.decode import canonical
from rashomon.read.limits import Limits
from rashomon.read.origin import Origin
from rashomon.read.records import Input

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

ReadPage: TypeAlias = Callable[[bytes, str, Origin], Iterator[Input]]
MAGIC = b"WARC/"
MOST_DAMAGES = 1000  # an archive with more is made to waste time
_HTML = ("text/html", "application/xhtml+xml")
_KINDS = ("response", "resource", "conversion", "revisit", "continuation")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?")
_CHARSET = re.compile(r"\bcharset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.I)
_SHOWN = 8
_KINDS_KEPT = 1000


def read_warc(
    stream: BinaryIO,
    name: str,
    limits: Limits,
    read_page: ReadPage,
    recover: Callable[[bytes], bool] | None = None,
) -> Iterator[Input]:
    """The pages of the responses, resources and conversions.

    What holds no page is counted, and told of in one Skip for each reason: answers other than
    200, pictures and scripts, visits that found nothing new. `recover` goes on behind damage in
    the packing, if that can be done.
    """
    counts = _Counts()
    source = WarcSource(stream, recover)
    for record in _records(source):
        counts.records += 1
        reason = _reason_against(record)
        if reason:
            counts.add(*reason)
        else:
            yield from _read_record(record, f"{name}:{counts.records}", limits, read_page)
    yield from counts.skips(name)
    if source.problems:
        yield Skip(name, Stage.READ, source.cause, _problems(source))
    elif not counts.records:
        yield Skip(name, Stage.READ, Cause.EMPTY, "a WARC without a record of a page")


def _records(source: WarcSource) -> Iterator[WarcRecord]:
    """The records that may hold pages; behind damage the next one that can be found."""
    from fastwarc.warc import ArchiveIterator  # not waited for by those who read no WARC

    while True:
        problem = None
        try:
            for record in ArchiveIterator(source, strict_mode=False):
                source.last_record = record.stream_pos
                if _kind(record) in _KINDS and not _is_metadata(record):
                    yield record
        except OSError as error:
            problem = str(error)
        if not source.go_on(problem, MOST_DAMAGES):
            return


def _is_metadata(record: WarcRecord) -> bool:
    """Whether it is what wget keeps of its own run, as if it were a resource."""
    return (record.headers.get("WARC-Target-URI") or "").strip("< ").startswith("metadata:")


def _kind(record: WarcRecord) -> str:
    return str(record.headers.get("WARC-Type")).lower()


def _read_record(
    record: WarcRecord, place: str, limits: Limits, read_page: ReadPage
) -> Iterator[Input]:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> \t")
    subject = canonical(address) or place
    if record.content_length > limits.page_bytes:
        detail = f"{record.content_length} bytes, {limits.page_bytes} allowed"
        yield Skip(subject, Stage.READ, Cause.TOO_LARGE, detail)
        return
    raw = _payload(record)
    if len(raw) < record.content_length:
        detail = f"its record is cut off after {len(raw)} of {record.content_length} bytes"
        yield Skip(subject, Stage.READ, Cause.UNREADABLE, detail)
        return
    if record.is_http_parsed:
        transfer = record.http_headers.get("Transfer-Encoding")
        content = record.http_headers.get("Content-Encoding")
        raw = decode_body(raw, transfer, content, limits.page_bytes)
    yield from read_page(raw, subject, _origin(record, subject))


def _origin(record: WarcRecord, address: str) -> Origin:
    date = (record.headers.get("WARC-Date") or "").strip()
    charset = _CHARSET.search(_type(record))
    return Origin(
        url=address if address.startswith(("http://", "https://")) else None,
        captured=date if _DATE.fullmatch(date) else None,
        charset=charset[1] if charset else None,
        html=_media_type(record) in _HTML,
    )


def _payload(record: WarcRecord) -> bytes:
    raw = bytearray()
    with suppress(OSError):  # what is missing then is missing
        while piece := record.reader.read(CHUNK):
            raw += piece
    return bytes(raw)


def _type(record: WarcRecord) -> str:
    if record.is_http_parsed:
        return record.http_headers.get("Content-Type") or ""
    return record.headers.get("Content-Type") or ""


def _media_type(record: WarcRecord) -> str:
    return _type(record).partition(";")[0].strip().lower()


def _reason_against(record: WarcRecord) -> tuple[Cause, str, str] | None:
    """Why a record holds no page: the cause, what all such records are, and what this one is."""
    kind = _kind(record)
    if kind in ("revisit", "continuation"):
        return Cause.NO_PAGE, "records without a page of their own", kind
    status = record.http_headers.status_code if record.is_http_parsed else 200
    if status != 200:
        return Cause.NO_PAGE, "responses with a status other than 200", str(status or "none")
    media_type = _media_type(record)
    if media_type and media_type not in (*_HTML, "text/plain"):
        return Cause.NOT_TEXT, "records that are neither HTML nor plain text", media_type
    return None


@dataclass(slots=True)
class _Counts:
    """How many records there were, and how many of them hold no page, by reason."""

    records: int = 0
    by_reason: dict[tuple[Cause, str], Counter[str]] = field(default_factory=dict)

    def add(self, cause: Cause, reason: str, kind: str) -> None:
        kinds = self.by_reason.setdefault((cause, reason), Counter())
        kinds[kind[:80] if len(kinds) < _KINDS_KEPT else "others"] += 1

    def skips(self, name: str) -> Iterator[Skip]:
        for (cause, reason), kinds in sorted(self.by_reason.items()):
            ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
            shown = [f"{kind} ({count})" for kind, count in ordered[:_SHOWN]]
            rest = sum(count for _, count in ordered[_SHOWN:])
            shown += [f"others ({rest})"] if rest else []
            detail = f"{reason}, {kinds.total()} in all: {', '.join(shown)}"
            yield Skip(name, Stage.READ, cause, canonical(detail))


def _problems(source: WarcSource) -> str:
    count = len(source.problems)
    places = f"{count} times, first: " if count > 1 else ""
    return f"damaged {places}{source.problems[0]}; what could be found after it is read"
