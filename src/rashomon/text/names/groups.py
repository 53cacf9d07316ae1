"""The groups of names while they grow: every spelling a node, and who may not be together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.model.reading import MentionKind
from rashomon.text.names.forms import Form, person_words, take_apart
from rashomon.text.names.same import Verdict, same_name


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as one page uses it; `context` is the text around it, if known."""

    id: str
    name: str
    article: str | None = None
    kind: MentionKind | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The uses of one holder's names, and why each spelling was taken for another."""

    ids: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Node:
    """One spelling in all articles; of a name that says too little alone, in one article.

    `full` is whether the name says who is meant without its article.
    """

    form: Form
    articles: frozenset[str | None]
    uses: list[int]
    kind: MentionKind | None
    group: int
    full: bool


def find_nodes(uses: Sequence[NameUse]) -> list[Node]:
    """A node a spelling, each in a group of its own, in the order of their first uses."""
    kinds: dict[tuple[str, str | None], Counter[MentionKind]] = defaultdict(Counter)
    places: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for i, use in enumerate(uses):
        key = use.name, (use.article if _is_short(take_apart(use.name)) else None)
        places[key].append(i)
        if use.kind is not None:
            kinds[key][use.kind] += 1
    return [
        Node(
            form=take_apart(key[0]),
            articles=frozenset(uses[i].article for i in found),
            uses=found,
            kind=min(kinds[key], key=lambda kind: (-kinds[key][kind], kind), default=None),
            group=at,
            full=not _is_short(take_apart(key[0])),
        )
        for at, (key, found) in enumerate(places.items())
    ]


def _is_short(form: Form) -> bool:
    """Whether a name says who is meant only together with its article."""
    return form.alias is None and (len(person_words(form)) == 1 or form.acronym)


def judge(left: Node, right: Node) -> Verdict:
    """Whether the names of two nodes can be one holder's."""
    return same_name(left.form.text, right.form.text, left.kind, right.kind)


@dataclass(slots=True)
class Groups:
    """The groups of nodes while they grow."""

    nodes: list[Node]
    members: dict[int, list[int]] = field(init=False)
    reasons: dict[int, list[str]] = field(init=False)
    _names: dict[int, dict[tuple[str, MentionKind | None], Node]] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {node.group: {(node.form.text, node.kind): node} for node in self.nodes}
        self.members = {node.group: [node.group] for node in self.nodes}
        self.reasons = {node.group: [] for node in self.nodes}

    def join(self, left: int, right: int, reason: str) -> None:
        """Makes one group of two, unless a full name of one speaks against one of the other."""
        one, other = sorted((self.nodes[left].group, self.nodes[right].group))
        if one == other or not self._agree(one, other):
            return
        for i in self.members[other]:
            self.nodes[i].group = one
        self.members[one] += self.members.pop(other)
        self._names[one] |= self._names.pop(other)
        names = sorted({self.nodes[left].form.text, self.nodes[right].form.text})
        line = [f"{' = '.join(names)}: {reason}"] if len(names) > 1 else []
        self.reasons[one] += self.reasons.pop(other) + line

    def _agree(self, one: int, other: int) -> bool:
        # One node speaks for all of its name: hundreds of pages have the same few.
        left, right = [*self._names[one].values()], [*self._names[other].values()]
        kinds = {node.kind for node in left + right}
        if {MentionKind.PERSON, MentionKind.PLACE} <= kinds:
            return False
        return not any(judge(a, b)[0] is False and a.full == b.full for a in left for b in right)
