from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.lineage import find_lineages
from rashomon.model.article import Article

Write = Callable[..., Article]
Text = tuple[str, ...]


def altered(left: Article, right: Article) -> list[tuple[str, str, str]]:
    (lineage,) = find_lineages([left, right]).lineages
    return [
        (
            found.what.value,
            left.text[found.left.start : found.left.end],
            right.text[found.right.start : found.right.end],
        )
        for found in lineage.altered
    ]


def test_a_word_put_into_a_quotation_is_shown_with_its_sentence(write: Write, report: Text) -> None:
    changed = tuple(text.replace("see every", "see that every") for text in report)
    assert altered(write("a", *report), write("b", *changed)) == [
        (
            "quotation",
            "I want to see every pier with my own eyes before we open again.",
            "I want to see that every pier with my own eyes before we open again.",
        )
    ]


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("figure", "4,300", "3,400"),
        ("name", "Ines Tarrow", "Ines Tarlow"),
        ("other", "had not yet been", "had been"),
        ("other", "until the autumn, after", "until the autumn, not after"),
    ],
)
def test_figures_names_and_negations_count(
    write: Write, report: Text, what: str, old: str, new: str
) -> None:
    changed = tuple(text.replace(old, new) for text in report)
    (found,) = altered(write("a", *report), write("b", *changed))
    assert found[0] == what
    assert old in found[1]
    assert new in found[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Harbour", "Harbor"),
        ("could not let", "couldn't  let"),
        ('"', "”"),
        ("two of the piers", "2 of the piers"),
        ("only way", "only road"),
        ("every twenty minutes", "each twenty minutes"),
        ("4,300", "4,300\u00c2\u00bd"),
        ("ferrymen's", "ferrymen\u00b4s"),
        ("ferrymen's", "ferrymen ’ s"),
        ("Ines Tarrow", "Ms. Ines Tarrow"),
        ("4,300 vehicles", "4300 vehicles"),
    ],
)
def test_spelling_marks_and_plain_words_do_not(
    write: Write, report: Text, old: str, new: str
) -> None:
    changed = tuple(text.replace(old, new) for text in report)
    assert not altered(write("a", *report), write("b", *changed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("24km north of Mellin", "15 miles north of Mellin"),
        ("with goods worth 103 million euros", "with goods worth £88m"),
        ("where twenty-four percent of them", "where 24 percent of them"),
        ("at 6 p.m. on any day", "at 6:00 p.m. on any day"),
        ("in the No. 1 harbour", "in the main harbour"),
        ("for 4½ months", "for 4\ufffd months"),
        ("under Mrs Tarrow and her men", "under Ms Tarrow and her men"),
        ("with 24 KOs against them", "with 24 KO against them"),
    ],
)
def test_house_styles_alter_nothing(write: Write, report: Text, one: str, other: str) -> None:
    sentence = "Ferries that the divers of the ministry had looked at before were found {} by noon."
    left = write("a", *report, sentence.format(one))
    assert not altered(left, write("b", *report, sentence.format(other)))


def test_a_figure_in_one_measure_counts(write: Write, report: Text) -> None:
    sentence = "Ferries that the divers had looked at were found {} north of Mellin by noon."
    left = write("a", *report, sentence.format("24km"))
    (found,) = altered(left, write("b", *report, sentence.format("42 kilometres")))
    assert found[0] == "figure"


def test_what_is_printed_around_texts_is_not_looked_at(write: Write, report: Text) -> None:
    weather = "Partly cloudy with a chance of rain {}% and winds NW at 5 to 10 mph by the evening."
    left = write("a", *report, weather.format(30))
    assert not altered(left, write("b", *report, weather.format(50)))
