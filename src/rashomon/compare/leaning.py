"""Answers that name nothing themselves: "rejected that", "declined to comment", "no such order".

They belong to what their article speaks of just before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rashomon.compare.propositions import Proposition
from rashomon.compare.stand import declines
from rashomon.model.article import Article
from rashomon.model.claim import Attitude, Claim, Mode
from rashomon.model.reading import Reading
from rashomon.text.lexicon import same_meaning, verb_of
from rashomon.text.normal import plain_form

Star = tuple[Proposition, ...]
"""Propositions that are alike to the first of them."""

_NEAR = 1_200  # characters that an answer looks back for what it answers
_CLOSE_BY = 400  # where it says no more than "that"
_REPORTED = (
    r"(?:reports?|claims?|allegations?|accusations?|charges?|statements?|stor(?:y|ies)|"
    r"suggestions?|assertions?|account|article|rumou?rs?|remarks?)"
)
_THAT = re.compile(r"\W*(?:that|this|it|them|these|those|so|which)\W*", re.IGNORECASE)
_REPORT = re.compile(
    rf"\W*(?:(?:the|these|those|both|all|any|such|his|her|their|its)\s+)?(?:[\w’'-]+\s+){{0,2}}"
    rf"{_REPORTED}(?:\s+against\s+\w+)?\W*",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\W*(?:that |which )?(?P<what>that|this|it|they|which|both|all|(?:the|these|such) (?:\w+ )?"
    rf"{_REPORTED}) (?:was|were|is|are) (?:\w+ )?\W*(?:untrue|false|not true|incorrect|wrong|"
    r"baseless|groundless|unfounded|fabricated|inaccurate|nonsense|fake|lies|a lie|a slander|"
    r"rubbish)(?=\W*$|[,.;”\"’']| and\b| but\b)",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"\bno such (\w+)", re.IGNORECASE)


class _Spoken(NamedTuple):
    """A point where an article speaks of it, and whose words these are."""

    at: int
    star: int
    holder: str


def attach_leaning(
    stars: Sequence[Star],
    placed: Collection[tuple[str, str]],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    accounts: Mapping[str, str],
) -> dict[int, tuple[tuple[str, Claim], ...]]:
    """The answers that lean on a point, as article and claim, by the number of its star.

    `placed` are the claims that put something forward: by article and id. A refusal to comment
    that finds nothing before it goes to the point on which most accounts speak.
    """
    weights = [len({accounts[p.article] for p in star}) for star in stars]
    largest = max(range(len(stars)), key=lambda i: (weights[i], -i), default=None)
    on_point = {(p.article, p.claim.id) for star in stars for p in star}
    spoken = _spoken(stars)
    found: dict[int, list[tuple[str, Claim]]] = defaultdict(list)
    for article in sorted(readings):
        text = articles[article].text
        for claim in readings[article].claims:
            start = min(span.start for span in claim.content)
            before = [s for s in spoken[article] if 0 < start - s.at <= _NEAR]
            before = [s for s in before if s.holder != claim.holder.name]
            if declines(claim):
                if (article, claim.id) in on_point:
                    continue
                asked = _acts_in(claim, readings[article])
                shared = max(
                    before,
                    key=lambda s: (_tells(stars[s.star], asked), weights[s.star] > 1, s.at),
                    default=None,
                )
                point = shared.star if shared else largest
            else:
                point = _rejected(claim, text, (article, claim.id) in placed, before, start, stars)
            if point is not None:
                found[point].append((article, claim))
                spoken[article].append(_Spoken(start, point, claim.holder.name))
    return {i: tuple(claims) for i, claims in found.items()}


def _acts_in(claim: Claim, reading: Reading) -> frozenset[str]:
    """The verbs of the acts that the claim's content names: what the holder was asked about."""
    return frozenset(
        clause.lemma
        for clause in reading.clauses
        if clause.nominal and any(span.contains(clause.act) for span in claim.content)
    )


def _tells(star: Star, acts: Collection[str]) -> bool:
    return any(same_meaning(act, p.lemma) for p in star for act in acts)


def _spoken(stars: Sequence[Star]) -> dict[str, list[_Spoken]]:
    spoken: dict[str, list[_Spoken]] = defaultdict(list)
    for i, star in enumerate(stars):
        for p in star:
            if p.claim.mode is not Mode.NARRATED:
                spoken[p.article].append(_Spoken(p.clause.act.start, i, p.claim.holder.name))
    return spoken


def _rejected(
    claim: Claim,
    text: str,
    says_more: bool,
    before: Sequence[_Spoken],
    start: int,
    stars: Sequence[Star],
) -> int | None:
    """The point that the claim turns down without saying it again, if it does so."""
    if claim.mode is Mode.NARRATED:
        return None
    content = " ".join(span.slice(text) for span in claim.content)
    if named := _NO_SUCH.search(content):
        before = [s for s in before if _is_about(stars[s.star], plain_form(named[1]))]
    else:
        untrue = _UNTRUE.match(content)
        what = untrue["what"] if untrue else content
        if not untrue and (claim.attitude is not Attitude.DENIES or says_more):
            return None
        if _THAT.fullmatch(what):
            before = [s for s in before if start - s.at <= _CLOSE_BY]
        elif not _REPORT.fullmatch(what):
            return None
        else:  # what is said of a report is said of what several articles speak on
            several = [s for s in before if len({p.article for p in stars[s.star]}) > 1]
            before = several or [s for s in before if start - s.at <= _CLOSE_BY]
    return max(before, key=lambda s: s.at).star if before else None


def _is_about(star: Star, thing: str) -> bool:
    """Whether a point speaks of a thing, or of the act that the thing is."""
    act = verb_of(thing) or thing
    return any(thing in p.clause.words or same_meaning(act, p.lemma) for p in star)
