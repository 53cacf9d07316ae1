"""Many pages are worked on in pieces: that changes no candidate, no lineage and no story."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.collection import make_collection
from rashomon.corpus import candidates, judging, lineages, sifting, stories
from rashomon.corpus.between import FEATURES, KEYS, feature_row, key_row
from rashomon.corpus.candidates import find_candidates
from rashomon.corpus.plan import open_runner
from rashomon.corpus.steps import ALONE, APART, FEATURED, KEYED, PRINTS, TIES, Steps
from rashomon.corpus.store import Store
from rashomon.corpus.tables import TABLES, article_row, pickup_row, plain_row
from rashomon.corpus.texts import deal, read_texts
from rashomon.lineage import find_lineages, find_related, read_keys
from rashomon.lineage.related import tie
from rashomon.model.article import Article, Block, Label
from rashomon.model.edit import Edit, EditKind
from rashomon.read.options import Options
from rashomon.stories import apply_edits

PARTS = 3
BACKGROUND = (
    "The bridge over the Varn was closed when its second arch sank in the flood, and nobody has "
    "found the money to mend it since the county stopped its share of the toll."
)
NOTICE = (
    "All rights reserved by the houses of the Varn valley, whose pages may be read at home, lent "
    "to a neighbour and pinned to a wall, and may not be published anew by any machine."
)
# Daft leaves the files of its workers to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore:Exception ignored")


def with_end(article: Article, paragraph: str) -> Article:
    """The article with one paragraph more, that others have too though nobody copied anything."""
    text, start = f"{article.text}\n{paragraph}", len(article.text) + 1
    blocks = (*article.blocks, Block(start, len(text), Label.BODY))
    return replace(article, text=text, blocks=blocks)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Made articles over some weeks, some without a date, some under two names; some share a
    notice, and some of one outlet what it tells below everything."""
    found = []
    for number, made in enumerate(make_collection(150, seed=5)):
        report = int(made.article.id[1:8])
        day = f"2024-03-{1 + report * 7 % 25 + number % 2:02}" if report % 5 else None
        article = replace(made.article, published=day, headline=f"Report {report}")
        if number % 4 == 0:
            article = with_end(article, NOTICE)
        if number % 9 == 1:
            article = with_end(replace(article, outlet="Varn Post"), BACKGROUND)
        found.append(article)
    again = [replace(each, id=f"again-{each.id}", outlet="Else") for each in found[:20:2]]
    return [*found, *again, replace(found[0], id="z", text="", blocks=())]


@pytest.fixture
def steps(tmp_path: Path, articles: Sequence[Article]) -> Iterator[Steps]:
    """A run whose articles are read."""
    out = Store(str(tmp_path))
    for number in range(PARTS):
        part = sorted(articles[number::PARTS], key=lambda article: article.id)
        name, first = f"{number:05}.parquet", number << 32
        keys = (key_row(a.id, first + n, read_keys(a)) for n, a in enumerate(part))
        out.write_table(f"{KEYED}/{name}", KEYS, keys)
        seen = (feature_row(a, "2024-03-05T10:00:00Z" if "7" in a.id else None) for a in part)
        out.write_table(f"{FEATURED}/{name}", FEATURES, seen)
        alone = (plain_row(find_lineages([a]).lineages[0]) for a in part)
        out.write_table(f"{ALONE}/{name}", TABLES["lineages"], alone)
        out.write_table(f"articles/{name}", TABLES["articles"], map(article_row, part))
    with open_runner(None, 1):
        yield Steps(out, out, Options())


