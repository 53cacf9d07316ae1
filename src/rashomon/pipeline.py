"""The steps in their order, and how they run in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

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
from rashomon.stories import group_stories
from rashomon.text.encoder import Encoder, load_encoder
from rashomon.text.parse import DEFAULT_PIPELINE, Parser, load_parser

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Config:
    """What a run can be told.

    `pipeline` is the name of an installed spaCy pipeline; `one_story` takes all pages as one
    story.
    """

    pipeline: str = DEFAULT_PIPELINE
    one_story: bool = False


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
    pages: Iterable[Page | Article | Skip],
    config: Config = Config(),
    models: Models | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Report:
    """A dossier of each story that the pages tell, and every input that gave none.

    Order: stories by the number of their pages, the largest first; skips by subject.
    Errors: ModelError where the pipeline is not installed.
    """
    models = models or Models(config.pipeline)
    articles, skips = _extract_all(pages, models, progress)
    progress("lineage", 0, 1)
    lineages = find_lineages(articles)
    progress("stories", 0, 1)
    stories = group_stories(articles, lineages, config.one_story)
    readings, unread = _read_all(articles, models, progress)
    found = [
        _dossier(story, articles, readings, lineages, models)
        for story in _with_progress(stories, "compare", progress)
    ]
    found.sort(key=lambda dossier: (-dossier.counts.pages, dossier.id))
    skips = sorted(skips + unread, key=lambda skip: (skip.subject, skip.stage, skip.detail))
    return Report(tuple(found), tuple(skips))


def _extract_all(
    pages: Iterable[Page | Article | Skip], models: Models, progress: Progress
) -> tuple[list[Article], list[Skip]]:
    articles, skips = [], []
    for done, page in enumerate(pages):
        progress("extract", done, 0)
        result = extract(page, models.labeller) if isinstance(page, Page) else page
        if isinstance(result, Skip):
            skips.append(result)
        else:
            articles.append(result)
    return sorted(articles, key=lambda article: article.id), skips


def _read_all(
    articles: Sequence[Article], models: Models, progress: Progress
) -> tuple[dict[str, Reading], list[Skip]]:
    readings, skips = {}, []
    for article in _with_progress(articles, "claims", progress):
        result = read_article(article, models.parser)
        if isinstance(result, Skip):
            skips.append(result)
        else:
            readings[article.id] = result
    return readings, skips


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
