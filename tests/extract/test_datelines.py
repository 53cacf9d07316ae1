from __future__ import annotations

import pytest

from rashomon.extract.fields.datelines import find_opening


@pytest.mark.parametrize(
    ("text", "place", "day", "agency", "rest"),
    [
        ("KINGSPORT (AP) — The river", "KINGSPORT", None, "AP", "The river"),
        ("CAIRO, May 12 (Reuters) - It", "CAIRO", "05-12", "Reuters", "It"),
        ("New Delhi [India], May 2 (ANI): It", "New Delhi", "05-02", "ANI", "It"),
        ("PARIS — They", "PARIS", None, None, "They"),
        ("GLENDALE, Calif. — The", "GLENDALE, Calif.", None, None, "The"),
        ("(Reuters) - It", None, None, "Reuters", "It"),
        ("BEIJING, May 12, 2030 (Xinhua) -- It", "BEIJING", "2030-05-12", "Xinhua", "It"),
    ],
)
def test_openings(
    text: str, place: str | None, day: str | None, agency: str | None, rest: str
) -> None:
    opening = find_opening(text)
    assert opening
    assert (text[slice(*opening.place)] if opening.place else None) == place
    assert opening.day == day
    assert (text[slice(*opening.agency)] if opening.agency else None) == agency
    assert text[opening.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's office - which is new - said so.",
        "WATCH — the river rises",
        "BREAKING: It rises",
        "In May the council (EU) said - no.",
        "SMITH: I never said so.",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert find_opening(text) is None
