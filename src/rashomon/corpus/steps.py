"""What one worker does with one part: pages to articles, and articles to the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.claims import read_article
from rashomon.corpus.parts import Part
from rashomon.corpus.reading import read_part
from rashomon.corpus.store import WORK, Store
from rashomon.corpus.tables import (
    EXTRACTED,
    KEYS,
    TABLES,
    Row,
    article_row,
    claim_row,
    key_row,
    page_row,
    pickup_row,
    plain_row,
    read_row,
    skip_rows,
)
from rashomon.lineage import Related, find_lineages, judge_related
from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.options import Options
from rashomon.text.parse import DEFAULT_PIPELINE
from rashomon.workers import Models, extract_in_time

READ, SKIPPED = f"{WORK}/extracted", f"{WORK}/skipped"
KEYED, ALONE = f"{WORK}/keys", f"{WORK}/alone"  # each article as if none shared its text
JUDGED, SHARED = f"{WORK}/pickups", f"{WORK}/lineages"


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
        self.out.write_table(f"{KEYED}/{part.file}", KEYS, map(key_row, articles))
        alone = (plain_row(find_lineages([article]).lineages[0]) for article in articles)
        self.out.write_table(f"{ALONE}/{part.file}", TABLES["lineages"], alone)
        self.out.write_table(
            f"articles/{part.file}", TABLES["articles"], map(article_row, articles)
        )

    def judge(self, number: int, related: Sequence[Related], articles: Sequence[Row]) -> None:
        """Write the pickups and lineages of some articles that share text with no others."""
        by_id = {row["id"]: read_row(row) for row in articles}
        found = [judge_related(each, by_id) for each in related]
        lineages = [plain_row(lineage) for each in found for lineage in each.lineages]
        pickups = [pickup_row(pickup) for each in found for pickup in each.pickups]
        name = f"{number:05}.parquet"
        self.out.write_table(f"{SHARED}/{name}", TABLES["lineages"], lineages)
        self.out.write_table(f"{JUDGED}/{name}", TABLES["pickups"], pickups)

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
