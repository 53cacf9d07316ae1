"""Which pieces of the input are read at once: a rule that knows names and sizes only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from rashomon.corpus.store import Found

PARTS = 64  # as many as there are, while they are neither small nor large
LEAST_BYTES = 1 << 20
MOST_BYTES = 64 << 20  # of input: what is found in it must fit into a worker's memory
MOST_FILES = 1_000  # of small ones, that one part holds
_CUT = (".jsonl", ".ndjson")  # anywhere between two lines
_ROWS = ".parquet"


@dataclass(frozen=True, slots=True)
class Slice:
    """A file, or so many bytes of its lines: those that begin from `start` and before `end`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one worker reads at once, and writes as one file of each table."""

    number: int
    slices: tuple[Slice, ...]

    @property
    def file(self) -> str:
        """The name of its files."""
        return f"{self.number:05}.parquet"


def cut(files: Sequence[Found], part_bytes: int | None = None) -> list[Part]:
    """The parts in the order of the files. Workers and partitions have no say in them.

    Small files are put together, up to 1,000; lines and row groups of large ones are parted.
    """
    total = sum(file.size for file in files)
    most = part_bytes or min(MOST_BYTES, max(LEAST_BYTES, ceil(total / PARTS)))
    parts: list[Part] = []
    held: list[Slice] = []
    size = 0
    for each in (piece for file in files for piece in _pieces(file, most)):
        own = each.end - each.start
        if held and (size + own > most or len(held) == MOST_FILES):
            parts.append(Part(len(parts), tuple(held)))
            held, size = [], 0
        held.append(each)
        size += own
    if held or not parts:
        parts.append(Part(len(parts), tuple(held)))
    return parts


def _pieces(file: Found, most: int) -> Iterator[Slice]:
    """The whole file, or pieces of nearly the same size."""
    can_be_cut = file.name.lower().endswith((*_CUT, _ROWS))
    count = ceil(file.size / most) if can_be_cut and file.size > most else 1
    ends = [file.size * k // count for k in range(count + 1)]
    for start, end in pairwise(ends):
        yield Slice(file.name, start, end)


def is_lines(name: str) -> bool:
    """Whether a file of this name holds a record a line, and may be cut."""
    return name.lower().endswith(_CUT)


def is_rows(name: str) -> bool:
    """Whether a file of this name is a Parquet table."""
    return name.lower().endswith(_ROWS)
