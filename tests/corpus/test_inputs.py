"""Lines, archives of the web and tables beside each other, in a folder and in a bucket."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus.buckets import open_bucket
from corpus.running import contents, rows, run
from read.containers.packs import make_record

from rashomon.corpus import TABLES
from rashomon.corpus.parts import cut
from rashomon.corpus.store import Store

REPORT = (
    "The bridge over the Tarn at Aldmoor was closed on Monday after divers had found cracks in two "
    "of its pillars, the road office said. Lorries have to drive 40 kilometres further by way of "
    "Brackwater, and buses will not run at all before the pillars have been looked at again."
)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report in a line, in a web archive and in a row of a table."""
    folder = tmp_path_factory.mktemp("inputs")
    line = {"id": "line", "text": REPORT, "published": "2024-03-04"}
    (folder / "a.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    page = f"<html><body><h1>Bridge closed</h1><p>{REPORT}</p></body></html>".encode()
    record = make_record("https://herald.example/bridge", page)
    (folder / "b.warc.gz").write_bytes(gzip.compress(record))
    table = pa.table({"id": ["row"], "text": [REPORT], "outlet": ["The Row"]})
    pq.write_table(table, folder / "c.parquet")
    return folder


@pytest.fixture(scope="module")
def once(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of that folder."""
    out = tmp_path_factory.mktemp("once") / "tables"
    run(given, out, workers=1)
    return out


def test_lines_archives_and_tables_are_read_in_one_run(once: Path) -> None:
    pages = {row["source"]: row["id"] for row in rows(once, "pages")}
    archive = "https://herald.example/bridge"
    assert pages == {"a.jsonl": "line", "b.warc.gz": archive, "c.parquet": "row"}
    [lineage] = rows(once, "lineages")
    assert lineage["articles"] == [archive, "line", "row"]
    [story] = rows(once, "stories")
    assert story["articles"] == lineage["articles"]
    assert len(rows(once, "pickups")) == 3
    captured = {row["id"]: row["captured"] for row in rows(once, "pages")}
    assert captured[archive] == "2019-05-03T10:00:00Z"


def test_a_bucket_gets_the_same_tables(given: Path, once: Path) -> None:
    with open_bucket() as bucket:
        for file in given.iterdir():
            bucket.objects[f"news/given/{file.name}"] = file.read_bytes()
        run("s3://news/given", "s3://news/tables", bucket.environment, workers=1)
        found = {
            key.removeprefix("news/tables/"): hashlib.sha256(content).hexdigest()
            for key, content in bucket.objects.items()
            if key.startswith("news/tables/") and not key.endswith("/")
        }
    local = contents(once)
    local.pop("run.json")  # says when the files were changed
    found.pop("run.json")
    assert found == local


def test_a_cut_file_of_a_bucket_is_read_by_ranges() -> None:
    with open_bucket() as bucket, pytest.MonkeyPatch.context() as patch:
        for name, value in bucket.environment.items():
            patch.setenv(name, value)
        bucket.objects["news/a.jsonl"] = b'{"id": "a"}\n' * 100
        store = Store("s3://news")
        assert len(cut(store.list_files(), 100)) == 12
        with store.open("a.jsonl") as stream:
            stream.seek(24)
            assert stream.readline() == b'{"id": "a"}\n'


def test_tables_hold_only_what_spark_reads() -> None:
    """Spark knows no unsigned numbers, and DuckDB and Polars know all of these."""
    kinds = {"string", "int64", "double", "bool"}
    for schema in TABLES.values():
        found = [field.type for field in schema]
        while found:
            type_ = found.pop()
            if pa.types.is_list(type_):
                found.append(type_.value_type)
            elif pa.types.is_struct(type_):
                found += [field.type for field in type_]
            else:
                assert str(type_) in kinds


def test_pages_of_which_no_outlet_is_known_are_related(tmp_path: Path) -> None:
    given = tmp_path / "given.jsonl"
    lines = [json.dumps({"id": id_, "text": REPORT}) for id_ in ("a", "b")]
    given.write_text("\n".join(lines), "utf-8")
    run(given, tmp_path / "out", workers=1)
    [lineage] = rows(tmp_path / "out", "lineages")
    assert lineage["articles"] == ["a", "b"]
