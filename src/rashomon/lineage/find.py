"""From articles to who copied whom: every pair that shares text, and the texts they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from rashomon.lineage.altered import find_alterations
from rashomon.lineage.bodies import Bodies
from rashomon.lineage.body import Body
from rashomon.lineage.directions import NOBODYS, find_direction
from rashomon.lineage.groups import COPIES, Link, group_copies
from rashomon.lineage.keys import read_keys
from rashomon.lineage.kinds import seen_from
from rashomon.lineage.origins import Found, find_origin
from rashomon.lineage.pairs import Pair, find_pairs
from rashomon.lineage.related import Related, find_related
from rashomon.model.article import Article
from rashomon.model.lineage import Alteration, Lineage, Lineages, Pickup, PickupKind, Side


def find_lineages(articles: Sequence[Article]) -> Lineages:
    """Every pair of articles that shares text, and the lineages that the pairs make.

    Order: pickups by left and right id, lineages by their first article. The order of `articles`
    changes nothing.
    Cost: near linear in words, and linear in the pairs that share text.
    """
    by_id = {article.id: article for article in articles}
    keys = {id_: read_keys(article) for id_, article in by_id.items()}
    return join_lineages(judge_related(related, by_id) for related in find_related(keys))


def judge_related(related: Related, articles: Mapping[str, Article]) -> Lineages:
    """The pairs and the lineages of articles that share text with none outside.

    Of `articles` only the related ones are asked for.
    Order: as of `find_lineages`.
    """
    ids = related.ids
    bodies = Bodies(articles, related.printed)
    words = related.words_of
    copy_of = {id_: ids[0] for ids in related.copies for id_ in ids}
    pairs = find_pairs(related, articles, bodies)
    groups = group_copies(ids, [_link(p) for p in pairs if p.kind in COPIES])
    found = [find_origin([articles[id_] for id_ in group], words) for group in groups]
    origins = {id_: each for group, each in zip(groups, found, strict=True) for id_ in group}
    altered = _alterations(pairs, groups, bodies)
    return Lineages(
        pickups=tuple(_directed(pair, origins) for pair in pairs),
        lineages=tuple(
            Lineage(
                id=_short(min(articles[id_].content_hash for id_ in group) or group[0]),
                articles=group,
                agencies=each.agencies,
                origin=each.origin,
                versions=_versions(group, copy_of),
                altered=altered[group[0]],
                reasons=each.reasons,
            )
            for group, each in zip(groups, found, strict=True)
        ),
    )


def sift_related(
    related: Related, articles: Mapping[str, Article]
) -> tuple[tuple[tuple[str, str], ...], tuple[Pickup, ...]]:
    """The pairs of ids that carry or tell the same, and the pickups that say no such thing.

    What two pages quote both, and furniture, ties nothing to anything: where it is all that holds
    very many articles together, they are judged apart. Of equal bodies the first eight are enough.
    """
    pairs = find_pairs(related, articles, Bodies(articles, related.printed))
    tied = tuple((p.left.id, p.right.id) for p in pairs if p.kind not in NOBODYS)
    return tied, tuple(_pickup(p, None, ()) for p in pairs if p.kind in NOBODYS)


def join_lineages(parts: Iterable[Lineages]) -> Lineages:
    """The lineages of parts that share no text, as one; an id that two of them have is made anew.

    Order: pickups by left and right id, lineages by their first article.
    """
    pickups: list[Pickup] = []
    lineages: list[Lineage] = []
    for part in parts:
        pickups += part.pickups
        lineages += part.lineages
    lineages.sort(key=lambda lineage: lineage.articles[0])
    used: set[str] = set()
    for number, lineage in enumerate(lineages):
        if lineage.id in used:
            lineages[number] = replace(lineage, id=_short(f"{lineage.id} {lineage.articles[0]}"))
        used.add(lineages[number].id)
    return Lineages(
        tuple(sorted(pickups, key=lambda pickup: (pickup.left, pickup.right))), tuple(lineages)
    )


def _link(pair: Pair) -> Link:
    return Link(pair.left.id, pair.right.id, pair.shares.left, pair.shares.right, pair.places)


def _directed(pair: Pair, origins: Mapping[str, Found]) -> Pickup:
    found = origins[pair.left.id], origins[pair.right.id]
    return _pickup(pair, *find_direction(pair.left, pair.right, pair.kind, pair.places, *found))


def _pickup(pair: Pair, origin: Side | None, reasons: tuple[str, ...]) -> Pickup:
    return Pickup(
        left=pair.left.id,
        right=pair.right.id,
        kind=seen_from(pair.kind, origin),
        origin=origin,
        left_share=round(pair.shares.left, 4),
        right_share=round(pair.shares.right, 4),
        passages=pair.places,
        reasons=(_shared(pair), *reasons),
    )


def _shared(pair: Pair) -> str:
    if pair.kind is PickupKind.REWRITTEN:
        return f"{len(pair.places)} sentences tell the same in the same order"
    return f"{pair.shares.narrated:.0f} words outside quotations are shared"


def _versions(group: Sequence[str], copy_of: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The articles by equal words, each version in order of its first."""
    versions = defaultdict(list)
    for id_ in group:
        versions[copy_of[id_]].append(id_)
    return tuple(tuple(ids) for ids in versions.values())


def _alterations(
    pairs: Sequence[Pair], groups: Sequence[tuple[str, ...]], bodies: Mapping[str, Body]
) -> dict[str, tuple[Alteration, ...]]:
    """What is altered, by the first article of the lineage that it is shown with.

    Every version is held against the one that shares most with the others, and excerpts against
    the same, so that hundreds of copies give hundreds of comparisons.
    """
    lineage = {id_: group[0] for group in groups for id_ in group}
    reference = _references(pairs, groups)
    altered: dict[str, dict[Alteration, None]] = {group[0]: {} for group in groups}
    for pair in pairs:
        one, other = pair.left.id, pair.right.id
        if lineage[one] == lineage[other]:
            compared = reference[one] in (one, other)
        else:
            compared = reference[one] == one and reference[other] == other
        if compared:
            found = find_alterations(bodies[one], bodies[other], pair.passages)
            altered[lineage[one]].update(dict.fromkeys(found))
    return {first: tuple(found) for first, found in altered.items()}


def _references(pairs: Sequence[Pair], groups: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """For each article the one of its lineage that shares most with the others."""
    shared: dict[str, float] = defaultdict(float)
    for pair in pairs:
        if pair.kind in COPIES:
            shared[pair.left.id] += pair.shares.words
            shared[pair.right.id] += pair.shares.words
    best = {group: min(group, key=lambda id_: (-round(shared[id_], 3), id_)) for group in groups}
    return {id_: best[group] for group in groups for id_ in group}


def _short(content: str) -> str:
    return "L" + blake2b(content.encode("utf-8", "replace"), digest_size=8).hexdigest()
