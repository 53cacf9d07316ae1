from __future__ import annotations

from compare.conftest import Tell, Telling

from rashomon.compare.people import find_people
from rashomon.compare.wording.wording import compare_wording
from rashomon.lineage import find_lineages
from rashomon.model.dossier import Wording
from rashomon.model.lineage import Lineage


def _wording(story: Telling) -> dict[str, Wording]:
    lineages = [Lineage(account, (page,)) for page, account in story.accounts.items()]
    people = find_people(story.articles, story.readings)
    found = compare_wording(story.articles, story.readings, lineages, (), people)
    return {wording.referent: wording for wording in found}


def test_an_act_done_to_one_person_has_all_the_words_that_accounts_choose(tell: Tell) -> None:
    found = _wording(
        tell(
            a="The killing of Tariq Mansoor angered the north.",
            b="After the assassination of Tariq Mansoor, crowds met in Oslo.",
            c="A precision drone strike killed Tariq Mansoor on Friday.",
        )
    )
    words = {word.text: word.accounts for word in found["the killing of Tariq Mansoor"].words}
    assert words == {
        "killing": ("L-a",),
        "assassination": ("L-b",),
        "killed": ("L-c",),
        "precision drone strike": ("L-c",),
    }


def test_words_that_all_accounts_share_are_no_difference(tell: Tell) -> None:
    story = tell(a="Police arrested Lena Brandt.", b="Lena Brandt was arrested on Friday.")
    assert _wording(story) == {}


def test_what_was_done_around_somebody_is_not_done_to_them(tell: Tell) -> None:
    story = tell(
        a="Gunmen killed the driver of Tariq Mansoor.", b="Gunmen murdered Tariq Mansoor's cook."
    )
    assert _wording(story) == {}


def test_descriptions_of_one_person_are_told_apart_by_account(tell: Tell) -> None:
    found = _wording(
        tell(
            a="They spoke with rebel commander Tariq Mansoor.",
            b="They spoke with Vandian businessman Tariq Mansoor.",
        )
    )
    words = found["Tariq Mansoor"].words
    assert [(word.text, word.accounts) for word in words] == [
        ("Vandian businessman", ("L-b",)),
        ("rebel commander", ("L-a",)),
    ]
    assert [cited.text for word in words for cited in word.evidence] == [w.text for w in words]


def test_a_title_that_only_says_less_is_no_other_word(tell: Tell) -> None:
    story = tell(a="Senator Lena Brandt spoke.", b="US Sen. Lena Brandt spoke.")
    assert _wording(story) == {}


def test_what_a_copy_has_in_place_of_the_name_describes_the_same_person(tell: Tell) -> None:
    before = "Two raids hit the northern road this month, including one that killed "
    behind = (
        " near the border post of the old mining town. The army said the road stays shut until "
        "the snow melts, and asked drivers to take the longer way around the lake."
    )
    story = tell(
        a=before + "a senior rebel commander" + behind,
        b=before + "northern militia leader Tariq Mansoor" + behind,
        c="The army mourned Vandian businessman Tariq Mansoor on Friday.",
    )
    found = find_lineages(story.articles)
    assert [len(lineage.articles) for lineage in found.lineages] == [2, 1]
    people = find_people(story.articles, story.readings)
    wording = compare_wording(story.articles, story.readings, found.lineages, found.pickups, people)
    words = {word.text for one in wording for word in one.words}
    assert {"a senior rebel commander", "northern militia leader", "Vandian businessman"} <= words


def test_nouns_for_one_event_are_told_apart_by_account(tell: Tell) -> None:
    found = _wording(
        tell(
            a="The collapse of the bridge cut the valley off, and the walkout went on.",
            b="After the bridge disaster the strike went on.",
            c="The riot squad closed the bridge.",
        )
    )
    assert {
        referent: {word.text: word.accounts for word in wording.words}
        for referent, wording in found.items()
    } == {
        "the strike": {"strike": ("L-b",), "walkout": ("L-a",)},
        "the bridge collapse": {"collapse": ("L-a",), "disaster": ("L-b",)},
    }


def test_nouns_in_the_same_place_of_like_sentences_are_one_thing(tell: Tell) -> None:
    found = _wording(
        tell(
            a="The ministry admits that guards fired live rounds at the farmers on the quay.",
            b="Guards fired live ammunition at farmers on the quay, the ministry has admitted.",
        )
    )
    words = {word.text: word.accounts for word in found["the live ammunition"].words}
    assert words == {"live rounds": ("L-a",), "live ammunition": ("L-b",)}


def test_what_one_sentence_holds_side_by_side_is_two_things(tell: Tell) -> None:
    story = tell(
        a="Guards fired rubber bullets at the farmers on the quay.",
        b="Guards fired live rounds at the farmers on the quay.",
        c="Guards fired live rounds and rubber bullets at the farmers on the quay.",
    )
    assert _wording(story) == {}


def test_one_number_counts_the_same_people(tell: Tell) -> None:
    found = _wording(
        tell(
            a="The yard wants to dismiss 2,300 comrades, the leaflet says.",
            b="The yard said that it would replace 2,300 workers in spring.",
        )
    )
    assert {word.text for word in found["the comrades"].words} == {"comrades", "workers"}


def test_other_numbers_count_other_people(tell: Tell) -> None:
    story = tell(
        a="The yard said that it would replace 2,300 employees in spring.",
        b="The yard said that it would replace 900 workers in spring.",
    )
    assert _wording(story) == {}


def test_verbs_of_one_meaning_with_one_object_are_a_choice(tell: Tell) -> None:
    found = _wording(
        tell(
            a="The regulator halted the tests of the reactor on Friday.",
            b="The tests of the reactor were suspended by the regulator.",
        )
    )
    assert {word.text for word in found["the tests: halted"].words} == {"halted", "suspended"}


def test_verbs_of_different_things_are_no_choice(tell: Tell) -> None:
    story = tell(
        a="The regulator halted the tests of the reactor on Friday.",
        b="The club suspended the goalkeeper after the match.",
    )
    assert _wording(story) == {}
