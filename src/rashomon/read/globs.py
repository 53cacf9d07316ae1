"""Paths with wildcards, for shells and programs that do not expand them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

_WILD = re.compile(r"[*?[]")


def has_wildcards(path: str) -> bool:
    """Whether the path is a pattern, if there is no file of that very name."""
    return bool(_WILD.search(path))


def expand(pattern: str) -> tuple[Path, list[Path]]:
    """The folder that no wildcard is above of, and what matches the pattern under it.

    `**` stands for any number of folders, and at the end for all that is under them; names
    that begin with a dot match only a pattern that does; folders behind links are not entered.
    Order: by path.
    Errors: OSError of folders that cannot be listed.
    """
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if has_wildcards(part))
    root = Path(*parts[:first])
    return root, list(dict.fromkeys(_matches(root, parts[first:])))


def _matches(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    if not parts or parts == ("**",):
        yield folder
    elif parts[0] == "**":
        yield from _matches(folder, parts[1:])
        for entry in _entries(folder, "*"):
            if entry.is_dir() and not entry.is_symlink():
                yield from _matches(entry, parts)
    elif not has_wildcards(parts[0]):
        if (folder / parts[0]).exists():
            yield from _matches(folder / parts[0], parts[1:])
    else:
        for entry in _entries(folder, parts[0]):
            if len(parts) == 1 or entry.is_dir():
                yield from _matches(entry, parts[1:])


def _entries(folder: Path, pattern: str) -> list[Path]:
    if not folder.is_dir():
        return []
    shown = (entry for entry in folder.iterdir() if pattern[:1] == "." or entry.name[:1] != ".")
    return sorted(entry for entry in shown if fnmatchcase(entry.name, pattern))
