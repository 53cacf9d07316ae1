from __future__ import annotations

from rashomon.text.language import find_language

ENGLISH = "The river rose through the night and the mayor asked people to leave their homes."
GERMAN = "Der Fluss stieg in der Nacht weiter, und die Bürgermeisterin bat alle, zu gehen."


def test_languages() -> None:
    assert find_language(ENGLISH) == "en"
    assert find_language(GERMAN) == "de"


def test_too_little_text_has_none() -> None:
    assert find_language("River rises") is None
    assert find_language("12:30 " * 100) is None


def test_plain_english_and_what_is_between_two_languages() -> None:
    long = " ".join([ENGLISH, "It was the highest of the year, and they have not said why."] * 4)
    assert find_language(long) == "en"
    assert find_language(" ".join([GERMAN] * 12 + [ENGLISH])) == "de"
