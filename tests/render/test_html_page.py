from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import example, given, settings
from render.hostile import ATTACKS, hostile_texts, poisoned
from render.invented import DOSSIER, PAGES, SKIPPED, make_page

from rashomon.model.article import Label
from rashomon.model.dossier import Counts
from rashomon.model.lineage import Lineage
from rashomon.model.span import Citation, Span
from rashomon.render import html_page, render_html, render_markdown
from rashomon.render.page_text import runs
from rashomon.render.register import Register, citations
from rashomon.render.shown import one_line, shown

TAGS = """
html head meta title style body a header p span h1 h2 h3 h4 bdi ul ol li b time nav main section
article div q details summary mark figure figcaption del ins footer aside script
svg desc defs marker path g rect text circle line
"""
ATTRIBUTES = """
lang charset http-equiv content name class href id aria-labelledby aria-label aria-hidden title
datetime data-page data-start data-end rel dir role tabindex hidden open
viewbox x y x1 x2 y1 y2 cx cy r rx width height d font-size text-anchor marker-end marker-start
refx refy markerwidth markerheight orient
"""
OWN_NAME = re.compile(r"[a-z]+(-[a-zA-Z]+)*(-\d+)*|p\d+-\d+-\d+|t\d+|account-[A-Z]+")
PAGE = lxml.html.fromstring(render_html(DOSSIER, skipped=SKIPPED))


