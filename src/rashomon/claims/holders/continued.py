"""Speakers who go on under another description: "P," said Roe. "Q," the Ohio governor continued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.claims.holders.resolve import PERSONS
from rashomon.model.claim import Claim, HolderClass, Mode

_GOING_ON = {"continued", "continues", "added", "adds", "concluded", "concludes"}
_REACH = 600  # characters from the last claim to the one that goes on
_OPEN = PERSONS | {HolderClass.UNKNOWN}


def name_continued(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; whoever goes on in direct speech under a description that nobody bore before
    is the named person who spoke last.

    Whoever spoke on terms stays unnamed.
    """
    last: Claim | None = None
    for claim in claims:
        named = claim
        if last is not None and _goes_on(text, claim, last):
            ends = (replace(link, name=last.holder.name) for link in claim.chain[-1:])
            named = replace(claim, holder=last.holder, chain=(*claim.chain[:-1], *ends))
        if named.within is None and named.mode is not Mode.NARRATED:
            last = named
        yield named


def _goes_on(text: str, claim: Claim, last: Claim) -> bool:
    if claim.cue is None or claim.source is None or claim.mode is not Mode.DIRECT:
        return False
    words, is_told = claim.source.slice(text), claim.terms is None and last.terms is None
    is_near = claim.content[0].start - last.content[-1].end < _REACH
    is_new = not claim.holder.named and claim.holder.name == words
    is_person = claim.holder.class_ in _OPEN and words.lower().startswith("the ")
    is_going_on = claim.cue.slice(text).lower() in _GOING_ON
    is_named = last.holder.named and last.holder.class_ in PERSONS
    return is_told and is_near and is_new and is_person and is_going_on and is_named
