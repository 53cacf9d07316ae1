"""What a run over a made collection costs: seconds a step, and memory of who spreads the work and
of its workers.

python -m benchmarks.corpus PAGES FOLDER [WORKERS]
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

from benchmarks.collection import make_collection

_A_DAY = 200  # pages: larger collections are of more days, as real ones are


def write_pages(pages: int, folder: Path) -> None:
    """Lines of a made collection, each report with its copies on one day or the next."""
    folder.mkdir(parents=True, exist_ok=True)
    first = date(2024, 1, 1)
    days = max(1, pages // _A_DAY)
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as file:
        for number, made in enumerate(make_collection(pages)):
            article = made.article
            report = int(article.id[1:8])
            day = first + timedelta(days=report * 17 % days + number % 2)
            record = {
                "id": article.id,
                "text": article.text,
                "outlet": article.outlet,
                "published": day.isoformat(),
            }
            file.write(json.dumps(record) + "\n")


class Watch:
    """Memory that this process and its children hold, looked at some times a second."""

    def __init__(self) -> None:
        self.step = "start"
        self.own: dict[str, int] = defaultdict(int)
        self.worker: dict[str, int] = defaultdict(int)
        self.began: dict[str, float] = {"start": time.monotonic()}
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def tell(self, step: str, done: int, total: int) -> None:
        """Called by the run."""
        self.step = step
        self.began.setdefault(step, time.monotonic())

    def end(self) -> None:
        """Print what was seen."""
        self._done.set()
        self._thread.join()
        times = [*self.began.items(), ("end", time.monotonic())]
        for (step, start), (_, end) in pairwise(times):
            seconds, own, worker = end - start, self.own[step] / 1e6, self.worker[step] / 1e6
            print(
                f"{step:10} {seconds:8.1f} s {own:8.0f} MB, a worker {worker:6.0f} MB", flush=True
            )

    def _look(self) -> None:
        while not self._done.wait(0.05):
            step = self.step
            self.own[step] = max(self.own[step], _resident(os.getpid()))
            for child in _children(os.getpid()):
                self.worker[step] = max(self.worker[step], _resident(child))


def _resident(process: int) -> int:
    try:
        pages = Path(f"/proc/{process}/statm").read_text("utf-8").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _children(process: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            found += map(int, (task / "children").read_text("utf-8").split())
        except OSError:
            continue
    return found


def main(pages: int, folder: Path, workers: int = 2) -> None:
    given = folder / f"pages-{pages}"
    if not given.exists():
        write_pages(pages, given)
    from rashomon.corpus import Config, run_corpus

    watch = Watch()
    counts = run_corpus(str(given), str(folder / "tables"), Config(workers=workers), watch.tell)
    watch.end()
    print(counts)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
