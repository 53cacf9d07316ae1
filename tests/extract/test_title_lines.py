"""Headline, masthead, place and credit of pages that print them plainly."""

from __future__ import annotations

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


def _put(lines: list[tuple[str, Label]]) -> list[Label]:
    text = "\n\n".join(line for line, _ in lines)
    blocks, start = [], 0
    for line, label in lines:
        blocks.append(Block(start, start + len(line), label))
        start += len(line) + 2
    return [block.label for block in put_titles_right(text, blocks)]


PARAGRAPHS = [(line, Label.BODY) for line in STORY.strip().split("\n\n")]
TITLE = ("Nordholm closes its ferry terminal", Label.HEADLINE)
SUMMARY = (
    "Traders and passengers of Nordholm are angry that the council closed the terminal at once."
)


def test_what_stands_over_the_dateline_of_an_agency_is_no_text() -> None:
    first, *others = PARAGRAPHS
    put = _put(
        [
            ("Some clouds. A stray shower is possible near the coast.", Label.BODY),
            ("Save", Label.NAVIGATION),
            ("Passengers wait on the old quay of Nordholm after the vote.", Label.BODY),
            ("Ida Brekke", Label.BYLINE),
            TITLE,
            ("Jun 1, 2019", Label.DATELINE),
            (f"NORDHOLM (AP) — {first[0]}", Label.BODY),
            *others,
        ]
    )
    assert put[0] is Label.NAVIGATION
    assert put[2:5] == [Label.CAPTION, Label.CAPTION, Label.HEADLINE]
    assert set(put[6:]) == {Label.BODY}


def test_captions_that_are_printed_twice_are_no_text() -> None:
    small = ("Passengers wait on the old quay of Nordholm after the vote.", Label.BODY)
    other = ("Mayor Ines Halvorsen speaks to traders on the quay on Monday.", Label.BODY)
    by, save = ("Ida Brekke", Label.NAVIGATION), ("Save", Label.NAVIGATION)
    put = _put([small, by, save, TITLE, small, by, other, by, *PARAGRAPHS])
    assert put == [
        *[Label.CAPTION] * 2,
        Label.NAVIGATION,
        Label.HEADLINE,
        *[Label.CAPTION] * 4,
        *[Label.BODY] * len(PARAGRAPHS),
    ]
    # A text that is printed twice stays.
    assert _put([TITLE, *PARAGRAPHS, TITLE, *PARAGRAPHS])[1] is Label.BODY
    rule = ("___", Label.NAVIGATION)
    digest = _put([TITLE, PARAGRAPHS[0], rule, PARAGRAPHS[1], PARAGRAPHS[0], rule, PARAGRAPHS[2]])
    assert digest.count(Label.BODY) == 4


def test_a_sentence_alone_over_the_dateline_is_a_standfirst() -> None:
    first, *others = PARAGRAPHS
    opened = (f"NORDHOLM — {first[0]}", Label.BODY)
    assert _put([TITLE, (SUMMARY, Label.BODY), opened, *others])[1] is Label.STANDFIRST
    second = (f"PORT ASKEL — {others[0][0]}", Label.BODY)
    assert _put([TITLE, (SUMMARY, Label.BODY), opened, second])[1] is Label.BODY


def test_a_standfirst_that_no_text_follows_is_the_text() -> None:
    assert _put([TITLE, (SUMMARY, Label.STANDFIRST)])[1] is Label.BODY
    assert _put([TITLE, (SUMMARY, Label.STANDFIRST), *PARAGRAPHS])[1] is Label.STANDFIRST
    assert _put([TITLE, ("The town and its quay", Label.STANDFIRST)])[1] is Label.STANDFIRST


def test_a_text_does_not_open_with_a_line_that_is_no_sentence() -> None:
    title = ("Minister says sorry to the islanders", Label.BODY)
    points = [
        ("* Port director given the boot over the quay", Label.BODY),
        ("* Seven ferries now known to be unsafe", Label.BODY),
    ]
    put = _put([("Northern Courier", Label.NAVIGATION), title, *points, *PARAGRAPHS])
    assert put[1:4] == [Label.HEADLINE, Label.STANDFIRST, Label.STANDFIRST]
    assert _put([TITLE, title, *PARAGRAPHS])[1] is Label.BODY


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
