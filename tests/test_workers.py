from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from signal import SIG_DFL, SIGVTALRM, getsignal

import pytest

from rashomon import workers
from rashomon.errors import UsageError
from rashomon.extract import Labeller
from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.workers import Models, extract_in_time, open_workers

PAGE = Page("page", "The bridge at Harl was closed on Monday, the town said.", Form.CLEAN, "0" * 64)

# Waits, once two workers have begun.
RUN = """
import time
from rashomon.workers import Models, open_workers
if __name__ == "__main__":
    with open_workers(2, Models()) as workers:
        begun = [workers.start(isinstance, object) for _ in range(8)]
        print(all(result() for result in begun), flush=True)
        time.sleep(60)
"""


def test_workers_end_with_a_run_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", RUN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "True\n"
        run.kill()
        run.communicate(timeout=30)  # the output is closed when the last of them has ended


def lose_workers() -> None:
    with open_workers(2, Models()) as workers:
        assert workers.start(isinstance, object)()
        for child in active_children():
            child.kill()
        for _ in range(100):
            workers.start(isinstance, object)()


def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(UsageError, match="--workers"):
        lose_workers()


def never_end(page: Page, labeller: Labeller | None) -> Article | Skip:
    while True:
        try:
            for _ in range(10_000):
                pass
        except Exception:  # a parser that swallows whatever is raised in it
            continue


def test_a_page_that_keeps_a_parser_busy_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "extract", never_end)
    found = extract_in_time(PAGE, None, 0.05)
    assert found == Skip("page", Stage.EXTRACT, Cause.TIMEOUT, "more than 0.05 s of processor time")
    assert getsignal(SIGVTALRM) is SIG_DFL


def test_time_is_limited_without_a_trace_and_only_where_it_can_be() -> None:
    here = extract_in_time(PAGE, None)
    assert isinstance(here, Article)
    with ThreadPoolExecutor(1) as pool:  # no thread but the main one can be interrupted
        assert pool.submit(extract_in_time, PAGE, None, 1e-9).result() == here
