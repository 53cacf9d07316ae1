import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article
from rashomon.model.span import Span

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p)))


@given(spans, spans)
def test_overlap_is_symmetric_and_means_a_shared_character(left: Span, right: Span) -> None:
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlaps(right) == right.overlaps(left)
    if left.end > left.start and right.end > right.start:
        assert left.overlaps(right) == bool(shared)


@given(spans, spans)
def test_each_contains_the_other_only_if_equal(left: Span, right: Span) -> None:
    assert (left.contains(right) and right.contains(left)) == (left == right)


@given(st.text(max_size=30), spans)
def test_a_citation_is_the_pages_own_characters(text: str, span: Span) -> None:
    cited = Article("page", "hash", text).cite(span)
    assert cited.text == text[span.start : span.end]
    assert cited.span == span


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not {start} to {end}"):
        Span(start, end)
