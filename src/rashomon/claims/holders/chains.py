"""Through whom a claim came: the paper that cites officials, the agency that was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft
from rashomon.claims.holders.citations import CITING, QUOTING, citing_before
from rashomon.claims.holders.kinds import bare_name, classify, outlet_class
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.sources import agent, find_source, is_passive
from rashomon.model.claim import HolderClass
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SPEAKING = {"speaking", "talking"}
_TO_MEDIUM = {"to", "with", "by", "on", "in", "via", "from"}


def add_chain(draft: Draft, verb: Token | None) -> Draft:
    """The draft with the links between the outlet and its source, nearest first."""
    if draft.source is None or verb is None:
        return draft
    citing = citing_before(verb)
    if citing is not None and _can_hold(citing[1]):
        return replace(draft, via=(*draft.via, citing[0]), source=citing[1])
    quoting = _quoted_by(verb)
    if quoting is not None:
        return replace(draft, via=(quoting, *draft.via))
    cited = _cited(verb, draft.source)
    if cited is not None:
        return replace(draft, via=(*draft.via, draft.source), source=cited)
    known = {words.start for words in draft.via}
    media = (words for words in _media(draft) if words.start not in known)
    return replace(draft, via=(*draft.via, *media))


def _quoted_by(verb: Token) -> Words | None:
    """Who quotes: "The Herald quoted officials as saying", "was quoted by the Herald as saying"."""
    head = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or head.lemma_ not in QUOTING:
        return None
    if not is_passive(head):
        return find_source(head)
    quoter = agent(head)
    return noun_phrase(quoter) if quoter is not None else None


def _cited(verb: Token, source: Words) -> Words | None:
    """Whom the source cites: "The Herald, citing two officials, reported"."""
    for citing in _participles(verb, source):
        noun = next((c for c in citing.rights if c.dep_ in {"dobj", "pobj"}), None)
        if noun is not None and _can_hold(noun_phrase(noun)):
            return noun_phrase(noun)
    return None


def _can_hold(words: Words) -> bool:
    """Whether somebody or a document is cited, not a reason: "citing safety concerns"."""
    return classify(words) is not HolderClass.UNKNOWN


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
        if token.lower_ in _SPEAKING and (listener := _listener(token)) is not None:
            yield listener
        if token.pos_ not in {"PROPN", "NOUN"} or not _is_told(token):
            continue
        span = place(token)
        if source is not None and source.start <= token.i < source.end:
            continue
        if any(part.overlaps(span) for part in draft.content):
            continue
        words = noun_phrase(token)
        if outlet_class(words) is not None and not _is_unspecific(words):
            yield words


def _is_unspecific(words: Words) -> bool:
    """As in "told the press", "not allowed to speak to the media": nobody that passes it on."""
    return bare_name(words).lower() in {"press", "media", "news media", "local media"}


def _listener(speaking: Token) -> Words | None:
    """The name in "Speaking to the Herald," or one in quotation marks there."""
    doc, start = speaking.doc, speaking.i + 2
    if start >= speaking.sent.end or speaking.nbor(1).lower_ not in {"to", "with"}:
        return None
    end = start
    while end < speaking.sent.end and doc[end].text not in {",", ".", ";"}:
        end += 1
    words = doc[start:end]
    if not 0 < len(words) <= 6 or _told_by_head(words):
        return None
    marked = words[0].text == '"' and words[-1].text == '"' and len(words) > 2
    return doc[start + 1 : end - 1] if marked else None


def _told_by_head(words: Words) -> bool:
    """Whether the plain way, by the head of the phrase, finds the listener too."""
    return words[0].text != '"'


def _is_told(token: Token) -> bool:
    head = token.head
    if token.dep_ in {"dobj", "dative", "iobj"}:
        return head.lemma_ in {"tell", "inform"}
    if token.dep_ != "pobj" or head.lower_ not in _TO_MEDIUM:
        return False
    return head.head.lemma_ != "accord"
