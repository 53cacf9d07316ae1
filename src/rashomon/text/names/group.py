"""Which spellings in the pages of a story name one holder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.text.names.forms import (
    LONGEST_ACRONYM,
    body_words,
    generation,
    initials,
    person_words,
    places_in,
)
from rashomon.text.names.groups import Groups, NameGroup, NameUse, Node, find_nodes, judge
from rashomon.text.names.pairs import alike_words, find_pairs
from rashomon.text.names.same import ALIKE_ALONE, FATHER_AND_SON, FIRST_WORD

__all__ = ["NameGroup", "NameUse", "group_names"]

_MANY = 100  # full names that a short one can be for; of so many in a story it is nobody's alone
_SAME_KEY = 30  # nodes of one key that are compared with each; more are chained to the first ones


def group_names(uses: Sequence[NameUse]) -> tuple[NameGroup, ...]:
    """The uses in groups that each name one holder.

    A full name is one holder in all articles. A surname, an acronym or a body without its
    country joins the only full name that fits in its article, else the only one in all of them;
    two people of one surname stay two.

    Order: by the first use; ids in the order given. Every use is in exactly one group.
    Cost: quadratic in the number of different words, in compiled code.
    """
    groups = Groups(find_nodes(uses))
    _join_keys(groups)
    _join_spellings(groups)
    _join_generations(groups)
    _join_brackets(groups, uses)
    _join_short(groups)
    _join_short_spellings(groups)
    found = sorted(
        (sorted(use for i in members for use in groups.nodes[i].uses), groups.reasons[group])
        for group, members in groups.members.items()
    )
    return tuple(
        NameGroup(tuple(uses[i].id for i in places), tuple(dict.fromkeys(reasons)))
        for places, reasons in found
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
                verdict, reason = judge(groups.nodes[left], groups.nodes[right])
                if verdict:
                    groups.join(left, right, reason)


def _keys(node: Node) -> Iterator[tuple[object, ...]]:
    form = node.form
    if form.alias:
        yield "alias", form.alias
    elif not node.full:
        yield "short", *sorted(str(a) for a in node.articles), "".join(person_words(form))
    else:
        yield "letters", "".join(person_words(form))
        yield "words", tuple(sorted(person_words(form)))
        yield "body", body_words(form)


def _join_spellings(groups: Groups) -> None:
    """Full names that differ in spelling, in initials or in the number of given names."""
    full = [i for i, node in enumerate(groups.nodes) if node.full]
    for one, other in find_pairs([groups.nodes[i].form for i in full]):
        left, right = full[one], full[other]
        verdict, reason = judge(groups.nodes[left], groups.nodes[right])
        if verdict:
            groups.join(left, right, reason)


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
            verdict, reason = judge(groups.nodes[left], groups.nodes[right])
            if verdict is None and reason == FATHER_AND_SON and not _share(groups, left, right):
                groups.join(left, right, "no page has both")


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
                        groups.join(i, j, "in brackets behind it")


def _before_brackets(acronym: Node, uses: Sequence[NameUse]) -> Iterator[str]:
    """What stands before the bracket that holds the acronym."""
    for context in dict.fromkeys(uses[i].context or "" for i in acronym.uses):
        for bracket in (f"({acronym.form.text})", f"[{acronym.form.text}]"):
            before, found, _ = context.partition(bracket)
            if found:
                yield before.rstrip(" \"'”’")


def _join_short(groups: Groups) -> None:
    """Surnames, acronyms and short names of bodies, each to the only full name that fits."""
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        if node.full:
            for key in _places(node):
                index[key].append(i)
    alike: dict[str, list[str]] = defaultdict(list)
    last_words = {str(key[1]) for key in index if key[0] == "last"}
    short_words = {node.form.joined for node in groups.nodes if not node.full}
    for one, other in alike_words(sorted(last_words | short_words), ALIKE_ALONE):
        alike[one].append(other)
        alike[other].append(one)
    for j, node in enumerate(groups.nodes):
        keys = _looks_for(node, alike)
        near = sorted({i for key in keys for i in index.get(key, ()) if i != j})
        found = _fitting(groups, j, near)
        if found is not None:
            groups.join(found[0], j, found[1])


def _places(node: Node) -> Iterator[tuple[object, ...]]:
    """Under what a full name is found by its shorter ones."""
    words, body = person_words(node.form), body_words(node.form)
    yield "last", words[-1]
    yield "first", words[0]
    yield from (("initials", letters) for letters in sorted(initials(node.form)))
    yield "core", tuple(word for word in body if word not in places_in(body))
    yield from (("start", node.form.words[:n]) for n in range(2, len(node.form.words)))


def _looks_for(node: Node, alike: dict[str, list[str]]) -> Iterator[tuple[object, ...]]:
    if node.full:
        body = body_words(node.form)
        if not places_in(body):
            yield "core", body
        yield "start", node.form.words
    elif node.form.acronym:
        yield "initials", node.form.joined
    else:
        word = person_words(node.form)[0]
        yield from (("last", other) for other in (word, *alike[word]))
        yield "first", word


def _fitting(groups: Groups, j: int, near: Sequence[int]) -> tuple[int, str] | None:
    """The only full name that a short one can be for, in its own articles before all others."""
    node = groups.nodes[j]
    own = [i for i in near if not groups.nodes[i].articles.isdisjoint(node.articles)]
    near = near if len(near) <= _MANY else own
    for where, candidates in (("its article", own), ("the story", near)):
        found: dict[str, dict[int, int]] = defaultdict(dict)
        for i in candidates:
            verdict, reason = judge(groups.nodes[i], node)
            if (
                verdict is None
                and reason != FATHER_AND_SON
                and (own or _holds_everywhere(reason, node))
            ):
                found[reason].setdefault(groups.nodes[i].group, i)
        found.pop(FATHER_AND_SON, None)
        for reason in ("the surname", "a spelling of the surname", *sorted(found)):
            if len(found[reason]) == 1:
                (i,) = found[reason].values()
                return i, f"{reason} of the only such name in {where}"
            if found[reason]:
                return None
    return None


def _holds_everywhere(reason: str, node: Node) -> bool:
    """Whether a short name from one page may be for a full name that only other pages have."""
    if reason in ("the first name", "the beginning", FIRST_WORD):
        return False
    return reason != "initial letters" or len(node.form.joined) > 2


def _join_short_spellings(groups: Groups) -> None:
    """Short names that no full name claimed: equal ones, and spellings in different articles."""
    by_word: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        if not node.full and not _claimed(groups, i):
            word = "".join(person_words(node.form))
            by_word[word, node.form.acronym and len(word) <= LONGEST_ACRONYM].append(i)
    for same in by_word.values():
        for right in same[1:]:
            groups.join(same[0], right, "the same")
    words = sorted(word for word, acronym in by_word if not acronym)
    for one, other in alike_words(words, ALIKE_ALONE):
        ones, others = by_word[one, False], by_word[other, False]
        verdict, reason = judge(groups.nodes[ones[0]], groups.nodes[others[0]])
        if verdict and not _in_one_article(groups, ones, others):
            groups.join(ones[0], others[0], reason)


def _claimed(groups: Groups, i: int) -> bool:
    return any(groups.nodes[j].full for j in groups.members[groups.nodes[i].group])


def _in_one_article(groups: Groups, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether one page uses both spellings: it then means two people."""
    of_left = {a for i in left for a in groups.nodes[i].articles if a is not None}
    return any(a in of_left for i in right for a in groups.nodes[i].articles)
