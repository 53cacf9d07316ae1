from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.cli.edits import read_edits
from rashomon.errors import UsageError
from rashomon.model.edit import Edit, EditKind


def test_a_line_is_an_edit(tmp_path: Path) -> None:
    file = tmp_path / "edits.jsonl"
    file.write_text(
        '{"edit": "move", "pages": ["a"], "to": "S1"}\n\n{"edit": "split", "pages": []}'
    )
    assert read_edits(file) == (Edit(EditKind.MOVE, ("a",), "S1"), Edit(EditKind.SPLIT, ()))
    assert read_edits(None) == ()


@pytest.mark.parametrize("line", ["{", "[]", '{"edit": "drop", "pages": []}', '{"edit": "move"}'])
def test_what_is_no_edit_is_an_error_with_its_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "edits.jsonl"
    file.write_text(line)
    with pytest.raises(UsageError, match="line 1 of"):
        read_edits(file)
    with pytest.raises(UsageError, match="cannot read edits"):
        read_edits(tmp_path / "none")
