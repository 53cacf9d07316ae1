"""The option that names a file of corrections by hand, and how that is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from rashomon.errors import UsageError
from rashomon.model.edit import Edit
from rashomon.model.plain import from_dict

Edits = Annotated[
    Path | None, typer.Option("--edits", help="A file of corrections by hand, one JSON a line.")
]


def read_edits(path: Path | None) -> tuple[Edit, ...]:
    """The corrections in the file. Errors: UsageError with the line that is none."""
    if path is None:
        return ()
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read edits from {str(path)!r}: {error}; name another") from error
    edits = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                edits.append(from_dict(Edit, json.loads(line)))
            except (ValueError, AttributeError, TypeError) as error:
                raise UsageError(
                    f"line {number} of {str(path)!r} is no edit: {error}; write e.g. "
                    '{"edit": "move", "pages": ["page id"], "to": "page or story id"}'
                ) from error
    return tuple(edits)
