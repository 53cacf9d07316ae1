"""What each field could have been: the value that was taken, and for dates those that were not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from rashomon.extract.fields.fields import Fields
from rashomon.extract.html.dates import OTHER_DAY
from rashomon.extract.sheet import Found, Sheet, in_markup, in_text
from rashomon.extract.trail import Trail
from rashomon.extract.written import find_written, parse_written
from rashomon.model.article import Article, Dateline, Evidence, Label

MAX_CANDIDATES = 20  # of a field; pages that list more dates are calendars
MAX_LINE = 200
DAY = len("2020-01-16")
_DATES = ("published", "modified")
_CHANGE = re.compile(r"modif|updat|lastmod", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a field has or could have had, and why."""

    value: str
    taken: bool
    why: str
    evidence: tuple[Evidence, ...]


def find_choices(trail: Trail, article: Article | None) -> dict[str, tuple[Candidate, ...]]:
    """The candidates of every field that has one, the one that was taken first."""
    if trail.fields is None or article is None:
        return {}
    choices: dict[str, tuple[Candidate, ...]] = {
        each.name: (_taken(found),)
        for each in fields(Fields)
        if isinstance(found := getattr(trail.fields, each.name), Found)
    }
    for name, others in _other_dates(trail, choices).items():
        choices[name] = (*choices.get(name, ()), *others[:MAX_CANDIDATES])
    return choices


def _taken(found: Found[object]) -> Candidate:
    methods = dict.fromkeys(item.method for item in found.evidence)
    return Candidate(_written(found.value), True, ", ".join(methods), found.evidence)


def _written(value: object) -> str:
    if isinstance(value, Dateline):
        return ", ".join(part for part in (value.place, value.date) if part)
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _other_dates(
    trail: Trail, choices: Mapping[str, tuple[Candidate, ...]]
) -> dict[str, list[Candidate]]:
    """The dates that the head states and that date lines show, and were not taken, by field."""
    seen: dict[str, dict[tuple[str, str], list[Evidence]]] = {}
    taken = {name: choices[name][0] for name in _DATES if name in choices}
    known = {
        (item.path, item.start)
        for candidate in taken.values()
        for item in candidate.evidence
        if OTHER_DAY not in item.method
    }
    for value, evidence in (*_in_head(trail), *_in_lines(trail.sheet)):
        if (evidence.path, evidence.start) not in known:
            name = "modified" if _CHANGE.search(evidence.path or "") else "published"
            same = (value, _why_not(value, evidence, taken))
            seen.setdefault(name, {}).setdefault(same, []).append(evidence)
    return {
        name: [Candidate(value, False, why, tuple(found)) for (value, why), found in each.items()]
        for name, each in seen.items()
    }


def _in_head(trail: Trail) -> Iterator[tuple[str, Evidence]]:
    for name, fact in trail.facts.items if trail.facts else ():
        dated = any(word in name.lower() for word in ("date", "time", "modified", "published"))
        value = parse_written(fact.value) if dated else None
        if value:
            yield value, in_markup(fact.path, "date in the head")


def _in_lines(sheet: Sheet | None) -> Iterator[tuple[str, Evidence]]:
    for line in (*sheet.head, *sheet.tail) if sheet else ():
        if line.label is Label.BODY or len(line.text) > MAX_LINE:
            continue
        for written in find_written(line.text):
            place = line.start + written.start, line.start + written.end
            yield written.value, in_text(*place, f"in a line labelled {line.label}")


def _why_not(value: str, evidence: Evidence, taken: Mapping[str, Candidate]) -> str:
    for name, candidate in taken.items():
        if candidate.value == value:
            return f"says what was taken for {name}"
        if candidate.value[:DAY] == value[:DAY]:
            return f"the day that was taken for {name}; another place was trusted more for the time"
    if evidence.path:
        return "another statement of the head is trusted more"
    return "what was taken stands in the head, or nearer to the headline"
