"""The things and groups that a parsed text speaks of: noun phrases, each with its grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model.reading import Phrase
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = {"amod", "compound", "nummod", "nmod", "quantmod", "punct", "advmod"}
_CONTENT = {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}
_HEADS = {"NOUN", "PROPN"}


def find_phrases(docs: Sequence[Doc]) -> tuple[Phrase, ...]:
    """The noun phrases of an article, in the order of their heads.

    A noun that stands before another ("the takeover talks") is a phrase of its own, too.
    """
    return tuple(phrase for doc in docs for phrase in _phrases(doc))


def _phrases(doc: Doc) -> Iterator[Phrase]:
    for token in doc:
        if token.pos_ == "NOUN" and token.text[0].isalpha() and len(token.text) > 2:
            yield _phrase(token)


def _phrase(noun: Token) -> Phrase:
    first = _first(noun)
    governor, relation = _governor(noun)
    before = [child for child in noun.children if child.i < first.i]
    return Phrase(
        start=place(first).start,
        end=place(noun).end,
        head=place(noun),
        lemma=noun.lemma_.lower(),
        plural=noun.tag_ == "NNS",
        definite=any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in before),
        governor=governor.lemma_.lower() if governor is not None else "",
        relation=relation,
        words=tuple(_words(noun)),
    )


_DEFINITE = {"the", "this", "that", "these", "those"}


def _first(noun: Token) -> Token:
    """The leftmost of what describes the noun without a gap: "striking copper miners"."""
    inside = {noun}
    for token in sorted(noun.lefts, key=lambda token: -token.i):
        if token.dep_ not in _BEFORE:
            break
        inside.update(token.subtree)
    first = noun
    while first.i > noun.sent.start and noun.doc[first.i - 1] in inside:
        first = noun.doc[first.i - 1]
    while first.is_punct and first.i < noun.i:
        first = noun.doc[first.i + 1]
    return first


def _governor(noun: Token) -> tuple[Token | None, str]:
    """The word that the noun is an argument of, and how: "obj", "subj", a preposition."""
    head, relation = noun.head, noun.dep_
    while relation == "conj" and head.pos_ in _HEADS and head.head is not head:
        head, relation = head.head, head.dep_
    if head is noun or relation == "ROOT":
        return None, ""
    if relation == "pobj":
        preposition = head
        if preposition.head is preposition:
            return None, preposition.lower_
        passive = preposition.dep_ == "agent"
        return preposition.head, "subj" if passive else preposition.lower_
    return head, _RELATIONS.get(relation, relation)


_RELATIONS = {"nsubj": "subj", "nsubjpass": "obj", "dobj": "obj", "csubj": "subj", "attr": "is"}


def _words(noun: Token) -> Iterator[str]:
    """The lemmas of what belongs to the noun, names and numbers as well."""
    for child in noun.subtree:
        near = child is not noun and abs(child.i - noun.i) <= _NEAR
        if near and child.pos_ in _CONTENT and child.text[0].isalnum():
            yield child.lemma_.lower()


_NEAR = 8  # tokens: what stands further off belongs to a clause of its own
