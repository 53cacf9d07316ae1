"""The language of a text, told by its characters, or None where there is too little of it."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_CHARACTERS = 60  # below it, headlines full of names are taken for other languages
ENOUGH_CHARACTERS = 4000  # more text changes nothing but the time


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in.

    Cost: constant beyond a few thousand characters.
    """
    sample = text[:ENOUGH_CHARACTERS]
    if sum(map(str.isalpha, sample)) < MIN_CHARACTERS:
        return None
    code: str = _identifier().classify(sample)[0]
    return code


@cache
def _identifier() -> LanguageIdentifier:
    """The model that comes with py3langid; it is read once, on the first call."""
    return LanguageIdentifier.from_model_file(MODEL_FILE)
