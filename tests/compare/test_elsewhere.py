from __future__ import annotations

import pytest
from compare.conftest import Tell, Telling

from rashomon.compare.only.body_sentences import Telling as Told
from rashomon.compare.only.body_sentences import find_tellings
from rashomon.compare.only.elsewhere import Elsewhere
from rashomon.compare.people import find_people
from rashomon.model.lineage import Pickup, PickupKind
from rashomon.model.span import Span
from rashomon.text.encoder import Encoder

FAR = "Fishermen in the bay have sold nothing since the spring. Nobody has asked them why."


def _told(story: Telling, encoder: Encoder | None, *pickups: Pickup) -> set[str]:
    people = find_people(story.articles, story.readings)
    tellings = [
        telling
        for article in story.articles
        for telling in find_tellings(
            article, story.readings[article.id], people, story.accounts[article.id]
        )
    ]
    told = Elsewhere(tellings, pickups, story.accounts, encoder).find_told(tellings)
    return {telling.text for telling in told if telling.page == "a"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The old bridge at Lofthus was closed by the council on Monday.",
         "On Monday the council of Lofthus has closed its old bridge to lorries."),
        ("The storm killed 25 people in the hills.",
         "In the hills 25 people lost their lives when the storm came."),
    ],
)  # fmt: skip
def test_words_in_common_say_that_another_account_tells_it(
    tell: Tell, text: str, other: str
) -> None:
    assert _told(tell(a=text, b=f"{other} {FAR}"), None) == {text}


def test_what_is_told_in_other_words_is_found_by_vectors(tell: Tell, encoder: Encoder) -> None:
    text = "Engineers warned the council in March that the cables of the bridge were worn."
    other = "Already in March engineers wrote in a letter that the bridge hung on rotten steel."
    story = tell(a=f"{text} {FAR}", b=other)
    assert text in _told(story, encoder)
    assert text not in _told(story, None)


def test_nothing_in_common_is_told_nowhere_else(tell: Tell, encoder: Encoder) -> None:
    assert _told(tell(a=FAR, b="The old bridge was closed by the council."), encoder) == set()


def test_a_page_that_tells_another_again_has_its_own_only_where_it_names_or_counts(
    tell: Tell,
) -> None:
    same = "As a safeguard a lesser lake higher up is being emptied by the utility."
    more = "In the meantime, Lake Orvik has also been lowered by its owners."
    story = tell(a=f"{same} {more}", b="A smaller reservoir upstream was drained as a precaution.")
    pickup = Pickup("a", "b", PickupKind.REWRITTEN, None, 0.5, 0.9, ())
    assert _told(story, None, pickup) == {same}


def test_copies_that_name_somebody_differently_are_both_looked_up() -> None:
    words = frozenset({"shut", "gate", "morn"})
    copies = [
        Told(page, "one", Span(0, 9), "It shut the gates.", words, frozenset({name}), frozenset())
        for page, name in (("a", "Vey"), ("b", "Vey Water"))
    ]
    assert Elsewhere(copies, (), {}, None).find_told(copies) == set()
