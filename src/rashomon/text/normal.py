"""Words in a form in which copies stay equal, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from rashomon.model.span import Span

# Scripts that are written without spaces: there a character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S.
    rf"|[{UNSPACED}]"
    r"|\d+(?:[.,]\d+)+"  # 5,200 and 3.5
    rf"|[^\W{UNSPACED}]+(?:['’´ʼ][^\W\d_{UNSPACED}]+)*"
)
# The same for texts that have no such script, which is three times as fast.
_SPACED_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|\w+(?:['’´ʼ][^\W\d_]+)*")
_MARKS = re.compile(r"[\W_]+")
_APOSTROPHES = str.maketrans("’´ʼ", "'''")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=..[^aeiou])is(ation|ations|e|ed|es|er|ers|ing)$", r"iz\1"),  # authorise
        (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),  # analyse
        (r"(?<=..)our(?!$)|(?<=...)our$", "or"),  # labour, neighbouring
        (r"(?<=[bcdhmnpt])re(s?)$", r"er\1"),  # centre
        (r"(?<=.[ae]n)ce(s?)$", r"se\1"),  # defence
        (r"ll", "l"),  # travelled
        (r"ogue(s?)$", r"og\1"),  # catalogue
        (r"(?<!^)[ao]e(?=.)", "e"),  # paediatric
        (r"mmes?$", "m"),  # programme
    )
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their order: their plain forms and where they stand.

    `forms[k]` is the form of the word at `starts[k]` to `ends[k]`.
    """

    forms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> Span:
        """The place from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])


def letters_of(text: str) -> str:
    """The text's letters and digits alone, in small ones."""
    return _MARKS.sub("", text).casefold()


def find_words(text: str, spans: Iterable[Span] | None = None, most: int | None = None) -> Words:
    """The words inside the spans, or of the whole text, the first `most` of them.

    Forms have no case, no accents and one regional spelling: "authorisation" is
    "authorization". They are made to be compared, not shown. In scripts without spaces each
    character is a word.
    """
    whole = (Span(0, len(text)),) if spans is None else spans
    word = _word_of(text)
    matches = chain.from_iterable(word.finditer(text, span.start, span.end) for span in whole)
    found = [match.span() for match in islice(matches, most)]
    return Words(
        tuple([plain_form(text[start:end]) for start, end in found]),
        array("i", [start for start, _ in found]),  # many pages are held at once
        array("i", [end for _, end in found]),
    )


def _word_of(text: str) -> re.Pattern[str]:
    return _SPACED_WORD if text.isascii() or not _IS_UNSPACED.search(text) else _WORD


@lru_cache(maxsize=200_000)
def plain_form(word: str) -> str:
    """The word without case, accents, dots of an abbreviation, and regional spelling."""
    form = word.casefold().translate(_APOSTROPHES)
    if not form.isascii():
        parts = unicodedata.normalize("NFKD", form)
        form = "".join(part for part in parts if not "\u0300" <= part <= "\u036f").casefold()
        form = unicodedata.normalize("NFC", form)
    if form.endswith("."):
        return form.replace(".", "")
    if len(form) > 4 and form.isascii() and form.isalpha():
        for pattern, replacement in _SPELLINGS:
            form = pattern.sub(replacement, form)
    return form


def is_unspaced(form: str) -> bool:
    """Whether the word is one character of a script that is written without spaces."""
    return _IS_UNSPACED.match(form) is not None
