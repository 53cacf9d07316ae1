import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.moment import before, day_of, is_moment

EXACT = [
    "2031",
    "2031-03",
    "2031-03-04",
    "2031-03-04T18:20",
    "2031-03-04T18:20:05",
    "2031-03-04T18:20Z",
    "2031-03-04T18:20+05:30",
]
days = st.dates().map(str)


@pytest.mark.parametrize("value", EXACT)
def test_as_exact_as_known(value: str) -> None:
    assert is_moment(value)


@pytest.mark.parametrize("value", ["", "31-03-04", "2031-13", "2031-02-30", "2031-03-04 18:20"])
def test_what_is_no_date(value: str) -> None:
    assert not is_moment(value)


def test_a_month_has_no_day() -> None:
    assert day_of("2031-03-04T18:20Z") == "2031-03-04"
    assert day_of("2031-03") is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2031-03-04", "2031-03-05", True),
        ("2031-03-05", "2031-03-04", False),
        ("2031-03-04", "2031-03-04", None),
        ("2031-03", "2031-03-05", None),
        ("2030", "2031-01-01", True),
        ("2031-03-04T18:20Z", "2031-03-04T18:20+01:00", False),
        # Fourteen hours of doubt where only one of the two has an offset.
        ("2031-03-04T18:20", "2031-03-05T01:00Z", None),
        ("2031-03-04T18:20", "2031-03-05T12:00Z", True),
        ("soon", "2031", None),
    ],
)
def test_before(left: str, right: str, expected: bool | None) -> None:
    assert before(left, right) is expected


@given(st.sampled_from(EXACT) | days, st.sampled_from(EXACT) | days)
def test_what_is_before_is_never_after(left: str, right: str) -> None:
    there, back = before(left, right), before(right, left)
    assert (there is None) == (back is None)
    assert not (there and back)
