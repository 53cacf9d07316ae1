"""Which heading is the headline, and what in it is not."""

from __future__ import annotations

import pytest

from rashomon.extract import extract
from rashomon.model.article import Article
from rashomon.model.page import Form, Page

TEXT = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon."
)


def headline(body: str, title: str, head: str = "") -> str | None:
    html = (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body>{body}<p>{TEXT}</p>"
        f"<p>{TEXT[:-1]}, too.</p><p>{TEXT[4:]}</p></body></html>"
    )
    found = extract(Page("page", html, Form.HTML, "0" * 64))
    assert isinstance(found, Article)
    for item in found.evidence.get("headline", ()):
        shown = item.start is None or found.text[item.start : item.end]
        assert shown is True or " ".join(shown.split()) == found.headline
    return found.headline


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><span class='overline'>The flood</span> River rises in Kingsport</h1>",
        "<h1><time>12 May 2030</time> River rises in Kingsport</h1>",
        "<h1><a class='rubric'>Towns</a> River rises in Kingsport</h1>",
        "<h1>River rises in Kingsport <span class='visually-hidden'>| Marrow</span></h1>",
        "<h1 class='site-title'>A paper for all of us</h1><h2>River rises in Kingsport</h2>",
    ],
)
def test_kickers_dates_and_site_names_are_no_headline(heading: str) -> None:
    assert headline(heading, "River rises in Kingsport | Marrow") == "River rises in Kingsport"


def test_a_title_that_the_head_cuts_short_is_whole_on_the_page() -> None:
    heading = "<h1>River rises in Kingsport and the lower town waits</h1>"
    head = "<meta property='og:title' content='River rises in Kingsport'>"
    assert headline(heading, "Marrow", head) == "River rises in Kingsport and the lower town waits"


def test_a_section_s_name_is_no_headline() -> None:
    title = "River rises in Kingsport - Marrow Gazette"
    assert headline("<h1>Towns</h1>", title) == "River rises in Kingsport"


def test_a_kicker_takes_its_colon_with_it() -> None:
    heading = "<h1><span class='kicker'>The flood</span>: River rises in Kingsport</h1>"
    assert headline(heading, "The flood: River rises in Kingsport") == "River rises in Kingsport"


def test_a_heading_above_the_text_comes_before_a_title_that_all_pages_have() -> None:
    menu = "<h2>Towns</h2>"
    assert headline(f"{menu}<h2>River rises in Kingsport</h2>", "Marrow Gazette online") == (
        "River rises in Kingsport"
    )
