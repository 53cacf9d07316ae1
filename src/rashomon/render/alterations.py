"""What differs between two copies of a passage, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.model.span import Citation

MAX_WORDS = 400  # the comparison is quadratic; a longer passage is shown as all changed
_WORD = re.compile(r"\s+|\d[\d.,]*\d|\w+|[^\w\s]")  # "4,200" changes as a whole


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy in parts; the first of each is whether the other copy has it, too."""

    place: Citation
    parts: tuple[tuple[bool, str], ...]


def differences(left: Citation, right: Citation) -> tuple[Copy, Copy]:
    """Both copies, with what only one of them has told apart."""
    left_words, right_words = _WORD.findall(left.text), _WORD.findall(right.text)
    if max(len(left_words), len(right_words)) > MAX_WORDS:
        return Copy(left, ((False, left.text),)), Copy(right, ((False, right.text),))
    lefts: list[tuple[bool, str]] = []
    rights: list[tuple[bool, str]] = []
    matcher = SequenceMatcher(None, left_words, right_words, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        lefts.append((tag == "equal", "".join(left_words[a:b])))
        rights.append((tag == "equal", "".join(right_words[c:d])))
    return Copy(left, _said(lefts)), Copy(right, _said(rights))


def _said(parts: list[tuple[bool, str]]) -> tuple[tuple[bool, str], ...]:
    return tuple((same, words) for same, words in parts if words)
