from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.written import find_written, parse_written
from rashomon.model.moment import is_moment


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Sun 12 May 2030 | 08:29 PM", "2030-05-12T20:29"),
        ("12 May, 2030", "2030-05-12"),
        ("Updated: 17-05-2030 00:59 IST", "2030-05-17T00:59"),
        ("May 12, 2030, 9:52 PM UTC", "2030-05-12T21:52Z"),
        ("12:30 GMT+1, 5 May 2030", "2030-05-05T12:30+01:00"),
        ("Sept. 3, 2030 at 1 p.m. ET", "2030-09-03T13:00"),
        ("2:04 PM ET, Tue Sep 3, 2030", "2030-09-03T14:04"),
        ("16. Januar 2030, 14:30 Uhr", "2030-01-16T14:30"),
        ("2030-05-12T10:20:30+0530", "2030-05-12T10:20+05:30"),
        ("2030年5月3日 10:20", "2030-05-03T10:20"),
        ("05-17-2030", "2030-05-17"),
        ("03.04.2030", "2030-04-03"),
        ("May\u00a012,\u00a02030".replace("\u00a0", " "), "2030-05-12"),
    ],
)
def test_date_lines(line: str, value: str) -> None:
    [written] = find_written(line)
    assert (written.value, written.other) == (value, None)


def test_a_day_that_may_be_a_month_has_two_readings() -> None:
    [written] = find_written("03/04/2030")
    assert (written.value, written.other) == ("2030-04-03", "2030-03-04")
    assert parse_written("03/04/2030") is None
    assert find_written("04/04/2030")[0].other is None


def test_two_dates_keep_their_own_times() -> None:
    line = "Published 2:04 PM ET, Tue Sep 3, 2030 Updated 5:18 PM ET, Tue Sep 3, 2030"
    assert [w.value[11:] for w in find_written(line)] == ["14:04", "17:18"]


def test_midnight_in_metadata_is_a_day() -> None:
    assert parse_written("2030-05-12T00:00:00Z") == "2030-05-12"
    assert parse_written("2030-05-12T10:20:30.000Z") == "2030-05-12T10:20Z"
    assert parse_written("yesterday") is None


@given(st.text(alphabet="0123456789-/.: apmMayZGT+,|", max_size=60))
def test_whatever_is_found_exists_and_lies_in_the_line(line: str) -> None:
    end = 0
    for written in find_written(line):
        assert end <= written.start < written.end <= len(line)
        assert is_moment(written.value)
        end = written.end
