"""Who copied whom as a diagram: origins on the left, accounts as boxes, shared text as arcs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.lineage import Pickup, PickupKind, Side
from rashomon.render.register import Account, Register
from rashomon.render.svg import element, fit, text_width, words

MAX_ROWS = 6  # of one account; the rest are one row that counts them
MAX_BOXES = 24  # accounts; beyond, those of one page that share nothing become one box
MAX_ARCS = 40
_ROW, _GAP, _HEAD, _TYPE = 24.0, 16.0, 26.0, 12.0
_DRAWN = {
    PickupKind.VERBATIM,
    PickupKind.TRIMMED,
    PickupKind.EXTENDED,
    PickupKind.REWRITTEN,
    PickupKind.EXCERPT,
    PickupKind.QUOTES,
}


@dataclass(frozen=True, slots=True)
class _Row:
    y: float
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class _Box:
    account: Account | None
    title: str
    top: float
    height: float
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Arc:
    """One drawn edge between two rows, in a lane of its own where others pass."""

    pickup: Pickup
    upper: float
    lower: float
    lane: int
    to_lower: bool | None
    """Whether the pickup is the lower row; None where no origin is known."""


def lineage_svg(
    register: Register, pickups: Sequence[Pickup], width: float, name: str
) -> Markup | None:
    """The diagram, as wide as told; None where there is nothing to draw."""
    if not register.accounts:
        return None
    shared = {id_ for pickup in pickups if pickup.kind in _DRAWN for id_ in _ends(pickup)}
    accounts, left_out = _chosen(register.accounts, shared)
    boxes = _boxes(register, accounts, left_out)
    rows = {row.page: row.y for box in boxes for row in box.rows if row.page}
    arcs = _arcs(register, pickups, rows)
    lanes = 1 + max((arc.lane for arc in arcs), default=-1)
    wide = width >= 640
    left = 150.0 if wide else 0.0
    gutter = (118.0 if wide else 74.0) + min(lanes, 8) * 14 if lanes else 0.0
    right = width - gutter
    height = boxes[-1].top + boxes[-1].height + 4
    drawn = [_drawn_box(box, left, right) for box in boxes]
    origins = [_origin(box, left) for box in boxes] if wide else []
    return element(
        "svg",
        element("title", "Who carries whose text", id=f"{name}-title"),
        element("desc", _described(register, pickups, left_out), id=f"{name}-desc"),
        element("defs", _arrow(name)),
        *origins,
        *drawn,
        *(_drawn_arc(arc, right, name) for arc in arcs),
        *(_arc_label(arc, right, width) for arc in arcs),
        class_=f"lineage {name}",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="group",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def _ends(pickup: Pickup) -> tuple[str, str]:
    return pickup.left, pickup.right


def _chosen(accounts: Sequence[Account], shared: set[str]) -> tuple[list[Account], list[Account]]:
    """The accounts that get a box, and those that share nothing and only get counted."""
    if len(accounts) <= MAX_BOXES:
        return list(accounts), []
    telling = [a for a in accounts if len(a.lineage.articles) > 1 or shared & {*a.lineage.articles}]
    telling.sort(key=lambda a: -len(a.lineage.articles))
    kept = {account.lineage.id for account in telling[:MAX_BOXES]}
    return (
        [account for account in accounts if account.lineage.id in kept],
        [account for account in accounts if account.lineage.id not in kept],
    )


def _boxes(register: Register, accounts: list[Account], left_out: list[Account]) -> list[_Box]:
    boxes: list[_Box] = []
    top = 2.0
    for account in accounts:
        rows = _rows(register, account, top + _HEAD)
        box = _Box(account, _title(account), top, _HEAD + len(rows) * _ROW + 4, rows)
        boxes.append(box)
        top += box.height + _GAP
    if left_out:
        pages = sum(len(account.lineage.articles) for account in left_out)
        title = f"and {len(left_out)} more accounts on {pages} pages, listed below"
        boxes.append(_Box(None, title, top, _HEAD + 4, ()))
    return boxes


def _rows(register: Register, account: Account, top: float) -> tuple[_Row, ...]:
    articles = account.lineage.articles
    shown = articles if len(articles) <= MAX_ROWS else articles[: MAX_ROWS - 1]
    rows = [
        _Row(
            top + (i + 0.5) * _ROW,
            _row_words(register, id_),
            register.number(id_),
        )
        for i, id_ in enumerate(shown)
    ]
    if len(shown) < len(articles):
        rest = len(articles) - len(shown)
        rows.append(_Row(top + (len(shown) + 0.5) * _ROW, f"and {rest} more pages", None))
    return tuple(rows)


def _row_words(register: Register, id_: str) -> str:
    page = register.page(id_)
    outlet = page.outlet or page.host or "outlet unknown"
    return f"{register.number(id_)} · {outlet}" + (f": {page.headline}" if page.headline else "")


def _title(account: Account) -> str:
    count = len(account.lineage.articles)
    return f"{account.letter} · {account.name}" + (f", on {count} pages" if count > 1 else "")


def _drawn_box(box: _Box, left: float, right: float) -> Markup:
    kind = "box" if box.account else "box rest"
    parts = [
        element(
            "rect", x=left, y=box.top, width=right - left, height=box.height, rx=3, class_=kind
        ),
        words(box.title, left + 10, box.top + 18, right - left - 18, size=_TYPE, class_="head"),
    ]
    for row in box.rows:
        text = words(row.text, left + 22, row.y + 4, right - left - 32, size=_TYPE)
        target = f"#page-{row.page}"
        parts.append(element("a", text, href=target) if row.page else text)
        if row.page:
            parts.append(element("circle", cx=right, cy=row.y, r=3, class_="port"))
    return element("g", *parts)


def _origin(box: _Box, left: float) -> Markup:
    """Whose text it is, left of the box; nothing where that is unknown."""
    if box.account is None:
        return Markup()
    lineage = box.account.lineage
    name = lineage.origin.name or (lineage.agencies[0] if lineage.agencies else None)
    if name is None:
        return Markup()
    y = box.top + 18
    among = "" if lineage.origin.among_pages else "not among the pages"
    label = fit(name, left - 34, _TYPE)
    start = min(text_width(label, _TYPE) + 6, left - 20)
    return element(
        "g",
        words(label, 0, y, left, size=_TYPE, class_="head"),
        words(among, 0, y + 14, left, size=10, class_="faint"),
        element("line", x1=start, x2=left - 2, y1=y - 4, y2=y - 4, class_="edge"),
    )


def _arcs(register: Register, pickups: Sequence[Pickup], rows: dict[int, float]) -> list[_Arc]:
    """The edges between rows that are drawn, short ones in the inner lanes.

    Copies in one account are joined one by one, not each with each.
    """
    edges = []
    joined: set[str] = set()
    for pickup in sorted(pickups, key=lambda p: -max(p.left_share, p.right_share)):
        left, right = register.number(pickup.left), register.number(pickup.right)
        if pickup.kind not in _DRAWN or left not in rows or right not in rows:
            continue
        inner = register.account_of(pickup.left) is register.account_of(pickup.right)
        if inner and {pickup.left, pickup.right} <= joined:
            continue
        if inner:
            joined |= {pickup.left, pickup.right}
        upper, lower = sorted((rows[left], rows[right]))
        edges.append((lower - upper, upper, lower, pickup))
    edges = sorted(edges[:MAX_ARCS], key=lambda edge: edge[:3])
    arcs: list[_Arc] = []
    for _, upper, lower, pickup in edges:
        taken = {a.lane for a in arcs if a.upper <= lower and upper <= a.lower}
        lane = next(i for i in range(len(arcs) + 1) if i not in taken)
        origin = {Side.LEFT: pickup.left, Side.RIGHT: pickup.right, None: None}[pickup.origin]
        to_lower = None if origin is None else rows[register.number(origin)] == upper
        arcs.append(_Arc(pickup, upper, lower, lane, to_lower))
    return arcs


def _drawn_arc(arc: _Arc, right: float, name: str) -> Markup:
    pickup = arc.pickup
    out = _lane(arc, right)
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


def _arc_label(arc: _Arc, right: float, width: float) -> Markup:
    """Drawn after all arcs, so that none runs through it."""
    return words(
        f"{arc.pickup.kind.value} {share(arc.pickup)}",
        _lane(arc, right) + 5,
        (arc.upper + arc.lower) / 2 + 3.5,
        width - _lane(arc, right) - 5,
        size=10.5,
        class_="between",
    )


def _lane(arc: _Arc, right: float) -> float:
    return right + 14 + min(arc.lane, 8) * 14


def _arrow(name: str) -> Markup:
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


def _described(register: Register, pickups: Sequence[Pickup], left_out: list[Account]) -> str:
    pages = sum(len(account.lineage.articles) for account in register.accounts)
    drawn = sum(pickup.kind in _DRAWN for pickup in pickups)
    rest = f"; {len(left_out)} accounts are only counted" if left_out else ""
    return (
        f"{pages} pages in {len(register.accounts)} accounts, {drawn} pairs share text{rest}. "
        "The list below has all of them."
    )
