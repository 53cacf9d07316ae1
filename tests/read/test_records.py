from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import read
from rashomon.read.named import NAMES

BODY = "A ferry ran aground off Marrow Head on Sunday, the coast guard said."


def read_value(value: Any, **dumped: Any) -> list[Page | Article | Skip]:
    raw = value if isinstance(value, bytes) else json.dumps(value, **dumped).encode()
    return list(read("-", stdin=io.BytesIO(raw)))


def only_page(value: Any, **dumped: Any) -> Page:
    [page] = read_value(value, **dumped)
    assert isinstance(page, Page), page
    return page


# ninjs 1.x, 2.x and 3.x of one invented item.
OLD = {
    "uri": "urn:post:1",
    "type": "text",
    "versioncreated": "2031-05-12T07:00:00Z",
    "firstcreated": "2031-05-12T06:30:00Z",
    "byline": "By Ada Holm",
    "headline": "Ferry aground",
    "copyrightholder": "Sund News Agency",
    "located": "Marrow Head",
    "body_text": BODY,
    "body_xhtml": f"<p>{BODY}</p>",
    "associations": {
        "photo": {"uri": "urn:post:2", "type": "picture", "headline": "The ferry"},
        "facts": {"type": "text", "headline": "The ferry in figures", "body_text": "It is old."},
    },
}
MIDDLE = {
    "uri": "urn:post:1",
    "versioncreated": "2031-05-12T07:00:00Z",
    "firstcreated": "2031-05-12T06:30:00Z",
    "by": "By Ada Holm",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry aground"}],
    "copyrightholder": "Sund News Agency",
    "bodies": [
        {"role": "plain", "contenttype": "text/plain", "value": BODY},
        {"role": "rich", "contenttype": "application/xhtml+xml", "value": f"<p>{BODY}</p>"},
    ],
}
NEW = {
    "uri": "urn:post:1",
    "versionCreated": "2031-05-12T07:00:00Z",
    "firstCreated": "2031-05-12T06:30:00Z",
    "by": "By Ada Holm",
    "headlines": [{"role": "main", "value": "Ferry aground"}],
    "copyrightHolder": "Sund News Agency",
    "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{BODY}</p>"}],
}


@pytest.mark.parametrize("item", [OLD, MIDDLE, NEW])
def test_ninjs_of_each_version(item: dict[str, Any]) -> None:
    page = read_value(item, indent=2)[0]
    assert isinstance(page, Page)
    assert (page.id, page.form, page.outlet) == ("urn:post:1", Form.HTML, "Sund News Agency")
    assert page.published == "2031-05-12T06:30:00Z"
    for shown in ("<h1>Ferry aground</h1>", ">By Ada Holm<", f"<p>{BODY}</p>", "T07:00:00Z"):
        assert shown in page.text


def test_plain_text_of_an_agency_is_all_body() -> None:
    item = {key: value for key, value in OLD.items() if key not in ("body_xhtml", "associations")}
    page = only_page(item)
    assert page.form is Form.HTML
    assert f"<p>{BODY}</p>" in page.text


def test_texts_that_come_with_an_item_are_pages_too() -> None:
    items = read_value(OLD)
    assert [item.id for item in items if isinstance(item, Page)] == [
        "urn:post:1",
        "urn:post:1#facts",
    ]
    [skip] = read_value(OLD["associations"]["photo"] | {"usageterms": "None"})  # type: ignore[index]
    assert isinstance(skip, Skip)
    assert (skip.cause, skip.subject) == (Cause.NO_TEXT, "urn:post:2")


