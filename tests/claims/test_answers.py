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


@pytest.mark.parametrize(
    ("sentence", "holder", "response", "content"),
    [
        (
            "Neither the board nor the clerk would comment on the sale.",
            "board",
            Response.DECLINED,
            "the sale",
        ),
        (
            "Prosecutors would give no details of the raid.",
            "Prosecutors",
            Response.DECLINED,
            "raid",
        ),
        ("Prosecutors would not specify the sum.", "Prosecutors", Response.DECLINED, "the sum"),
        ("The firm is not commenting on the sale.", "firm", Response.DECLINED, "the sale"),
        ("The mayor remained mum on the sale.", "mayor", Response.DECLINED, "the sale"),
        ("Anna Berg sidestepped questions about the sale.", "Anna Berg", Response.DECLINED, "sale"),
        ("The firm is saying nothing about the sale.", "firm", Response.DECLINED, "the sale"),
        ("The ministry has yet to comment on the sale.", "ministry", Response.DECLINED, "the sale"),
        (
            "The clerk said she could not confirm or deny that a boat sank.",
            "clerk",
            Response.DECLINED,
            "a boat sank",
        ),
        (
            "Anna Berg said she did not know who owned the boat.",
            "Anna Berg",
            Response.NO_INFORMATION,
            "who owned the boat",
        ),
        (
            "Police could not say how many boats sank.",
            "Police",
            Response.NO_INFORMATION,
            "how many boats sank",
        ),
        (
            "The harbour chief said he was not aware of any leak.",
            "harbour chief",
            Response.NO_INFORMATION,
            "any leak",
        ),
        (
            "A message left on Berg's cell phone was not returned.",
            "Berg",
            Response.NO_REPLY,
            "message",
        ),
    ],
)
def test_an_answer_not_given_has_many_wordings(
    read: Read, sentence: str, holder: str, response: Response, content: str
) -> None:
    found = read(sentence)
    claim = next(claim for claim in found.claims if claim.response is not None)
    assert claim.response is response
    assert holder in claim.holder.name
    assert "either" not in claim.holder.name
    assert content in " ".join(found.content(claim))


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain, who declined to give his name, left the harbour.",
        "The clerk stayed silent during the hymn on Sunday.",
        "The witness said she did not know the men.",
        "The swimmers did not know who owned the boat.",
        "The harbour chief refused to give food to the crew.",
        "The harbour chief refused to release the crew.",
        "The harbour chief did not elaborate.",
        "The harbour chief declined her offer of a boat.",
        "The board will not be able to confirm the count until the audit is done.",
    ],
)
def test_what_only_looks_like_an_answer_not_given(read: Read, sentence: str) -> None:
    found = read(sentence)
    assert all(claim.response is None for claim in found.claims)


DECLINED, NO_REPLY = Response.DECLINED, Response.NO_REPLY
NO_INFORMATION, COULD_NOT_VERIFY = Response.NO_INFORMATION, Response.COULD_NOT_VERIFY


@pytest.mark.parametrize(
    ("sentence", "holder", "response"),
    [
        ("Berg declined to be interviewed.", "Berg", DECLINED),
        ("Berg turned down requests for an interview.", "Berg", DECLINED),
        ("A request to interview Lund was declined by a clerk.", "a clerk", DECLINED),
        ("Berg chose not to comment on the sale.", "Berg", DECLINED),
        ("The firm was unwilling to comment.", "firm", DECLINED),
        ("Berg said he was not prepared to discuss the sale.", "Berg", DECLINED),
        ("The army neither confirmed nor denied the raid.", "army", DECLINED),
        ("Nobody at the ministry would comment.", "ministry", DECLINED),
        ("No officials would comment on the report.", "officials", DECLINED),
        ("The bank said it does not discuss client matters.", "bank", DECLINED),
        ("The airline said it could not comment on a pending case.", "airline", DECLINED),
        ("A clerk said it would be inappropriate to comment.", "clerk", DECLINED),
        ("A clerk said there would be no comment.", "clerk", DECLINED),
        ("The mayor refused to be drawn on the date.", "mayor", DECLINED),
        ("The mayor brushed aside questions about the sale.", "mayor", DECLINED),
        ("The police would not go into details.", "police", DECLINED),
        ("Both sides were tightlipped about the meeting.", "Both sides", DECLINED),
        ("Attempts to reach Lund were unsuccessful.", "Lund", NO_REPLY),
        ("AFP was unable to reach Lund for comment.", "Lund", NO_REPLY),
        ("No one at the firm was available for comment.", "firm", NO_REPLY),
        ("No one answered the phone at the embassy.", "embassy", NO_REPLY),
        ("A request for comment sent to the firm was not answered.", "firm", NO_REPLY),
        ("The Bell asked the firm for comment but received no response.", "firm", NO_REPLY),
        ("The firm ignored requests for comment.", "firm", NO_REPLY),
        ("The firm has not responded to the allegations.", "firm", NO_REPLY),
        ("Officials could not say whether the ship was insured.", "Officials", NO_INFORMATION),
        ("The coroner was unable to say when the men had died.", "coroner", NO_INFORMATION),
        ("Police did not know whether anybody was on board.", "Police", NO_INFORMATION),
        ("A clerk said a boat sank, but he did not know why.", "clerk", NO_INFORMATION),
        ("The police said they had no idea who took the boat.", "police", NO_INFORMATION),
        ("The police did not have details of the crash.", "police", NO_INFORMATION),
    ],
)
def test_somebody_does_not_answer(
    read: Read, sentence: str, holder: str, response: Response
) -> None:
    found = read(sentence)
    (claim,) = [claim for claim in found.claims if claim.response is not None]
    assert claim.response is response
    assert holder in claim.holder.name


