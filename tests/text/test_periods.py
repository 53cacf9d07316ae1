from __future__ import annotations

import pytest

from rashomon.text.dates.periods import find_period


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-01-03", "2020-01-03", "2020-01-03"),
        ("2020-01-03T20:29", "2020-01-03", "2020-01-03"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2020-W02", "2020-01-06", "2020-01-12"),
        ("2020-W02-WE", "2020-01-11", "2020-01-12"),
        ("2019-Q4", "2019-10-01", "2019-12-31"),
        ("2019-WI", "2019-12-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    period = find_period(value)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["P3W", "XXXX-WXX-3", "PRESENT_REF", "2020-02-30", "199", ""])
def test_no_days(value: str) -> None:
    assert find_period(value) is None


def test_gap_is_symmetric() -> None:
    left, right = find_period("2020-01-03"), find_period("2020-01-05")
    assert left is not None
    assert right is not None
    assert left.gap(right) == right.gap(left) == 2
