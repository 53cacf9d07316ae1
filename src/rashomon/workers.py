"""Where the work of a run is done: in this process, or in several that have their own models."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cached_property
from multiprocessing import get_context, parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import Protocol, TypeVar

from rashomon.errors import ModelError, UsageError
from rashomon.extract import Labeller, load_labeller
from rashomon.text.encoder import Encoder, load_encoder
from rashomon.text.parse import DEFAULT_PIPELINE, Parser, load_parser

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4  # pieces of work begun for each process: enough to keep all busy, and no more kept
_worker_models: list[Models] = []  # of a worker process, which has nothing else


class Models:
    """The models of a run, each loaded when it is first needed.

    The labeller and the encoder are None where their weights were removed: plainer rules
    take their place.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.pipeline = pipeline

    @cached_property
    def parser(self) -> Parser:
        """The English parser."""
        return load_parser(self.pipeline)

    @cached_property
    def encoder(self) -> Encoder | None:
        """The sentence encoder."""
        return _or_none(load_encoder)

    @cached_property
    def labeller(self) -> Labeller | None:
        """The labeller of a dump's lines."""
        return _or_none(load_labeller)


class Workers(Protocol):
    """What does pieces of work: a piece is a function of this module's or another's top level,
    that takes the models and one value."""

    ahead: int

    def start(self, work: Callable[[Models, T], R], value: T) -> Callable[[], R]:
        """What gives the result when it is called, having waited for it where it must."""


class Here:
    """The process itself: a piece of work is done when its result is asked for."""

    ahead = 0

    def __init__(self, models: Models) -> None:
        self._models = models

    def start(self, work: Callable[[Models, T], R], value: T) -> Callable[[], R]:
        """The work itself, still to be done."""
        return lambda: work(self._models, value)


class Processes:
    """Other processes, each with models of its own."""

    def __init__(self, pool: ProcessPoolExecutor, count: int) -> None:
        self._pool = pool
        self.ahead = _AHEAD * count

    def start(self, work: Callable[[Models, T], R], value: T) -> Callable[[], R]:
        """A result that some process is working on."""
        return self._pool.submit(_work, work, value).result


@contextmanager
def open_workers(count: int, models: Models) -> Iterator[Workers]:
    """As many processes, or this one where one is enough.

    Errors: UsageError where one of them was ended from outside.
    """
    if count <= 1:
        yield Here(models)
        return
    with ProcessPoolExecutor(
        count, get_context("spawn"), _start_worker, (models.pipeline,)
    ) as pool:
        try:
            yield Processes(pool, count)
        except BrokenProcessPool as error:
            raise UsageError(
                f"one of {count} worker processes was killed, as systems do that run out of "
                "memory; give fewer with --workers"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def in_order(started: Iterable[Callable[[], R]], ahead: int) -> Iterator[R]:
    """The results in the order of the work, of which so many pieces more are started before."""
    waiting: deque[Callable[[], R]] = deque()
    for each in started:
        waiting.append(each)
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


def _start_worker(pipeline: str) -> None:
    """Make the models once a process; whoever interrupts the run interrupts its parent."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker_models.append(Models(pipeline))


def _end_with_parent() -> None:
    """A parent that is killed tells nobody; its workers would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Callable[[Models, T], R], value: T) -> R:
    return work(_worker_models[0], value)


def _or_none(load: Callable[[], T]) -> T | None:
    try:
        return load()
    except ModelError:
        return None