@pytest.mark.parametrize(
    "sentence",
    [
        "The claims could not be independently verified.",
        "The claim has not been verified.",
        "It was not possible to verify the claim.",
        "There was no way to verify the claim independently.",
        "There was no independent confirmation of the claim.",
        "AFP could not immediately confirm the toll.",
        "The claims could not be independently verified, and the army denied them.",
    ],
)
def test_an_outlet_could_not_check(read: Read, sentence: str) -> None:
    found = read(sentence)
    (response,) = [claim.response for claim in found.claims if claim.response is not None]
    assert response is COULD_NOT_VERIFY


@pytest.mark.parametrize(
    ("quotation", "response"),
    [
        ("We won't comment on the sale.", DECLINED),
        ("No comment.", DECLINED),
        ("I have nothing to add.", DECLINED),
        ("We do not discuss the sale.", DECLINED),
        ("I'm not going to get into that.", DECLINED),
        ("I can't talk about the sale.", DECLINED),
        ("I'd rather not say.", DECLINED),
        ("We have no information about the sale.", NO_INFORMATION),
    ],
)
def test_a_quotation_can_be_the_refusal(read: Read, quotation: str, response: Response) -> None:
    found = read(f"Anna Berg left on Monday. “{quotation[:-1]},” Berg told reporters.")
    (claim,) = spoken(found)
    assert (claim.response, claim.attitude) == (response, Attitude.NONE)
    assert claim.holder.name == "Anna Berg"


def test_who_refuses_and_says_more_makes_two_claims(read: Read) -> None:
    found = read("“While we won't comment on the sale, the pier is safe,” Anna Berg said.")
    refusal = next(claim for claim in found.claims if claim.response is not None)
    said = next(claim for claim in found.claims if claim.id == refusal.within)
    assert (refusal.holder.name, said.holder.name) == ("Anna Berg", "Anna Berg")
    assert said.attitude is Attitude.ASSERTS
    assert found.content(refusal) == ["the sale"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Firefighters did not respond in time to save the house.",
        "The patient did not respond to the drug.",
        "The army did not respond to the attack.",
        "The crew did not answer the radio call.",
        "A deal could not be reached.",
        "The village could not be reached by road.",
        "The voters could not verify their address.",
        "DNA tests have not confirmed the name.",
        "The Senate refused to confirm the judge.",
        "The rebels refused to talk to the government.",
        "The union refused to discuss a pay cut with the firm.",
        "The senator refused to say the pledge.",
        "The official, who declined to speak on the record, was there.",
        "Many people said they did not know who the mayor was.",
        "The climbers failed to return after their attempt on the summit.",
        "“He won't talk about his record,” Berg said.",
        "“We won't say that it is easy,” Berg said.",
        "“You have not answered my question,” Berg said.",
        "“Absolutely not,” Berg responded, adding that the pier was safe.",
    ],
)
def test_what_only_sounds_like_no_answer(read: Read, sentence: str) -> None:
    found = read(sentence)
    assert all(claim.response is None for claim in found.claims)


def test_a_question_that_nobody_could_answer_is_a_doubt_too(read: Read) -> None:
    (claim,) = read("The mayor could not say whether the pier would open again.").claims
    assert claim.response is Response.NO_INFORMATION
    assert claim.attitude is Attitude.DOUBTS


