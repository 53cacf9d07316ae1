"""The steps that see all articles: what of them one process holds, and what the workers do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rashomon.corpus.plan import judge_batches
from rashomon.corpus.steps import ALONE, JUDGED, KEYED, SHARED, Steps
from rashomon.corpus.store import Store
from rashomon.corpus.tables import TABLES, plain_row, read_row
from rashomon.lineage import Keys, Related, find_related, join_lineages
from rashomon.model.article import Article
from rashomon.model.lineage import Lineage, Lineages
from rashomon.stories import group_stories

_BATCH = 500  # articles that are judged in one go, if they do not share text with more
_FILE_ROWS = 1_000_000
Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


def write_lineages(steps: Steps, workers: int, progress: Progress) -> None:
    """Write `pickups` and `lineages`: keys are compared here, texts where they are judged."""
    out = steps.out
    if out.list_files("lineages"):
        return
    batches = _batches(each for each in find_related(_read_keys(out)) if len(each.ids) > 1)
    there = {file.name for file in out.list_files(JUDGED)}
    left = {n: batch for n, batch in batches.items() if f"{n:05}.parquet" not in there}
    done = len(batches) - len(left)
    progress("lineage", done, len(batches))
    for _ in judge_batches(steps, left, workers):
        done += 1
        progress("lineage", done, len(batches))
    pickups = out.read_table(JUDGED) if batches else TABLES["pickups"].empty_table()
    _write(out, "pickups", pickups.sort_by([("left", "ascending"), ("right", "ascending")]))
    _write(out, "lineages", _join(out, batches))


def _read_keys(out: Store) -> dict[str, Keys]:
    keys = {}
    for file in out.list_files(KEYED):
        table = out.read_table(f"{KEYED}/{file.name}")
        columns = [table[name].to_pylist() for name in ("id", "told", "text", "words")]
        hashes = [
            (np.asarray(runs.values), np.asarray(telling.values))
            for runs, telling in zip(table["runs"], table["telling"], strict=True)
        ]
        for id_, told, text, words, (runs, telling) in zip(*columns, hashes, strict=True):
            keys[id_] = Keys(runs.astype(np.uint64), telling.astype(np.uint64), told, text, words)
    return keys


def _batches(related: Iterable[Related]) -> dict[int, list[Related]]:
    """Some hundred articles each, by a number that depends on the articles only."""
    batches: dict[int, list[Related]] = {}
    size = _BATCH
    for each in related:
        if size >= _BATCH:
            batches[len(batches)] = []
            size = 0
        batches[len(batches) - 1].append(each)
        size += len(each.ids)
    return batches


def _join(out: Store, batches: Mapping[int, list[Related]]) -> pa.Table:
    """All lineages, by their first article; an id that two of them have is made anew."""
    among = pa.array(
        [i for batch in batches.values() for each in batch for i in each.ids], "string"
    )
    alone = out.read_table(ALONE)
    alone = alone.filter(
        pc.invert(pc.is_in(pc.list_element(alone["articles"], 0), pa.array(among, "string")))
    )
    table = pa.concat_tables([alone, out.read_table(SHARED)]) if batches else alone
    first = pc.list_element(table["articles"], 0)
    table = table.take(pc.sort_indices(first))
    ids = table["id"].to_pylist()
    times = Counter(ids)
    if len(times) == len(ids):
        return table
    places = [place for place, id_ in enumerate(ids) if times[id_] > 1]
    firsts = [table["articles"][place][0].as_py() for place in places]
    same = [Lineage(ids[place], (id_,)) for place, id_ in zip(places, firsts, strict=True)]
    for place, lineage in zip(
        places, join_lineages([Lineages((), tuple(same))]).lineages, strict=True
    ):
        ids[place] = lineage.id
    return table.set_column(0, "id", pa.array(ids, "string"))


def write_stories(out: Store, progress: Progress) -> None:
    """Write `stories`."""
    if out.list_files("stories"):
        return
    progress("stories", 0, 1)
    lineages = Lineages(
        (),
        tuple(
            Lineage(row["id"], tuple(row["articles"]))
            for row in out.read_table("lineages", ["id", "articles"]).to_pylist()
        ),
    )
    rows = map(plain_row, group_stories(_read_articles(out), lineages))
    _write(out, "stories", pa.Table.from_pylist(list(rows), TABLES["stories"]))


def _read_articles(out: Store) -> list[Article]:
    """All articles without the evidence for their fields, which stories do not look at."""
    columns = [name for name in TABLES["articles"].names if name != "evidence"]
    return [
        read_row({**row, "evidence": ()})
        for file in out.list_files("articles")
        for row in out.read_rows(f"articles/{file.name}", columns)
    ]


def _write(out: Store, name: str, table: pa.Table) -> None:
    """Write a table into one file, or into several where there are many rows."""
    for number in range(max(1, -(-table.num_rows // _FILE_ROWS))):
        rows = table.slice(number * _FILE_ROWS, _FILE_ROWS)
        out.write_table(f"{name}/{number:05}.parquet", TABLES[name], rows)
