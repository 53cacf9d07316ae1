"""Whatever fuzzing has found once is found out again should it come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.laws import TARGETS

FOUND = sorted(Path(__file__).parent.joinpath("found").glob("*-*"))


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_is_mended(file: Path) -> None:
    TARGETS[file.name.partition("-")[0]](file.read_bytes())


@pytest.mark.parametrize("target", sorted(TARGETS))
@given(raw=st.binary(max_size=2000))
def test_any_bytes(target: str, raw: bytes) -> None:
    TARGETS[target](raw)
