"""Every two articles that share text, with what they share and what that makes of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, product

from rashomon.lineage.body import Body
from rashomon.lineage.groups import COPIES
from rashomon.lineage.kinds import Shares, judge
from rashomon.lineage.passages import Passage, find_passages, place_passages, turn
from rashomon.lineage.related import Related
from rashomon.lineage.rewriting import find_rewriting, read_sentences
from rashomon.model.article import Article
from rashomon.model.lineage import PickupKind

HUBS = 8  # of equal bodies, which are paired with others
_KEPT = 300  # bodies' sentences, held at once
Places = tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that share text, `left` the smaller id; of text reuse with its passages."""

    left: Article
    right: Article
    kind: PickupKind
    shares: Shares
    places: Places
    passages: tuple[Passage, ...] = ()


def find_pairs(
    related: Related, articles: Mapping[str, Article], bodies: Mapping[str, Body]
) -> list[Pair]:
    """The pairs that share text, by left and right id.

    Cost: linear in the pairs: equal bodies are aligned once, and of more than eight equal ones
    each is paired with the first eight only, and these alone with bodies in other words, so that
    hundreds of copies give no square of pairs.
    """
    copies, words = related.copies, related.words
    found: dict[tuple[str, str], Pair] = {}
    for k, m in _page_by_page(related.pairs):
        # From the shorter one, whatever else there is: alignment is not the same both ways.
        ones, others = (copies[n] for n in sorted((k, m), key=lambda n: (words[n], copies[n])))
        passages = find_passages(bodies[ones[0]], bodies[others[0]])
        for one, other in product(ones[:HUBS], others[:HUBS]):
            left, right = sorted((one, other))
            shared = passages if one < other else turn(passages)
            if pair := _judged(articles[left], articles[right], bodies, shared):
                found[left, right] = pair
    for ids in copies:
        for row, left in enumerate(ids[:HUBS]):
            for right in ids[row + 1 :]:
                passages = find_passages(bodies[left], bodies[right])
                if pair := _judged(articles[left], articles[right], bodies, passages):
                    found[left, right] = pair
    retold = (
        pair for k, m in related.retold for pair in product(copies[k][:HUBS], copies[m][:HUBS])
    )
    found |= _retold(retold, found, articles, bodies)
    found |= _retold(_copies_retold(found), found, articles, bodies, known_to_be=True)
    return [found[key] for key in sorted(found)]


def _page_by_page(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs by the one of the two that is in fewer: what many are compared with is held all
    the while, so that each body is read about once, and few are held.
    """
    pairs = list(pairs)
    count = Counter(chain.from_iterable(pairs))
    return sorted(pairs, key=lambda pair: pair if count[pair[0]] <= count[pair[1]] else pair[::-1])


def _judged(
    left: Article, right: Article, bodies: Mapping[str, Body], passages: tuple[Passage, ...]
) -> Pair | None:
    one, other = bodies[left.id], bodies[right.id]
    kind, shares = judge(one, other, passages, _is_same_outlet(left, right))
    if kind is None:
        return None
    is_reuse = kind in COPIES or kind is PickupKind.EXCERPT
    kept = passages if is_reuse else ()
    return Pair(left, right, kind, shares, place_passages(passages, one, other), kept)


def _retold(
    candidates: Iterable[tuple[str, str]],
    found: Mapping[tuple[str, str], Pair],
    articles: Mapping[str, Article],
    bodies: Mapping[str, Body],
    known_to_be: bool = False,
) -> dict[tuple[str, str], Pair]:
    """The pairs of which one is the other in other words, if neither is a copy.

    `known_to_be` says of all candidates that one retells another copy of the other.
    """
    sentences = lru_cache(_KEPT)(lambda id_: read_sentences(bodies[id_]))
    compare = lru_cache(HUBS)(partial(find_rewriting, known_to_be=known_to_be))
    retold = {}
    for one, other in candidates:
        left, right = sorted((one, other))
        known = found.get((left, right))
        if known and known.kind in COPIES:
            continue
        ones, others = sentences(left), sentences(right)
        again = compare(tuple(s.told for s in ones), tuple(s.told for s in others))
        if again:
            words = sum(s.told.size for s in ones) * again.left_share
            places = tuple((*ones[i].place, *others[j].place) for i, j in again.steps)
            shares = Shares(again.left_share, again.right_share, words, words)
            retold[left, right] = Pair(
                articles[left], articles[right], PickupKind.REWRITTEN, shares, places
            )
    return retold


def _copies_retold(found: Mapping[tuple[str, str], Pair]) -> list[tuple[str, str]]:
    """Pairs, not yet known as such, of a page that retells a report and a copy of that report.

    A cut of the report holds less of what the other page tells than the whole of it.
    """
    copies = defaultdict(list)
    for left, right in sorted(found):
        if found[left, right].kind in COPIES:
            copies[left].append(right)
            copies[right].append(left)
    retold = [key for key, pair in found.items() if pair.kind is PickupKind.REWRITTEN]
    pairs = {
        (min(copy, other), max(copy, other))
        for left, right in retold
        for report, other in ((left, right), (right, left))
        for copy in copies[report][:HUBS]
    }
    known = {*retold, *(key for key, pair in found.items() if pair.kind in COPIES)}
    return sorted(pairs - known)


def _is_same_outlet(left: Article, right: Article) -> bool:
    return any(
        one is not None and one == other
        for one, other in ((left.outlet, right.outlet), (left.host, right.host))
    )
