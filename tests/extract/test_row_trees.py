from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest

from rashomon.errors import ModelError
from rashomon.extract import extract, load_labeller
from rashomon.extract.html.boxes import find_boxes, mark_boxes
from rashomon.extract.html.main_text import find_main_text
from rashomon.extract.html.marks import Mark
from rashomon.extract.html.markup import parse_markup
from rashomon.extract.html.row_cues import ACTION, CRY, SIGNED, holds
from rashomon.extract.html.row_features import look_at, with_votes
from rashomon.extract.html.row_trees import NODES, RowModel, Trees, read_model
from rashomon.extract.html.visible import Rendering, render
from rashomon.extract.trail import Trail
from rashomon.model.page import Form, Page
from rashomon.text.normal import letters_of

PAGE = """<html><body><div class="story"><h1>Ferry runs aground</h1>
<p>The ferry to Marrow ran aground on Monday, and nobody was hurt, the harbour office said.</p>
<p>It is to be towed to the yard on Tuesday, weather permitting, a spokesman for it said.</p></div>
<div><h3>More stories</h3><ul><li><a href="/1">Bridge closed for a week</a></li></ul></div>
<div><b>Stay informed</b><p>Sign up for our newsletter and get the news to your inbox.</p></div>
</body></html>"""


def stump(number: int, limit: float, left: float, right: float) -> Trees:
    """A tree that asks one thing."""
    numbers, limits = np.zeros((1, NODES), np.int64), np.full((1, NODES), np.inf, np.float32)
    numbers[0, 0], limits[0, 0] = number, limit
    leaves = np.full((1, NODES + 1), left, np.float32)
    leaves[0, (NODES + 1) // 2 :] = right
    return Trees(numbers, limits, leaves)


def rendered(html: str = PAGE) -> Rendering:
    tree = parse_markup(html)
    assert tree is not None
    rendering = render(tree)
    return mark_boxes(rendering, find_boxes(tree, rendering))


def test_a_tree_sends_each_line_to_a_leaf() -> None:
    lines = np.array([[0.0, 3.0], [0.0, 5.0]])
    low, high = stump(1, 4.0, -2.0, 2.0).chances(lines)
    assert low == pytest.approx(1 / (1 + np.exp(2)))
    assert high == pytest.approx(1 / (1 + np.exp(-2)))


def test_trees_decide_and_ask_nobody_where_they_are_sure() -> None:
    tree = parse_markup(PAGE)
    assert tree is not None
    long = stump(0, 70.0, -9.0, 9.0)
    votes = find_main_text(tree, rendered(), None, RowModel(long, long, long))
    assert votes.judged
    assert not votes.asked
    assert votes.main == {1, 2}


def test_unsure_trees_ask_trafilatura() -> None:
    tree = parse_markup(PAGE)
    assert tree is not None
    unsure, long = stump(0, 70.0, -0.2, 0.2), stump(0, 70.0, -9.0, 9.0)
    votes = find_main_text(tree, rendered(), None, RowModel(unsure, unsure, long))
    assert votes.asked
    assert votes.main == {1, 2}


def test_weights_that_are_none_are_told() -> None:
    with pytest.raises(ModelError, match=r"training\.rows\.train"):
        read_model(b"no model")
    out = BytesIO()
    np.save(out, np.zeros((2, 2), np.float32))
    with pytest.raises(ModelError):
        read_model(out.getvalue())


def test_every_line_has_the_same_numbers_whoever_voted() -> None:
    rendering = rendered()
    texts = [rendering.text[row.start : row.end] for row in rendering.rows]
    lines = look_at(rendering.rows, texts, [letters_of(t) for t in texts], "", "")
    nobody = np.zeros(len(texts))
    whole = with_votes(lines, nobody, nobody)
    assert whole.shape[0] == len(texts)
    assert np.isfinite(whole).all()
    one = rendered("<p>One line alone</p>")
    alone = look_at(one.rows, [one.text], [letters_of(one.text)], "", "")
    assert with_votes(alone, np.ones(1), np.zeros(1)).shape == (1, whole.shape[1])


def test_lines_in_boxes_carry_their_marks() -> None:
    rendering = rendered()
    marks = {rendering.text[row.start : row.end]: row.mark for row in rendering.rows}
    assert marks["Bridge closed for a week"] & Mark.RELATED
    assert marks["Stay informed"] & Mark.PROMOTION
    assert not marks["Ferry runs aground"] & (Mark.RELATED | Mark.PROMOTION)


def test_without_weights_trafilatura_decides() -> None:
    tree = parse_markup(PAGE)
    assert tree is not None
    votes = find_main_text(tree, rendered())
    assert not votes.judged
    assert {1, 2} <= votes.main


def test_the_labeller_brings_the_trees_and_without_it_they_are_not_asked() -> None:
    labeller = load_labeller()
    assert labeller is not None
    assert labeller.rows is not None
    page = Page("page", PAGE, Form.HTML, "0" * 64)
    votes = []
    for given in (labeller, None):
        trail = Trail()
        extract(page, given, trail)
        votes.append(trail.votes is not None and trail.votes.judged)
    assert votes == [True, False]


def test_cries_before_other_titles_are_told_from_sentences() -> None:
    assert CRY.match("READ MORE: Bridge closed for a week")
    assert CRY.match("SEE ALSO | Harbour fees")
    assert not CRY.match("Ferry runs aground: nobody hurt")
    assert not CRY.match("MARROW - The ferry ran aground on Monday".lower())
    assert holds(" follow us on the usual channels ", ACTION)
    assert holds(" additional reporting by lena ward ", SIGNED)
    assert not holds(" the ferry ran aground on monday. ", (*ACTION, *SIGNED))


def test_the_same_line_elsewhere_is_seen_differently() -> None:
    """Beside a story told in its own style, and as the story."""
    line = "<p>The ferry to Marrow ran aground on Monday, and nobody was hurt, they said.</p>"
    story = "".join(
        f"<p>Paragraph {n} of the long report tells what happened.</p>" for n in "abcdef"
    )
    inside = rendered(f"<body><h1>Ferry</h1><div>{line}{story}</div></body>")
    beside = rendered(f"<body><div class='x'>{line}</div><h1>Ferry</h1><div>{story}</div></body>")
    seen = []
    for rendering in (inside, beside):
        texts = [rendering.text[row.start : row.end] for row in rendering.rows]
        keys = [letters_of(text) for text in texts]
        lines = look_at(rendering.rows, texts, keys, "", "")
        seen.append(lines.numbers[next(i for i, text in enumerate(texts) if "Marrow" in text)])
    assert (seen[0] != seen[1]).sum() > 10
