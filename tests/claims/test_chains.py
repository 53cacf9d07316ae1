from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claim import HolderClass

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Oslo Times, citing two Danish army officials, reported Friday that it is shut.",
            ["The Oslo Times", "two Danish army officials"],
        ),
        (
            "The Oslo Times quoted a customs officer as saying that the border is shut.",
            ["The Oslo Times", "a customs officer"],
        ),
        ("A minister told Reuters that the border is shut.", ["Reuters", "A minister"]),
        (
            "The border is shut, a minister said in an interview with the Oslo Times.",
            ["the Oslo Times", "a minister"],
        ),
        (
            "The ministry did not respond to a request by the Oslo Times for comment.",
            ["the Oslo Times", "The ministry"],
        ),
        ("The minister, citing safety concerns, said the border is shut.", ["The minister"]),
    ],
)
def test_the_chain_runs_from_the_nearest_to_the_root(
    read: Read, sentence: str, names: list[str]
) -> None:
    claim = read(sentence).claims[0]
    assert [link.name for link in claim.chain] == names
    assert claim.holder.name == names[-1]


def test_unnamed_officials_keep_number_and_nationality(read: Read) -> None:
    found = read(
        "The Oslo Times, citing two Danish army officials, reported that the road is shut."
    )
    holder = found.claims[0].holder
    assert (holder.named, holder.number, holder.nationality) == (False, 2, "Danish")
    assert holder.class_ is HolderClass.MILITARY


def test_what_is_told_inside_a_claim_has_both_in_its_chain(read: Read) -> None:
    found = read("The Oslo Times reported that officials said the road was shut.")
    outer, inner = found.claims
    assert inner.within == outer.id
    assert [link.name for link in inner.chain] == ["The Oslo Times", "officials"]


def test_links_point_at_the_page(read: Read) -> None:
    found = read("A minister told Reuters that the border is shut.")
    for link in found.claims[0].chain:
        assert found.article.text[link.start : link.end] == link.name


def test_a_quotation_comes_through_whom_its_speaker_told(read: Read) -> None:
    found = read(
        "A port official told AFP that the lock had been closed. "
        '"It was dangerous," the official said on Monday.',
        'The mayor said in a statement: "We are sorry for this."',
    )
    chains = [[link.name for link in claim.chain] for claim in found.claims if claim.cue]
    assert chains == [["AFP", "A port official"], ["AFP", "A port official"], ["The mayor"]]


def test_the_newspaper_is_the_one_named_before(read: Read) -> None:
    found = read(
        "The Larvik Gazette reported on Monday that the lock was closed. "
        "The newspaper said the pilots had been told."
    )
    assert [claim.holder.name for claim in found.claims if claim.cue] == ["The Larvik Gazette"] * 2


def test_quoted_as_saying_makes_the_quoted_the_source(read: Read) -> None:
    found = read("The Larvik Gazette reported the mayor, Jan Roth, as saying the lock was closed.")
    (claim,) = [claim for claim in found.claims if claim.cue]
    assert [link.name for link in claim.chain] == ["The Larvik Gazette", "Jan Roth"]
