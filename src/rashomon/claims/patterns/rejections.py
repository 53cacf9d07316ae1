"""What is turned down by name: "rejected that", "called the charge a lie"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import NOUNS, Cue
from rashomon.claims.phrases import Run, subtree
from rashomon.model.claim import Attitude

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns for what was said; beside the nouns of telling of the cue list.
_SAID = set(
    "account article characterisation characterization charge criticism finding gossip idea "
    "innuendo link narrative notion point rumor rumour smear story talk theory version".split()
)
_SAID_PRONOUNS = {"it", "that", "this", "these", "those", "them", "both", "all"}
_FALSE = set(
    "absurd absurdity baseless bogus bunk concoction fabricated fabrication fake false falsehood "
    "fantasy fiction groundless hoax inaccurate incorrect invented invention libel lie ludicrous "
    "misleading myth nonsense preposterous propaganda ridiculous rubbish slander smear unfounded "
    "unproven untrue untruth wrong".split()
)
_NEAR = 16  # tokens from the object to the word that calls it untrue
_NEEDS_TELLING = {"reject", "dismiss", "contest", "rebut", "refute", "dispute", "repudiate"}
_THROWN = {("throw", "out"), ("shoot", "down"), ("knock", "down"), ("brush", "aside")}


def is_said(noun: Token) -> bool:
    """Whether the noun or pronoun stands for what somebody said."""
    lemma = noun.lemma_.lower()
    return lemma in NOUNS or lemma in _SAID or noun.lower_ in _SAID_PRONOUNS


REFUSED = Cue("want", Attitude.NONE, frozenset({"noun"}))
"""To reject an offer is not to deny it."""


def refuses_thing(verb: Token) -> bool:
    """Whether the verb's object is no telling: "rejected the offer"."""
    noun = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if noun is not None and verb.lemma_ == "deny":
        is_to_one = any(c.dep_ in {"dative", "iobj"} for c in verb.rights)
        return is_to_one or noun.lemma_.lower() in _ASKED
    if noun is None or verb.lemma_ not in _NEEDS_TELLING:
        return False
    cue = NOUNS.get(noun.lemma_.lower())
    if noun.lower_ in _THINGS or (cue is not None and cue.kind == "order"):
        return True
    return not (is_said(noun) or _has_clause(noun))


# To deny these is not to give them.
_ASKED = set(
    "access aid application appeal bail bid clemency entry licence license loan motion "
    "offer parole passage permission petition request right service stay treatment visa".split()
)
_THINGS = {"it", "them"}  # "the truce was offered, and they rejected it"


def _has_clause(noun: Token) -> bool:
    """Whether a clause tells what is rejected, not only which: "a plan drawn up by X"."""
    return noun.pos_ == "VERB" or any(
        c.dep_ == "ccomp" or (c.dep_ in {"acl", "relcl"} and _is_told(c)) for c in noun.rights
    )


def _is_told(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def called_false(verb: Token) -> Run | None:
    """The object of a naming verb that calls it untrue: "called the charge a slander"."""
    named = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj", "oprd", "ccomp"}), None)
    if named is None:
        return None
    end = min(subtree(verb)[1], named.i + _NEAR)
    false = next((t for t in verb.doc[named.i : end] if t.lemma_.lower() in _FALSE), None)
    if false is None or any(t.text in {",", ";"} for t in verb.doc[named.i : false.i]):
        return None
    head = _head_before(verb, false)
    return subtree_before(head, false) if head is not None else None


def _head_before(verb: Token, false: Token) -> Token | None:
    """The noun for what was said that stands between the verb and the word that calls it untrue."""
    for token in verb.doc[verb.i + 1 : false.i]:
        if is_said(token) and token.dep_ != "compound":
            return token
    return None


def subtree_before(head: Token, limit: Token) -> Run:
    """The head with what stands before it, and behind it up to "as" or a mark before the limit."""
    end = head.i + 1
    for token in head.doc[head.i + 1 : limit.i]:
        is_of = token.dep_ == "prep" and token.head == head and token.lower_ != "as"
        if not (is_of or (end > head.i + 1 and token.lower_ != "as" and _is_below(token, head))):
            break
        end = token.i + 1
    return head.left_edge.i, end


def _is_below(token: Token, head: Token) -> bool:
    return head.is_ancestor(token) and not token.is_punct


def is_thrown_out(verb: Token) -> bool:
    """As in "threw out the claim": two words that turn down what was said."""
    return any(c.dep_ == "prt" and (verb.lemma_, c.lower_) in _THROWN for c in verb.rights) and any(
        is_said(c) and c.lower_ not in _THINGS
        for c in verb.children
        if c.dep_ in {"dobj", "nsubjpass"}
    )
