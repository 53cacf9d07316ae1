"""Denials that hang on what was just said: "P, a charge she denies", "P, which the firm denies"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.rejections import is_said
from rashomon.claims.patterns.verbs import cue_group
from rashomon.claims.phrases import Run, noun_phrase, places
from rashomon.claims.prose import Prose
from rashomon.claims.sources import subject
from rashomon.model.claim import Attitude
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SETTING_OFF = {",", "-", "--", "–", "—", "("}
_RELATIVES = {"who", "which", "that", "whom"}


def find_aside_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The denials of the sentence's relative clauses; the content is the noun or pronoun that
    stands for what was said."""
    for token in sentence:
        cue = VERBS.get(token.lemma_.lower())
        is_aside = token.dep_ in {"relcl", "acl"} and token.tag_ != "VBG"
        if not is_aside or cue is None or cue.kind != "deny" or prose.is_quoted(token):
            continue
        own, said = subject(token), _said(token)
        if own is None or own.lower_ in _RELATIVES or own.i > token.i or said is None:
            continue
        group = cue_group(token)
        yield Draft(
            pattern=Pattern.CLAUSE,
            content=places(token.doc, [said]),
            sentence=sentence,
            attitude=Attitude.DENIES,
            source=noun_phrase(own),
            cue=place(token.doc[group[0] : group[1]]),
            kind=cue.kind,
            verb=token,
        )


def _said(verb: Token) -> Run | None:
    """What stands for what was said: ", which", or "a charge" set off before the clause."""
    which = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ == "dobj"), None)
    if which is not None:
        return (which.i, which.i + 1) if _is_set_off(which) else None
    noun, start = verb.head, verb.head.left_edge
    has_object = any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.rights)
    is_one = start.lower_ in {"a", "an"} and start.i < noun.i < verb.i
    if has_object or not is_one or not is_said(noun) or not _is_set_off(start):
        return None
    return start.i, noun.i + 1


def _is_set_off(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).text in _SETTING_OFF
