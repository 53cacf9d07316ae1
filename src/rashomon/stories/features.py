"""What an article is about, as weighted words: what two tellings of one event share."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from sys import intern

from rashomon.model.article import Article, Label
from rashomon.model.moment import day_of
from rashomon.model.span import Span
from rashomon.text.dates.calendar import DAYS_AND_MONTHS
from rashomon.text.normal import find_words

_LEAD_WORDS = 250  # of the body; further down an article tells what went before
_HEADLINE = 3.0  # times a word counts that stands in headline or standfirst
_NAME = 2.0  # times a capitalised word counts: who and where tells events apart
_SHORT_WORD, _LONG_WORD = 3, 7  # letters: where no table says it, up to seven, longer tell more
# Half of the running words of English and German say nothing by the table. Where fewer than that
# do, it does not know the page's language, and "las" or "och" would weigh as much as any name.
_LEAST_COMMON = 0.15  # Spanish, French, Polish: 0.1 at most; of 19 in 20 it knows 0.2 at least
_ENOUGH_WORDS = 40  # to say so
_SMALL_NUMBER = 2  # digits
_MOST_WORDS = 3000  # of a body, that are read for names
_EPOCH = date(1970, 1, 1).toordinal()
_COMMON = 0.12  # share of pages from which on a word says nothing about the topic


@dataclass(frozen=True, slots=True)
class Features:
    """What stories see of one article.

    `words` are sorted, with weights of unit length; `names` are the capitalised words that few
    pages of any event hold; `day` counts from 1970, of the publication where that is known.
    """

    words: tuple[str, ...]
    weights: array[float]
    names: tuple[str, ...] = ()
    day: int | None = None


def find_features(article: Article) -> Features:
    """The features of one article alone; no words where it has none that tell.

    Weights come from a fixed table of how common words are, so that no other page changes them.
    """
    counts: dict[str, float] = defaultdict(float)
    common = total = 0
    for label, spans in _parts(article):
        for form, capital in _words(article.text, spans, label):
            counts[form] += (_HEADLINE if label is Label.HEADLINE else 1.0) * capital
            common += rarity(form) == 0
            total += 1
    known = bool(_frequencies()[1]) and (total < _ENOUGH_WORDS or common >= _LEAST_COMMON * total)
    tell = rarity if known else _length
    weights = {form: math.log1p(count) * tell(form) for form, count in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    words = {intern(form): weight / length for form, weight in weights.items() if weight > 0}
    names = _rare_names(article) if known else ()
    return Features(tuple(words), array("f", words.values()), names, _day(article.published))


def _rare_names(article: Article) -> tuple[str, ...]:
    """Capitalised words that no other pages are known to hold; by them an eyewitness is told."""
    (_, table), common = _frequencies(), _common_names()
    words = find_words(article.text, article.body, _MOST_WORDS)
    names: set[str] = set()
    plain = set(DAYS_AND_MONTHS)
    for form, start in zip(words.forms, words.starts, strict=True):
        (names if article.text[start].isupper() else plain).add(stem(form))
    rare = (name for name in names - plain - common if name not in table)
    return tuple(intern(name) for name in sorted(rare) if len(name) >= _SHORT_WORD)


def _day(published: str | None) -> int | None:
    """Days since 1970, for a date that is known to the day; else nothing."""
    day = day_of(published) if published else None
    return date.fromisoformat(day).toordinal() - _EPOCH if day else None


def rarity(form: str) -> float:
    """How much the word tells about what a page is about; 0 for words of every page, and for
    numbers below 100, of which the table has none: scores of two games, degrees, ages."""
    if form.isdigit() and len(form) <= _SMALL_NUMBER:
        return 0.0
    pages, table = _frequencies()
    share = table.get(form, 1) / pages
    return 0.0 if share > _COMMON else -math.log(share)


def _length(form: str) -> float:
    """The same where no table knows the language: what every page holds is short."""
    return float(max(0, min(len(form), _LONG_WORD) - _SHORT_WORD))


def _parts(article: Article) -> Iterator[tuple[Label, tuple[Span, ...]]]:
    """The headline, which a page may print twice, and the body."""
    heads = {
        span.slice(article.text): span for span in article.spans(Label.HEADLINE, Label.STANDFIRST)
    }
    yield Label.HEADLINE, tuple(heads.values())
    yield Label.BODY, article.body


def _words(text: str, spans: Iterable[Span], label: Label) -> Iterator[tuple[str, float]]:
    words = find_words(text, spans, None if label is Label.HEADLINE else _LEAD_WORDS)
    for form, start in zip(words.forms, words.starts, strict=True):
        yield stem(form), _NAME if text[start].isupper() else 1.0


@cache
def stem(form: str) -> str:
    """The form without the endings of genitive and plural."""
    form = form.removesuffix("'s").removesuffix("s'")
    plural = len(form) > 3 and form.endswith("s") and not form.endswith("ss")
    return form[:-1] if plural else form


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    """The number of pages counted, and in how many of them each word stands; or nothing."""
    path = resources.files("rashomon") / "weights" / "words.tsv"
    if not path.is_file():
        return 1, {}
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    table = {word: int(count) for word, count in rows}
    return table.pop("", 1), table


@cache
def _common_names() -> frozenset[str]:
    """Names that many pages hold, whatever they tell; or none."""
    path = resources.files("rashomon") / "weights" / "common_names.txt"
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()
