from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claim import Mode

Read = Callable[..., Any]


def test_a_quotation_goes_on_behind_its_speaker(read: Read) -> None:
    found = read("“The pier is safe,” Hansen said. “We checked every plank of it.”")
    (claim,) = found.claims
    assert found.content(claim) == ["“The pier is safe,”", "“We checked every plank of it.”"]
    assert claim.mode is Mode.DIRECT


def test_a_quotation_of_several_sentences_is_one(read: Read) -> None:
    found = read('"The pier is safe. We checked every plank of it," Hansen said.')
    assert found.content(found.claims[0]) == ['"The pier is safe. We checked every plank of it,"']


def test_a_paragraph_of_quotation_belongs_to_the_last_speaker(read: Read) -> None:
    found = read(
        "“The pier is safe,” the official said.", "“As soon as it is calm, we will sail again.”"
    )
    second = found.claims[1]
    assert second.holder.name == found.claims[0].holder.name
    assert (second.source, second.cue) == (None, None)


def test_words_in_marks_make_speech_mixed(read: Read) -> None:
    found = read("Hansen said the pier was “as safe as any” in the country.")
    assert found.claims[0].mode is Mode.MIXED


def test_a_term_in_marks_is_no_quotation(read: Read) -> None:
    found = read("Hansen said the pier was safe. The “old lady” opened in 1901.")
    assert not any("old lady" in " ".join(found.content(c)) for c in found.claims[:1])


def test_a_quotation_goes_on_with_who_spoke_not_with_who_told_of_it(read: Read) -> None:
    found = read(
        "“The pier is safe,” said Carl Lund on the quay, according to the Herald. “We checked"
        " every plank of it.”"
    )
    claim = next(c for c in found.claims if "“We checked every plank of it.”" in found.content(c))
    assert claim.holder.name == "Carl Lund"


def test_a_piece_behind_the_cue_is_the_speakers(read: Read) -> None:
    found = read(
        "“Water flows through the gap,” the suit says, undermining the pier and “draining the "
        "whole of the old harbour.”"
    )
    claim = found.one("Water flows")
    assert "“draining the whole of the old harbour.”" in found.content(claim)


@pytest.mark.parametrize(
    ("paragraphs", "holder"),
    [
        (("“The pier is safe enough for us,” summarized Lund.",), "Lund"),
        (("Anna Berg asked why.", "“The pier is not yours,” Morel shot back."), "Morel"),
        (("Anna Berg left.", "Or, as Ole Lund put it: “The pier is not yours.”"), "Ole Lund"),
        (("“The pier is safe enough for us,” Mayor Lund thundered.",), "Lund"),
        (("Anna Berg spoke.", "Ole Lund was angry. “The pier is not safe.”"), "Ole Lund"),
        (("Anna Berg wrote to the town.", "She added a line:", "“The pier is safe.”"), "Anna Berg"),
        (("Ole Lund was asked who owned it. He answered, “I own the pier.”",), "Ole Lund"),
        (("Ole Lund thanked her for “making the pier safe for all.”",), "Ole Lund"),
        (("Ole Lund blamed it on “a few drunken men of the board.”",), "Ole Lund"),
    ],
)
def test_a_quotation_without_a_cue_word_has_its_speaker(
    read: Read, paragraphs: tuple[str, ...], holder: str
) -> None:
    found = read(*paragraphs)
    claim = next(claim for claim in found.claims if claim.mode is Mode.DIRECT)
    assert claim.holder.name.endswith(holder)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lund was accused of “lying to the whole board”.",
        "Ole Lund sang “All the Boats of the Sea” to them.",
    ],
)
def test_words_in_marks_are_not_always_said(read: Read, sentence: str) -> None:
    found = read(sentence)
    assert all(claim.mode is not Mode.DIRECT for claim in found.claims)
