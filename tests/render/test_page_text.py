from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from render.invented import make_page

from rashomon.model.article import Label
from rashomon.model.span import Span
from rashomon.render.page_text import runs

PAGE = make_page(
    "p",
    [
        (Label.HEADLINE, "A bridge falls"),
        (Label.BODY, "It fell at night."),
        (Label.COMMENT, "I saw it."),
        (Label.BODY, "Nobody was on it."),
    ],
)
places = st.integers(0, len(PAGE.text))
spans = st.lists(st.tuples(places, places).map(lambda ends: Span(*sorted(ends))), max_size=6)


@given(spans)
def test_pieces_give_back_the_blocks_and_say_what_is_cited(cited: list[Span]) -> None:
    lines = [line for run in runs(PAGE, cited) for line in run.lines]
    for block, line in zip(PAGE.blocks, lines, strict=True):
        assert "".join(piece.text for piece in line.pieces) == block.slice(PAGE.text)
        for piece in line.pieces:
            assert piece.cited == any(span.overlaps(piece.span) for span in cited)
    begun = [span for line in lines for piece in line.pieces for span in piece.begins]
    assert sorted(begun) == sorted(s for s in set(cited) if any(map(s.overlaps, PAGE.blocks)))


def test_neighbours_of_one_kind_are_one_run() -> None:
    assert [run.apart for run in runs(PAGE, ())] == [None, Label.COMMENT, None]
