from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UsageError
from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read
from rashomon.read.options import Options
from rashomon.read.tables import parse_columns, read_table

BODY = "A ferry ran aground off Marrow Head,\nthe coast guard said."


def read_file(
    folder: Path, raw: bytes, name: str = "t.csv", **options: object
) -> list[Page | Article | Skip]:
    (folder / name).write_bytes(raw)
    return list(read(folder / name, **options))  # type: ignore[arg-type]


def test_columns_are_told_by_their_names(tmp_path: Path) -> None:
    raw = (
        "\ufeffArticle_ID,Title,Authors,Publication,Date,URL,Content,Note\r\n"
        f'17,"Ferry ""aground""","[\'Ada Holm\', \'Ole Berg\']",The Harbour Post,2031-05-12,'
        f'https://post.example/1,"{BODY}",x\r\n'
    ).encode()
    [page] = read_file(tmp_path, raw)
    assert isinstance(page, Page)
    assert (page.id, page.outlet, page.published) == ("17", "The Harbour Post", "2031-05-12")
    assert page.url == "https://post.example/1"
    lines = page.text.split("\n")
    assert lines[0] == 'Ferry "aground"'
    assert "By Ada Holm and Ole Berg" in lines
    assert page.text.endswith(BODY)


def test_a_map_names_columns_and_how_paragraphs_are_parted(tmp_path: Path) -> None:
    raw = b"id,text,html,date,source\n5,One. ### Two.,<p>One.</p>,60119,post.example\n"
    [page] = read_file(tmp_path, raw, columns={"text": "text", "paragraphs": "###"})
    assert isinstance(page, Page)
    assert (page.id, page.text, page.form) == ("5", "One.\nTwo.", Form.TEXT)
    [page] = read_file(tmp_path, raw)
    assert isinstance(page, Page)
    assert page.form is Form.HTML
    [skip] = read_file(tmp_path, raw, columns={"text": "body"})
    assert isinstance(skip, Skip)
    assert skip.detail == (
        "no column 'body' for 'text'; the columns are id, text, html, date, source"
    )
    with pytest.raises(UsageError, match="'words' is no part of an article"):
        read_file(tmp_path, raw, columns={"words": "text"})


def test_a_map_as_it_is_typed() -> None:
    assert parse_columns("id=article_id, text=body text") == {
        "id": "article_id",
        "text": "body text",
    }
    for bad in ("id", "=x", "id=", "words=text"):
        with pytest.raises(UsageError):
            parse_columns(bad)


@pytest.mark.parametrize(("name", "mark"), [("t.tsv", "\t"), ("t.csv", ";"), ("t.CSV", "|")])
def test_other_marks_part_columns_too(tmp_path: Path, name: str, mark: str) -> None:
    row = mark.join(("1", f'The ship, 5" wide, sank{", " if mark != ";" else ""}.'))
    [page] = read_file(tmp_path, f"id{mark}text\n{row}\n".encode(), name)
    assert isinstance(page, Page)
    assert page.text.startswith('The ship, 5" wide')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "id,text\n1,Das Schiff lief auf Grund; „Möwe“ heißt es, mit 21 Männern\n"
    [skip, *_] = read_file(tmp_path, text.encode(encoding, "replace"))
    assert isinstance(skip, Skip)  # a comma that is not quoted
    assert skip.detail == "3 cells, 2 columns"
    [page] = read_file(tmp_path, text.replace("es, mit", "es mit").encode(encoding, "replace"))
    assert isinstance(page, Page)
    assert "Möwe“ heißt es mit 21 Männern" in page.text


def test_bad_rows_are_skips_and_the_others_go_on(tmp_path: Path) -> None:
    raw = (
        b'id,text\n1,One.\n2\n\n3,"a\nb",c\n4,""\n5,' + b"x" * 500 + b'\n6,Six.\n7,"open\n8,Eight.'
    )
    items = read_file(tmp_path, raw, limits=Limits(record_bytes=300))
    found = [item.cause if isinstance(item, Skip) else item.id for item in items]
    assert found == [
        "1",
        Cause.BAD_RECORD,
        Cause.BAD_RECORD,
        Cause.EMPTY,
        Cause.TOO_LARGE,
        "6",
        "7",
    ]
    assert [item.subject for item in items if isinstance(item, Skip)] == [
        "t.csv:3",
        "t.csv:5",
        "t.csv:7",
        "t.csv:8",
    ]
    for raw, cause in (
        (b"", Cause.EMPTY),
        (b"id,text\n", Cause.EMPTY),
        (b"a,b\n1,2", Cause.BAD_RECORD),
    ):
        [skip] = read_file(tmp_path, raw)
        assert isinstance(skip, Skip)
        assert skip.cause is cause


_CELLS = st.lists(st.text(st.sampled_from('ab,;"\n\t é'), max_size=6), min_size=2, max_size=2)


@given(st.lists(_CELLS, max_size=6), st.sampled_from([",", "\t", ";"]))
def test_what_csv_writes_is_read_as_it_was(rows: list[list[str]], mark: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\n")
    writer.writerow(["key", "text"])
    writer.writerows([f"k{number}{key}", f".{text}"] for number, (key, text) in enumerate(rows))
    options = Options(columns={"id": "key"})
    items = list(read_table(io.BytesIO(out.getvalue().encode()), "t.csv", options))
    pages = [item for item in items if isinstance(item, Page)]
    assert [page.text.strip() for page in pages] == [f".{text}".strip() for _, text in rows]
    assert [page.id for page in pages] == [f"k{n}{key}".strip() for n, (key, _) in enumerate(rows)]


@given(st.binary(max_size=200), st.sampled_from([b"", b"id,text\n", b"text\n", b'"text\n",id\n']))
def test_any_bytes_give_pages_or_skips(raw: bytes, header: bytes) -> None:
    for item in read_table(io.BytesIO(header + raw), "t.csv", Options(Limits(record_bytes=50))):
        assert isinstance(item, (Page, Skip))
