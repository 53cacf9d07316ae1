from __future__ import annotations

from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from render.hostile import ATTACKS, hostile_texts, poisoned
from render.invented import DOSSIER, SKIPPED

from rashomon.render import render_markdown
from rashomon.render.markdown import escaped
from rashomon.render.shown import one_line

PARSER = MarkdownIt("commonmark").enable("table")


def test_each_statement_names_passages_that_are_listed() -> None:
    text = render_markdown(DOSSIER, skipped=SKIPPED)
    statements, _, listed = text.partition("## The passages")
    assert "Veldt Freight declined to comment. \\[p1:498-554\\]" in statements
    assert "\\[p1:498-554\\] Veldt Freight, which runs the line, declined to comment." in listed
    assert "Carried by 3 accounts, one root (accounts A, B, C)" in statements
    assert "2 inputs skipped: no text" in statements
    assert "3 points on which fewer accounts speak" in statements


def test_comments_are_counted_and_excerpts_hold_no_pages() -> None:
    assert "OldSailor44" not in render_markdown(DOSSIER)
    assert "1 comment block set apart" in render_markdown(DOSSIER)
    assert "Residents of Kelder woke" in render_markdown(DOSSIER)
    assert "Residents of Kelder woke" not in render_markdown(DOSSIER, excerpts=True)


@given(hostile_texts)
@example("".join(ATTACKS))
def test_page_text_stays_text(attack: str) -> None:
    for mark in ("", "- ", "> ", "### "):
        tokens = PARSER.parse(mark + "x " + escaped(attack))
        inline = [child for token in tokens for child in token.children or ()]
        assert {child.type for child in inline} <= {"text", "text_special"}
        assert "".join(child.content for child in inline) == one_line("x " + attack)


@given(hostile_texts)
@settings(max_examples=8)
def test_a_hostile_dossier_has_no_markup_of_its_own(attack: str) -> None:
    tokens = PARSER.parse(render_markdown(poisoned(DOSSIER, attack)))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in tokens} | {child.type for child in inline}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}
