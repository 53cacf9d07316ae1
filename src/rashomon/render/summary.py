"""What `rashomon dossier` says on a terminal: the heart of each story, and what was skipped."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model.dossier import (
    Comparison,
    Dossier,
    Point,
    Position,
    Relation,
    Report,
    Stand,
    Status,
)
from rashomon.model.skip import Skip
from rashomon.render import phrases
from rashomon.render.register import Register
from rashomon.render.shown import cut, one_line

MAX_POINTS = 8  # of one story; the files have all
MAX_EXAMPLES = 3  # of one cause of skipping
_COLOUR = {
    Stand.AFFIRMS: "cyan",
    Stand.DENIES: "red",
    Stand.DECLINES: "bright_black",
    Stand.UNCERTAIN: "yellow",
    Stand.ASSERTED: "magenta",
}


def render_summary(report: Report, width: int = 80, colour: bool = False) -> str:
    """The run in a screenful or two of text; with terminal colours if `colour`.

    Units: `width` in columns.
    """
    hearts = (render_heart(dossier, width, colour) for dossier in report.stories)
    return "".join([*hearts, render_skipped(report.skipped, width, colour)])


def render_heart(dossier: Dossier, width: int = 80, colour: bool = False) -> str:
    """What an editor wants of one story first, with an empty line behind it."""
    return terminal_text(chain(_story(dossier), [Text()]), width, colour)


def render_skipped(skipped: Sequence[Skip], width: int = 80, colour: bool = False) -> str:
    """What was skipped and why, by cause."""
    return terminal_text(_skipped(skipped), width, colour)


def terminal_text(parts: Iterable[Text | Padding], width: int, colour: bool) -> str:
    """The parts one under the other as a terminal of that width shows them."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=max(width, 20),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part, soft_wrap=False)
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def _in(text: Text, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns))


def _story(dossier: Dossier) -> Iterator[Text | Padding]:
    register = Register(dossier)
    yield Text(one_line(dossier.title), style="bold")
    yield Text(phrases.counted(dossier.counts))
    contested = [p for p in dossier.points if p.status is Status.CONTESTED]
    for point in contested[:MAX_POINTS]:
        yield from _point(point, register)
    if len(contested) > MAX_POINTS:
        yield Text(f"and {len(contested) - MAX_POINTS} more contested points")
    others = [p for p in dossier.points if p.status is not Status.CONTESTED]
    if others:
        yield Text()
        yield Text("Other points", style="bold")
    for point in others[:MAX_POINTS]:
        status = phrases.status(point).lower()
        yield _in(Text(f"{one_line(point.question)} ({status})"), 2)
    if len(others) > MAX_POINTS:
        yield _in(Text(f"and {len(others) - MAX_POINTS} more"), 2)
    conflicts = [
        item for item in (*dossier.figures, *dossier.details) if item.relation is Relation.CONFLICT
    ]
    if conflicts:
        yield Text()
        yield Text("Figures and details in conflict", style="bold")
    for item in conflicts:
        yield _in(_conflict(item, register), 2)


def _point(point: Point, register: Register) -> Iterator[Text | Padding]:
    yield Text()
    yield Text.assemble((one_line(point.question), "bold"), " (contested)")
    for stand, positions in phrases.stands(point):
        for position in positions:
            said = Text.assemble(
                (register.holder(position), "bold"),
                f"{_via(position, register)}; {phrases.carried(position)}",
            )
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(width=9)
            grid.add_column(ratio=1, overflow="fold")
            grid.add_row(Text(stand.value, style=_COLOUR[stand]), said)
            yield Padding(grid, (0, 0, 0, 2))


def _via(position: Position, register: Register) -> str:
    """Through whom it came, and where it is printed."""
    outlets = register.outlets([cited.page for cited in position.evidence])
    printed, *names = phrases.chain(position, outlets)
    if names and names[-1].casefold() == position.holder.name.casefold():
        names.pop()
    via = f", via {', via '.join(reversed(names))}" if names else ""
    return via + ("" if printed == register.holder(position) else f", in {printed}")


def _conflict(item: Comparison, register: Register) -> Text:
    values = "; ".join(
        f"{cut(text, 80)} ({', '.join(register.outlets([p.page for p in places])[:3])})"
        for text, _, places in register.values(item)
    )
    return Text(f"{one_line(item.quantity)}: {values}")


def _skipped(skipped: Sequence[Skip]) -> Iterator[Text | Padding]:
    if not skipped:
        yield Text("Nothing was skipped.")
        return
    yield Text(f"Skipped {phrases.plural(len(skipped), 'input')}", style="bold")
    for cause, count, skips in phrases.causes(skipped):
        yield _in(Text(f"{count:,} {cause.value}"), 2)
        for skip in skips[:MAX_EXAMPLES]:
            yield _in(Text(f"{one_line(skip.subject)}: {one_line(skip.detail)}"), 4)
        if count > MAX_EXAMPLES:
            yield _in(Text(f"and {count - MAX_EXAMPLES:,} more"), 4)
