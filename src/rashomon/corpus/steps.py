"""What one worker does with one part: pages to articles, and articles to the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from rashomon.claims import read_article
from rashomon.corpus.between import (
    EXTRACTED,
    FEATURES,
    KEYS,
    LOOSE,
    PAIRS,
    PRINTED,
    TIED,
    feature_row,
    key_row,
    read_features,
    read_grouped,
)
from rashomon.corpus.parts import Part
from rashomon.corpus.reading import read_part
from rashomon.corpus.store import WORK, Store
from rashomon.corpus.tables import (
    TABLES,
    Row,
    article_row,
    claim_row,
    page_row,
    pickup_row,
    plain_row,
    read_row,
    skip_rows,
)
from rashomon.lineage import Related, judge_related, read_keys, sift_related
from rashomon.lineage.candidates import count_pairs
from rashomon.lineage.pairs import HUBS
from rashomon.lineage.printed import find_printed
from rashomon.lineage.related import relate
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.options import Options
from rashomon.stories.group import describe_story
from rashomon.text.parse import DEFAULT_PIPELINE
from rashomon.workers import Models, extract_in_time

READ, SKIPPED = f"{WORK}/extracted", f"{WORK}/skipped"
KEYED, FEATURED, ALONE = f"{WORK}/keys", f"{WORK}/features", f"{WORK}/alone"
PAIRED = f"{WORK}/pairs"  # a folder for each kind of key
PRINTS = f"{WORK}/printed"
TIES, APART = f"{WORK}/ties", f"{WORK}/apart"
JUDGED, SHARED = f"{WORK}/pickups", f"{WORK}/lineages"
GROUPED_IN = f"{WORK}/grouped"
_PART_PAGES = 1 << 32  # more than a part has rows

Taken: TypeAlias = Mapping[int, str | None]
"""By their number, the rows whose id another row has: with a new id, or None where none can be."""


@dataclass(frozen=True)
class Steps:
    """The steps that see one page at a time, over one part."""

    given: Store
    out: Store
    options: Options
    pipeline: str = DEFAULT_PIPELINE

    def extract(self, models: Models, part: Part) -> None:
        """Write the articles of the part, and what gave none."""
        skips: list[Skip] = []
        rows = self._extracted(models, part, skips)
        held = [{**row, "row": place} for place, row in enumerate(rows)]
        self.out.write_table(f"{SKIPPED}/{part.file}", TABLES["skips"], skip_rows(skips))
        self.out.write_table(f"{READ}/{part.file}", EXTRACTED, held)  # last: now the part is done

    def _extracted(self, models: Models, part: Part, skips: list[Skip]) -> Iterator[Row]:
        for source, input_ in read_part(self.given, part, self.options):
            found = extract_in_time(input_, models.labeller) if isinstance(input_, Page) else input_
            if isinstance(found, Skip):
                skips.append(found)
            elif not isinstance(input_, Skip):
                page = page_row(input_, source)
                yield {
                    "id": found.id,
                    "part": part.number,
                    "page": page,
                    "article": article_row(found),
                }

    def find_claims(self, models: Models, part: Part, taken: Taken) -> None:
        """Write the part's rows of `pages`, `articles`, `claims` and `skips`, by id."""
        rows, skips = self._own(part, taken)
        self.out.write_table(
            f"claims/{part.file}", TABLES["claims"], self._claims(models, rows, skips)
        )
        self.out.write_table(f"skips/{part.file}", TABLES["skips"], skip_rows(skips))
        pages = (row["page"] for row in rows)
        self.out.write_table(f"pages/{part.file}", TABLES["pages"], pages)
        articles = [read_row(row["article"]) for row in rows]
        keys = [read_keys(article) for article in articles]
        first = part.number * _PART_PAGES
        self.out.write_table(
            f"{KEYED}/{part.file}",
            KEYS,
            (
                key_row(a.id, first + n, k)
                for n, (a, k) in enumerate(zip(articles, keys, strict=True))
            ),
        )
        features = (
            feature_row(a, row["page"]["captured"]) for a, row in zip(articles, rows, strict=True)
        )
        self.out.write_table(f"{FEATURED}/{part.file}", FEATURES, features)
        alone = (_alone(article, k.words) for article, k in zip(articles, keys, strict=True))
        self.out.write_table(f"{ALONE}/{part.file}", TABLES["lineages"], alone)
        self.out.write_table(
            f"articles/{part.file}", TABLES["articles"], map(article_row, articles)
        )

    def pair(self, kind: str, bucket: int, rows: pa.StructArray) -> None:
        """Write which texts share things of one bucket, from who owns these."""
        things, digests, words, outlets = (
            rows.field(name).to_numpy(zero_copy_only=False)
            for name in ("thing", "text", "words", "outlet")
        )
        texts, first, at = np.unique(digests, return_index=True, return_inverse=True)
        order = np.lexsort((texts, words[first]))
        ranks = np.argsort(order)
        known, numbers = np.unique(outlets[first][order], return_inverse=True)
        numbers = np.where(known[numbers] == 0, -1, numbers)
        owners = ranks[at]
        along = np.argsort(owners, kind="stable")
        texts = texts[order]
        pairs, shared = count_pairs(things[along], owners[along], texts, numbers)
        left, right = np.divmod(pairs, max(1, len(texts)))
        table = pa.table([texts[left], texts[right], shared], schema=PAIRS).sort_by("left")
        self.out.write_table(f"{PAIRED}/{kind}/{bucket:05}.parquet", PAIRS, table)

    def count_paragraphs(self, bucket: int, rows: pa.StructArray) -> None:
        """Write what the outlets of one bucket print on many pages, from all their pages."""
        paragraphs, lengths = (rows.field(name) for name in ("paragraphs", "lengths"))
        pages = np.repeat(np.arange(len(rows)), paragraphs.value_lengths().to_numpy())
        found = find_printed(paragraphs.flatten().to_numpy(), lengths.flatten().to_numpy(), pages)
        table = pa.table([found], schema=PRINTED)
        self.out.write_table(f"{PRINTS}/{bucket:05}.parquet", PRINTED, table)

    def sift(self, number: int, pages: Sequence[Row], pairs: Sequence[Row]) -> None:
        """Write which of the pairs tie texts together, and the pickups of those that do not."""
        by_id = {row["article"]["id"]: read_row(row["article"]) for row in pages}
        text_of = {row["article"]["id"]: row["text"] for row in pages}
        tied, loose = set(), []
        for related in self._relate(pages, pairs, HUBS):
            found, apart = sift_related(related, by_id)
            tied |= {(text_of[left], text_of[right]) for left, right in found}
            loose += [
                {"left_text": text_of[p.left], "right_text": text_of[p.right], **pickup_row(p)}
                for p in apart
            ]
        loose.sort(key=lambda row: (row["left"], row["right"]))
        name = f"{number:05}.parquet"
        self.out.write_table(f"{APART}/{name}", LOOSE, loose)
        ties = ({"left": left, "right": right} for left, right in sorted(tied) if left != right)
        self.out.write_table(f"{TIES}/{name}", TIED, ties)  # last

    def judge(self, number: int, pages: Sequence[Row], pairs: Sequence[Row]) -> None:
        """Write the pickups and lineages of some articles that share text with no others."""
        by_id = {row["article"]["id"]: read_row(row["article"]) for row in pages}
        found = [judge_related(each, by_id) for each in self._relate(pages, pairs)]
        lineages = [plain_row(lineage) for each in found for lineage in each.lineages]
        pickups = [pickup_row(pickup) for each in found for pickup in each.pickups]
        lineages.sort(key=lambda row: row["articles"][0])
        pickups.sort(key=lambda row: (row["left"], row["right"]))
        name = f"{number:05}.parquet"
        self.out.write_table(f"{JUDGED}/{name}", TABLES["pickups"], pickups)
        self.out.write_table(f"{SHARED}/{name}", TABLES["lineages"], lineages)  # last

    def describe(self, number: int, pages: Sequence[Row]) -> None:
        """Write the stories of one file of groups, from their articles and features."""
        name = f"{number:05}.parquet"
        named = [read_grouped(row) for row in self.out.read_rows(f"{GROUPED_IN}/{name}")]
        by_id = {row["article"]["id"]: read_row(row["article"]) for row in pages}
        features = {row["article"]["id"]: read_features(row["features"]) for row in pages}
        stories = [plain_row(describe_story(each, by_id, features)) for each in named]
        stories.sort(key=lambda row: row["articles"])
        self.out.write_table(f"stories/{name}", TABLES["stories"], stories)

    def _relate(
        self, pages: Sequence[Row], pairs: Sequence[Row], most: int | None = None
    ) -> list[Related]:
        """The groups of articles, whose texts and pairs have the group's number; of equal bodies
        no more than the first so many."""
        texts: dict[int, dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
        of = {}
        for row in pages:
            rank = of[row["text"]] = (row["words"], row["text"])
            texts[row["group"]][rank].append(row["article"]["id"])
        shared, retold = defaultdict(list), defaultdict(list)
        for pair in pairs:
            left, right = of[pair["left"]], of[pair["right"]]
            if pair["retold"]:
                retold[pair["group"]].append((left, right))
            else:
                shared[pair["group"]].append((left, right, pair["near"]))
        printed = self._printed([each for row in pages for each in row["paragraphs"]])
        related = []
        for group, members in sorted(texts.items()):
            number = {rank: k for k, rank in enumerate(sorted(members))}
            related.append(
                relate(
                    {k: (sorted(members[rank])[:most], rank[0]) for rank, k in number.items()},
                    [(number[k], number[m], near) for k, m, near in shared[group]],
                    [(number[k], number[m]) for k, m in retold[group]],
                    printed,
                )
            )
        return related

    def _printed(self, paragraphs: Sequence[int]) -> frozenset[int]:
        """Those of the paragraphs that their outlets print on many pages."""
        if not paragraphs:  # no outlet is known
            return frozenset()
        printed = self.out.read_table(PRINTS)["paragraph"].to_numpy()
        held = np.array(paragraphs, dtype=np.uint64)
        return frozenset(held[np.isin(held, printed)].tolist())

    def _own(self, part: Part, taken: Taken) -> tuple[list[Row], list[Skip]]:
        """The rows whose id is theirs, by id; and the skips, with those of the others."""
        rows = []
        skips = [
            Skip(row["subject"], Stage(row["stage"]), Cause(row["cause"]), row["detail"])
            for row in self.out.read_rows(f"{SKIPPED}/{part.file}")
        ]
        for row in self.out.read_rows(f"{READ}/{part.file}"):
            id_ = taken.get(row["row"], row["id"])
            if id_ is None:
                detail = "an input before it has this id; give other ids"
                skips.append(Skip(row["id"], Stage.READ, Cause.DUPLICATE_ID, detail))
                continue
            row["page"]["id"] = row["article"]["id"] = row["id"] = id_
            rows.append(row)
        return sorted(rows, key=lambda row: row["id"]), skips

    def _claims(self, models: Models, rows: list[Row], skips: list[Skip]) -> Iterator[Row]:
        for row in rows:
            reading = read_article(read_row(row["article"]), models.parser, models.tagger)
            if isinstance(reading, Skip):
                skips.append(reading)
            else:
                yield from (claim_row(reading.id, claim) for claim in reading.claims)


def _alone(article: Article, words: int) -> Row:
    """The lineage of an article as if none shared its text."""
    found = judge_related(Related(((article.id,),), (words,)), {article.id: article})
    return plain_row(found.lineages[0])
