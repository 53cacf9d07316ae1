from __future__ import annotations

import pytest

from rashomon.extract.fields.names import (
    has_given_name,
    is_person,
    looks_like_outlet,
    normal_case,
    without_titles,
)


@pytest.mark.parametrize(
    "name",
    ["Lena Voss", "ULLA BRANDT", "Omar al-Farsi", "Ludwig van der Berg", "R.C. Okafor", "J. Ortiz"],
)
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["Marrow Gazette", "Staff Writer", "Top Stories", "Save Now", "Lena", "Voss at large", "A 1"],
)
def test_not_people(name: str) -> None:
    assert not is_person(name)


def test_after_by_a_surname_may_be_a_word() -> None:
    assert is_person("Jada West", signed=True)
    assert not is_person("Jada West")


def test_outlets() -> None:
    assert looks_like_outlet("The Marrow Gazette of News")
    assert looks_like_outlet("Harbour TV")
    assert not looks_like_outlet("Lena Voss")


@pytest.mark.parametrize(
    ("shown", "normal"),
    [
        ("LENA VOSS", "Lena Voss"),
        ("JEAN-PAUL O'NEILL", "Jean-Paul O'Neill"),
        ("ANNA MCKAY JR.", "Anna McKay Jr."),
        ("LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("Omar al-Farsi", "Omar al-Farsi"),
    ],
)
def test_capitals_become_normal(shown: str, normal: str) -> None:
    assert normal_case(shown) == normal


def test_a_common_given_name() -> None:
    assert has_given_name("Helena Voss")
    assert has_given_name("Anna-Lena von Voss")
    assert not has_given_name("Kingsport Harbour")
    assert not has_given_name("Helena")
    assert not has_given_name("Helena Voss Wiki")


def test_degrees_are_no_part_of_a_name() -> None:
    assert without_titles("Prof. Dr. med. Lena Voss") == "Lena Voss"
    assert without_titles("Medea Voss") == "Medea Voss"
