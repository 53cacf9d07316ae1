"""A brief in the pages' own sentences: it can leave out, it can never say more than they do.

Sentences are taken whole, so every name, figure, negation, hedge and condition in them is
kept. What cannot stand alone (a pronoun without its name, a quotation without its speaker)
is left out, and counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.article import Article
from rashomon.model.claim import Mode
from rashomon.model.dossier import Compared, Comparison, Point, Relation, Sentence, Stand, Status
from rashomon.model.lineage import Lineage
from rashomon.model.reading import Reading
from rashomon.model.span import Citation, Span

MAX_SENTENCES = 10
_MAX_CONTESTED, _MAX_OTHERS, _MAX_ENTRIES, _MAX_ONLY = 3, 2, 4, 2
_MAX_CHARACTERS = 420
_MIN_WORDS = 6
_SAME = 0.6  # share of words from which two sentences tell the same
# A sentence that opens or ends so leans on the one before it.
_LEANING = re.compile(
    r"^\W*(?:(?:but|and|so|also|however|meanwhile|instead|earlier|later on)\b\W*)?"
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|the (?:first|second|latter|"
    r"former|move|remarks?|comments?|statement|official|source|spokes\w+))\b",
    re.IGNORECASE,
)
_LEANING_END = re.compile(r"\b(?:that|this|it|them|so|these|those|do so)\W*$", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:he|she|it|they|we|i|the official|the source)\W*", re.IGNORECASE)
_STANDS = (Stand.AFFIRMS, Stand.ASSERTED, Stand.DENIES, Stand.DECLINES, Stand.UNCERTAIN)


def write_brief(
    articles: Sequence[Article],
    lineages: Sequence[Lineage],
    readings: Mapping[str, Reading],
    compared: Compared,
) -> tuple[tuple[Sentence, ...], int]:
    """At most ten sentences with their passages, and how many candidates could not stand alone.

    Order: the contested points first, each with who affirms, denies and declines; then figures
    and details in conflict, what most accounts speak on, dated events, and what one account
    alone reports.
    """
    by_id = {article.id: article for article in articles}
    account = {page: lineage.id for lineage in lineages for page in lineage.articles}
    chosen: list[tuple[str, dict[Citation, None]]] = []
    dropped: set[tuple[str, Span]] = set()
    for candidates in _wanted(compared):
        for citation in candidates:
            place = _sentence_of(citation, by_id[citation.page], readings)
            if place is None:
                continue
            article = by_id[citation.page]
            if not _stands_alone(place, article, readings[article.id]):
                dropped.add((article.id, place))
                continue
            _take(article.cite(place), chosen)
            break
        if len(chosen) >= MAX_SENTENCES:
            break
    sentences = [Sentence(text, _one_an_account(evidence, account)) for text, evidence in chosen]
    return tuple(sentences), len(dropped)


def _wanted(compared: Compared) -> Iterator[Sequence[Citation]]:
    """What the brief should tell, most important first: each as passages to choose from."""
    contested = [p for p in compared.points if p.status is Status.CONTESTED]
    for point in contested[:_MAX_CONTESTED]:
        yield from _sides(point)
    for comparison in (*compared.figures, *compared.details):
        if comparison.relation is Relation.CONFLICT:
            yield from _each_value(comparison)
    others = [p for p in compared.points if p.status is not Status.CONTESTED and p.positions]
    for point in sorted(others, key=_accounts, reverse=True)[:_MAX_OTHERS]:
        yield from _sides(point)
    shared = [entry for entry in compared.timeline if len(entry.evidence) > 1]
    for entry in sorted(shared, key=lambda entry: -len(entry.evidence))[:_MAX_ENTRIES]:
        yield entry.evidence
    for only in compared.only[:_MAX_ONLY]:
        yield only.evidence


def _accounts(point: Point) -> int:
    return len({account for position in point.positions for account in position.accounts})


def _each_value(comparison: Comparison) -> Iterator[Sequence[Citation]]:
    """The passages of each value that stands against the others."""
    by_value: dict[object, list[Citation]] = defaultdict(list)
    for value in comparison.values:
        by_value[value.value].append(value)
    yield from by_value.values()


def _sides(point: Point) -> Iterator[Sequence[Citation]]:
    for stand in _STANDS:
        passages = [c for p in point.positions if p.position is stand for c in p.evidence]
        if passages:
            yield passages


def _sentence_of(
    citation: Citation, article: Article, readings: Mapping[str, Reading]
) -> Span | None:
    """The sentence of the body in which the passage starts."""
    reading = readings.get(article.id)
    if reading is None or not any(block.overlaps(citation.span) for block in article.body):
        return None
    return next((s for s in reading.sentences if s.start <= citation.start < s.end), None)


def _stands_alone(place: Span, article: Article, reading: Reading) -> bool:
    text = place.slice(article.text)
    if not len(text.split()) >= _MIN_WORDS or len(text) > _MAX_CHARACTERS:
        return False
    if _LEANING.match(text) or _LEANING_END.search(text):
        return False
    for claim in reading.claims:
        if claim.mode is Mode.NARRATED or not any(place.overlaps(s) for s in claim.content):
            continue
        if claim.source is None or not place.contains(claim.source):
            return False
        if _PRONOUN.fullmatch(claim.source.slice(article.text)):
            return False
    return True


def _take(citation: Citation, chosen: list[tuple[str, dict[Citation, None]]]) -> None:
    """Add the sentence, or its passage to the one that tells the same already."""
    words = _words(citation.text)
    for text, evidence in chosen:
        other = _words(text)
        if len(words & other) >= _SAME * min(len(words), len(other)):
            evidence[citation] = None
            return
    chosen.append((" ".join(citation.text.split()), {citation: None}))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _one_an_account(
    evidence: Mapping[Citation, None], account: Mapping[str, str]
) -> tuple[Citation, ...]:
    first: dict[str, Citation] = {}
    for citation in evidence:
        first.setdefault(account.get(citation.page, citation.page), citation)
    return tuple(first.values())
