"""Questions that a holder leaves open: "said it was too early to say whether P"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.verbs import cue_group
from rashomon.claims.phrases import places
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source, subject
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_FRONT = 60  # characters from the start of a content to where it leaves its question open
_KNOWING = {"know", "tell", "say", "determine", "establish", "rule", "judge", "conclude", "decide"}
_OPEN = re.compile(
    r"\b(?:too (?:early|soon) (?:yet )?(?:for \w+ )?to \w+"
    r"|premature to \w+"
    r"|(?:not|n[’']t) (?:yet |immediately |currently |been )?"
    r"(?:clear|known|certain|sure|established|determined|able to \w+)"
    r"|unclear|unknown|uncertain|unsure"
    r"|(?:cannot|can[’']t|could not|couldn[’']t|(?:do|does|did)(?: not|n[’']t)) (?:yet |still )?"
    r"(?:know|tell|say|determine|establish|judge))"
    r"(?: yet| at this stage| so far| for now)? (?=(?:whether|if)\b)",
    re.IGNORECASE,
)
_CLEAR = {"clear", "known", "certain", "sure", "unclear", "unknown", "uncertain", "unsure"}
_CLEAR |= {"early", "soon", "premature"}


def leave_open(prose: Prose, draft: Draft) -> Draft:
    """The draft; where its content leaves a question open, the question is its content and the
    attitude a doubt."""
    if draft.attitude is not Attitude.ASSERTS or not draft.content:
        return draft
    span = draft.content[0]
    found = _OPEN.search(span.slice(prose.text)[: _FRONT + 60])
    if found is None or found.start() > _FRONT:
        return draft
    asked = Span(span.start + found.end(), span.end)
    return replace(draft, content=(asked, *draft.content[1:]), attitude=Attitude.DOUBTS)


def find_doubts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """Those who the sentence says do not know: "police could not tell whether P"."""
    for token in sentence:
        if token.lemma_ in _KNOWING and not prose.is_quoted(token) and _is_not(token):
            question = next((c for c in token.rights if c.dep_ == "ccomp" and _asks(c)), None)
            source = find_source(token)
            if question is not None and source is not None and subject(token) is not None:
                yield _draft(sentence, token, question, source)


def open_question(root: Token) -> Token | None:
    """The question of a sentence that says in the outlet's own voice that it is open."""
    if root.lemma_ not in {"be", "remain"}:
        return None
    for child in root.rights:
        if child.lower_ in _CLEAR and (child.lower_.startswith("un") or _is_open(root, child)):
            for clause in [*child.rights, *root.rights]:
                if clause.dep_ in {"ccomp", "advcl", "csubj"} and _asks(clause):
                    return clause
    return None


def _is_open(root: Token, word: Token) -> bool:
    return _is_not(root) or any(c.lower_ == "too" for c in word.lefts)


def _is_not(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _asks(clause: Token) -> bool:
    return any(c.lower_ in {"whether", "if"} and c.dep_ == "mark" for c in clause.lefts)


def _draft(sentence: Words, verb: Token, question: Token, source: Words) -> Draft:
    doc = sentence.doc
    group = cue_group(verb)
    run = question.left_edge.i, question.right_edge.i + 1
    return Draft(
        pattern=Pattern.CLAUSE,
        content=places(doc, [run]),
        sentence=sentence,
        attitude=Attitude.DOUBTS,
        source=source,
        cue=place(doc[group[0] : group[1]]),
        kind="doubt",
        verb=verb,
    )
