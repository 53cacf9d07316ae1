"""Why each line of a page was kept or cut, on a terminal or in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.extract.explain import ExplainedLine, Explanation
from rashomon.extract.trail import Part
from rashomon.model.article import Label
from rashomon.render.explained import hidden, reasons, stretches, verdict, where
from rashomon.render.page_text import APART
from rashomon.render.shown import cut, one_line
from rashomon.render.summary import terminal_text

MAX_LINE = 320  # characters of a line: what tells it from others
LABEL_COLUMNS = 12
_COLOUR = {
    Label.HEADLINE: "bold green",
    Label.STANDFIRST: "green",
    Label.BYLINE: "cyan",
    Label.DATELINE: "cyan",
    Label.CREDIT: "cyan",
    Label.BODY: "green",
    Label.CAPTION: "blue",
    Label.RELATED: "yellow",
    Label.COMMENT: "magenta",
    Label.PROMOTION: "red",
    Label.NOTICE: "bright_black",
    Label.NAVIGATION: "bright_black",
}


def render_explanation_text(
    explanation: Explanation, width: int = 80, colour: bool = False, *, comments: bool = False
) -> str:
    """The fields with their evidence, and every line with its label and the reasons.

    A line that is kept begins with a plus, one that is cut out with a minus. Readers' comments
    are labelled and not shown, unless `comments`.
    Units: `width` in columns.
    """
    parts = (*_head(explanation), *_fields(explanation), *_lines(explanation, comments))
    return terminal_text(parts, width, colour)


def _head(explanation: Explanation) -> Iterator[Text | Padding]:
    yield Text(one_line(explanation.id), style="bold")
    yield Text(one_line(verdict(explanation)))
    for item in explanation.cut_off:
        place = where(explanation, [item])
        yield Text(f"Cut off: {one_line(item.method)} ({one_line(place)})", style="red")


def _fields(explanation: Explanation) -> Iterator[Text | Padding]:
    if not explanation.fields:
        return
    yield Text()
    yield Text("Fields", style="bold")
    for name, candidates in explanation.fields.items():
        for candidate in candidates:
            place = where(explanation, candidate.evidence)
            taken = "" if candidate.taken else "not taken: "
            said = Text.assemble(
                taken,
                (cut(candidate.value, MAX_LINE), "bold" if candidate.taken else ""),
                f"\n{one_line(candidate.why)} ({one_line(place)})",
            )
            yield _row(Text(name), said)


def _lines(explanation: Explanation, comments: bool) -> Iterator[Text | Padding]:
    number = 0
    for stretch in stretches(explanation):
        yield Text()
        kept = "Kept" if stretch.kept else "Cut out"
        yield Text(f"{kept}: {stretch.labels}", style="bold")
        for line in stretch.lines:
            number += 1
            yield _line(explanation, line, number, comments)


def _line(explanation: Explanation, line: ExplainedLine, number: int, comments: bool) -> Padding:
    sign = "-" if line.label in APART else "+"
    words = cut(explanation.text[line.start : line.end], MAX_LINE)
    if hidden(line, comments):
        words = f"{line.end - line.start:,} characters, shown with --comments"
    said = Text(words)
    for part, why in reasons(line):
        said.append(f"\n{part}: {one_line(why)}", style="dim")
    if line.fields and line.steps[-1].part is not Part.FIELDS:
        said.append(f"\nevidence of {', '.join(line.fields)}", style="dim")
    return _row(Text(f"{sign} {line.label}\n  {number}", style=_COLOUR[line.label]), said)


def _row(left: Text, right: Text) -> Padding:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=LABEL_COLUMNS)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(left, right)
    return Padding(grid, (0, 0, 0, 2))
