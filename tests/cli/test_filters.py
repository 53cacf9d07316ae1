"""The filters keep to the contract: JSON Lines out, ids kept, every input an output or a skip."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.pages import FIRE, STRIKE, write_pages
from jsonschema import Draft202012Validator

from rashomon.errors import UsageError
from rashomon.render.schemas import schemas

PER_PAGE = ["extract", "claims", "figures", "dates"]
AT_ONCE = ["lineage", "stories"]
LISTS = {"claims": "claims", "figures": "figures", "dates": "dates", "extract": "blocks"}


def validate(name: str, value: Any) -> None:
    Draft202012Validator(schemas()[name]).validate(value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", fire=FIRE, strike=STRIKE, void=" \n")


@pytest.mark.parametrize("name", PER_PAGE)
def test_a_line_a_page_as_the_schema_says(name: str, folder: Path, run: Any) -> None:
    done = run(name, folder)
    fire, strike, void = done.lines
    assert (done.code, fire["id"], strike["id"]) == (0, "fire.txt", "strike.txt")
    validate(name, fire)
    validate(name, strike)
    validate("skip", void)
    assert void["skip"]["cause"] == "empty"
    assert fire[LISTS[name]]
    for found in fire[LISTS[name]]:
        for place in found.get("content", [found]):
            assert 0 <= place["start"] < place["end"] <= len(FIRE)


@pytest.mark.parametrize("name", AT_ONCE)
def test_one_object_for_all_pages(name: str, folder: Path, run: Any) -> None:
    done = run(name, folder)
    (record,) = done.lines
    validate(name, record)
    assert done.code == 0
    assert [skip["id"] for skip in record["skipped"]] == ["void.txt"]
    groups = record["lineages" if name == "lineage" else "stories"]
    assert sorted(id_ for group in groups for id_ in group["articles"]) == [
        "fire.txt",
        "strike.txt",
    ]


@pytest.mark.parametrize("name", [*PER_PAGE, *AT_ONCE])
def test_what_extract_printed_gives_the_same_as_the_pages(
    name: str, folder: Path, run: Any
) -> None:
    extracted = run("extract", folder).out.encode()
    assert run(name, "-", stdin=extracted).out == run(name, folder).out


def test_records_keep_their_ids_and_what_was_known_of_them(tmp_path: Path, run: Any) -> None:
    file = tmp_path / "feed.jsonl"
    record = {"id": "π/1", "text": FIRE, "url": "https://post.example/fire", "outlet": "The Post"}
    file.write_text(json.dumps(record) + "\n{broken\n", "utf-8")
    page, broken = run("extract", file).lines
    assert (page["id"], page["url"], page["outlet"]) == ("π/1", record["url"], "The Post")
    assert page["text"] == FIRE
    assert (broken["id"], broken["skip"]["cause"]) == ("feed.jsonl:2", "bad record")


def test_clean_text_is_all_body(run: Any) -> None:
    text = b"Subscribe now for more.\n\nTwelve people were hurt, the company said.\n"
    (page,) = run("extract", "--clean", "-", stdin=text).lines
    assert [block["label"] for block in page["blocks"]] == ["body", "body"]


@pytest.mark.parametrize("name", [*PER_PAGE, *AT_ONCE])
def test_nothing_usable_is_exit_code_1(name: str, tmp_path: Path, run: Any) -> None:
    done = run(name, tmp_path / "absent.txt")
    assert done.code == 1
    (record,) = done.lines
    skip = record if name in PER_PAGE else record["skipped"][0]
    assert (skip["id"], skip["skip"]["cause"]) == (str(tmp_path / "absent.txt"), "not found")


def test_a_weekday_is_resolved_with_the_day_that_is_given(run: Any) -> None:
    text = b"The bridge was closed on Thursday, the council said.\n"
    alone = run("dates", "--clean", "-", stdin=text).lines
    given = run("dates", "--clean", "--published", "2020-01-17", "-", stdin=text).lines
    assert [(d["value"], d["anchor"]) for d in alone[0]["dates"]] == [("XXXX-WXX-4", None)]
    assert [(d["value"], d["anchor"]) for d in given[0]["dates"]] == [("2020-01-16", "published")]


def test_a_day_that_is_none_is_wrong_use(run: Any) -> None:
    with pytest.raises(UsageError, match="'17 January' is no date"):
        run("dates", "--published", "17 January", "-", stdin=b"text")


def test_names_are_grouped_by_holder(run: Any) -> None:
    uses = [
        {"id": "1", "name": "Abdul Kareem Khalaf", "article": "a"},
        {"id": "2", "name": "Abdul-Karim Khalaf", "article": "b"},
        {"id": "3", "name": "Pia Sund", "article": "b"},
    ]
    lines = [json.dumps(use) for use in uses] + ['{"id": "4"}', "\u2028"]
    done = run("names", "-", stdin="\n".join(lines).encode())
    (record,) = done.lines
    validate("names", record)
    assert sorted(map(sorted, record["groups"])) == [["1", "2"], ["3"]]
    assert [skip["id"] for skip in record["skipped"]] == ["-:4"]


def test_names_need_a_file_that_is_there(tmp_path: Path, run: Any) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        run("names", tmp_path / "absent.jsonl")


def test_tables_and_addresses_are_inputs_like_others(tmp_path: Path, run: Any) -> None:
    table = tmp_path / "pages.csv"
    cell = FIRE.replace('"', '""')
    table.write_text(f'key,words\nfire,"{cell}"\n', "utf-8")
    done = run("dates", table, "--columns", "id=key,text=words")
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["fire"]
    with pytest.raises(UsageError, match="'key' is no part of an article"):
        run("extract", table, "--columns", "key=id")
    done = run("extract", "http://127.0.0.1:9/page")
    assert done.code == 1
    skip = json.loads(done.out)["skip"]
    assert skip["cause"] == "fetch failed"
    assert "127.0.0.1, which is no public address" in skip["detail"]
