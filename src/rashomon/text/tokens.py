"""Words, numerals and marks with their places: what the rules for figures and dates walk over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# A numeral may group its digits by thousands (1,234,567), lakhs (1,00,000) or thin spaces.
_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{2,3})*[,\u00a0\u2009\u202f]\d{3}(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
    r"|\.\d+"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
    r"|\S"
)


class Token(NamedTuple):
    """One word, numeral or mark; `lower` is what rules compare."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_numeral(self) -> bool:
        """Whether it is written in digits."""
        return self.text[-1].isdigit() and self.text.isascii()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def find_tokens(text: str) -> tuple[Token, ...]:
    """All words, numerals and marks of the text, in order."""
    return tuple(
        Token(m.start(), m.end(), m[0], m[0].lower().replace("’", "'"))
        for m in _TOKEN.finditer(text)
    )


def touch(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i stands directly against the one before it."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def lower_at(tokens: Sequence[Token], i: int) -> str:
    """The token's lower form, or nothing beyond the ends of the text."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""
