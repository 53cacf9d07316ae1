"""The table of stories: grouped here window after window, described by the workers.

Only open stories are held, and the pages of some days; a closed story is written at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import daft
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from daft import col, lit

from rashomon.corpus.between import GROUPED, grouped_row, read_features
from rashomon.corpus.detached import find_carrying, find_named
from rashomon.corpus.judging import ROUND_PAGES
from rashomon.corpus.lineages import Progress, batch_pages
from rashomon.corpus.plan import describe_batches
from rashomon.corpus.steps import FEATURED, GROUPED_IN, Steps
from rashomon.corpus.store import WORK, Store
from rashomon.corpus.tables import TABLES
from rashomon.model.edit import Edit, EditKind
from rashomon.model.lineage import Lineages
from rashomon.model.plain import from_dict, to_dict
from rashomon.model.skip import Skip
from rashomon.stories.edits import edit_stories
from rashomon.stories.ids import Named
from rashomon.stories.online import Arrival, Stories, advance

MOST_UNDATED = 50_000  # pages that are near to any other, which are held to the end
_READ_PAGES = 5_000  # whose features are read at once, or one day
_DAYS = ("day", "told", "seen")  # of a page, of its lineage, of its capture
_DONE = f"{WORK}/stories.json"  # the edits that apply no more


def write_stories(
    steps: Steps,
    edits: Sequence[Edit],
    workers: int,
    progress: Progress,
    most_undated: int = MOST_UNDATED,
) -> list[Skip]:
    """Write `stories`; the edits that apply no more."""
    out = steps.out
    done = out.read_bytes(_DONE)
    if done is None:
        out.remove(GROUPED_IN)
        count = sum(out.count_rows(f"{FEATURED}/{f.name}") for f in out.list_files(FEATURED))
        skips: list[Skip] = []
        named = _group(_Pages(out, most_undated), progress)
        _write_groups(out, _edited(out, edits, named, skips), batch_pages(count))
        done = json.dumps(to_dict(tuple(skips))).encode()
        out.write_bytes(_DONE, done)
    _describe(steps, workers, progress)
    return [from_dict(Skip, each) for each in json.loads(done)]


@dataclass(frozen=True)
class _Window:
    """Pages that are read at once: from one day to another, or those of some files that have
    none; these stay by themselves where there are too many to be held."""

    files: tuple[str, ...]
    first: int | None = None
    last: int | None = None
    by_themselves: bool = False


@dataclass(frozen=True)
class _Pages:
    """All pages with their features, as they are taken day by day.

    Where very many pages have no date, each takes the first day of its lineage or that of its
    capture; others are grouped among themselves, some at once, in the order of the input.
    """

    out: Store
    most_undated: int

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Where the features are."""
        return tuple(self.out.paths(FEATURED))

    @cached_property
    def too_many_undated(self) -> bool:
        """Whether the pages without a date are too many to be held to the end."""
        files = self.out.list_files(FEATURED)
        days = (self.out.read_table(f"{FEATURED}/{file.name}", ["day"]) for file in files)
        return bool(sum(table["day"].null_count for table in days) > self.most_undated)

    def windows(self) -> Iterator[_Window]:
        """What is read at once, in order."""
        table = self._read(self.files).groupby("window").agg(col("id").count().alias("pages"))
        counts = {row["window"]: row["pages"] for row in table.iter_rows()}
        undated = counts.pop(None, 0)
        pages: dict[int, int] = counts
        if self.too_many_undated:
            yield from self._lots()
        elif undated:
            yield _Window(self.files)
        days = [(day, day, pages[day]) for day in sorted(pages)]
        for first, last in _together(days):
            yield _Window(self.files, first, last)

    def _lots(self) -> Iterator[_Window]:
        sizes = [self.out.count_rows(f"{FEATURED}/{f.name}") for f in self.out.list_files(FEATURED)]
        for first, last in _together([(k, k, size) for k, size in enumerate(sizes)]):
            yield _Window(self.files[first : last + 1], by_themselves=True)

    def rows(self, window: _Window) -> pa.Table:
        """The pages of a window, by day and id, with the lineage that each shares."""
        taken = col("window")
        chosen = taken.is_null()
        if window.first is not None and window.last is not None:
            chosen = taken.between(window.first, window.last)
        table = self._read(window.files).where(chosen).to_arrow()
        return table.sort_by([("window", "ascending"), ("id", "ascending")])

    def _read(self, files: Sequence[str]) -> daft.DataFrame:
        """The features with the day that a page is taken on, and its lineage if it shares one."""
        features = daft.read_parquet(list(files))
        lineages = daft.read_parquet(self.out.paths("lineages"))
        shared = lineages.where(col("articles").list_count() > lit(1))
        members = shared.select(col("id").alias("lineage"), col("articles").alias("id"))
        members = members.explode("id")
        if not self.too_many_undated:
            taken = features.with_column("window", col("day"))
            return taken.join(members, on="id", how="left")
        days = daft.read_parquet(list(self.files)).select("id", "day")
        firsts = members.join(days, on="id").groupby("lineage").agg(col("day").min().alias("told"))
        known = features.join(members.join(firsts, on="lineage"), on="id", how="left")
        return known.with_column("window", daft.functions.coalesce(*map(col, _DAYS)))