def said(element: lxml.html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_the_three_counts_are_three() -> None:
    assert [said(item) for item in PAGE.cssselect(".counts li")] == [
        "5 pages",
        "4 named outlets",
        "4 accounts",
    ]


def test_a_contested_point_shows_its_positions_side_by_side() -> None:
    point = PAGE.cssselect(".point.contested")[0]
    stands = [stand.get("class") for stand in point.cssselect(".stand")]
    assert stands == [
        "stand affirms",
        "stand denies",
        "stand declines",
        "stand uncertain",
        "stand asserted",
    ]
    affirms = point.cssselect(".affirms")[0]
    assert [said(chip) for chip in affirms.cssselect(".chip")] == [
        "The Harbour Gazette +3",
        "CPA",
        "The Harbour Gazette",
        "two rail inspectors",
    ]
    assert "carried by 3 accounts, one root" in said(affirms)
    assert "unnamed, official" in said(affirms)


def test_every_citation_leads_to_its_passage() -> None:
    register = Register(DOSSIER)
    for cited in citations(DOSSIER, register):
        anchor = register.anchor(cited)
        (place,) = PAGE.cssselect(f'[id="{anchor}"]')
        words, mark = "", place.getnext()
        while len(words) < len(cited.text):
            words += mark.text_content() if mark.tag == "mark" else ""
            mark = mark.getnext()
        assert words.startswith(cited.text)
    targets = {element.get("id") for element in PAGE.cssselect("[id]")}
    links = {link.get("href") for link in PAGE.cssselect("a[href^='#']")}
    assert {link[1:] for link in links} <= targets


def test_headings_are_in_order_and_ids_are_unique() -> None:
    levels = [int(h.tag[1]) for h in PAGE.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(right - left <= 1 for left, right in pairwise(levels))
    ids = [element.get("id") for element in PAGE.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_the_canonical_text_is_there_as_it_is() -> None:
    page = PAGE.cssselect("#page-3 .text")[0]
    for label in page.cssselect(".label"):
        label.drop_tree()
    assert said(page) == " ".join(PAGES[2].text.split())


def test_comments_are_counted_and_only_shown_when_asked_for() -> None:
    assert "OldSailor44" not in render_html(DOSSIER)
    assert "1 comment block set apart (61 characters)" in said(PAGE.get_element_by_id("page-1"))
    assert "OldSailor44" in render_html(DOSSIER, comments=True)


def test_excerpts_hold_cited_passages_only() -> None:
    page = render_html(DOSSIER, excerpts=True)
    cited = html_page._cited(DOSSIER, Register(DOSSIER))
    checked = 0
    for article in PAGES:
        for run in runs(article, cited.get(article.id, ())):
            for piece in (piece for line in run.lines for piece in line.pieces):
                if len(piece.text) > 15 and not piece.cited and piece.text != article.headline:
                    assert piece.text not in page
                    checked += 1
    assert checked > 10


def test_what_was_skipped_is_said_with_its_cause() -> None:
    left_out = said(PAGE.cssselect("#left-out")[0])
    assert "2 inputs skipped: no text" in left_out
    assert "3 points on which fewer accounts speak" in left_out
    assert "stub.txt at extract: 38 characters, 250 needed" in left_out
    assert "2 sentences of the brief" in left_out


def test_an_address_is_a_link_only_if_it_is_http() -> None:
    links = {a.get("href"): a for a in PAGE.cssselect("a[rel]")}
    assert "https://marrowpost.example/kelder" in links
    assert all("noreferrer" in a.get("rel") for a in links.values())
    assert "javascript:alert(1)" not in {a.get("href") for a in PAGE.iter("a")}


def test_it_needs_nothing_from_elsewhere() -> None:
    assert not PAGE.cssselect("link, img, iframe, object, embed, form, [src], [style]")
    assert "default-src 'none'" in PAGE.cssselect("meta[http-equiv]")[0].get("content")


@given(hostile_texts)
@example("".join(ATTACKS))
@settings(max_examples=20)
def test_no_element_or_attribute_is_made_of_page_text(attack: str) -> None:
    html = render_html(poisoned(DOSSIER, attack))
    html.encode()
    page = lxml.html.document_fromstring(html)
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} <= set(TAGS.split())
    attributes = {str(key).lower() for element in elements for key in element.attrib}
    assert attributes <= set(ATTRIBUTES.split())
    for element in elements:
        assert OWN_NAME.fullmatch(element.get("id", "x"))
        assert re.match(r"#|https?://", element.get("href", "#"))
    assert one_line(attack) in said(page.cssselect("h1")[0])
    assert len(page.cssselect("script")) == len(page.cssselect("style")) == 1


@given(hostile_texts)
def test_what_is_shown_keeps_its_places(attack: str) -> None:
    assert len(shown(attack)) == len(attack)
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", shown(attack))


def test_beyond_300_pages_only_cited_ones_bring_their_text() -> None:
    more = tuple(
        make_page(f"more-{i}", [(Label.BODY, f"Uncited words of page {i}.")]) for i in range(400)
    )
    dossier = dataclasses.replace(
        DOSSIER,
        pages=(*PAGES, *more),
        lineages=(*DOSSIER.lineages, *(Lineage(f"m{p.id}", (p.id,)) for p in more)),
        counts=Counts(405, 4, 404),
    )
    html = render_html(dossier)
    assert "Uncited words" not in html
    assert "Residents of Kelder woke" in html
    assert "400 pages of 405 without full text here" in " ".join(html.split())
    assert "and 401 more accounts on 401 pages" in html


@pytest.mark.parametrize("empty", ["points", "figures", "timeline", "lineages", "brief", "names"])
def test_a_part_may_be_empty(empty: str) -> None:
    render_html(dataclasses.replace(DOSSIER, **{empty: ()}))


def test_what_thousands_of_pages_say_is_shown_in_part_and_the_rest_counted() -> None:
    page = DOSSIER.pages[0]
    same = [Citation(page.id, start, start + 4, "same") for start in range(200)]
    other = [page.cite(Span(start, start + 3 + start % 7)) for start in range(100)]
    position = dataclasses.replace(DOSSIER.points[0].positions[0], evidence=(*same, *other))
    point = dataclasses.replace(DOSSIER.points[0], positions=(position,))
    dossier = dataclasses.replace(DOSSIER, points=(point,))
    words = len({one_line(cited.text) for cited in (*same, *other)})
    for text in (render_html(dossier), render_markdown(dossier)):
        assert "and 140 more, all in the JSON" in text
        assert f"and {words - 60} more, all in the JSON" in text
