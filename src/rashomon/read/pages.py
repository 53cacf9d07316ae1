"""The stream of everything that was given, each input as a page, an article or a skip."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import BinaryIO

from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.containers import Inside, find_container, look_ahead, read_container
from rashomon.read.decode import canonical, decode
from rashomon.read.feeds import is_feed, read_feed
from rashomon.read.fetch import Fetcher, is_address
from rashomon.read.globs import expand, has_wildcards
from rashomon.read.limits import Limits
from rashomon.read.options import Options
from rashomon.read.origin import NOTHING_KNOWN, Origin
from rashomon.read.records import Input, is_object, is_record, read_document, read_line
from rashomon.read.sniff import bare_name, find_form, find_magic, is_binary
from rashomon.read.tables import check_columns, is_table, read_table

RECORD_SUFFIXES = (".jsonl", ".ndjson")
_SKIPPED_CHUNK = 1 << 20
_BLANK_HEAD = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n"


def read(
    *paths: str | Path,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    clean: bool = False,
    columns: Mapping[str, str] | None = None,
    allow_private: bool = False,
) -> Iterator[Input]:
    """Every file under the paths and every page and record in them; `-` is the standard input.

    An Article comes from a record that `extract` made, so that it is not extracted again. With
    `clean`, plain text is an article's body already. Folders and archives are read recursively,
    names that begin with a dot and folders behind links are passed over. `columns` names the
    columns of tables by the part of an article that they hold. A string that is an `http(s)://`
    address is fetched, and no other; with `allow_private` from this machine's network, too.
    Order: of the arguments; inside a folder by path, inside a file by line, member or record.
    Errors: UsageError where `columns` names no part of an article; whatever cannot be read is a
    Skip.
    Cost: one page or record in memory at a time, and the ids.
    """
    options = Options(limits or Limits(), clean, check_columns(columns or {}), allow_private)
    seen: set[str] = set()
    fetcher = Fetcher(options.limits, options.private)
    try:
        for item in chain.from_iterable(_read_argument(p, stdin, options, fetcher) for p in paths):
            yield item if isinstance(item, Skip) else _first_of_its_id(item, seen)
    finally:
        fetcher.close()


def _first_of_its_id(item: Page | Article, seen: set[str]) -> Input:
    """The input; a later visit to one address under an id of its own."""
    if item.id in seen and isinstance(item, Page) and item.captured and item.id == item.url:
        item = replace(item, id=f"{item.id}@{item.captured}")
    if item.id in seen:
        detail = "an input before it has this id; give a folder above both, or other ids"
        return Skip(item.id, Stage.READ, Cause.DUPLICATE_ID, detail)
    seen.add(item.id)
    return item


def _read_argument(
    path: str | Path, stdin: BinaryIO | None, options: Options, fetcher: Fetcher
) -> Iterator[Input]:
    if path == "-":
        yield from read_stream(stdin or sys.stdin.buffer, "-", options)
        return
    if isinstance(path, str) and is_address(path):
        yield from _read_address(path, options, fetcher)
        return
    try:
        mode = Path(path).stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if has_wildcards(str(path)):
            yield from _read_pattern(str(path), options)
            return
        yield Skip(_name(str(path)), Stage.READ, Cause.NOT_FOUND, f"no file or folder {path!s}")
        return
    except (OSError, ValueError) as error:
        yield _unreadable(_name(str(path)), error)
        return
    if not S_ISDIR(mode):
        yield from _read_file(Path(path), _name(Path(path).name), options)
        return
    yield from _read_folder(Path(path), Path(path), options)


def _read_address(address: str, options: Options, fetcher: Fetcher) -> Iterator[Input]:
    """The page behind an address, or those of the feed or the records behind it."""
    fetched = fetcher.fetch(address)
    if isinstance(fetched, Skip):
        yield fetched
        return
    name = canonical(address)
    if fetched.is_json:
        records = read_document(fetched.raw, name, options.limits, options.clean)
        if records is not None:
            yield from records
            return
    yield from read_raw(fetched.raw, name, options, fetched.origin)


def _read_pattern(pattern: str, options: Options) -> Iterator[Input]:
    """What matches, called by its path from where the wildcards begin."""
    try:
        root, found = expand(pattern)
    except (OSError, ValueError) as error:
        yield _unreadable(_name(pattern), error)
        return
    for path in found:
        yield from _read_folder(path, root, options)
    if not found:
        detail = f"no file or folder matches {pattern}"
        yield Skip(_name(pattern), Stage.READ, Cause.NOT_FOUND, detail)


def _read_folder(folder: Path, root: Path, options: Options) -> Iterator[Input]:
    for file in _walk(folder, root):
        if isinstance(file, Skip):
            yield file
        else:
            name = _name(file.relative_to(root).as_posix())
            yield from _read_file(file, name, options)


def _walk(folder: Path, root: Path) -> Iterator[Path | Skip]:
    """The files under a folder in the order of their paths; links to folders are not entered."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        name = _name(path.relative_to(root).as_posix())
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


