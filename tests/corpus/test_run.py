"""The same tables as the steps give by themselves, whoever does the work and however often."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from corpus.running import PART, contents, rows, run

import rashomon
from rashomon.corpus import TABLES, Config, run_corpus
from rashomon.corpus.tables import claim_row, describe_tables, pickup_row, plain_row, read_row
from rashomon.errors import UsageError
from rashomon.model.article import Article
from rashomon.model.page import Page
from rashomon.model.skip import Skip
from rashomon.workers import Models

PLACES = ("Aldmoor", "Brackwater", "Corran")
REPORT = (
    "The {place} ferry ran aground on Tuesday night with 41 people aboard, the harbour office "
    "said. Nobody was hurt, and the passengers were taken ashore in small boats before dawn.\n"
    '"We will not sail again before the hull has been inspected," harbour master Ines {place} '
    "told reporters, adding that the inspection could take nine days.\n"
    "The company that runs the ferry declined to comment on the cause of the accident."
)
OWN = (
    "\nResidents of {place} said on Wednesday that they had asked for a second ship for years, "
    "and that the council had turned them down each time without giving any reason at all."
)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages about three events, copies among them, in lines and in files; some of them bad."""
    folder = tmp_path_factory.mktemp("given")
    records = []
    for number, place in enumerate(PLACES):
        text = REPORT.format(place=place)
        for copy in range(3):
            body = text + OWN.format(place=place) if copy == 2 else text
            day = f"2024-03-{10 + number:02}"
            record = {"id": f"{place}-{copy}", "text": body, "published": day}
            records.append(json.dumps({**record, "outlet": f"Outlet {copy}"}))
    taken = {"id": "Corran-1", "text": REPORT.format(place="Dunlea")}
    records += ["{broken", json.dumps(taken), json.dumps({"a": 1})]
    (folder / "pages.jsonl").write_text("\n".join(records) + "\n", "utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "page.txt").write_text(OWN.format(place="Dunlea").strip(), "utf-8")
    (folder / "more" / "empty.txt").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="module")
