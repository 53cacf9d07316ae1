"""Wherever an input is cut, each page in it is read once."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.corpus.parts import MOST_FILES, cut
from rashomon.corpus.reading import read_part
from rashomon.corpus.store import Found, Store
from rashomon.model.page import Page
from rashomon.model.skip import Skip
from rashomon.read.limits import Limits
from rashomon.read.options import Options


def inputs(folder: Path, part_bytes: int, options: Options | None = None) -> list[Page | Skip]:
    store = Store(str(folder))
    found = []
    for part in cut(store.list_files(), part_bytes):
        for each in read_part(store, part, options or Options()):
            assert isinstance(each.input, (Page, Skip))
            found.append(each.input)
    return found


@settings(max_examples=30)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=20), st.integers(1, 300), st.booleans())
def test_each_line_is_read_once(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], part_bytes: int, ends: bool
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    lines = [json.dumps({"id": f"p{n}", "text": "é" * size}) for n, size in enumerate(sizes)]
    (folder / "a.jsonl").write_text("\n".join(lines) + ("\n" if ends else ""), "utf-8")
    found = inputs(folder, part_bytes)
    assert [page.id for page in found if isinstance(page, Page)] == [
        f"p{n}" for n in range(len(sizes))
    ]


def test_each_row_of_a_parquet_table_is_read_once(tmp_path: Path) -> None:
    table = pa.table(
        {
            "doc": [f"r{n}" for n in range(50)],
            "body": [f"The harbour was closed on day {n}." for n in range(50)],
            "published": [datetime(2024, 3, 1, 12, 30)] * 50,
        }
    )
    pq.write_table(table, tmp_path / "rows.parquet", row_group_size=7)
    for part_bytes in (1, 200, 1_000_000):
        found = inputs(tmp_path, part_bytes, Options(columns={"id": "doc"}))
        assert [page.id for page in found if isinstance(page, Page)] == table["doc"].to_pylist()
        assert isinstance(found[0], Page)
        assert found[0].published == "2024-03-01T12:30:00"


def test_what_cannot_be_read_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no table")
    (tmp_path / "b.jsonl").write_text("[]\n" + "x" * 500 + '\n{"id": "last", "text": "Read."}\n')
    (tmp_path / "c.jsonl").write_text("")
    found = inputs(tmp_path, 10_000, Options(Limits(record_bytes=100)))
    causes = [item.cause for item in found if isinstance(item, Skip)]
    assert causes == ["unreadable", "bad record", "too large", "empty"]
    assert [item.id for item in found if isinstance(item, Page)] == ["last"]


def test_parts_hold_many_small_files_and_pieces_of_large_ones() -> None:
    small = [Found(f"{n:05}.html", 10, 0) for n in range(2 * MOST_FILES)]
    assert [len(part.slices) for part in cut(small)] == [MOST_FILES, MOST_FILES]
    large = cut([Found("a.jsonl", 1 << 40, 0), Found("b.warc.gz", 1 << 40, 0)])
    assert len(large) == (1 << 40) // (64 << 20) + 1
    assert large[0].slices[0].end == 64 << 20
    assert [part.slices for part in cut([])] == [()]


def test_names_that_begin_with_a_dot_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    for name in (".cache/a.txt", ".b.txt", "c.d.txt"):
        (tmp_path / name).write_text("Text.")
    assert [file.name for file in Store(str(tmp_path)).list_files()] == ["c.d.txt"]
    assert [file.name for file in Store(str(tmp_path / "c.d.txt")).list_files()] == ["c.d.txt"]
