"""Claims that contradict each other by whom they make answer for an act.

"The pause was a coalition decision" and "the government ordered the coalition to halt" share
neither verb nor subject. They are set against each other where both say whose doing one act
was, and name different ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.points.alike import verb_scores
from rashomon.compare.points.propositions import Proposition
from rashomon.model.article import Article
from rashomon.model.claim import Claim, Mode
from rashomon.model.reading import Clause, Reading
from rashomon.text.encoder import Encoder
from rashomon.text.normal import plain_form

_ORDERING = {"order", "instruct", "direct", "command", "decide", "force", "compel"}
_DOING = set("decision call choice order fault responsibility doing work initiative idea".split())
_NEAR_VERB = 0.4  # of 0.85 for two verbs of one meaning: "halt" and "pause"
_OWNERS = {"our", "their", "his", "her", "its", "my", "your"}
_SMALL = {"a", "an", "the", "own", "s", "of", "by", *_OWNERS}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Decided:
    """Whom a claim makes answer for an act: plain words of the one, the verb of the other."""

    star: int
    proposition: Proposition
    agent: frozenset[str]
    act: str
    by_noun: bool


def find_rivals(
    stars: Sequence[Sequence[Proposition]],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    accounts: Mapping[str, str],
    holder_of: Callable[[str, Claim], str],
    encoder: Encoder | None,
) -> dict[int, list[tuple[str, Claim]]]:
    """The claims that deny a point by naming another decider, by the index of the point.

    Two claims must stand in one account, where "the pause" and "the halt" are one act.
    """
    found = [d for i, star in enumerate(stars) for d in _decided(i, star, articles, readings)]
    found.sort(key=lambda d: (not d.by_noun, d.proposition.key))
    rivals: dict[int, list[tuple[str, Claim]]] = {}
    answered: set[int] = set()
    for left in found:
        for right in found:
            one, other = left.proposition, right.proposition
            if (
                left.star != right.star
                and left.star not in answered
                and accounts[one.article] == accounts[other.article]
                and holder_of(one.article, one.claim) != holder_of(other.article, other.claim)
                and not left.agent & right.agent
                and verb_scores([left.act, right.act], encoder)[0, 1] >= _NEAR_VERB
            ):
                rivals.setdefault(left.star, []).append((other.article, other.claim))
                answered.add(right.star)
    return rivals


def _decided(
    star: int,
    members: Sequence[Proposition],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
) -> Iterator[Decided]:
    for p in members:
        if p.claim.mode is Mode.NARRATED or p.against:
            continue
        text = articles[p.article].text
        clauses = readings[p.article].clauses
        said = _by_noun(p.clause, clauses, text) or _by_verb(p.clause, clauses, text)
        if said is not None:
            agent, act = said
            yield Decided(star, p, agent, act, p.clause.lemma == "be")


def _by_noun(
    clause: Clause, clauses: Sequence[Clause], text: str
) -> tuple[frozenset[str], str] | None:
    """From "the pause was a coalition decision" the owner, and the event that is the subject."""
    if clause.lemma != "be" or clause.object is None or clause.subject is None:
        return None
    words = _WORD.findall(clause.object.slice(text).lower())
    act = next((c for c in clauses if c.nominal and clause.subject.contains(c.act)), None)
    doing = _DOING.intersection(words)
    agent = frozenset(map(plain_form, words)) - doing - _SMALL
    return (agent, act.lemma) if act and doing and agent else None


def _by_verb(
    clause: Clause, clauses: Sequence[Clause], text: str
) -> tuple[frozenset[str], str] | None:
    """From "the government ordered it to halt" the subject, and the act that hangs on the verb."""
    if clause.lemma not in _ORDERING or clause.subject is None:
        return None
    act = next((c for c in clauses if c.under == clause.act and c.relation in _HANGING), None)
    words = _WORD.findall(clause.subject.slice(text).lower())
    agent = frozenset(map(plain_form, words)) - _SMALL
    return (agent, act.lemma) if act and agent else None


_HANGING = {"xcomp", "ccomp"}
