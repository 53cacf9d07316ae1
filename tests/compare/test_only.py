from __future__ import annotations

import pytest
from compare.conftest import Tell, Telling

from rashomon.compare.only.only import MOST, compare_only
from rashomon.compare.people import find_people
from rashomon.model.dossier import Only
from rashomon.model.lineage import Lineage, Pickup, PickupKind
from rashomon.text.encoder import Encoder

SHARED = "The council of the port city voted on Monday to close the old bridge to all traffic."
OWN = "Engineer Lena Brandt warned in 2011 that its cables would hold for 9 more winters at most."


def _only(
    story: Telling, encoder: Encoder | None, pickups: tuple[Pickup, ...] = ()
) -> tuple[Only, ...]:
    lineages = [Lineage(account, (page,)) for page, account in story.accounts.items()]
    people = find_people(story.articles, story.readings)
    return compare_only(story.articles, story.readings, lineages, pickups, people, encoder)


@pytest.mark.parametrize("with_encoder", [True, False])
def test_what_one_account_names_and_counts_alone_is_its_own(
    tell: Tell, encoder: Encoder, with_encoder: bool
) -> None:
    story = tell(a=f"{SHARED} {OWN}", b="The port city's council closed the old bridge on Monday.")
    (found,) = _only(story, encoder if with_encoder else None)
    assert (found.account, [cited.text for cited in found.evidence]) == ("L-a", [OWN])


def test_words_that_two_accounts_share_are_neither_ones_own(tell: Tell, encoder: Encoder) -> None:
    story = tell(a=f"{SHARED} {OWN}", b="The old bridge is shut, the council of the port said.")
    start = len(SHARED) + 1
    passage = (start, start + len(OWN), 0, 20)
    pickup = Pickup("a", "b", PickupKind.EXCERPT, None, 0.5, 0.5, (passage,))
    assert _only(story, encoder, (pickup,)) == ()


def test_one_account_has_nothing_for_itself(tell: Tell, encoder: Encoder) -> None:
    assert _only(tell(a=f"{SHARED} {OWN}"), encoder) == ()


def test_at_most_a_few_sentences_an_account(tell: Tell, encoder: Encoder) -> None:
    names = ("Lena Brandt", "Omar Haddad", "Anna Weber", "Paul Ward", "Jean Morel", "Ines Prado")
    own = " ".join(
        f"{name} of Firm{i} lost {i}00 sheep near Lake{i}." for i, name in enumerate(names)
    )
    assert len(_only(tell(a=own, b=SHARED), encoder)) <= MOST + 1
