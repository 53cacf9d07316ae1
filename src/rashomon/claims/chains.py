"""Through whom a claim came: the paper that cites officials, the agency that was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token
from spacy.tokens import Span as Words

from rashomon.claims.citations import CITING, citing_before
from rashomon.claims.draft import Draft
from rashomon.claims.holders import outlet_class
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.sources import agent, find_source, is_passive
from rashomon.text.parse import place

_TO_MEDIUM = {"to", "with", "by", "on", "in", "via", "from"}


def add_chain(draft: Draft, verb: Token | None) -> Draft:
    """The draft with the links between the outlet and its source, nearest first."""
    if draft.source is None or verb is None:
        return draft
    citing = citing_before(verb)
    if citing is not None:
        return replace(draft, via=(*draft.via, citing[0]), source=citing[1])
    quoting = _quoted_by(verb)
    if quoting is not None:
        return replace(draft, via=(quoting, *draft.via))
    cited = _cited(verb, draft.source)
    if cited is not None:
        return replace(draft, via=(*draft.via, draft.source), source=cited)
    return replace(draft, via=(*draft.via, *_media(draft)))


def _quoted_by(verb: Token) -> Words | None:
    """Who quotes: "The Herald quoted officials as saying", "was quoted by the Herald as saying"."""
    head = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or head.lemma_ not in CITING:
        return None
    if not is_passive(head):
        return find_source(head)
    quoter = agent(head)
    return noun_phrase(quoter) if quoter is not None else None


def _cited(verb: Token, source: Words) -> Words | None:
    """Whom the source cites: "The Herald, citing two officials, reported"."""
    for citing in _participles(verb, source):
        noun = next((c for c in citing.rights if c.dep_ in {"dobj", "pobj"}), None)
        if noun is not None:
            return noun_phrase(noun)
    return None


def _participles(verb: Token, source: Words) -> Iterator[Token]:
    places = [*verb.children, *source.root.children]
    for child in places:
        if (
            child.lemma_ in CITING
            and child.tag_ == "VBG"
            and child.dep_ in {"advcl", "acl", "prep"}
        ):
            yield child


def _media(draft: Draft) -> Iterator[Words]:
    """The media that were told: "told AFP", "in an interview with the Herald"."""
    source = draft.source
    for token in draft.sentence:
        if token.pos_ not in {"PROPN", "NOUN"} or not _is_told(token):
            continue
        span = place(token)
        if source is not None and source.start <= token.i < source.end:
            continue
        if any(part.overlaps(span) for part in draft.content):
            continue
        words = noun_phrase(token)
        if outlet_class(words) is not None:
            yield words


def _is_told(token: Token) -> bool:
    head = token.head
    if token.dep_ in {"dobj", "dative", "iobj"}:
        return head.lemma_ in {"tell", "inform"}
    if token.dep_ != "pobj" or head.lower_ not in _TO_MEDIUM:
        return False
    return head.head.lemma_ != "accord"
