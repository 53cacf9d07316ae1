from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claim import Attitude, Mode, Response

Read = Callable[..., Any]


def spoken(found: Any) -> list[Any]:
    return [claim for claim in found.claims if claim.mode is not Mode.NARRATED]


@pytest.mark.parametrize(
    ("sentence", "holder", "content"),
    [
        ("The harbour board rejected that.", "The harbour board", "that"),
        ("The port authority rejected both statements.", "The port authority", "both statements"),
        ("The mayor dismissed the claim as nonsense.", "The mayor", "the claim"),
        ("Anna Berg called the charge “a slander on good people”.", "Anna Berg", "the charge"),
        ("Anna Berg branded the allegations “lies”.", "Anna Berg", "the allegations"),
        ("The firm threw out the claim.", "The firm", "the claim"),
        ("The charge was rejected by the firm.", "the firm", "The charge"),
    ],
)
def test_a_bare_rejection_denies_what_it_names(
    read: Read, sentence: str, holder: str, content: str
) -> None:
    found = read(sentence)
    (claim,) = spoken(found)
    assert (claim.attitude, claim.holder.name) == (Attitude.DENIES, holder)
    assert found.content(claim) == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour board rejected the offer.",
        "The harbour board rejected a plan for the pier drawn up by the mayor.",
        "The harbour board was offered a truce and rejected it.",
        "The board predicted that the suit against it would be dismissed.",
        "Smugglers shot it down over the harbour.",
        "The judge denied the pilot bail and denied a request for a new trial.",
    ],
)
def test_to_turn_down_an_offer_denies_nothing(read: Read, sentence: str) -> None:
    found = read(sentence)
    assert all(claim.attitude is not Attitude.DENIES for claim in found.claims)


@pytest.mark.parametrize(
    ("sentence", "holder", "content"),
    [
        (
            "Berg said the clerk had hidden the letter, a claim the clerk denies.",
            "clerk",
            "a claim",
        ),
        ("Berg says the clerk hid the letter, which the board disputes.", "board", "which"),
    ],
)
def test_a_denial_hangs_on_what_was_just_said(
    read: Read, sentence: str, holder: str, content: str
) -> None:
    found = read(sentence)
    denial = next(claim for claim in found.claims if claim.attitude is Attitude.DENIES)
    assert denial.holder.name.endswith(holder)
    assert found.content(denial) == [content]


@pytest.mark.parametrize("noun", ["claims", "accusation"])
def test_whose_claim_is_denied_makes_it_too(read: Read, noun: str) -> None:
    found = read(f"The harbour board disputed Anna Berg's {noun} that it had closed the pier.")
    told = {(claim.holder.name, claim.attitude) for claim in spoken(found)}
    assert told == {
        ("The harbour board", Attitude.DENIES),
        ("Anna Berg", Attitude.ASSERTS),
    }


def test_who_is_adamant_says_so(read: Read) -> None:
    found = read("Anna Berg was adamant that the pier had been closed.")
    (claim,) = spoken(found)
    assert claim.holder.name == "Anna Berg"
    assert found.content(claim) == ["that the pier had been closed"]
    assert not spoken(read("It is clear that the pier had been closed in May."))


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("The mayor said it was too early to say whether the pier would open.", "The mayor"),
        ("The police could not yet tell whether the pier would open.", "The police"),
        ("It was not clear whether the pier would open.", "The Harbour Bell"),
    ],
)
def test_an_open_question_is_doubted(read: Read, sentence: str, holder: str) -> None:
    found = read(sentence)
    (claim,) = found.claims
    assert (claim.attitude, claim.holder.name) == (Attitude.DOUBTS, holder)
    assert found.content(claim) == ["whether the pier would open"]


@pytest.mark.parametrize(
    ("sentence", "response", "via", "content"),
    [
        (
            "The firm did not reply to questions sent by the Oslo Times on Monday night.",
            Response.NO_REPLY,
            ["the Oslo Times"],
            "to questions",
        ),
        ("No answer came from the firm.", Response.NO_REPLY, [], "No answer"),
        ("Calls to the firm went unanswered.", Response.NO_REPLY, [], "Calls to the firm"),
        (
            "The firm would not be drawn on the cause of the leak.",
            Response.DECLINED,
            [],
            "the cause of the leak",
        ),
        (
            "The firm declined to answer questions from the Oslo Times about the leak.",
            Response.DECLINED,
            ["the Oslo Times"],
            "the leak",
        ),
        (
            "The firm declined to comment on Wednesday.",
            Response.DECLINED,
            [],
            "to comment on Wednesday",
        ),
    ],
)
def test_silence_has_its_holder_topic_and_asker(
    read: Read, sentence: str, response: Response, via: list[str], content: str
) -> None:
    found = read(sentence)
    (claim,) = spoken(found)
    assert (claim.response, claim.holder.name.lower()) == (response, "the firm")
    assert [link.name for link in claim.chain[:-1]] == via
    assert found.content(claim) == [content]


def test_an_order_that_is_told_is_no_assertion(read: Read) -> None:
    found = read("The ministry told the firm to keep the gates shut.")
    (claim,) = spoken(found)
    assert claim.attitude is Attitude.NONE
    assert found.content(claim) == ["the firm to keep the gates shut"]
