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
    ],
)
def test_spelling_marks_and_plain_words_do_not(
    write: Write, report: Text, old: str, new: str
) -> None:
    changed = tuple(text.replace(old, new) for text in report)
    assert not altered(write("a", *report), write("b", *changed))
