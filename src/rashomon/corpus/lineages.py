"""The tables of who copied whom: pairs and groups are numbers here, workers judge the texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rashomon.corpus.candidates import find_candidates, spread_printed
from rashomon.corpus.detached import find_detached
from rashomon.corpus.judging import judge, whole_groups
from rashomon.corpus.sifting import sift, write_apart
from rashomon.corpus.steps import ALONE, JUDGED, SHARED, Steps
from rashomon.corpus.store import WORK, Store
from rashomon.corpus.tables import TABLES
from rashomon.corpus.texts import deal, read_texts
from rashomon.lineage import join_lineages
from rashomon.lineage.words import Flags
from rashomon.model.edit import Edit
from rashomon.model.lineage import Lineage, Lineages
from rashomon.model.plain import from_dict, to_dict
from rashomon.model.skip import Skip

_BATCHES = 64  # as many as there are, while they are neither small nor large
_LEAST_PAGES, MOST_PAGES = 500, 5_000  # of a batch: its articles are held by one worker
_DONE = f"{WORK}/lineages.json"  # what could not be detached
Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


def batch_pages(pages: int) -> int:
    """How many pages are worked on in one go, by how many there are."""
    return min(MOST_PAGES, max(_LEAST_PAGES, pages // _BATCHES))


def write_lineages(
    steps: Steps, edits: Sequence[Edit], workers: int, progress: Progress
) -> list[Skip]:
    """Write `pickups` and `lineages`: first a file for each part, of what is alone, then one for
    each batch of what shares text. The detachments that apply no more."""
    out = steps.out
    done = out.read_bytes(_DONE)
    if done is None:
        texts = read_texts(out)
        spread_printed(steps, texts, workers)
        pairs = find_candidates(steps, texts, workers)
        pairs = sift(steps, texts, pairs, MOST_PAGES, workers, partial(progress, "sift"))
        groups = deal(texts, pairs, batch_pages(len(texts.text_of)))
        batches = whole_groups(pairs, groups)
        judge("judge", SHARED, steps, texts, batches, workers, partial(progress, "lineage"))
        write_apart(out, texts, groups.group, groups.count)
        skips = _finish(out, groups.batch[texts.text_of] < 0, edits)
        done = json.dumps(to_dict(tuple(skips))).encode()
        out.write_bytes(_DONE, done)
    return [from_dict(Skip, each) for each in json.loads(done)]


def _finish(out: Store, alone: Flags, edits: Sequence[Edit]) -> list[Skip]:
    """Write the files of both tables, each lineage with an id of its own."""
    parts = out.list_files(ALONE)
    shared = [file.name for file in out.list_files(SHARED)]
    own, at = [], 0
    for file in parts:
        rows = out.count_rows(f"{ALONE}/{file.name}")
        own.append(pa.array(alone[at : at + rows]))
        at += rows
    chosen = [(f"{ALONE}/{file.name}", rows) for file, rows in zip(parts, own, strict=True)]
    chosen += [(f"{SHARED}/{name}", None) for name in shared]
    ids = _new_ids(out, chosen)
    detached = find_detached(out, ids, edits)
    for number, (name, rows) in enumerate(chosen):
        table = detached.lineages(name, _renamed(_rows(out, name, rows), ids))
        out.write_table(f"lineages/{number:05}.parquet", TABLES["lineages"], table)
    there = {file.name for file in out.list_files("pickups")}
    for name in shared:
        if name in detached.files:
            table = detached.pickups(out.read_table(f"{JUDGED}/{name}"))
            out.write_table(f"pickups/{name}", TABLES["pickups"], table)
        elif name not in there:
            out.move(f"{JUDGED}/{name}", f"pickups/{name}")
    if not out.list_files("pickups"):
        out.write_table("pickups/00000.parquet", TABLES["pickups"], [])
    return list(detached.skips)


def _rows(
    out: Store, name: str, chosen: pa.Array | None, columns: list[str] | None = None
) -> pa.Table:
    table = out.read_table(name, columns)
    return table if chosen is None else table.filter(chosen)


def _new_ids(
    out: Store, files: Sequence[tuple[str, pa.Array | None]]
) -> dict[tuple[str, str], str]:
    """By id and first article, another id for all but the first lineage with one id."""
    read = [_rows(out, *file, ["id"])["id"].to_pylist() for file in files]
    ids = np.sort(np.concatenate([np.array(each, dtype="S") for each in read]))
    again = pa.array(np.unique(ids[1:][ids[1:] == ids[:-1]]).astype(str), "string")
    if not len(again):
        return {}
    same = []
    for file in files:
        table = _rows(out, *file, ["id", "articles"])
        rows = table.filter(pc.is_in(table["id"], again)).to_pylist()
        same += [Lineage(row["id"], (row["articles"][0],)) for row in rows]
    same.sort(key=lambda lineage: lineage.articles)
    joined = join_lineages([Lineages((), tuple(same))]).lineages
    pairs = zip(same, joined, strict=True)
    return {(each.id, each.articles[0]): new.id for each, new in pairs}


def _renamed(table: pa.Table, ids: Mapping[tuple[str, str], str]) -> pa.Table:
    if not ids:
        return table
    firsts = pc.list_element(table["articles"], 0).to_pylist()
    new = [ids.get(pair, pair[0]) for pair in zip(table["id"].to_pylist(), firsts, strict=True)]
    return table.set_column(0, "id", pa.array(new, "string"))
