"""The stream of everything that was given, each input as a page, an article or a skip."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import BinaryIO

from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.decode import decode
from rashomon.read.feeds import is_feed, read_feed
from rashomon.read.limits import Limits
from rashomon.read.records import Input, is_object, is_record, read_document, read_line
from rashomon.read.sniff import find_form, find_magic, is_binary

RECORD_SUFFIXES = (".jsonl", ".ndjson")
_SKIPPED_CHUNK = 1 << 20
_BLANK_HEAD = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n"


def read(
    *paths: str | Path,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    clean: bool = False,
) -> Iterator[Input]:
    """Every file under the paths and every record in them; `-` is the standard input.

    An Article comes from a record that `extract` made, so that it is not extracted again. With
    `clean`, plain text is an article's body already. Folders are read recursively, names that
    begin with a dot and folders behind links are passed over.
    Order: of the arguments; inside a folder by path, inside a file by line.
    Errors: none; whatever cannot be read is a Skip.
    Cost: one page or record in memory at a time, and the ids.
    """
    limits = limits or Limits()
    seen: set[str] = set()
    for item in chain.from_iterable(_read_argument(path, stdin, limits, clean) for path in paths):
        subject = item.subject if isinstance(item, Skip) else item.id
        if not isinstance(item, Skip):
            if subject in seen:
                detail = "an input before it has this id; give a folder above both, or other ids"
                item = Skip(subject, Stage.READ, Cause.DUPLICATE_ID, detail)
            seen.add(subject)
        yield item


def _read_argument(
    path: str | Path, stdin: BinaryIO | None, limits: Limits, clean: bool
) -> Iterator[Input]:
    if path == "-":
        yield from _read_stream(stdin or sys.stdin.buffer, "-", limits, clean)
        return
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        yield Skip(_name(str(path)), Stage.READ, Cause.NOT_FOUND, f"no file or folder {path!s}")
        return
    except (OSError, ValueError) as error:
        yield _unreadable(_name(str(path)), error)
        return
    if not S_ISDIR(mode):
        yield from _read_file(Path(path), _name(Path(path).name), limits, clean)
        return
    for file in _walk(Path(path)):
        if isinstance(file, Skip):
            yield file
        else:
            name = _name(file.relative_to(path).as_posix())
            yield from _read_file(file, name, limits, clean)


def _walk(folder: Path) -> Iterator[Path | Skip]:
    """The files under a folder in the order of their paths; links to folders are not entered."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        name = _name(path.relative_to(folder).as_posix())
        try:
            mode = path.stat(follow_symlinks=path == folder).st_mode
            if S_ISLNK(mode) and path.is_dir():
                continue
            if S_ISDIR(mode):
                shown = (entry for entry in path.iterdir() if not entry.name.startswith("."))
                waiting.extend(sorted(shown, reverse=True))
            elif S_ISREG(path.stat().st_mode):
                yield path
            else:  # reading a named pipe would wait for ever
                yield Skip(name, Stage.READ, Cause.UNREADABLE, "not a regular file")
        except OSError as error:
            yield _unreadable(name, error)


def _read_file(path: Path, name: str, limits: Limits, clean: bool) -> Iterator[Input]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, name, limits, clean)
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)


def _read_stream(stream: BinaryIO, name: str, limits: Limits, clean: bool) -> Iterator[Input]:
    first = stream.readline(limits.record_bytes + 1)
    if name.endswith(RECORD_SUFFIXES) or is_record_line(first, name):
        yield from _read_lines(stream, first, name, limits, clean)
        return
    while not first.strip() and len(first) < _BLANK_HEAD and (line := stream.readline(_BLANK_HEAD)):
        first += line  # some programs begin a file of JSON with an empty line
    most = limits.record_bytes if may_be_json(first) else limits.page_bytes
    raw = first + stream.read(max(0, most + 1 - len(first)))
    if may_be_json(first) and len(raw) <= most:
        records = read_document(raw, name, limits, clean)
        if records is not None:
            yield from records
            return
    yield from read_raw(raw, name, limits, clean)


def is_record_line(first: bytes, name: str) -> bool:
    """Whether the first line shows that a stream holds records, whatever its name."""
    if not first.lstrip(_BLANK).startswith(b"{"):
        return False
    return is_record(first) or (name.lower().endswith(".json") and is_object(first))


def may_be_json(first: bytes) -> bool:
    """Whether a file that begins like this may be one JSON value."""
    return first.lstrip(_BLANK).startswith((b"{", b"["))


def _read_lines(
    stream: BinaryIO, line: bytes, name: str, limits: Limits, clean: bool
) -> Iterator[Input]:
    number, count = 1, 0
    while line:
        place = f"{name}:{number}"
        if len(line) > limits.record_bytes:
            _skip_line(stream, line)
            detail = f"a line of more than {limits.record_bytes} bytes"
            yield Skip(place, Stage.READ, Cause.TOO_LARGE, detail)
            count += 1
        elif line.strip():
            yield from read_line(line, place, limits, clean)
            count += 1
        line = stream.readline(limits.record_bytes + 1)
        number += 1
    if not count:
        yield Skip(name, Stage.READ, Cause.EMPTY, "no records")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SKIPPED_CHUNK)


def read_raw(raw: bytes, name: str, limits: Limits, clean: bool) -> Iterator[Page | Skip]:
    """The pages of bytes that are no records: one, or those of a feed's entries."""
    if len(raw) > limits.page_bytes:
        yield Skip(name, Stage.READ, Cause.TOO_LARGE, f"more than {limits.page_bytes} bytes")
        return
    magic = find_magic(raw)
    if magic:
        yield Skip(name, Stage.READ, Cause.NOT_TEXT, f"{magic}, {len(raw)} bytes")
        return
    text = decode(raw)
    if is_feed(text):
        yield from read_feed(text, name, limits)
    else:
        yield _read_page(raw, text, name, clean)


def _read_page(raw: bytes, text: str, name: str, clean: bool) -> Page | Skip:
    if not text.strip():
        return Skip(name, Stage.READ, Cause.EMPTY, f"{len(raw)} bytes, no visible character")
    if is_binary(text):
        return Skip(name, Stage.READ, Cause.NOT_TEXT, f"control characters in {len(raw)} bytes")
    form = find_form(text, name)
    if clean and form is Form.TEXT:
        form = Form.CLEAN
    return Page(name, text, form, hashlib.sha256(raw).hexdigest())


def _name(path: str) -> str:
    """The path as an id; file names are bytes on some disks, and ids must be encodable."""
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(subject: str, error: Exception) -> Skip:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Skip(subject, Stage.READ, Cause.UNREADABLE, str(reason or error))
