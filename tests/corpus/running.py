"""A run in a process of its own, which has no other threads, and what it wrote."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

PART = 700  # bytes: some ten parts


def run(
    given: Path | str,
    out: Path | str,
    environment: Mapping[str, str] | None = None,
    **options: int | str | None,
) -> dict[str, int]:
    """The rows of each table."""
    arguments = json.dumps({"part_bytes": PART, **options})
    code = (
        "import json, sys\nfrom rashomon.corpus import Config, run_corpus\n"
        "if __name__ == '__main__':\n"
        f"    config = Config(**json.loads({arguments!r}))\n"
        f"    print(json.dumps(run_corpus({str(given)!r}, {str(out)!r}, config)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    counts: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return counts


def contents(out: Path) -> dict[str, str]:
    """The bytes of all files, in short."""
    return {
        str(file.relative_to(out)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file()
    }


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, in the order of its files."""
    found = []
    for file in sorted((out / table).iterdir()):
        with pq.ParquetFile(file) as opened:
            found += opened.read().to_pylist()
    return found
