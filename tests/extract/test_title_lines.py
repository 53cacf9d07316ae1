"""Headline, masthead, place and credit of pages that print them plainly."""

from __future__ import annotations

import re

import pytest

from rashomon.extract import extract, load_labeller
from rashomon.extract.title_lines import put_titles_right
from rashomon.model.article import Article, Block, Dateline, Kind, Label
from rashomon.model.page import Form, Page

STORY = """The council of Nordholm voted on Monday to close the old ferry terminal after an \
inspection found that two of its three piers could no longer carry the weight of lorries.

Mayor Ines Halvorsen said the decision was "bitter but right". She promised that a bus would take \
passengers to the new terminal from the first of May.

Traders on the quay said that nobody had asked them. A spokesman for the ferry company denied that \
it had known of the damage since the autumn.
"""


def _read(text: str, form: Form = Form.TEXT) -> Article:
    article = extract(Page(id="a", content_hash="0", form=form, text=text), load_labeller())
    assert isinstance(article, Article)
    return article


def test_capitals_stand_over_the_page_and_over_the_text() -> None:
    article = _read(
        "THE NORDHOLM COURIER\nTown  Coast  Sport  Life\n\nNORDHOLM CLOSES ITS OLD FERRY TERMINAL\n"
        f"\nBy Our Correspondent\nNordholm, April 13: {STORY}"
    )
    assert article.outlet == "The Nordholm Courier"
    assert article.headline == "NORDHOLM CLOSES ITS OLD FERRY TERMINAL"
    assert article.dateline == Dateline("Nordholm", None)


def test_a_release_has_its_office_for_an_outlet() -> None:
    story = STORY.replace("The council of Nordholm voted", "The Ministry of the Coast decided")
    article = _read(
        "MINISTRY OF THE COAST\nBureau of Public Relations\n\nPRESS RELEASE No. 12\n\n"
        "Sankt Olaf, 17 April 2023\n\nNORDHOLM FERRY TERMINAL CLOSES AFTER INSPECTION OF PIERS\n\n"
        f"{story}\nBureau of Public Relations\nHarbour Street, Sankt Olaf\n"
    )
    assert article.outlet == "Ministry of the Coast"
    assert article.headline == "NORDHOLM FERRY TERMINAL CLOSES AFTER INSPECTION OF PIERS"
    assert article.dateline == Dateline("Sankt Olaf", "2023-04-17")
    assert article.authors == ()
    assert article.kind is Kind.PRESS_RELEASE


def test_an_agency_under_the_byline_is_a_credit() -> None:
    article = _read(
        "Skip to text | Nordholm Courier | 54°F | My account\n\n"
        "Nordholm closes its ferry terminal\n\n"
        f"By ANNA LIND\nBaltic Press\nApril 17, 2023\n\n{STORY}\n\n"
        "Nordholm Courier, 9 Quay Street. No paper? Call us."
    )
    assert article.authors == ("Anna Lind",)
    assert article.credits == ("Baltic Press",)
    assert article.outlet == "Nordholm Courier"


def test_a_place_in_a_list_is_no_author() -> None:
    story = STORY.replace("The council", "In Port Askel the council")
    article = _read(
        "Nordholm closes its ferry terminal\n  • BPA\n  • |\n  • Port Askel\n  • |\n"
        f"  • Updated: 13-09-2024 22:41\n\n{story}"
    )
    assert article.authors == ()


def test_key_points_are_a_standfirst() -> None:
    article = _read(
        "Nordholm closes its ferry terminal\n* Two of three piers cannot carry lorries\n"
        f"* Traders want to go to court about it\nBy Anna Lind\n07:20, 19 Oct 2023\n{STORY}"
    )
    points = [b.slice(article.text) for b in article.blocks if b.label is Label.STANDFIRST]
    assert [point[:5] for point in points] == ["* Two", "* Tra"]
    assert article.published == "2023-10-19T07:20"


def test_what_stands_over_the_dateline_of_an_agency_is_no_text() -> None:
    text = (
        "Some clouds. A stray shower or thunderstorm is possible near the coast.\n\nSave\n\n"
        "Passengers wait on the old quay of Nordholm after the council closed the terminal.\n\n"
        "Ida Brekke\n\nNordholm closes its ferry terminal\n\nJun 1, 2019\n\n"
        f"NORDHOLM (AP) — {STORY}"
    )
    names = [Label.BODY, Label.NAVIGATION, Label.BODY, Label.BYLINE, Label.HEADLINE, Label.DATELINE]
    starts = [0, *(found.end() for found in re.finditer(r"\n\n", text))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    labels = [*names, *[Label.BODY] * (len(starts) - len(names))]
    blocks = [Block(*each) for each in zip(starts, ends, labels, strict=True)]
    put = [block.label for block in put_titles_right(text, blocks)]
    assert put[0] is Label.NAVIGATION
    assert put[2:5] == [Label.CAPTION, Label.CAPTION, Label.HEADLINE]
    assert set(put[6:]) == {Label.BODY}


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Anna Lind in Port Askel and Olav Brekke in Nordholm", ("Anna Lind", "Olav Brekke")),
        ("By Anna Lind and Olav Brekke. Translated by readers", ("Anna Lind", "Olav Brekke")),
    ],
)
def test_who_signed_where(byline: str, authors: tuple[str, ...]) -> None:
    body = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    html = (
        "<html><head><title>Ferry terminal closes | El Faro (English)</title></head><body>"
        f"<h1>Ferry terminal closes</h1><p class='by'>{byline}</p><div>{body}</div></body></html>"
    )
    article = _read(html, Form.HTML)
    assert article.authors == authors
    assert article.outlet == "El Faro"
