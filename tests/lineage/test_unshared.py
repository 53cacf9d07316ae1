"""What a pickup left out and what it added."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lineage import find_lineages, find_unshared
from rashomon.model.article import Article

Write = Callable[..., Article]
Text = tuple[str, ...]


def unshared(left: Article, right: Article) -> tuple[list[str], list[str]]:
    [pickup] = find_lineages([left, right]).pickups
    ones, others = find_unshared(pickup, left, right)
    return [s.slice(left.text) for s in ones], [s.slice(right.text) for s in others]


def test_what_is_left_out_and_what_is_added(write: Write, report: Text) -> None:
    own = "Our reader Ada Holm saw nobody."
    short = write("b", report[0], f"{report[1]} {own}", *report[3:])
    left_out, added = unshared(write("a", *report), short)
    assert left_out == [report[2].strip(".”\"'")]
    assert added == [own.strip(".")]


def test_equal_pages_have_nothing_alone(write: Write, report: Text) -> None:
    assert unshared(write("a", *report), write("b", *report)) == ([], [])


def test_a_small_edit_is_no_part_of_it(write: Write, report: Text) -> None:
    changed = report[4].replace("with free passage", "with quick free passage")
    assert unshared(write("a", *report), write("b", *report[:4], changed)) == ([], [])
