"""What goes wrong in folders of real pages ends as a counted skip, and the rest is still done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rashomon
from rashomon.model.article import Label
from rashomon.model.dossier import Report
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.workers import Models

STORY = """Ferry runs aground off Marrow Head
By Lena Voss
The Marrow Gazette
12 May 2031

A ferry with 84 people aboard ran aground off Marrow Head on Sunday evening, the coast guard said.

"All passengers are safe and ashore," said Captain Ulla Brandt of the coast guard.

Two passengers told the Gazette that the lights had failed minutes before. The owner, Skerry
Lines, denied that. The transport ministry declined to comment.
"""
HTML = f"""<!doctype html><html><head><title>Ferry runs aground</title></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Ferry runs aground off Marrow
Head</h1>{"".join(f"<p>{p}</p>" for p in STORY.split(chr(10) * 2)[1:])}</article></body></html>"""
NORWEGIAN = """Ferge gikk på grunn ved Marrow Head

En ferge med 84 mennesker om bord gikk på grunn ved Marrow Head søndag kveld, opplyser kystvakten.

– Alle passasjerene er trygge og på land, sier kaptein Ulla Brandt i kystvakten til avisen.

To passasjerer forteller at lysene sviktet noen minutter tidligere. Rederiet avviser dette, og
departementet ønsker ikke å kommentere saken.
"""


def skips(report: Report) -> dict[str, Cause]:
    return {skip.subject: skip.cause for skip in report.skipped}


def ids(report: Report) -> set[str]:
    return {page.id for story in report.stories for page in story.pages}


def run(folder: Path, models: Models) -> Report:
    return rashomon.dossiers(rashomon.read(folder), models=models)


def test_a_folder_of_troubles(tmp_path: Path, models: Models) -> None:
    write = {
        "ferry.txt": STORY.encode(),
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "scan.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "photo.html": b"\x89PNG\r\n\x1a\n" + bytes(300),
        "broken.txt": STORY.encode().replace(b"84", b"\xff\xfe84\xc3"),
        "wide.txt": STORY.encode("utf-16"),
        "page.txt": HTML.encode(),
        "deep/er/ferry.txt": STORY.encode(),
        ".hidden/ferry.txt": STORY.encode(),
        ".DS_Store": b"\x00\x00\x00\x01Bud1",
        "menu.txt": b"Home\nNews\nSport\nWeather\nContact\n",
    }
    for name, raw in write.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    report = run(tmp_path, models)
    assert ids(report) >= {
        "ferry.txt", "broken.txt", "wide.txt", "page.txt", "deep/er/ferry.txt"
    }  # fmt: skip
    caused = skips(report)
    assert {
        name: caused[name] for name in ("empty.txt", "blank.txt", "scan.txt", "photo.html")
    } == {
        "empty.txt": Cause.EMPTY,
        "blank.txt": Cause.EMPTY,
        "scan.txt": Cause.NOT_TEXT,
        "photo.html": Cause.NOT_TEXT,
    }
    assert caused["menu.txt"] in {Cause.NO_TEXT, Cause.NOT_AN_ARTICLE}
    assert not any("hidden" in name or "DS_Store" in name for name in caused.keys() | ids(report))
    assert report.stories[0].counts.accounts == 1  # five copies of one text


def test_a_file_that_is_not_there_does_not_stop_the_others(tmp_path: Path, models: Models) -> None:
    (tmp_path / "ferry.txt").write_text(STORY, "utf-8")
    absent = tmp_path / "absent.txt"
    report = rashomon.dossiers(rashomon.read(absent, tmp_path), models=models)
    assert ids(report) == {"ferry.txt"}
    assert skips(report) == {str(absent): Cause.NOT_FOUND}


def test_two_identical_files_are_one_account(tmp_path: Path, models: Models) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, "utf-8")
    (story,) = run(tmp_path, models).stories
    assert (story.counts.pages, story.counts.accounts) == (2, 1)
    assert story.lineages[0].articles == ("a.txt", "b.txt")


def test_the_same_id_twice_is_told(tmp_path: Path, models: Models) -> None:
    line = json.dumps({"id": "a", "text": STORY})
    (tmp_path / "pages.jsonl").write_text(f"{line}\n{line}\n", "utf-8")
    report = run(tmp_path, models)
    assert ids(report) == {"a"}
    assert skips(report) == {"a": Cause.DUPLICATE_ID}


def test_one_page_alone_has_a_dossier(tmp_path: Path, models: Models) -> None:
    (tmp_path / "ferry.txt").write_text(STORY, "utf-8")
    (story,) = run(tmp_path, models).stories
    assert (story.counts.pages, story.counts.accounts) == (1, 1)
    for text in (rashomon.render_html(story), rashomon.render_markdown(story)):
        assert "Marrow Head" in text


def test_a_page_in_another_language_is_cleaned_and_counted_but_not_read(
    tmp_path: Path, models: Models
) -> None:
    for name, text in {"en.txt": STORY, "no-1.txt": NORWEGIAN, "no-2.txt": NORWEGIAN}.items():
        (tmp_path / name).write_text(text, "utf-8")
    report = rashomon.dossiers(
        rashomon.read(tmp_path), rashomon.Config(one_story=True), models=models
    )
    (story,) = report.stories
    assert ids(report) == {"en.txt", "no-1.txt", "no-2.txt"}
    assert (story.counts.pages, story.counts.accounts) == (3, 2)
    assert [(s.subject, s.stage, s.cause) for s in report.skipped] == [
        ("no-1.txt", Stage.CLAIMS, Cause.NO_PIPELINE),
        ("no-2.txt", Stage.CLAIMS, Cause.NO_PIPELINE),
    ]
    cleaned = next(page for page in story.pages if page.id == "no-1.txt")
    assert cleaned.spans(Label.BODY)


def test_many_pages(models: Models) -> None:
    pages = [
        Page(f"{number:03}", STORY.replace("84", str(number + 20)), Form.TEXT, str(number))
        for number in range(60)
    ]
    report = rashomon.dossiers(pages, models=models)
    assert sum(story.counts.pages for story in report.stories) == 60
    assert sum(story.counts.accounts for story in report.stories) == 1
    assert not report.skipped


@pytest.mark.parametrize("form", [Form.TEXT, Form.CLEAN, Form.HTML])
@pytest.mark.parametrize("piece", ["a", "word ", "He said no. ", '"', "<p>", "1,", "( ", "M. "])
def test_one_long_line_ends(piece: str, form: Form, models: Models) -> None:
    page = Page("long", piece * (40_000 // len(piece)), form, "hash")
    report = rashomon.dossiers([page], models=models)
    assert ids(report) | set(skips(report)) == {"long"}


def test_more_than_may_be_read_is_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "endless.txt").open("wb") as file:
        file.truncate(50_000_000)
    (skip,) = rashomon.read(tmp_path)
    assert isinstance(skip, Skip)
    assert skip.cause is Cause.TOO_LARGE
    assert "20000000" in skip.detail
