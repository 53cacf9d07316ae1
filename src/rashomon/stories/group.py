"""From articles to stories: which of them are about one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from rashomon.model.article import Article, Label
from rashomon.model.lineage import Lineages
from rashomon.model.moment import is_moment
from rashomon.model.story import Story
from rashomon.stories.clusters import attach_loose, cluster
from rashomon.stories.features import find_features, stem
from rashomon.stories.similarity import Matrix, measure_similarity
from rashomon.text.normal import find_words

# Mean likeness from which groups are one story. Chosen on the learning halves, see docs/stories.md.
_THRESHOLD = 0.24
_NEAR_MIDDLE = 0.24  # likeness to the middle of a story from which a single page belongs to it
_REASON_WORDS = 8
_OPENING_WORDS = 400  # of a page, that are read for how it writes them


def group_stories(
    articles: Sequence[Article],
    lineages: Lineages,
    one_story: bool = False,
) -> tuple[Story, ...]:
    """The stories that the articles tell, each article in one; all in one where that is asked.

    Copies of one text are never parted, and pages of every kind take part. `one_story` says that
    whoever collected the pages knows they are about one event.
    Order: by the first article's id. The order of `articles` changes nothing.
    Cost: 4 bytes and a few operations a pair of articles.
    """
    articles = sorted(articles, key=lambda article: article.id)
    if not articles:
        return ()
    likeness = measure_similarity(articles)
    if one_story:
        groups = [list(range(len(articles)))]
    else:
        together = _together(articles, lineages)
        groups = cluster(likeness, together, _THRESHOLD)
        groups = attach_loose(likeness, groups, together, _NEAR_MIDDLE)
    return tuple(
        _story([articles[row] for row in group], likeness[np.ix_(group, group)]) for group in groups
    )


def _together(articles: Sequence[Article], lineages: Lineages) -> list[list[int]]:
    """The rows of each lineage; an article that no lineage names stands alone."""
    rows = {article.id: row for row, article in enumerate(articles)}
    groups = [[rows.pop(id_) for id_ in each.articles if id_ in rows] for each in lineages.lineages]
    return [group for group in groups if group] + [[row] for row in rows.values()]


def _story(articles: Sequence[Article], likeness: Matrix) -> Story:
    central = articles[int(np.argmax(likeness.sum(axis=1).round(4)))]
    titled = next((a for a in (central, *articles) if a.headline), None)
    dates = sorted(a.published for a in articles if a.published and is_moment(a.published))
    return Story(
        id=_story_id(articles),
        title=(titled.headline if titled else None) or central.id,
        articles=tuple(article.id for article in articles),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        reasons=_reasons(articles, likeness),
    )


def _story_id(articles: Sequence[Article]) -> str:
    """The same for the same pages, under whatever names they come."""
    contents = sorted(article.content_hash or article.id for article in articles)
    return "S" + blake2b("\n".join(contents).encode("utf-8", "replace"), digest_size=5).hexdigest()


def _reasons(articles: Sequence[Article], likeness: Matrix) -> tuple[str, ...]:
    """The telling words that most of the pages share, and how alike these are."""
    if len(articles) == 1:
        return ()
    weights: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    for article in articles:
        features = find_features(article)
        weights.update(features)
        pages.update(features.keys())
    shared = [word for word in sorted(weights) if pages[word] > 1]
    shared.sort(key=lambda word: (-round(weights[word], 6), word))
    written = _as_written(articles)
    words = ", ".join(
        f"{written.get(word, word)} ({pages[word]})" for word in shared[:_REASON_WORDS]
    )
    pairs = len(articles) * (len(articles) - 1)
    mean = (float(likeness.sum()) - float(np.trace(likeness))) / pairs
    return (f"shared words (pages): {words}", f"mean likeness {mean:.2f}")


def _as_written(articles: Sequence[Article]) -> dict[str, str]:
    """The words as the first page that has them writes them, by the form they are compared in."""
    written: dict[str, str] = {}
    for article in articles:
        spans = article.spans(Label.HEADLINE, Label.STANDFIRST, Label.BODY)
        words = find_words(article.text, spans, _OPENING_WORDS)
        for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
            written.setdefault(stem(form), article.text[start:end])
    return written
