from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from render.invented import PICKUPS, REPORT, SKIPPED

from rashomon.model.lineage import Lineages
from rashomon.model.plain import to_dict
from rashomon.render import render_json, render_record
from rashomon.render.schemas import OUTPUTS, schemas, written

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_the_docs_hold_the_schema_of_today(name: str) -> None:
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert (FOLDER / f"{name}.json").read_text("utf-8") == written(schema)


def test_no_schema_is_left_of_a_command_that_is_gone() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(OUTPUTS)


@pytest.mark.parametrize("full_text", [False, True])
def test_a_run_is_as_its_schema_says(full_text: bool) -> None:
    plain = json.loads(render_json(REPORT, full_text))
    Draft202012Validator(schemas()["dossier"]).validate(plain)


def test_records_are_as_their_schemas_say() -> None:
    page = json.loads(render_record(REPORT.stories[0].pages[0]))
    Draft202012Validator(schemas()["extract"]).validate(page)
    Draft202012Validator(schemas()["skip"]).validate(json.loads(render_record(SKIPPED[0])))
    lineages = to_dict(Lineages(PICKUPS, REPORT.stories[0].lineages)) | {"skipped": []}
    Draft202012Validator(schemas()["lineage"]).validate(json.loads(render_record(lineages)))


def test_the_schema_finds_what_is_wrong() -> None:
    plain = json.loads(render_json(REPORT))
    plain["stories"][0]["points"][0]["positions"][0]["position"] = "believes"
    assert not Draft202012Validator(schemas()["dossier"]).is_valid(plain)
