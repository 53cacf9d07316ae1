"""Which medium a claim came through, where an earlier sentence says it: "told AFP", "the paper"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Claim, HolderClass, Link, Mode

_MEDIA = {HolderClass.OUTLET, HolderClass.AGENCY}
_DESCRIBED = {"newspaper", "paper", "daily", "magazine", "broadcaster", "channel", "website"}
_DESCRIBED |= {"outlet", "tabloid", "weekly", "agency", "newswire"}
_REACH = 2_500  # characters from a telling to what its speaker is still quoted as telling


def settle_media(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, in which "the newspaper" is the one named before, and a quotation comes through
    the only medium that its speaker told something before.

    What a speaker said in a statement, in court or to all reporters stays without a medium.
    """
    return tuple(_carried(list(_named(claims))))


def _named(claims: Sequence[Claim]) -> Iterator[Claim]:
    media: list[Link] = []
    for claim in claims:
        known = [link for link in claim.chain if _is_medium(link) and not _is_described(link.name)]
        media += sorted(known, key=lambda link: link.start or 0)
        chain = _without_doubles(_name(link, media) for link in claim.chain)
        holder = claim.holder
        if chain and _is_described(holder.name) and chain[-1].class_ in _MEDIA:
            holder = replace(holder, name=chain[-1].name, named=not _is_described(chain[-1].name))
        yield replace(claim, chain=chain, holder=holder)


def _is_medium(link: Link) -> bool:
    return link.class_ in _MEDIA


def _is_described(name: str) -> bool:
    words = name.lower().split()
    return len(words) == 2 and words[0] in {"the", "that"} and words[1] in _DESCRIBED


def _name(link: Link, media: Sequence[Link]) -> Link:
    """The link by the name of the last medium of its sort, if it only describes one."""
    if not _is_medium(link) or not _is_described(link.name):
        return link
    same = [medium.name for medium in media if medium.class_ is link.class_]
    return replace(link, name=same[-1]) if same else link


def _without_doubles(chain: Iterator[Link]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in chain:
        found.setdefault(link.name, link)
    return tuple(found.values())


def _carried(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, each quotation with the medium that its holder told something just before."""
    told: dict[str, list[tuple[int, Link]]] = {}
    for claim in claims:
        at = min(span.start for span in claim.content)
        media = [link for link in claim.chain[:-1] if _is_medium(link)]
        for link in media:
            told.setdefault(claim.holder.name, []).append((at, link))
        before = told.get(claim.holder.name, [])
        is_quoted = claim.mode in {Mode.DIRECT, Mode.MIXED} and len(claim.chain) == 1
        if is_quoted and claim.manner is None and len({link.name for _, link in before}) == 1:
            last, link = before[-1]
            if 0 < at - last <= _REACH:
                told[claim.holder.name].append((at, link))
                yield replace(claim, chain=(link, *claim.chain))
                continue
        yield claim
