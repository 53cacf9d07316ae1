"""The command line run inside the test's own process, and as a program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from rashomon.cli import app


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The JSON objects that it printed."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run() -> Callable[..., Done]:
    """Runs a command inside this process; an error of ours is raised, not printed."""

    def run(*arguments: object, stdin: bytes = b"") -> Done:
        result = CliRunner().invoke(app, [str(item) for item in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def start() -> Callable[..., Done]:
    """Runs the program in a process of its own."""

    def start(*arguments: object, stdin: bytes = b"", **environment: str) -> Done:
        command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
        done = subprocess.run(
            command, input=stdin, capture_output=True, env=environment or None, check=False
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return start
