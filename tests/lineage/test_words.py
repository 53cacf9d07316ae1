from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lineage.words import Spelled, spell


def words_of(text: str, most: int = 1_000) -> list[str]:
    words = spell(text, most)
    return [
        text[start:end]
        for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-- the “ferry”, it's 5,200!", ["the", "ferry", "it's", "5,200"]),
        ("1.5 million, 2.", ["1.5", "million", "2"]),
        ("the crews’ boats; ‘lost’", ["the", "crews", "boats", "lost"]),
        ("渡船 ABC𠀀沈", ["渡", "船", "ABC", "𠀀", "沈"]),
        ("a 🚢 b\ud800c", ["a", "b", "c"]),
        ("", []),
        ("...", []),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("FERRY", "ferry"), ("Erdoğan", "erdogan"), ("it’s", "it's"), ("ЁЛКА", "елка")],
)
def test_case_and_accents_make_no_other_word(one: str, other: str) -> None:
    assert spell(one, 9).hashes.tolist() == spell(other, 9).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"), [("ferry", "ferries"), ("ab", "ba"), ("5,200", "5200"), ("1", "1 1")]
)
def test_other_words_have_other_hashes(one: str, other: str) -> None:
    assert spell(one, 9).hashes.tolist() != spell(other, 9).hashes.tolist()


def test_sorts_of_words() -> None:
    words = spell("Kesta said 5 dead 船", 9)
    assert words.named.tolist() == [True, False, True, False, False]
    assert words.characters.tolist() == [False, False, False, False, True]
    assert words.sizes.tolist() == [5, 4, 1, 4, 1]


@given(st.text(max_size=300), st.integers(0, 8))
def test_words_stand_in_order_and_keep_their_hashes(text: str, most: int) -> None:
    words = spell(text, 1_000)
    places = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    edges = [edge for place in places for edge in place]
    assert all(one <= other for one, other in pairwise(edges))
    assert len(edges) == 2 * len(words.hashes)
    assert _equal(spell(text, most), words, most)
    assert _equal(spell(f"{text} end", 1_000), words, len(words.hashes))


def _equal(some: Spelled, all_: Spelled, count: int) -> bool:
    return np.array_equal(some.hashes[:count], all_.hashes[:count])
