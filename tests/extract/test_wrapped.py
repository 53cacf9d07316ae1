"""Pages whose lines were broken at a fixed width are read by paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract import extract, load_labeller
from rashomon.extract.lines.page_lines import split_lines
from rashomon.extract.lines.wrapped import find_width, join_wrapped
from rashomon.model.article import Article, Label
from rashomon.model.page import Form, Page

PARAGRAPHS = (
    "The council of Nordholm voted on Monday to close the old ferry terminal after an inspection "
    "found that two of its three piers could no longer carry the weight of lorries.",
    'Mayor Ines Halvorsen said the decision was "bitter but right". She promised that a bus would '
    "take passengers to the new terminal from the first of May.",
    "Traders on the quay were angry.",
    "A spokesman for the ferry company, Olav Brekke, denied that it had known of the damage since "
    "the autumn. The company declined to say what the repairs would have cost.",
)


def _page(width: int, joint: str) -> str:
    wrapped = joint.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    return f"Nordholm closes its ferry terminal\n\nBy Anna Lind\n\n{wrapped}\n"


@pytest.mark.parametrize("width", [64, 72, 80, 100])
@pytest.mark.parametrize("joint", ["\n\n", "\n"])
def test_paragraphs_come_back(width: int, joint: str) -> None:
    text = _page(width, joint)
    joined = [line.text for line in join_wrapped(text, split_lines(text))]
    assert joined == ["Nordholm closes its ferry terminal", "By Anna Lind", *PARAGRAPHS]


def test_a_wrapped_page_is_an_article() -> None:
    page = Page(id="a", content_hash="0", form=Form.TEXT, text=_page(70, "\n\n"))
    article = extract(page, load_labeller())
    assert isinstance(article, Article)
    body = [block.slice(article.text) for block in article.blocks if block.label is Label.BODY]
    assert [" ".join(words.split()) for words in body] == list(PARAGRAPHS)
    assert article.headline == "Nordholm closes its ferry terminal"
    assert article.authors == ("Anna Lind",)


def test_items_of_a_list_stay_apart() -> None:
    text = _page(72, "\n\n") + textwrap.dedent(
        """
        * The eastern pier is to be pulled down by the end of next winter, and
          the western one after it
        * The third pier stays
        """
    )
    joined = [line.text for line in join_wrapped(text, split_lines(text))]
    assert len(joined[-2].split()) == 21
    assert joined[-1] == "* The third pier stays"


def test_headlines_and_verse_stay_as_they_are() -> None:
    lists = "Ferry terminal closes\nMayor defends the vote\nBus to new terminal from May\n" * 5
    verse = "The ships are gone,\nthe quay is bare,\nthe gulls go on,\nthe salt is there,\n" * 4
    for text in (lists, verse, "\n".join(PARAGRAPHS)):
        lines = split_lines(text)
        assert find_width(text, lines) is None
        assert join_wrapped(text, lines) == lines


@given(st.text(alphabet="ab .\n*-", max_size=400))
def test_nothing_is_lost(text: str) -> None:
    lines = split_lines(text)
    joined = join_wrapped(text, lines)
    assert "".join(line.text for line in joined).replace(" ", "") == "".join(
        line.text for line in lines
    ).replace(" ", "")
    assert all(text[line.start : line.end].split() == line.text.split() for line in joined)
