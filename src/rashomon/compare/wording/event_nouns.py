"""The nouns for one event that befell nobody named: "strike" here and "walkout" there."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model.article import Article
from rashomon.model.reading import Reading
from rashomon.model.span import Span

_lists = json.loads(
    files("rashomon.compare.wording").joinpath("event_nouns.json").read_text("utf-8")
)
_OWNER = r"(?:\b(?:the|an?|this|that|its|his|her|their|any|such|last|two-week)\s+|['’]s?\s+)"
_BETWEEN = r"((?:[\w’'-]+\s+){0,2}?)"  # adjectives and compounds: "the deadly dam collapse"
_NOT_BEFORE = "|".join(_lists["not before"])
_OF = re.compile(
    r"\s+(?:of|at|on|in)\s+(?:the|a|an|its|their|this)\s+((?:[\w-]+\s+){0,3}?[\w-]+)\b"
)
_SMALL = frozenset("of the a an and or in on at to by for with that which".split())
_ANY = frozenset(
    "first last second third new latest recent major deadly fatal alleged planned earlier whole"
    " entire so-called initial full partial main big biggest worst".split()
)  # what any event can be, so that it anchors none
_GROUPS: list[list[str]] = [*_lists["single"], *_lists["anchored"]]
_LEAST = 2  # uses of all words together in two accounts, or it is a passing word


@dataclass(frozen=True, slots=True)
class EventNoun:
    """One place where a page names an event; `of` is the thing it befell, if told."""

    page: str
    span: Span
    word: str
    of: frozenset[str]


def find_event_nouns(
    articles: Sequence[Article], readings: Mapping[str, Reading], home: Mapping[str, str]
) -> Iterator[tuple[str, tuple[EventNoun, ...]]]:
    """Each event that accounts name in different nouns: a phrase for it, and its places."""
    groups = _find(articles, readings)
    single = len(_lists["single"])
    for found in groups[:single]:
        if _differ(found, home):
            yield f"the {_commonest(found)}", tuple(found)
    for nouns in groups[single:]:
        by_thing: dict[str, list[EventNoun]] = defaultdict(list)
        for noun in nouns:
            for thing in noun.of:
                by_thing[thing.lower()].append(noun)
        told: set[EventNoun] = set()
        for thing in sorted(by_thing, key=lambda thing: (-len(by_thing[thing]), thing)):
            found = [noun for noun in by_thing[thing] if noun not in told]
            if _differ(found, home):
                told.update(found)
                shown = next(t for h in found for t in sorted(h.of) if t.lower() == thing)
                yield f"the {shown} {_commonest(found)}", tuple(found)


def _find(articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[list[EventNoun]]:
    """The places of every group's nouns, in the order of the pages."""
    groups: list[list[EventNoun]] = [[] for _ in _GROUPS]
    for article in articles:
        for sentence in readings[article.id].sentences if article.id in readings else ():
            told = _NOUN.findall(article.text, sentence.start, sentence.end)
            for group in sorted({group for noun in told for group in _groups_of(noun.lower())}):
                groups[group] += _places(article, sentence, _PATTERNS[group])
    return groups


def _places(article: Article, sentence: Span, pattern: re.Pattern[str]) -> Iterator[EventNoun]:
    for match in pattern.finditer(article.text, sentence.start, sentence.end):
        if _SMALL & set(match[1].lower().split()):
            continue
        of = _OF.match(article.text, match.end(), sentence.end)
        things = {word for word in match[1].split() if len(word) > 2} - _ANY
        things |= {of[1].split()[-1]} if of else set()
        span = Span(match.start(2), match.end(2))
        yield EventNoun(article.id, span, match[2].lower(), frozenset(things))


def _one_of(nouns: Iterable[str]) -> str:
    """A pattern for any of the nouns, the longest first."""
    return "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))


_NOUN = re.compile(
    rf"\b(?:{_one_of(sorted({noun for nouns in _GROUPS for noun in nouns}))})\b", re.IGNORECASE
)
_PATTERNS = [
    re.compile(rf"{_OWNER}{_BETWEEN}({_one_of(nouns)})\b(?!-|\s(?:{_NOT_BEFORE})\b)", re.IGNORECASE)
    for nouns in _GROUPS
]


@cache
def _groups_of(told: str) -> tuple[int, ...]:
    """The groups with a noun in what is told: "data breach" is a breach, too."""
    return tuple(
        group
        for group, nouns in enumerate(_GROUPS)
        if any(re.search(rf"\b{re.escape(noun)}\b", told) for noun in nouns)
    )


def _differ(found: Sequence[EventNoun], home: Mapping[str, str]) -> bool:
    """Whether two accounts have each a word of their own for it."""
    accounts: dict[str, set[str]] = defaultdict(set)
    for noun in found:
        accounts[noun.word].add(home[noun.page])
    told = set().union(*accounts.values()) if accounts else set()
    if len(told) < _LEAST or len(accounts) < _LEAST:
        return False
    return any(
        left - right and right - left for left in accounts.values() for right in accounts.values()
    )


def _commonest(found: Sequence[EventNoun]) -> str:
    counts = Counter(noun.word for noun in found)
    return min(counts, key=lambda word: (-counts[word], word))
