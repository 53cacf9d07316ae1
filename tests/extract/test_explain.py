"""An explanation is of the very article that extraction gives; no line is without a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from extract.explained_pages import DUMP, EMPTY, MARKUP
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract import Explanation, explain, extract, load_labeller
from rashomon.extract.explain import ExplainedLine
from rashomon.extract.lines.feature_words import in_words
from rashomon.extract.trail import Part
from rashomon.model.article import Article, Label
from rashomon.model.page import Form, Page
from rashomon.model.plain import from_dict, to_dict
from rashomon.model.skip import Skip

LABELLER = load_labeller()
pieces = st.sampled_from(
    ["Home", "By Anna Roe", "4 March 2031", "The ferry was late on Tuesday, the office said.", "—"]
)
texts = st.lists(st.one_of(pieces, st.text(max_size=40)), max_size=12).map("\n".join)


def line_of(explanation: Explanation, words: str) -> ExplainedLine:
    return next(
        line for line in explanation.lines if words in explanation.text[line.start : line.end]
    )


def why(line: ExplainedLine) -> str:
    return " | ".join("; ".join(step.why) for step in line.steps)


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from([Form.TEXT, Form.HTML, Form.CLEAN]))
def test_it_is_the_article_or_skip_that_extract_gives(text: str, form: Form) -> None:
    page = Page("page", text, form, "0" * 64)
    explanation = explain(page)
    assert (explanation.article or explanation.skip) == extract(page)
    assert [line.label for line in explanation.lines] == [
        line.steps[-1].label for line in explanation.lines
    ]
    if explanation.article:
        blocks = explanation.article.blocks
        assert [(b.start, b.end, b.label) for b in blocks] == [
            (line.start, line.end, line.label) for line in explanation.lines
        ]


@pytest.mark.parametrize("page", [DUMP, MARKUP, EMPTY], ids=lambda page: page.id)
def test_it_goes_to_json_and_back(page: Page) -> None:
    explanation = explain(page, LABELLER)
    assert from_dict(Explanation, to_dict(explanation)) == explanation
    assert explanation == explain(page, LABELLER)


@pytest.mark.parametrize("page", [DUMP, MARKUP], ids=lambda page: page.id)
def test_every_line_has_a_reason_in_words(page: Page) -> None:
    explanation = explain(page, LABELLER)
    for line in explanation.lines:
        assert all(step.why and all(step.why) for step in line.steps)


@pytest.mark.skipif(LABELLER is None, reason="the weights were removed")
def test_the_classifier_tells_its_chances_and_what_weighed_most() -> None:
    line = line_of(explain(DUMP, LABELLER), "A spokesman told reporters")
    assert line.steps[0].part is Part.CLASSIFIER
    assert "% body" in why(line)
    assert "for body: " in why(line)


def test_a_comment_names_the_line_that_its_thread_begins_with() -> None:
    line = line_of(explain(DUMP), "built it of stone")
    assert line.label is Label.COMMENT
    assert 'begins with "2 comments"' in why(line)


def test_a_line_that_a_field_was_seen_in_says_so() -> None:
    line = line_of(explain(DUMP), "By Anna Roe")
    assert (line.label, line.fields) == (Label.BYLINE, ("authors",))
    assert "evidence of authors" in why(line)


def test_markup_is_named_as_one_finds_it_in_the_source() -> None:
    explanation = explain(MARKUP)
    assert "main text" in why(line_of(explanation, "A spokesman"))
    box = why(line_of(explanation, "Old lighthouse"))
    assert 'inside <aside class="related">' in box
    assert "other stories" in box
    assert "inside <nav>: menus and buttons" in why(line_of(explanation, "Home"))


def test_what_shows_the_cut_is_a_line() -> None:
    explanation = explain(DUMP)
    [evidence] = explanation.cut_off
    assert explanation.text[evidence.start : evidence.end] == "Subscribe to continue reading"
    assert explanation.article is not None
    assert explanation.article.evidence["cut_off"] == (evidence,)


def test_dates_that_were_not_taken_are_told_with_the_reason() -> None:
    shown = MARKUP.text.replace('class="byline">By Anna Roe', 'class="byline">3 March 2031, 9:15')
    explanation = explain(replace(MARKUP, text=shown))
    candidates = explanation.fields["published"]
    assert [one.taken for one in candidates] == [True] + [False] * (len(candidates) - 1)
    days = [one.value[:10] for one in candidates]
    assert {"2031-03-04", "2031-03-03"} <= set(days)
    assert all(one.why and one.evidence for one in candidates)


def test_a_skip_is_explained_too() -> None:
    explanation = explain(EMPTY)
    assert isinstance(explanation.skip, Skip)
    assert [line.label for line in explanation.lines] == [Label.NAVIGATION] * 3
    assert explanation.fields == {}


def test_features_that_have_no_words_yet_are_shown_as_they_are() -> None:
    assert in_words("a new one=7") == "'a new one=7'"
    assert in_words("-1:cue=promotion") == "the line above: words of offers and sign-ups"
    assert in_words("len=9") == "31 to 60 words"


@pytest.mark.skipif(LABELLER is None, reason="the weights were removed")
def test_all_features_of_a_page_have_words() -> None:
    from rashomon.extract.trail import Trail

    trail = Trail()
    assert isinstance(extract(DUMP, LABELLER, trail), Article)
    raw = {name for own in trail.features for name in own if in_words(name) == repr(name)}
    assert raw == set()
