"""Who and what the names in a story's pages stand for, one entry each, under all spellings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.article import Article
from rashomon.model.reading import Mention, MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.names import NameUse, group_names
from rashomon.text.naming import HONORIFICS, RANKS

_WORD_BEFORE = re.compile(r"\b([A-Z][\w-]*\.?)\s+")
_BEFORE, _BEHIND = 90, 40  # characters around a name that say what its acronym is


@dataclass(frozen=True, slots=True)
class Use:
    """A name where one page uses it; `titled` has the titles before it: "Judge Corsano"."""

    page: str
    mention: Mention
    text: str
    titled: str


@dataclass(frozen=True, slots=True)
class Named:
    """One person, body or place with all the places that name it, in the order of the pages.

    `name` is the commonest spelling of several words, `short` the shortest; neither is an acronym
    where the pages have anything else.
    """

    name: str
    short: str
    kind: MentionKind
    uses: tuple[Use, ...]


class People:
    """Everyone and everything that a story's pages name."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.named = tuple(named)
        self._by_place = {
            (use.page, use.mention.start, use.mention.end): i
            for i, one in enumerate(self.named)
            for use in one.uses
        }
        self._by_page: dict[str, list[tuple[Mention, int]]] = {}
        for i, one in enumerate(self.named):
            for use in one.uses:
                self._by_page.setdefault(use.page, []).append((use.mention, i))
        for found in self._by_page.values():
            found.sort(key=lambda pair: (pair[0].start, pair[0].end))

    def of(self, page: str, mention: Mention) -> Named:
        """Who a mention of a page is."""
        return self.named[self._by_place[page, mention.start, mention.end]]

    def inside(self, page: str, span: Span) -> tuple[tuple[Mention, Named], ...]:
        """The mentions that lie in a passage, and who they are."""
        found = self._by_page.get(page, [])
        first = bisect_left(found, span.start, key=lambda pair: pair[0].start)
        last = bisect_left(found, span.end, key=lambda pair: pair[0].start)
        return tuple(
            (mention, self.named[i]) for mention, i in found[first:last] if mention.end <= span.end
        )


def find_people(articles: Sequence[Article], readings: Mapping[str, Reading]) -> People:
    """All that the articles name, each under all its spellings.

    Order: by the first use, articles in the order given.
    """
    uses: dict[str, Use] = {}
    names = []
    for article in articles:
        reading = readings.get(article.id)
        for mention in reading.mentions if reading else ():
            text = " ".join(mention.slice(article.text).split())
            id_ = f"{article.id} {mention.start}"
            uses[id_] = Use(article.id, mention, text, _titled(article.text, mention))
            context = article.text[max(0, mention.start - _BEFORE) : mention.end + _BEHIND]
            role = mention.role.slice(article.text) if mention.role else None
            names.append(NameUse(id_, text, article.id, mention.kind, context, role))
    groups = group_names(names)
    return People([_named([uses[id_] for id_ in group.ids]) for group in groups])


def _titled(text: str, mention: Mention) -> str:
    """The name of a person with the titles that lead up to it, at most three words."""
    start = mention.start
    for word in reversed(list(_WORD_BEFORE.finditer(text, max(0, start - 60), start))[-4:]):
        if mention.kind is not MentionKind.PERSON or word.end() != start:
            break
        plain = word[1].rstrip(".").lower()
        if plain not in HONORIFICS and plain not in RANKS:
            ended = word[1].endswith(".")  # the sentence before
            start = start if ended else mention.start  # "Water Minister" is an office of its own
            break
        start = word.start()
    return " ".join(text[start : mention.end].split())


def _named(uses: Sequence[Use]) -> Named:
    texts = Counter(use.text for use in uses)
    kinds = Counter(use.mention.kind for use in uses)
    words = [text for text in texts if not text.isupper()] or list(texts)
    return Named(
        name=max(words, key=lambda text: (" " in text, texts[text], len(text.split()), text)),
        short=min(words, key=lambda text: (len(text.split()), -texts[text], text)),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        uses=tuple(uses),
    )
