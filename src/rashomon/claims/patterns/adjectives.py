"""Attributions by an adjective: "X is adamant that P", "X was convinced that P"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.phrases import places, subtree
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source, subject
from rashomon.model.claim import Attitude
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SURE = {"adamant", "certain", "clear", "confident", "convinced", "emphatic", "explicit", "firm"}
_SURE |= {"insistent", "positive", "sure", "unequivocal"}
_NOBODY = {"it", "this", "that", "there", "what", "which"}  # "it is clear that P" has no source


def find_adjective_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The attributions of the sentence's adjectives of being sure."""
    for token in sentence:
        if token.lower_ not in _SURE or token.dep_ != "acomp" or prose.is_quoted(token):
            continue
        verb = token.head
        clause = next((c for c in [*token.rights, *verb.rights] if _is_told(c, token)), None)
        own = subject(verb)
        if clause is None or own is None or own.lower_ in _NOBODY or _is_open(verb):
            continue
        source = find_source(verb)
        if source is not None:
            yield Draft(
                pattern=Pattern.CLAUSE,
                content=places(token.doc, [subtree(clause)]),
                sentence=sentence,
                attitude=Attitude.ASSERTS,
                source=source,
                cue=place(token.doc[verb.i : token.i + 1]),
                verb=verb,
            )


def _is_told(clause: Token, adjective: Token) -> bool:
    is_clause = clause.dep_ in {"ccomp", "advcl"} and clause.i > adjective.i
    return is_clause and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def _is_open(verb: Token) -> bool:
    """Whether it is not so, or only may be: "was not sure that P"."""
    return verb.lemma_ not in {"be", "remain"} or any(
        c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children
    )
