"""Tables to pages: one of each row, whose columns are told by their names or by a map."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from rashomon.errors import UsageError
from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.compose import compose
from rashomon.read.decode import decode
from rashomon.read.named import NAMES, read_parts
from rashomon.read.options import Options
from rashomon.text.normal import letters_of

SUFFIXES = (".csv", ".tsv", ".tab")
# What parts paragraphs in a cell where line ends do not; no part of an article, but of the map.
PARAGRAPHS = "paragraphs"
_DELIMITERS = (",", "\t", ";", "|")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SKIPPED_CHUNK = 1 << 20
MAX_COLUMNS = 2000


def parse_columns(text: str) -> dict[str, str]:
    """The map that `id=article_id,text=body` describes: a part of an article to its column.

    Errors: UsageError.
    """
    columns = {}
    for item in filter(None, text.split(",")):
        part, equals, column = item.partition("=")
        if not equals or not column.strip():
            raise UsageError(f"{item!r} is no column; write part=column, as in id=article_id")
        columns[part.strip()] = column.strip()
    return check_columns(columns)


def check_columns(columns: Mapping[str, str]) -> dict[str, str]:
    """The same map.

    Errors: UsageError where it names a part that no article has.
    """
    for part in columns:
        if part not in NAMES and part != PARAGRAPHS:
            known = ", ".join((*NAMES, PARAGRAPHS))
            raise UsageError(f"{part!r} is no part of an article; known are {known}")
    return dict(columns)


def is_table(name: str) -> bool:
    """Whether a file of this name is a table."""
    return name.lower().endswith(SUFFIXES)


def read_table(stream: BinaryIO, name: str, options: Options) -> Iterator[Page | Skip]:
    """A page of each row below the header, or a Skip with the number of its line.

    Cost: one row in memory at a time; all of a table in UTF-16.
    """
    most = options.limits.record_bytes
    first = stream.readline(most + 1)
    if first.startswith(_WIDE_MARKS):
        stream = io.BytesIO(decode(first + stream.read(most)).encode())
        first = stream.readline(most + 1)
    delimiter = _find_delimiter(decode(first))
    rows = _rows(first, stream, delimiter.encode(), most)
    _, header = next(rows, (1, b""))
    columns = _fields(decode(header or b""), delimiter)
    if not any(columns):
        yield Skip(name, Stage.READ, Cause.EMPTY, "a table without a header")
        return
    chosen = _choose(columns, options.columns)
    if isinstance(chosen, str):
        yield Skip(name, Stage.READ, Cause.BAD_RECORD, chosen[:500])
        return
    count = 0
    for line, raw in rows:
        if raw is None or raw.strip():
            count += 1
            yield _read_row(raw, f"{name}:{line}", delimiter, len(columns), chosen, options)
    if not count:
        yield Skip(name, Stage.READ, Cause.EMPTY, "a table without rows")


def _find_delimiter(header: str) -> str:
    """What parts the header's names; a comma where nothing does."""
    return max(_DELIMITERS, key=lambda mark: header.count(mark, 0, 100_000))


def _rows(
    line: bytes, stream: BinaryIO, delimiter: bytes, most: int
) -> Iterator[tuple[int, bytes | None]]:
    """Each row with the number of its first line; None for one of more than `most` bytes."""
    number = 1
    while line:
        start, size, inside, pieces = number, 0, False, []
        while line:
            size += len(line)
            if size <= most:
                pieces.append(line)
            inside = _stays_inside(line, delimiter, inside)
            number += line.endswith(b"\n")
            if not inside or size > most:
                break
            line = stream.readline(most + 1)
        if size > most:
            _skip_line(stream, line)
        yield start, b"".join(pieces) if size <= most else None
        line = stream.readline(most + 1)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SKIPPED_CHUNK)


def _stays_inside(line: bytes, delimiter: bytes, inside: bool) -> bool:
    """Whether a quoted cell, in which a line may begin, is open at its end."""
    at = 0
    while True:
        if not inside and line[at : at + 1] == b'"':
            inside, at = True, at + 1
        if inside:
            at = _closing(line, at, b'"')
            if at < 0:
                return True
            inside = False
        at = line.find(delimiter, at) + 1
        if not at:
            return False


def _closing(text: bytes, at: int, quote: bytes) -> int:
    """Where the quoted cell ends; two quotes are one of its characters."""
    while True:
        at = text.find(quote, at)
        if at < 0 or text[at + 1 : at + 2] != quote:
            return at
        at += 2


def _fields(row: str, delimiter: str) -> list[str]:
    """The cells of a row. Source: RFC 4180."""
    row = row.removesuffix("\n")
    cells: list[str] = []
    at = 0
    while len(cells) <= MAX_COLUMNS:
        quoted = _QUOTED.match(row, at)
        end = row.find(delimiter, quoted.end() if quoted else at)
        tail = row[quoted.end() if quoted else at : end if end >= 0 else len(row)]
        cells.append(quoted[1].replace('""', '"') + tail if quoted else tail)
        if end < 0:
            break
        at = end + 1
    return cells


_QUOTED = re.compile(r'"((?:[^"]|"")*+)(?:"|\Z)')


def _choose(columns: Sequence[str], asked: Mapping[str, str]) -> dict[str, int] | str:
    """The place of each part's column; or what is wrong with the table, or with the map of it."""
    places = {column.strip(): place for place, column in reversed(list(enumerate(columns)))}
    plain = {letters_of(column): place for column, place in reversed(places.items())}
    shown = ", ".join(f"{column:.40}" for column in columns[:40])
    chosen = {}
    for part, column in asked.items():
        if part == PARAGRAPHS:
            continue
        place = places.get(column, plain.get(letters_of(column)))
        if place is None:
            return f"no column {column!r:.80} for {part!r}; the columns are {shown}"
        chosen[part] = place
    bodies = {"text", "html"}
    for part, names in NAMES.items():
        if part in chosen or (part in bodies and not bodies.isdisjoint(asked)):
            continue
        place = next((plain[name] for name in names if name in plain), None)
        if place is not None and place not in chosen.values():
            chosen[part] = place
    if bodies.isdisjoint(chosen):
        return f"no column holds a body; name it with text=COLUMN; the columns are {shown}"
    return chosen


def _read_row(
    raw: bytes | None,
    place: str,
    delimiter: str,
    width: int,
    chosen: Mapping[str, int],
    options: Options,
) -> Page | Skip:
    if raw is None:
        detail = f"a row of more than {options.limits.record_bytes} bytes"
        return Skip(place, Stage.READ, Cause.TOO_LARGE, detail)
    cells = _fields(decode(raw), delimiter)
    if len(cells) != width:
        return Skip(place, Stage.READ, Cause.BAD_RECORD, f"{len(cells)} cells, {width} columns")
    row = {NAMES[part][0]: cells[column] for part, column in chosen.items()}
    parted = options.columns.get(PARAGRAPHS)
    if parted and "text" in row:
        row["text"] = "\n".join(piece.strip() for piece in row["text"].split(parted))
    parts = read_parts(row, place)
    if parts is None:
        return Skip(place, Stage.READ, Cause.EMPTY, "an empty cell where the body should be")
    return compose(parts, options.limits, options.clean)
