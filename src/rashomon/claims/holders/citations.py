"""Sources that cite others between commas: "The Herald, citing two officials, reported that P".

Parsers lose the thread there, so the words are followed instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.phrases import trim

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

CITING = frozenset({"cite", "quote"})
QUOTING = CITING | {"report"}
"""Verbs before "X as saying P"."""

_LONGEST = 40  # tokens between the two commas


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
