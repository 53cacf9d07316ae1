"""Verbs between which accounts choose for what was done to one thing: "halted", "stopped"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.acts import one_act
from rashomon.compare.wording.uses import (
    ANYTHING,
    LINK,
    MOST,
    SLOT,
    Use,
    Uses,
    chosen_apart,
    gather,
)
from rashomon.model.article import Article
from rashomon.model.reading import Clause, Reading
from rashomon.text.lexicon import VAGUE

_WITH = 0.17  # for what both call by "the": enough without more
_ROLES = ("obj", "subj")
# Verbs that pages take for each other without a thought.
_DULL = frozenset(
    """
    say tell add report announce declare state note call name ask want need try seek help use show
    begin start commence end finish conclude continue hold keep leave meet visit see find discover
    receive include contain involve follow reach join bring send remain stay become believe think
    consider expect plan hope know learn hear read write speak talk discuss describe mention refer
    accuse happen occur cause lead own buy acquire purchase open close let allow permit require
    produce provide offer make mean
    """.split()
)  # fmt: skip

# Verbs that news pages choose between for what happens to a thing, beyond those for persons.
# Source: common knowledge of news style.
_ONE_CHANGE = tuple(
    frozenset(verbs.split())
    for verbs in (
        "alter change doctor falsify manipulate rig tamper inflate",
        "hack breach compromise penetrate infiltrate attack hit",
        "steal take copy loot plunder",
        "encrypt lock scramble paralyse paralyze cripple disable",
        "cancel scrap postpone delay defer suspend",
        "divert redirect reroute transfer move send",
        "admit concede acknowledge confess",
        "soar surge jump leap climb rise rally gain zoom rocket",
        "plunge plummet fall tumble drop slump slide sink crash dive",
        "storm raid invade occupy seize",
        "clear evict demolish raze bulldoze",
        "fail collapse break falter crumble",
        "restore repair fix resume reopen",
        "dump discharge release spill leak",
        "cull slaughter kill destroy",
        "overturn quash annul void cancel reverse",
        "back support endorse champion",
    )
)


@dataclass(frozen=True)
class VerbUse:
    """A verb where a page uses it of a thing."""

    clause: Clause
    thing: Use

    @property
    def account(self) -> str:
        """The account that has it."""
        return self.thing.account


def find_verb_choices(
    articles: Sequence[Article], readings: Mapping[str, Reading], uses: Uses
) -> Iterator[tuple[VerbUse, ...]]:
    """The uses of verbs of one meaning with one noun, in which two accounts choose apart.

    Cost: linear in the pages, and quadratic in the verbs with one noun, of which it takes 150.
    """
    things: dict[str, list[Use]] = defaultdict(list)
    for use in uses.all:
        if use.phrase.relation in _ROLES and use.phrase.lemma not in ANYTHING:
            things[use.page].append(use)
    by_thing: dict[tuple[str, str], list[VerbUse]] = defaultdict(list)
    for article in articles:
        for clause in readings[article.id].clauses if article.id in readings else ():
            for thing in _things(clause, things[article.id]):
                role = thing.phrase.relation
                by_thing[thing.phrase.lemma, role].append(VerbUse(clause, thing))
    for _, found in sorted(by_thing.items()):
        if chosen_apart([(use.account, use.clause.lemma) for use in found]):
            yield from _acts(found[:MOST], uses)


def _things(clause: Clause, things: Sequence[Use]) -> Iterator[Use]:
    """What the verb was done to; who did it only where it was done to nothing: "shares rose"."""
    if clause.nominal or clause.negated or clause.modal or clause.lemma in VAGUE | _DULL:
        return
    phrase, role = clause.object, "obj"
    if phrase is None:
        phrase, role = clause.subject, "subj"
    if phrase is None:
        return
    first = bisect_right(things, phrase.start, key=lambda use: use.phrase.head.end)
    for use in things[first:]:
        if use.phrase.head.start >= phrase.end:
            return
        if use.phrase.relation == role and use.phrase.governor == clause.lemma:
            yield use
            return


def _acts(found: Sequence[VerbUse], uses: Uses) -> Iterator[tuple[VerbUse, ...]]:
    links = [
        (score, i, j)
        for (i, left), (j, right) in combinations(enumerate(found), 2)
        if left.account != right.account
        and left.clause.lemma.replace("z", "s") != right.clause.lemma.replace("z", "s")
        and _one_choice(left.clause.lemma, right.clause.lemma)
        and (score := SLOT + _score(left.thing, right.thing, uses)) >= LINK
    ]

    def may_join(one: set[int], other: set[int]) -> bool:
        return all(
            _one_choice(found[i].clause.lemma, found[j].clause.lemma) for i in one for j in other
        )

    for group in gather(len(found), links, may_join):
        told = [found[i] for i in group]
        if chosen_apart([(use.account, use.clause.lemma) for use in told]):
            accounts = {(use.account, use.clause.lemma, use.thing.text) for use in told}
            yield tuple(
                use for use in found if (use.account, use.clause.lemma, use.thing.text) in accounts
            )


def _score(left: Use, right: Use, uses: Uses) -> float:
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return 0.0
    own = uses.score(left, right, by_place=False)
    return own + _WITH if left.phrase.definite and right.phrase.definite else own


def _one_choice(left: str, right: str) -> bool:
    return one_act(left, right) or any(left in v and right in v for v in _ONE_CHANGE)
