"""Who copied whom as a diagram: origins on the left, accounts as boxes, shared text as arcs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.lineage import Pickup
from rashomon.render.lineage_arcs import (
    DRAWN,
    NOTE_ROOM,
    arrow,
    draw_arc,
    draw_labels,
    find_arcs,
    gutter,
)
from rashomon.render.register import Account, Register
from rashomon.render.svg import element, fit, text_width, words

MAX_ROWS = 6  # of one account; the rest are one row that counts them
MAX_BOXES = 24  # accounts; beyond, those of one page that share nothing become one box
_ROW, _GAP, _HEAD, _TYPE = 24.0, 16.0, 26.0, 12.0


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


def lineage_svg(
    register: Register, pickups: Sequence[Pickup], width: float, name: str
) -> Markup | None:
    """The diagram, as wide as told; None where there is nothing to draw."""
    if not register.accounts:
        return None
    shared = {id_ for pickup in pickups if pickup.kind in DRAWN for id_ in _ends(pickup)}
    accounts, left_out = _chosen(register.accounts, shared)
    boxes = _boxes(register, accounts, left_out)
    rows = {row.page: row.y for box in boxes for row in box.rows if row.page}
    arcs = find_arcs(register, pickups, rows)
    wide = width >= 640
    left = 150.0 if wide else 0.0
    right = width - gutter(arcs, wide)
    height = boxes[-1].top + boxes[-1].height + 4
    drawn = [_drawn_box(box, left, right) for box in boxes]
    origins = [_origin(box, left) for box in boxes] if wide else []
    return element(
        "svg",
        element("title", "Who carries whose text", id=f"{name}-title"),
        element("desc", _described(register, pickups, left_out), id=f"{name}-desc"),
        element("defs", arrow(name)),
        *origins,
        *drawn,
        *(draw_arc(arc, right, name) for arc in arcs),
        *draw_labels(arcs, right, width),
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
        room = right - left - 32 - (NOTE_ROOM if len(box.rows) > 1 else 0)
        text = words(row.text, left + 22, row.y + 4, room, size=_TYPE)
        target = f"#page-{row.page}"
        parts.append(element("a", text, href=target) if row.page else text)
        if row.page:
            parts.append(element("circle", cx=right, cy=row.y, r=3, class_="port"))
    return element("g", *parts)


def _origin(box: _Box, left: float) -> Markup:
    """Whose text it is, left of the box, where none of the pages is the origin itself."""
    origin = box.account.lineage.origin if box.account else None
    if origin is None or origin.name is None or origin.among_pages:
        return Markup()
    y = box.top + 18
    label = fit(origin.name, left - 46, _TYPE)
    start = min(text_width(label, _TYPE) * 1.08 + 6, left - 16)  # bold runs wider
    return element(
        "g",
        words(label, 0, y, left, size=_TYPE, class_="head"),
        words("not among the pages", 0, y + 14, left, size=10, class_="faint"),
        element("line", x1=start, x2=left - 2, y1=y - 4, y2=y - 4, class_="edge"),
    )


def _described(register: Register, pickups: Sequence[Pickup], left_out: list[Account]) -> str:
    pages = sum(len(account.lineage.articles) for account in register.accounts)
    drawn = sum(pickup.kind in DRAWN for pickup in pickups)
    rest = f"; {len(left_out)} accounts are only counted" if left_out else ""
    return (
        f"{pages} pages in {len(register.accounts)} accounts, {drawn} pairs share text{rest}. "
        "The list below has all of them."
    )
