"""Where a corpus is read from and written to: folders, or buckets of an object store."""

from __future__ import annotations

import io
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast
from uuid import uuid4

import pyarrow as pa
import pyarrow.fs as fs
import pyarrow.parquet as pq

from rashomon.errors import UsageError

WORK = "_work"  # what lies between two steps; gone when a run has ended
GROUP_ROWS = 1_000  # of a row group: some megabytes, and the least that is read at once
_BUFFER = 1 << 20
_LEVEL = 3  # zstd's own, written down because it decides the bytes


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a folder: its path from there, and what tells it from one that is newer."""

    name: str
    size: int
    changed_ns: int


class Store:
    """A folder, here or in an object store (`s3://`, `gs://`, `abfs://`, `hdfs://`)."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._fs, self._root = _open(address)

    def __reduce__(self) -> tuple[type[Store], tuple[str]]:
        return Store, (self.address,)

    def list_files(self, below: str = "") -> list[Found]:
        """The files below, by path; names that begin with a dot are passed over.

        Where the address is a file it is the only one, under its own name.
        """
        place = self._place(below)
        [root] = self._fs.get_file_info([place])
        if root.type == fs.FileType.File:
            return [_found(root, posixpath.dirname(place))]
        if root.type == fs.FileType.NotFound:
            return []
        infos = self._fs.get_file_info(fs.FileSelector(place, recursive=True))
        found = [_found(info, place) for info in infos if info.type == fs.FileType.File]
        shown = [each for each in found if not f"/{each.name}".count("/.")]
        return sorted(shown, key=lambda each: each.name)

    def open(self, name: str) -> BinaryIO:
        """The file as a stream that can be sought."""
        path = self._file(name)
        if self._fs.type_name == "local":
            return Path(path).open("rb")
        return cast("BinaryIO", io.BufferedReader(self._fs.open_input_file(path), _BUFFER))

    def read_rows(self, name: str, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a Parquet file, one row group in memory at a time."""
        with pq.ParquetFile(self._file(name), filesystem=self._fs) as file:
            for group in range(file.num_row_groups):
                yield from file.read_row_group(group, columns=columns).to_pylist()

    def count_rows(self, name: str) -> int:
        """How many rows a Parquet file has."""
        return int(pq.read_metadata(self._file(name), filesystem=self._fs).num_rows)

    def write_table(
        self, name: str, schema: pa.Schema, rows: pa.Table | Iterable[Mapping[str, Any]]
    ) -> None:
        """Write a Parquet file whole or not at all.

        The bytes depend on the rows alone: groups of 1,000, one compression, no time.
        """
        with (
            self._whole(name) as sink,
            pq.ParquetWriter(sink, schema, compression="zstd", compression_level=_LEVEL) as writer,
        ):
            if isinstance(rows, pa.Table):
                writer.write_table(rows.combine_chunks(), GROUP_ROWS)
            else:
                for group in _groups(rows):
                    writer.write_table(pa.Table.from_pylist(group, schema))

    def read_table(self, below: str, columns: list[str] | None = None) -> pa.Table:
        """All rows of a Parquet file, or of those in a folder in the order of their names."""
        folder = "" if below.endswith(".parquet") else below
        names = [f"{below}/{each.name}" for each in self.list_files(below)] if folder else [below]
        return pa.concat_tables(
            pq.read_table(self._file(name), columns=columns, filesystem=self._fs) for name in names
        )

    def write_bytes(self, name: str, content: bytes) -> None:
        """Write a small file, whole or not at all."""
        with self._whole(name) as sink:
            sink.write(content)

    def read_bytes(self, name: str) -> bytes | None:
        """A small file, or None where there is none."""
        [info] = self._fs.get_file_info([self._file(name)])
        if info.type != fs.FileType.File:
            return None
        with self._fs.open_input_file(self._file(name)) as stream:
            return bytes(stream.read())

    def move(self, name: str, to: str) -> None:
        """Give a file another name."""
        place = self._place(to)
        if self._fs.type_name == "local":
            Path(place).parent.mkdir(parents=True, exist_ok=True)
        self._fs.move(self._place(name), place)

    def remove(self, below: str) -> None:
        """Remove a folder with all that is in it."""
        place = self._place(below)
        [info] = self._fs.get_file_info([place])
        if info.type == fs.FileType.Directory:
            self._fs.delete_dir(place)

    def paths(self, below: str) -> list[str]:
        """The addresses of the Parquet files below, as Daft reads them."""
        local = self._fs.type_name == "local"
        base = self._root if local else self.address.rstrip("/")
        return [f"{base}/{below}/{each.name}" for each in self.list_files(below)]

    def _place(self, below: str) -> str:
        return posixpath.join(self._root, below) if below else self._root

    def _file(self, name: str) -> str:
        """The path of a file; the address itself where that is the file."""
        if posixpath.basename(self._root) == name:
            [info] = self._fs.get_file_info([self._root])
            if info.type == fs.FileType.File:
                return self._root
        return posixpath.join(self._root, name)

    def _whole(self, name: str) -> _Whole:
        return _Whole(self._fs, self._place(name), Path(self._root, WORK))


class _Whole:
    """A file that is there when it is whole: renamed in a folder, put in one go elsewhere."""

    def __init__(self, store: fs.FileSystem, place: str, work: Path) -> None:
        self._fs, self._place = store, place
        self._path = work / f".{uuid4().hex}"  # what a killed run leaves goes with the folder
        self._local = store.type_name == "local"
        self._sink: Any = None

    def __enter__(self) -> Any:
        if not self._local:
            self._sink = io.BytesIO()
            return self._sink
        try:
            for folder in (self._path.parent, Path(self._place).parent):
                folder.mkdir(parents=True, exist_ok=True)
            self._sink = self._path.open("wb")
        except OSError as error:
            raise UsageError(f"cannot write to {self._place!r}: {error.strerror}") from error
        return self._sink

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if not self._local and kind is None:
            with self._fs.open_output_stream(self._place) as stream:
                stream.write(self._sink.getbuffer())
        elif self._local and kind is None:
            self._sink.flush()
            os.fsync(self._sink.fileno())  # or a machine that stops leaves an empty file
            self._sink.close()
            self._path.replace(self._place)
        elif self._local:
            self._sink.close()
            self._path.unlink(missing_ok=True)


def _open(address: str) -> tuple[fs.FileSystem, str]:
    if "://" not in address:
        return fs.LocalFileSystem(), Path(address).resolve().as_posix()
    try:
        store, root = fs.FileSystem.from_uri(address)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UsageError(f"{address!r} cannot be opened: {error}") from error
    return store, root.rstrip("/")


def _found(info: fs.FileInfo, root: str) -> Found:
    name = info.path[len(root) :].lstrip("/")
    return Found(name, info.size or 0, info.mtime_ns or 0)


def _groups(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    group = []
    for row in rows:
        group.append(row)
        if len(group) == GROUP_ROWS:
            yield group
            group = []
    if group:
        yield group
