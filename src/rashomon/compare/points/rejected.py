"""What an answer turns down that does not say it again: "that", "no such order", "the charges"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rashomon.compare.points.parties import plain_words
from rashomon.model.claim import Attitude, Claim, Mode
from rashomon.text.normal import plain_form

_PUBLISHED = r"reports?|stor(?:y|ies)|account|article|news|rumou?rs?"
_CHARGED = (
    r"allegations?|accusations?|charges?|claims?|suggestions?|assertions?|insinuations?|point|"
    r"contention|notion|idea|version"
)
_SPOKEN = r"statements?|remarks?|comments?|criticism|characteri[sz]ation|argument|words"
_SAID = rf"(?:{_PUBLISHED}|{_CHARGED}|{_SPOKEN})"
_THAT = re.compile(r"\W*(?:that|this|it|them|these|those|so|which)\W*", re.IGNORECASE)
_NAMED = re.compile(
    rf"\W*(?:(?P<owner>[^,;]{{2,60}}?)['’]s? )?"
    rf"(?:(?:the|these|those|both|all|any|such|his|her|their|its|an?|this|that)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,2}}(?P<noun>{_SAID})(?:\s+against\s+\w+)?\W*",
    re.IGNORECASE,
)
_FALSE = (
    r"untrue|false|not true|incorrect|wrong|baseless|groundless|unfounded|fabricated|inaccurate|"
    r"nonsense|fake|lies|a lie|a slander|rubbish|(?:not|never) the case|not so"
)
_UNTRUE = re.compile(
    rf"\W*(?:that )?(?P<what>that|this|it|they|which|both|all|"
    rf"(?:the|these|those|such) (?:\w+ )?{_SAID})"
    rf"(?:(?: (?:was|were|is|are)|['’]s) (?:\w+ )?\W*(?:{_FALSE})"
    rf"| (?:never happened|did not happen|didn['’]t happen))"
    rf"(?=\W*$|[,.;”\"’']| (?:and|but|from|as)\b)",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"\bno such (\w+)", re.IGNORECASE)
_GUILT = re.compile(
    r"\W*(?:any|all)? ?(?:personal |direct )?"
    r"(?:wrongdoing|wrong-doing|guilt|misconduct|impropriet(?:y|ies)|involvement|responsibility|"
    r"complicity|culpability|role|part|blame)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|disput|refut|rebut|contradict)", re.IGNORECASE
)
_DISMISSED = re.compile(r"\b(?:dismiss|brush|shrug)", re.IGNORECASE)
_THESE = re.compile(r"\W*(?:that|this|those|these)\b", re.IGNORECASE)


class Turned(StrEnum):
    """What sort of thing is turned down."""

    THAT = "what was just said"
    SUCH = "a thing that was named"
    PUBLISHED = "what was published"
    CHARGED = "what somebody holds against another"
    SPOKEN = "somebody's words"
    GUILT = "a part in what was done"


@dataclass(frozen=True, slots=True)
class Rejected:
    """What is turned down.

    `thing` is what was named, `owner` the words of whose saying it is, `near` whether it is
    pointed at ("those charges").
    """

    sort: Turned
    thing: str | None = None
    owner: frozenset[str] = frozenset()
    near: bool = False


def read_rejected(claim: Claim, text: str, says_more: bool) -> Rejected | None:
    """What the claim turns down without saying it again; None if it does no such thing.

    `says_more` is whether the claim puts something forward by itself.
    """
    if claim.mode is Mode.NARRATED:
        return None
    content = " ".join(span.slice(text) for span in claim.content)
    if named := _NO_SUCH.search(content):
        return Rejected(Turned.SUCH, plain_form(named[1]))
    untrue = _UNTRUE.match(content)
    if untrue is not None:
        return _read_noun(untrue["what"], "denied")
    if claim.attitude is not Attitude.DENIES:
        return None
    if _GUILT.match(content):
        return Rejected(Turned.GUILT)
    cue = claim.cue.slice(text) if claim.cue is not None else ""
    return None if says_more else _read_noun(content, cue)


def calls_untrue(words: str) -> bool:
    """Whether they say of what was said that it is untrue, and no more: "the story is false"."""
    return _UNTRUE.match(words) is not None


def _read_noun(words: str, cue: str) -> Rejected | None:
    """What the noun or pronoun stands for. To reject "it" or to dismiss somebody's words does not
    say that they are not so: it may be a suit, a plan or a criticism."""
    if _THAT.fullmatch(words):
        is_thing = {"it", "them"} & set(words.lower().split())
        return Rejected(Turned.THAT) if _DENIED.search(cue) or not is_thing else None
    named = _NAMED.fullmatch(words)
    if named is None:
        return None
    noun = named["noun"]
    if re.fullmatch(_PUBLISHED, noun, re.IGNORECASE):
        sort = Turned.PUBLISHED
    elif re.fullmatch(_CHARGED, noun, re.IGNORECASE):
        sort = Turned.CHARGED
    elif _DISMISSED.search(cue) is None:
        sort = Turned.SPOKEN
    else:
        return None
    owner = plain_words(named["owner"] or "")
    return Rejected(sort, owner=owner, near=_THESE.match(words) is not None)
