"""Writes what in docs/ is made from the code (`make docs`): `cli.md`, the schemas, and what the
tutorial says that a run prints.

`python docs/generate.py --check` writes nothing and fails where a file is out of step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

import rashomon
from rashomon.cli import app
from rashomon.model.dossier import Report
from rashomon.render.schemas import schemas, written

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "examples" / "dam" / "pages"
START, END = "<!-- from here made by `make docs` -->", "<!-- to here -->"
SHOWN = 3  # of the summary's blocks: the counts and two points
WIDTH = 84  # columns of a help text: fits beside a margin in a browser
INTRODUCTION = """\
# The command line

Made from the program itself by `make docs`; a test fails where the two differ.

`rashomon dossier` does the main job. The other commands do one step each and can be joined
by pipes: they read pages or what `extract` printed, and print JSON, one object a line.
What the objects hold is in [formats.md](formats.md).

**Inputs.** A PATH is a file, a folder (read with its subfolders; names that begin with a dot
are passed over), a `.jsonl` file with a page a line, an `http(s)://` address, or `-` for standard
input. Text, HTML, feeds and records are told apart by what is in the file, not by its name. All
that can be given is in [read.md](read.md).

**Outputs.** Results go to standard output, messages and progress to standard error, and
progress only if that is a terminal. Output is always UTF-8.

**Exit codes.**

| code | meaning |
| --- | --- |
| 0 | done, also where some inputs were skipped |
| 1 | none of the inputs could be used |
| 2 | wrong use, as an unknown option or a missing pipeline; or a worker that was killed |
| 130 | interrupted from the keyboard |
| 141 | the program that read the output went away, as with `\\| head` |

A path that is not there is a skip with the cause `not found`, like any other input that cannot
be used, so that one wrong path does not stop a run. The causes are in [skips.md](skips.md).
"""


def generated(report: Report) -> dict[Path, str]:
    """What each generated file must hold; `report` is that of the sample."""
    files = {DOCS / "cli.md": reference(), DOCS / "tutorial.md": tutorial(report)}
    for name, schema in schemas().items():
        files[DOCS / "schemas" / f"{name}.json"] = written(schema)
    return files


def reference() -> str:
    """The command line as a page: the introduction, then each command's own help."""
    parts = [INTRODUCTION]
    for title, help_text in _helps():
        parts.append(f"## {title}\n\n```text\n{help_text}\n```\n")
    return "\n".join(parts)


def tutorial(report: Report) -> str:
    """The tutorial with the beginning and the end of what a run on the sample prints."""
    blocks = rashomon.render_summary(report, 80).rstrip("\n").split("\n\n")
    shown = "\n\n".join([*blocks[:SHOWN], "[...]", blocks[-1]])
    before, start, rest = (DOCS / "tutorial.md").read_text("utf-8").partition(START)
    _, end, after = rest.partition(END)
    return f"{before}{start}\n```text\n{shown}\n```\n{end}{after}"


def _helps() -> Iterator[tuple[str, str]]:
    group = typer.main.get_group(app)
    with typer.Context(group, info_name="rashomon", terminal_width=WIDTH) as context:
        yield from _help_of(context)


def _help_of(context: typer.Context) -> Iterator[tuple[str, str]]:
    """The help of a command, then that of each command below it."""
    yield context.command_path, context.command.get_help(context)
    below = getattr(context.command, "commands", {})
    for name, command in below.items():
        own = typer.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
        yield from _help_of(own)


def main(arguments: list[str]) -> int:
    """Write what is out of step, or with `--check` only name it."""
    files = generated(rashomon.dossiers(rashomon.read(SAMPLE)))
    stale = [
        file for file, text in files.items() if not file.exists() or file.read_text("utf-8") != text
    ]
    if "--check" in arguments:
        for file in stale:
            print(f"{file} is out of step with the code; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    (DOCS / "schemas").mkdir(exist_ok=True)
    for file in stale:
        file.write_text(files[file], "utf-8", newline="\n")
        print(file)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
