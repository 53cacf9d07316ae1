"""A document names its authors in many places; readers' comments and menus name others."""

from __future__ import annotations

import json

import pytest

from rashomon.extract import extract
from rashomon.extract.html.people import people_in
from rashomon.model.article import Article
from rashomon.model.page import Form, Page

TEXT = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon."
)


def authors(signature: str = "", head: str = "", foot: str = "", over: str = "") -> Article:
    html = (
        f'<html lang="en"><head><title>River rises in Kingsport</title>{head}</head><body>{over}'
        f"<article><h1>River rises in Kingsport</h1>{signature}<p>{TEXT}</p>"
        f"<p>{TEXT[:-1]}, too.</p><p>Trains to the coast will not run before Tuesday.</p>"
        f"</article>{foot}"
        "</body></html>"
    )
    found = extract(Page("page", html, Form.HTML, "0" * 64, url="https://marrow.example/river"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("<div>Von Lena Voss und Omar Diaz</div>", ("Lena Voss", "Omar Diaz")),
        ('<p class="post-byline">Par LENA VOSS, grand reporter</p>', ("Lena Voss",)),
        ('<a rel="author" href="/author/lena/">Lena</a>', ("Lena",)),
        ('<span class="author vcard"><a class="fn">river7</a></span>', ("river7",)),
        ('<span itemprop="author">Lena Voss y Omar Diaz</span>', ("Lena Voss", "Omar Diaz")),
        ("<div>Autor:</div><div>Lena Voss/MPA</div>", ("Lena Voss",)),
        ('<a rel="author" href="/author/1/">admin</a>', ()),
        ('<a rel="author" href="/author/1/">Redaktion</a>', ()),
        ('<a rel="author" href="/author/1/">Marrow</a>', ()),
        ('<div class="author">Reuters</div>', ()),
        ('<div class="byline"><a>Lena Voss</a><a>Omar Diaz</a></div>', ("Lena Voss", "Omar Diaz")),
        ('<div class="byline"><span>Lena</span> <span>Voss</span></div>', ("Lena Voss",)),
        ('<div class="byline">Lena Voss<span>@lena</span></div>', ("Lena Voss",)),
        ('<div class="author">Kommentar von Lena Voss</div>', ("Lena Voss",)),
        ('<p class="ab fn cd gx">Harbour</p>', ()),
        ('<span class="kXfN2 aBy">Harbour</span>', ()),
        ('<p class="byline">Photographs by Omar Diaz</p>', ()),
        ('<p class="author">김한별 기자</p>', ("김한별",)),
        ('<p class="author">文：青木 花子</p>', ("青木 花子",)),
        ('<p class="author">港町新聞社</p>', ()),
        ("<div>Von Helena am 3. Mai 2030, 11:51 | 2 Meinungen</div>", ("Helena",)),
        ("<div>By LENA VOSS and OMAR DIAZ Reuters</div>", ("Lena Voss", "Omar Diaz")),
        ("<div>Ein Beitrag geteilt von Lena Voss (@lena) am 3. Mai 2030</div>", ()),
        ('<span class="author">Marrow.com</span>', ()),
        ('<p class="author">Lena Voss | El Heraldo de Marrow</p>', ("Lena Voss",)),
    ],
)
def test_signatures(signature: str, expected: tuple[str, ...]) -> None:
    found = authors(signature)
    assert found.authors == expected


def test_what_readers_see_beats_the_head() -> None:
    head = '<meta name="author" content="Ada Web">'
    assert authors("<p>By Lena Voss</p>", head).authors == ("Lena Voss",)
    assert authors("", head).authors == ("Ada Web",)


def test_two_that_agree_outvote_a_third() -> None:
    head = '<meta name="author" content="Lena Voss">'
    marked = "<div class='author'>Lena Voss</div><div class='author'>Omar Diaz</div>"
    assert authors(f"<p>By Lena Voss</p>{marked}", head).authors == ("Lena Voss",)
    assert authors(marked, head).authors == ("Lena Voss", "Omar Diaz")


def test_a_site_may_go_by_the_name_of_its_author() -> None:
    site = '<meta property="og:site_name" content="{0}"><meta name="author" content="{0}">'
    assert authors(head=site.format("Helena Voss")).authors == ("Helena Voss",)
    assert authors(head=site.format("Kingsport Harbour")).authors == ()


def test_a_name_of_any_shape_that_two_sources_give() -> None:
    said = {"@type": "Article", "author": {"@type": "Person", "name": "Der Flussbote"}}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    marked = '<a class="author" href="/author/1/">Von Der Flussbote</a>'
    assert authors(marked, script).authors == ("Der Flussbote",)
    assert authors(marked).authors == ()


def test_keys_that_sites_make_up() -> None:
    assert authors(head='<meta name="abc:authors" content="Lena Voss">').authors == ("Lena Voss",)
    assert authors(head='<meta name="book:author" content="Lena Voss">').authors == ()


def test_a_reference_in_linked_data_is_followed() -> None:
    person = {"@type": "Person", "@id": "#1", "name": "Lena Voss"}
    graph = {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#1"}}, person]}
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert authors(head=script).authors == ("Lena Voss",)


def test_a_card_names_who_wrote() -> None:
    card = (
        "<meta name='twitter:label1' content='Verfasst von'>"
        "<meta name='twitter:data1' content='Lena Voss'>"
    )
    assert authors(head=card).authors == ()
    assert authors(head=card, foot="<p>About Lena Voss</p>").authors == ("Lena Voss",)


def test_readers_and_menus_sign_nothing() -> None:
    comment = (
        '<div id="comments"><p class="comment-author">Omar Diaz</p><p>Nobody asked me.</p></div>'
    )
    menu = "<ul>" + "".join(f"<li>Item {n}</li>" for n in range(12)) + "</ul>"
    assert authors(foot=comment).authors == ()
    assert authors(over=f"<div>By Main Street Harbour</div>{menu}").authors == ()


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Posted on 3 May 2030 by Lena Voss", ["Lena Voss"]),
        ("Lena Voss for The Marrow Gazette, Omar Diaz", ["Lena Voss", "Omar Diaz"]),
        ("Ana Costa e Silva", ["Ana Costa e Silva"]),
        ("lena@marrow.example", []),
        ("Prof. Dr. med. Lena Voss", ["Lena Voss"]),
        ("Marrow Press Office", []),
        ("Lena Voss (Kingsport, desk for the coast), Omar Diaz (od)", ["Lena Voss", "Omar Diaz"]),
        ("Lena Voss, Senior Writer, River Watch", ["Lena Voss"]),
        ("Al Voss", ["Al Voss"]),
    ],
)
def test_people_in_a_signature(value: str, people: list[str]) -> None:
    assert list(people_in(value, ("Marrow",))) == people
