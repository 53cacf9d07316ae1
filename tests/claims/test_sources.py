"""Who the source is where the sentence hides it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claim import Mode

Read = Callable[..., Any]


def holders(found: Any) -> list[str]:
    return [claim.holder.name for claim in found.claims if claim.mode is not Mode.NARRATED]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Norway and Sweden", ["Norway", "Sweden"]),
        ("Peter Hansen and Anna Berg", ["Peter Hansen", "Anna Berg"]),
        (
            "The command of the Northern Alliance and the Ministry of Defence",
            ["The command of the Northern Alliance", "the Ministry of Defence"],
        ),
        ("The Ministry of Health and Welfare", ["The Ministry of Health and Welfare"]),
        ("Dorn and Vale", ["Dorn and Vale"]),
        ("Officials and witnesses", ["Officials and witnesses"]),
    ],
)
def test_two_named_bodies_are_two_holders(read: Read, source: str, names: list[str]) -> None:
    found = read(f"{source} said the port was shut.")
    assert holders(found) == names
    assert len({(claim.cue, claim.content) for claim in found.claims}) == 1


def test_a_name_behind_an_office_is_the_holder_and_the_office_means_it(read: Read) -> None:
    found = read(
        "The governor of Lower Larvik province, Anna Berg, said the road was shut.",
        "The governor said it would stay so.",
    )
    assert holders(found) == ["Anna Berg"] * 2


def test_a_spokeswoman_is_not_whom_she_speaks_for(read: Read) -> None:
    found = read("A spokeswoman for Transport Minister Tom Hale, Anna Berg, said he was ill.")
    assert holders(found) == ["Anna Berg"]


def test_officials_reported_to_have_said_it_are_the_source(read: Read) -> None:
    found = read("Two port officials are reported to have said that the pier was unsafe.")
    (claim,) = (c for c in found.claims if c.mode is not Mode.NARRATED)
    assert (claim.holder.name, claim.holder.number, claim.hedged) == ("Two port officials", 2, True)


def test_why_a_source_is_not_named_is_no_claim(read: Read) -> None:
    found = read(
        "Two officials at the port said the pier was unsafe.",
        "The officials asked not to be named because they were not allowed to speak to the press.",
    )
    (claim,) = found.claims
    assert claim.terms == "asked not to be named"
    assert [link.name for link in claim.chain] == ["Two officials at the port"]


def test_no_holder_is_a_pronoun(read: Read) -> None:
    assert holders(read("They said the pier was unsafe.")) == [""]


def test_nobody_quoted_does_what_the_speaker_does(read: Read) -> None:
    found = read(
        "Ms Berg said he “gave no order, and nobody in this ministry gave one”, and described "
        "the article as unfair."
    )
    assert holders(found) == ["Berg", "Berg"]


def test_a_headline_means_whom_the_body_names(read: Read) -> None:
    found = read(
        "Anna Berg, the mayor, said the pier was safe.", headline="Mayor denies pier unsafe"
    )
    assert holders(found) == ["Anna Berg", "Anna Berg"]


def test_a_headline_with_its_source_behind(read: Read) -> None:
    found = read(
        "The port has two piers.", headline="Ministry told port to close pier, officials say"
    )
    assert holders(found) == ["officials"]
    assert found.content(found.claims[0]) == ["Ministry told port to close pier"]


def test_an_agency_that_cites_officials_passes_them_on(read: Read) -> None:
    found = read("The Oslo News Agency said that the port was shut, according to two officials.")
    (claim,) = found.claims
    assert [link.name for link in claim.chain] == ["The Oslo News Agency", "two officials"]


def test_pronouns_go_by_what_the_article_shows(read: Read) -> None:
    found = read(
        "Toma Larsen said her crew was ready.",
        "Peter Hansen said his pier was safe.",
        "She said the ferry would sail.",
    )
    assert holders(found)[2] == "Toma Larsen"


def test_neither_a_month_nor_a_disaster_speaks(read: Read) -> None:
    found = read("The union whose members have been on strike since late March says it was warned.")
    assert [c.holder.name for c in found.claims if c.cue] == ["The union"]
    found = read("Nothing else is known.", headline="Sabotage of northern lock claims 19 lives")
    assert not [claim for claim in found.claims if claim.cue]


def test_terms_of_speaking_are_no_cue(read: Read) -> None:
    found = read(
        '"That is nonsense," a top official, who spoke on condition of anonymity, told the Herald.'
    )
    (claim,) = [claim for claim in found.claims if claim.cue]
    assert [link.name for link in claim.chain] == ["the Herald", "a top official"]
