from __future__ import annotations

from dataclasses import replace

from compare.conftest import Tell

from rashomon.compare.names import compare_names
from rashomon.compare.people import find_people
from rashomon.model.dossier import Name


def test_each_spelling_has_its_pages_and_the_fullest_comes_first(tell: Tell) -> None:
    story = tell(
        a="Governor Qasim Nazari closed the port on Monday. Nazari gave no reason.",
        b="The port was closed by Governor Qassem Nazari, who left for Oslo.",
    )
    people = find_people(story.articles, story.readings)
    assert compare_names(people, story.articles)[0] == (
        Name("Governor Qasim Nazari", ("a",)),
        Name("Governor Qassem Nazari", ("b",)),
        Name("Qasim Nazari", ("a",)),
        Name("Qassem Nazari", ("b",)),
        Name("Nazari", ("a",)),
    )


def test_of_names_in_one_spelling_only_people_are_listed(tell: Tell) -> None:
    story = tell(a="Lena Brandt spoke in Oslo.", b="In Oslo, Lena Brandt spoke.")
    people = find_people(story.articles, story.readings)
    assert compare_names(people, story.articles) == ((Name("Lena Brandt", ("a", "b")),),)


def test_an_outlet_goes_by_its_own_name_and_by_what_others_call_it(tell: Tell) -> None:
    story = tell(
        a="The bridge is shut.",
        b="He told the Northern Gazette that the bridge was shut.",
        c="A Northern Gazette reporter saw that the bridge was shut.",
    )
    first, *others = story.articles
    people = find_people(story.articles, story.readings)
    assert compare_names(people, (replace(first, outlet="The Northern Gazette"), *others)) == (
        (
            Name("The Northern Gazette", ("a",)),
            Name("the Northern Gazette", ("b",)),
            Name("Northern Gazette", ("c",)),
        ),
    )


def test_the_sentence_before_is_no_part_of_a_title(tell: Tell) -> None:
    story = tell(a="Men dug on in Oslo. Judge Halvor Brandt came. Brandt spoke. Brandt left.")
    people = find_people(story.articles, story.readings)
    assert "Judge Halvor Brandt" in {name.text for name in compare_names(people, ())[0]}
