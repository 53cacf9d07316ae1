"""What a noun of telling holds: "reports that P", "allegations of P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import NOUNS
from rashomon.claims.phrases import Run, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token


def proposition(noun: Token) -> Run:
    """What a noun of telling holds: the clause in "reports that ...", the event in "reports of
    ...", else the noun phrase itself."""
    cue = NOUNS.get(noun.lemma_.lower())
    if cue is None:
        return subtree(noun)
    for child in noun.rights:
        if _is_that_clause(child):
            return trim(noun.doc, subtree(child))
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {
            "of",
            "about",
            "on",
            "concerning",
            "regarding",
        }:
            for part in child.rights:
                if part.dep_ in {"pobj", "pcomp"}:
                    return subtree(part)
    return subtree(noun)


def _is_that_clause(child: Token) -> bool:
    """Parsers call "claims that ..." an acl, a ccomp or a relative clause."""
    if child.dep_ not in {"acl", "ccomp", "relcl"} or child.pos_ not in {"VERB", "AUX"}:
        return False
    if child.dep_ == "relcl":
        subjects = [c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return bool(subjects) and all(c.lower_ not in {"that", "which", "who"} for c in subjects)
    if child.dep_ == "ccomp":
        return True
    return any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in child.children)
