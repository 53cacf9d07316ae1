"""Which of two articles that share text had it first, where the pages decide that."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lineage.cited import find_cited, names_source
from rashomon.lineage.credited import one_name, spell_out
from rashomon.lineage.origins import Found
from rashomon.model.article import Article
from rashomon.model.lineage import PickupKind, Side
from rashomon.model.moment import before

NOBODYS = (PickupKind.QUOTES, PickupKind.FURNITURE)  # neither page has it from the other


def find_direction(
    left: Article,
    right: Article,
    kind: PickupKind,
    places: Sequence[tuple[int, int, int, int]],
    left_found: Found,
    right_found: Found,
) -> tuple[Side | None, tuple[str, ...]]:
    """The side that had the text first and why; no side where it stays open.

    What a speaker said to both is neither's, and a passage that both may have from a third is
    not the earlier one's.
    """
    if kind in NOBODYS:
        return None, ()
    reasons = tuple(dict.fromkeys([*left_found.reasons, *right_found.reasons]))
    for side, article, other in ((Side.LEFT, left, right), (Side.RIGHT, right, left)):
        found = left_found if side is Side.LEFT else right_found
        if found.origin.article == article.id and not _is_before(other, article):
            return side, reasons
    for side, article, other in ((Side.LEFT, left, right), (Side.RIGHT, right, left)):
        if _credits(other, article):
            return side, (*reasons, f"{other.id} credits {article.outlet}")
    if citing := _citing(left, right, places):
        return citing[0], (*reasons, citing[1])
    known = left_found.origin.name or right_found.origin.name or left_found.agencies
    if known or kind is PickupKind.EXCERPT:
        return None, reasons
    return _by_time(left, right, reasons)


def _citing(
    left: Article, right: Article, places: Sequence[tuple[int, int, int, int]]
) -> tuple[Side | None, str] | None:
    """The page whose text the other says it has from elsewhere; no side if it names a third."""
    by_left = find_cited(left.text, [(place[0], place[1]) for place in places])
    by_right = find_cited(right.text, [(place[2], place[3]) for place in places])
    if (by_left is None) == (by_right is None):
        return None
    words, pickup, origin = (by_left, left, right) if by_left else (by_right, right, left)
    side = Side.RIGHT if origin is right else Side.LEFT
    third = origin.outlet is not None and not _names(words or "", origin.outlet)
    return None if third else side, f'{pickup.id} has it from elsewhere: "{words}"'


def _names(words: str, outlet: str) -> bool:
    letters, name = ("".join(filter(str.isalnum, each)).casefold() for each in (words, outlet))
    return name.removeprefix("the").removesuffix("com") in letters


def _credits(pickup: Article, origin: Article) -> bool:
    if origin.outlet is None or not pickup.credits:
        return False
    spelled = spell_out([pickup, origin])
    name = one_name(origin.outlet, spelled)
    own = one_name(pickup.outlet, spelled) if pickup.outlet else None
    return own != name and name in {one_name(credit, spelled) for credit in pickup.credits}


def _is_before(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return before(one.published, other.published) is True


def _by_time(
    left: Article, right: Article, reasons: tuple[str, ...]
) -> tuple[Side | None, tuple[str, ...]]:
    if _is_before(left, right) and not names_source(left):
        return Side.LEFT, (*reasons, f"{left.published} is before {right.published}")
    if _is_before(right, left) and not names_source(right):
        return Side.RIGHT, (*reasons, f"{right.published} is before {left.published}")
    return None, reasons
