from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def names(found: Any) -> list[str]:
    return [claim.holder.name for claim in found.claims]


def test_a_last_name_and_a_pronoun_mean_the_full_name(read: Read) -> None:
    found = read(
        "“The pier is safe,” said Peter Hansen, the harbour master.",
        "Hansen said the ferry would sail.",
        "He added that the crew was ready.",
    )
    assert names(found) == ["Peter Hansen"] * 3


def test_titles_are_no_part_of_the_name(read: Read) -> None:
    found = read("Foreign Minister Anna Berg said the talks were over.")
    assert names(found) == ["Anna Berg"]


def test_the_official_is_the_one_before(read: Read) -> None:
    found = read(
        "A senior Danish official said the talks were over.",
        "The official said nobody had signed.",
    )
    assert names(found) == ["A senior Danish official"] * 2


def test_an_unnamed_source_never_takes_a_name(read: Read) -> None:
    found = read(
        "Anna Berg, the foreign minister, said the talks were over.",
        "The official said nobody had signed.",
        "An official said the treaty was dead.",
    )
    assert names(found) == ["Anna Berg", "The official", "An official"]
    assert [claim.holder.named for claim in found.claims] == [True, False, False]


def test_she_is_not_the_spokesman(read: Read) -> None:
    found = read(
        "Ms Anna Berg said the talks were over.",
        "A police spokesman said the square was calm.",
        "She said the treaty was dead.",
    )
    assert names(found)[2] == "Anna Berg"


def test_two_of_one_last_name_stay_apart(read: Read) -> None:
    found = read(
        "Peter Hansen said the pier was safe.",
        "Anna Hansen said the pier was not safe.",
        "Hansen said the ferry would sail.",
    )
    assert names(found)[2] == "Hansen"


def test_a_spokeswoman_whom_the_article_names_later_has_that_name(read: Read) -> None:
    found = read(
        "A spokeswoman for the harbour board said the lock was closed.",
        '"It was a mistake," the spokeswoman, Mira Dost, told the Herald.',
    )
    assert {claim.holder.name for claim in found.claims if claim.cue} == {"Mira Dost"}


def test_of_two_spokeswomen_none_is_named_by_guess(read: Read) -> None:
    found = read(
        "A spokeswoman for the harbour board said the lock was closed.",
        "A spokeswoman for the police said it was open.",
        '"It was a mistake," the spokeswoman, Mira Dost, told the Herald.',
    )
    assert [claim.holder.named for claim in found.claims if claim.cue] == [False, False, True]


def test_a_spokesman_who_spoke_on_terms_stays_unnamed(read: Read) -> None:
    found = read(
        "A spokesman, speaking on condition of anonymity, said the lock was closed.",
        '"It was a mistake," the spokesman, Anton Dost, told the Herald.',
    )
    assert [claim.holder.named for claim in found.claims if claim.cue] == [False, True]


def test_a_speaker_between_quotation_and_verb_is_found_without_the_parse(read: Read) -> None:
    found = read('"We heard three shots," a fisherman, Ole Brand, told AFP.')
    (claim,) = [claim for claim in found.claims if claim.cue]
    assert [link.name for link in claim.chain] == ["AFP", "Ole Brand"]


def test_a_description_by_title_is_the_one_with_the_title(read: Read) -> None:
    found = read(
        "Rep. Carl Lund opposed the bridge.",
        "Anna Berg said the bridge was safe.",
        "“It will cost us dearly,” the congressman said.",
    )
    assert names(found)[-1] == "Carl Lund"
    assert found.claims[-1].holder.named


def test_a_title_of_two_leaves_the_description_open(read: Read) -> None:
    found = read(
        "Sen. Carl Lund and Sen. Eva Holm opposed the bridge.",
        "“It will cost us dearly,” the senator said.",
    )
    assert not found.claims[-1].holder.named


def test_the_president_of_a_body_is_not_the_president(read: Read) -> None:
    found = read(
        "Reporters met Teachers Union President Carl Lund.",
        "“It will cost us dearly,” the president said.",
    )
    assert not found.claims[-1].holder.named


def test_he_is_not_whom_the_quotation_quotes(read: Read) -> None:
    found = read(
        "Carl Lund also came to the square.",
        "“President Peter Hansen has said that the pier is safe,” he said.",
    )
    assert found.one("the pier is safe").holder.name == "Carl Lund"


def test_he_is_whom_something_happened_to(read: Read) -> None:
    found = read(
        "Peter Hansen said that the pier was safe.",
        "That did not satisfy Mr. Carl Lund. “It will fall into the sea,” he said.",
    )
    assert found.one("fall into the sea").holder.name == "Carl Lund"


def test_the_mayor_who_does_something_is_the_mayor(read: Read) -> None:
    found = read(
        "Mayor Carl Lund opposed the bridge.",
        "“It will cost us dearly,” said the mayor, who comes from the island.",
    )
    assert found.claims[-1].holder.name == "Carl Lund"


def test_who_goes_on_under_a_new_description_is_the_last_speaker(read: Read) -> None:
    found = read(
        "“The pier is safe,” said Peter Hansen.",
        "“We checked every plank of it,” the Larvik engineer continued.",
    )
    assert names(found) == ["Peter Hansen"] * 2


def test_a_statement_that_goes_on_is_nobody_new(read: Read) -> None:
    found = read(
        "“The pier is safe,” said Peter Hansen.",
        "“We checked every plank of it,” the statement continued.",
    )
    assert names(found) == ["Peter Hansen", "the statement"]


def test_he_is_nobody_that_he_speaks_of(read: Read) -> None:
    found = read("Jan Lund met Carl Roth on Monday. Roth left early.", "He said Roth was tired.")
    assert found.one("was tired").holder.name == "Jan Lund"


def test_a_given_name_tells_he_from_she(read: Read) -> None:
    found = read(
        "Maria Lund worked at the port. Bob Roth said it was fine.",
        '"I was tired of it all," she told the Herald.',
    )
    assert found.one("tired").holder.name == "Maria Lund"


def test_she_is_the_one_woman_of_the_article(read: Read) -> None:
    found = read(
        "Maria Lund, a model, was born in May. The agent Mark Moor denied the story.",
        '"I was tired of it all," she told the Herald.',
    )
    assert found.one("tired").holder.name == "Maria Lund"
