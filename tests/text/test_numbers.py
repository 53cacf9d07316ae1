from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.model.reading import Change, Figure
from rashomon.text.numbers import find_figures
from rashomon.text.word_sets import word_set


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "value_to", "unit"),
    [
        ("twenty-five boats", 25, None, "boat"),
        ("a hundred and two boats", 102, None, "boat"),
        ("two and a half million ducks", 2_500_000, None, "duck"),
        ("half a million ducks", 500_000, None, "duck"),
        ("dozens of ducks", 12, 120, "duck"),
        ("hundreds of thousands of ducks", 100_000, 1_000_000, "duck"),
        ("several thousand ducks", 2_000, 10_000, "duck"),
        ("a few hundred thousand ducks", 200_000, 1_000_000, "duck"),
        ("a couple of hundred ducks", 200, None, "duck"),
        ("1,234,567 ducks", 1_234_567, None, "duck"),
        ("12,34,567 ducks", 1_234_567, None, "duck"),
        ("5.5m ducks", 5_500_000, None, "duck"),
        ("$16.4 million", 16_400_000, None, "dollar"),
        ("a $2.4-billion deal", 2.4e9, None, "dollar"),
        ("US$5bn", 5e9, None, "dollar"),
        ("Rs 500 crore", 5e9, None, "rupee"),
        ("€2.50", 2.5, None, "euro"),
        ("420 million Swiss francs", 420_000_000, None, "swiss franc"),
        ("$5-10bn", 5e9, 10e9, "dollar"),
        ("10 to 15 ducks", 10, 15, "duck"),
        ("between 10 and 15 ducks", 10, 15, "duck"),
        ("3.5 per cent", 3.5, None, "percentage"),
        ("470 pence a share", 470, None, "penny per share"),
        ("500,000 barrels a day", 500_000, None, "barrel per day"),
        ("a 45-year-old baker", 45, None, "year of age"),
        ("aged 45", 45, None, "year of age"),
        ("The baker died on the island at 45", 45, None, None),
        ("The baker dies at 45", 45, None, "year of age"),
        ("The baker died Thursday at 45.", 45, None, "year of age"),
        ("They died at 45 bridges", 45, None, "bridge"),
        ("a 200-square-foot oven", 200, None, "square foot"),
        ("The toll climbed past 500", 500, None, None),
        ("45 Israelis", 45, None, "Israelis"),
        ("-5 degrees Celsius", -5, None, "celsius"),
        ("a six-mile walk", 6, None, "mile"),
        ("80km/h", 80, None, "kilometre per hour"),
        ("three thousand tests per day", 3000, None, "test per day"),
        ("two-thirds of the town", 2 / 3, None, None),
    ],
)
def test_reads_numbers_with_their_units(
    text: str, value: float, value_to: float | None, unit: str | None
) -> None:
    figure = only(text)
    assert figure.value == pytest.approx(value)
    assert figure.value_to == value_to
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "change", "low", "low_open", "high", "high_open"),
    [
        ("more than 5,000 ducks", Change.MORE, 5000, True, None, False),
        ("at least 12 ducks", Change.MORE, 12, False, None, False),
        ("fewer than 30 ducks", Change.LESS, None, False, 30, True),
        ("up to 400 ducks", Change.LESS, None, False, 400, False),
        ("around 5,200 ducks", Change.ABOUT, None, False, None, False),
        ("nearly 300 ducks", Change.ABOUT, None, False, 300, True),
        ("5,000-odd ducks", Change.ABOUT, None, False, None, False),
        ("65 or older", Change.MORE, 65, False, None, False),
        ("40 ducks", Change.EXACT, 40, False, 40, False),
        ("10 to 15 ducks", Change.EXACT, 10, False, 15, False),
        ("it rose by more than 5%", Change.UP, 5, True, None, False),
        ("it fell 3 percent", Change.DOWN, 3, False, 3, False),
        ("a 3 percent drop", Change.DOWN, 3, False, 3, False),
        ("it rose to 5%", Change.EXACT, 5, False, 5, False),
        ("gave up 517 yards", Change.EXACT, 517, False, 517, False),
    ],
)
def test_bounds_and_moves(
    text: str,
    change: Change,
    low: float | None,
    low_open: bool,
    high: float | None,
    high_open: bool,
) -> None:
    figure = only(text)
    assert figure.change is change
    assert (figure.low, figure.low_open) == (low, low_open)
    assert (figure.high, figure.high_open) == (high, high_open)


def test_a_figure_runs_from_its_bound_to_what_it_counts() -> None:
    text = "They saw more than 5,000 wild geese over the marsh, two of them lame."
    figures = find_figures(text)
    assert [f.slice(text) for f in figures] == ["more than 5,000 wild geese", "two"]
    assert figures[0].of == "wild geese"
    assert figures[0].unit_text == "wild geese"


def test_what_became_of_those_counted() -> None:
    text = "At least 12 dead and 40 injured as ferry sinks"
    assert [(f.value, f.of) for f in find_figures(text)] == [(12, "dead"), (40, "injured")]


def test_a_converted_figure_takes_the_bound() -> None:
    text = "more than 7 miles (11 km)"
    assert [f.change for f in find_figures(text)] == [Change.MORE, Change.MORE]


@pytest.mark.parametrize(
    "text",
    [
        "on 16 January 2020",
        "in 1998 and the 1990s",
        "at 8:29 pm",
        "the 21st time",
        "Boeing 737 and Covid-19",
        "They won 2-1.",
        "call +44 20 7946 0018",
        "Article 5 of the treaty",
        "the 9/11 report",
        "1. The first point",
        "No one, not even this one",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


def test_rise_from_one_amount_to_another_is_two_figures() -> None:
    assert [f.value for f in find_figures("Fares rose from 5 euros to 7 euros.")] == [5, 7]


_WORDS = [
    *sorted(word_set("counted.stop"))[:40], "5", "5,000", "$", "%", "million", "twenty", "-", "to",
    "more", "than", "people", "killed", "January", "2020", "aged", "half", "dozens", "of", "(",
    ")", ".", "\n", "½", "1/2", "US$", "³",
]  # fmt: skip


@example(["1/2", "US$", "2020"], "")
@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from(["", " "]))
def test_spans_lie_in_the_text_in_order(words: list[str], joint: str) -> None:
    text = joint.join(words)
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        end = figure.end


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(figure.slice(text) for figure in find_figures(text))


def test_cost_is_linear_in_hostile_text() -> None:
    for unit in ("5 ", "-5-", "1,", "half a ", "more than ", "twenty-", "$", "and ", "5 to "):
        started = time.process_time()
        find_figures(unit * 1000)
        assert time.process_time() - started < 1
