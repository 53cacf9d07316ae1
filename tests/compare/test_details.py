from __future__ import annotations

from compare.conftest import Tell, Telling

from rashomon.compare.details.details import compare_details
from rashomon.compare.people import find_people
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.lineage import Lineage


def _details(story: Telling) -> dict[str, Comparison]:
    lineages = [Lineage(account, (page,)) for page, account in story.accounts.items()]
    people = find_people(story.articles, story.readings)
    found = compare_details(story.articles, story.readings, lineages, people)
    return {comparison.quantity: comparison for comparison in found}


def test_offices_of_one_person_are_differently_named_not_a_conflict(tell: Tell) -> None:
    found = _details(
        tell(
            a="Omar Haddad, the spokesman for the port authority, denied it.",
            b="Omar Haddad, an adviser of the transport minister, denied it.",
        )
    )["office of Omar Haddad"]
    assert (found.relation, found.reason) == (Relation.COMPATIBLE, "differently named")
    assert [value.text for value in found.values] == [
        "the spokesman for the port authority",
        "an adviser of the transport minister",
    ]


def test_an_office_in_the_sentence_before_the_first_quotation_is_the_speakers(tell: Tell) -> None:
    found = _details(
        tell(
            a="Omar Haddad, the spokesman for the port authority, denied it.",
            b="The transport minister's spokesman told reporters that no ship had docked. "
            '"We have not opened the port," said Omar Haddad.',
        )
    )["office of Omar Haddad"]
    assert {value.text for value in found.values} == {
        "the spokesman for the port authority",
        "The transport minister's spokesman",
    }


def test_ages_that_a_birthday_cannot_explain_are_a_conflict(tell: Tell) -> None:
    story = tell(
        a="Anna Weber, 43, saw the fire.", b="The fire was seen by Anna Weber, 34, a cook."
    )
    found = _details(story)["age of Anna Weber"]
    assert found.relation is Relation.CONFLICT
    assert [(value.text, value.value) for value in found.values] == [("43", 43.0), ("34", 34.0)]
    story = tell(a="Anna Weber, 43, saw the fire.", b="Anna Weber, 44, saw the fire.")
    assert _details(story)["age of Anna Weber"].relation is Relation.COMPATIBLE


def test_an_act_set_in_two_cities_is_a_conflict(tell: Tell) -> None:
    found = _details(
        tell(a="Police arrested Anna Weber in Vienna.", b="Anna Weber was arrested in Oslo.")
    )
    (found,) = found.values()
    assert found.relation is Relation.CONFLICT
    assert [value.text for value in found.values] == ["Vienna", "Oslo"]


def test_offices_of_which_a_body_has_one_each_are_a_conflict(tell: Tell) -> None:
    found = _details(
        tell(
            a="Omar Haddad, the port authority's chief executive, denied it.",
            b="Omar Haddad, the authority's chairman, denied it.",
        )
    )["office of Omar Haddad"]
    assert found.relation is Relation.CONFLICT
    assert [value.text for value in found.values] == [
        "the port authority's chief executive",
        "the authority's chairman",
    ]


def test_offices_that_one_page_gives_both_or_of_two_bodies_are_no_conflict(tell: Tell) -> None:
    story = tell(
        a="Omar Haddad, the chairman and chief executive of Harbour Lines, denied it.",
        b="Omar Haddad, the chairman of Harbour Lines, denied it.",
    )
    assert _details(story)["office of Omar Haddad"].relation is Relation.SAME
    story = tell(
        a="Omar Haddad, the chairman of Harbour Lines, denied it.",
        b="Omar Haddad, the chief executive of Baltic Freight, denied it.",
    )
    assert _details(story)["office of Omar Haddad"].relation is Relation.COMPATIBLE
    story = tell(
        a="Omar Haddad, the former chairman of Harbour Lines, denied it.",
        b="Omar Haddad, the chief executive of Harbour Lines, denied it.",
    )
    assert _details(story)["office of Omar Haddad"].relation is Relation.COMPATIBLE


def test_one_former_office_in_three_wordings_is_the_same(tell: Tell) -> None:
    found = _details(
        tell(
            a="Omar Haddad, a retired appeal judge, will lead the inquiry.",
            b="Omar Haddad, a former judge, will lead the inquiry.",
            c="The inquiry will be led by Omar Haddad, the former high court judge.",
        )
    )["former office of Omar Haddad"]
    assert found.relation is Relation.SAME
    assert {value.page for value in found.values} == {"a", "b", "c"}
