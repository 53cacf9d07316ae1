from __future__ import annotations

import json
import time

import pytest

from rashomon.extract import extract
from rashomon.extract.html.markup import parse_markup
from rashomon.extract.html.visible import render
from rashomon.model.article import Article, Kind, Label
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip

PARAGRAPHS = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon.",
    "Engineers who had inspected the dam above the town told reporters that it would hold, and"
    " that nobody had asked them for a second opinion since the spring.",
    "The ministry of transport did not answer a request for comment, and trains to the coast"
    " will not run before Tuesday at the earliest, a spokeswoman said.",
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "River rises in Kingsport",
    "datePublished": "2030-05-12T10:20:00+02:00",
    "dateModified": "2030-05-12T11:00:00+02:00",
    "author": [{"@type": "Person", "name": "Lena Voss"}, {"@type": "Person", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "Marrow Gazette"},
}
PAGE = f"""<!doctype html><html lang="en"><head>
<title>River rises in Kingsport | Marrow Gazette</title>
<script type="application/ld+json">{json.dumps(LINKED)}</script>
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>River rises in Kingsport</h1><p class="standfirst">A town waits for its dam to hold</p>
<div class="byline">By <a>Lena Voss</a></div>
<figure><img src="x"><figcaption>The lower town on Sunday. Photo: Omar Diaz</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p hidden>Unseen words of nobody</p>
<p>{PARAGRAPHS[2]}</p></article>
<div id="comments"><div class="comment-body"><p>I live there and nobody asked me.</p></div></div>
<aside class="related"><a href="/2">Harbour to close for a year after the storm of the spring</a>
</aside><footer>© 2030 Marrow Gazette</footer></body></html>"""


def article(html: str) -> Article:
    found = extract(Page("page", html, Form.HTML, "0" * 64))
    assert isinstance(found, Article)
    return found


def labels(found: Article) -> dict[str, Label]:
    return {block.slice(found.text): block.label for block in found.blocks}


def test_every_part_of_a_page_is_told_apart() -> None:
    found = article(PAGE)
    by_text = labels(found)
    assert [span.slice(found.text) for span in found.body] == list(PARAGRAPHS)
    assert by_text["River rises in Kingsport"] is Label.HEADLINE
    assert by_text["A town waits for its dam to hold"] is Label.STANDFIRST
    assert by_text["By Lena Voss"] is Label.BYLINE
    assert by_text["The lower town on Sunday. Photo: Omar Diaz"] is Label.CAPTION
    assert by_text["I live there and nobody asked me."] is Label.COMMENT
    assert by_text["Harbour to close for a year after the storm of the spring"] is Label.RELATED
    assert by_text["© 2030 Marrow Gazette"] is Label.NOTICE
    assert by_text["Home"] is Label.NAVIGATION
    assert "Unseen" not in found.text
    assert "color" not in found.text


def test_fields_come_from_the_head_with_their_place() -> None:
    found = article(PAGE)
    assert found.headline == "River rises in Kingsport"
    assert found.standfirst == "A town waits for its dam to hold"
    assert found.authors == ("Lena Voss",)
    assert found.credits == ("Reuters",)
    assert found.outlet == "Marrow Gazette"
    assert found.published == "2030-05-12T10:20+02:00"
    assert found.modified == "2030-05-12T11:00+02:00"
    assert found.evidence["published"][0].path == "json-ld[0].datePublished"


@pytest.mark.parametrize(
    ("stated", "place", "day"),
    [("TORVEN, May 12 (WKRN) --", "Torven", "2030-05-12"), ("Yes", None, None), ("", None, None)],
)
def test_a_dateline_in_the_head_counts_where_it_would_before_the_text(
    stated: str, place: str | None, day: str | None
) -> None:
    linked = json.dumps(LINKED | {"dateline": stated})
    dateline = article(PAGE.replace(json.dumps(LINKED), linked)).dateline
    assert (dateline and dateline.place, dateline and dateline.date) == (place, day)


def test_the_head_says_what_kind_of_page_it_is_and_where_it_belongs() -> None:
    link = '<link rel="canonical" href="https://gazette.example/river">'
    html = PAGE.replace("NewsArticle", "LiveBlogPosting").replace("<style>", f"{link}<style>")
    found = article(html)
    assert found.kind is Kind.LIVE
    assert found.url == "https://gazette.example/river"


def test_a_line_is_a_block_and_a_break_ends_it_but_not_in_a_heading() -> None:
    tree = parse_markup("<h1>River<br>rises</h1><p>One <b>two</b>&nbsp;three&shy;four<br>five</p>")
    assert tree is not None
    rendering = render(tree)
    assert rendering.text == "River rises\nOne two threefour\nfive"
    assert [rendering.text[row.start : row.end] for row in rendering.rows] == (
        rendering.text.split("\n")
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{n}='x'" for n in range(200_000)) + ">text</p>",
        '<p x=\'"\' y=">" ' + " ".join(f"a{n}" for n in range(50_000)) + ">text</p>",
        "<div>" * 50_000 + "text",
        '<p a="' * 50_000,
    ],
)
def test_markup_made_to_hang_is_a_skip_soon(html: str) -> None:
    start = time.perf_counter()
    found = extract(Page("page", html, Form.HTML, "0" * 64))
    assert time.perf_counter() - start < 2
    assert isinstance(found, Skip)
    assert found.cause is Cause.TOO_LARGE


def test_quoted_marks_inside_attributes_are_no_attributes() -> None:
    html = PAGE.replace("<article>", f"<article data-x='{json.dumps(['a b'] * 5000)}'>")
    assert len(article(html).body) == 3
