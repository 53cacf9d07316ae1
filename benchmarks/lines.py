"""Prints how many MB of plain-text dumps a core labels a second: `python -m benchmarks.lines`.

The dumps are those of the public data folder (`--data`), or made pages where none is given;
jusText reads the same lines, each as a paragraph of markup, in the same run.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from time import process_time

from benchmarks.pages import make_pages
from rashomon.extract import extract, load_labeller
from rashomon.extract.lines import label_lines
from rashomon.extract.lines.page_lines import split_lines
from rashomon.model.page import Form, Page

ROUNDS = 5  # of which the fastest counts: others' work on the machine only ever slows one down
EVERY = 4  # of the public dumps
MADE = 300


def dumps(data: Path) -> list[str]:
    csv.field_size_limit(sys.maxsize)
    texts: dict[str, None] = {}
    for path in sorted((data / "text-dumps").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts.update((row["text"], None) for row in csv.DictReader(file) if row.get("text"))
    return list(texts)[::EVERY]


def with_justext(texts: Sequence[str]) -> Callable[[str], object] | None:
    """JusText on the lines of a text; the markup is made before the clock starts."""
    try:
        import justext
    except ImportError:
        return None
    words = justext.get_stoplist("English")
    markup = {
        text: "".join(f"<p>{escape(line.text)}</p>" for line in split_lines(text)) for text in texts
    }
    return lambda text: justext.justext(f"<html><body>{markup[text]}</body></html>", words)


def fastest_s(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor seconds of the fastest round."""
    took = []
    for _ in range(ROUNDS):
        start = process_time()
        for text in texts:
            work(text)
        took.append(process_time() - start)
    return min(took)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lines", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    arguments = parser.parse_args()
    texts = dumps(arguments.data) if arguments.data else [page.text for page in make_pages(MADE)]
    size_mb = sum(len(text.encode()) for text in texts) / 1e6
    lines = sum(len(split_lines(text)) for text in texts)
    labeller = load_labeller()
    systems: dict[str, Callable[[str], object] | None] = {
        "labels of lines": lambda text: label_lines(text, labeller),
        "labels of lines, plain rules": lambda text: label_lines(text, None),
        "extract, with all fields": lambda text: extract(
            Page("page", text, Form.TEXT, ""), labeller
        ),
        "jusText": with_justext(texts),
    }
    print(f"{len(texts)} dumps, {size_mb:.2f} MB, {lines} lines, one core\n")
    print("| | seconds | MB/s | lines/s |\n| --- | ---: | ---: | ---: |")
    for name, work in systems.items():
        if work is not None:
            seconds = fastest_s(work, texts)
            print(f"| {name} | {seconds:.2f} | {size_mb / seconds:.2f} | {lines / seconds:.0f} |")


if __name__ == "__main__":
    main()
