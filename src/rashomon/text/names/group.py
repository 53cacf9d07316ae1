"""Which spellings in the pages of a story name one holder: full names with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.model.reading import MentionKind
from rashomon.text.names.forms import body_words, generation, person_words
from rashomon.text.names.groups import Groups, NameGroup, NameUse, Node, find_nodes
from rashomon.text.names.judge import APART, JOINED
from rashomon.text.names.pairs import find_bodies, find_pairs
from rashomon.text.names.same import FATHER_AND_SON
from rashomon.text.names.short import join_short, join_short_spellings
from rashomon.text.naming import BODY_NOUNS

__all__ = ["NameGroup", "NameUse", "group_names"]

_LONG = 6  # letters in which a name without its space is known: "ABCNews"
_IN_BRACKETS = 0.97
_NO_PAGE_HAS_BOTH = 0.7
_SAME_KEY = 30  # nodes of one key that are compared with each; more are chained to the first ones


def group_names(uses: Sequence[NameUse], least: float = JOINED) -> tuple[NameGroup, ...]:
    """The uses in groups that each name one holder; `least` is how sure a join must be.

    A full name is one holder in all articles. A surname, an acronym or a body without its
    country joins the only full name that fits in its article, else the only one in all of them;
    two people of one surname stay two.

    Order: by the first use; ids in the order given. Every use is in exactly one group.
    Cost: quadratic in the number of different words, in compiled code.
    """
    nodes = find_nodes(uses)
    groups = Groups(nodes, least, _places(nodes))
    _join_keys(groups)
    _join_spellings(groups)
    _join_generations(groups)
    _join_brackets(groups, uses)
    join_short(groups)
    join_short_spellings(groups)
    found = sorted(
        (sorted(use for i in members for use in groups.nodes[i].uses), group)
        for group, members in groups.members.items()
    )
    return tuple(
        NameGroup(
            tuple(uses[i].id for i in places),
            tuple(dict.fromkeys(groups.reasons[group])),
            groups.scores[group],
        )
        for places, group in found
    )


def _places(nodes: Sequence[Node]) -> frozenset[str]:
    """The words of which the pages make names of places, as bodies' names have them."""
    return (
        frozenset(
            word
            for node in nodes
            if node.kind is MentionKind.PLACE
            for word in body_words(node.form)
        )
        - BODY_NOUNS
    )


def _join_keys(groups: Groups) -> None:
    """Names of the same letters, the same words in another order, or one list of aliases."""
    keys: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        for key in _keys(node):
            keys[key].append(i)
    for same in keys.values():
        for at, right in enumerate(same):
            for left in same[: min(at, _SAME_KEY)]:
                if not _is_told(groups, left, right):
                    continue
                found = groups.judge(left, right)
                if found.verdict:
                    groups.join(left, right, found.reason, found.score)


def _keys(node: Node) -> Iterator[tuple[object, ...]]:
    form = node.form
    if form.alias:
        yield "alias", form.alias
    elif not node.full:
        yield "short", *sorted(str(a) for a in node.articles), "".join(person_words(form))
        if len(form.joined) >= _LONG:
            yield "letters", "".join(person_words(form))
    else:
        yield "letters", "".join(person_words(form))
        yield "words", tuple(sorted(person_words(form)))
        yield "body", body_words(form)


def _is_told(groups: Groups, left: int, right: int) -> bool:
    """Whether two names of the same letters say who is meant: not two surnames of two pages."""
    one, other = groups.nodes[left], groups.nodes[right]
    return one.full or other.full or bool(one.form.alias) or one.articles == other.articles


def _join_spellings(groups: Groups) -> None:
    """Full names that differ in spelling, in given names or in words left out, the surest first."""
    full = [i for i, node in enumerate(groups.nodes) if node.full]
    forms = [groups.nodes[i].form for i in full]
    found = []
    for one, other in sorted({*find_pairs(forms), *find_bodies(forms)}):
        judgement = groups.judge(full[one], full[other])
        if judgement.score >= APART:
            found.append((-judgement.score, full[one], full[other], judgement.reason))
    unclear = _unclear(groups, [(left, right) for _, left, right, _ in found])
    for score, left, right, reason in sorted(found):
        if (left, right) not in unclear:
            groups.join(left, right, reason, -score)


def _unclear(groups: Groups, pairs: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The pairs of a name with the one it is short for, where two holders have such a name:
    "Judiciary Committee" of two houses."""
    longer: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for pair in pairs:
        if any(groups.nodes[i].kind is MentionKind.PERSON for i in pair):
            continue
        short, long = sorted(pair, key=lambda i: len(body_words(groups.nodes[i].form)))
        if set(body_words(groups.nodes[short].form)) < set(body_words(groups.nodes[long].form)):
            longer[short].append((long, pair))
    return frozenset(
        pair
        for found in longer.values()
        if any(groups.judge(a, b).score < APART for (a, _), (b, _) in combinations(found, 2))
        for _, pair in found
    )


def _join_generations(groups: Groups) -> None:
    """A name with "Jr." and the same without, unless some page has both: they are two then."""
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        if node.full:
            words = person_words(node.form)
            by_name[words[0], words[-1]].append(i)
    for same in by_name.values():
        told = [i for i in same if generation(groups.nodes[i].form)]
        pairs = {(min(i, j), max(i, j)) for i in told for j in same if i != j}
        for left, right in sorted(pairs):
            found = groups.judge(left, right)
            if found.reason == FATHER_AND_SON and not _share(groups, left, right):
                groups.join(left, right, "no page has both", _NO_PAGE_HAS_BOTH)


def _share(groups: Groups, left: int, right: int) -> bool:
    """Whether a page has names of both groups."""
    ones, others = (
        {
            article
            for i in groups.members[groups.nodes[at].group]
            for article in groups.nodes[i].articles
        }
        for at in (left, right)
    )
    return bool(ones & others)


def _join_brackets(groups: Groups, uses: Sequence[NameUse]) -> None:
    """Acronyms that a page puts in brackets behind a full name: "(PMU)"."""
    full: dict[str | None, list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        for article in node.articles if node.full else ():
            full[article].append(i)
    for j, acronym in enumerate(groups.nodes):
        if acronym.full or not acronym.form.acronym:
            continue
        for article in acronym.articles:
            for before in _before_brackets(acronym, uses):
                for i in full[article]:
                    if before.endswith(groups.nodes[i].form.text):
                        groups.join(i, j, "in brackets behind it", _IN_BRACKETS)


def _before_brackets(acronym: Node, uses: Sequence[NameUse]) -> Iterator[str]:
    """What stands before the bracket that holds the acronym."""
    for context in dict.fromkeys(uses[i].context or "" for i in acronym.uses):
        for bracket in (f"({acronym.form.text})", f"[{acronym.form.text}]"):
            before, found, _ = context.partition(bracket)
            if found:
                yield before.rstrip(" \"'”’")
