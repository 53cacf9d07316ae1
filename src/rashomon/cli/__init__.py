"""The command line: a thin skin over the Python interface, one file a command.

Exit codes: 0 done, also where some inputs were skipped; 1 nothing usable among the inputs;
2 wrong use, or a worker that was killed; 130 interrupted; 141 the reader of the pipe went away.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import Annotated

import typer

from rashomon.cli import claims, corpus, dates, dossier, extract, figures, lineage, names, stories
from rashomon.errors import RashomonError, WorkerError

WRONG_USE = 2

app = typer.Typer(
    name="rashomon",
    help="Who says what about an event, who copied whom, and where the accounts differ.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (dossier, extract, lineage, stories, claims, figures, dates, names):
    app.command()(module.command)
app.add_typer(corpus.app, name="corpus")


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"rashomon {version('rashomon')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Who says what about an event, who copied whom, and where the accounts differ."""


def main() -> None:
    """Run the command line; errors that the user can mend are one line on standard error."""
    _speak_utf8()
    if hasattr(signal, "SIGPIPE"):  # `| head` ends this program as it ends any other filter
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except RashomonError as error:
        print(f"rashomon: {error}", file=sys.stderr, flush=True)
        if isinstance(error, WorkerError):
            os._exit(WRONG_USE)  # Daft's threads can bring down a Python that ends in good order
        sys.exit(WRONG_USE)


def _speak_utf8() -> None:
    """The same bytes out, whatever the machine's locale and line ends are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
