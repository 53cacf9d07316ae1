"""The main job from the command line: what is printed, what is written, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.pages import FIRE, STRIKE, write_pages
from jsonschema import Draft202012Validator

from rashomon.cli import dossier
from rashomon.errors import UsageError
from rashomon.render.schemas import schemas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", fire=FIRE, strike=STRIKE)


def test_a_dossier_a_story_in_three_forms(folder: Path, tmp_path: Path, run: Any) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    output = tmp_path / "out" / "deep"
    done = run("dossier", folder, "--output", output)
    files = sorted(output.iterdir())
    assert done.code == 0
    assert sorted(file.suffix for file in files) == [".html"] * 2 + [".json"] * 2 + [".md"] * 2
    assert all(str(file) in done.out for file in files)
    assert done.out.count("1 page, ") == 2
    assert "scan.pdf" in done.out
    assert done.err == ""


def test_json_is_the_whole_run_and_writes_nothing(folder: Path, tmp_path: Path, run: Any) -> None:
    done = run("dossier", folder, "--json", "--output", tmp_path / "out")
    report = json.loads(done.out)
    Draft202012Validator(schemas()["dossier"]).validate(report)
    assert {page["id"] for story in report["stories"] for page in story["pages"]} == {
        "fire.txt",
        "strike.txt",
    }
    assert not (tmp_path / "out").exists()
    assert "text" not in report["stories"][0]["pages"][0]


def test_one_story_and_full_text(folder: Path, run: Any) -> None:
    report = json.loads(run("dossier", folder, "--json", "--one-story", "--full-text").out)
    (story,) = report["stories"]
    assert (story["counts"]["pages"], story["counts"]["accounts"]) == (2, 2)
    assert [page["text"] for page in story["pages"]] == [FIRE, STRIKE]


def test_only_the_forms_that_are_asked_for(folder: Path, tmp_path: Path, run: Any) -> None:
    output = tmp_path / "out"
    arguments = ["--format", "markdown", "--excerpts", "--one-story", "--output", output]
    run("dossier", folder, *arguments)
    assert [file.suffix for file in output.iterdir()] == [".md"]


def test_no_article_is_exit_code_1(tmp_path: Path, run: Any) -> None:
    done = run("dossier", tmp_path, "--output", tmp_path / "out")
    assert (done.code, done.err) == (1, "rashomon: no file under the paths\n")
    (tmp_path / "void.txt").touch()
    done = run("dossier", tmp_path, "--output", tmp_path / "out")
    assert (done.code, done.err) == (1, "rashomon: no article among the inputs\n")


def test_options_that_exclude_each_other(folder: Path, run: Any) -> None:
    with pytest.raises(UsageError, match="--excerpts and --full-text"):
        run("dossier", folder, "--excerpts", "--full-text")


def test_a_folder_that_cannot_be_written_to(folder: Path, run: Any) -> None:
    with pytest.raises(UsageError, match="name another folder with --output"):
        run("dossier", folder, "--output", folder / "fire.txt" / "below")


def test_an_interrupted_write_leaves_the_old_file(
    folder: Path, tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    arguments = ["dossier", folder, "--one-story", "--format", "json", "--output", output]
    run(*arguments)
    (file,) = output.iterdir()
    before = file.read_bytes()

    def full(path: Path, text: str, *rest: str, **more: str) -> int:
        path.write_bytes(text[:100].encode())
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with pytest.raises(UsageError, match="No space left"):
            run(*arguments)
    assert [(file, before)] == [(left, left.read_bytes()) for left in output.iterdir()]


def test_two_runs_give_the_same_bytes(folder: Path, tmp_path: Path, run: Any) -> None:
    for output in (tmp_path / "first", tmp_path / "second"):
        run("dossier", folder, "--output", output)
    first, second = sorted((tmp_path / "first").iterdir()), sorted((tmp_path / "second").iterdir())
    assert [file.name for file in first] == [file.name for file in second]
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_file_is_named_by_what_its_story_says(sample_report: Any) -> None:
    name = dossier._file_name(sample_report.stories[0])
    assert "dam" in name
    assert name.endswith(sample_report.stories[0].id)
