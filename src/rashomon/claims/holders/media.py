"""Which medium a claim came through, where an earlier sentence says it: "told AFP", "the paper"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Claim, HolderClass, Link, Mode

_MEDIA = {HolderClass.OUTLET, HolderClass.AGENCY}
_DESCRIBED = {"newspaper", "paper", "daily", "magazine", "broadcaster", "channel", "website"}
_DESCRIBED |= {"outlet", "tabloid", "weekly", "agency", "newswire"}
_REACH = 1_200  # characters from a telling to what its speaker is still quoted as telling


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
    """The claims, each quotation with the medium that its holder told something just before.

    Another way of speaking in between, as in "he said in a statement", breaks it off.
    """
    told: dict[str, tuple[int, Link]] = {}
    for claim in claims:
        name, at = claim.holder.name, min(span.start for span in claim.content)
        is_own = claim.within is None and claim.mode is not Mode.NARRATED
        if is_own and _told(claim) is not None:
            told[name] = (at, claim.chain[0])
        elif is_own and (claim.manner is not None or len(claim.chain) > 1):
            told.pop(name, None)
        elif name in told and is_own and claim.mode in {Mode.DIRECT, Mode.MIXED}:
            last, link = told[name]
            if 0 < at - last <= _REACH:
                told[name] = (at, link)
                yield replace(claim, chain=(link, *claim.chain))
                continue
        yield claim


def _told(claim: Claim) -> Link | None:
    """The one medium that the holder told, by its name."""
    if len(claim.chain) != 2 or not _is_medium(claim.chain[0]):
        return None
    name = claim.chain[0].name
    return claim.chain[0] if name != name.lower() else None
