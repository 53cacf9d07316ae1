"""Any number of pages like the sample's: other names, words and figures, the same troubles.

The sample's own pages many times over would all be copies of each other, which no folder of
pages is. Each round through the sample therefore tells of another event: its proper names,
its figures and most of its longer words are exchanged, half of them for words that nobody
knows, the same way on all pages of a round, so that copies stay copies inside a round and share
next to nothing with other rounds.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from rashomon.model.page import Page
from rashomon.read import read

SAMPLE = Path(__file__).parent.parent / "examples" / "dam"
SHORTEST = 4  # letters of a word that is exchanged: shorter ones are mostly grammar,
_SHORT = frozenset(("dam", "sea", "gas", "oil", "bus", "day", "pay", "row", "bay", "van"))  # but
COINED = 0.5  # share of the exchanged words for which a word is made up
ADDED = 0.5  # share of the exchanged words that get another before them
_BEFORE = ("big", "dry", "far", "fit", "hot", "icy", "low", "mid", "new", "odd", "old", "wet")
ENDING = 3  # letters of an ending that is kept, so that verbs stay verbs in their form
_FIGURE = re.compile(r"(?<![\w#&.,:/-])(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?![\w:/-]|[.,]\d)")
_ADDRESS = r"https?://[^\s\"'<>]+|\"/[^\"\s<>]*\"|\b[\w.-]+\.example\b\S*"
_WORD = re.compile(rf"{_ADDRESS}|&\w+;|[A-Za-z]+")
_MARKUP = re.compile(
    r"\b(?:class|property|name|rel|type|role|charset|lang|http-equiv|data-[a-z]+)="
    r"\"[^\"<>]*\"|</?\w+|[\w:-]+=|\"[\w@]+\"\s*:|doctype html",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]{3,}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY = re.compile(rf"\b(?:20\d\d-\d\d(?=-\d\d)|(?:{'|'.join(_MONTHS)})\b)")
_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
YEARS = range(1900, 2101)
# What makes claims claims, and so a page cost what a real one costs, is not exchanged.
_GRAMMAR = frozenset(
    word
    for line in (
        "according added announced asked blamed citing claimed comment comments confirmed declined",
        "denied denies deny disputed following insisted refused rejected repeated report reported",
        "reporters reports request respond response statement stated telling thought warned",
        "agency authority colonel company director engineer general governor government judge",
        "minister ministry newspaper official officials police president prime prosecutor service",
        "source sources spokesman spokeswoman state union water person people",
        "three seven eight eleven twelve hundred thousand million about after again against",
        "another anyone because before being between could might never nobody nothing other others",
        "shall should since their there these those under until where whether which while",
        "also been both dead each from have into just like more most only over said says some",
        "such than that them then they this told very were what when will with without would",
    )
    for word in line.split()
)
# What makes dates dates and menus menus neither.
_FURNITURE = frozenset(
    word
    for line in (
        "january february march april june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday",
        "morning evening night days week weeks month year years",
        "published updated related subscribe advertisement article articles world",
        "copyright contact terms conditions share continue reading home sport business opinion",
    )
    for word in line.split()
)


def make_pages(number: int, sample: Path = SAMPLE / "pages") -> Iterator[Page]:
    """That many pages; the same ones every time.

    Order: round by round through the sample's readable pages.
    """
    originals = [item for item in read(sample) if isinstance(item, Page)]
    fixed = {word for page in originals for word in _markup_words(page.text)}
    used = {word for page in originals for word in _WORD.findall(page.text) if word.isalpha()}
    used -= fixed
    kept = _GRAMMAR | _FURNITURE
    names = {word for word in _names(originals) if word.lower() not in used | kept} - fixed
    words = {word for word in used if word.islower() and len(word) >= SHORTEST} - kept
    words |= _SHORT
    made = (page for round_ in count() for page in _round(originals, names, words, round_))
    return islice(made, number)


def _round(originals: list[Page], names: set[str], words: set[str], round_: int) -> Iterator[Page]:
    chance = random.Random(round_)
    exchanged = {name: _name(chance, name) for name in sorted(names)} | _shuffled(words, chance)
    exchanged |= {word: _preceded(word, chance) for word in sorted(_GRAMMAR)}
    factor = 1 + round_ * 0.037

    def other_word(found: re.Match[str]) -> str:
        word = found[0]
        if word in exchanged:
            return exchanged[word]
        lower = exchanged.get(word.lower())
        return lower.capitalize() if lower and word[0].isupper() and word[1:].islower() else word

    def other_figure(found: re.Match[str]) -> str:
        value = int(found[0].replace(",", ""))
        if value <= 31 or value in YEARS:  # days and years stay what they are
            return found[0]
        return f"{round(value * factor):,}" if "," in found[0] else str(round(value * factor))

    def other_month(found: re.Match[str]) -> str:
        if found[0] in _MONTHS:
            return _MONTHS[(_MONTHS.index(found[0]) + round_) % 12]
        months = int(found[0][:4]) * 12 + int(found[0][5:]) - 1 + round_
        return f"{months // 12}-{months % 12 + 1:02}"

    for page in originals:
        text = _FIGURE.sub(other_figure, _WORD.sub(other_word, page.text))
        text = _DAY.sub(other_month, text)
        yield replace(page, id=f"{round_:04}/{page.id}", text=text)


def _shuffled(words: set[str], chance: random.Random) -> dict[str, str]:
    """Each word with another of the same ending, known or not."""
    alike = defaultdict(list)
    for word in sorted(words):
        alike[word[-ENDING:] if word not in _SHORT else ""].append(word)
    exchanged = {}
    for group in alike.values():
        others = group[:]
        chance.shuffle(others)
        exchanged |= dict(zip(group, others, strict=True))
    for word in exchanged:
        if word not in _SHORT and chance.random() < COINED:
            exchanged[word] = _name(chance, word.title()).lower() + word[-ENDING:]
    return {word: _preceded(other, chance) for word, other in exchanged.items()}


def _preceded(word: str, chance: random.Random) -> str:
    """Some words with another before them, so that rounds share no long runs of short words."""
    return f"{chance.choice(_BEFORE)} {word}" if chance.random() < ADDED else word


def _name(chance: random.Random, name: str) -> str:
    new = "".join(chance.choice(_SYLLABLES) for _ in range(3))
    return new.upper() if name.isupper() else new.capitalize()


def _names(pages: list[Page]) -> set[str]:
    """The words that begin with a capital inside a sentence."""
    return {name for page in pages for name in _NAME.findall(page.text)}


def _markup_words(text: str) -> set[str]:
    return {word for part in _MARKUP.findall(text) for word in _WORD.findall(part)}