def _together(pieces: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The first and the last number of pieces with so many pages as are read at once."""
    held: list[tuple[int, int, int]] = []
    for piece in pieces:
        if held and sum(pages for _, _, pages in (*held, piece)) > _READ_PAGES:
            yield held[0][0], held[-1][1]
            held = []
        held.append(piece)
    if held:
        yield held[0][0], held[-1][1]


def _group(pages: _Pages, progress: Progress) -> Iterator[Named]:
    """The stories as `group_stories` has them, in the order in which they close."""
    windows = list(pages.windows())
    stories = Stories()
    firsts: dict[str, str] = {}  # by lineage the page that came first
    for number, window in enumerate(windows):
        progress("stories", number, len(windows))
        for today, arrivals in _by_day(pages.rows(window), firsts):
            step = advance(stories, arrivals, today)
            stories = step.stories
            yield from step.closed
        if window.by_themselves:
            yield from (stories.stories[id_] for id_ in sorted(stories.stories))
            stories = Stories()
    progress("stories", len(windows), len(windows))
    yield from (stories.stories[id_] for id_ in sorted(stories.stories))


def _by_day(rows: pa.Table, firsts: dict[str, str]) -> Iterator[tuple[int | None, list[Arrival]]]:
    """The arrivals of each day; `firsts` learns the pages that come first of their lineage."""
    for day in rows["window"].unique().to_pylist():
        chosen = rows if day is None else rows.filter(pc.equal(rows["window"], day))
        yield day, [_arrival(row, firsts) for row in chosen.to_pylist()]


def _arrival(row: dict[str, Any], firsts: dict[str, str]) -> Arrival:
    id_, lineage = row["id"], row["lineage"]
    first = firsts.setdefault(lineage, id_) if lineage is not None else id_
    copies = (first,) if first != id_ else ()
    return Arrival(id_, row["content_hash"] or id_, read_features(row), copies)


def _edited(
    out: Store, edits: Sequence[Edit], named: Iterable[Named], skips: list[Skip]
) -> Iterator[Named]:
    """The stories as the edits make them: only those that an edit touches are held. `skips` gets
    the edits that apply no more."""
    edits_of = [edit for edit in edits if edit.edit is not EditKind.DETACH]
    if not edits_of:
        yield from named
        return
    names = {name for edit in edits_of for name in (*edit.pages, edit.to) if name}
    pages = {article.id for article in find_named(out, names)}
    carrying = [each for file in find_carrying(out, "lineages", pages).values() for each in file]
    pages |= {page for lineage in carrying for page in lineage.articles}
    held = []
    for story in named:
        if pages.intersection(story.pages) or names.intersection((story.id, *story.aliases)):
            held.append(story)
        else:
            yield story
    asked = names | pages | {page for story in held for page in story.pages}
    held.sort(key=lambda story: story.pages)
    edited, lost = edit_stories(held, Lineages((), tuple(carrying)), find_named(out, asked), edits)
    skips += lost
    yield from edited


def _write_groups(out: Store, named: Iterable[Named], size: int) -> None:
    """Write the stories into files of so many pages, or of one story that has more."""
    held: list[Named] = []
    files = pages = 0
    for story in named:
        if held and pages + len(story.pages) > size:
            _write_group(out, files, held)
            held, pages, files = [], 0, files + 1
        held.append(story)
        pages += len(story.pages)
    _write_group(out, files, held)


def _write_group(out: Store, number: int, named: Sequence[Named]) -> None:
    out.write_table(f"{GROUPED_IN}/{number:05}.parquet", GROUPED, map(grouped_row, named))


def _describe(steps: Steps, workers: int, progress: Progress) -> None:
    """Have the files of groups described that have no stories yet, some at once."""
    out = steps.out
    there = {file.name for file in out.list_files("stories")}
    files = [file.name for file in out.list_files(GROUPED_IN)]
    left = [name for name in files if name not in there]
    done = len(files) - len(left)
    for pages in _rounds(out, left, ROUND_PAGES * workers):
        for _ in describe_batches(steps, pages, workers):
            done += 1
            progress("describe", done, len(files))


def _rounds(out: Store, names: Sequence[str], most: int) -> Iterator[pa.Table]:
    """The pages of some files at once, each with the number of its file."""
    held: list[pa.Table] = []
    for name in names:
        lists = out.read_table(f"{GROUPED_IN}/{name}", ["pages"])["pages"].combine_chunks()
        ids = lists.flatten()
        number = pa.array(np.full(len(ids), int(Path(name).stem)))
        if not len(ids):
            out.write_table(f"stories/{name}", TABLES["stories"], [])
        elif held and sum(map(len, held)) + len(ids) > most:
            yield pa.concat_tables(held)
            held = []
        held.append(pa.table({"id": ids, "batch": number}))
    if sum(map(len, held)):
        yield pa.concat_tables(held)
