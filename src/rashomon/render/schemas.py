"""The JSON Schema of what each command prints; `python -m rashomon.render.schemas FOLDER` writes
them."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.extract.explain import Explanation
from rashomon.model.article import Article
from rashomon.model.claim import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.reading import Date, Figure
from rashomon.model.schema import schema_of
from rashomon.model.skip import Cause, Stage
from rashomon.model.story import Story


@dataclass(frozen=True)
class Reason:
    """Which step gave up on an input, and why."""

    stage: Stage
    cause: Cause
    detail: str


@dataclass(frozen=True)
class Skipped:
    """An input that became no output."""

    id: str
    skip: Reason


@dataclass(frozen=True)
class LineageOutput:
    """Every pair of pages that shares text, and the lineages that the pairs make."""

    pickups: tuple[Pickup, ...]
    lineages: tuple[Lineage, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class StoriesOutput:
    """The stories that the pages tell."""

    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class ClaimsLine:
    """One page's text and the claims in it."""

    id: str
    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class FiguresLine:
    """The quantities in one page."""

    id: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class DatesLine:
    """The time expressions in one page."""

    id: str
    dates: tuple[Date, ...]


@dataclass(frozen=True)
class NamesOutput:
    """The ids whose names are one holder's, group by group."""

    groups: tuple[tuple[str, ...], ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class DossierOutput:
    """A dossier of each story; pages hold their text only with `--full-text`."""

    stories: tuple[Dossier, ...]
    skipped: tuple[Skipped, ...]


OUTPUTS: dict[str, type] = {
    "claims": ClaimsLine,
    "dates": DatesLine,
    "dossier": DossierOutput,
    "explanation": Explanation,
    "extract": Article,
    "figures": FiguresLine,
    "lineage": LineageOutput,
    "names": NamesOutput,
    "skip": Skipped,
    "stories": StoriesOutput,
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by the names of the commands.

    `explanation` is a line of `extract --explain --json`, `skip` one that any command may print.
    """
    made = {name: schema_of(type_) for name, type_ in OUTPUTS.items()}
    made["dossier"]["$defs"]["Article"]["required"].remove("text")
    return made


def written(schema: dict[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, schema in schemas().items():
        (Path(sys.argv[1]) / f"{name}.json").write_text(written(schema), "utf-8")
