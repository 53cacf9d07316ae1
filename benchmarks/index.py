"""Prints what one page more costs: `python -m benchmarks.index [--pages 10000 300000]`.

An index grows page by page to each size, on made collections (`collection.py`). Of the last pages
all is timed: keys, those that may share text, and the close comparison with these; of all pages
what it costs to keep the index, so that seldom large sorts are counted too.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from time import process_time

from benchmarks.collection import make_collection
from rashomon.lineage import Index, add_keys, judge_related, read_keys, relate_one

SIZES = (10_000, 300_000)
TIMED = 500
STEPS = ("keys", "related", "judged", "kept")


def measure(pages: int) -> dict[str, float]:
    """Milliseconds of processor that one page takes, by step."""
    articles = [made.article for made in make_collection(pages)]
    random.Random(0).shuffle(articles)
    by_id = {article.id: article for article in articles}
    index, spent = Index(), dict.fromkeys(STEPS, 0.0)
    for number, article in enumerate(articles, 1):
        began = process_time()
        keys = read_keys(article)
        found = process_time()
        if number > pages - TIMED:
            related = relate_one(index, article.id, keys)
            compared = process_time()
            judge_related(related, by_id)
            spent["keys"] += (found - began) / TIMED
            spent["related"] += (compared - found) / TIMED
            spent["judged"] += (process_time() - compared) / TIMED
        began = process_time()
        index = add_keys(index, {article.id: keys})
        spent["kept"] += (process_time() - began) / pages
    return {step: 1000 * seconds for step, seconds in spent.items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.index", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, help="sizes of the index")
    parser.add_argument("--only-measure", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only_measure:
        print(json.dumps(measure(chosen.pages[0])))
        return
    print("| pages | " + " | ".join(STEPS) + " | all, ms |")
    print("| --- |" + " ---: |" * (len(STEPS) + 1))
    totals = []
    for pages in chosen.pages:
        command = [sys.executable, "-m", "benchmarks.index", "--only-measure", "--pages"]
        done = subprocess.run([*command, str(pages)], capture_output=True, text=True, check=True)
        row = json.loads(done.stdout)
        totals.append(sum(row.values()))
        cells = " | ".join(f"{row[step]:.2f}" for step in STEPS)
        print(f"| {pages} | {cells} | {totals[-1]:.2f} |", flush=True)
    print(f"the last costs {totals[-1] / totals[0]:.2f} of the first")


if __name__ == "__main__":
    main()
