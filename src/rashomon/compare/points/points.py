"""The questions on which accounts speak, and who stands where, with the passages."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.compare.accounts import Accounts
from rashomon.compare.points.alike import group_alike
from rashomon.compare.points.deciders import find_rivals
from rashomon.compare.points.holders import Holders
from rashomon.compare.points.leaning import Star, attach_leaning
from rashomon.compare.points.propositions import find_propositions
from rashomon.compare.points.question import ask, clarity, is_clear
from rashomon.compare.points.stand import declines, stand_on
from rashomon.model.article import Article
from rashomon.model.claim import Claim, Mode
from rashomon.model.dossier import Point, Position, Stand, Status
from rashomon.model.moment import day_of
from rashomon.model.reading import Reading
from rashomon.model.span import Citation, Span
from rashomon.text.encoder import Encoder
from rashomon.text.truecase import Truecase

_CLOSE = 60  # characters between one who passes on and whom he cites
_MAX_HULL = 700  # a longer passage from source to content is shown by its content alone


class _Speaker:
    """The articles, who holds what in them, and which account each belongs to."""

    def __init__(self, articles: Sequence[Article], holders: Holders, accounts: Accounts) -> None:
        self.articles = {article.id: article for article in articles}
        self.holders = holders
        self.accounts = accounts
        self.cases = {
            article.id: Truecase(" ".join(span.slice(article.text) for span in article.body))
            for article in articles
        }

    def is_clear(self, star: Star) -> bool:
        """Whether one of the propositions says without its context who did what."""
        return any(is_clear(p, self.articles[p.article].text) for p in star)


def find_points(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    accounts: Accounts,
    holders: Holders,
    encoder: Encoder | None,
) -> tuple[Point, ...]:
    """The points of a story, those that are contested and carried by most accounts first."""
    speaker = _Speaker(articles, holders, accounts)
    propositions = [
        proposition
        for article in articles
        if article.id in readings
        for proposition in find_propositions(article, readings[article.id])
    ]
    placed = {(p.article, p.claim.id) for p in propositions if p.claim.mode is not Mode.NARRATED}
    stars = [star for star in group_alike(propositions, encoder) if _has_holder(star)]
    clear = {i for i, star in enumerate(stars) if speaker.is_clear(star)}
    leaning = attach_leaning(stars, placed, readings, speaker.articles, accounts, clear)
    rivals = find_rivals(stars, speaker.articles, readings, accounts, holders.key, encoder)
    points = [
        _point(star, [*leaning.get(i, ()), *rivals.get(i, ())], speaker)
        for i, star in enumerate(stars)
        if i in clear or i in leaning
    ]
    points.sort(key=_rank)
    return tuple(points)


def _has_holder(star: Star) -> bool:
    return any(p.claim.mode is not Mode.NARRATED and not declines(p.claim) for p in star)


def _point(star: Star, leaning: Iterable[tuple[str, Claim]], speaker: _Speaker) -> Point:
    centre = min(star, key=lambda p: (*clarity(p, speaker.articles[p.article].text), p.key))
    said: dict[tuple[Stand, str], list[tuple[str, Claim]]] = defaultdict(list)
    for p in star:
        stand = stand_on(p, centre.clause, centre.lemma)
        said[stand, speaker.holders.key(p.article, p.claim)].append((p.article, p.claim))
    for article, claim in leaning:
        stand = Stand.DECLINES if declines(claim) else Stand.DENIES
        said[stand, speaker.holders.key(article, claim)].append((article, claim))
    positions = sorted(
        (
            _position(stand, claims, speaker)
            for (stand, _), all_claims in said.items()
            for claims in _by_via(all_claims, speaker)
        ),
        key=_position_order,
    )
    digest = hashlib.sha256("\x1f".join(map(str, centre.key)).encode()).hexdigest()[:10]
    return Point(
        id=f"p{digest}",
        question=ask(centre, speaker.articles[centre.article], speaker.cases[centre.article]),
        status=_status(positions),
        positions=tuple(positions),
        corroborated=_is_corroborated(positions),
    )


def _by_via(claims: list[tuple[str, Claim]], speaker: _Speaker) -> list[list[tuple[str, Claim]]]:
    """The claims of one holder apart by who passed them on; those that do not say go along
    with the most."""
    ways: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for article, claim in claims:
        ways[speaker.holders.via(article, claim)].append((article, claim))
    unsaid = ways.pop("", [])
    if not ways:
        return [unsaid]
    most = max(sorted(ways), key=lambda via: len(ways[via]))
    ways[most].extend(unsaid)
    return [ways[via] for via in sorted(ways)]


def _position(stand: Stand, claims: Sequence[tuple[str, Claim]], speaker: _Speaker) -> Position:
    ordered = sorted(claims, key=lambda item: (-len(item[1].chain), item[0], _hull(item[1]).start))
    article, first = ordered[0]
    evidence: dict[Citation, None] = {}
    for page, claim in ordered:
        evidence[speaker.articles[page].cite(_hull(claim))] = None
    pages = {page for page, _ in ordered}
    days = [day_of(p) for page in pages if (p := speaker.articles[page].published)]
    holder = speaker.holders.shown(article, first)
    root = [replace(link, name=holder.name) for link in first.chain[-1:]]
    way = [link for link in first.chain[:-1] if link.name != holder.name]
    return Position(
        position=stand,
        holder=holder,
        chain=(*way, *root),
        mode=first.mode,
        accounts=tuple(sorted({speaker.accounts.of(page, claim) for page, claim in ordered})),
        roots=tuple(sorted({speaker.holders.root(page, claim) for page, claim in ordered})),
        evidence=tuple(evidence),
        since=min((day for day in days if day), default=None),
    )


def _hull(claim: Claim) -> Span:
    """The passage from the sources to the end of the content; the content alone if too long."""
    parts = [*claim.content, *(s for s in (claim.source, claim.cue) if s is not None)]
    start, end = min(s.start for s in parts), max(s.end for s in parts)
    for link in claim.chain[:-1]:  # "The Gazette, citing two officials, reported"
        if link.start is not None and link.end is not None and 0 <= start - link.end <= _CLOSE:
            start = link.start
    hull = Span(start, end)
    if hull.end - hull.start <= _MAX_HULL:
        return hull
    return max(claim.content, key=lambda s: s.end - s.start)


def _status(positions: Sequence[Position]) -> Status:
    roots: dict[Stand, set[str]] = defaultdict(set)
    for position in positions:
        roots[position.position].update(position.roots)
    told = roots[Stand.AFFIRMS] | roots[Stand.ASSERTED]
    denied = roots[Stand.DENIES]
    if told and denied and told != denied:
        return Status.CONTESTED
    return Status.AGREED if len(roots[Stand.AFFIRMS] | denied) > 1 else Status.SINGLE


def _is_corroborated(positions: Sequence[Position]) -> bool:
    """Whether two who say the same have nobody in common: neither a root nor a go-between."""
    return any(
        left.position is right.position
        and left.position in {Stand.AFFIRMS, Stand.DENIES}
        and _behind(left).isdisjoint(_behind(right))
        for left, right in combinations(positions, 2)
    )


def _behind(position: Position) -> set[str]:
    """Everybody through whom the position comes, and the accounts that carry it."""
    return {*position.roots, *position.accounts, *(link.name for link in position.chain)}


_STAND_ORDER = list(Stand)


def _position_order(position: Position) -> tuple[int, int, str, str]:
    return (
        _STAND_ORDER.index(position.position),
        -len(position.accounts),
        position.holder.name,
        position.evidence[0].page,
    )


def _rank(point: Point) -> tuple[bool, bool, int, int, str]:
    """Contested before declined before the rest; more accounts and more holders first."""
    accounts = {a for p in point.positions for a in p.accounts}
    declined = any(p.position is Stand.DECLINES for p in point.positions)
    return (
        point.status is not Status.CONTESTED,
        not declined,
        -len(accounts),
        -len(point.positions),
        point.id,
    )
