"""Which of the new groups is which of the old stories, and what became of each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from rashomon.model.story import Change, ChangeKind
from rashomon.stories.texts import Text

_REASON_WORDS = 5
_REASON_TEXTS = 64  # of either side that are held against each other


@dataclass(frozen=True, slots=True)
class Named:
    """A story by its pages, and by the texts that these carry; `aliases` are the ids of stories
    that it took in."""

    id: str
    pages: tuple[str, ...]
    texts: tuple[str, ...]
    aliases: tuple[str, ...] = ()


def name_groups(
    groups: Sequence[Sequence[str]], texts: Mapping[str, Text], before: Iterable[Named]
) -> tuple[tuple[Named, ...], tuple[Change, ...]]:
    """The groups of texts as stories, and what has changed.

    A story's id goes to the group with most of its pages, ties to the one with the smaller first
    page; a group that could have several takes that of the story that gave it most pages, then
    the smaller. The others become aliases. A group of new pages has an id made of its contents.
    Order: by id; the order of `groups` and of `before` changes nothing.
    """
    old = {story.id: story for story in before}
    was = {page: story.id for story in old.values() for page in story.pages}
    pages = [sorted(page for id_ in group for page, _ in texts[id_].pages) for group in groups]
    shares = [Counter(was[page] for page in each if page in was) for each in pages]
    heir = {
        id_: max(
            (k for k, share in enumerate(shares) if share[id_]),
            key=lambda k: (shares[k][id_], [-ord(c) for c in pages[k][0]]),
        )
        for id_ in sorted(old)
    }
    named, changes = [], []
    taken = set(old) | {alias for story in old.values() for alias in story.aliases}
    for number, group in enumerate(groups):
        inherited = [id_ for id_ in heir if heir[id_] == number]
        inherited.sort(key=lambda id_: (-shares[number][id_], id_))
        aliases = {alias for id_ in inherited for alias in old[id_].aliases} | set(inherited[1:])
        id_ = inherited[0] if inherited else new_id(_contents(group, texts), taken)
        taken.add(id_)
        named.append(Named(id_, tuple(pages[number]), tuple(group), tuple(sorted(aliases))))
        changes += _changes(named[-1], old, was, inherited)
    return (
        tuple(sorted(named, key=lambda story: story.id)),
        tuple(sorted(changes, key=lambda change: (change.story, change.kind, change.other or ""))),
    )


def _contents(group: Iterable[str], texts: Mapping[str, Text]) -> list[str]:
    return [hash_ or page for id_ in group for page, hash_ in texts[id_].pages]


def new_id(contents: Iterable[str], taken: Iterable[str] = ()) -> str:
    """The same for the same pages, under whatever names they come; none that is taken."""
    lines = sorted(contents)
    used = set(taken)
    while True:
        digest = blake2b("\n".join(lines).encode("utf-8", "replace"), digest_size=5).hexdigest()
        if f"S{digest}" not in used:
            return f"S{digest}"
        lines.append("again")


def _changes(
    story: Named, old: Mapping[str, Named], was: Mapping[str, str], inherited: Sequence[str]
) -> list[Change]:
    """What became of the stories that this one's pages were in."""
    new = tuple(page for page in story.pages if page not in was)
    changes = []
    if story.id not in old:
        kind = ChangeKind.FOUNDED
        if new:
            changes.append(Change(kind, story.id, new))
    elif new:
        changes.append(Change(ChangeKind.GROWN, story.id, new))
    sources: dict[str, list[str]] = {}
    for page in story.pages:
        if page in was and was[page] != story.id:
            sources.setdefault(was[page], []).append(page)
    for other, moved in sorted(sources.items()):
        if other in inherited:
            kind = ChangeKind.MERGED
        else:
            kind = ChangeKind.SPLIT if story.id not in old else ChangeKind.MOVED
        changes.append(Change(kind, story.id, tuple(moved), other))
    return changes


def give_reasons(
    pages: Sequence[str],
    story: Iterable[str],
    text_of: Mapping[str, str],
    texts: Mapping[str, Text],
) -> tuple[str, ...]:
    """How alike these pages are to the other texts of their story, and the words that say so most;
    of either side, by its first texts."""
    chosen = {text_of[page] for page in pages}
    others = (id_ for id_ in story if id_ not in chosen)
    sides = sorted(chosen)[:_REASON_TEXTS], list(islice(others, _REASON_TEXTS))
    if not all(sides):
        return ()
    left, right = (_sum_words(texts[id_] for id_ in side) for side in sides)
    shared = {word: round(left[word] * right[word], 6) for word in left if word in right}
    words = sorted(shared, key=lambda word: (-shared[word], word))[:_REASON_WORDS]
    mean = math.fsum(shared.values()) / (len(sides[0]) * len(sides[1]))
    return (f"mean likeness {mean:.2f}", f"shared words: {', '.join(words)}")


def _sum_words(texts: Iterable[Text]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for text in texts:
        for word, weight in zip(text.features.words, text.features.weights, strict=True):
            total[word] += weight
    return total
