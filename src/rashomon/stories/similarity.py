"""How much any two articles are about one event, from their words and the time between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np

from rashomon.model.article import Article
from rashomon.model.moment import is_moment
from rashomon.stories.features import find_features, find_rare_names

Matrix = np.ndarray[Any, np.dtype[np.float32]]

_NEAR_DAYS = 3.0  # between first report and follow-up of one event
_FAR_DAYS = 30.0  # pages further apart tell two events, unless nearly all words are the same
# An eyewitness, a press release and an agency tell one event in three vocabularies, but name the
# same people and places on the same days. Chosen on BASIL: no two events there come near it.
_SAME_DAYS = 2.0
_SAME_NAMES = 3
_LEAST = 0.1  # likeness by words: below it the names may be an outlet's staff or town
_NAMED = 0.24  # likeness that the names make up to


def measure_similarity(articles: Sequence[Article]) -> Matrix:
    """The likeness of each pair, 0 to 1.

    A page without a date is near to any other: its words decide alone. Two of the same days that
    share rare names are alike enough for one story where they share some other words too.
    Shape: (articles, articles), symmetric, 1 on the diagonal.
    Cost: 8 bytes a pair; time by the pairs that share a telling word.
    """
    likeness = _sum_shared([find_features(article) for article in articles])
    np.fill_diagonal(likeness, 1.0)
    names = _sum_shared([dict.fromkeys(find_rare_names(article), 1.0) for article in articles])
    days = np.array([_day(article.published) for article in articles], dtype=np.float32)
    for row, day in enumerate(days):
        apart = np.abs(days - day)
        likeness[row] *= _near(apart)
        named = (apart <= _SAME_DAYS) & (names[row] >= _SAME_NAMES) & (likeness[row] >= _LEAST)
        likeness[row, named] = np.maximum(likeness[row, named], _NAMED)
    return likeness


def _sum_shared(weighted: Sequence[Mapping[str, float]]) -> Matrix:
    """For each pair the sum, over the words that both have, of the product of their weights.

    Order: words sorted, so that sums are equal.
    """
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, weights in enumerate(weighted):
        for word, weight in weights.items():
            postings[word].append((row, weight))
    sums = np.zeros((len(weighted), len(weighted)), dtype=np.float32)
    for word in sorted(word for word, held in postings.items() if len(held) > 1):
        rows = [row for row, _ in postings[word]]
        column = np.array([weight for _, weight in postings[word]], dtype=np.float32)
        sums[np.ix_(rows, rows)] += np.outer(column, column)
    return sums


def _near(days: Matrix) -> Matrix:
    """1 for a few days between pages, falling to 0 for a month; 1 without a date."""
    left = _FAR_DAYS - np.nan_to_num(days, nan=0.0)
    near: Matrix = np.clip(left / (_FAR_DAYS - _NEAR_DAYS), 0, 1)
    return near


def _day(moment: str | None) -> float:
    """Days since 1970, for a date that is known to the day; else nothing."""
    if moment is None or len(moment) < 10 or not is_moment(moment):
        return float("nan")
    day = datetime.fromisoformat(moment[:10]).replace(tzinfo=UTC)
    return day.timestamp() / 86_400
