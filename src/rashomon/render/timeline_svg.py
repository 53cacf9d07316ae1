"""The timeline as a diagram: what happened above the line, what was reported below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from markupsafe import Markup

from rashomon.model.dossier import Entry, EntryKind
from rashomon.model.moment import day_of
from rashomon.render.phrases import from_to, moment
from rashomon.render.svg import element, text_width, words

MAX_MARKS = 120  # more cannot be told apart in 960 units; the list under the diagram has all
_EDGE = 22.0  # units left free on either side
_STEP = 21.0  # units between marks that stand on each other
_LABEL = 11.0


def timeline_svg(entries: Sequence[Entry], width: float, name: str) -> Markup | None:
    """The diagram, as wide as told; None where fewer than two days are known.

    Its numbers are those of the entries, from 1. Days stand in their order with gaps that say
    little about long times: a story's years before would leave no room for its hours.
    """
    dated = [(i, e) for i, e in enumerate(entries, 1) if day_of(e.date)][:MAX_MARKS]
    days = sorted({str(day_of(entry.date)) for _, entry in dated})
    if len(days) < 2:
        return None
    columns = dict(zip(days, _spread(days, width), strict=True))
    marks = _columns(columns)
    events = _stacks(dated, EntryKind.EVENT, marks)
    reports = _stacks(dated, EntryKind.REPORT, marks)
    axis = 30 + max(map(len, events.values()), default=0) * _STEP
    height = axis + 38 + max(map(len, reports.values()), default=0) * _STEP
    left = f"{len(entries) - len(dated)} only in the list" if len(dated) < len(entries) else ""
    parts = [
        element("title", "Timeline", id=f"{name}-title"),
        element("desc", _described(dated, days), id=f"{name}-desc"),
        words("happened", 0, 11, width, size=_LABEL, class_="faint"),
        words("reported", 0, height - 3, width, size=_LABEL, class_="faint"),
        words(left, width, height - 3, width, size=_LABEL, class_="faint", text_anchor="end"),
        element("line", x1=0, x2=width, y1=axis, y2=axis, class_="axis"),
        *_day_labels(columns, axis, width),
        *_stacked(events, axis - 16, -_STEP),
        *_stacked(reports, axis + 36, _STEP),
    ]
    return element(
        "svg",
        *parts,
        class_=f"timeline {name}",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="group",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def _spread(days: list[str], width: float) -> list[float]:
    """Where each day stands: a long gap takes more room than a short one, but not in scale."""
    gaps = [min(4.0, 1 + _days_between(left, right) ** 0.5 / 2) for left, right in pairwise(days)]
    unit = (width - 2 * _EDGE) / sum(gaps)
    places = [_EDGE]
    for gap in gaps:
        places.append(places[-1] + gap * unit)
    return places


def _days_between(left: str, right: str) -> int:
    return (datetime.fromisoformat(right) - datetime.fromisoformat(left)).days


def _columns(days: dict[str, float]) -> dict[str, float]:
    """Where the marks of each day stand: with the day before where there is no room between."""
    columns: dict[str, float] = {}
    last = -_STEP
    for day, x in days.items():
        last = x if x - last >= _STEP else last
        columns[day] = last
    return columns


def _stacks(
    dated: list[tuple[int, Entry]], kind: EntryKind, columns: dict[str, float]
) -> dict[float, list[tuple[int, Entry]]]:
    stacks: dict[float, list[tuple[int, Entry]]] = {}
    for number, entry in dated:
        if entry.kind is kind:
            stacks.setdefault(columns[str(day_of(entry.date))], []).append((number, entry))
    return stacks


def _stacked(
    stacks: dict[float, list[tuple[int, Entry]]], first: float, step: float
) -> Iterator[Markup]:
    for x, stack in stacks.items():
        for i, (number, entry) in enumerate(stack):
            yield _mark(number, entry, x, first + i * step)


def _mark(number: int, entry: Entry, x: float, y: float) -> Markup:
    """A round mark for an event, a square one for a report, ringed where the day is disputed."""
    about = f"{moment(entry.date)}: {entry.event}" + (
        " (another day is given)" if entry.disputed else ""
    )
    shape = (
        element("circle", cx=x, cy=y, r=8.5)
        if entry.kind is EntryKind.EVENT
        else element("rect", x=x - 8, y=y - 8, width=16, height=16)
    )
    ring = element("circle", cx=x, cy=y, r=12, class_="ring") if entry.disputed else Markup()
    number_text = words(str(number), x, y + 3.8, 40, size=10.5, text_anchor="middle")
    return element(
        "a",
        element("title", about),
        ring,
        shape,
        number_text,
        href=f"#t{number}",
        class_=f"mark {entry.kind.value}",
    )


def _day_labels(columns: dict[str, float], axis: float, width: float) -> list[Markup]:
    """The days under the axis; one that would run into its neighbour is left out."""
    labels, free = [], -1.0
    for day, x in columns.items():
        labels.append(element("line", x1=x, x2=x, y1=axis - 4, y2=axis + 4, class_="axis"))
        label = moment(day)
        room = text_width(label, _LABEL)
        left = min(max(0.0, x - room / 2), width - room)
        if left < free:
            continue
        ends = {"text_anchor": "start" if left == 0 else "middle"}
        ends = {"text_anchor": "end"} if left == width - room else ends
        at = {"start": 0.0, "middle": x, "end": width}[ends["text_anchor"]]
        labels.append(words(label, at, axis + 18, width, size=_LABEL, **ends))
        free = left + room + 8
    return labels


def _described(dated: list[tuple[int, Entry]], days: list[str]) -> str:
    events = sum(entry.kind is EntryKind.EVENT for _, entry in dated)
    disputed = sum(bool(entry.disputed) for _, entry in dated)
    return (
        f"{events} events and {len(dated) - events} reports {from_to(days[0], days[-1])}; "
        f"the day of {disputed} is disputed. The list below has all of them."
    )
