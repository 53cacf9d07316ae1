"""Which full name a short one is for: a surname, an acronym, a body without its country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.reading import MentionKind
from rashomon.text.names.evidence import word_likeness
from rashomon.text.names.forms import (
    LONGEST_ACRONYM,
    body_words,
    initials,
    person_words,
    places_in,
)
from rashomon.text.names.groups import Groups, Node
from rashomon.text.names.pairs import alike_words
from rashomon.text.names.same import ALIKE, ALIKE_ALONE, FATHER_AND_SON, FIRST_WORD

_MANY = 100  # full names that a short one can be for; of so many in a story it is nobody's alone
_SURE = {
    "the surname": 0.95,
    "a spelling of the surname": 0.8,
    "initial letters": 0.9,
    "a paper's short name": 0.85,
    "one without its place": 0.8,
}
"""How sure a short name is for the only full one in its article that fits."""
_ELSE = 0.7
_ELSEWHERE = 0.9  # of that, where the full name stands in another page only
_SAME_SHORT, _SPELLED_SHORT = 0.85, 0.7


def join_short(groups: Groups) -> None:
    """Surnames, acronyms and short names of bodies, each to the only full name that fits."""
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        if node.full:
            for key in _places(node):
                index[key].append(i)
    alike: dict[str, list[str]] = defaultdict(list)
    last_words = {str(key[1]) for key in index if key[0] == "last"}
    short_words = {node.form.joined for node in groups.nodes if not node.full}
    for one, other in alike_words(sorted(last_words | short_words), ALIKE, word_likeness):
        alike[one].append(other)
        alike[other].append(one)
    for j, node in enumerate(groups.nodes):
        keys = _looks_for(node, alike)
        near = sorted({i for key in keys for i in index.get(key, ()) if i != j})
        found = _fitting(groups, j, near)
        if found is not None:
            groups.join(found[0], j, found[1], found[2])


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


def _fitting(groups: Groups, j: int, near: Sequence[int]) -> tuple[int, str, float] | None:
    """The only full name that a short one can be for, in its own articles before all others."""
    node = groups.nodes[j]
    own = [i for i in near if not groups.nodes[i].articles.isdisjoint(node.articles)]
    near = near if len(near) <= _MANY else own
    for where, candidates in (("its article", own), ("the story", near)):
        found: dict[str, dict[int, int]] = defaultdict(dict)
        for i in candidates:
            judgement = groups.judge(i, j)
            reason = judgement.reason
            if reason == "initial letters" and _is_person_only(groups.nodes[i], node):
                continue
            if judgement.verdict is None and (own or _holds_everywhere(reason, node)):
                found[reason].setdefault(groups.nodes[i].group, i)
        found.pop(FATHER_AND_SON, None)
        for reason in ("the surname", "a spelling of the surname", *sorted(found)):
            if len(found[reason]) == 1:
                (i,) = found[reason].values()
                sure = _SURE.get(reason, _ELSE) * (1 if where == "its article" else _ELSEWHERE)
                return i, f"{reason} of the only such name in {where}", round(sure, 4)
            if found[reason]:
                return _by_role(groups, j, found[reason], reason)
    return None


def _is_person_only(full: Node, acronym: Node) -> bool:
    """Whether letters that are no person's would be a person's initials: "BP", Bea Pohl."""
    return full.kind is MentionKind.PERSON is not acronym.kind


def _by_role(
    groups: Groups, j: int, candidates: dict[int, int], reason: str
) -> tuple[int, str, float] | None:
    """Of several holders of a surname, the only one who is said to be the same, or is a person."""
    kind = groups.nodes[j].kind
    alike = {group: i for group, i in candidates.items() if groups.nodes[i].kind is kind}
    if len(alike) == 1:
        return next(iter(alike.values())), f"{reason} of the only such {kind}", _ELSE
    roles = groups.nodes[j].roles
    same = [
        i
        for group, i in candidates.items()
        if any(roles & groups.nodes[at].roles for at in groups.members[group])
    ]
    return (same[0], f"{reason}, and what they are", _ELSE) if len(same) == 1 else None


def _holds_everywhere(reason: str, node: Node) -> bool:
    """Whether a short name from one page may be for a full name that only other pages have."""
    if reason in ("the first name", "the beginning", FIRST_WORD):
        return False
    return reason != "initial letters" or len(node.form.joined) > 2


def join_short_spellings(groups: Groups) -> None:
    """Short names that no full name claimed: equal ones, and spellings in different articles."""
    by_word: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, node in enumerate(groups.nodes):
        if not node.full and not _claimed(groups, i):
            word = "".join(person_words(node.form))
            by_word[word, node.form.acronym and len(word) <= LONGEST_ACRONYM].append(i)
    for same in by_word.values():
        for right in same[1:]:
            groups.join(same[0], right, "the same", _SAME_SHORT)
    words = sorted(word for word, acronym in by_word if not acronym)
    for one, other in alike_words(words, ALIKE_ALONE):
        ones, others = by_word[one, False], by_word[other, False]
        found = groups.judge(ones[0], others[0])
        if found.verdict and not _in_one_article(groups, ones, others):
            groups.join(ones[0], others[0], found.reason, _SPELLED_SHORT)


def _claimed(groups: Groups, i: int) -> bool:
    return any(groups.nodes[j].full for j in groups.members[groups.nodes[i].group])


def _in_one_article(groups: Groups, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether one page uses both spellings: it then means two people."""
    of_left = {a for i in left for a in groups.nodes[i].articles if a is not None}
    return any(a in of_left for i in right for a in groups.nodes[i].articles)