def once(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of one worker and one partition."""
    out = tmp_path_factory.mktemp("once") / "tables"
    run(given, out, workers=1, partitions=1)
    return out


def test_the_tables_hold_what_the_steps_give(given: Path, once: Path, models: Models) -> None:
    inputs = list(rashomon.read(given))
    pages = [item for item in inputs if isinstance(item, Page)]
    articles = [rashomon.extract(page, models.labeller) for page in pages]
    kept = sorted((a for a in articles if isinstance(a, Article)), key=lambda article: article.id)
    found = [read_row(row) for row in rows(once, "articles")]
    assert sorted(found, key=lambda article: article.id) == kept
    lineages = rashomon.find_lineages(kept)
    assert by_articles(once, "lineages") == list(map(normal, map(plain_row, lineages.lineages)))
    pickups = sorted(rows(once, "pickups"), key=lambda row: (row["left"], row["right"]))
    assert pickups == [normal(pickup_row(each)) for each in lineages.pickups]
    stories = rashomon.group_stories(kept, lineages)
    assert by_articles(once, "stories") == [normal(plain_row(each)) for each in stories]
    claims = []
    for article in kept:
        reading = rashomon.read_article(article, models.parser, models.tagger)
        assert not isinstance(reading, Skip)
        claims += [normal(claim_row(article.id, claim)) for claim in reading.claims]
    order = [(row["article"], row["id"]) for row in claims]
    by_id = sorted(rows(once, "claims"), key=lambda row: order.index((row["article"], row["id"])))
    assert by_id == claims
    assert len(lineages.lineages) < len(kept)


def by_articles(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows in the order in which the steps give them."""
    return sorted(rows(out, table), key=lambda row: list(row["articles"]))


def normal(row: Mapping[str, object]) -> object:
    """The row as JSON has it, which knows no tuples."""
    return json.loads(json.dumps(row))


def test_every_input_is_a_row(given: Path, once: Path) -> None:
    inputs = list(rashomon.read(given))
    causes = [row["cause"] for row in rows(once, "skips")]
    assert sorted(causes) == ["bad record", "bad record", "duplicate id", "empty"]
    assert len(rows(once, "pages")) + len(causes) == len(inputs)
    assert {file.name for file in (once / "pages").iterdir()} >= {"00000.parquet", "00005.parquet"}
    assert {path.name for path in once.iterdir()} == {*TABLES, "run.json"}


def test_eight_partitions_and_two_workers_write_the_same_bytes(
    given: Path, once: Path, tmp_path: Path
) -> None:
    run(given, tmp_path / "tables", workers=2, partitions=8)
    assert contents(tmp_path / "tables") == contents(once)


def test_ray_writes_the_same_bytes(given: Path, once: Path, tmp_path: Path) -> None:
    run(given, tmp_path / "tables", workers=2, partitions=8, ray="local")
    assert contents(tmp_path / "tables") == contents(once)


def test_a_run_that_is_killed_goes_on_where_it_stopped(
    given: Path, once: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    for waited_for in ("_work/extracted", "articles", "articles"):
        before = len(list((out / waited_for).glob("[0-9]*"))) if out.exists() else 0
        kill_when(given, out, waited_for, before + 2)
    kept = {file: file.stat().st_mtime_ns for file in (out / "articles").glob("[0-9]*")}
    assert len(kept) >= 2
    run(given, out, workers=1)
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
    assert contents(out) == contents(once)


# The command line, with parts so small that there are several.
ALONE = """
import sys
from rashomon.cli import corpus, main
from rashomon import corpus as spread
made = spread.Config
spread.Config = lambda *given: made(*given, part_bytes={part})
sys.argv = ["rashomon", "corpus", "run", {given!r}, {out!r}, "--workers", "1"]
main()
"""


def kill_when(given: Path, out: Path, table: str, files: int) -> None:
    """Start a run and end it from outside as soon as a table has so many files."""
    code = (
        "from rashomon.corpus import Config, run_corpus\n"
        f"run_corpus({str(given)!r}, {str(out)!r}, Config(workers=1, part_bytes={PART}))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + 120
    while len(list((out / table).glob("[0-9]*"))) < files and time.monotonic() < end:
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_run_that_has_ended_is_not_done_again(given: Path, once: Path) -> None:
    before = contents(once)
    counts = run_corpus(str(given), str(once), Config(part_bytes=PART))
    assert counts == {table: len(rows(once, table)) for table in TABLES}
    assert contents(once) == before


def test_tables_of_other_pages_are_not_mixed(given: Path, once: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="other pages"):
        run_corpus(str(given / "more"), str(once))
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="not empty"):
        run_corpus(str(given), str(tmp_path))
    with pytest.raises(UsageError, match="no file at"):
        run_corpus(str(given / "nowhere"), str(tmp_path / "tables"))


def test_the_docs_name_every_column() -> None:
    page = Path(__file__).parent.parent.parent / "docs" / "corpus.md"
    assert describe_tables() in page.read_text("utf-8")


def test_a_worker_that_dies_is_told_in_one_line(given: Path, once: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    process = subprocess.Popen(
        [sys.executable, "-c", ALONE.format(given=str(given), out=str(out), part=PART)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 120
    while not list((out / "_work/extracted").glob("[0-9]*")) and time.monotonic() < end:
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert said.startswith("rashomon: a worker ended before its work was done")
    assert said.count("\n") == 1
    run(given, out, workers=1)
    assert contents(out) == contents(once)


def workers_of(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = stat.read_text("utf-8").rpartition(") ")
            command = (stat.parent / "cmdline").read_text("utf-8")
        except OSError:
            continue
        if int(rest.split()[1]) == process and "udf_worker" in command:
            found.append(int(stat.parent.name))
    return found
