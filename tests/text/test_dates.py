from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.reading import Anchor, Date, DateType
from rashomon.text.dates import find_dates, find_moments

THURSDAY = "2022-03-10T21:15"


def read(text: str, published: str | None = THURSDAY) -> list[tuple[str, str]]:
    return [(d.slice(text), d.value) for d in find_dates(text, published)]


def only(text: str, published: str | None = THURSDAY) -> Date:
    (date,) = find_dates(text, published)
    return date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16 January 2020", "2020-01-16"),
        ("Thursday, Jan. 16, 2020", "2020-01-16"),
        ("the 3rd of May 2019", "2019-05-03"),
        ("2020-01-16", "2020-01-16"),
        ("17/01/2020", "2020-01-17"),
        ("January 2020", "2020-01"),
        ("late December 2019", "2019-12"),
        ("2014", "2014"),
        ("the 1990s", "199"),
        ("the 19th century", "18"),
        ("summer 2019", "2019-SU"),
        ("the third quarter of 1984", "1984-Q3"),
        ("three weeks", "P3W"),
        ("several years", "PXY"),
        ("five hours", "PT5H"),
        ("every Monday", "XXXX-WXX-1"),
        ("daily", "P1D"),
    ],
)
def test_dates_that_need_no_other(text: str, value: str) -> None:
    date = only(text, None)
    assert date.value == value
    assert date.anchor is None
    assert date.slice(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said Thursday that it was so", "2022-03-10"),
        ("The minister said on Friday that it was so", "2022-03-04"),
        ("The council will meet on Friday", "2022-03-11"),
        ("The hearing is set to resume Monday", "2022-03-14"),
        ("last Friday", "2022-03-04"),
        ("next Friday", "2022-03-11"),
        ("yesterday", "2022-03-09"),
        ("They met on March 14", "2022-03-14"),
        ("It broke on December 28", "2021-12-28"),
        ("They left in December", "2021-12"),
        ("last month", "2022-02"),
        ("earlier this year", "2022"),
        ("next week", "2022-W11"),
        ("10 days ago", "2022-02-28"),
        ("two years ago", "2020"),
        ("Wednesday night", "2022-03-09TNI"),
        ("at 9 a.m. Tuesday", "2022-03-08T09:00"),
    ],
)
def test_dates_by_the_day_of_the_page(text: str, value: str) -> None:
    date = only(text)
    assert date.value == value
    assert date.anchor is Anchor.PUBLISHED


@pytest.mark.parametrize(
    ("text", "value"),
    [("on Wednesday", "XXXX-WXX-3"), ("January 5", "XXXX-01-05"), ("in May", "XXXX-05")],
)
def test_without_a_day_nothing_is_guessed(text: str, value: str) -> None:
    date = only(text, None)
    assert date.value == value
    assert date.anchor is None


def test_later_goes_by_the_last_day_that_the_text_names() -> None:
    text = "He fell on 3 May 2019. Two days later he was home. The next day he left."
    dates = find_dates(text, THURSDAY)
    assert [d.value for d in dates] == ["2019-05-03", "2019-05-05", "2019-05-06"]
    assert [d.anchor for d in dates] == [None, Anchor.TEXT, Anchor.TEXT]


def test_two_days_after_something_is_a_length_of_time() -> None:
    (_, length) = find_dates("on 5 May 2019, two days after the storm", None)
    assert (length.type, length.value) == (DateType.DURATION, "P2D")


def test_a_leap_day_and_a_day_that_does_not_exist() -> None:
    assert read("on February 29", "2021-03-01") == [("February 29", "2020-02-29")]
    assert read("30/30/2021") == []


def test_names_of_papers_and_programmes_are_no_days() -> None:
    assert read('He told USA Today and ABC\'s "This Week" so.') == []


def test_a_money_rate_is_no_length_of_time() -> None:
    assert read("It costs $5 a week.") == []


def test_moments_leave_lengths_of_time_to_figures() -> None:
    text = "On 3 May, after three weeks, at 8:29 pm"
    assert [span.slice(text) for span in find_moments(text)] == ["3 May", "8:29 pm"]


_WORDS = [
    "Monday", "on", "January", "5", "2020", "last", "week", "two", "days", "ago", "later", "after",
    "said", "will", "the", "next", "quarter", "every", "a", "year", "9 a.m.", "10:45", "night",
    "early", "late", "-", ",", ".", "\n", "May", "31", "of", "century", "17/01/2020", "weekend",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_WORDS), max_size=14),
    st.sampled_from([None, THURSDAY, "2020-02-29", "2020", "0001-01-01", "9999-12-31"]),
)
def test_spans_lie_in_the_text_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    end = 0
    for date in find_dates(text, published):
        assert end <= date.start < date.end <= len(text)
        end = date.end


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(date.slice(text) for date in find_dates(text, THURSDAY))


def test_cost_is_linear_in_hostile_text() -> None:
    for unit in ("5 ", "on ", "the ", "May ", "last ", "two days ", "early ", "1-", "Mon ", " "):
        started = time.process_time()
        find_dates(unit * 1500, THURSDAY)
        assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("text", "spoken", "value"),
    [
        ("It fell at roughly twenty to four.", "twenty to four", "XXXX-XX-XXT03:40"),
        ("at eight minutes to four, he said", "eight minutes to four", "XXXX-XX-XXT03:52"),
        ("She rang at a quarter past three.", "a quarter past three", "XXXX-XX-XXT03:15"),
        ("shortly before four o'clock", "four o'clock", "XXXX-XX-XXT04:00"),
        ("a quarter to six in the evening", "a quarter to six in the evening", "XXXX-XX-XXT17:45"),
        ("the failure at about 03.40", "03.40", "XXXX-XX-XXT03:40"),
        ("rang at 3.52, 20 minutes before", "3.52", "XXXX-XX-XXT03:52"),
        ("at 9:30 on Monday night", "9:30 on Monday night", "2022-03-07T21:30"),
    ],
)
def test_times_in_words_and_with_a_point(text: str, spoken: str, value: str) -> None:
    assert (spoken, value) in read(text)


@pytest.mark.parametrize(
    "text",
    ["The euro was at 1.35, up", "voted five to four", "from ten to twelve", "at 0.25 percent"],
)
def test_numbers_that_are_no_times(text: str) -> None:
    assert find_dates(text) == ()


def test_five_minutes_after_six_people_is_a_length() -> None:
    assert read("five minutes after six people died") == [("five minutes", "PT5M")]
