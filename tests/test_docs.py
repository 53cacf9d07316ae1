"""The docs say what is so: commands, options and causes are in them, and their code runs."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest
import typer

import rashomon
from rashomon.cli import app
from rashomon.model.dossier import Report
from rashomon.model.skip import Cause

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("examples/*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def code(page: Path, language: str) -> list[str]:
    return [text for name, text in FENCE.findall(page.read_text("utf-8")) if name == language]


def test_generated_pages_are_in_step_with_the_code(sample_report: Report) -> None:
    generated = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generated"]
    stale = [
        file.name
        for file, text in generated(sample_report).items()
        if not file.exists() or file.read_text("utf-8") != text
    ]
    assert not stale, "run `make docs`"


def test_every_cause_is_explained() -> None:
    rows = (ROOT / "docs" / "skips.md").read_text("utf-8")
    assert [cause.value for cause in Cause if f"| `{cause.value}` |" not in rows] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_command_of_the_docs_can_be_given() -> None:
    commands = typer.main.get_group(app).commands
    seen = set()
    for page in PAGES:
        for line in re.findall(r"^.*rashomon .*$", "\n".join(code(page, "sh")), re.MULTILINE):
            for part in re.split(r"[|>]", line):
                words = shlex.split(part, comments=True)
                if not words or not words[0].endswith("rashomon"):
                    continue
                command = commands[words[1]]
                below = getattr(command, "commands", {})
                command = next((below[word] for word in words[2:3] if word in below), command)
                known = {name for option in command.params for name in option.opts}
                assert {word for word in words[2:] if word.startswith("--")} <= known, line
                seen.add(words[1])
    assert seen >= {"dossier", "extract", "lineage", "claims", "figures", "dates"}


def test_every_target_of_make_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        named = re.findall(r"`?\bmake ([a-z-]+)`?", "\n".join(code(page, "sh")))
        assert set(named) <= targets, page


def test_the_code_of_the_python_page_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    blocks = code(ROOT / "docs" / "python.md", "python")
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "contested" in printed
    assert "no spaCy pipeline 'no_such_pipeline' is installed" in printed


def test_every_public_name_is_on_the_python_page() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert [name for name in rashomon.__all__ if not re.search(rf"\b{name}\b", page)] == []