@pytest.mark.parametrize(
    ("sentence", "holder", "response"),
    [
        ("No motive is known, police said.", "police", NO_INFORMATION),
        ("The motive remains unknown, police said.", "police", NO_INFORMATION),
        ("Police said it was unclear who had fired first.", "Police", NO_INFORMATION),
        ("It was unclear to police who had fired first.", "police", NO_INFORMATION),
        ("The fire chief said it was too early to say what burnt.", "fire chief", NO_INFORMATION),
        ("Police have not determined a motive.", "Police", NO_INFORMATION),
        ("Police could not provide a motive.", "Police", NO_INFORMATION),
        ("The ministry had no word on casualties.", "ministry", NO_INFORMATION),
        ("Officials were unsure how many people were on board.", "Officials", NO_INFORMATION),
        ("The company was unaware of any complaints.", "company", NO_INFORMATION),
        ("Officials could answer few questions about the leak.", "Officials", NO_INFORMATION),
        ("The firm wouldn't predict when the pier would open.", "firm", DECLINED),
        ("The company declined to state the price.", "company", DECLINED),
        ("The company declined to make Roth available for an interview.", "company", DECLINED),
        ("The lawyer would not address the charge.", "lawyer", DECLINED),
        ("The lawyer wouldn't be interviewed.", "lawyer", DECLINED),
        ("The mayor would not tell reporters who had called.", "mayor", DECLINED),
        ("The mayor did not take questions.", "mayor", DECLINED),
        ("The company had no plans to comment.", "company", DECLINED),
        ("The minister was in no hurry to answer the question.", "minister", DECLINED),
        ("The company's policy is not to comment on rumors.", "company", DECLINED),
        ("The police said there would be no further statement.", "police", DECLINED),
        ("Police are not releasing the name of the victim.", "Police", DECLINED),
        ("The mayor did not answer directly.", "mayor", DECLINED),
        ("Asked about the sale, the mayor demurred.", "mayor", DECLINED),
        ("The mayor said that he “can't speak to” the merits of the plan.", "mayor", DECLINED),
        ("The mayor did not respond to e-mails.", "mayor", NO_REPLY),
        ("Officials were not immediately available.", "Officials", NO_REPLY),
    ],
)
def test_any_bar_keeps_from_any_telling(
    read: Read, sentence: str, holder: str, response: Response
) -> None:
    found = read(sentence)
    (claim,) = [claim for claim in found.claims if claim.response is not None]
    assert claim.response is response
    assert holder in claim.holder.name


def test_a_clause_that_goes_on_with_nor_is_barred_too(read: Read) -> None:
    found = read("Police won't confirm the ages, nor would they say how the men died.")
    assert [claim.response for claim in found.claims] == [DECLINED, DECLINED]


@pytest.mark.parametrize(
    ("quotation", "response"),
    [
        ("We don't know what caused it.", NO_INFORMATION),
        ("We have no idea who did it.", NO_INFORMATION),
        ("I'm not aware of any threats.", NO_INFORMATION),
        ("It's too early to tell what happened.", NO_INFORMATION),
        ("I can't say when it will open.", NO_INFORMATION),
        ("It would be premature to comment.", DECLINED),
        ("I'm not at liberty to discuss that.", DECLINED),
        ("I can't tell you who it was.", DECLINED),
    ],
)
def test_an_authority_answers_so_in_its_own_words(
    read: Read, quotation: str, response: Response
) -> None:
    found = read(f"“{quotation[:-1]},” the fire chief said.")
    (claim,) = spoken(found)
    assert (claim.response, claim.holder.name) == (response, "the fire chief")


@pytest.mark.parametrize(
    "sentence",
    [
        "The motive was unknown.",
        "Analysts said it was unclear whether the bank would cut rates.",
        "It was hard to tell the twins apart, the mayor said.",
        "Police said the roads were unclear of snow.",
        "The king was not aware of the plot.",
        "The mayor would not address the crowd.",
        "The mayor would not share power.",
        "The officer would not release the suspect.",
        "The governor is not predicting a victory.",
        "The voters declined to state a party.",
        "Anna Berg said she would not name her son after him.",
        "“I can't tell you how proud I am,” Anna Berg said.",
        "“I don't know how we won it,” the striker said.",
        "“We don't know where to go,” said a resident.",
        "“I never knew who would win,” the senator said.",
        "Details were not immediately available.",
        "The mayor says he has yet to tell us where the money went.",
    ],
)
def test_what_nobody_was_asked_is_no_answer(read: Read, sentence: str) -> None:
    found = read(sentence)
    assert all(claim.response is None for claim in found.claims)
