"""What the line classifier sees, in plain words: an explanation is read by people."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.extract.lines.cues import FUNCTION_WORDS
from rashomon.extract.lines.shape import LENGTH_STEPS

# Of the steps of a share, those from here on are half and more.
HALF_STEP = 4
NEAR_TOP = 5
SENTENCE_WORDS = "words that sentences are made of"
_WORDS = ("w", "ws", "sw", "w0", "lw", "le")
_CUES = {
    "promotion": "words of offers and sign-ups",
    "notice": "words of legal notices",
    "related": "words that lead to other stories",
    "comment": "words of comment threads",
    "caption": "words of picture captions",
    "credit": "names of agencies and desks",
    "date": "words of date lines",
    "navigation": "words of menus and buttons",
    "voice": "words of somebody who speaks for himself",
}
_WHOLE = {
    "pipe": "a bar in it",
    "copyright sign": "a copyright sign",
    "at sign": "an @ in it",
    "colon": "a colon in it",
    "slash": "a slash in it",
    "exclamation": "an exclamation mark",
    "question": "a question mark",
    "dots": "dots in it",
    "ellipsis": "dots in it",
    "quote": "quotation marks",
    "in brackets": "stands in brackets",
    "link": "an address in it",
    "bullet": "begins with a bullet",
    "numbered": "begins with a number",
    "speaker": "begins with a speaker's name",
    "dateline opening": "opens like a dateline",
    "month": "a date in it",
    "year": "a date in it",
    "numeric date": "a date in it",
    "clock": "a time in it",
    "ago": "a time in it",
    "reading time": "a reading time",
    "slashed credit": "a credit with a slash",
    "bracketed end": "a name in brackets at its end",
    "person": "looks like a person's name",
    "by": 'begins with "by"',
    "by person": 'begins with "by" and a name',
    "upper": "in capital letters",
    "wordless": "no word in it",
    "none": "nothing there",
    "likeliest title": "of all titles, shares most words with the opening of the text",
    "another title": "another title fits the text better",
}
_CLASSES = {"U": "a capital letter", "l": "a small letter", "d": "a figure", "o": "a letter"}
_KINDS = {
    "p": "a paragraph",
    "s": "a sentence",
    "t": "a title",
    "w": "a few words",
    "m": "a date line or a name",
}
_RUN = {
    "in": "inside the main run of paragraphs",
    "before": "above the main run of paragraphs",
    "after": "below the main run of paragraphs",
}
_BESIDE = {
    "-2": "two lines above",
    "-1": "the line above",
    "1": "the line below",
    "2": "two lines below",
}


def in_words(feature: str, *, quoted: bool = True) -> str:
    """The feature in plain words; one that has none yet is given as it is.

    Unless `quoted`, no word of the page is told.
    Features that say the same at different grains get the same words.
    """
    beside, colon, own = feature.partition(":")
    if colon and beside in _BESIDE:
        return f"{_BESIDE[beside]}: {in_words(own, quoted=quoted)}"
    if feature in _WHOLE:
        return _WHOLE[feature]
    name, equals, value = feature.partition("=")
    if equals and name in _WORDS:
        return _word(value, quoted)
    if equals and name in _VALUED:
        return _VALUED[name](value)
    for pattern, say in _SHAPED:
        found = pattern.match(feature)
        if found:
            return say(found)
    return _WHOLE.get(feature.partition(",")[0], repr(feature))


def _word(value: str, quoted: bool) -> str:
    if value in FUNCTION_WORDS:
        return SENTENCE_WORDS
    return f'the word "{value}"' if quoted else "a word that the classifier knows"


def _class(value: str) -> str:
    return _CLASSES.get(value, f'"{value}"')


def _length(value: str) -> str:
    place = int(value.partition(",")[0])
    low = LENGTH_STEPS[place - 1] if place else 0
    if place >= len(LENGTH_STEPS):
        return f"{low} words and more"
    high = LENGTH_STEPS[place] - 1
    return f"{low} to {high} words" if high > low else f"{low} word{'' if low == 1 else 's'}"


def _ending(value: str) -> str:
    return "ends a sentence" if value.endswith("True") else "ends no sentence"


def _capitals(value: str) -> str:
    many = int(value.rpartition(",")[2]) > HALF_STEP
    return "most words with a capital" if many else "capitals as in a sentence"


def _share(much: str, little: str) -> Callable[[str], str]:
    def say(value: str) -> str:
        share = value.partition(",")[0]
        return much if share.isdigit() and int(share) >= HALF_STEP - 1 else little

    return say


def _place(value: str) -> str:
    return "near the top of the page" if int(value) < NEAR_TOP else "far down the page"


def _cue(value: str) -> str:
    return _CUES.get(value.partition(",")[0], value)


def _pattern(value: str) -> str:
    return "the pattern of the lines around it"


_VALUED: dict[str, Callable[[str], str]] = {
    "len": _length,
    "len,end": _ending,
    "len,caps": _capitals,
    "caps": _capitals,
    "first": lambda value: f"begins with {_class(value)}",
    "last": lambda value: f"ends with {_class(value)}",
    "function": _share(SENTENCE_WORDS, "few words that sentences are made of"),
    "sentences": lambda value: "no whole sentence" if value == "0" else "whole sentences",
    "digits": lambda value: "no figures" if value == "0" else "figures in it",
    **dict.fromkeys(("cue", "cue first", "cue last"), _cue),
    "top": _place,
    "bottom": lambda value: "at the end of the page" if value in "01" else "not at the page's end",
    "prose": lambda value: "a paragraph among others",
    "shared": _share("shares words with the text", "shares hardly a word with the text"),
    "known": _share("names that the text has too", "no name that the text has too"),
    "lead": _share("shares words with the opening", "shares hardly a word with the opening"),
    **dict.fromkeys(("twice", "times"), lambda value: "stands on the page more than once"),
    "near": _share("paragraphs around it", "hardly a paragraph around it"),
    "kind": lambda value: _KINDS.get(value, value),
    "kinds": _pattern,
    "blank": lambda value: (
        "blank lines around it" if "True" in value else "no blank lines around it"
    ),
}
_SHAPED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:wide|narrow) (in|before|after)"), lambda found: _RUN[found[1]]),
    (re.compile(r"person in "), lambda found: "a name, and the pattern of the lines around it"),
    (
        re.compile(r"(above|below) ([a-z]+)\d*$"),
        # The feature is named for where the line stands: what it looks at is on that side.
        lambda found: f"{_CUES.get(found[2], found[2])} {found[1]} it",
    ),
    (re.compile(r"upper,"), lambda found: "in capital letters"),
)
