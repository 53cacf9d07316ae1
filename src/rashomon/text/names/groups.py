"""The groups of names while they grow: every spelling a node, and who may not be together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from rashomon.model.reading import MentionKind
from rashomon.text.names.forms import Form, person_words, take_apart
from rashomon.text.names.judge import APART, JOINED, Judgement, judge_names
from rashomon.text.names.same import A_PERSON_AND_A_PLACE
from rashomon.text.naming import PERSON_NOUNS
from rashomon.text.normal import find_words


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as one page uses it; `context` is the text around it and `role` the title, office or
    description that goes with it, if known."""

    id: str
    name: str
    article: str | None = None
    kind: MentionKind | None = None
    context: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The uses of one holder's names, and why each spelling was taken for another.

    `score` is how sure the least sure of the joins is, 0 to 1; 1 where there is none.
    """

    ids: tuple[str, ...]
    reasons: tuple[str, ...]
    score: float = 1.0


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
    roles: frozenset[str] = frozenset()


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
            kind=_commonest(kinds[key]),
            group=at,
            full=not _is_short(take_apart(key[0])),
            roles=_role_words([uses[i] for i in found]),
        )
        for at, (key, found) in enumerate(places.items())
    ]


def _role_words(uses: Sequence[NameUse]) -> frozenset[str]:
    """What the pages say that the holder is: "vice", "president"."""
    return frozenset(
        word
        for use in uses
        if use.role
        for word in find_words(use.role).forms
        if word in PERSON_NOUNS
    )


def _commonest(kinds: Counter[MentionKind]) -> MentionKind | None:
    """The kind of most uses; of as many, a person, whom the parser oftenest takes for a body."""
    return min(
        kinds, key=lambda kind: (-kinds[kind], kind is not MentionKind.PERSON, kind), default=None
    )


def _is_short(form: Form) -> bool:
    """Whether a name says who is meant only together with its article."""
    return form.alias is None and (len(person_words(form)) == 1 or form.acronym)


def _judge(left: Node, right: Node, places: Set[str]) -> Judgement:
    """How surely the names of two nodes are one holder's."""
    together = any(article in right.articles for article in left.articles if article is not None)
    return judge_names(
        left.form.text,
        right.form.text,
        left.kind,
        right.kind,
        together=together,
        places=places,
    )


@dataclass(slots=True)
class Groups:
    """The groups of nodes while they grow."""

    nodes: list[Node]
    least: float = JOINED
    places: Set[str] = frozenset()
    members: dict[int, list[int]] = field(init=False)
    reasons: dict[int, list[str]] = field(init=False)
    scores: dict[int, float] = field(init=False)
    _names: dict[int, dict[tuple[str, MentionKind | None], Node]] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {node.group: {(node.form.text, node.kind): node} for node in self.nodes}
        self.members = {node.group: [node.group] for node in self.nodes}
        self.reasons = {node.group: [] for node in self.nodes}
        self.scores = {node.group: 1.0 for node in self.nodes}

    def judge(self, left: int, right: int) -> Judgement:
        """How surely the names of two nodes are one holder's."""
        return _judge(self.nodes[left], self.nodes[right], self.places)

    def join(self, left: int, right: int, reason: str, score: float) -> None:
        """Makes one group of two, if that is sure enough and no full name of one speaks against
        one of the other."""
        one, other = sorted((self.nodes[left].group, self.nodes[right].group))
        if one == other or score < self.least or not self._agree(one, other):
            return
        for i in self.members[other]:
            self.nodes[i].group = one
        self.members[one] += self.members.pop(other)
        self._names[one] |= self._names.pop(other)
        names = sorted({self.nodes[left].form.text, self.nodes[right].form.text})
        line = [f"{' = '.join(names)}: {reason}"] if len(names) > 1 else []
        self.scores[one] = min(self.scores[one], self.scores.pop(other), score)
        self.reasons[one] += self.reasons.pop(other) + line

    def _agree(self, one: int, other: int) -> bool:
        # One node speaks for all of its name: hundreds of pages have the same few.
        left, right = [*self._names[one].values()], [*self._names[other].values()]
        return not any(self._speaks_against(a, b) for a in left for b in right)

    def _speaks_against(self, left: Node, right: Node) -> bool:
        judgement = _judge(left, right, self.places)
        if left.full == right.full:
            return judgement.score < min(APART, self.least)
        return judgement.reason == A_PERSON_AND_A_PLACE
