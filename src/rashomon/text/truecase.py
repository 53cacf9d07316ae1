"""Headlines As They Are Printed, in the letters of running text, for the parser to read."""

from __future__ import annotations

import re
from collections import Counter

from rashomon.text.lexicon import stop_words, tells_an_act

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INSIDE = re.compile(r"(?<=[^\W_][,\s]\s)[^\W\d_]+|(?<=[^\W_]\s)[^\W\d_]+")  # no first words
_TITLE_SHARE = 0.6  # of the longer words, from which a line is taken to be in title case
_LONG = 4
_STEM = 5  # letters that a word must share with one of the body to be a form of it


class Truecase:
    """What the body of an article shows about which words are names."""

    def __init__(self, body: str) -> None:
        words = Counter(_INSIDE.findall(body))
        self._capital: dict[str, str] = {w.lower(): w for w in words if w[0].isupper()}
        self._lower = {w for w in words if w[0].islower()}
        self._stems = {w[:_STEM] for w in self._lower if len(w) >= _STEM}

    def apply(self, line: str) -> str:
        """The line with every word that the body does not know as a name in small letters.

        The length stays, so places do. A line that is not in title case or in capitals is
        left as it is.
        """
        words = _WORD.findall(line)
        long_words = [w for w in words[1:] if len(w) >= _LONG]
        capital = [w for w in long_words if w[0].isupper()]
        if len(long_words) < 2 or len(capital) < _TITLE_SHARE * len(long_words):
            return line
        shouted = line.isupper()
        return _WORD.sub(lambda w: self._recase(w.group(), w.start() == 0, shouted), line)

    def inside(self, phrase: str) -> str:
        """The phrase as it stands inside a sentence: its first word small, if no name."""
        word = _WORD.match(phrase)
        if word is None or (word.group().isupper() and len(word.group()) > 1):
            return phrase
        plain = word.group().lower()
        name = plain in self._capital and plain not in self._lower
        return phrase if name or not self._is_common(plain) else phrase[0].lower() + phrase[1:]

    def _recase(self, word: str, first: bool, shouted: bool) -> str:
        plain = word.lower()
        if len(plain) != len(word) or (word.isupper() and not shouted):
            return word
        name = self._capital.get(plain)
        if name is not None and plain not in self._lower:
            return name
        if shouted or self._is_common(plain):
            return plain.capitalize() if first else plain
        return word

    def _is_common(self, plain: str) -> bool:
        known = plain in self._lower or plain[:_STEM] in self._stems or plain in stop_words()
        return known or len(plain) < _LONG or tells_an_act(plain)
