from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article, Block, Label
from rashomon.model.page import Form, Page
from rashomon.model.plain import to_dict
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read


def read_bytes(raw: bytes, **options: object) -> list[Page | Article | Skip]:
    return list(read("-", stdin=io.BytesIO(raw), **options))  # type: ignore[arg-type]


def causes(items: list[Page | Article | Skip]) -> list[Cause]:
    return [item.cause for item in items if isinstance(item, Skip)]


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", "b/.swp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The dam held, engineers said.")
    pages = list(read(tmp_path))
    assert [page.id for page in pages if isinstance(page, Page)] == ["a.txt", "b/1.txt", "b/2.txt"]


def test_a_single_file_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"\xef\xbb\xbfOne\r\nTwo\rThree")
    [page] = read(str(tmp_path / "page.txt"))
    assert isinstance(page, Page)
    assert (page.id, page.text, page.form) == ("page.txt", "One\nTwo\rThree", Form.TEXT)


def test_what_cannot_be_read_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "large.txt").write_bytes(b"x" * 2000)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "up").symlink_to(tmp_path)
    items = list(read(tmp_path, tmp_path / "none", limits=Limits(page_bytes=1999)))
    found = {item.subject: item.cause for item in items if isinstance(item, Skip)}
    assert found.pop(str(tmp_path / "none")) is Cause.NOT_FOUND
    assert found == {
        "empty.txt": Cause.EMPTY,
        "paper.txt": Cause.NOT_TEXT,
        "noise.txt": Cause.NOT_TEXT,
        "large.txt": Cause.TOO_LARGE,
        "pipe": Cause.UNREADABLE,
        "loop": Cause.UNREADABLE,
    }


def test_two_inputs_of_one_id_give_one_page(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text("Text.")
    items = list(read(tmp_path / "a" / "page.txt", tmp_path / "b" / "page.txt"))
    assert isinstance(items[0], Page)
    assert causes(items) == [Cause.DUPLICATE_ID]


def test_one_bad_line_is_one_skip() -> None:
    lines = [
        b'{"id": "1", "text": "One.", "outlet": "The Daily", "published": "2019-05-03"}',
        b"{broken",
        b'{"id": 7, "text": "Seven."}',
        b"[" * 100_000,
        b'{"id": "2", "html": "<p>Two.</p>"}',
        b'{"id": "3"}',
        b'{"id": "4", "text": "  "}',
        b'{"id": "5", "skip": {"stage": "read", "cause": "empty", "detail": "0 bytes"}}',
    ]
    items = read_bytes(b"\n".join(lines))
    assert len(items) == len(lines)
    one, two = [item for item in items if isinstance(item, Page)]
    assert (one.outlet, one.published, one.form) == ("The Daily", "2019-05-03", Form.TEXT)
    assert two.form is Form.HTML
    bad = Cause.BAD_RECORD
    assert causes(items) == [bad, bad, bad, bad, Cause.EMPTY, Cause.EMPTY]


def test_what_extract_gave_is_not_extracted_again() -> None:
    text = "Dam holds\nThe dam held, engineers said."
    blocks = (Block(0, 9, Label.HEADLINE), Block(10, 38, Label.BODY))
    article = Article("1", "0" * 64, text, blocks, headline="Dam holds", credits=("AFP",))
    assert read_bytes(json.dumps(to_dict(article)).encode()) == [article]


@pytest.mark.parametrize("end", [4, 99])
def test_blocks_must_lie_in_their_text(end: int) -> None:
    record = {"id": "1", "text": "Dam holds", "blocks": [{"start": 5, "end": end, "label": "body"}]}
    assert causes(read_bytes(json.dumps(record).encode())) == [Cause.BAD_RECORD]


def test_a_line_that_is_too_long_does_not_end_the_file() -> None:
    raw = b'{"id": "1", "text": "One."}\n{"id": "2", "text": "' + b"x" * 500 + b'"}\n{"id": "3"'
    items = read_bytes(raw + b', "text": "Three."}', limits=Limits(record_bytes=100))
    assert [type(item) for item in items] == [Page, Skip, Page]


def test_clean_text_is_all_body_but_markup_stays_markup() -> None:
    assert read_bytes(b"Text.", clean=True)[0].form is Form.CLEAN  # type: ignore[union-attr]
    html = b"<!doctype html><p>Text.</p>"
    assert read_bytes(html, clean=True)[0].form is Form.HTML  # type: ignore[union-attr]


@given(st.binary(max_size=300))
def test_any_bytes_give_a_page_or_a_skip(raw: bytes) -> None:
    for item in read_bytes(raw):
        if isinstance(item, Page):
            item.text.encode()
            assert not item.text.startswith("\ufeff")
            assert "\r\n" not in item.text
        else:
            assert isinstance(item, (Article, Skip))
