"""Passages that tell a dated event without its date, such as "the killing of" somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.compare.sentence_parts import names_in
from rashomon.compare.timeline.happenings import speakers_of
from rashomon.compare.timeline.same_happening import Group
from rashomon.compare.word_groups import act_kind
from rashomon.model.article import Article
from rashomon.model.claim import Attitude, Claim
from rashomon.model.dossier import EntryKind
from rashomon.model.reading import Clause, Reading
from rashomon.model.span import Span
from rashomon.text.normal import plain_form

# Share of the smaller and the larger side's words, and their number, that make one report.
_SAME, _HALF, _LEAST = 0.6, 0.4, 3
_TOLD_OF_ONE = {"kill", "arrest", "injure", "capture", "rescue", "sentence", "resign", "die"}


def find_undated(
    group: Group,
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
) -> Iterator[tuple[str, Span]]:
    """One passage of each further page that tells the same without its day.

    Of events only acts that befall a person once, of somebody named, and where the story dates
    no other such act of theirs. Of reports only the same words of the same speaker.
    """
    pages = {h.article for h in group}
    further = [page for page in sorted(set(articles) & set(readings)) if page not in pages]
    if all(h.kind is EntryKind.REPORT for h in group):
        speakers = frozenset().union(*(h.speakers for h in group))
        said = {(h.words, h.denied) for h in group}  # copies of one text say one thing
        found = ((page, _repeated(readings[page], speakers, said)) for page in further)
    else:
        told = _once(group) if all(h.kind is EntryKind.EVENT for h in group) else set()
        if not told or any(other is not group and _once(other) & told for other in groups):
            return
        found = ((page, _passage(articles[page], readings[page], told)) for page in further)
    yield from ((page, passage) for page, passage in found if passage is not None)


def _repeated(
    reading: Reading, speakers: frozenset[str], said: Collection[tuple[frozenset[str], bool]]
) -> Span | None:
    """The sentence in which a page has a speaker of the report say what the report says."""
    for claim in reading.claims:
        if claim.cue is None or not speakers_of(claim) & speakers:
            continue
        words = _words_of(claim, reading)
        denied = claim.attitude is Attitude.DENIES
        if any(denied is other and _says_so(words, told) for told, other in said):
            passage = next((s for s in reading.sentences if s.contains(claim.cue)), None)
            if passage is not None and not any(passage.contains(date) for date in reading.dates):
                return passage
    return None


def _says_so(words: frozenset[str], told: frozenset[str]) -> bool:
    shared, sizes = len(words & told), (len(words), len(told))
    return shared >= _LEAST and shared >= _SAME * min(sizes) and shared >= _HALF * max(sizes)


def _words_of(claim: Claim, reading: Reading) -> frozenset[str]:
    inside = [c for c in reading.clauses if any(s.contains(c.act) for s in claim.content)]
    return frozenset(plain_form(word) for clause in inside for word in clause.words)


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
