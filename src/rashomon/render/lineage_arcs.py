"""Which pages share text, as arcs beside the boxes of their accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model.lineage import Pickup, PickupKind, Side
from rashomon.render.register import Register
from rashomon.render.svg import element, words

if TYPE_CHECKING:
    from markupsafe import Markup

MAX_ARCS = 40
MAX_LANES = 8  # beside each other; more arcs than that run over each other
NOTE_ROOM = 84.0  # at the end of a row, for what kind of copy it is
_LANE = 14.0
DRAWN = {
    PickupKind.VERBATIM,
    PickupKind.TRIMMED,
    PickupKind.EXTENDED,
    PickupKind.REWRITTEN,
    PickupKind.EXCERPT,
    PickupKind.QUOTES,
}


@dataclass(frozen=True, slots=True)
class Arc:
    """One drawn edge between two rows, in a lane of its own where others pass."""

    pickup: Pickup
    upper: float
    lower: float
    lane: int
    inner: bool
    """Whether both rows are of one account; such arcs share the innermost lane."""
    to_lower: bool | None
    """Whether the pickup is the lower row; None where no origin is known."""


def gutter(arcs: Sequence[Arc], wide: bool) -> float:
    """How much room the arcs and what is written at them take beside the boxes."""
    if not arcs:
        return 4.0
    lanes = min(max(arc.lane for arc in arcs), MAX_LANES)
    return (118.0 if wide else 74.0) + lanes * _LANE if lanes else 24.0


def find_arcs(register: Register, pickups: Sequence[Pickup], rows: dict[int, float]) -> list[Arc]:
    """The edges between rows that are drawn, the short ones in the inner lanes."""
    edges = []
    for pickup, inner in _told(register, pickups):
        left, right = register.number(pickup.left), register.number(pickup.right)
        if left in rows and right in rows:
            upper, lower = sorted((rows[left], rows[right]))
            edges.append((not inner, lower - upper, upper, lower, pickup))
    arcs: list[Arc] = []
    for outer, _, upper, lower, pickup in sorted(edges[:MAX_ARCS], key=lambda edge: edge[:4]):
        taken = {a.lane for a in arcs if a.upper <= lower and upper <= a.lower and not a.inner}
        lane = next(i for i in range(1, len(arcs) + 2) if i not in taken) if outer else 0
        origin = {Side.LEFT: pickup.left, Side.RIGHT: pickup.right, None: None}[pickup.origin]
        to_lower = None if origin is None else rows[register.number(origin)] == upper
        arcs.append(Arc(pickup, upper, lower, lane, not outer, to_lower))
    return arcs


def _told(register: Register, pickups: Sequence[Pickup]) -> Iterator[tuple[Pickup, bool]]:
    """The pairs worth an arc, the fullest first, and whether they are of one account.

    Copies in one account are joined one by one, not each with each; two accounts are joined
    once, by the pages that share most.
    """
    joined: set[str] = set()
    met: set[tuple[str, ...]] = set()
    for pickup in sorted(pickups, key=lambda p: -max(p.left_share, p.right_share)):
        ends = (pickup.left, pickup.right)
        accounts = tuple(sorted({a.letter for end in ends if (a := register.account_of(end))}))
        inner = len(accounts) == 1
        known = joined.issuperset(ends) if inner else accounts in met
        if pickup.kind not in DRAWN or known:
            continue
        joined.update(ends if inner else ())
        met.add(accounts)
        yield pickup, inner


def draw_arc(arc: Arc, right: float, name: str) -> Markup:
    """The arc beside the boxes, whose right side is told; its arrow points at the copy."""
    pickup = arc.pickup
    out = _lane_x(arc, right)
    path = (
        f"M {right + 4:.1f} {arc.upper:.1f} H {out - 5:.1f} Q {out:.1f} {arc.upper:.1f} {out:.1f} "
        f"{arc.upper + 5:.1f} V {arc.lower - 5:.1f} Q {out:.1f} {arc.lower:.1f} {out - 5:.1f} "
        f"{arc.lower:.1f} H {right + 4:.1f}"
    )
    partial = pickup.kind in (PickupKind.EXCERPT, PickupKind.QUOTES)
    tip = {None: {}, True: {"marker_end": f"url(#{name}-tip)"}}.get(
        arc.to_lower, {"marker_start": f"url(#{name}-tip)"}
    )
    return element(
        "g",
        element("title", edge_words(pickup)),
        element("path", d=path, class_="edge partial" if partial else "edge", **tip),
    )


def draw_labels(arcs: Sequence[Arc], right: float, width: float) -> Iterator[Markup]:
    """What is written at the arcs: of copies at the end of their row, else at the arc's middle.

    To be drawn after all arcs, so that none runs through the words.
    """
    free = 0.0
    for arc in sorted(arcs, key=lambda arc: arc.upper + arc.lower):
        text = f"{arc.pickup.kind.value} {share(arc.pickup)}"
        if arc.inner:
            y = (arc.upper if arc.to_lower is False else arc.lower) + 3.5
            note: dict[str, str | float] = {"class_": "faint", "text_anchor": "end"}
            yield words(text, right - 10, y, NOTE_ROOM, size=10.5, **note)
            continue
        x = _lane_x(arc, right) + 5
        y = max((arc.upper + arc.lower) / 2 + 3.5, free)
        free = y + 12  # the next one stands below this one
        yield words(text, x, y, width - x, size=10.5, class_="between")


def _lane_x(arc: Arc, right: float) -> float:
    return right + 14 + min(arc.lane, MAX_LANES) * _LANE


def arrow(name: str) -> Markup:
    """The tip of an arc, under a name of the drawing's own."""
    return element(
        "marker",
        element("path", d="M 0 0 L 8 4 L 0 8 z", class_="tip"),
        id=f"{name}-tip",
        viewBox="0 0 8 8",
        refX=8,
        refY=4,
        markerWidth=7,
        markerHeight=7,
        orient="auto-start-reverse",
    )


def share(pickup: Pickup) -> str:
    """How much of the pickup is shared, or of the fuller side where no origin is known."""
    if pickup.origin is Side.LEFT:
        return f"{pickup.right_share:.0%}"
    if pickup.origin is Side.RIGHT:
        return f"{pickup.left_share:.0%}"
    return f"{max(pickup.left_share, pickup.right_share):.0%}"


def edge_words(pickup: Pickup) -> str:
    """The pair in words."""
    return (
        f"{pickup.kind.value}: {pickup.left_share:.0%} of the left page's words and "
        f"{pickup.right_share:.0%} of the right page's words are shared"
    )
