"""Sentences that only tell on what terms a source spoke: they belong to its claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.prose import Prose
from rashomon.claims.signs import find_terms
from rashomon.claims.sources import subject

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SETTING = {
    "speak",
    "talk",
    "ask",
    "request",
    "insist",
    "decline",
    "want",
    "agree",
    "wish",
    "demand",
}
_NAMING = {"anonymity", "anonymously", "named", "identified", "names", "name", "withheld"}


def find_terms_told(prose: Prose) -> Iterator[tuple[Words, str]]:
    """Whom a sentence of terms is about, with its words: "The two spoke on condition of
    anonymity because they feared reprisals"."""
    for sentence in prose.sentences:
        found = _told(sentence)
        if found is not None:
            yield found


def is_of_terms(sentence: Words) -> bool:
    """Whether the sentence tells somebody's terms and no more."""
    return _told(sentence) is not None


def _told(sentence: Words) -> tuple[Words, str] | None:
    for token in sentence:
        own = subject(token) if token.lemma_ in _SETTING else None
        if own is not None and token.dep_ in {"ROOT", "ccomp"} and _is_named(token):
            terms = find_terms(sentence.text)
            return (noun_phrase(own, but=token), terms) if terms is not None else None
    return None


def tells_terms(prose: Prose, draft: Draft) -> bool:
    """Whether the draft puts forward nothing but somebody's terms."""
    if not draft.content:
        return False
    if draft.kind == "think" and is_of_terms(draft.sentence):
        return True  # "because they feared reprisals"
    span = draft.content[0]
    words = span.slice(prose.text)
    if draft.verb is not None and draft.verb.lemma_ in _SETTING - {"speak", "talk"}:
        return _is_named(draft.verb) and find_terms(draft.sentence.text) is not None
    for token in draft.sentence:
        own = subject(token) if token.lemma_ in _SETTING else None
        if own is not None and token.dep_ == "ccomp" and _is_named(token):
            return find_terms(words) is not None and own.text in words
    return False


def _is_named(verb: Token) -> bool:
    """Whether the verb's own words, not those of what was said, are about being named."""
    near = [t for c in verb.rights if c.dep_ != "parataxis" for t in c.subtree]
    return any(t.lower_ in _NAMING for t in near if t.i - verb.i < 12)
