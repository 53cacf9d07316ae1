"""How good each step is, all tables at once: `python -m evaluation --data FOLDER [--only NAME]`.

FOLDER holds the public sets that the tables name. The bundled sample and the invented events
are scored too, and, where they lie beside FOLDER, other pages with an expected file (`../seeds`).
Scores are then held against `floors.json`: one below its floor is an error, and floors only rise.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.expected import score, show

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "dam"
FLOORS = Path(__file__).parent / "floors.json"
# Each table is a module of this folder, and the part of FOLDER that it reads. The quick ones first.
TABLES = {
    "figures": "figures",
    "dates": "dates/tempeval3-training",
    "lineage": "",
    "stories": "",
    "lines": "",
    "kinds": "",
    "names": "",
    "name_pairs": "",
    "wording": "",
    "claims": "",
    "holders": "",
    "responses": "",
    "chains": "",
    "extract": "",
}
EVENTS = sorted(file.parent for file in Path(__file__).parent.glob("events/*/expected.json"))
READINGS = ("sample", *(event.name for event in EVENTS), "seeds")


class Floor(NamedTuple):
    """A score, where it stands in its table, and what it may not fall below."""

    score: str
    pattern: str
    floor: float


def read_floors(file: Path = FLOORS) -> dict[str, list[Floor]]:
    """The floors by table."""
    plain = json.loads(file.read_text("utf-8"))
    return {name: [Floor(**floor) for floor in floors] for name, floors in plain.items()}


def check(table: str, text: str, floors: Mapping[str, Sequence[Floor]]) -> Iterator[str]:
    """What is wrong with a table: a score below its floor, or one that is not there any more."""
    for floor in floors.get(table, ()):
        found = re.search(floor.pattern, text, re.MULTILINE)
        if found is None:
            yield f"{table}: no {floor.score} in the table, looked for {floor.pattern!r}"
        elif float(found[1]) < floor.floor:
            yield f"{table}: {floor.score} is {found[1]}, below its floor {floor.floor}"


def raised(
    floors: Mapping[str, Sequence[Floor]], texts: Mapping[str, str]
) -> dict[str, list[dict[str, object]]]:
    """The floors, each lifted to its score in the tables where that is higher."""
    lifted: dict[str, list[dict[str, object]]] = {}
    for table, listed in floors.items():
        lifted[table] = []
        for floor in listed:
            found = re.search(floor.pattern, texts.get(table, ""), re.MULTILINE)
            best = max(floor.floor, float(found[1])) if found else floor.floor
            lifted[table].append(floor._replace(floor=best)._asdict())
    return lifted


def table_of(name: str, data: Path) -> str:
    """What the module of that name prints.

    In a process of its own, so that no table depends on what ran before it.
    """
    command = [sys.executable, "-m", f"evaluation.{name}", "--data", str(data / TABLES[name])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def reading_of(pages: Path, expected: Path, with_missed: bool = False) -> str:
    """How much of what a careful reader finds on the pages a run finds, by part."""
    from rashomon import dossiers, read, render_json

    files = sorted(file for file in pages.iterdir() if file != expected)
    run = render_json(dossiers(read(*files)), full_text=True, comments=True)
    return show(score(json.loads(run), json.loads(expected.read_text("utf-8"))), with_missed)


def _read(name: str, data: Path, with_missed: bool) -> str | None:
    if name == "sample":
        return reading_of(SAMPLE / "pages", SAMPLE / "expected.json", with_missed)
    for event in EVENTS:
        if event.name == name:
            return reading_of(event / "pages", event / "expected.json", with_missed)
    folder = data.parent / name
    if not (folder / "expected.json").exists():
        return None
    return reading_of(folder, folder / "expected.json", with_missed)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public sets")
    parser.add_argument("--only", nargs="+", choices=[*READINGS, *TABLES], help="these tables only")
    parser.add_argument("--missed", action="store_true", help="list what the readings miss")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift floors to scores")
    given = parser.parse_args(arguments)
    data, floors, texts, wrong = given.data.resolve(), read_floors(), {}, []
    for name in given.only or [*READINGS, *TABLES]:
        text = table_of(name, data) if name in TABLES else _read(name, data, given.missed)
        if text is None:
            continue
        print(f"\n## {name}\n\n{text.strip()}", flush=True)
        texts[name] = text
        wrong += check(name, text, floors)
    if given.lift:
        FLOORS.write_text(json.dumps(raised(floors, texts), indent=2) + "\n", "utf-8")
    print("\n" + ("\n".join(wrong) or "Every score is at its floor or above."))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
