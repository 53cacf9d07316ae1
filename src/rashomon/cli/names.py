"""`rashomon names`: which spellings name one holder."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from rashomon.cli.options import write
from rashomon.errors import UsageError
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.render.records import skip_record
from rashomon.text.names import NameUse, group_names


def command(
    path: Annotated[
        Path, typer.Argument(metavar="[PATH]", help='JSON Lines of {"id", "name", "article"?}.')
    ] = Path("-"),
) -> None:
    """Print the groups of ids whose names are one holder's."""
    uses, skips = _read(path)
    groups = [list(group.ids) for group in group_names(uses)]
    write({"groups": groups, "skipped": [skip_record(skip) for skip in skips]})
    if not uses:
        raise typer.Exit(1)


def _read(path: Path) -> tuple[list[NameUse], list[Skip]]:
    try:
        text = sys.stdin.buffer.read() if path == Path("-") else path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {str(path)!r}: {error.strerror}") from error
    uses: list[NameUse] = []
    skips: list[Skip] = []
    # Not splitlines: U+2028 may stand inside a JSON string.
    for number, line in enumerate(text.decode("utf-8-sig", "replace").split("\n"), 1):
        if not line.strip():
            continue
        record = _parse(line)
        if record is None:
            detail = f'not {{"id": str, "name": str}}: {line[:80]!r}'
            skips.append(Skip(f"{path}:{number}", Stage.READ, Cause.BAD_RECORD, detail))
        else:
            uses.append(record)
    return uses, skips


def _parse(line: str) -> NameUse | None:
    try:
        record: Any = json.loads(line)
        texts = [record["id"], record["name"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    optional = [record.get("article"), record.get("context")]
    if not all(isinstance(text, str) for text in texts):
        return None
    if not all(text is None or isinstance(text, str) for text in optional):
        return None
    return NameUse(texts[0], texts[1], article=optional[0], context=optional[1])


command.__name__ = "names"
