"""From articles to who copied whom: every pair that shares text, and the texts they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rashomon.lineage.altered import find_alterations
from rashomon.lineage.body import Body, read_body
from rashomon.lineage.candidates import find_candidates
from rashomon.lineage.directions import find_direction
from rashomon.lineage.groups import COPIES, Link, group_copies
from rashomon.lineage.kinds import Shares, judge, seen_from
from rashomon.lineage.origins import Found, find_origin
from rashomon.lineage.passages import Passage, find_passages, place_passages
from rashomon.model.article import Article
from rashomon.model.lineage import Alteration, Lineage, Lineages, Pickup, PickupKind


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Article
    right: Article
    passages: tuple[Passage, ...]
    kind: PickupKind
    shares: Shares


def find_lineages(articles: Sequence[Article]) -> Lineages:
    """Every pair of articles that shares text, and the lineages that the pairs make.

    Order: pickups by left and right id, lineages by their first article. The order of `articles`
    changes nothing.
    Cost: near linear in words, and linear in the pairs that share text.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda a: a.id)}
    bodies = {id_: read_body(article) for id_, article in by_id.items()}
    pairs = _compare(by_id, bodies)
    groups = group_copies(list(by_id), [_link(p) for p in pairs if p.kind in COPIES])
    found = [find_origin([by_id[id_] for id_ in group], bodies) for group in groups]
    origins = {id_: each for group, each in zip(groups, found, strict=True) for id_ in group}
    altered = _alterations(pairs, groups, bodies)
    ids = _lineage_ids(groups, by_id)
    return Lineages(
        pickups=tuple(_pickup(pair, bodies, origins) for pair in pairs),
        lineages=tuple(
            Lineage(
                id=ids[group[0]],
                articles=group,
                agencies=each.agencies,
                origin=each.origin,
                versions=_versions(group, bodies),
                altered=altered[group[0]],
                reasons=each.reasons,
            )
            for group, each in zip(groups, found, strict=True)
        ),
    )


def _compare(articles: Mapping[str, Article], bodies: Mapping[str, Body]) -> list[_Pair]:
    """The pairs that share text, in order. Equal bodies are compared with others once."""
    copies = _equal_bodies(bodies)
    firsts = [bodies[ids[0]] for ids in copies]
    aligned = {(k, m): find_passages(firsts[k], firsts[m]) for k, m in find_candidates(firsts)}
    aligned |= {
        (k, k): find_passages(firsts[k], firsts[k]) for k, ids in enumerate(copies) if ids[1:]
    }
    pairs = []
    for (k, m), passages in aligned.items():
        for left in copies[k]:
            for right in copies[m]:
                if k != m or left < right:
                    pairs += _judged(left, right, passages, articles, bodies)
    return sorted(pairs, key=lambda pair: (pair.left.id, pair.right.id))


def _judged(
    one: str,
    other: str,
    passages: tuple[Passage, ...],
    articles: Mapping[str, Article],
    bodies: Mapping[str, Body],
) -> list[_Pair]:
    if other < one:
        one, other = other, one
        passages = tuple(passage.turned() for passage in passages)
    left, right = articles[one], articles[other]
    kind, shares = judge(bodies[one], bodies[other], passages, _is_same_outlet(left, right))
    return [] if kind is None else [_Pair(left, right, passages, kind, shares)]


def _equal_bodies(bodies: Mapping[str, Body]) -> list[list[str]]:
    groups = defaultdict(list)
    for id_, body in bodies.items():
        if len(body):
            groups[body.words.forms].append(id_)
    return list(groups.values())


def _is_same_outlet(left: Article, right: Article) -> bool:
    return any(
        one is not None and one == other
        for one, other in ((left.outlet, right.outlet), (left.host, right.host))
    )


def _link(pair: _Pair) -> Link:
    return Link(pair.left.id, pair.right.id, pair.shares.left, pair.shares.right)


def _pickup(pair: _Pair, bodies: Mapping[str, Body], origins: Mapping[str, Found]) -> Pickup:
    left, right = pair.left, pair.right
    origin, reasons = find_direction(left, right, origins[left.id], origins[right.id])
    shared = f"{pair.shares.narrated:.0f} words outside quotations are shared"
    return Pickup(
        left=left.id,
        right=right.id,
        kind=seen_from(pair.kind, origin),
        origin=origin,
        left_share=round(pair.shares.left, 4),
        right_share=round(pair.shares.right, 4),
        passages=place_passages(pair.passages, bodies[left.id], bodies[right.id]),
        reasons=(shared, *reasons),
    )


def _versions(group: Sequence[str], bodies: Mapping[str, Body]) -> tuple[tuple[str, ...], ...]:
    """The articles by equal words, each version in order of its first."""
    versions = defaultdict(list)
    for id_ in group:
        versions[bodies[id_].words.forms].append(id_)
    return tuple(tuple(ids) for ids in versions.values())


def _alterations(
    pairs: Sequence[_Pair], groups: Sequence[tuple[str, ...]], bodies: Mapping[str, Body]
) -> dict[str, tuple[Alteration, ...]]:
    """What is altered, by the first article of the lineage that it is shown with.

    Every version is held against the one that most others are copies of, and excerpts against
    the same, so that hundreds of copies give hundreds of comparisons.
    """
    lineage = {id_: group[0] for group in groups for id_ in group}
    reference = _references(pairs, groups)
    altered: dict[str, dict[Alteration, None]] = {group[0]: {} for group in groups}
    for pair in pairs:
        one, other = pair.left.id, pair.right.id
        if pair.kind not in (*COPIES, PickupKind.EXCERPT):
            continue
        same = lineage[one] == lineage[other]
        if (same and reference[one] in (one, other)) or (
            not same and reference[one] == one and reference[other] == other
        ):
            found = find_alterations(bodies[one], bodies[other], pair.passages)
            altered[lineage[one]].update(dict.fromkeys(found))
    return {first: tuple(found) for first, found in altered.items()}


def _references(pairs: Sequence[_Pair], groups: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """For each article the one of its lineage that shares most with the others."""
    shared: dict[str, float] = defaultdict(float)
    for pair in pairs:
        if pair.kind in COPIES:
            shared[pair.left.id] += pair.shares.words
            shared[pair.right.id] += pair.shares.words
    best = {group: min(group, key=lambda id_: (-round(shared[id_], 3), id_)) for group in groups}
    return {id_: best[group] for group in groups for id_ in group}


def _lineage_ids(
    groups: Sequence[tuple[str, ...]], articles: Mapping[str, Article]
) -> dict[str, str]:
    """An id for each group, by its first article: of the contents, so that renaming keeps it."""
    ids: dict[str, str] = {}
    used = set()
    for group in groups:
        content = min(articles[id_].content_hash for id_ in group)
        short = _short(content)
        if not content or short in used:
            short = _short(f"{content} {group[0]}")
        used.add(short)
        ids[group[0]] = short
    return ids


def _short(content: str) -> str:
    return "L" + blake2b(content.encode("utf-8", "replace"), digest_size=5).hexdigest()