def _read_file(path: Path, name: str, options: Options) -> Iterator[Input]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, name, options)
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)


def read_stream(stream: BinaryIO, name: str, options: Options, depth: int = 0) -> Iterator[Input]:
    """What a stream of this name holds, inside whatever it is packed and archived in."""
    head, stream = look_ahead(stream)
    kind = find_container(head)
    if kind is None:
        yield from _read_file_of_text(stream, name, options)
    elif depth >= options.limits.depth:
        detail = f"a {kind} inside {depth} others; unpack them first"
        yield Skip(name, Stage.READ, Cause.NOT_TEXT, detail)
    else:
        inside = Inside(
            options.limits,
            lambda inner, place: read_stream(inner, place, options, depth + 1),
            lambda raw, place, origin: read_raw(raw, place, options, origin),
        )
        yield from read_container(kind, stream, name, inside)


def _read_file_of_text(stream: BinaryIO, name: str, options: Options) -> Iterator[Input]:
    if is_table(bare_name(name)):
        yield from read_table(stream, name, options)
        return
    first = stream.readline(options.limits.record_bytes + 1)
    if bare_name(name).endswith(RECORD_SUFFIXES) or is_record_line(first, name):
        yield from _read_lines(stream, first, name, options)
        return
    while not first.strip() and len(first) < _BLANK_HEAD and (line := stream.readline(_BLANK_HEAD)):
        first += line  # some programs begin a file of JSON with an empty line
    most = options.limits.record_bytes if may_be_json(first) else options.limits.page_bytes
    raw = first + stream.read(max(0, most + 1 - len(first)))
    if may_be_json(first) and len(raw) <= most:
        records = read_document(raw, name, options.limits, options.clean)
        if records is not None:
            yield from records
            return
    yield from read_raw(raw, name, options)


def is_record_line(first: bytes, name: str) -> bool:
    """Whether the first line shows that a stream holds records, whatever its name."""
    if not first.lstrip(_BLANK).startswith(b"{"):
        return False
    return is_record(first) or (name.lower().endswith(".json") and is_object(first))


def may_be_json(first: bytes) -> bool:
    """Whether a file that begins like this may be one JSON value."""
    return first.lstrip(_BLANK).startswith((b"{", b"["))


def _read_lines(stream: BinaryIO, line: bytes, name: str, options: Options) -> Iterator[Input]:
    number, count = 1, 0
    while line:
        place = f"{name}:{number}"
        if len(line) > options.limits.record_bytes:
            _skip_line(stream, line)
            detail = f"a line of more than {options.limits.record_bytes} bytes"
            yield Skip(place, Stage.READ, Cause.TOO_LARGE, detail)
            count += 1
        elif line.strip():
            yield from read_line(line, place, options.limits, options.clean)
            count += 1
        line = stream.readline(options.limits.record_bytes + 1)
        number += 1
    if not count:
        yield Skip(name, Stage.READ, Cause.EMPTY, "no records")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SKIPPED_CHUNK)


def read_raw(
    raw: bytes, name: str, options: Options, origin: Origin = NOTHING_KNOWN
) -> Iterator[Page | Skip]:
    """The pages of bytes that are no records: one, or those of a feed's entries.

    `origin` is what is known beside the bytes.
    """
    if len(raw) > options.limits.page_bytes:
        yield Skip(
            name, Stage.READ, Cause.TOO_LARGE, f"more than {options.limits.page_bytes} bytes"
        )
        return
    magic = find_magic(raw)
    if magic:
        yield Skip(name, Stage.READ, Cause.NOT_TEXT, f"{magic}, {len(raw)} bytes")
        return
    text = decode(raw, origin.charset)
    if is_feed(text):
        yield from read_feed(text, name, options.limits, origin.captured)
    else:
        yield _read_page(raw, text, name, options.clean, origin)


def _read_page(raw: bytes, text: str, name: str, clean: bool, origin: Origin) -> Page | Skip:
    if not text.strip():
        return Skip(name, Stage.READ, Cause.EMPTY, f"{len(raw)} bytes, no visible character")
    if is_binary(text):
        return Skip(name, Stage.READ, Cause.NOT_TEXT, f"control characters in {len(raw)} bytes")
    form = find_form(text, f"{name}.html" if origin.html else name)
    if clean and form is Form.TEXT:
        form = Form.CLEAN
    content_hash = hashlib.sha256(raw).hexdigest()
    return Page(name, text, form, content_hash, url=origin.url, captured=origin.captured)


def _name(path: str) -> str:
    """The path as an id; file names are bytes on some disks, and ids must be encodable."""
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(subject: str, error: Exception) -> Skip:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Skip(subject, Stage.READ, Cause.UNREADABLE, str(reason or error))
