"""Prints how fast Rashomon is and what it takes: `python -m benchmarks [--pages FOLDER]`.

Two questions: how long does a person wait for the dossier of a few pages, from a cold start;
and how do time and memory grow with the number of pages, beside spaCy's own parse of the
same text in the same process, which no program that parses can beat.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.pages import SAMPLE, make_pages

STARTS = 5  # of which the median is told: the first reads the disk


class Start(NamedTuple):
    """One run of a command from nothing."""

    seconds: float
    busy_s: float
    peak_mb: float


def cold_start(*arguments: str) -> list[Start]:
    """The command run several times, each in a new process."""
    return [_run([sys.executable, *arguments]) for _ in range(STARTS)]


def _run(command: list[str]) -> Start:
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Start(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def print_cold_start(folder: Path) -> None:
    count = sum(1 for file in folder.rglob("*") if file.is_file())
    with tempfile.TemporaryDirectory() as output:
        runs = {
            "rashomon --help": cold_start("-m", "rashomon", "--help"),
            "loading the program and its models": cold_start(
                "-c",
                "from rashomon.workers import Models; m = Models(); "
                "m.parser, m.tagger, m.encoder, m.labeller",
            ),
            f"rashomon dossier, {count} files": cold_start(
                "-m", "rashomon", "dossier", str(folder), "--output", output
            ),
        }
    print(f"\n## Cold start: {folder.name}\n")
    print(f"| median of {STARTS} runs | seconds | fastest | slowest | processor s | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, starts in runs.items():
        seconds = [start.seconds for start in starts]
        peak = max(start.peak_mb for start in starts)
        print(
            f"| {name} | {median(seconds):.2f} | {min(seconds):.2f} | {max(seconds):.2f} "
            f"| {median(start.busy_s for start in starts):.2f} | {peak:.0f} |"
        )


def measure(what: str, number: int) -> dict[str, Any]:
    """What `benchmarks.child` measures on that many made pages, and their size."""
    with tempfile.TemporaryDirectory() as folder:
        size = 0
        for page in make_pages(number):
            file = Path(folder, page.id)
            file.parent.mkdir(exist_ok=True)
            size += file.write_bytes(page.text.encode())
        printed = subprocess.run(
            [sys.executable, "-m", "benchmarks.child", what, folder],
            check=True,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent,
        ).stdout
    return {**json.loads(printed), "size_mb": size / 1e6}


def print_growth(numbers: list[int]) -> None:
    runs = {number: measure("run", number) for number in numbers}
    print("\n## Many pages, a process a core\n")
    print("| pages | stories | words | seconds | pages/s | spaCy alone, s | ratio |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for number, run in runs.items():
        whole, parse = run["whole_s"], run["parse_s"]
        print(
            f"| {number} | {run['stories']} | {run['words']} | {whole:.1f} "
            f"| {number / whole:.1f} | {parse:.1f} | {whole / parse:.2f} |"
        )
    print(
        "\n| pages | their size, MB | at start, MB | peak MB | growth a page, kB | a worker, MB |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    first = runs[numbers[0]]
    for number, run in runs.items():
        growth = "-"
        if number > numbers[0]:
            grown = (run["peak_mb"] - first["peak_mb"]) * 1024
            growth = f"{grown / (number - numbers[0]):.0f}"
        print(
            f"| {number} | {run['size_mb']:.1f} | {run['loaded_mb']:.0f} | {run['peak_mb']:.0f} "
            f"| {growth} | {run['worker_mb']:.0f} |"
        )


def print_steps(number: int) -> None:
    run = measure("steps", number)
    took, parse = run["steps_s"], run["parse_s"]
    total = sum(took.values())
    print(f"\n## {number} pages, step by step in one process\n")
    print("| step | seconds | share | beside spaCy's parse |")
    print("| --- | ---: | ---: | ---: |")
    for step, seconds in {**took, "all": total}.items():
        print(f"| {step} | {seconds:.2f} | {seconds / total:.2f} | {seconds / parse:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pages", type=Path, help="a folder for the cold start, beside the sample")
    parser.add_argument(
        "--count",
        type=int,
        nargs="+",
        default=[100, 500],
        help="made pages; the first number also step by step",
    )
    arguments = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, "
        f"{platform.machine()} {platform.system()}"
    )
    for folder in filter(None, (SAMPLE / "pages", arguments.pages)):
        print_cold_start(folder)
    print_steps(arguments.count[0])
    print_growth(arguments.count)


if __name__ == "__main__":
    main()
