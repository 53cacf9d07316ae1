"""Answers that name nothing themselves: "rejected that", "declined to comment", "no such order".

They belong to what their article speaks of just before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rashomon.compare.points.parties import plain_words
from rashomon.compare.points.propositions import Proposition
from rashomon.compare.points.rejected import Rejected, Turned, read_rejected
from rashomon.compare.points.stand import declines
from rashomon.model.article import Article
from rashomon.model.claim import Claim, Mode
from rashomon.model.reading import Reading
from rashomon.text.lexicon import same_meaning, verb_of

Star = tuple[Proposition, ...]
"""Propositions that are alike to the first of them."""

_NEAR = 1_200  # characters that an answer looks back for what it answers
_CLOSE_BY = 400  # where it says no more than "that"


class _Told(NamedTuple):
    """What a point tells, without the copies that tell it again.

    `doers` are the words for who acts, with whether the act is more than being; `against` are
    the claims that deny it, by article and id.
    """

    lemmas: frozenset[str]
    words: frozenset[str]
    doers: frozenset[tuple[frozenset[str], bool]]
    against: frozenset[tuple[str, str]]
    several: bool


class _Spoken(NamedTuple):
    """A point where an article speaks of it, and whose words these are."""

    at: int
    star: int
    holder: str
    claim: Claim


def attach_leaning(
    stars: Sequence[Star],
    placed: Collection[tuple[str, str]],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    accounts: Mapping[str, str],
    clear: Collection[int],
) -> dict[int, tuple[tuple[str, Claim], ...]]:
    """The answers that lean on a point, as article and claim, by the number of its star.

    `placed` are the claims that put something forward: by article and id. A refusal to comment
    goes to one of the `clear` stars; if it finds none before it, to that on which most accounts
    speak.
    """
    weights = [len({accounts[p.article] for p in star}) for star in stars]
    largest = max(sorted(clear), key=lambda i: (weights[i], -i), default=None)
    on_point = {(p.article, p.claim.id) for i in clear for p in stars[i]}
    spoken = _spoken(stars)
    told = [_told(star) for star in stars]
    found: dict[int, list[tuple[str, Claim]]] = defaultdict(list)
    for article in sorted(readings):
        text = articles[article].text
        words = _words_of(readings[article], text)
        for claim in readings[article].claims:
            start = _start(claim)
            before = [s for s in spoken[article] if 0 < start - s.at <= _NEAR]
            before = [s for s in before if s.holder != claim.holder.name]
            if declines(claim):
                if (article, claim.id) in on_point:
                    continue
                asked = _acts_in(claim, readings[article])
                shared = max(
                    (s for s in before if s.star in clear),
                    key=lambda s: (_tells(told[s.star], asked), weights[s.star] > 1, s.at),
                    default=None,
                )
                point = shared.star if shared else largest
            else:
                rejected = read_rejected(claim, text, (article, claim.id) in placed)
                point = (
                    _rejected(rejected, claim, before, readings[article], words, told, text)
                    if rejected is not None
                    else None
                )
            if point is not None:
                found[point].append((article, claim))
                spoken[article].append(_Spoken(start, point, claim.holder.name, claim))
    return {i: tuple(claims) for i, claims in found.items()}


def _just_said(claim: Claim, reading: Reading) -> frozenset[str]:
    """The claims that stand nearest before this one, by somebody else: those that hold each other
    count as one."""
    start = _start(claim)
    before = [
        other
        for other in reading.claims
        if other.mode is not Mode.NARRATED
        and other.holder.name != claim.holder.name
        and 0 < start - _start(other) <= _CLOSE_BY
    ]
    last = max(before, key=_start, default=None)
    if last is None:
        return frozenset()
    return frozenset(
        other.id
        for other in before
        if any(span.overlaps(own) for span in other.content for own in last.content)
    )


def _start(claim: Claim) -> int:
    return min(span.start for span in claim.content)


def _acts_in(claim: Claim, reading: Reading) -> frozenset[str]:
    """The verbs of the acts that the claim's content names: what the holder was asked about."""
    return frozenset(
        clause.lemma
        for clause in reading.clauses
        if clause.nominal and any(span.contains(clause.act) for span in claim.content)
    )


