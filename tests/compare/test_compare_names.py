from __future__ import annotations

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
    assert compare_names(people)[0] == (
        Name("Governor Qasim Nazari", ("a",)),
        Name("Governor Qassem Nazari", ("b",)),
        Name("Qasim Nazari", ("a",)),
        Name("Qassem Nazari", ("b",)),
        Name("Nazari", ("a",)),
    )


def test_a_name_of_one_spelling_is_not_listed(tell: Tell) -> None:
    story = tell(a="Lena Brandt spoke in Oslo.", b="In Oslo, Lena Brandt spoke.")
    assert compare_names(find_people(story.articles, story.readings)) == ()
