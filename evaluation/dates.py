"""How good dates are: `python -m evaluation.dates --data FOLDER [--errors]`.

FOLDER is TempEval-3's training set (TimeBank and AQUAINT as TimeML). Every second article, by
name, was read while the rules were written; only the others are scored, unless `--errors` asks
for what is wrong in those that may be read. The page's day is the document's creation time.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rashomon.model.reading import Date
from rashomon.text.dates import find_dates

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CREATED = re.compile(r'<TIMEX3[^>]*?value="([^"]*)"[^>]*functionInDocument="CREATION_TIME"')


class Expression(NamedTuple):
    """A time expression that annotators marked."""

    start: int
    end: int
    type: str
    value: str


class Counts(NamedTuple):
    """Expressions given, listed, and right: touching, exact, touching with the value, the type."""

    given: int = 0
    listed: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    type: int = 0

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * right / max(1, self.given + self.listed)


def read_timeml(path: Path) -> tuple[str, str, list[Expression]]:
    """The text of a TimeML file, its day, and the expressions marked in it."""
    whole = path.read_text(encoding="utf-8")
    created = _CREATED.search(whole)
    body = whole[whole.index("<TEXT>") + 6 : whole.index("</TEXT>")]
    text, expressions, open_, position = "", [], None, 0
    for tag in _TAG.finditer(body):
        text += _plain(body[position : tag.start()])
        position = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            open_ = (len(text), dict(_ATTRIBUTE.findall(tag[3])))
        elif tag[2] == "TIMEX3" and open_:
            start, marks = open_
            expressions.append(Expression(start, len(text), marks["type"], marks["value"]))
            open_ = None
    return text + _plain(body[position:]), created[1] if created else "", expressions


def _plain(markup: str) -> str:
    return markup.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def score(dates: Sequence[Date], listed: Sequence[Expression]) -> Counts:
    """How many expressions are right, each date used once."""
    left, counts = list(dates), Counts(len(dates), len(listed))
    for expression in listed:
        found = next(
            (d for d in left if d.start < expression.end and expression.start < d.end), None
        )
        if found is None:
            continue
        left.remove(found)
        counts = counts._replace(
            relaxed=counts.relaxed + 1,
            strict=counts.strict + ((found.start, found.end) == expression[:2]),
            value=counts.value + (found.value == expression.value),
            type=counts.type + (found.type.value == expression.type),
        )
    return counts


def split(folder: Path) -> tuple[list[Path], list[Path]]:
    """The articles to learn from, and those to measure on."""
    paths = sorted(folder.rglob("*.tml"), key=lambda path: path.name)
    paths = [path for path in paths if path.parent.name in ("TimeBank", "AQUAINT")]
    return paths[::2], paths[1::2]


def _errors(text: str, dates: Sequence[Date], listed: Sequence[Expression]) -> Iterator[str]:
    for expression in listed:
        found = [d for d in dates if d.start < expression.end and expression.start < d.end]
        given = [(text[d.start : d.end], d.type.value, d.value) for d in found]
        if not found or found[0].value != expression.value:
            around = text[max(0, expression.start - 70) : expression.end + 40].replace("\n", " ")
            words = text[expression.start : expression.end]
            yield f"{words!r} {expression.type} {expression.value} | {given} | {around}"
    for d in dates:
        if not any(d.start < e.end and e.start < d.end for e in listed):
            around = text[max(0, d.start - 60) : d.end + 40].replace("\n", " ")
            yield f"EXTRA {text[d.start : d.end]!r} {d.type.value} {d.value} | {around}"


def main() -> None:
    """Print one line of scores, or what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    learn, measure = split(args.data)
    total = Counts()
    for path in learn if args.errors else measure:
        text, created, listed = read_timeml(path)
        dates = find_dates(text, created)
        total = Counts(*(a + b for a, b in zip(total, score(dates, listed), strict=True)))
        if args.errors:
            for line in _errors(text, dates, listed):
                print(path.name, created, line)
    print(f"{total.listed} listed, {total.given} given")
    for name in ("relaxed", "strict", "value", "type"):
        print(f"{name:8} F1 {total.f1(getattr(total, name)):.3f}")


if __name__ == "__main__":
    main()
