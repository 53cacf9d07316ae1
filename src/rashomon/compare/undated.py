"""Passages that tell a dated event without its date, such as "the killing of" somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.compare.same_happening import Group
from rashomon.compare.sentence_parts import names_in
from rashomon.compare.word_groups import act_kind
from rashomon.model.article import Article
from rashomon.model.dossier import EntryKind
from rashomon.model.reading import Clause, Reading
from rashomon.model.span import Span

_TOLD_OF_ONE = {"kill", "arrest", "injure", "capture", "rescue", "sentence", "resign", "die"}


def find_undated(
    group: Group,
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
) -> Iterator[tuple[str, Span]]:
    """One passage of each further page that tells the same act of the same person.

    Only acts that befall a person once, of somebody named, and where the story dates no
    other such act of theirs.
    """
    if any(h.kind is not EntryKind.EVENT for h in group):
        return
    told = _once(group)
    if not told or any(other is not group and _once(other) & told for other in groups):
        return
    pages = {h.article for h in group}
    for page in sorted(set(articles) & set(readings) - pages):
        passage = _passage(articles[page], readings[page], told)
        if passage:
            yield page, passage


def _once(group: Group) -> set[tuple[str, str]]:
    """Who was killed, arrested or the like in these happenings."""
    return {(act, name) for h in group for act in h.acts & _TOLD_OF_ONE for name in h.names}


def _passage(article: Article, reading: Reading, told: set[tuple[str, str]]) -> Span | None:
    for clause in reading.clauses:
        happened = not clause.negated and clause.modal is None
        befell = {(act_kind(clause.lemma), name) for name in _patients(clause, reading)}
        if happened and befell & told:
            return next((s for s in reading.sentences if s.contains(clause.act)), None)
    return None


def _patients(clause: Clause, reading: Reading) -> frozenset[str]:
    return names_in(reading.mentions, clause.object) if clause.object else frozenset()
