"""`rashomon extract --explain`: the same reasons on a terminal, as a page and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.pages import FIRE, STRIKE, write_pages
from jsonschema import Draft202012Validator

from rashomon.errors import UsageError
from rashomon.render.schemas import schemas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", fire=FIRE, strike=STRIKE)


def test_text_shows_each_page(folder: Path, run: Any) -> None:
    done = run("extract", "--explain", folder)
    assert done.code == 0
    assert done.out.index("fire.txt\n") < done.out.index("strike.txt\n")
    assert "+ body" in done.out
    assert "line classifier: " in done.out


def test_json_is_a_line_a_page_as_the_schema_says(folder: Path, run: Any) -> None:
    done = run("extract", "--explain", "--json", folder)
    assert [line["id"] for line in done.lines] == ["fire.txt", "strike.txt"]
    for line in done.lines:
        Draft202012Validator(schemas()["explanation"]).validate(line)


def test_a_file_is_written_as_what_its_name_ends_in(folder: Path, run: Any) -> None:
    for name, start in {"a.html": "<!DOCTYPE html>", "a.json": "{", "a.txt": "fire.txt"}.items():
        done = run("extract", "--explain", folder / "fire.txt", "--output", folder / name)
        assert (done.code, done.out) == (0, "")
        assert (folder / name).read_text("utf-8").lstrip().startswith(start)


def test_what_was_skipped_is_explained(run: Any) -> None:
    done = run("extract", "--explain", "-", stdin=b"Home\nSport\nSign in\n")
    assert done.code == 0
    assert "Skipped, no text: no paragraph of an article in 3 lines" in done.out


def test_an_input_that_is_no_page_is_told_in_the_words_of_the_format(
    tmp_path: Path, run: Any
) -> None:
    (tmp_path / "void.txt").write_text(" \n")
    text = run("extract", "--explain", tmp_path)
    assert (text.code, text.out.split(",")[0]) == (1, "void.txt: skipped")
    page = run("extract", "--explain", "--format", "html", tmp_path)
    assert (page.code, page.out) == (1, "")
    assert "void.txt: skipped, empty" in page.err
    assert run("extract", "--explain", "--json", tmp_path).lines[0]["skip"]["cause"] == "empty"


def test_wrong_use_says_the_way_out(folder: Path, run: Any) -> None:
    with pytest.raises(UsageError, match="go with --explain"):
        run("extract", "--format", "html", folder)
    with pytest.raises(UsageError, match="name one"):
        run("extract", "--explain", "--format", "html", folder)
    with pytest.raises(UsageError, match="name another file"):
        run("extract", "--explain", folder / "fire.txt", "--output", folder / "no" / "a.txt")
    article = run("extract", folder / "fire.txt").out.encode()
    with pytest.raises(UsageError, match="needs the page itself"):
        run("extract", "--explain", "-", stdin=article)
