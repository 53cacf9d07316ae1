"""From articles to stories: the online procedure over all windows."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.article import Article, Label
from rashomon.model.edit import Edit
from rashomon.model.lineage import Lineages
from rashomon.model.moment import is_moment
from rashomon.model.skip import Skip
from rashomon.model.story import Story
from rashomon.stories.edits import edit_lineages, edit_stories
from rashomon.stories.features import Features, find_features, stem
from rashomon.stories.ids import Named, new_id
from rashomon.stories.online import Arrival, Stories, advance
from rashomon.text.normal import find_words

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
    Cost: near linear; some 6 kB an open article.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda each: each.id)}
    features = {id_: find_features(article) for id_, article in by_id.items()}
    if one_story:
        hashes = (article.content_hash or article.id for article in by_id.values())
        named = [Named(new_id(hashes), tuple(by_id), ())] if by_id else []
    else:
        copies = find_copies(lineages, features)
        named = group_arrivals(
            Arrival(id_, article.content_hash or id_, features[id_], copies.get(id_, ()))
            for id_, article in by_id.items()
        )
    stories = [describe_story(each, by_id, features) for each in named]
    return tuple(sorted(stories, key=lambda story: story.articles))


def apply_edits(
    articles: Sequence[Article], lineages: Lineages, one_story: bool, edits: Sequence[Edit]
) -> tuple[Lineages, tuple[Story, ...], tuple[Skip, ...]]:
    """The lineages with pages detached, the stories, and the edits that apply no more."""
    lineages, lost = edit_lineages(lineages, articles, edits)
    stories = group_stories(articles, lineages, one_story)
    named = [Named(story.id, story.articles, (), story.aliases) for story in stories]
    edited, also_lost = edit_stories(named, lineages, articles, edits)
    if edited != named:
        by_id = {article.id: article for article in articles}
        features = {id_: find_features(article) for id_, article in by_id.items()}
        stories = tuple(describe_story(each, by_id, features) for each in edited)
    lost = tuple(sorted((*lost, *also_lost), key=lambda each: int(each.subject.split()[1])))
    return lineages, tuple(sorted(stories, key=lambda story: story.articles)), lost


def group_arrivals(arrivals: Iterable[Arrival]) -> list[Named]:
    """The stories of pages that are all there: window after window, a day each.

    Pages without a date are taken first, and are near to all that comes.
    """
    windows: dict[int | None, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        windows[arrival.features.day].append(arrival)
    stories = Stories()
    closed: list[Named] = []
    for day in sorted(windows, key=_window):
        step = advance(stories, windows.pop(day), day)
        stories = step.stories
        closed += step.closed
    return [*closed, *stories.stories.values()]


def find_copies(lineages: Lineages, features: Mapping[str, Features]) -> dict[str, tuple[str, ...]]:
    """By article, the one of its lineage that comes first, where that is another."""
    copies: dict[str, tuple[str, ...]] = {}
    for lineage in lineages.lineages:
        known = [id_ for id_ in lineage.articles if id_ in features]
        known.sort(key=lambda id_: (_window(features[id_].day), id_))
        copies.update((id_, (known[0],)) for id_ in known[1:])
    return copies


def _window(day: int | None) -> float:
    return -math.inf if day is None else day


def describe_story(
    named: Named, by_id: Mapping[str, Article], features: Mapping[str, Features]
) -> Story:
    """The story with what its pages say of it; only these are asked for."""
    articles = [by_id[id_] for id_ in named.pages]
    seen = [features[id_] for id_ in named.pages]
    total: dict[str, float] = defaultdict(float)
    for each in seen:
        for word, weight in zip(each.words, each.weights, strict=True):
            total[word] += weight
    middle = [
        round(sum(w * total[word] for word, w in zip(each.words, each.weights, strict=True)), 4)
        for each in seen
    ]
    central = articles[middle.index(max(middle))]
    titled = next((a for a in (central, *articles) if a.headline), None)
    dates = sorted(a.published for a in articles if a.published and is_moment(a.published))
    return Story(
        id=named.id,
        title=(titled.headline if titled else None) or central.id,
        articles=named.pages,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        aliases=named.aliases,
        reasons=_reasons(articles, seen, total),
    )


def _reasons(
    articles: Sequence[Article], features: Sequence[Features], total: Mapping[str, float]
) -> tuple[str, ...]:
    """The telling words that most of the pages share, and how alike these are."""
    if len(articles) == 1:
        return ()
    pages = Counter(word for each in features for word in each.words)
    shared = [word for word in sorted(total) if pages[word] > 1]
    shared.sort(key=lambda word: (-round(total[word], 6), word))
    written = _as_written(articles)
    words = ", ".join(
        f"{written.get(word, word)} ({pages[word]})" for word in shared[:_REASON_WORDS]
    )
    pairs = len(articles) * (len(articles) - 1)
    own = sum(weight * weight for each in features for weight in each.weights)
    mean = (math.fsum(weight * weight for weight in total.values()) - own) / pairs
    return (f"shared words (pages): {words}", f"mean likeness {max(mean, 0):.2f}")


def _as_written(articles: Sequence[Article]) -> dict[str, str]:
    """The words as the first page that has them writes them, by the form they are compared in."""
    written: dict[str, str] = {}
    for article in articles:
        spans = article.spans(Label.HEADLINE, Label.STANDFIRST, Label.BODY)
        words = find_words(article.text, spans, _OPENING_WORDS)
        for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
            written.setdefault(stem(form), article.text[start:end])
    return written
