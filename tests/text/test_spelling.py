from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.names import spelling


@pytest.mark.parametrize(
    ("left", "right"),
    [("Qasim", "Kassem"), ("Saeed", "Said"), ("Yusuf", "Youssef"), ("Ahmet", "ahmet")],
)
def test_transcriptions_of_one_name_score_high(left: str, right: str) -> None:
    assert spelling.spelling_score(left, right) >= 0.6


@pytest.mark.parametrize(("left", "right"), [("Kerry", "Perry"), ("Obama", "Osama"), ("Omar", "")])
def test_other_names_score_low(left: str, right: str) -> None:
    assert spelling.spelling_score(left, right) < 0.5


@given(st.text(max_size=12), st.text(max_size=12))
def test_the_score_is_symmetric_and_in_range(left: str, right: str) -> None:
    score = spelling.spelling_score(left, right)
    assert score == spelling.spelling_score(right, left)
    assert 0 <= score <= 1


def test_without_weights_plain_transcription_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_weights", dict)
    spelling._score.cache_clear()
    assert spelling.spelling_score("Qassem", "Kasim") == 1
    assert spelling.spelling_score("Qassem", "Hassan") == 0
    spelling._score.cache_clear()
