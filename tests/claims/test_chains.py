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


def last_chain(found: Any) -> list[str]:
    """The chain of the innermost claim."""
    told = [claim for claim in found.claims if claim.cue is not None]
    return [link.name for link in told[-1].chain]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            'It is shut, Lund told NBC\'s "Breakfast" show on Friday.',
            ['NBC\'s "Breakfast" show', "Lund"],
        ),
        (
            "Jan Lund told the BBC's Morning Hour programme that the lock was shut.",
            ["the BBC's Morning Hour programme", "Jan Lund"],
        ),
        ('"I saw it all," Maria Lund told CNN\'s Kate Moor.', ["Kate Moor", "Maria Lund"]),
        ("A pilot told a Reuters reporter that it was shut.", ["a Reuters reporter", "A pilot"]),
        ("A pilot told the station that the lock was shut.", ["the station", "A pilot"]),
        ("A pilot told state television the lock was shut.", ["state television", "A pilot"]),
        ("A pilot told Rolling Stone that the lock was shut.", ["Rolling Stone", "A pilot"]),
        (
            "Israel's army told the Times of Israel that the lock was shut.",
            ["the Times of Israel", "Israel's army"],
        ),
        ("Maria Lund told Al - Hayat that it was shut.", ["Al - Hayat", "Maria Lund"]),
        (
            "Speaking on BBC Radio 4, Maria Lund said the lock was shut.",
            ["BBC Radio 4", "Maria Lund"],
        ),
        (
            "In an interview with the Larvik Gazette, Maria Lund said the lock was shut.",
            ["the Larvik Gazette", "Maria Lund"],
        ),
        (
            "In a statement carried by state media, the ministry said the lock was shut.",
            ["state media", "the ministry"],
        ),
        (
            "Officials quoted by the Larvik Gazette said the lock was shut.",
            ["the Larvik Gazette", "Officials"],
        ),
        (
            "According to documents seen by Reuters, the lock was shut.",
            ["Reuters", "documents"],
        ),
        (
            "The lock was shut, according to the Larvik Gazette, citing two officials.",
            ["the Larvik Gazette", "two officials"],
        ),
        (
            "The Larvik Gazette, which cited two officials, said the lock was shut.",
            ["The Larvik Gazette", "two officials"],
        ),
        (
            "The Norsk News Agency said that the lock was shut, according to Reuters.",
            ["Reuters", "The Norsk News Agency"],
        ),
        (
            '"The lock was shut," the Larvik Gazette quoted Maria Lund as saying.',
            ["the Larvik Gazette", "Maria Lund"],
        ),
        (
            '"The lock was shut," Maria Lund was quoted as saying in the Larvik Gazette.',
            ["the Larvik Gazette", "Maria Lund"],
        ),
        (
            "A top aide told the Larvik Gazette that Roth told his staff that it was shut.",
            ["the Larvik Gazette", "A top aide", "Roth"],
        ),
        (
            "A report in the Guardian cited a memo that showed that the lock was shut.",
            ["A report in the Guardian", "a memo"],
        ),
        ("The memo showed that Roth told Lund in a call that it was shut.", ["The memo", "Roth"]),
        (
            "Maria Lund said in a letter seen by Reuters that the lock was shut.",
            ["Reuters", "Maria Lund"],
        ),
        (
            "Officials told Fox News the army and the Coastal Agency (CA) have been listening.",
            ["Fox News", "Officials"],
        ),
        ("He met a man who police said was armed.", ["police"]),
        (
            "Officials said they were treating it as arson, the Larvik Post reported Friday.",
            ["the Larvik Post", "Officials"],
        ),
        (
            "Police said Erik Moor surrendered and was charged with murder, the CBC said.",
            ["the CBC", "Police"],
        ),
        (
            "Jan Lund told CNN that experts think the lock was shut.",
            ["CNN", "Jan Lund", "experts"],
        ),
        ("Jan Lund heard Roth say the lock was shut.", ["Jan Lund", "Roth"]),
        ("Jan Lund said the lock was shut in an interview with CNN.", ["CNN", "Jan Lund"]),
        (
            "The lock was shut, according to two officials who spoke to the Larvik Gazette.",
            ["the Larvik Gazette", "two officials"],
        ),
        (
            "Local media reported, citing witnesses, that the lock was shut.",
            ["Local media", "witnesses"],
        ),
        (
            '"It is fine," Jan Lund said in a statement, citing former mayors of the town.',
            ["Jan Lund"],
        ),
        (
            '"I want to be remembered," Lund said in a Playboy interview in May.',
            ["Playboy", "Lund"],
        ),
        (
            'In an interview shown on the "Today" show, Mr. Lund told Mary Vier that it was shut.',
            ["Mary Vier", "Lund"],
        ),
        (
            "Maria Lund told Fox News host Peter Moor on his radio show that she would stay.",
            ["Peter Moor", "Maria Lund"],
        ),
        ("The mayor said, as quoted by Interfax, that it was shut.", ["Interfax", "The mayor"]),
        ("The club got a letter from the mayor saying the lock was shut.", ["the mayor"]),
        (
            "Jan Moor told the Larvik Gazette that he agrees with Roth's opinion that it is shut.",
            ["the Larvik Gazette", "Jan Moor", "Roth"],
        ),
        (
            "When his name started appearing in newspapers, Lund told the court that he was poor.",
            ["Lund"],
        ),
        (
            "The lock was shut, according to a statement released by the harbour ministry.",
            ["the harbour ministry"],
        ),
        (
            "The lock was shut, according to an interview that Maria Lund gave to Reuters.",
            ["Reuters", "Maria Lund"],
        ),
        (
            '"It is shut," Maria Lund said on Monday, according to audio provided by NRK Radio.',
            ["NRK Radio", "Maria Lund"],
        ),
        (
            '"I did not know him," Maria Lund said in a statement released by the club.',
            ["the club", "Maria Lund"],
        ),
        (
            '"I did not know him," Maria Lund said in a statement issued through her lawyer.',
            ["her lawyer", "Maria Lund"],
        ),
        ("Maria Lund said through a spokesman that it was shut.", ["a spokesman", "Maria Lund"]),
        ("Maria Lund said through tears that the lock was shut.", ["Maria Lund"]),
        (
            "The deputy told Reuters that the lock was unsafe and added that it had been so long.",
            ["Reuters", "The deputy"],
        ),
        (
            "Mr Lund told Reuters that he shared the view and said it had been a good debate.",
            ["Reuters", "Lund"],
        ),
        ("The lock was shut, Maria Lund said, according to Reuters.", ["Reuters", "Maria Lund"]),
        ("The lock, Maria Lund said, was shut, according to Reuters.", ["Reuters", "Maria Lund"]),
        (
            "The lock was shut, Maria Lund said, the Larvik Gazette reported.",
            ["the Larvik Gazette", "Maria Lund"],
        ),
        (
            'Lund told Reuters that "the lock was shut, according to the men who built it."',
            ["Reuters", "Lund", "the men"],
        ),
        (
            "The Larvik Gazette learned from two officials that the lock was shut.",
            ["The Larvik Gazette", "two officials"],
        ),
        (
            "The presenter criticised the minister for claiming that the lock was shut.",
            ["The presenter", "the minister"],
        ),
        ("Maria Lund was mocked for saying that the lock was shut.", ["Maria Lund"]),
        ("Maria Lund made headlines for saying that the lock was shut.", ["Maria Lund"]),
        (
            "In a letter, which was seen by Reuters, Maria Lund said the lock was shut.",
            ["Reuters", "Maria Lund"],
        ),
        ("Maria Lund told Cameron Vale that the lock was shut.", ["Cameron Vale", "Maria Lund"]),
        ("Maria Lund told Larvikpost.com that it was shut.", ["Larvikpost.com", "Maria Lund"]),
        ("Maria Lund told 9News that the lock was shut.", ["9News", "Maria Lund"]),
        ("Contacted by AFP, Maria Lund said that the lock was shut.", ["AFP", "Maria Lund"]),
        ("Maria Lund told a Herald reporter it was shut.", ["a Herald reporter", "Maria Lund"]),
        (
            "Reuters reported, citing court papers, that Lund admitted the lock was shut.",
            ["Reuters", "court papers", "Lund"],
        ),
        (
            'Maria Lund said Sunday on CBS\'s "Face the Day" that the lock was shut.',
            ["Face the Day", "Maria Lund"],
        ),
        ("Maria Lund told Channel 4 that the lock was shut.", ["Channel 4", "Maria Lund"]),
        (
            "On Monday's broadcast of CNN's Morning Hour, Maria Lund said the lock was shut.",
            ["CNN's Morning Hour", "Maria Lund"],
        ),
        ("Prosecutors say in court documents that Roth shut the lock.", ["Prosecutors"]),
        ("Mary Roth's lawyer said that she denies the theft.", ["Mary Roth's lawyer", "Mary Roth"]),
        (
            "Maria Lund said Peter Moor lied when he claimed it was shut.",
            ["Maria Lund", "Peter Moor"],
        ),
    ],
)
def test_whoever_passed_it_on_stands_before_the_root(
    read: Read, sentence: str, names: list[str]
) -> None:
    assert last_chain(read(sentence)) == names


@pytest.mark.parametrize(
    "listener",
    ["police", "reporters", "parliament", "the Security Council", "Congress", "the court", "Kyiv"],
)
def test_who_passes_nothing_on_is_no_link(read: Read, listener: str) -> None:
    assert last_chain(read(f"A pilot told {listener} that the lock was shut.")) == ["A pilot"]


def test_whom_another_told_is_no_link(read: Read) -> None:
    found = read("Lund said the port was open, and Roth told CNN that the lock was shut.")
    assert [[link.name for link in claim.chain] for claim in found.claims if claim.cue] == [
        ["Lund"],
        ["CNN", "Roth"],
    ]


def test_a_body_that_the_article_tells_of_is_no_medium(read: Read) -> None:
    found = read(
        "Boeing built the crane in May.", "The minister told Boeing that the lock was shut."
    )
    assert last_chain(found) == ["The minister"]
