"""Stories as pages arrive: they grow, merge, split and close, and keep their ids.

The state is a value. A window of arrivals (a day, or whatever came since the last) gives a new
one; the order of arrival inside a window changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.model.story import Change
from rashomon.stories.features import Features
from rashomon.stories.ids import Named, give_reasons, name_groups
from rashomon.stories.join import THRESHOLD, join_texts
from rashomon.stories.texts import FAR_DAYS, Alike, Postings, Text, find_alike, join_copies

_LARGE = 64  # texts from which on a story is not parted any more: that bounds a window's cost


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page that arrives; `copies` are pages of the same text, of before or of its window."""

    id: str
    content_hash: str
    features: Features
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stories:
    """The open stories, with what is needed to go on: texts by id, and by page, what each is
    like, who has a telling word, and the story of each text."""

    stories: Mapping[str, Named] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    text_of: Mapping[str, str] = field(default_factory=dict)
    story_of: Mapping[str, str] = field(default_factory=dict)
    alike: Alike = field(default_factory=dict)
    postings: Postings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """What a window made: the new state, the log, and the stories that nothing joins any more."""

    stories: Stories
    changes: tuple[Change, ...]
    closed: tuple[Named, ...]


def advance(stories: Stories, arrivals: Iterable[Arrival], today: int | None = None) -> Step:
    """The stories after one more window.

    `today` is its day, counted from 1970: stories whose last page is a month older are closed
    first. A page without a date is near to any other while its story is open; where `today` is
    None too, a story of such pages stays open until a page with a date joins it.
    Order: none of `arrivals`; changes by story.
    Cost: by the arrivals, and the texts of the stories that they touch; copying the state.
    """
    stories, closed = _close(stories, today)
    arrived = _texts(stories, arrivals, today)
    fresh, gone = _with_copies(stories, arrived)
    texts = {id_: text for id_, text in stories.texts.items() if id_ not in gone} | fresh
    postings = _post(stories.postings, stories.texts, gone, fresh)
    alike = _find_all_alike(stories.alike, texts, postings, gone, fresh)
    starts, touched = _starts(stories, fresh, gone, alike)
    groups = join_texts(starts, texts, alike)
    named, changes = name_groups(groups, texts, [stories.stories[id_] for id_ in sorted(touched)])
    by_id = {story.id: story for story in named}
    changes = tuple(
        replace(change, reasons=give_reasons(change.articles, by_id[change.story], texts))
        for change in changes
    )
    kept = {id_: story for id_, story in stories.stories.items() if id_ not in touched}
    story_of = {text: id_ for text, id_ in stories.story_of.items() if text not in gone}
    return Step(
        Stories(
            kept | by_id,
            texts,
            {
                **stories.text_of,
                **{page: text.id for text in fresh.values() for page, _ in text.pages},
            },
            story_of | {text: story.id for story in named for text in story.texts},
            alike,
            postings,
        ),
        changes,
        closed,
    )


def _close(stories: Stories, today: int | None) -> tuple[Stories, tuple[Named, ...]]:
    """Without the stories whose last page is a month old."""
    if today is None:
        return stories, ()
    closed = [
        story
        for id_, story in sorted(stories.stories.items())
        if (last := _last_day([stories.texts[text] for text in story.texts])) is not None
        and last < today - FAR_DAYS
    ]
    if not closed:
        return stories, ()
    gone = {text for story in closed for text in story.texts}
    ids = {story.id for story in closed}
    return Stories(
        {id_: story for id_, story in stories.stories.items() if id_ not in ids},
        {id_: text for id_, text in stories.texts.items() if id_ not in gone},
        {page: text for page, text in stories.text_of.items() if text not in gone},
        {text: id_ for text, id_ in stories.story_of.items() if text not in gone},
        _find_all_alike(stories.alike, {}, {}, gone, {}),
        _post(stories.postings, stories.texts, gone, {}),
    ), tuple(closed)


def _last_day(texts: Iterable[Text]) -> int | None:
    """The last day that a page was published, or, where no page says, that one was seen."""
    days = [text.last if text.last is not None else text.seen for text in texts]
    return max((day for day in days if day is not None), default=None)


