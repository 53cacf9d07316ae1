"""The language of a text, told by its words or characters, or None where it has too little."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_CHARACTERS = 60  # below it, headlines full of names are taken for other languages
ENOUGH_CHARACTERS = 1500  # of 201 articles in 18 languages none is told otherwise by more
_WORD = re.compile(r"[^\W\d_]+")
# Words that English prose cannot do without. Read on 569 web pages in other languages of
# trafilatura's evaluation set, they are never more than 0.12 of the words.
_ENGLISH = frozenset(
    "the of and to that with was were this from by which would their they been has his had but "
    "not are as it its who".split()
)
_SURELY_ENGLISH = 0.20
_MIN_WORDS = 40


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in.

    Cost: constant beyond a few thousand characters. Plain English needs no model; the first text
    that is not plainly English loads one, which takes a second.
    """
    sample = text[:ENOUGH_CHARACTERS]
    if sum(map(str.isalpha, sample)) < MIN_CHARACTERS:
        return None
    if _is_plain_english(sample):
        return "en"
    code: str = _identifier().classify(sample)[0]
    return code


def _is_plain_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    known = sum(word in _ENGLISH for word in words)
    return len(words) >= _MIN_WORDS and known >= _SURELY_ENGLISH * len(words)


@cache
def _identifier() -> LanguageIdentifier:
    """The model that comes with py3langid; it is read once, on the first call."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
