"""The day that readers see, the minute that the head knows, and what speaks against either."""

from __future__ import annotations

import json

import pytest

from rashomon.extract import extract
from rashomon.model.article import Article
from rashomon.model.page import Form, Page

TEXT = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon."
)


def article(
    shown: str = "",
    text: str = TEXT,
    captured: str | None = None,
    path: str = "river",
    **stated: str,
) -> Article:
    linked = {"@type": "NewsArticle", "articleSection": "Towns", **stated}
    html = (
        "<html lang='en'><head><title>River rises in Kingsport</title>"
        f"<script type='application/ld+json'>{json.dumps(linked)}</script></head><body><article>"
        f"<h1>River rises in Kingsport</h1>{shown}<p>{text}</p><p>{TEXT[:-1]}, too.</p>"
        "</article></body></html>"
    )
    url = f"https://marrow.example/{path}"
    found = extract(Page("page", html, Form.HTML, "0" * 64, url=url, captured=captured))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("shown", "stated", "published"),
    [
        ("", "2030-05-12T10:20:00+02:00", "2030-05-12T10:20+02:00"),
        ("<time>12 May 2030</time>", "2030-05-12T10:20:00+02:00", "2030-05-12T10:20+02:00"),
        ("<time>13 May 2030</time>", "2030-05-12T23:20:00Z", "2030-05-13"),
        ("<div>Last updated on 14 May 2030</div>", "2030-05-12T23:20:00Z", "2030-05-12T23:20Z"),
        ("<time>8 May 2030</time>", "2030-05-12T10:20:00Z", "2030-05-08"),
    ],
)
def test_the_day_is_what_readers_see(shown: str, stated: str, published: str) -> None:
    found = article(shown, datePublished=stated)
    assert found.published == published
    methods = " ".join(item.method for item in found.evidence["published"])
    assert (found.published[:10] == stated[:10]) != ("not taken" in methods)


def test_a_change_is_no_publication() -> None:
    found = article(
        "<time>14 May 2030</time>",
        datePublished="2030-05-12T10:20:00Z",
        dateModified="2030-05-14T08:00:00Z",
    )
    assert (found.published, found.modified) == ("2030-05-12T10:20Z", "2030-05-14T08:00Z")


def test_the_address_decides_over_a_night() -> None:
    found = article(path="2030/05/13/river", datePublished="2030-05-12T23:20:00Z")
    assert found.published == "2030-05-13"
    assert article(path="2030/05/13/river").published == "2030-05-13"


@pytest.mark.parametrize(
    ("path", "published"), [("2019/", None), ("river-2019-03/", "2019-03-01"), ("", None)]
)
def test_a_year_alone_is_no_day(path: str, published: str | None) -> None:
    assert article(f"<p>© 2019 The Gazette</p><img src='/{path}a.png'>").published == published


def test_what_speaks_against_a_date_is_marked_and_nothing_dropped() -> None:
    past = TEXT.replace("on Sunday", "on 20 May 2030")
    found = article(text=past, datePublished="2030-05-12")
    [doubt] = found.evidence["doubts"]
    assert found.published == "2030-05-12"
    assert found.text[doubt.start : doubt.end] == "20 May 2030"
    ahead = TEXT.replace("on Sunday", "will be seen on 20 May 2030")
    assert "doubts" not in article(text=ahead, datePublished="2030-05-12").evidence
    late = article(captured="2030-05-11T09:00:00Z", datePublished="2030-05-12")
    assert [item.path for item in late.evidence["doubts"]] == ["captured"]


def test_the_section_is_the_head_s() -> None:
    assert article().section == "Towns"
