"""Attributions by a noun: "claims that P", "the ministry's denial of P", "allegations of P"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.lexicon import NOUNS, Cue
from rashomon.claims.patterns.tellings import proposition
from rashomon.claims.phrases import noun_phrase, places, subtree
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_OF = {"of", "about", "on", "for"}


def find_noun_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The attributions of the sentence's nouns of telling."""
    for token in sentence:
        cue = NOUNS.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if cue is not None and (not _is_denied(token) or _asserted_by_other(token, cue)):
            draft = _draft(sentence, token, cue)
            if draft is not None:
                yield draft


def _is_denied(noun: Token) -> bool:
    """What a verb of answering takes is that verb's content, not a claim beside it."""
    return noun.dep_ in {"dobj", "pobj"} and any(
        token.lemma_.lower() in _ANSWERING for token in noun.ancestors
    )


def _asserted_by_other(noun: Token, cue: Cue) -> bool:
    """Whether the noun names who said it: "the board denied Roth's claims that P"."""
    return cue.attitude is Attitude.ASSERTS and _owner(noun) is not None


_ANSWERING = {"deny", "confirm", "dismiss", "reject", "refute", "dispute", "comment", "respond"}
_ANSWERING |= {"decline", "refuse"}


def _draft(sentence: Words, noun: Token, cue: Cue) -> Draft | None:
    content = _content(noun, cue)
    if content is None or content.start <= place(noun).start:
        return None
    source = _owner(noun)
    if source is None and not _has_clause(noun, content):
        return None  # "allegations of abuse" names a topic, and nobody
    return Draft(
        pattern=Pattern.NOUN,
        content=(content,),
        sentence=sentence,
        attitude=cue.attitude,
        source=source,
        cue=place(noun),
        kind=cue.kind,
        hedged=source is None,
    )


def _content(noun: Token, cue: Cue) -> Span | None:
    run = proposition(noun)
    if run == subtree(noun):
        return _hung_on_verb(noun)
    is_clause = not any(
        child.dep_ == "prep" and child.right_edge.i + 1 == run[1] for child in noun.rights
    )
    if not is_clause and not any(
        child.dep_ == "prep" and child.lower_ in cue.takes for child in noun.rights
    ):
        return None
    found = places(noun.doc, [run])
    return found[0] if found else None


def _hung_on_verb(noun: Token) -> Span | None:
    """The clause right behind a noun with an owner that the parser hung on the verb: "disputed
    Roth's claim that P"."""
    if noun.i + 1 >= noun.sent.end or _owner(noun) is None:
        return None
    that = noun.nbor(1)
    clause = that.head
    is_clause = clause.dep_ in {"ccomp", "acl", "advcl", "relcl"} and clause.left_edge == that
    if that.lower_ != "that" or that.dep_ != "mark" or not is_clause:
        return None
    return places(noun.doc, [subtree(clause)])[0]


def _has_clause(noun: Token, content: Span) -> bool:
    """Whether what is told is a clause: "claims that P", not "the claims they made"."""
    return any(
        child.dep_ in {"acl", "ccomp", "relcl"}
        and child.left_edge.lower_ == "that"
        and place(child.left_edge).start == content.start
        for child in noun.rights
    )


def _owner(noun: Token) -> Words | None:
    """Whose claim it is: "the ministry's claim", "claims by residents", "Iraqi claims"."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound"} and child.ent_type_ in {"NORP", "GPE", "ORG"}:
            return noun_phrase(child)
        if child.dep_ == "poss":
            return _without_mark(noun_phrase(child))
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            owner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if owner is not None:
                return noun_phrase(owner)
    return None


def _without_mark(owner: Words) -> Words:
    """The owner without its "'s"."""
    if len(owner) > 1 and owner[-1].tag_ == "POS":
        return owner.doc[owner.start : owner.end - 1]
    return owner
