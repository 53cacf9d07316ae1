"""From a part of the input to its pages: every page, record and row, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from rashomon.corpus.parts import Part, Slice, is_lines, is_rows
from rashomon.corpus.store import Store
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.named import NAMES
from rashomon.read.options import Options
from rashomon.read.pages import read_stream
from rashomon.read.records import Input, read_line, read_value

_BATCH_ROWS = 256  # of a Parquet file, held at once


class Given(NamedTuple):
    """An input with the file it came from."""

    source: str
    input: Input


def read_part(store: Store, part: Part, options: Options) -> Iterator[Given]:
    """Every input of the part, in order; what cannot be read is a Skip."""
    for piece in part.slices:
        try:
            with store.open(piece.name) as stream:
                for found in _read_slice(stream, piece, options):
                    yield Given(piece.name, found)
        except (OSError, ValueError, pa.ArrowException) as error:
            detail = str(error)[:500]
            yield Given(piece.name, Skip(piece.name, Stage.READ, Cause.UNREADABLE, detail))


def _read_slice(stream: BinaryIO, piece: Slice, options: Options) -> Iterator[Input]:
    if is_lines(piece.name):
        yield from _read_lines(stream, piece, options)
    elif is_rows(piece.name):
        yield from _read_rows(stream, piece, options)
    else:
        yield from read_stream(stream, piece.name, options)


def _read_lines(stream: BinaryIO, piece: Slice, options: Options) -> Iterator[Input]:
    """The records whose line begins in the slice; one without an id is called by where."""
    most = options.limits.record_bytes
    at = piece.start
    if piece.end == 0:
        yield Skip(piece.name, Stage.READ, Cause.EMPTY, "no records")
    if at:
        stream.seek(at - 1)
        at += _rest_of_line(stream, b" ") - 2
    while at < piece.end and (line := stream.readline(most + 1)):
        place = f"{piece.name}@{at}"
        if len(line) > most:
            at += _rest_of_line(stream, line)
            detail = f"a line of more than {most} bytes"
            yield Skip(place, Stage.READ, Cause.TOO_LARGE, detail)
            continue
        at += len(line)
        if line.strip():
            yield from read_line(bytes(line), place, options.limits, options.clean)


def _rest_of_line(stream: BinaryIO, line: bytes) -> int:
    """How long the line is, of which this much was read; the rest is passed over."""
    size = len(line)
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)
        size += len(line)
    return size


def _read_rows(stream: BinaryIO, piece: Slice, options: Options) -> Iterator[Input]:
    """The rows of the groups whose place in the file is in the slice."""
    names = {column: NAMES.get(part, (part,))[0] for part, column in options.columns.items()}
    with pq.ParquetFile(stream) as file:
        first = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if piece.start <= _begin(file, group) < piece.end:
                place = first
                for batch in file.iter_batches(_BATCH_ROWS, row_groups=[group]):
                    for row in batch.to_pylist():
                        record = {names.get(key, key): _plain(row[key]) for key in row}
                        where = f"{piece.name}#{place + 1}"
                        yield from read_value(record, where, options.limits, options.clean)
                        place += 1
            first += rows


def _begin(file: pq.ParquetFile, group: int) -> int:
    """The place in the file where a row group begins."""
    column = file.metadata.row_group(group).column(0)
    return int(column.dictionary_page_offset or column.data_page_offset)


def _plain(value: Any) -> Any:
    """The value as JSON would hold it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
