from __future__ import annotations

import time

import pytest

from rashomon.extract import extract
from rashomon.extract.html.markup import MAX_LINES
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip

PARAGRAPH = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon."
)


def cause(text: str, form: Form) -> Cause | None:
    found = extract(Page("page", text, form, "0" * 64))
    return found.cause if isinstance(found, Skip) else None


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000,
        "<html><body>" + "<p>word " * 160_000,
        "<p " + " ".join(f"a{number}=1" for number in range(4_000)) + ">word</p>",
        "<html><body>" + "word<br>" * (MAX_LINES + 2),
    ],
)
def test_markup_out_of_all_proportion_is_not_read(text: str) -> None:
    assert cause(text, Form.HTML) is Cause.TOO_LARGE


@pytest.mark.parametrize("form", [Form.TEXT, Form.CLEAN])
def test_more_lines_than_a_page_has_are_not_read_and_blank_ones_do_not_count(form: Form) -> None:
    assert cause("word\n" * (MAX_LINES + 1), form) is Cause.TOO_LARGE
    assert cause(PARAGRAPH + "\n" * (MAX_LINES + 1) + PARAGRAPH, form) is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<!DOCTYPE " + "/" * 50_000 + f"<p>{PARAGRAPH}</p>", Form.HTML),
        (
            f"<p>{PARAGRAPH}</p>" + "<table><tr><td>A cell of it</td></tr></table>" * 4_000,
            Form.HTML,
        ),
        ("1" * 50_000 + "\n" + PARAGRAPH, Form.TEXT),
    ],
    ids=["slashes", "tables", "digits"],
)
def test_what_took_the_square_of_its_length_does_not(text: str, form: Form) -> None:
    start = time.process_time()
    cause(text, form)
    assert time.process_time() - start < 10  # minutes before; a second or two now


def test_a_page_of_headlines_is_no_article() -> None:
    links = "".join(
        f"<li><a href='/{number}'>A bridge falls in the town of Number {number}</a></li>"
        for number in range(12)
    )
    assert cause(f"<html><body><ul>{links}</ul></body></html>", Form.HTML) is Cause.NOT_AN_ARTICLE
    assert cause(f"<ul>{links}</ul><p>{PARAGRAPH}</p>", Form.HTML) is None
    says_so = "<head><meta property='og:type' content='article'></head>"
    assert cause(f"<html>{says_so}<body><ul>{links}</ul></body></html>", Form.HTML) is None
