from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from claims.conftest import Found, write
from hypothesis import given
from hypothesis import strategies as st

from rashomon.claims import Tagger, find_claims, load_tagger
from rashomon.claims.find import find_drafts
from rashomon.claims.prose import Prose, read_prose
from rashomon.claims.tagger.model import best_labels
from rashomon.claims.tagger.words import COLUMNS, SIZES, Word, read_words, windows
from rashomon.model.article import Article
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import Parser

LABELS = 7
NEVER = -1e4


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def _prose(article: Article, parser: Parser) -> Prose:
    return read_prose(article, parser.parse(article))


def _words(lengths: Sequence[tuple[int, bool, bool]]) -> list[Word]:
    return [
        Word((1,) * pieces, (0,) * (len(COLUMNS) - 1), Span(at, at + 1), block, block or sentence)
        for at, (pieces, block, sentence) in enumerate(lengths)
    ]


@given(st.lists(st.tuples(st.integers(1, 8), st.booleans(), st.booleans()), max_size=300))
def test_windows_hold_every_word_once_and_are_never_too_long(
    lengths: list[tuple[int, bool, bool]],
) -> None:
    words = _words(lengths)
    cut = list(windows(words, 40))
    assert [word for window in cut for word in window.words] == words
    assert all(len(window.columns) <= 40 for window in cut)


def test_a_window_ends_between_paragraphs_where_that_fits() -> None:
    words = _words([(1, at % 30 == 0, at % 10 == 0) for at in range(90)])
    assert [len(window.words) for window in windows(words, 72)] == [60, 30]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    words = _words([(1, at == 0, at % 10 == 0) for at in range(50)])
    assert all(len(window.words) % 10 == 0 for window in windows(words, 37))


@given(st.lists(st.lists(st.floats(-9, 9), min_size=LABELS, max_size=LABELS), min_size=1))
def test_no_part_goes_on_that_has_not_begun(rows: list[list[float]]) -> None:
    moves, starts = np.zeros((LABELS, LABELS), np.float32), np.zeros(LABELS, np.float32)
    for inside in (2, 4, 6):
        moves[[m for m in range(LABELS) if m not in (inside - 1, inside)], inside] = NEVER
        starts[inside] = NEVER
    labels = best_labels(np.array(rows, np.float32), moves, starts)
    for before, label in zip([0, *labels], labels, strict=False):
        assert label % 2 or label == 0 or before in (label - 1, label)


def test_the_columns_stay_within_what_the_network_knows(parser: Parser, tagger: Tagger) -> None:
    article = write("“The pier — all 300 m — is safe,” Hansen told RWPA.", headline="PIER SAFE")
    prose = _prose(article, parser)
    (window,) = windows(read_words(prose, find_drafts(prose), tagger.tokenizer))
    assert window.columns.shape == (window.firsts[-1] + 2, len(COLUMNS))
    assert (window.columns.max(0) < np.array(SIZES)).all()


def test_a_window_is_labelled_the_same_whatever_stands_beside_it(
    parser: Parser, tagger: Tagger
) -> None:
    lines = [f"The mayor of Port {n} said the pier number {n} was closed." for n in range(60)]
    prose = _prose(write(*lines), parser)
    cut = list(windows(read_words(prose, [], tagger.tokenizer)))
    assert len(cut) > 1
    together = tagger.tag(cut)
    alone = [tagger.tag([window])[0] for window in reversed(cut)][::-1]
    for one, other in zip(together, alone, strict=True):
        assert one.labels == other.labels
        assert (one.cues == other.cues).all()


def _find(article: Article, parser: Parser, tagger: Tagger) -> Found:
    return Found(article, find_claims(article, parser.parse(article), tagger))


def test_a_cue_that_no_list_holds_is_found(parser: Parser, tagger: Tagger) -> None:
    found = _find(
        write("“The pier was never safe,” Anna Holt fumed. The council met on Monday."),
        parser,
        tagger,
    )
    claim = found.one("never safe")
    assert claim.holder.name == "Anna Holt"
    assert claim.attitude is Attitude.ASSERTS


def test_an_answer_not_given_is_one_claim(parser: Parser, tagger: Tagger) -> None:
    found = _find(
        write("The harbour office said it had no information about the closure."), parser, tagger
    )
    assert len([claim for claim in found.claims if claim.cue is not None]) == 1


@pytest.mark.parametrize("text", ["", " ", "\u200b" * 500, "x" * 5_000, "“" * 900, "😀 said 😀."])
def test_nothing_breaks_it(text: str, parser: Parser, tagger: Tagger) -> None:
    article = write(text)
    for claim in find_claims(article, parser.parse(article), tagger):
        assert all(0 <= span.start < span.end <= len(article.text) for span in claim.content)


def test_without_a_tagger_the_patterns_find_the_claims(parser: Parser) -> None:
    article = write("The mayor said the pier was closed.")
    (claim,) = find_claims(article, parser.parse(article))
    assert claim.holder.name == "The mayor"
