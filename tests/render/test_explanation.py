"""Explanations hold what they are asked for, on a terminal and as a page, whatever a page says."""

from __future__ import annotations

import json
import re

import lxml.html
from extract.explained_pages import DUMP, EMPTY, MARKUP
from hypothesis import example, given, settings
from render.hostile import ATTACKS, hostile_texts

from rashomon.extract import explain, load_labeller
from rashomon.model.article import Label
from rashomon.model.page import Form, Page
from rashomon.render import render_explanation_html, render_explanation_text, render_record

EXPLANATION = explain(DUMP)
HTML = render_explanation_html(EXPLANATION)
PAGE = lxml.html.fromstring(HTML)
TAGS = set(
    """html head meta title style body a header p span h1 h2 bdi ul ol li b nav main section details
    summary dl dt dd div code footer script""".split()
)
ATTRIBUTES = set(
    """lang charset http-equiv content name class href id aria-labelledby aria-label dir open start
    """.split()
)


def test_a_pipe_gets_labels_and_reasons_in_words_alone() -> None:
    text = render_explanation_text(EXPLANATION, 80)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert "Article: paragraphs under a headline." in text
    assert "Cut off: asks to pay or to sign in for the rest (line 10)" in text
    for label in {line.label for line in EXPLANATION.lines}:
        sign = "+" if label in (Label.HEADLINE, Label.BODY, Label.BYLINE, Label.DATELINE) else "-"
        assert f"  {sign} {label}" in text


def test_a_terminal_gets_colour_too() -> None:
    text = render_explanation_text(EXPLANATION, 100, colour=True)
    assert "\x1b[" in text


def test_comments_are_shown_when_they_are_asked_for() -> None:
    for render in (render_explanation_text, render_explanation_html):
        assert "built it of stone" not in render(EXPLANATION)
        assert "old_tar" not in render(explain(DUMP, load_labeller())).lower()
        assert "built it of stone" in render(EXPLANATION, comments=True)


def test_a_field_leads_to_its_line_and_back() -> None:
    [link] = PAGE.xpath("//*[@id='field-authors']//a/@href")
    [line] = PAGE.xpath(f"//*[@id='{link[1:]}']")
    assert "By Anna Roe" in line.text_content()
    assert line.xpath(".//a[@href='#field-authors']")


def test_every_link_has_its_place() -> None:
    ids = PAGE.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in PAGE.xpath("//a/@href")} <= set(ids)


def test_what_was_cut_is_folded_and_counted() -> None:
    folds = [" ".join(f.text_content().split()) for f in PAGE.xpath("//details/summary")]
    assert any(re.match(r"cut out: .*comment 3", fold) for fold in folds)
    kept = PAGE.xpath("//ol[@class='kept']//p[@class='words']/text()")
    assert "Home" not in kept


def test_a_skip_and_markup_are_shown_too() -> None:
    assert "Skipped, no text" in render_explanation_html(explain(EMPTY))
    assert "main text" in render_explanation_text(explain(MARKUP))


@settings(max_examples=40, deadline=None)
@given(hostile_texts)
@example("".join(ATTACKS))
def test_no_page_gets_out_of_its_place(attack: str) -> None:
    body = "The ferry was cancelled on Tuesday after a storm, the harbour office said.\n" * 3
    for form in (Form.TEXT, Form.HTML):
        explanation = explain(Page(attack, f"{attack}\n{body}{attack}\n{attack}", form, "0" * 64))
        tree = lxml.html.fromstring(render_explanation_html(explanation, comments=True))
        elements = list(tree.iter())
        assert {str(element.tag) for element in elements} <= TAGS
        assert {name for element in elements for name in element.attrib} <= ATTRIBUTES
        terminal = render_explanation_text(explanation, 60, comments=True)
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", terminal) is None
        json.loads(render_record(explanation))
