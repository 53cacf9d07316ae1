"""Chains are scored link by link, in their order."""

from __future__ import annotations

import pytest

from evaluation.chains import GoldLink, Label, answer, part_of, read_labels, verdict
from rashomon.model.claim import Claim, Holder, HolderClass, Link, Mode
from rashomon.model.span import Span

TEXT = "Roth's aide told the Herald that Dr. Anna Lind had said the dam was safe. She was sure."
SHARED: frozenset[str] = frozenset()


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(content: str, *names: str) -> Claim:
    chain = tuple(
        Link(name, HolderClass.PERSON, place(name).start, place(name).end) for name in names
    )
    return Claim("1", (place(content),), Mode.INDIRECT, Holder(names[-1]), chain)


GOLD = Label(
    place("the dam was safe"),
    (
        GoldLink(place("the Herald"), "relayed by"),
        GoldLink(place("Roth's aide"), "speaker"),
        GoldLink(place("Dr. Anna Lind"), "speaker"),
    ),
)


@pytest.mark.parametrize(
    ("names", "root", "chain"),
    [
        (("the Herald", "Roth's aide", "Anna Lind"), 1, 1),
        (("Roth's aide", "the Herald", "Anna Lind"), 1, 0),
        (("the Herald", "Roth", "Anna Lind"), 1, 0),
        (("Anna Lind",), 1, 0),
        (("the Herald", "Roth's aide"), 0, 0),
    ],
)
def test_verdict(names: tuple[str, ...], root: int, chain: int) -> None:
    found = verdict(TEXT, claim("the dam was safe", *names), GOLD, SHARED)
    assert (found["content"], found["root"], found["chain"]) == (1, root, chain)


def test_a_pronoun_needs_its_name() -> None:
    gold = Label(
        place("was sure"),
        (GoldLink(place("She"), "speaker", place("Anna Lind")),),
    )
    found = verdict(TEXT, claim("was sure", "She"), gold, SHARED)
    assert found["root"] == 0
    named = Link("Dr. Anna Lind", HolderClass.PERSON, place("She").start, place("She").end)
    one = Claim("1", (place("was sure"),), Mode.INDIRECT, Holder("Dr. Anna Lind"), (named,))
    assert verdict(TEXT, one, gold, SHARED)["chain"] == 1


def test_the_shortest_claim_that_holds_the_content_answers() -> None:
    outer = claim("Dr. Anna Lind had said the dam was safe", "Roth's aide")
    inner = claim("the dam was safe", "Anna Lind")
    assert answer((outer, inner), GOLD.content) is inner
    assert answer((claim("She was sure", "She"),), GOLD.content) is None
    assert verdict(TEXT, None, GOLD, SHARED)["root"] == 0


def test_labels_are_chains_and_events_are_not_split() -> None:
    labels = read_labels()
    assert sum(map(len, labels.values())) >= 150
    assert all(len(label.chain) > 1 for found in labels.values() for label in found)
    assert all(len(found) <= 6 for found in labels.values())
    assert part_of("ecbplus", "1_2ecb.xml") == part_of("ecbplus", "1_3ecbplus.xml")
