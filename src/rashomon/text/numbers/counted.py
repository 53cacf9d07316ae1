"""What a number counts: the words from it to its noun, by light rules and no parser.

A counted noun is nearly always plural, and English adjectives never are: the first plural word
after the number is its noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.text.nations import country_of
from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set


class Counted(NamedTuple):
    """The words that name what is counted, tokens first to last, and their singular form."""

    first: int
    last: int
    name: str


# Closed-class words end a noun phrase. Source: the function words of the Penn Treebank tags
# DT, IN, CC, TO, MD, PRP, WDT, WP, WRB, EX and the auxiliaries.
_STOPS = word_set("counted.stop")
# What is counted may be told by what became of it: "12 dead", "at least 40 injured".
_STATES = word_set("counted.state")
_PLURALS = word_set("counted.plural")
_SINGULARS = {
    "men": "man", "women": "woman", "children": "child", "teeth": "tooth", "feet": "foot",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "shelves": "shelf", "halves": "half",
    "criteria": "criterion", "grandchildren": "grandchild", "schoolchildren": "schoolchild",
    "viruses": "virus", "buses": "bus", "movies": "movie", "cookies": "cookie", "ties": "tie",
    "alumni": "alumnus", "crises": "crisis", "bases": "base", "phases": "phase",
}  # fmt: skip
_NOT_PLURAL = re.compile(r"(?:ss|ous|us|is|ics|less|'s)$")
# Two words that end in -s in a row: the second is a verb ("40 workers protests" is no English).
_JOINED = {
    "police",
    "arms",
    "sports",
    "sales",
    "news",
    "savings",
    "human",
    "women",
    "men",
    "goods",
    "games",
}
_ADJECTIVE = re.compile(
    r"(?:al|ive|ful|ic|ish|able|ible|ary|ern|ese|ian|ous|ed|ing|er|or|ent|ant|y|new|old|big|large|"
    r"small|young|great|little|long|short|major|single|whole|full|good|bad|more|other|man|day|"
    r"[a-z]th|first|second|third|last|high|low|top|key|us|uk|black|white|red|blue|green)$"
)
_EMPTY = {"more", "other", "additional", "extra", "further", "separate", "most", "least"}
_PARTITIVES = {"the", "his", "her", "its", "their", "our", "my", "your", "those", "these", "them"}
_REACH = 6


def find_counted(tokens: Sequence[Token], i: int, value: float) -> Counted | None:
    """The noun phrase that starts at token i, or after "of the" there."""
    if lower_at(tokens, i) == "-" and touch(tokens, i) and touch(tokens, i + 1):
        return _hyphened(tokens, i + 1)
    i = _past_of(tokens, i)
    last = _single(tokens, i) if value == 1 else _plural(tokens, i)
    if not last:
        return None
    first = i
    while first < last - 1 and tokens[first].lower in _EMPTY:
        first += 1
    return Counted(first, last, _name(tokens, first, last))


def _hyphened(tokens: Sequence[Token], i: int) -> Counted | None:
    """The noun tied to its number: "a 12-member team"; "six-pointed" counts nothing."""
    word = tokens[i].lower
    if not tokens[i].is_word or word.endswith(("ed", "ing", "fold", "time", "way")):
        return None
    return Counted(i, i + 1, _name(tokens, i, i + 1)) if word not in _STOPS else None


def find_whole(tokens: Sequence[Token], i: int) -> Counted | None:
    """What a share or a measured amount is of: the noun phrase after "of" at token i."""
    if lower_at(tokens, i) != "of":
        return None
    first = _past_of(tokens, i)
    last = first
    while last < min(len(tokens), first + _REACH) and _is_part(tokens, last):
        last += 1
        if _is_plural(tokens[last - 1]) and not _goes_on(tokens, last):
            break
    return Counted(first, last, _name(tokens, first, last)) if last > first else None


def _past_of(tokens: Sequence[Token], i: int) -> int:
    if lower_at(tokens, i) != "of":
        return i
    i += 1
    while lower_at(tokens, i) in _PARTITIVES:
        i += 1
    return i


def _plural(tokens: Sequence[Token], i: int) -> int | None:
    for j in range(i, min(len(tokens), i + _REACH)):
        if not _is_part(tokens, j):
            return None
        if tokens[j].lower in _STATES and (j == i or tokens[j - 1].lower in _EMPTY):
            return _after_state(tokens, j)
        if _is_plural(tokens[j]) and not _goes_on(tokens, j + 1):
            return j + 1
    return None


def _after_state(tokens: Sequence[Token], j: int) -> int:
    """Past "injured" where it is all there is, past its noun in "25 wounded soldiers"."""
    noun = j + 1 < len(tokens) and _is_part(tokens, j + 1) and _is_plural(tokens[j + 1])
    return j + 2 if noun else j + 1


def _single(tokens: Sequence[Token], i: int) -> int | None:
    """The end of "one" and its noun: adjectives, then one word; a plural after "one of"."""
    if lower_at(tokens, i - 1) in _PARTITIVES or lower_at(tokens, i - 1) == "of":
        return _plural(tokens, i)
    j = i
    while j < len(tokens) and j - i < 3 and _is_part(tokens, j) and _is_adjective(tokens, j):
        j += 1
    if j < len(tokens) and _is_part(tokens, j) and tokens[j].lower not in _STATES:
        return j + 1
    return j if j > i else None


def _is_adjective(tokens: Sequence[Token], j: int) -> bool:
    following = j + 1 < len(tokens) and _is_part(tokens, j + 1) and not _is_plural(tokens[j + 1])
    capital = tokens[j].text[0].isupper()
    return following and (capital or bool(_ADJECTIVE.search(tokens[j].lower)))


def _is_part(tokens: Sequence[Token], j: int) -> bool:
    """Whether the token may stand in a noun phrase; a hyphen and the dots of "U.S." may."""
    token = tokens[j]
    if token.text == "-":
        return touch(tokens, j) and touch(tokens, j + 1)
    if token.text == ".":
        return touch(tokens, j) and len(tokens[j - 1].text) == 1 and tokens[j - 1].text.isupper()
    if token.text == "US":
        return True
    return token.is_word and token.lower not in _STOPS


def _is_plural(token: Token) -> bool:
    word = token.lower
    if word in _PLURALS or word in _SINGULARS:
        return True
    if word.endswith("is") and token.text[0].isupper():
        return country_of(word[:-1]) is not None  # "Israelis"
    return len(word) > 2 and word.endswith("s") and not _NOT_PLURAL.search(word)


def _goes_on(tokens: Sequence[Token], j: int) -> bool:
    """Whether the plural before j only describes the noun that follows: "arms dealers"."""
    if lower_at(tokens, j) == "-" and touch(tokens, j):
        return True
    if j >= len(tokens) or not _is_part(tokens, j):
        return False
    named = tokens[j - 1].text[0].isupper() and tokens[j - 2].text[0].isupper()
    return _is_plural(tokens[j]) and (named or tokens[j - 1].lower in _JOINED)


def _name(tokens: Sequence[Token], first: int, last: int) -> str:
    words = []
    for j in range(first, last):
        glued = j > first and touch(tokens, j)
        words.append(tokens[j].text if glued or j == first else " " + tokens[j].text)
    head = tokens[last - 1].text
    lead = "".join(words)[: -len(head)]
    return lead + (head if not lead and head[0].isupper() else singular(head))


def singular(noun: str) -> str:
    """The singular of a plural noun by its ending; a word that is none comes back."""
    lower = noun.lower()
    if lower in _SINGULARS:
        return _SINGULARS[lower]
    if lower in _PLURALS:
        return f"{noun[:-3]}man" if lower.endswith("men") else noun.removesuffix("s")
    if (len(lower) < 4 and lower != "kgs") or not lower.endswith("s") or _NOT_PLURAL.search(lower):
        return noun
    if lower.endswith("ies"):
        return noun[:-3] + "y"
    if lower.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return noun[:-2]
    return noun[:-1]
