from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.figures.figures import compare_figures
from rashomon.compare.figures.values import can_agree, same_value, show_value
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.reading import Figure
from rashomon.text.numbers import find_figures
from rashomon.text.parse import Parser
from tests.compare.dated_pages import read_pages


def compare(
    parser: Parser, accounts: dict[str, str] | None = None, **pages: tuple[str | None, str]
) -> tuple[Comparison, ...]:
    read = read_pages(parser, pages)
    return compare_figures(read.articles, read.readings, accounts or read.accounts)


def figure(text: str) -> Figure:
    (found,) = find_figures(text)
    return found


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("more than 5,000 cranes", "around 5,200 cranes", True),
        ("more than 5,000 cranes", "5,000 cranes", True),  # said of one round number
        ("more than 52 cranes", "52 cranes", False),
        ("more than 50% of cranes", "50% of cranes", False),
        ("11.3% of cranes", "11% of cranes", True),
        ("1,140 cranes", "1,100 cranes", True),
        ("52 cranes", "50 cranes", False),
        ("about 21,400 cranes", "over 23,000 cranes", False),
        ("about 38% of cranes", "38.2% of cranes", True),
        ("at least 12 cranes", "12 cranes", True),
        ("at least 12 cranes", "11 cranes", False),
        ("up to 40 cranes", "41 cranes", False),
        ("10 to 15 cranes", "12 cranes", True),
        ("around 100 cranes", "109 cranes", True),
        ("around 100 cranes", "140 cranes", False),
        ("dozens of cranes", "25 cranes", True),
        ("nearly 300 cranes", "295 cranes", True),
    ],
)
def test_which_bounds_admit_each_other(left: str, right: str, agree: bool) -> None:
    assert can_agree(figure(left), figure(right)) is agree
    assert can_agree(figure(right), figure(left)) is agree


_COUNTS = st.builds(
    lambda bound, number: figure(f"{bound}{number} cranes"),
    st.sampled_from(["", "more than ", "at least ", "up to ", "under ", "around ", "nearly "]),
    st.integers(min_value=2, max_value=60),
)


@given(_COUNTS, _COUNTS)
def test_agreeing_is_symmetric_and_takes_in_equals(left: Figure, right: Figure) -> None:
    assert can_agree(left, right) == can_agree(right, left)
    assert same_value(left, right) == same_value(right, left)
    assert can_agree(left, left)
    assert show_value(left) == show_value(left)


def test_bounds_that_admit_each_other_are_compatible(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=(
            "2021-05-03",
            "Lawmakers voted to send home more than 900 Danish sailors on the island.",
        ),
        b=("2021-05-04", "The island is home to around 940 Danish sailors."),
        c=(None, "Denmark may keep the 940 Danish seamen and sailors on the island, he said."),
    )
    assert found.relation is Relation.COMPATIBLE
    assert {value.page for value in found.values} >= {"a", "b"}
    assert found.values[0].text == "more than 900 Danish sailors"


def test_a_rising_toll_is_superseded(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=("2021-05-03", "At least three people died when the ferry sank off Lund, police said."),
        b=("2021-05-03", "The ferry sank off Lund and three people died, the mayor said."),
        c=("2021-05-05", "Seven people died when the ferry sank off Lund, police said."),
    )
    assert found.relation is Relation.SUPERSEDED
    assert [value.value for value in found.values] == [3, 3, 7]


def test_two_numbers_for_one_day_are_a_conflict(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=("2021-05-03", "Three people died when the ferry sank off Lund, police said."),
        b=("2021-05-03", "Five people died when the ferry sank off Lund, police said."),
    )
    assert found.relation is Relation.CONFLICT
    assert found.reason == "3 excludes 5"


def test_the_dead_and_the_injured_are_not_thrown_together(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "The blast in Lund killed 12 people and injured 40 others."),
        b=("2021-05-03", "The blast in Lund injured 40 people and left 12 dead."),
    )
    assert all(c.relation is Relation.SAME for c in found)
    assert all(len({value.value for value in c.values}) == 1 for c in found)


def test_another_year_is_another_event(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "The fire in the Lund market killed nine people."),
        b=("2021-05-03", "A fire in the Lund market killed 30 people in June 2009."),
    )
    assert found == ()


def test_copies_of_one_text_are_no_comparison(parser: Parser) -> None:
    body = "The fire in the Lund market killed nine people."
    pages: dict[str, tuple[str | None, str]] = {"a": ("2021-05-03", body), "b": (None, body)}
    assert compare(parser, {"a": "L", "b": "L"}, **pages) == ()
    assert len(compare(parser, **pages)) == 1


def test_about_reaches_as_far_as_the_number_is_round(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=("2021-05-03", "The dairy has 1,140 shops and about 21,400 staff."),
        b=("2021-05-03", "The dairy has over 23,000 employees and 1,140 shops."),
    )[:1]
    assert found.relation is Relation.CONFLICT
    assert found.reason == "about 21,400 excludes more than 23,000"


def test_a_part_does_not_dispute_the_whole(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "The gale in Lund injured 40 sailors, among them eight stewards."),
        b=("2021-05-03", "In Lund two other stewards were injured in the gale."),
        c=("2021-05-03", "In Lund two women and three men were injured in the gale."),
        d=("2021-05-03", "In Lund four of the stewards were injured in the gale."),
    )
    assert not [c for c in found if c.relation is Relation.CONFLICT]


def test_few_of_a_kind_are_not_the_same_few(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "Eight jurors were from the island, the clerk said."),
        b=("2021-05-03", "The captain owes his ship to three jurors, the clerk said."),
    )
    assert found == ()


def test_sources_of_one_page_dispute_a_toll(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=("2021-05-03", "The ministry said four people were dead. The union said nine had died."),
    )
    assert found.relation is Relation.CONFLICT
    assert {value.value for value in found.values} == {4, 9}


def test_a_number_without_its_noun_counts_what_was_counted_before(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=(
            "2021-05-03",
            "The guild said 2,000 bakers marched in Lund. Police put it at about 600.",
        ),
    )
    assert found.relation is Relation.CONFLICT
    assert [value.text for value in found.values] == ["2,000 bakers", "put it at about 600"]


def test_a_story_has_one_toll(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=("2021-05-03", "Four dead as the ferry sinks"),
        b=("2021-05-04", "The ferry went down off Lund and the number of dead hit seven."),
        c=("2021-05-05", "Nine people have lost their lives, the coastguard said."),
    )
    assert found.relation is Relation.SUPERSEDED
    assert [value.value for value in found.values] == [4, 7, 9]


def test_a_page_that_tells_of_several_events_disputes_no_toll(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "A shell killed five people. In the north, 30 people were killed."),
        b=("2021-05-03", "At the market 12 people were killed."),
    )
    assert found == ()


def test_what_a_page_tells_as_said_before_is_superseded(parser: Parser) -> None:
    (found,) = compare(
        parser,
        a=(
            None,
            "Nine people were dead, the harbour said. The guild had earlier spoken of four dead.",
        ),
        b=(None, "The harbour said nine people were dead."),
    )
    assert found.relation is Relation.SUPERSEDED
    assert found.reason == "4 was said before, a page says"


def test_what_two_people_did_is_not_one_thing(parser: Parser) -> None:
    found = compare(
        parser,
        a=("2021-05-03", "Anna Berg finished the race with 25 points and three friends."),
        b=("2021-05-03", "Per Holm finished the race with 22 points and three friends."),
    )
    assert not [c for c in found if c.relation is Relation.CONFLICT]
