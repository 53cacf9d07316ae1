"""Where pages use a noun, with what tells whether two uses are for one thing."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from rashomon.model.article import Article, Label
from rashomon.model.reading import Phrase, Reading
from rashomon.model.span import Span
from rashomon.text.lexicon import VAGUE, same_meaning, stop_words
from rashomon.text.normal import find_words, plain_form

SLOT, BESIDE = 0.45, 0.5  # what the same governor is worth, and the same words beside the noun
LINK = 0.62  # set by reading what it links in the sample and in stories of ECB+ and NewsWCL50
MOST = 150  # uses of one group of words that are compared with each other
_TELLING = frozenset("say tell add report according accord".split())
_LEADING = re.compile(
    r"^.*(?:,(?!\d)|\b(?:and|or))\s+|^(?:[\w-]+\s+){0,3}[\d.,]*\d[\d.,]*\s+"
    r"|^(?:an?|any|more|most|other|such|no|two|three|four|five|six|several|many|some)\s+",
    re.IGNORECASE,
)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())

# What is measured, and what says nothing of who or what it is.
ANYTHING = frozenset(
    """
    people person man woman individual one year month week day hour minute second time percent
    point dollar euro pound rupee yen yuan peso rouble ruble franc cent mile kilometre kilometer
    metre meter foot inch yard acre hectare tonne ton kilogram kilo pound degree barrel gallon litre
    liter percentage billion million thousand hundred dozen lakh crore page vote seat call thing
    way number
    """.split()
)  # fmt: skip


@dataclass(frozen=True)
class Use:
    """A noun where a page uses it; `around` are the words of its sentence, `top` is true in a
    headline or standfirst."""

    page: str
    account: str
    phrase: Phrase
    text: str
    around: frozenset[str]
    sentence: int
    top: bool

    @property
    def shown(self) -> Span:
        """The noun with what describes it, without how many there are."""
        leading = _LEADING.match(self.text)
        short = self.text[leading.end() :] if leading else self.text
        return Span(max(self.phrase.start, self.phrase.end - len(short)), self.phrase.end)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers that stand with it."""
        return frozenset(w for w in self.phrase.words if w in _NUMBERS or w[0].isdigit())


class Uses:
    """All nouns of a story's pages where they stand, and how much each word tells."""

    def __init__(
        self, articles: Sequence[Article], readings: Mapping[str, Reading], home: Mapping[str, str]
    ) -> None:
        self.all = [use for article in articles if article.id in readings
                    for use in _uses(article, readings[article.id], home[article.id])]  # fmt: skip
        sentences = {(use.page, use.sentence): use.around for use in self.all}
        counts = Counter(word for around in sentences.values() for word in around)
        self._worth = {w: math.log(1 + len(sentences) / count) for w, count in counts.items()}

    def alike(self, left: frozenset[str], right: frozenset[str]) -> float:
        """The share of the words of two sentences that are the same, rare ones counting more."""
        shared = left & right
        if len(shared) < _FEW:
            return 0.0
        smaller = min(sum(self._worth[w] for w in words) for words in (left, right))
        return sum(self._worth[w] for w in shared) / smaller if smaller else 0.0

    def score(self, left: Use, right: Use, by_place: bool = True) -> float:
        """How like the places of two nouns are; `by_place` counts what governs them.

        Range: 0 to 2.
        """
        one, other = left.phrase, right.phrase
        beside = (set(one.words) & set(other.words)) - stop_words() - left.numbers
        slot = (
            by_place
            and one.relation == other.relation
            and _same_governor(one.governor, other.governor)
        )
        return SLOT * slot + BESIDE * bool(beside) + self.alike(left.around, right.around)


def side_by_side(uses: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    """The pairs of uses that one sentence holds: they are two things."""
    by_sentence: dict[tuple[str, int], list[Use]] = defaultdict(list)
    for use in uses:
        by_sentence[use.page, use.sentence].append(use)
    for held in by_sentence.values():
        yield from combinations(held[:_IN_ONE], 2)


_FEW = 3  # shared words that two sentences must have
_IN_ONE = 12  # nouns of one group that are looked at in one sentence: a longer one is a list


def _uses(article: Article, reading: Reading, account: str) -> Iterator[Use]:
    starts = [sentence.start for sentence in reading.sentences]
    tops = article.spans(Label.HEADLINE, Label.STANDFIRST)
    around: dict[int, frozenset[str]] = {}
    for phrase in reading.phrases:
        row = bisect_right(starts, phrase.head.start) - 1
        if row < 0:
            continue
        if row not in around:
            around[row] = _content(reading.sentences[row].slice(article.text))
        text = phrase.slice(article.text)
        top = any(span.contains(phrase.head) for span in tops)
        yield Use(article.id, account, phrase, text, around[row], row, top)


def _content(text: str) -> frozenset[str]:
    return frozenset(
        plain_form(word) for word in find_words(text).forms if word not in stop_words()
    )


def _same_governor(left: str, right: str) -> bool:
    if not left or left in VAGUE or left in _TELLING:
        return False
    return same_meaning(left, right)


T = TypeVar("T")


def gather(
    count: int,
    links: Sequence[tuple[float, int, int]],
    may_join: Callable[[set[int], set[int]], bool],
) -> tuple[tuple[int, ...], ...]:
    """The groups that links make, the surest first, where `may_join` lets two groups be one.

    Order: by the first of each group, which is in the order of its numbers.
    """
    of = {i: {i} for i in range(count)}
    for _, i, j in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        one, other = of[i], of[j]
        if one is not other and may_join(one, other):
            one |= other
            of.update(dict.fromkeys(other, one))
    return tuple(sorted(tuple(sorted(g)) for g in {id(g): g for g in of.values()}.values()))


def chosen_apart(words: Sequence[tuple[str, str]]) -> bool:
    """Whether two accounts have each a word of their own, of pairs of account and word."""
    own: dict[str, set[str]] = defaultdict(set)
    for account, word in words:
        own[account].add(word)
    return any(left - right and right - left for left, right in combinations(own.values(), 2))
