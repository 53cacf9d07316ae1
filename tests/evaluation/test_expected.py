"""The rule for matching a run with what a reader listed."""

from __future__ import annotations

from typing import Any

from evaluation.expected import Score, score_comparisons, score_names, score_positions, show

TEXT = "The mill denied that the alarm was off. The alarm was off, the fire service said."
READ = {"a": {"id": "a", "text": TEXT}}
DENIAL = {"page": "a", "text": "denied that the alarm was off"}
LISTED: list[Any] = [
    {
        "positions": [
            {
                "position": "denies",
                "holder": "the mill",
                "aliases": ["Brandt Milling"],
                "evidence": [DENIAL],
            }
        ]
    }
]


def position(stand: str, holder: str, start: int, end: int) -> dict[str, Any]:
    evidence = {"page": "a", "start": start, "end": end, "text": TEXT[start:end]}
    return {"position": stand, "holder": {"name": holder}, "evidence": [evidence]}


def scored(*positions: dict[str, Any]) -> tuple[int, int, int | None, int | None]:
    found = score_positions({"points": [{"positions": list(positions)}]}, LISTED, READ)
    return found[:4]


def test_a_position_matches_by_stand_holder_and_overlapping_evidence() -> None:
    assert scored(position("denies", "Brandt Milling", 0, 20)) == (1, 1, 1, 1)
    assert scored(position("denies", "The Mill", 9, 40)) == (1, 1, 1, 1)


def test_it_does_not_match_otherwise() -> None:
    assert scored(position("affirms", "the mill", 0, 20))[0] == 0
    assert scored(position("denies", "the council", 0, 20))[0] == 0
    assert scored(position("denies", "the mill", 41, 60))[0] == 0


def test_only_points_that_are_listed_count_for_precision() -> None:
    other = {"points": [{"positions": [position("affirms", "somebody", 41, 60)]}]}
    assert score_positions(other, LISTED, READ)[:4] == (0, 1, 0, 0)


def test_nothing_said_is_no_error() -> None:
    assert score_names([], [["Ana", "Anna"]]).found == 0
    assert score_comparisons([], [], READ)[:2] == (0, 0)


def test_the_table_says_what_was_missed_on_request() -> None:
    parts = {"names": Score(1, 2, missed=("missed: Ana",))}
    assert "0.50" in show(parts)
    assert "missed: Ana" in show(parts)
    assert "missed" not in show(parts, with_missed=False)
