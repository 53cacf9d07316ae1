from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.normal import find_words, plain_form


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("authorisation", "Authorization"),
        ("defence", "defense"),
        ("labour", "labor"),
        ("centres", "centers"),
        ("travelled", "traveled"),
        ("programme", "program"),
        ("paediatric", "pediatric"),
        ("U.S.", "US"),
        ("Erdoğan", "Erdogan"),
        ("country’s", "country's"),
    ],
)
def test_one_word_has_one_form(left: str, right: str) -> None:
    assert plain_form(left) == plain_form(right)


@pytest.mark.parametrize(("left", "right"), [("our", "or"), ("four", "for"), ("5,200", "5.2")])
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert plain_form(left) != plain_form(right)


def test_marks_are_no_words_and_characters_are() -> None:
    assert find_words('-- the U.S.-led "5,200"!').forms == ("the", "us", "led", "5,200")
    assert find_words("渡船 ABC").forms == ("渡", "船", "abc")


@given(st.text(max_size=200), st.integers(0, 5))
def test_words_stand_where_they_say(text: str, most: int) -> None:
    words = find_words(text)
    assert all(
        plain_form(text[start:end]) == form
        for form, start, end in zip(words.forms, words.starts, words.ends, strict=True)
    )
    assert list(words.starts) == sorted(set(words.starts))
    assert find_words(text, most=most).forms == words.forms[:most]
