"""Corrections by hand in tables that no process holds: only what the edits name is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa
import pyarrow.compute as pc

from rashomon.corpus.steps import FEATURED, JUDGED, SHARED
from rashomon.corpus.store import Store
from rashomon.corpus.tables import TABLES, plain_row, read_pickup
from rashomon.model.article import Article
from rashomon.model.edit import Edit, EditKind
from rashomon.model.lineage import Lineage, Lineages
from rashomon.model.plain import from_dict
from rashomon.model.skip import Skip
from rashomon.stories.edits import edit_lineages


@dataclass(frozen=True)
class Detached:
    """What detachments change: the lineages anew by the file that they are in, the pages in
    these, the pairs that are none any more, and the edits that apply no more."""

    files: Mapping[str, Sequence[Lineage]] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    gone: frozenset[tuple[str, str]] = frozenset()
    skips: tuple[Skip, ...] = ()

    def lineages(self, name: str, table: pa.Table) -> pa.Table:
        """The lineages of a file, with those that were changed."""
        new = self.files.get(name.removeprefix(f"{SHARED}/"), ())
        if not new:
            return table
        rows = [row for row in table.to_pylist() if row["articles"][0] not in self.pages]
        rows += map(plain_row, new)
        rows.sort(key=lambda row: row["articles"][0])
        return pa.Table.from_pylist(rows, TABLES["lineages"])

    def pickups(self, table: pa.Table) -> pa.Table:
        """The pickups without those that are none any more."""
        pairs = zip(table["left"].to_pylist(), table["right"].to_pylist(), strict=True)
        return table.filter(pa.array([pair not in self.gone for pair in pairs], pa.bool_()))


def find_detached(
    out: Store, ids: Mapping[tuple[str, str], str], edits: Sequence[Edit]
) -> Detached:
    """What the detachments among the edits change; `ids` are new ones by id and first article."""
    names = {name for edit in edits if edit.edit is EditKind.DETACH for name in edit.pages}
    if not any(edit.edit is EditKind.DETACH for edit in edits):
        return Detached()
    known = find_named(out, names)
    held = find_carrying(out, SHARED, {article.id for article in known})
    file_of = {page: name for name, each in held.items() for row in each for page in row.articles}
    before = [read_pickup(row) for name in held for row in out.read_rows(f"{JUDGED}/{name}")]
    lineages = (each for file in held.values() for each in file)
    named = (replace(each, id=ids.get((each.id, each.articles[0]), each.id)) for each in lineages)
    whole = Lineages(tuple(before), tuple(named))
    edited, skips = edit_lineages(whole, known, edits)
    files: dict[str, list[Lineage]] = {name: [] for name in held}
    for lineage in edited.lineages:
        files[file_of[lineage.articles[0]]].append(lineage)
    pairs = ({(p.left, p.right) for p in each.pickups} for each in (whole, edited))
    return Detached(files, frozenset(file_of), frozenset(set.difference(*pairs)), skips)


def find_named(out: Store, names: Iterable[str]) -> list[Article]:
    """The pages that have one of these ids or content hashes: nothing of them but these."""
    wanted = pa.array(sorted(names), "string")
    found = []
    for file in out.list_files(FEATURED):
        table = out.read_table(f"{FEATURED}/{file.name}", ["id", "content_hash"])
        is_named = pc.or_(*(pc.is_in(table[name], wanted) for name in table.column_names))
        found += table.filter(is_named).to_pylist()
    return [Article(row["id"], row["content_hash"], "", ()) for row in found]


def find_carrying(out: Store, folder: str, pages: Iterable[str]) -> dict[str, list[Lineage]]:
    """By file, the lineages that one of the pages is in."""
    wanted = pa.array(sorted(pages), "string")
    found = {}
    for file in out.list_files(folder):
        lists = out.read_table(f"{folder}/{file.name}", ["articles"])["articles"].combine_chunks()
        rows = pc.list_parent_indices(lists).filter(pc.is_in(lists.flatten(), wanted)).unique()
        if len(rows):
            table = out.read_table(f"{folder}/{file.name}").take(rows)
            found[file.name] = [from_dict(Lineage, row) for row in table.to_pylist()]
    return found