def _told(star: Star) -> _Told:
    return _Told(
        lemmas=frozenset(p.lemma for p in star),
        words=frozenset().union(*(p.clause.words for p in star)),
        doers=frozenset((p.who, not p.lemma.startswith("be")) for p in star),
        against=frozenset((p.article, p.claim.id) for p in star if p.against),
        several=len({p.article for p in star}) > 1,
    )


def _tells(told: _Told, acts: Collection[str]) -> bool:
    return any(same_meaning(act, lemma) for lemma in told.lemmas for act in acts)


def _spoken(stars: Sequence[Star]) -> dict[str, list[_Spoken]]:
    spoken: dict[str, list[_Spoken]] = defaultdict(list)
    for i, star in enumerate(stars):
        for p in star:
            if p.claim.mode is not Mode.NARRATED:
                here = _Spoken(p.clause.act.start, i, p.claim.holder.name, p.claim)
                spoken[p.article].append(here)
    return spoken


def _rejected(
    rejected: Rejected,
    claim: Claim,
    before: Sequence[_Spoken],
    reading: Reading,
    words: Mapping[str, frozenset[str]],
    told: Sequence[_Told],
    text: str,
) -> int | None:
    """The point that the claim turns down, if it can be told which it is."""
    just_said = _just_said(claim, reading)
    close = [s for s in before if s.claim.id in just_said]
    accused = [
        s
        for s in before
        if _is_of(told[s.star], words[claim.holder.name]) and _can_accuse(s, claim, text)
    ]
    if rejected.owner:
        found = [s for s in before if words[s.holder] & rejected.owner]
        charged = [s for s in found if (reading.id, s.claim.id) not in told[s.star].against]
        found = charged or found  # a charge is no denial
    elif rejected.sort is Turned.SUCH:
        found = [s for s in before if _is_about(told[s.star], rejected.thing or "")]
    elif rejected.sort is Turned.GUILT:
        found = accused
    elif rejected.sort is Turned.PUBLISHED:  # of a report several articles speak
        several = [s for s in before if told[s.star].several]
        found = several or close
    else:
        is_charge = rejected.sort is Turned.CHARGED and not rejected.near
        found = accused if is_charge and accused else close
    return max(found, key=lambda s: s.at).star if found else None


def _can_accuse(spoken: _Spoken, claim: Claim, text: str) -> bool:
    """Whether it is told as an accusation, or shortly before the answer."""
    cue = spoken.claim.cue.slice(text) if spoken.claim.cue is not None else ""
    return _ACCUSING.search(cue) is not None or _start(claim) - spoken.at <= _CLOSE_BY


_ACCUSING = re.compile(r"accus|alleg|charg|claim|blam|complain|suggest", re.IGNORECASE)


def _is_of(told: _Told, holder: frozenset[str]) -> bool:
    """Whether a point tells what the holder did: one that his name or office goes with."""
    return any(
        acts and len(who & holder) * _PART >= len(holder)
        for who, acts in told.doers
        if who & holder
    )


_PART = 3  # of a name with its office the last name alone is a third
_SOURCE = 80  # characters of a source that hold name and office


def _words_of(reading: Reading, text: str) -> dict[str, frozenset[str]]:
    """The words by which the article names each holder: the name, and the office beside it."""
    words: dict[str, frozenset[str]] = defaultdict(frozenset)
    for claim in reading.claims:
        named = f"{claim.holder.name} {claim.source.slice(text)[:_SOURCE] if claim.source else ''}"
        words[claim.holder.name] |= plain_words(named) - _SPEAKING
    return words


_SPEAKING = set("spokesman spokeswoman spokesperson official officer lawyer state".split())


def _is_about(told: _Told, thing: str) -> bool:
    """Whether a point speaks of a thing, or of the act that the thing is."""
    act = verb_of(thing) or thing
    return thing in told.words or any(same_meaning(act, lemma) for lemma in told.lemmas)
