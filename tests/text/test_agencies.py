from __future__ import annotations

import pytest

from rashomon.text.agencies import find_agency, is_short_for, looks_like_agency


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("(AP)", "AP"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("DPA", "dpa"),
        ("ap", None),
        ("MNA", "MNA"),
        ("Mehr News Agency", "Mehr"),
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


def test_letters_are_short_for_a_name() -> None:
    assert is_short_for("NP", "The Northern Press")
    assert is_short_for("PTI", "Press Trust of India")
    assert not is_short_for("N", "Northern")
