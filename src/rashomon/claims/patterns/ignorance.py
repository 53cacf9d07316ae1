"""That a holder cannot tell, or keeps quiet: "said she did not know who", "kept mum on P"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rashomon.claims.lexicon import VERBS
from rashomon.claims.sources import is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

Found: TypeAlias = "tuple[Response, Token, Token | None]"
"""What was given, the last word of the cue, and where its topic hangs."""

_ASKING = {"who", "whom", "whose", "what", "when", "where", "why", "how", "which"}
_SELVES = {"it", "he", "she", "they"}
_QUIET = {"mum", "tight-lipped", "tightlipped", "tight"}  # parsers cut "tight-lipped" in three
_SILENT = {"silent", "quiet"}  # also during a song: only on or about something
_STAYING = {"be", "remain", "stay", "keep"}
_ABOUT = {"on", "about", "over", "regarding", "concerning"}
_AVOIDING = {"sidestep", "dodge", "duck", "skirt", "evade"}
_TELLING = {"say", "provide", "give", "offer", "release"}
_NO_FACTS = {"detail", "information", "description", "explanation", "figure", "number"}
_FACTS = set(
    "detail number cause reason motive name identity extent size amount age condition whereabouts "
    "level status origin date time".split()
)


def is_negated(verb: Token) -> bool:
    """Also by its subject: "neither the board nor the firm would comment"."""
    if any(c.dep_ == "neg" or c.lower_ in {"not", "n't", "never"} for c in verb.children):
        return True
    own = subject(verb)
    if own is None or own.i > verb.i:
        return False
    return own.lower_ in {"neither", "nobody", "none"} or own.left_edge.lower_ == "neither"


def find_ignorance(verb: Token) -> Found | None:
    """As in "said he did not know who", "could not say how many", "said it was not aware of P"."""
    lemma, aux = verb.lemma_.lower(), {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    if lemma == "be":
        return _unaware(verb)
    if is_passive(verb):
        return None
    can = bool(aux & {"could", "can", "ca"}) and is_negated(verb)
    if lemma == "say" and can and _asks(verb):
        return Response.NO_INFORMATION, verb, verb
    unable = verb.dep_ == "xcomp" and verb.head.lemma_ == "unable"
    if lemma in _TELLING and (can or unable or "could" in aux):
        return _no_facts(verb, can or unable)
    if lemma == "know" and is_negated(verb) and (_is_told(verb) or _is_for_now(verb)):
        of = any(c.dep_ == "prep" and c.lower_ in {"of", "about"} for c in verb.rights)
        of = of or any(c.dep_ == "dobj" and c.lemma_ in _FACTS for c in verb.rights)
        return (Response.NO_INFORMATION, verb, verb) if of or _asks(verb) else None
    return None


def _no_facts(verb: Token, cannot: bool) -> Found | None:
    """As in "could not give a description", "could offer no details"."""
    for thing in verb.rights:
        if thing.dep_ != "dobj" or thing.lemma_.lower() not in _NO_FACTS:
            continue
        if cannot or any(c.lower_ == "no" for c in thing.lefts):
            last = verb if cannot else thing
            return Response.NO_INFORMATION, last, last if not cannot else thing
    return None


def _unaware(copula: Token) -> Found | None:
    for child in copula.rights:
        if child.dep_ == "acomp" and child.lower_ in {"aware", "unaware"}:
            not_aware = child.lower_ == "unaware" or is_negated(copula)
            of = any(c.dep_ == "prep" and c.lower_ == "of" for c in child.rights)
            if not_aware and of and _is_told(copula):
                return Response.NO_INFORMATION, child, child
    return None


def _asks(verb: Token) -> bool:
    """Whether a question hangs on it; of "whether" and "if" a doubt is made elsewhere."""
    return any(
        c.dep_ == "ccomp" and any(t.lower_ in _ASKING for t in c.doc[c.left_edge.i : c.i + 1][:4])
        for c in verb.rights
    )


def _is_told(verb: Token) -> bool:
    """Whether a holder says so of himself: a witness who did not know is no answer."""
    own = subject(verb)
    if own is None or own.lower_ not in _SELVES:
        return False
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp":
        head = head.head
    return verb.dep_ in {"ccomp", "conj"} and head.lemma_ in VERBS and head is not verb


def _is_for_now(verb: Token) -> bool:
    return any(c.lower_ in {"immediately", "yet"} for c in verb.children)


def find_hush(verb: Token) -> Found | None:
    """As in "kept mum on P", "stayed silent about P", "dodged questions", "said nothing about"."""
    lemma = verb.lemma_.lower()
    if lemma in _STAYING:
        for child in verb.rights:
            word = child.lower_
            if _is_about(verb, child) and (word in _QUIET | _SILENT or word == "lipped"):
                return Response.DECLINED, child, child if list(child.rights) else verb
        return None
    for thing in verb.rights:
        if thing.dep_ != "dobj":
            continue
        if lemma in _AVOIDING and thing.lemma_ == "question":
            return Response.DECLINED, thing, thing
        if lemma == "say" and thing.lower_ == "nothing" and _is_about(verb, thing):
            return Response.DECLINED, thing, thing if list(thing.rights) else verb
    return None


def _is_about(verb: Token, thing: Token) -> bool:
    return any(
        c.dep_ == "prep"
        and c.lower_ in _ABOUT
        and not any(t.ent_type_ in {"DATE", "TIME"} for t in c.rights)
        for c in _behind(verb, thing)
    )


def _behind(verb: Token, child: Token) -> list[Token]:
    return [*child.rights, *(c for c in verb.rights if c.i > child.i)]