@pytest.mark.parametrize("rows", [500, 1_000_000])
def test_buckets_and_slices_change_no_candidate(
    steps: Steps, articles: Sequence[Article], monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    for name in ("_LEAST_ROWS", "_COUNTED_ROWS", "_SEEN_ROWS"):
        monkeypatch.setattr(candidates, name, rows)
    texts = read_texts(steps.out)
    groups = deal(texts, find_candidates(steps, texts, 2), 20)
    related = find_related({article.id: read_keys(article) for article in articles})
    alone = {each.ids[0] for each in related if len(each.ids) == 1}
    ids = steps.out.read_table(KEYED, ["id"])["id"].to_pylist()
    assert {
        id_ for id_, of in zip(ids, texts.text_of, strict=True) if groups.batch[of] < 0
    } == alone
    found: dict[int, set[str]] = {}
    for id_, of in zip(ids, texts.text_of, strict=True):
        found.setdefault(groups.group[of], set()).add(id_)
    for each in related:
        if len(each.ids) > 1:
            assert set(each.ids) in found.values()


def test_numbers_that_pairs_tie_together_have_one_root() -> None:
    rng = np.random.default_rng(3)
    left, right = rng.integers(0, 3_000, (2, 2_000))
    roots = tie(3_000, left, right)
    assert (roots[left] == roots[right]).all()
    assert (roots <= np.arange(3_000)).all()
    assert (roots[roots] == roots).all()
    assert tie(3, left[:0], right[:0]).tolist() == [0, 1, 2]
    known = {k: k for k in range(3_000)}  # the plainest way there is
    for _ in range(40):
        for k, m in zip(left.tolist(), right.tolist(), strict=True):
            known[k] = known[m] = min(known[k], known[m])
    assert roots.tolist() == list(known.values())


def list_of(row: dict[str, Any]) -> Any:
    """The row with lists for tuples, as a table has it."""
    return json.loads(json.dumps(row))


def in_table(steps: Steps, table: str) -> list[dict[str, Any]]:
    """The rows of all files."""
    files = steps.out.list_files(table)
    return [row for file in files for row in steps.out.read_rows(f"{table}/{file.name}")]


def test_sifting_parts_what_furniture_ties_and_changes_no_row(
    steps: Steps, articles: Sequence[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = find_lineages(articles)
    by_kind = Counter(pickup.kind.value for pickup in found.pickups)
    assert min(by_kind[kind] for kind in ("furniture", "verbatim", "excerpt")) > 2
    monkeypatch.setattr(lineages, "MOST_PAGES", 10)
    monkeypatch.setattr(sifting, "_PAIRS", 7)
    lineages.write_lineages(steps, (), 1, lambda *_: None)
    assert len(steps.out.list_files(TIES)) > 2
    assert len(in_table(steps, APART)) > 2
    assert in_table(steps, PRINTS)
    rows = sorted(in_table(steps, "pickups"), key=lambda row: (row["left"], row["right"]))
    assert rows == [list_of(pickup_row(pickup)) for pickup in found.pickups]
    rows = sorted(in_table(steps, "lineages"), key=lambda row: str(row["articles"][0]))
    assert rows == [list_of(plain_row(lineage)) for lineage in found.lineages]


EDITS = (
    Edit(EditKind.DETACH, ("r0000001-1",)),
    Edit(EditKind.MERGE, ("r0000000-0", "r0000002-0")),
    Edit(EditKind.SPLIT, ("r0000003-0", "no such page")),
    Edit(EditKind.MOVE, ("r0000004-0",), "r0000000-0"),
    Edit(EditKind.DETACH, ("z",)),
    Edit(EditKind.SPLIT, ("r0000005-0",)),
)


@pytest.mark.parametrize("edits", [(), EDITS])
def test_windows_and_edits_give_the_stories_of_one_process(
    steps: Steps,
    articles: Sequence[Article],
    monkeypatch: pytest.MonkeyPatch,
    edits: tuple[Edit, ...],
) -> None:
    monkeypatch.setattr(stories, "_READ_PAGES", 25)
    monkeypatch.setattr(judging, "ROUND_PAGES", 40)
    lost = lineages.write_lineages(steps, edits, 1, lambda *_: None)
    lost += stories.write_stories(steps, edits, 1, lambda *_: None)
    carried, told, unapplied = apply_edits(articles, find_lineages(articles), False, edits)
    assert sorted(each.subject for each in lost) == sorted(each.subject for each in unapplied)
    assert {each.detail for each in lost} == {each.detail for each in unapplied}
    assert bool(unapplied) == bool(edits)
    rows = sorted(in_table(steps, "lineages"), key=lambda row: str(row["articles"]))
    expected = sorted(map(plain_row, carried.lineages), key=lambda row: str(list(row["articles"])))
    assert [(row["id"], row["articles"]) for row in rows] == [
        (row["id"], list(row["articles"])) for row in expected
    ]
    assert len(in_table(steps, "pickups")) == len(carried.pickups)
    found = [(row["id"], row["title"], row["articles"]) for row in in_table(steps, "stories")]
    assert sorted(found, key=str) == sorted(
        ((each.id, each.title, list(each.articles)) for each in told), key=str
    )


def test_very_many_pages_without_a_date_are_grouped_some_at_once(
    steps: Steps, articles: Sequence[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "_READ_PAGES", 60)
    lineages.write_lineages(steps, (), 1, lambda *_: None)
    stories.write_stories(steps, (), 1, lambda *_: None, most_undated=10)
    pages = [page for row in in_table(steps, "stories") for page in row["articles"]]
    assert sorted(pages) == sorted(article.id for article in articles)
    dated = {article.id for article in articles if article.published}
    # A copy without a date comes on the day of its lineage, so that no lineage is parted by that.
    whole = {tuple(row["articles"]) for row in in_table(steps, "stories")}
    for row in in_table(steps, "lineages"):
        if dated.intersection(row["articles"]):
            assert any(set(row["articles"]) <= set(story) for story in whole)
