from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.model.skip import Cause, Skip
from rashomon.read import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("1.html", "2.txt", "a/1.html", "a/b/1.html", ".c/1.html", "[d].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The dam held, engineers said.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    return tmp_path


def ids(folder: Path, pattern: str) -> list[str]:
    items = list(read(f"{folder}/{pattern}"))
    assert not any(isinstance(item, Skip) for item in items)
    return [item.id for item in items if not isinstance(item, Skip)]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.html", ["1.html"]),
        ("?.*", ["1.html", "2.txt"]),
        ("[12].txt", ["2.txt"]),
        ("**/*.html", ["1.html", "a/1.html", "a/b/1.html"]),
        ("*/1.html", ["a/1.html"]),
        ("a*", ["a/1.html", "a/b/1.html"]),
        ("a/**", ["1.html", "b/1.html"]),
        ("**/b/*", ["a/b/1.html"]),
        (".c/*", ["1.html"]),
        ("[d].txt", ["[d].txt"]),
    ],
)
def test_wildcards_find_files_called_by_their_path(
    folder: Path, pattern: str, found: list[str]
) -> None:
    assert ids(folder, pattern) == found


@pytest.mark.parametrize("pattern", ["*.pdf", "none/*", "1.html/*", "a/*/c/**"])
def test_a_pattern_that_matches_nothing_says_so(folder: Path, pattern: str) -> None:
    [skip] = read(f"{folder}/{pattern}")
    assert isinstance(skip, Skip)
    assert (skip.cause, skip.subject) == (Cause.NOT_FOUND, f"{folder}/{pattern}")
