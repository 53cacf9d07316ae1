"""Looks for bytes that break the laws: `python -m tests.fuzz read|extract FOLDER`.

FOLDER keeps the corpus; libFuzzer's options may follow. Needs atheris (`pip install atheris`),
which is in no requirements file: this is run by hand. `found/` holds what was hard once, a file of
each form; give it as a second folder to begin from it. Every run of the tests reads it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rashomon"]):
    laws = import_module("tests.fuzz.laws")

FOUND = Path(__file__).parent / "found"
LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=20000")


def main() -> None:
    if len(sys.argv) < 3 or sys.argv[1] not in laws.TARGETS:
        sys.exit(__doc__)
    target, *options = sys.argv[1:]
    kept = f"-artifact_prefix={FOUND}/{target}-"
    atheris.Setup([sys.argv[0], *LIMITS, kept, *options], laws.TARGETS[target])
    atheris.Fuzz()


main()
