from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.truecase import Truecase

BODY = (
    "On Monday the port of Lesk said pilots had been warned. In Lesk, the mayor was told "
    "by Anna Rell."
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Port Warned Pilots Before Strike in Lesk", "Port warned pilots before strike in Lesk"),
        ("PORT WARNED PILOTS, MAYOR RELL TOLD", "Port warned pilots, mayor Rell told"),
        ("Port warned pilots in Lesk, mayor told", "Port warned pilots in Lesk, mayor told"),
        ("Pilots Sue LPA Over Warning", "Pilots sue LPA over warning"),
    ],
)
def test_only_names_keep_their_capitals(line: str, expected: str) -> None:
    assert Truecase(BODY).apply(line) == expected


@given(st.text(), st.text())
def test_places_stay(body: str, line: str) -> None:
    assert len(Truecase(body).apply(line)) == len(line)
