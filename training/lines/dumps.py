"""The dumps that were labelled by reading: labels here, texts in the public data folder."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from training.lines.pages import Labelled

LABELS = Path(__file__).with_name("labels.jsonl")
JOINT = " ### "


def texts(data: Path) -> dict[tuple[str, str], str]:
    """The text of every dump by its set and id."""
    csv.field_size_limit(10**9)
    found = {}
    for path in sorted((data / "text-dumps").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault((path.stem, row["id"]), row["text"])
    return found


def dumps(data: Path, split: str) -> Iterator[Labelled]:
    """The labelled dumps of one half, one line a paragraph.

    Errors: a text that is not the one that was labelled raises.
    """
    known = texts(data)
    for row in LABELS.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        if record["split"] != split:
            continue
        text = known[record["set"], record["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ValueError(f"{record['set']}/{record['id']} is not the text that was labelled")
        lines = text.split(JOINT)
        by_line = {
            number: label
            for first, last, label in record["labels"]
            for number in range(first, last + 1)
        }
        kept = [
            (line.strip(), by_line[number]) for number, line in enumerate(lines, 1) if line.strip()
        ]
        name = f"{record['set']}/{record['id']}"
        yield Labelled(
            name, name, "\n".join(line for line, _ in kept), tuple(label for _, label in kept)
        )
