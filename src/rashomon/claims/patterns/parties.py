"""Who is asked and who asks: the press, those who speak for a body, things that cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.holders.kinds import classify
from rashomon.claims.lexicon import OUTLET_WORDS
from rashomon.claims.phrases import noun_phrase
from rashomon.model.claim import HolderClass

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESS = {"reporter", "journalist", "press", "medium", "media", "newspaper", "correspondent"}
DOORS = set(
    "phone cellphone voicemail mail machine line number mobile office home door house "
    "headquarters".split()
)
_MEDIA = {HolderClass.AGENCY, HolderClass.OUTLET}
_AUTHORITIES = {
    HolderClass.OFFICIAL,
    HolderClass.MILITARY,
    HolderClass.POLICE,
    HolderClass.GOVERNMENT,
    HolderClass.DIPLOMAT,
    HolderClass.COMPANY,
    HolderClass.ORGANISATION,
    HolderClass.COURT,
}
_BYSTANDERS = set(
    "people man woman voter resident fan friend neighbor neighbour student worker respondent "
    "supporter other many most some few passer-by suspect".split()
)
_KIN = set("family relative wife husband parent mother father neighbor owner man woman".split())
_TESTS = {"test", "result", "analysis", "examination", "autopsy", "datum", "data", "evidence"}
_OFFICERS = {"investigator", "detective", "coroner", "firefighter", "doctor", "sheriff", "officer"}


def class_of(token: Token) -> HolderClass:
    """The kind of holder that the noun phrase of the token would be."""
    return classify(noun_phrase(token))


def is_press(token: Token) -> bool:
    """Whether it is somebody who asks for news: "reporters", "the Herald"."""
    if token.lemma_.lower() in PRESS or token.lower_ in {"us", "me"}:
        return True
    return class_of(token) in _MEDIA or token.text in OUTLET_WORDS


def is_authority(token: Token) -> bool:
    """Whether it speaks for those who would know: "police", "the ministry", "a spokesman"."""
    if token.lemma_.lower() in _OFFICERS:
        return True
    return class_of(token) in _AUTHORITIES


def is_bystander(token: Token) -> bool:
    """Whether it is nobody in particular of whom an answer could be asked: "many people"."""
    is_witness = class_of(token) in {HolderClass.WITNESS, HolderClass.GROUP}
    return is_witness or token.lemma_.lower() in _BYSTANDERS


def is_thing(token: Token) -> bool:
    """Whether it can show something, but not answer: "DNA tests", "the report"."""
    return token.lemma_.lower() in _TESTS or class_of(token) is HolderClass.DOCUMENT


def can_be_reached(token: Token) -> bool:
    """Whether one can call it: no goal, deal or village."""
    if token.pos_ in {"PROPN", "PRON"}:
        return token.lower_ not in {"it", "this", "that", "which"} and token.ent_type_ not in {
            "GPE",
            "LOC",
            "FAC",
        }
    return class_of(token) is not HolderClass.UNKNOWN or token.lemma_ in _KIN


def owner_of(end: Token) -> Token:
    """Whose phone or office it is, where it is one's."""
    if end.lemma_ not in DOORS:
        return end
    return next((c for c in end.lefts if c.dep_ == "poss"), end)
