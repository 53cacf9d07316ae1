"""Stories as pages arrive: they grow, merge, split and close, and keep their ids.

The state is a value. A window of arrivals (a day, or whatever came since the last) gives a new
one; the order of arrival inside a window changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from rashomon.model.story import Change
from rashomon.stories.features import Features
from rashomon.stories.groups import (
    LARGE,
    THRESHOLD,
    Group,
    Sums,
    group_of,
    join_all,
    resume,
)
from rashomon.stories.ids import Named, give_reasons, name_groups
from rashomon.stories.join import join_texts
from rashomon.stories.layers import Layers
from rashomon.stories.texts import (
    FAR_DAYS,
    NO_POSTING,
    Like,
    Posting,
    Text,
    find_alike,
    join_copies,
)


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
    like, who has a telling word, the story of each text, and the sums of the large stories; and
    the day of the last window.

    A value: versions share what did not change.
    """

    stories: Layers[str, Named] = field(default_factory=Layers)
    texts: Layers[str, Text] = field(default_factory=Layers)
    text_of: Layers[str, str] = field(default_factory=Layers)
    story_of: Layers[str, str] = field(default_factory=Layers)
    alike: Layers[str, Mapping[str, Like]] = field(default_factory=Layers)
    postings: Layers[str, Posting] = field(default_factory=Layers)
    sums: Layers[str, Sums] = field(default_factory=Layers)
    today: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What a window made: the new state, the log, and the stories that nothing joins any more."""

    stories: Stories
    changes: tuple[Change, ...]
    closed: tuple[Named, ...]


def advance(stories: Stories, arrivals: Iterable[Arrival], today: int | None = None) -> Step:
    """The stories after one more window.

    `today` is its day, counted from 1970: on the first window of a day, stories whose last page is
    a month older are closed. A page without a date is near to any other while its story is open;
    where `today` is None too, a story of such pages stays open until a page with a date joins it.
    Order: none of `arrivals`; changes by story.
    Cost: by the arrivals, and the texts of the stories that they touch; on the first window of a
    day, by what is open.
    """
    stories, closed = _close(stories, today)
    arrived = _texts(stories, arrivals, today)
    fresh, gone = _with_copies(stories, arrived)
    texts = stories.texts.changed(fresh, gone - fresh.keys())
    text_of = stories.text_of.changed(
        {page: text.id for text in fresh.values() for page, _ in text.pages}
    )
    postings = _post(stories.postings, stories.texts, gone, fresh)
    found = {id_: find_alike(text, texts, postings) for id_, text in sorted(fresh.items())}
    alike = stories.alike.changed(found, gone - found.keys())
    starts, touched = _starts(stories, found, gone, texts)
    groups = {group.texts[0]: group for group in join_texts(starts, texts, alike)}
    before = {id_: stories.stories[id_] for id_ in sorted(touched)}
    named, changes = name_groups([group.texts for group in groups.values()], texts, before.values())
    large = {
        story.id: groups[story.texts[0]].sums() for story in named if len(story.texts) >= LARGE
    }
    by_id = {story.id: story for story in named}
    changes = tuple(
        replace(change, reasons=_reasons(change, by_id, stories.stories, text_of, texts))
        for change in changes
    )
    return Step(
        Stories(
            stories.stories.changed(by_id, touched - by_id.keys()),
            texts,
            text_of,
            stories.story_of.changed(_moved(named, before), gone - fresh.keys()),
            alike,
            postings,
            stories.sums.changed(large, touched - large.keys()),
            today,
        ),
        changes,
        closed,
    )


def _reasons(
    change: Change,
    named: Mapping[str, Named],
    before: Mapping[str, Named],
    text_of: Mapping[str, str],
    texts: Mapping[str, Text],
) -> tuple[str, ...]:
    """Why the pages are with the others of their story; of those that left one to be alone, how
    alike they are to what is left of it."""
    story = named[change.story]
    reasons = give_reasons(change.articles, story.texts, text_of, texts)
    left = named.get(change.other or "", before.get(change.other or ""))
    if reasons or left is None:
        return reasons
    both = chain(story.texts, (id_ for id_ in left.texts if id_ in texts))
    why = give_reasons(change.articles, both, text_of, texts)
    return tuple(f"those left: {reason}" for reason in why)


def _moved(named: Iterable[Named], before: Mapping[str, Named]) -> dict[str, str]:
    """The texts that are now in another story than before, with its id."""
    moved: dict[str, str] = {}
    for story in named:
        held = set(before[story.id].texts) if story.id in before else set()
        moved.update((text, story.id) for text in story.texts if text not in held)
    return moved


def _close(stories: Stories, today: int | None) -> tuple[Stories, tuple[Named, ...]]:
    """Without the stories whose last page is a month old."""
    if today is None or today == stories.today:
        return stories, ()
    closed = [
        story
        for story in stories.stories.values()
        if (last := _last_day(stories.texts[text] for text in story.texts)) is not None
        and last < today - FAR_DAYS
    ]
    if not closed:
        return stories, ()
    closed.sort(key=lambda story: story.id)
    gone = {text for story in closed for text in story.texts}
    return Stories(
        stories.stories.changed({}, (story.id for story in closed)),
        stories.texts.changed({}, gone),
        stories.text_of.changed({}, (page for story in closed for page in story.pages)),
        stories.story_of.changed({}, gone),
        stories.alike.changed({}, gone),
        _post(stories.postings, stories.texts, gone, {}),
        stories.sums.changed({}, (story.id for story in closed)),
        today,
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
    postings: Layers[str, Posting],
    texts: Mapping[str, Text],
    gone: set[str],
    fresh: Mapping[str, Text],
) -> Layers[str, Posting]:
    """Who has a telling word, without those that are gone and with the fresh ones."""
    less = Counter(word for id_ in gone for word in texts[id_].telling())
    added: dict[str, dict[str, float]] = {}
    for id_, text in sorted(fresh.items()):
        for word, weight in text.telling().items():
            added.setdefault(word, {})[id_] = weight
    new = {
        word: postings.get(word, NO_POSTING).changed(gone, less[word], added.get(word, {}))
        for word in sorted(less.keys() | added.keys())
    }
    emptied = [word for word, posting in new.items() if not posting.texts]
    return postings.changed({word: new[word] for word in new if new[word].texts}, emptied)


def _starts(
    stories: Stories,
    found: Mapping[str, Mapping[str, Like]],
    gone: set[str],
    texts: Mapping[str, Text],
) -> tuple[list[Group], set[str]]:
    """What is to be joined: the fresh texts, those of the stories that they may change, one by
    one, and as they stand the stories that fresh texts may at most be added to."""
    split = {stories.story_of[id_] for id_ in gone}
    whole: set[str] = set()
    for alike in found.values():
        for other, like in alike.items():
            story = stories.story_of.get(other)
            if story is not None:
                (split if like.product + like.named >= THRESHOLD else whole).add(story)
    starts = [group_of(texts[id_]) for id_ in sorted(found)]
    for id_ in sorted(split | whole):
        held = stories.stories[id_].texts
        left = [text for text in held if text not in gone]
        if len(left) >= LARGE:
            lost = [stories.texts[text] for text in held if text in gone]
            starts.append(resume(stories.sums[id_], left, lost))
        elif id_ in split:
            starts += [group_of(texts[text]) for text in left]
        elif left:
            starts.append(join_all(texts[text] for text in left))
    return starts, split | whole
