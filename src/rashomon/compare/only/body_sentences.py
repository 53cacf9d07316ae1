"""The sentences of a story's bodies, each with the words and names that it is compared by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.people import People
from rashomon.model.article import Article
from rashomon.model.reading import MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.lexicon import stop_words
from rashomon.text.normal import find_words
from rashomon.text.places import Places

_FEWEST = 6  # words; a shorter sentence says little by itself
_SHORTEST = 3  # letters of a word that says something
_STEM = 4  # letters that are left of a word without its ending
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y")
_KINDS = {MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.OTHER, MentionKind.PLACE}


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence: its words without endings and small words, and whom and what it names."""

    page: str
    account: str
    span: Span
    text: str
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]

    @property
    def parts(self) -> frozenset[str]:
        """Words, names and numbers; names keep their capitals, so none is a word."""
        return self.words | self.names | self.numbers

    @property
    def marks(self) -> frozenset[str]:
        """What no retelling leaves out or puts otherwise: names and numbers."""
        return self.names | self.numbers


def find_tellings(
    article: Article, reading: Reading, people: People, account: str
) -> Iterator[Telling]:
    """The sentences of an article's body that are long enough to tell something, in order."""
    body = Places(article.body)
    for span in reading.sentences:
        forms = find_words(article.text, [span]).forms
        if len(forms) < _FEWEST or not body.around(span):
            continue
        yield Telling(
            page=article.id,
            account=account,
            span=span,
            text=span.slice(article.text),
            words=frozenset(_stem(word) for word in forms if _tells(word)),
            names=frozenset(
                one.name for _, one in people.inside(article.id, span) if one.kind in _KINDS
            ),
            numbers=frozenset(word for word in forms if word[0].isdigit()),
        )


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and not word[0].isdigit() and word not in stop_words()


def _stem(word: str) -> str:
    """The word without its ending, so that "resumed" and "resumes" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
