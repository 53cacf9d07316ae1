"""The steps in their order: pages in, dossiers out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from rashomon.claims import find_unread, read_article
from rashomon.compare import compare_story
from rashomon.dossier import build_dossier
from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.model.dossier import Dossier, Report
from rashomon.model.edit import Edit
from rashomon.model.lineage import Lineage, Lineages, Pickup
from rashomon.model.page import Page
from rashomon.model.reading import Reading
from rashomon.model.skip import Skip
from rashomon.model.story import Story
from rashomon.read import Input
from rashomon.stories import apply_edits
from rashomon.text.parse import DEFAULT_PIPELINE
from rashomon.workers import Models, Workers, extract_in_time, in_order, open_workers

FEW_PAGES = 24  # from as many pages on, loading the models once more pays
LARGE_STORY = 32  # pages, from which on several processes read one story
Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Config:
    """What a run can be told.

    `pipeline` is the name of an installed spaCy pipeline; `one_story` takes all pages as one
    story. With more than one of `workers`, many pages are read by as many processes; the
    result is the same. `edits` are corrections by hand of stories and lineages.
    """

    pipeline: str = DEFAULT_PIPELINE
    one_story: bool = False
    workers: int = 1
    edits: tuple[Edit, ...] = ()


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
    stories: list[Dossier] = []
    skipped: list[Skip] = []
    for found in stream_dossiers(pages, config, models, progress):
        if isinstance(found, Skip):
            skipped.append(found)
        else:
            stories.append(found)
    return Report(tuple(stories), tuple(skipped))


def stream_dossiers(
    pages: Iterable[Input],
    config: Config = Config(),
    models: Models | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Iterator[Skip | Dossier]:
    """Every input that gave nothing, then the dossiers one by one, as `dossiers` orders them.

    Articles and lineages are kept for the whole run; what was read out of a story's pages goes
    with its dossier.
    """
    waiting = iter(pages)
    first = list(islice(waiting, FEW_PAGES))
    count = config.workers if len(first) == FEW_PAGES else 1
    with open_workers(count, models or Models(config.pipeline)) as workers:
        articles: list[Article] = []
        skips: list[Skip] = []
        started = (workers.start(_extract, page) for page in chain(first, waiting))
        for done, found in enumerate(in_order(started, workers.ahead), 1):
            progress("read", done, 0)
            articles += (value for value in found if isinstance(value, Article))
            skips += (value for value in found if isinstance(value, Skip))
        yield from sorted(skips, key=lambda skip: (skip.subject, skip.stage, skip.detail))
        articles.sort(key=lambda article: article.id)
        progress("lineage", 0, 1)
        lineages = find_lineages(articles)
        progress("stories", 0, 1)
        lineages, stories, unapplied = apply_edits(
            articles, lineages, config.one_story, config.edits
        )
        yield from unapplied
        yield from _build_all(_pile(stories, articles, lineages), workers, progress)


class Pile(NamedTuple):
    """A story with all that belongs to it."""

    story: Story
    articles: tuple[Article, ...]
    lineages: Lineages


def _extract(models: Models, page: Input) -> tuple[Article | Skip, ...]:
    """An article, with the Skip that says it cannot be read further; or why there is none."""
    found = extract_in_time(page, models.labeller) if isinstance(page, Page) else page
    if isinstance(found, Skip):
        return (found,)
    unread = find_unread(found, models.parser)
    return (found, unread) if unread else (found,)


def _pile(stories: Sequence[Story], articles: Sequence[Article], lineages: Lineages) -> list[Pile]:
    """Each story with what is its own, the largest first."""
    by_id = {article.id: article for article in articles}
    story_of = {id_: story.id for story in stories for id_ in story.articles}
    carried: dict[str, dict[str, Lineage]] = defaultdict(dict)
    for lineage in lineages.lineages:
        for id_ in lineage.articles:
            carried[story_of[id_]][lineage.id] = lineage
    pickups: dict[str, list[Pickup]] = defaultdict(list)
    for pickup in lineages.pickups:
        if story_of[pickup.left] == story_of[pickup.right]:
            pickups[story_of[pickup.left]].append(pickup)
    piles = [
        Pile(
            story,
            tuple(by_id[id_] for id_ in sorted(story.articles)),
            Lineages(tuple(pickups[story.id]), tuple(carried[story.id].values())),
        )
        for story in stories
    ]
    return sorted(piles, key=lambda pile: (-len(pile.articles), pile.story.id))


def _build_all(piles: list[Pile], workers: Workers, progress: Progress) -> Iterator[Dossier]:
    """A dossier of each pile: of a small one in one piece, of a large one page by page first."""
    pages = sum(len(pile.articles) for pile in piles)
    done = 0
    progress("compare", 0, pages)
    started = (_start_build(pile, workers, progress) for pile in piles)
    for dossier in in_order(started, workers.ahead):
        yield dossier
        done += len(dossier.pages)
        progress("compare", done, pages)


def _start_build(pile: Pile, workers: Workers, progress: Progress) -> Callable[[], Dossier]:
    if len(pile.articles) < LARGE_STORY:
        return workers.start(_read_and_build, pile)
    started = (workers.start(_read, article) for article in pile.articles)
    readings = []
    for reading in in_order(started, workers.ahead):
        readings.append(reading)
        progress("claims", len(readings), len(pile.articles))
    return workers.start(_build, (pile, readings))


def _read_and_build(models: Models, pile: Pile) -> Dossier:
    return _build(models, (pile, [_read(models, article) for article in pile.articles]))


def _read(models: Models, article: Article) -> Reading | Skip:
    return read_article(article, models.parser, models.tagger)


def _build(models: Models, read: tuple[Pile, Sequence[Reading | Skip]]) -> Dossier:
    pile, found = read
    story, articles, lineages = pile
    readings = {each.id: each for each in found if isinstance(each, Reading)}
    compared = compare_story(
        articles, readings, lineages.lineages, lineages.pickups, models.encoder
    )
    return build_dossier(story, articles, lineages, readings, compared)
