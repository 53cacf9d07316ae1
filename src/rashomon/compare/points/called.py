"""Bodies that an article calls by less than their name: "the union", "the rescue service", UHW."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from rashomon.model.article import Article
from rashomon.model.claim import HolderClass
from rashomon.model.reading import MentionKind, Reading
from rashomon.text.normal import find_words

BODIES = {HolderClass.GOVERNMENT, HolderClass.COMPANY, HolderClass.ORGANISATION}
BODIES |= {HolderClass.GROUP, HolderClass.UNKNOWN}
_SMALL = {"the", "of", "and", "for", "on", "in", "a", "an", "de", "s"}
# "Union of Hydropower Workers (UHW)"
_SHORT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*(?: (?:of|and|for|the|on|in|de|&))* ?){2,8})"
    r"\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z]{1,7})[”\"]?\)"
)
_MAX_WORDS = 3  # "the civil rescue service" of a longer name


def find_short_names(article: Article) -> dict[str, str]:
    """Each acronym that the article sets in brackets behind a name, with the name."""
    found: dict[str, str] = {}
    for block in article.body:
        for match in _SHORT.finditer(block.slice(article.text)):
            name = _fitting(match["name"].split(), match["short"])
            if name:
                found.setdefault(match["short"], name)
    return found


def _fitting(words: list[str], short: str) -> str:
    """The last words whose initials make the acronym, small words counting or not."""
    for start in range(len(words) - 1):
        tail = words[start:]
        if tail[0].lower() in _SMALL:
            continue
        initials = [word[0] for word in tail]
        large = [word[0] for word in tail if word.lower() not in _SMALL]
        if short.upper() in {"".join(initials).upper(), "".join(large).upper()}:
            return " ".join(tail)
    return ""


class Called:
    """The bodies that one article names, to find again by a part of their names."""

    def __init__(self, reading: Reading) -> None:
        self._by_head: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
        for name in _names(reading):
            words = _words(name)
            for head in {*words[:1], *words[-1:]} if len(words) > 1 else ():
                self._by_head[head].add((name, words))

    def find(self, description: str, spell: Callable[[str], str]) -> str | None:
        """The name of the only body that "the union", "ministry" or "the rescue service" can be.

        `spell` gives one spelling for each name.
        """
        words = _words(description)
        if not 0 < len(words) <= _MAX_WORDS or not _is_definite(description):
            return None
        fitting = {
            spell(name) for name, own in self._by_head.get(words[-1], ()) if set(words) < set(own)
        }
        return fitting.pop() if len(fitting) == 1 else None


def _names(reading: Reading) -> Iterator[str]:
    yield from (m.name for m in reading.mentions if m.kind is MentionKind.ORGANISATION)
    for claim in reading.claims:
        if claim.holder.class_ in BODIES and (
            claim.holder.named or _is_definite(claim.holder.name)
        ):
            yield claim.holder.name


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in find_words(name).forms if word not in _SMALL)


def _is_definite(description: str) -> bool:
    """Whether it is "the union", or a headline's bare "union"; "a union" is any."""
    words = description.lower().split()
    return words[:1] == ["the"] or (len(words) == 1 and description == words[0])
