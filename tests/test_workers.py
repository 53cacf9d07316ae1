from __future__ import annotations

import subprocess
import sys
from multiprocessing import active_children

import pytest

from rashomon.errors import UsageError
from rashomon.workers import Models, open_workers

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
