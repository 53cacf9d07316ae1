"""The program as a shell sees it: exit codes, streams and pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.pages import FIRE, write_pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", fire=FIRE)


def test_in_a_pipe_there_is_no_progress_and_no_colour(
    folder: Path, tmp_path: Path, start: Any
) -> None:
    done = start("dossier", folder, "--output", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["dossier", "--excerpts", "--full-text"],
        ["dossier", "--pipeline", "en_core_absent"],
        ["claims", "--pipeline", "en_core_absent"],
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: list[str], folder: Path, start: Any
) -> None:
    done = start(*arguments, folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("rashomon: ")
    assert done.err.count("\n") == 1


def test_an_unknown_option_is_exit_code_2(start: Any) -> None:
    done = start("extract", "--fast")
    assert done.code == 2
    assert "--fast" in done.err


def test_output_is_utf_8_whatever_the_machine_speaks(start: Any) -> None:
    path = os.environ.get("PATH", "")
    environment = {"PATH": path, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = start("extract", "--clean", "-", stdin="Café “Zoë”\n".encode(), **environment)
    assert done.code == 0
    assert done.lines[0]["text"] == "Café “Zoë”\n"


def test_a_reader_that_goes_away_ends_the_program_quietly(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text(" ")
    command = [sys.executable, "-m", "rashomon", "extract", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_version(start: Any) -> None:
    assert start("--version").out.startswith("rashomon 0.")
