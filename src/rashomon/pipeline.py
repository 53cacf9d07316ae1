"""The steps in their order, and how they run in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import TypeAlias, TypeVar

from rashomon.claims import read_article
from rashomon.compare import compare_story
from rashomon.dossier import build_dossier
from rashomon.errors import ModelError
from rashomon.extract import Labeller, extract, load_labeller
from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.model.dossier import Dossier, Report
from rashomon.model.lineage import Lineages
from rashomon.model.page import Page
from rashomon.model.reading import Reading
from rashomon.model.skip import Skip
from rashomon.model.story import Story
from rashomon.read import Input
from rashomon.stories import group_stories
from rashomon.text.encoder import Encoder, load_encoder
from rashomon.text.parse import DEFAULT_PIPELINE, Parser, load_parser

T = TypeVar("T")
Found: TypeAlias = Article | Reading | Skip
FEW_PAGES = 24  # from as many pages on, loading the models once more pays
_worker_models: list[Models] = []  # of a worker process, which has nothing else
Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Config:
    """What a run can be told.

    `pipeline` is the name of an installed spaCy pipeline; `one_story` takes all pages as one
    story. With more than one of `workers`, many pages are read by as many processes; the
    result is the same.
    """

    pipeline: str = DEFAULT_PIPELINE
    one_story: bool = False
    workers: int = 1


class Models:
    """The models of a run, each loaded when it is first needed.

    The labeller and the encoder are None where their weights were removed: plainer rules
    take their place.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline

    @cached_property
    def parser(self) -> Parser:
        """The English parser."""
        return load_parser(self._pipeline)

    @cached_property
    def encoder(self) -> Encoder | None:
        """The sentence encoder."""
        return _or_none(load_encoder)

    @cached_property
    def labeller(self) -> Labeller | None:
        """The labeller of a dump's lines."""
        return _or_none(load_labeller)


def dossiers(
    pages: Iterable[Input],
    config: Config = Config(),
    models: Models | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Report:
    """A dossier of each story that the pages tell, and every input that gave none.

    Order: stories by the number of their pages, the largest first; skips by subject.
    Errors: ModelError where the pipeline is not installed.
    """
    models = models or Models(config.pipeline)
    articles: list[Article] = []
    readings: dict[str, Reading] = {}
    skips: list[Skip] = []
    for done, found in enumerate(_read_all(pages, config, models), 1):
        progress("read", done, 0)
        for value in found:
            if isinstance(value, Skip):
                skips.append(value)
            elif isinstance(value, Reading):
                readings[value.id] = value
            else:
                articles.append(value)
    articles.sort(key=lambda article: article.id)
    progress("lineage", 0, 1)
    lineages = find_lineages(articles)
    progress("stories", 0, 1)
    stories = group_stories(articles, lineages, config.one_story)
    written = [
        _dossier(story, articles, readings, lineages, models)
        for story in _with_progress(stories, "compare", progress)
    ]
    written.sort(key=lambda dossier: (-dossier.counts.pages, dossier.id))
    skips.sort(key=lambda skip: (skip.subject, skip.stage, skip.detail))
    return Report(tuple(written), tuple(skips))


def _read_all(
    pages: Iterable[Input], config: Config, models: Models
) -> Iterator[tuple[Found, ...]]:
    """What each page gives by itself, in the order of the pages."""
    waiting = iter(pages)
    first = list(islice(waiting, FEW_PAGES))
    if config.workers <= 1 or len(first) < FEW_PAGES:
        yield from (_read_one(page, models) for page in chain(first, waiting))
        return
    with ProcessPoolExecutor(
        config.workers, get_context("spawn"), _start_worker, (config.pipeline,)
    ) as pool:
        yield from pool.map(_read_in_worker, chain(first, waiting), chunksize=4)


def _read_one(page: Input, models: Models) -> tuple[Found, ...]:
    """An article and what it says, or why there is no such thing."""
    article = extract(page, models.labeller) if isinstance(page, Page) else page
    if isinstance(article, Skip):
        return (article,)
    return article, read_article(article, models.parser)


def _start_worker(pipeline: str) -> None:
    """Make the models once a process; whoever interrupts the run interrupts its parent."""
    signal(SIGINT, SIG_IGN)
    _worker_models.append(Models(pipeline))


def _read_in_worker(page: Input) -> tuple[Found, ...]:
    return _read_one(page, _worker_models[0])


def _dossier(
    story: Story,
    articles: Sequence[Article],
    readings: dict[str, Reading],
    lineages: Lineages,
    models: Models,
) -> Dossier:
    own = set(story.articles)
    pages = [article for article in articles if article.id in own]
    carried = [lineage for lineage in lineages.lineages if own.intersection(lineage.articles)]
    pickups = [pickup for pickup in lineages.pickups if pickup.left in own and pickup.right in own]
    compared = compare_story(pages, readings, carried, pickups, models.encoder)
    return build_dossier(story, pages, lineages, readings, compared)


def _with_progress(items: Sequence[T], step: str, progress: Progress) -> Iterator[T]:
    for done, item in enumerate(items):
        progress(step, done, len(items))
        yield item
    progress(step, len(items), len(items))


def _or_none(load: Callable[[], T]) -> T | None:
    try:
        return load()
    except ModelError:
        return None
