"""Attributions by a phrase: "according to X", "in the view of X", "as X said" without a verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.holders.chains import add_citation
from rashomon.claims.holders.citations import citing_behind
from rashomon.claims.phrases import Run, noun_phrase, places, subtree, trim_front, without
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_VIEWS = {"view", "opinion", "word", "estimation", "telling", "eye", "judgment", "judgement"}


def find_phrase_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The attributions of the sentence's phrases of source."""
    for token in sentence:
        parts = _according(token) or _in_view_of(token) or _per(token)
        if parts is not None:
            draft = _draft(prose, sentence, *parts)
            if draft is not None:
                yield draft


def _according(token: Token) -> tuple[Run, Token] | None:
    if token.lower_ != "according" or token.i + 1 >= len(token.doc):
        return None
    to = token.nbor(1)
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    return ((token.i, to.i + 1), source) if to.lower_ == "to" and source is not None else None


def _in_view_of(token: Token) -> tuple[Run, Token] | None:
    if token.lower_ not in {"in", "by"} or token.dep_ != "prep":
        return None
    view = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_ in _VIEWS), None)
    if view is None:
        return None
    for of in view.rights:
        source = next((c for c in of.children if c.dep_ == "pobj"), None)
        if of.lower_ == "of" and source is not None:
            return (token.i, of.i + 1), source
    return None


def _per(token: Token) -> tuple[Run, Token] | None:
    if token.lower_ != "per" or (token.i and token.nbor(-1).text != ","):
        return None
    source = next((c for c in token.children if c.dep_ == "pobj"), None)
    return ((token.i, token.i + 1), source) if source is not None else None


def _draft(prose: Prose, sentence: Words, cue: Run, head: Token) -> Draft | None:
    doc = sentence.doc
    source = _before_verb(noun_phrase(head))
    cited = citing_behind(source)
    phrase = (cue[0], cited.end if cited is not None else source.end)
    runs = [
        run
        for part in without(_quoted(prose, doc[cue[0]], sentence), [phrase])
        if (run := trim_front(doc, part))[0] < run[1]
        and any(t.is_alpha for t in doc[run[0] : run[1]])
    ]
    content = places(doc, runs)
    if not content:
        return None
    draft = Draft(
        pattern=Pattern.ACCORDING,
        content=content,
        sentence=sentence,
        attitude=Attitude.ASSERTS,
        source=source,
        cue=place(doc[cue[0] : cue[1]]),
    )
    return add_citation(draft)


def _is_behind_mark(cue: Token, head: Token) -> bool:
    """As in "disclosed that, in the words of X, P": the phrase goes with what is disclosed."""
    at = cue.i - 1
    while at > 0 and cue.doc[at].text == ",":
        at -= 1
    return cue.doc[at].dep_ == "mark" and cue.doc[at].head == head


def _before_verb(source: Words) -> Words:
    """The source without a quotation or clause that the parser hung behind it."""
    subjects = {"nsubj", "nsubjpass"}
    clause = source.root.head.head.head  # the pobj's "to", its "according", their verb
    bare = clause.pos_ in {"VERB", "AUX"} and not any(c.dep_ in subjects for c in clause.children)
    for token in source:
        if token.i > source.root.i and (token.text == '"' or (bare and token.text == ",")):
            return source.doc[source.start : max(token.i, source.root.i + 1)]
    return source


def _quoted(prose: Prose, cue: Token, sentence: Words) -> Run:
    """The scope, no further than the quotation that the phrase is part of."""
    start, end = _scope(cue, sentence)
    quotation = prose.quotation_at(place(cue).start)
    if quotation is None:
        return start, end
    inside = [t.i for t in sentence if quotation.contains(place(t)) and t.text not in _MARKS]
    return max(start, inside[0]), min(end, inside[-1] + 1)


_MARKS = {'"', "'", "“", "”", "‘", "’"}


def _scope(cue: Token, sentence: Words) -> Run:
    """The clause that the phrase goes with: the whole sentence, or that of one conjunct."""
    head = cue.head
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    if head.dep_ == "ccomp" and _is_behind_mark(cue, head):
        return cue.i, subtree(head)[1]
    if head.dep_ == "conj" and head.i > sentence.root.i and cue.i > head.i:
        start, end = subtree(head)
        return start, max(end, cue.i)
    return sentence.start, sentence.end