def _texts(
    stories: Stories, arrivals: Iterable[Arrival], today: int | None
) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Each new page as a text of its own, with the pages that it copies."""
    for each in sorted(arrivals, key=lambda arrival: arrival.id):
        if each.id not in stories.text_of:
            page = ((each.id, each.content_hash),)
            day = each.features.day
            yield Text(each.id, page, each.features, day, day, today), each.copies


def _with_copies(
    stories: Stories, arrived: Iterable[tuple[Text, tuple[str, ...]]]
) -> tuple[dict[str, Text], set[str]]:
    """The new texts, and old ones that got copies, anew; the ids of the old ones."""
    parts: dict[str, Text] = {}
    root: dict[str, str] = {}

    def find(id_: str) -> str:
        while (above := root.setdefault(id_, id_)) != id_:
            root[id_] = root[above]
            id_ = above
        return id_

    listed = list(arrived)
    parts.update((text.id, text) for text, _ in listed)
    for text, copies in listed:
        for page in copies:
            old = stories.text_of.get(page)
            if old is not None:
                parts.setdefault(old, stories.texts[old])
            left, right = find(text.id), find(old if old is not None else page)
            root[max(left, right)] = min(left, right)
    together: dict[str, list[Text]] = {}
    for id_, part in sorted(parts.items()):
        together.setdefault(find(id_), []).append(part)
    joined = [join_copies(each) for each in together.values()]
    return {text.id: text for text in joined}, {id_ for id_ in parts if id_ in stories.texts}


def _post(
    postings: Postings, texts: Mapping[str, Text], gone: set[str], fresh: Mapping[str, Text]
) -> Postings:
    """Who has a telling word, without those that are gone and with the fresh ones."""
    new = dict(postings)
    for word in sorted({word for id_ in gone for word in texts[id_].telling()}):
        left = tuple(id_ for id_ in new[word] if id_ not in gone)
        if left:
            new[word] = left
        else:
            del new[word]
    added: dict[str, list[str]] = {}
    for id_, text in sorted(fresh.items()):
        for word in text.telling():
            added.setdefault(word, []).append(id_)
    for word, ids in added.items():
        new[word] = (*new.get(word, ()), *ids)
    return new


def _find_all_alike(
    alike: Alike,
    texts: Mapping[str, Text],
    postings: Postings,
    gone: set[str],
    fresh: Mapping[str, Text],
) -> Alike:
    """What each text is like, both ways, without those that are gone and with the fresh ones."""
    new = {id_: like for id_, like in alike.items() if id_ not in gone}
    changed = {other for id_ in gone for other in alike.get(id_, {}) if other in new}
    rows: dict[str, dict[str, tuple[float, float]]] = {
        id_: {other: value for other, value in new[id_].items() if other not in gone}
        for id_ in changed
    }
    for id_, text in sorted(fresh.items()):
        for other, value in find_alike(text, texts, postings).items():
            for left, right in ((id_, other), (other, id_)):
                if left not in rows:
                    rows[left] = dict(new.get(left, {}))
                rows[left][right] = value
    return new | rows


def _starts(
    stories: Stories, fresh: Mapping[str, Text], gone: set[str], alike: Alike
) -> tuple[list[Sequence[str]], set[str]]:
    """What is to be joined: the fresh texts, those of the stories that they may change, one by
    one, and as they stand the stories that fresh texts may at most be added to."""
    split = {stories.story_of[id_] for id_ in gone}
    whole: set[str] = set()
    for id_ in fresh:
        for other, (product, named) in alike.get(id_, {}).items():
            story = stories.story_of.get(other)
            if story is not None:
                (split if product + named >= THRESHOLD else whole).add(story)
    starts: list[Sequence[str]] = [(id_,) for id_ in sorted(fresh)]
    for id_ in sorted(split | whole):
        left = [text for text in stories.stories[id_].texts if text not in gone]
        if id_ in split and len(left) < _LARGE:
            starts += [(text,) for text in left]
        elif left:
            starts.append(left)
    return starts, split | whole
