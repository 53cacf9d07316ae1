"""Sources that cite others: "The Herald, citing two officials, reported that P".

Between commas parsers lose the thread, so the words are followed instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.phrases import noun_phrase, trim
from rashomon.claims.sources import agent, find_source, is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

CITING = frozenset({"cite", "quote"})
QUOTING = CITING | {"report"}
"""Verbs before "X as saying P"."""

_LONGEST = 40  # tokens between the two commas
_LENT = {"advcl", "conj"}


def citing_before(verb: Token) -> tuple[Words, Words] | None:
    """Who cites and whom, where a citation stands between commas right before the verb."""
    doc, first = verb.doc, verb.sent.start
    end = verb.i
    while end > first and (doc[end - 1].pos_ == "ADV" or doc[end - 1].dep_ in {"aux", "auxpass"}):
        end -= 1
    if end <= first or doc[end - 1].text not in {",", "-", "--", "–", "—"}:
        return None
    for at in range(end - 2, max(first, end - _LONGEST), -1):
        token = doc[at]
        if token.lemma_.lower() in CITING and token.tag_ == "VBG" and doc[at - 1].is_punct:
            cited = trim(doc, (at + 1, end - 1))
            quoter = _phrase_before(doc[at - 1])
            return (quoter, doc[cited[0] : cited[1]]) if quoter and cited[0] < cited[1] else None
        if token.tag_ in {"VBD", "VBZ", "VBP"} and token.dep_ in {"ROOT", "conj"}:
            return None
    return None


def _phrase_before(comma: Token) -> Words | None:
    """The noun phrase that ends at the comma."""
    doc, limit = comma.doc, comma.i
    if limit == 0:
        return None
    token, root = doc[limit - 1], None
    while True:
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            root = token
        head = token.head
        if head == token or head.i >= limit or head.pos_ not in {"NOUN", "PROPN", "ADP", "PRON"}:
            break
        token = head
    return doc[root.left_edge.i : limit] if root is not None else None


def citing_behind(words: Words) -> Words | None:
    """Whom the source cites right behind its name: "the Herald, citing two officials", "the
    Herald, which quoted an official", "reports citing officials"."""
    doc, at = words.doc, words.end
    limit = words.root.sent.end
    while at < limit and (doc[at].text == "," or doc[at].lower_ in _RELATIVES):
        at += 1
    if at >= limit or at > words.end + 2 or doc[at].lemma_.lower() not in CITING:
        return None
    is_told = doc[at].tag_ in {"VBD", "VBZ", "VBP"} and doc[at - 1].lower_ in _RELATIVES
    return cited_by(doc[at]) if doc[at].tag_ == "VBG" or is_told else None


_RELATIVES = {"which", "who"}


def cited_by(citing: Token) -> Words | None:
    """Whom the verb of citing names."""
    noun = next((c for c in citing.rights if c.dep_ in {"dobj", "pobj"}), None)
    return noun_phrase(noun) if noun is not None else None


def quoting_of(verb: Token) -> Token | None:
    """The verb of quoting above "as saying": "The Herald quoted officials as saying"."""
    while verb.dep_ in _LENT and subject(verb) is None and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    head = verb.head.head
    head = head if head.lemma_ in QUOTING else head.head
    return head if head.lemma_ in QUOTING else None


def informant_of(verb: Token) -> Words | None:
    """Who told whoever learned: "The Herald learned from two officials that P"."""
    if verb.lemma_ not in _LEARNING:
        return None
    for way in verb.rights:
        noun = next((c for c in way.rights if c.dep_ == "pobj"), None)
        if way.lower_ == "from" and noun is not None:
            return noun_phrase(noun)
    return None


_LEARNING = {"hear", "learn"}


def _hearing_of(verb: Token) -> Token | None:
    """The verb of "Lund heard Roth say P", "Lund remembers Roth telling her P"."""
    head = verb.head
    is_heard = verb.tag_ in {"VB", "VBG"} and verb.dep_ in {"ccomp", "xcomp"}
    own = subject(verb) if is_heard and head.lemma_ in _HEARING else None
    return head if own is not None and own.i < verb.i and not is_passive(head) else None


_HEARING = {"hear", "overhear", "recall", "record", "remember", "show"}


def quoter_of(verb: Token) -> Words | None:
    """Who quotes: "The Herald quoted officials as saying", "was quoted by the Herald as saying"."""
    quoting = quoting_of(verb) or _hearing_of(verb)
    if quoting is None:
        return None
    if not is_passive(quoting):
        return find_source(quoting)
    quoter = agent(quoting)
    return noun_phrase(quoter) if quoter is not None else None
