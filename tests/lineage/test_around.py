"""Paragraphs of a site that stand in the bodies of its pages are no shared text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.lineage import find_lineages
from rashomon.lineage.furniture import is_furniture
from rashomon.model.article import Article

Write = Callable[..., Article]
TEASERS = (
    "Lantern makers of Ostrava Vale say the winter fair of 1998 was the last that paid for itself, "
    "and Mayor Brigid Holloway wants to sell the Corn Exchange.",
    "Twelve geese that escaped from Pinewood Farm were found on Thursday beside the Kestrel Canal, "
    "where Constable Noor Abbas fed them until their owner Walt Emery came.",
)


def kinds(*articles: Article) -> list[str]:
    return [pickup.kind.value for pickup in find_lineages(articles).pickups]


def test_teasers_at_the_end_of_two_pages_that_are_about_other_things_are_furniture(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert kinds(write("a", *report, *TEASERS), write("b", *other, *TEASERS)) == ["furniture"]


def test_the_last_paragraphs_of_two_reports_on_one_thing_are_an_excerpt(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    about = (
        "Walt Emery of Pinewood Farm said that Constable Noor Abbas had called him at noon.",
        "Brigid Holloway, the mayor of Ostrava Vale, asked who fed birds beside the Kestrel Canal.",
    )
    one, two = write("a", *report, *about, *TEASERS), write("b", *other, *TEASERS)
    assert kinds(one, two) == ["excerpt"]


def test_a_report_in_the_middle_of_two_pages_is_no_furniture(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    one, two = write("a", *TEASERS, *report), write("b", *TEASERS, *other)
    assert kinds(one, two) == ["excerpt"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In this Monday, July 1, 2024, photo, divers stand beside a pier of the bridge in Mellin.",
        "Divers stand beside a pier of the bridge in Mellin, Monday, July 1, 2024. It stays shut.",
        "This combination of photos shows the bridge in 1950, top, and the same place today.",
        "Please confirm that you live in our delivery area.",
        "You can also get a note at once with our phone or tablet app.",
    ],
)
def test_captions_and_forms_are_furniture(paragraph: str) -> None:
    assert is_furniture(paragraph)


def test_a_report_that_names_its_weekday_is_not_furniture(report: tuple[str, ...]) -> None:
    assert not is_furniture(report[0])
    assert not is_furniture("They came for stories, in this case a narrow image of the bridge.")


def test_a_post_that_two_pages_show_is_no_shared_text(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    post = (
        "From the first of June every lorry that leaves the northern quays will pay a toll until "
        "the harbour office stops sending them across our only bridge without asking us first.",
        "— Ines Tarrow (@inestarrow) May 31, 2024",
    )
    one, two = write("a", *report[:2], *post, *report[2:]), write("b", *other[:1], *post, other[1])
    assert kinds(one, two) == ["furniture"]


def test_two_states_of_a_rolling_file_are_one_text(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    heading = "MELLIN — The Latest on the northern bridge and its ferries (all times local):"
    early, late = (*report[1:], *other[:2]), (TEASERS[0], other[2], *report[1:4])
    versions = write("a", heading, *early), write("b", heading, *late)
    assert kinds(*versions) in (["trimmed"], ["extended"])
    assert len(find_lineages(versions).lineages) == 1
    assert kinds(write("a", *early), write("b", *late)) == ["excerpt"]


def test_entries_under_one_clock_are_of_one_rolling_file(
    write: Write, report: tuple[str, ...], other: tuple[str, ...]
) -> None:
    early = write("a", "8:35 a.m.", *report[:2], "7:10 a.m.", *other[:2])
    late = write(
        "b",
        "11:20 a.m.",
        "The ministry has sent two engineers by train, who are to look at the piers tonight and "
        "to tell the town by the weekend what a new pier would cost and how long it would take.",
        report[3],
        "8:35 a.m.",
        *report[:2],
    )
    assert [(p.left, p.right) for p in find_lineages([early, late]).pickups] == [("a", "b")]
    assert len(find_lineages([early, late]).lineages) == 1
    others = write("b", *(block.slice(late.text).replace("8:35", "9:40") for block in late.body))
    assert len(find_lineages([early, others]).lineages) == 2
