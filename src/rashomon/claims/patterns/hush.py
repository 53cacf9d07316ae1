"""That a holder keeps quiet or turns a question aside: "kept mum on P", "dodged questions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.patterns.bars import Bar, Found, find_bar
from rashomon.claims.sources import subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUIET = {"mum", "tight-lipped", "tightlipped", "lipped"}  # parsers cut "tight-lipped" in three
_QUIET |= {"coy", "cagey", "evasive", "noncommittal", "committal", "non-committal"}
_SILENT = {"silent", "quiet"}  # also during a song: only on or about something
_STAYING = {"be", "remain", "stay", "keep"}
_ABOUT = {"on", "about", "over", "regarding", "concerning"}
_AVOIDING = {"sidestep", "dodge", "duck", "skirt", "evade", "deflect", "avoid", "parry"}
_AVOIDING |= {"brush", "shrug", "wave", "fend", "bat", "swat"}
_PARTICLES = {"brush", "shrug", "wave", "fend", "bat", "swat"}  # "brushed aside", "waved off"
_FAR = 4  # words of "has remained relatively tight-lipped"
_ASKED = {"ask", "press", "question", "quiz"}
_STRAIGHT = {"directly", "definitively", "straight", "clearly"}


def find_hush(token: Token) -> Found | None:
    """As in "kept mum on P", "stayed silent about P", "dodged questions", "said nothing about"."""
    if token.lower_ in _QUIET | _SILENT:
        return _quiet(token)
    if token.pos_ != "VERB":
        return None
    if (aside := _turned_aside(token)) is not None:
        return aside
    lemma = token.lemma_.lower()
    for thing in token.rights:
        if thing.dep_ != "dobj":
            continue
        if lemma in _AVOIDING and thing.lemma_ == "question" and _is_put_aside(token):
            return Found(Response.DECLINED, token, thing, thing)
        if lemma == "say" and thing.lower_ == "nothing" and _is_about(token, thing):
            return Found(Response.DECLINED, token, thing, thing if list(thing.rights) else token)
    return None


def _turned_aside(verb: Token) -> Found | None:
    """As in "did not answer directly", "demurred when asked", "avoided saying whether"."""
    if verb.lemma_ == "answer" and (bar := find_bar(verb)) is not None:
        direct = any(c.lower_ in _STRAIGHT for c in verb.children)
        told = bar[0] in {Bar.DID, Bar.WILL, Bar.DOES} and direct
        return Found(Response.DECLINED, bar[1], verb, verb) if told else None
    asked = any(c.dep_ == "advcl" and c.lemma_ in _ASKED for c in [*verb.children, *_before(verb)])
    if verb.lemma_ in {"demur", "deflect"} and asked:
        return Found(Response.DECLINED, verb, verb, verb)
    if verb.lemma_ in {"say", "answer", "comment", "discuss"} and verb.tag_ == "VBG":
        head = verb.head.head if verb.head.dep_ == "prep" else verb.head
        if head.lemma_ in {"avoid", "evade", "balk"} and subject(head) is not None:
            return Found(Response.DECLINED, head, verb, verb)
    return None


def _before(verb: Token) -> list[Token]:
    """What stands before the whole: "Asked about it, he demurred: P"."""
    return list(verb.head.lefts) if verb.dep_ in {"ccomp", "conj"} else []


def _is_put_aside(verb: Token) -> bool:
    if verb.lemma_ not in _PARTICLES:
        return True
    return any(c.lower_ in {"aside", "off", "away"} for c in verb.children)


def _quiet(word: Token) -> Found | None:
    stays = word.head if word.head.lemma_ in _STAYING else None
    if stays is None:  # parsers take "were tightlipped" for a passive
        copula = next((c for c in word.lefts if c.lemma_ in _STAYING), None)
        if copula is None or word.pos_ not in {"VERB", "ADJ"}:
            return None
        stays = word
    if not 0 <= word.i - stays.i <= _FAR:
        return None
    is_about = _is_about(stays, word) if stays is not word else _is_about(word, word)
    if not is_about:
        return None
    at = word if list(word.rights) else stays
    return Found(Response.DECLINED, stays, word, at, who=subject(stays))


def _is_about(verb: Token, thing: Token) -> bool:
    for child in [*thing.rights, *(c for c in verb.rights if c.i > thing.i)]:
        if child.dep_ == "advcl" and child.lemma_ in _ASKED:
            return True
        timed = any(t.ent_type_ in {"DATE", "TIME"} for t in child.rights)
        if child.dep_ == "prep" and child.lower_ in _ABOUT and not timed:
            return True
    return False
