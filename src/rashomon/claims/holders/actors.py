"""Whom the outlet itself tells of: the persons that a later "he" may take up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft
from rashomon.claims.lexicon import PEOPLE
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.prose import Prose
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


def find_actors(prose: Prose, drafts: Iterable[Draft], names: Mapping[str, str]) -> list[Words]:
    """The persons that the outlet itself tells of as subjects: "he" may take them up."""
    told = [span for draft in drafts if draft.source is not None for span in draft.content]
    told.sort()
    starts = [span.start for span in told]
    found = []
    for doc in prose.docs:
        lone = _lone_persons(doc)
        for token in doc:
            if token.dep_ not in {"nsubj", "nsubjpass"} and token.i not in lone:
                continue
            if _is_actor(token, names):
                where = place(token)
                near = told[
                    max(0, bisect_right(starts, where.start) - 3) : bisect_right(
                        starts, where.start
                    )
                ]
                if not any(span.overlaps(where) for span in near):
                    found.append(_actor(token))
    return found


def find_subjects(drafts: Iterable[Draft], names: Mapping[str, str]) -> list[Words]:
    """The persons in what is told whom a "he" right behind takes up: Roth in "Lund said Roth lied
    when he claimed P"."""
    found = []
    for draft in drafts:
        verb, source = draft.verb, draft.source
        if source is None or source.root.lower_ not in {"he", "she"} or verb is None:
            continue
        own = next((c for c in verb.head.lefts if c.dep_ in _SUBJECTS), None)
        if verb.dep_ == "advcl" and own is not None and own.i < source.start:
            found += [_actor(own)] if _is_actor(own, names) else []
    return found


_SUBJECTS = {"nsubj", "nsubjpass"}


def _lone_persons(doc: Doc) -> set[int]:
    """The heads of objects that are the one person of a sentence: "That did not satisfy Lund"."""
    persons: dict[int, list[Token]] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            persons.setdefault(entity.sent.start, []).append(entity.root)
    return {found[0].i for found in persons.values() if len(found) == 1 and _is_object(found[0])}


def _is_object(token: Token) -> bool:
    """Whether something, not somebody, does it to the person."""
    if token.dep_ != "dobj" and not (token.dep_ == "pobj" and token.head.lower_ in {"by", "from"}):
        return False
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subjects = [t for t in verb.lefts if t.dep_.startswith("nsubj")] if verb is not None else []
    return not any(t.lemma_.lower() in PEOPLE or t.lower_ in _SOMEBODY for t in subjects)


_SOMEBODY = {"i", "you", "he", "she", "we", "they", "who"}


def _is_actor(token: Token, names: Mapping[str, str]) -> bool:
    """Whether the subject is a person's name or office: "a mayor came, and he said P"."""
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON" or token.text in names
    return token.lemma_.lower() in PEOPLE and token.tag_ == "NN"


def _actor(token: Token) -> Words:
    if token.pos_ == "PROPN" and not any(child.dep_ == "appos" for child in token.rights):
        return _whole_name(token)
    return noun_phrase(token)


def _whole_name(token: Token) -> Words:
    """The name that the token is the last word of."""
    start = token.i
    while start > token.left_edge.i and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return token.doc[start : token.i + 1]
