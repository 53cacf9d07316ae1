from __future__ import annotations

import pytest

from rashomon.text.agencies import find_agency, looks_like_agency


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("(AP)", "AP"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("DPA", "dpa"),
        ("ap", None),
        ("Trend", None),
        ("Marrow Gazette", None),
    ],
)
def test_agencies_by_name(name: str, agency: str | None) -> None:
    assert find_agency(name) == agency


def test_agencies_by_shape() -> None:
    assert looks_like_agency("Marrow Press Agency (MPA)")
    assert looks_like_agency("Skerry News Service")
    assert not looks_like_agency("city news agency")
