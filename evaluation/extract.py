"""How good extraction from HTML is, beside peers on the same pages in the same run.

    python -m evaluation.extract --data ../shared/data              # the measured half
    python -m evaluation.extract --data ../shared/data --part learn --errors --only rashomon

Pages are trafilatura's own set (segments that must and must not be in the main text, comments,
title, author, day), the Zyte (Scrapinghub) benchmark (gold bodies) and, with `--fundus` and a
checkout of github.com/flairNLP/fundus, the pages its parsers are tested with (gold bodies, title,
authors, day). Each set is printed whole and once more for its English pages. Rules of the score:
`page_scores.py`.
"""

from __future__ import annotations

import argparse
import socket
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from evaluation.page_scores import Tally, count_fields, count_segments, count_shingles, report
from evaluation.pages import Sample, fundus_pages, is_measured, scrapinghub_pages, trafilatura_pages
from evaluation.peers import PROGRAMS, Answer, Ask, Program, ask_safely

Count = Callable[[Tally, Answer, Sample], list[str]]


def count_known(tally: Tally, answer: Answer, sample: Sample) -> list[str]:
    return [
        *count_segments(tally, answer, sample.known),
        *count_fields(tally, answer, sample),
    ]


def count_body(tally: Tally, answer: Answer, sample: Sample) -> list[str]:
    count_shingles(tally, answer, sample.known["articleBody"])
    return []


def count_article(tally: Tally, answer: Answer, sample: Sample) -> list[str]:
    count_shingles(tally, answer, sample.known["articleBody"])
    return count_fields(tally, answer, sample)


def run(
    name: str, pages: Sequence[Sample], asks: Mapping[Program, Ask], count: Count, errors: bool
) -> None:
    """Asks every program about every page, and prints the whole and the English table."""
    whole = {program: Tally() for program in asks}
    english = {program: Tally() for program in asks}
    number = 0
    for sample in pages:
        is_english = sample.language == "en"
        number += is_english
        for program, ask in asks.items():
            start = time.process_time()
            answer = ask_safely(ask, sample)
            seconds = time.process_time() - start + answer.elsewhere
            for tally in (whole[program], *([english[program]] if is_english else ())):
                tally.seconds += seconds
                wrong = count(tally, answer, sample)
            if errors and program.name == "rashomon":
                for item in wrong:
                    print(f"{sample.known.get('file', sample.url):.40}: {item}")
    show(f"{name}, {len(pages)} pages", whole)
    show(f"{name}, its {number} English pages", english)


def show(title: str, tallies: Mapping[Program, Tally]) -> None:
    print(title)
    for program, tally in tallies.items():
        print(report(program.name, tally, program.fields))


def start(programs: Iterable[Program]) -> dict[Program, Ask]:
    """The programs that are installed, ready to be asked; names the others."""
    asks = {}
    for program in programs:
        if program.installed:
            asks[program] = program.start()
        else:
            print(f"{program.name} is not installed: make peers")
    return asks


def _no_network(*_: object) -> NoReturn:
    raise OSError("an evaluation asks nobody")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("measure", "learn"), default="measure")
    parser.add_argument("--fundus", type=Path, help="a checkout of Fundus's repository")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", nargs="+", choices=[p.name for p in PROGRAMS])
    parser.add_argument("--errors", action="store_true", help="only for the part that may be read")
    arguments = parser.parse_args()
    socket.socket.connect = _no_network  # type: ignore[method-assign]
    measured = arguments.part == "measure"
    asks = start(p for p in PROGRAMS if not arguments.only or p.name in arguments.only)
    for name, pages, count in (
        ("trafilatura set", trafilatura_pages(arguments.data), count_known),
        ("scrapinghub set", scrapinghub_pages(arguments.data), count_body),
        ("fundus set", fundus_pages(arguments.fundus) if arguments.fundus else (), count_article),
    ):
        part = [sample for sample in pages if is_measured(sample.url) == measured]
        run(name, part[: arguments.limit], asks, count, arguments.errors and not measured)


if __name__ == "__main__":
    main()
