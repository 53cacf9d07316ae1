"""The gate: a score below its floor, or a table that lost its score, is told."""

from __future__ import annotations

import json
import re

import pytest

from evaluation.__main__ import (
    READINGS,
    SAMPLE,
    TABLES,
    Floor,
    check,
    main,
    raised,
    read_floors,
)
from evaluation.expected import score, show
from rashomon.model.dossier import Report
from rashomon.render import render_json

FLOORS = {"stories": [Floor("F", r"^rashomon +F ([\d.]+)", 0.8)]}


def test_every_table_has_floors_that_can_be_read() -> None:
    floors = read_floors()
    assert set(floors) == {*READINGS, *TABLES}
    for listed in floors.values():
        assert listed
        for floor in listed:
            assert re.compile(floor.pattern).groups == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("rashomon   F 0.80", []),
        ("rashomon   F 0.79", ["stories: F is 0.79, below its floor 0.8"]),
        ("peer   F 0.99", [r"stories: no F in the table, looked for '^rashomon +F ([\\d.]+)'"]),
    ],
)
def test_a_score_is_held_against_its_floor(text: str, wrong: list[str]) -> None:
    assert list(check("stories", text, FLOORS)) == wrong


def test_floors_only_rise() -> None:
    for text, floor in {"rashomon F 0.7": 0.8, "rashomon F 0.9": 0.9, "": 0.8}.items():
        assert raised(FLOORS, {"stories": text})["stories"][0]["floor"] == floor


def test_data_must_be_named() -> None:
    with pytest.raises(SystemExit):
        main([])


def test_the_sample_is_read_no_worse_than_before(sample_report: Report) -> None:
    run = json.loads(render_json(sample_report, full_text=True, comments=True))
    expected = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
    table = show(score(run, expected), with_missed=False)
    assert list(check("sample", table, read_floors())) == []
