"""Listeners of whom the article says nothing else: a site, a station, an interviewer.

News tells who somebody is when it first names them. A name that comes once, without a word on it,
as that of whoever was told something, is a medium's or its interviewer's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.claims.holders.kinds import HONORIFICS
from rashomon.claims.lexicon import BODIES, METONYMS, PEOPLE, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_SITE = re.compile(r"[\w-]{2,60}\.(?:com|net|org|tv|info|co\.[a-z]{2})")
_STATION = re.compile(r"\d{1,2}[A-Z][A-Z]\w{0,20}|\d{1,2}[A-Z][a-z]\w{1,20}|[A-Z]\w{2,20}\d{1,2}")
_NEWS = re.compile(r"(?:[A-Z]\w{0,20} ){0,2}News \d{1,2}")
_CAMEL = re.compile(r"[A-Za-z]{0,20}[a-z][A-Z]\w{1,20}|[A-Z]{2,4}[a-z]\w{1,20}")
_SURNAMES = ("Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van", "O'")
_NEAR = 3_000  # tokens on each side of the name


def is_like_medium(words: Words) -> bool:
    """Whether a listener of an unknown name is a medium, or an interviewer, by its looks."""
    text = words.text.removesuffix("'s")
    if _SITE.fullmatch(text) or _STATION.fullmatch(text) or _NEWS.fullmatch(text):
        return True
    if any(t.lower_ in PEOPLE or t.lower_ in BODIES or t.text in TITLES for t in words):
        return False
    if any(name in text for name in METONYMS) or not _only_listens(words):
        return False
    is_camel = bool(_CAMEL.fullmatch(text)) and not text.startswith(_SURNAMES)
    return (is_camel and words.root.ent_type_ != "PERSON") or _is_person(words)


def _only_listens(words: Words) -> bool:
    """Whether nothing else is told of it near by than that it was told something."""
    root = words.root
    around = root.doc[max(0, root.i - _NEAR) : root.i + _NEAR]
    others = (token for token in around if token.text == root.text and token != root)
    return all(t.dep_ in {"dobj", "dative"} and t.head.lemma_ == "tell" for t in others)


def _is_person(words: Words) -> bool:
    """As in "told Jane Roe": a full name without a word on who that is."""
    root = words.root
    is_full = 2 <= len(words) <= 3 and all(t.ent_type_ == "PERSON" for t in words)
    is_bare = not any(t.lower_.rstrip(".") in HONORIFICS for t in words)
    return is_full and is_bare and root.tag_ == "NNP" and root.head.lemma_ in {"tell", "with"}
