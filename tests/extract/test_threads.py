"""Readers' comments stay apart from the article, whatever the page calls them."""

from __future__ import annotations

import pytest

from rashomon.extract import extract, load_labeller
from rashomon.extract.threads import opens_comment, set_comments_apart
from rashomon.model.article import Article, Block, Label
from rashomon.model.page import Form, Page

STORY = (
    "The council of Nordholm voted on Monday to close the old ferry terminal after an inspection.",
    "Mayor Ines Halvorsen said the decision was bitter but right, and that a bus would run.",
    "Traders on the quay said that nobody had asked them and that they would go to court.",
)


def _blocks(lines: list[str]) -> tuple[str, list[Block]]:
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(start, start + len(line), Label.BODY))
    return text, blocks


@pytest.mark.parametrize(
    "line",
    [
        "anna_k  13 Sep, 14:20",
        "Old Tar (18/10/2023 09:02): You forget to say who paid.",
        "M. Roe • 2 days ago",
        "Quayside Annie says:",
        "Anon October 18, 2023 at 6:12 am",
    ],
)
def test_names_with_a_time_open_comments(line: str) -> None:
    assert opens_comment(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Lind 13 Sep 2023, 14:20",
        "Updated 13 Sep 2023 14:20",
        "14.20 BST",
        "The mayor told reporters two days ago that the terminal would stay open.",
        "Nordholm, 13 September 2023",
    ],
)
def test_date_lines_and_sentences_do_not(line: str) -> None:
    assert not opens_comment(line)


@pytest.mark.parametrize(
    "thread",
    [
        ["COMMENTS (2)", "anna_k  13 Sep, 14:20", "They knew since August.", "Tar 13 Sep, 15:01"],
        ["Old Tar (18/10/2023 09:02): They knew.", "pete_r (18/10/2023 09:40): They did not."],
        ["3 responses to “Ferry terminal closes”", "Somebody should go to prison for this."],
    ],
)  # fmt: skip
def test_a_thread_is_no_body(thread: list[str]) -> None:
    text, blocks = _blocks([*STORY, *thread])
    labels = [block.label for block in set_comments_apart(text, blocks)]
    assert labels == [Label.BODY] * len(STORY) + [Label.COMMENT] * len(thread)


def test_a_live_page_keeps_its_entries() -> None:
    entries = [line for part in STORY for line in (f"Anna Lind 13 Sep, 14:2{len(part) % 10}", part)]
    text, blocks = _blocks([*STORY[:2], *entries])
    assert set_comments_apart(text, blocks) == tuple(blocks)


def test_comments_in_a_box_without_a_telling_class() -> None:
    story = "".join(f"<p>{part} {part}</p>" for part in STORY)
    html = (
        f"<html><body><h1>Ferry terminal closes in Nordholm</h1><div class='txt'>{story}</div>"
        "<div class='zz'><h3>2 Comments on this story</h3><div><b>Anna K</b> 2 hours ago"
        "<p>They knew since August, I was told so by the master himself, and they kept quiet.</p>"
        "</div></div></body></html>"
    )
    page = Page(id="a", content_hash="0", form=Form.HTML, text=html)
    article = extract(page, load_labeller())
    assert isinstance(article, Article)
    comments = [b.slice(article.text) for b in article.blocks if b.label is Label.COMMENT]
    assert any("since August" in comment for comment in comments)
    assert not any("since August" in block.slice(article.text) for block in article.body)


def test_offers_and_other_stories_in_the_text_are_no_body() -> None:
    story = "".join(f"<p>{part} {part}</p>" for part in STORY)
    html = (
        f"<html><body><h1>Ferry terminal closes in Nordholm</h1><div class='txt'>{story}"
        "<div><h4>The tide, every morning</h4><p>What happens on the coast. Sign up for our "
        "letter.</p></div><h2>What the court may say</h2>"
        f"<p>{STORY[0]} {STORY[1]}</p><ul><li>Pier one, built in 1921</li>"
        f"<li>Pier two, built in 1934</li></ul><p>{STORY[2]} {STORY[1]}</p></div>"
        "<div><h4>Most viewed</h4><p>Gull steals chip</p><p>Harbour master retires</p></div>"
        "</body></html>"
    )
    page = Page(id="a", content_hash="0", form=Form.HTML, text=html)
    article = extract(page, load_labeller())
    assert isinstance(article, Article)
    labels = {block.slice(article.text)[:20]: block.label for block in article.blocks}
    assert labels["What happens on the "] is Label.PROMOTION
    assert labels["Gull steals chip"] is Label.RELATED
    assert labels["What the court may s"] is Label.BODY
    assert labels["Pier two, built in 1"] is Label.BODY
