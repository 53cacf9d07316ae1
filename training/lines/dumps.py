"""The dumps that were labelled by reading: labels here, texts in the public data folder."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.lines.pages import Labelled

LABELS = Path(__file__).with_name("labels.jsonl")
# Dumps of which the credits alone were looked up.
CREDITS = Path(__file__).with_name("credits.jsonl")
JOINT = " ### "
Record = tuple[dict[str, Any], str]


def texts(data: Path) -> dict[tuple[str, str], str]:
    """The text of every dump by its set and id."""
    csv.field_size_limit(10**9)
    found = {}
    for path in sorted((data / "text-dumps").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault((path.stem, row["id"]), row["text"])
    return found


def records(path: Path, split: str, known: Mapping[tuple[str, str], str]) -> Iterator[Record]:
    """The rows of one part, each with its text.

    Errors: a text that is not the one that was labelled raises.
    """
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        if record["split"] != split:
            continue
        text = known[record["set"], record["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ValueError(f"{record['set']}/{record['id']} is not the text that was labelled")
        yield record, text


def dumps(data: Path, split: str) -> Iterator[Labelled]:
    """The labelled dumps of one part, one line a paragraph."""
    for record, text in records(LABELS, split, texts(data)):
        by_line = {
            number: label
            for first, last, label in record["labels"]
            for number in range(first, last + 1)
        }
        kept = [
            (line.strip(), by_line[number])
            for number, line in enumerate(text.split(JOINT), 1)
            if line.strip()
        ]
        name = f"{record['set']}/{record['id']}"
        yield Labelled(
            name,
            record.get("outlet", name),
            "\n".join(line for line, _ in kept),
            tuple(label for _, label in kept),
        )


def credited(data: Path, split: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Texts of one part, each with the agencies and papers that its page credits with it."""
    known = texts(data)
    for path in (LABELS, CREDITS):
        for record, text in records(path, split, known):
            if "credits" in record:
                yield text, frozenset(record["credits"])