EVENT = {
    "uri": "7001",
    "lang": "eng",
    "dateTime": "2031-05-12T09:00:00Z",
    "dateTimePub": "2031-05-12T06:30:00Z",
    "url": "https://post.example/1",
    "title": "Ferry aground",
    "body": BODY,
    "source": {"uri": "post.example", "title": "The Harbour Post"},
    "authors": [{"uri": "ada", "name": "Ada Holm"}, {"name": "Ole Berg"}],
}
CRAWLED = {
    "title": "Ferry aground",
    "maintext": BODY,
    "authors": ["Ada Holm", "Ole Berg"],
    "date_publish": "2031-05-12 06:30:00",
    "date_download": "2031-05-13 01:00:00",
    "source_domain": "The Harbour Post",
    "url": "https://post.example/1",
}
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry aground",
    "articleBody": BODY,
    "author": [{"@type": "Person", "name": "Ada Holm"}, {"@type": "Person", "name": "Ole Berg"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "datePublished": "2031-05-12T06:30:00Z",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://post.example/1"},
}


@pytest.mark.parametrize("record", [EVENT, CRAWLED, SCHEMA])
def test_what_services_and_crawlers_give(record: dict[str, Any]) -> None:
    page = only_page(record)
    assert (page.form, page.outlet) == (Form.TEXT, "The Harbour Post")
    assert page.url == "https://post.example/1"
    assert (page.published or "").startswith("2031-05-12")
    lines = [line for line in page.text.split("\n") if line]
    assert lines[:2] == ["Ferry aground", "By Ada Holm and Ole Berg"]
    assert lines[-1] == BODY
    assert page.id == record.get("uri", "https://post.example/1")


def test_lists_and_wrappers_hold_records() -> None:
    second = {**EVENT, "uri": "7002"}
    for value in (
        [EVENT, second],
        {"articles": {"results": [EVENT, second], "totalResults": 2}},
        {"hits": {"hits": [{"_id": "a", "_source": EVENT}, {"_source": second}]}},
    ):
        for indent in (None, 2):
            items = read_value(value, indent=indent)
            assert [item.id for item in items if isinstance(item, Page)] == ["7001", "7002"]
    lines = f"{json.dumps(EVENT)}\n{json.dumps(second)}\n".encode()
    assert len(read_value(lines)) == 2
    assert len(read_value(b"\n \n" + json.dumps([EVENT]).encode())) == 1


def test_a_json_feed_names_the_outlet() -> None:
    item = {"id": 5, "content_html": f"<p>{BODY}</p>", "title": "Ferry"}
    page = only_page(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [item]}
    )
    assert (page.id, page.outlet, page.form) == ("5", "Post", Form.HTML)


@pytest.mark.parametrize("moment", [1936333800, "1936333800", 1936333800123])
def test_seconds_since_1970_are_told_as_a_moment(moment: int | str) -> None:
    page = only_page({"title": "Ferry", "body": BODY, "timestamp": moment, "date": 60119})
    assert page.published == "2031-05-12T06:30:00Z"


def test_own_records_are_taken_as_they_are() -> None:
    page = only_page({"id": "1", "text": BODY, "note": "kept by the archive", "published": "2031"})
    assert (page.text, page.published) == (BODY, "2031")


def test_an_unknown_record_is_told_what_is_known() -> None:
    for value in ({"heading": "Ferry", "words": 7}, [{"words": BODY}], {"title": "Ferry"}):
        [skip] = read_value(value, indent=1)
        assert isinstance(skip, Skip)
        assert skip.cause is Cause.BAD_RECORD
        assert "articlebody" in skip.detail
        assert any(key in skip.detail for key in ("heading", "words", "title"))


@pytest.mark.parametrize("depth", [50, 400, 900])
def test_what_is_nested_deep_is_a_skip_and_no_crash(depth: int) -> None:
    deep = "[" * depth + "1" + "]" * depth
    for text in (
        f'{{"articles": {deep}}}',
        f'[{{"id": 1}}, {deep}]',
        f'{{"id": {deep}, "text": "x"}}',
        f'{{"id": "1", "text": "x", "url": {deep}}}',
        f'{{"uri": "1", "bodies": {deep}, "associations": {deep}}}',
        f'{{"title": {deep}, "body": {deep}}}',
    ):
        items = read_value(text.encode())
        assert items
        assert all(isinstance(item, Skip) for item in items)


def test_text_in_brackets_is_text() -> None:
    for raw in (b"[Photo] The ferry ran aground.", b"[1, 2]", b"{curly} talk"):
        assert isinstance(read_value(raw)[0], Page)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([n for names in NAMES.values() for n in names[:3]])
            | st.sampled_from(
                ["bodies", "headlines", "associations", "articles", "uri", "body_text"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(_VALUES, st.sampled_from([None, 1]))
def test_any_json_gives_pages_or_skips(value: Any, indent: int | None) -> None:
    for item in read_value(value, indent=indent):
        assert isinstance(item, (Page, Article, Skip))
