"""Where the work of a run is done: in this process, or in several that have their own models."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cached_property
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread
from typing import NoReturn, Protocol, TypeVar

from rashomon.claims import Tagger, load_tagger
from rashomon.errors import ModelError, UsageError
from rashomon.extract import Explanation, Labeller, explain, extract, load_labeller
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.text.encoder import Encoder, load_encoder
from rashomon.text.parse import DEFAULT_PIPELINE, Parser, load_parser

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4  # pieces of work begun for each process: enough to keep all busy, and no more kept
# Of the processor: the largest pages that may be take 15, so no page that can be read is
# lost on a slow machine.
PAGE_S = 60.0
_worker_models: list[Models] = []  # of a worker process, which has nothing else


class Models:
    """The models of a run, each loaded when it is first needed.

    The labeller, the encoder and the tagger are None where their weights were removed: plainer
    rules take their place.
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
    def tagger(self) -> Tagger | None:
        """The tagger of attributions."""
        return _or_none(load_tagger)

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


class OutOfTimeError(BaseException):
    """A page has taken too long; no `except Exception` on the way may keep it."""


def extract_in_time(
    page: Page, labeller: Labeller | None, limit_s: float = PAGE_S
) -> Article | Skip:
    """The page's article, or the Skip of a page that keeps a parser busy without end.

    Units: seconds of this process's own processor time, which other programs do not change. Only
    a main thread can be interrupted, and not on Windows; elsewhere the sizes alone are limited.
    """
    return _in_time(extract, page, labeller, limit_s)


def explain_in_time(
    page: Page, labeller: Labeller | None, limit_s: float = PAGE_S
) -> Explanation | Skip:
    """What became of the page and why, or the Skip that `extract_in_time` gives."""
    return _in_time(explain, page, labeller, limit_s)


def _in_time(
    work: Callable[[Page, Labeller | None], R],
    page: Page,
    labeller: Labeller | None,
    limit_s: float,
) -> R | Skip:
    if current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        return work(page, labeller)
    before = signal.signal(signal.SIGVTALRM, _out_of_time)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, limit_s, limit_s)
        return work(page, labeller)
    except OutOfTimeError:
        detail = f"more than {limit_s:g} s of processor time"
        return Skip(page.id, Stage.EXTRACT, Cause.TIMEOUT, detail)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _out_of_time(number: int, frame: object) -> NoReturn:
    raise OutOfTimeError


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)
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
