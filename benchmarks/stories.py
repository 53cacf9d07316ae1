"""Prints how fast stories are, features given: `python -m benchmarks.stories [--pages 2000 ...]`.

Made collections (`collection.py`) as a feed brings them: a story's pages within days of each other,
a thousand pages a day. Each size in a process of its own, a day a window; then the last pages, each
a window of its own, beside the same pages in one window. With `--one-story 1000 ...` instead one
event of so many reports, none a copy: all in one window, then some more, each a window of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from math import log
from time import perf_counter, process_time

import numpy as np

from benchmarks.child import peak_mb
from benchmarks.collection import make_collection, make_reports
from rashomon.stories.features import find_features
from rashomon.stories.online import Arrival, Stories, advance

SIZES = (2_000, 10_000, 50_000, 100_000)
PAGES_A_DAY = 1_000
FADING_DAYS = 2.0  # mean number of days from a story's first page to another of its pages
ALONE = 1_000  # pages, at most, that come one a window
MORE = 20  # reports that a story of many is given one by one
COPIES = {"verbatim", "trimmed", "extended"}


def arrivals_of(pages: int, seed: int = 0) -> list[Arrival]:
    """The pages with their features and days, in the order in which they come."""
    rng = np.random.default_rng(seed)
    days = max(1, pages // PAGES_A_DAY)
    begun: dict[int, int] = {}
    come: list[Arrival] = []
    for made in make_collection(pages, seed):
        story = int(made.article.id[1:8]) // 3
        first = begun.setdefault(story, int(rng.integers(0, days)))
        day = min(first + int(rng.exponential(FADING_DAYS)), days - 1)
        features = replace(find_features(made.article), day=day)
        planted = made.planted
        copies = (planted.origin,) if planted is not None and planted.kind in COPIES else ()
        come.append(Arrival(made.article.id, made.article.content_hash, features, copies))
    return sorted(come, key=lambda each: (each.features.day, each.content_hash))


def run(stories: Stories, arrivals: Sequence[Arrival], size: int | None = None) -> Stories:
    """The stories after all arrivals, in windows of a day or of that size."""
    for day, pages in groupby(arrivals, key=lambda each: each.features.day):
        window = list(pages)
        for start in range(0, len(window), size or len(window)):
            stories = advance(stories, window[start : start + (size or len(window))], day).stories
    return stories


def measure(pages: int) -> dict[str, float]:
    """Seconds and memory for all pages, and for the last ones by themselves."""
    arrivals = arrivals_of(pages)
    before = peak_mb(resource.RUSAGE_SELF)
    last = min(ALONE, pages // 10)
    wall, busy = perf_counter(), process_time()
    stories = run(Stories(), arrivals[:-last])
    wall, busy = perf_counter() - wall, process_time() - busy
    page_kb = (peak_mb(resource.RUSAGE_SELF) - before) * 1000 / pages
    begun = process_time()
    together = run(stories, arrivals[-last:])
    together_s = process_time() - begun
    begun = process_time()
    alone = run(stories, arrivals[-last:], 1)
    alone_s = process_time() - begun
    return {
        "wall_s": wall + together_s,
        "busy_s": busy + together_s,
        "page_kb": page_kb,
        "open": len(together.texts),
        "stories": len(together.stories),
        "alone_ms": alone_s * 1000 / last,
        "together_ms": together_s * 1000 / last,
        "otherwise": otherwise(together, alone),
    }


def measure_story(reports: int) -> tuple[float, float, int]:
    """Milliseconds a report, together and alone, and how many stories come out."""
    arrivals = [
        Arrival(made.id, made.content_hash, replace(find_features(made), day=0))
        for made in make_reports(reports + MORE)
    ]
    begun = process_time()
    stories = run(Stories(), arrivals[:reports])
    together = process_time() - begun
    begun = process_time()
    stories = run(stories, arrivals[reports:], 1)
    alone = process_time() - begun
    return together * 1000 / reports, alone * 1000 / MORE, len(stories.stories)


def otherwise(left: Stories, right: Stories) -> float:
    """The share of the pages whose story has other pages on the right."""
    groups = {story.pages for story in right.stories.values()}
    pages = [len(story.pages) for story in left.stories.values() if story.pages not in groups]
    return sum(pages) / max(1, len(left.text_of))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, help="sizes of collections")
    parser.add_argument("--one-story", type=int, nargs="+", help="reports of one event")
    parser.add_argument("--only-measure", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only_measure:
        print(json.dumps(measure(chosen.pages[0])))
        return
    if chosen.one_story:
        print("| reports | together, ms each | alone, ms each | stories |")
        print("| ---: | ---: | ---: | ---: |")
        for reports in chosen.one_story:
            together, alone, count = measure_story(reports)
            print(f"| {reports} | {together:.1f} | {alone:.1f} | {count} |", flush=True)
        return
    print(
        "| pages | seconds | busy | pages/s | kB a page | open texts | last alone, ms | together |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    rows = [(pages, _in_a_process(pages)) for pages in chosen.pages]
    for pages, row in rows:
        costs = f"{row['wall_s']:.1f} | {row['busy_s']:.1f} | {pages / row['busy_s']:.0f}"
        held = f"{row['page_kb']:.1f} | {row['open']:.0f}"
        last = f"{row['alone_ms']:.1f} | {row['together_ms']:.1f}"
        print(f"| {pages} | {costs} | {held} | {last} |", flush=True)
    for (few, less), (many, more) in pairwise(rows):
        power = log(more["busy_s"] / less["busy_s"]) / log(many / few)
        print(f"{few} to {many} pages: exponent {power:.2f}")
    most = max(row["otherwise"] for _, row in rows)
    print(f"pages in another story when the last come one by one: {most:.2%} at most")


def _in_a_process(pages: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.stories", "--only-measure", "--pages"]
    done = subprocess.run([*command, str(pages)], capture_output=True, text=True, check=True)
    row: dict[str, float] = json.loads(done.stdout)
    return row


if __name__ == "__main__":
    main()
