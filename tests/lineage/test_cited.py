"""A page that says whose text it has is not where the text comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.lineage import find_lineages
from rashomon.lineage.cited import find_cited
from rashomon.model.article import Article
from rashomon.model.lineage import Side

Write = Callable[..., Article]
PASSAGE = (
    "Divers found cracks in two of the piers that carry the bridge, and nobody may cross it now"
)


def cited(above: str, below: str) -> str | None:
    text = above + PASSAGE + below
    return find_cited(text, [(len(above), len(above) + len(PASSAGE))])


@pytest.mark.parametrize(
    ("above", "below", "words"),
    [
        ("As Ada Holm writes in a Mellin Times piece: ", "", "Mellin Times piece"),
        ("The Mellin Post reports:\n", "", "The Mellin Post reports"),
        ("", ", according to the Northern Herald.", "according to the Northern Herald"),
        ("The mayor said: ", "", None),
        ("Ada Holm wrote: ", "", None),
        ("", " according to Ada Holm.", None),
        ("", " The Northern Herald closed.", None),
    ],
)
def test_words_that_give_a_passage_to_a_medium(above: str, below: str, words: str | None) -> None:
    assert cited(above, below) == words


def test_who_introduces_the_text_as_anothers_has_it_from_there(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    blog = write("a", *other[:1], "As Ada Holm writes in a Mellin Times piece:", *report[:3])
    pickup = find_lineages([blog, write("b", *report[:3])]).pickups[0]
    assert pickup.origin is Side.RIGHT
    assert "Mellin Times piece" in pickup.reasons[-1]


def test_the_clock_says_nothing_of_a_page_that_names_its_source(
    write: Write, report: tuple[str, ...]
) -> None:
    plain = [text.replace("AFP", "him") for text in report]
    named = [
        plain[0].replace("carry it.", "carry it, according to the Northern Herald."),
        *plain[1:],
    ]
    early, late = "2024-07-02T08:00Z", "2024-07-02T12:00Z"
    bare = find_lineages([write("a", *plain, published=early), write("b", *plain, published=late)])
    assert bare.pickups[0].origin is Side.LEFT
    post = write("b", *plain, published=late, outlet="The Aldane Post")
    cites = [write("a", *named, published=early), post]
    assert find_lineages(cites).pickups[0].origin is None
    assert find_lineages(cites).lineages[0].origin.article is None
