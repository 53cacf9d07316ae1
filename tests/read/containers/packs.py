"""Archives made in memory, whole and broken ones."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping

from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read

FILES: Mapping[str, bytes] = {
    "b/2.html": b"<html><p>The dam held.</p></html>",
    "a.txt": b"The river rose.",
}


class Pipe(io.RawIOBase):
    """A stream that cannot go back, and gives a little at a time."""

    def __init__(self, raw: bytes) -> None:
        self._inner = io.BytesIO(raw)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._inner.read(min(len(buffer), 700))
        buffer[: len(piece)] = piece
        return len(piece)


def read_bytes(
    raw: bytes, *, pipe: bool = False, limits: Limits | None = None
) -> list[Page | Article | Skip]:
    stream = io.BufferedReader(Pipe(raw)) if pipe else io.BytesIO(raw)
    return list(read("-", stdin=stream, limits=limits))


def texts(items: list[Page | Article | Skip]) -> dict[str, str]:
    return {item.id: item.text for item in items if not isinstance(item, Skip)}


def causes(items: list[Page | Article | Skip]) -> list[tuple[str, Cause]]:
    return [(item.subject, item.cause) for item in items if isinstance(item, Skip)]


def make_tar(files: Mapping[str, bytes], *more: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for member in more:
            archive.addfile(member)
    return out.getvalue()


def make_zip(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def make_record(
    url: str,
    body: bytes = b"<html><p>The dam held.</p></html>",
    *,
    kind: str = "response",
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    headers: str = "",
    date: str = "2019-05-03T10:00:00Z",
) -> bytes:
    """One record of a web archive; `headers` are more lines of its response."""
    block, own_type = body, media_type
    if kind in ("response", "revisit"):
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}\r\n"
        block, own_type = head.encode() + body, "application/http; msgtype=response"
    record = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: {own_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return record.encode() + block + b"\r\n\r\n"
