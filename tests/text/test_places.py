from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.places import Places, moved

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p)))


@given(st.lists(spans, max_size=8), spans)
def test_asking_by_place_finds_what_looking_at_all_finds(many: list[Span], where: Span) -> None:
    places = Places(many)
    assert places.inside(where) == [i for i, span in enumerate(many) if where.contains(span)]
    assert places.overlapping(where) == [i for i, span in enumerate(many) if where.overlaps(span)]
    assert places.around(where) == [i for i, span in enumerate(many) if span.contains(where)]


def test_what_is_moved_keeps_its_length() -> None:
    assert list(moved([Span(1, 4)], 10)) == [Span(11, 14)]
