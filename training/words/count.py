"""Counts in how many pages each word stands: `python -m training.words.count --data FOLDER`.

Data in: pages of the public sets that no story is measured on; out: `weights/words.tsv`, and the
names that are not rare, `weights/common_names.txt`.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from rashomon.stories.features import stem
from rashomon.text.dates.calendar import DAYS_AND_MONTHS
from rashomon.text.normal import find_words

WEIGHTS = Path(__file__).parents[2] / "src" / "rashomon" / "weights"
LEAST = 6  # pages; rarer words all count alike
POLITICS = 150  # pages of PolNeAR: it knows one election, and nothing else should look rare
NAME = 0.7  # share of places where the word is capitalised: a name, and names go with the year
KNOWN = 5  # pages; names that so many hold tell no event by themselves
COMMON_NAME = 0.0264  # share of pages: "York" and "John" are in the news every year
COMMON_DAY = 0.05  # the same of days and months, which tell one event from the next
WORDS = 600  # of a page
SHORT = 2  # letters, at most, of names that are left out


def texts(data: Path) -> Iterator[str]:
    csv.field_size_limit(sys.maxsize)
    for path in sorted((data / "text-dumps").glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            for row in csv.DictReader(file):
                yield "\n".join(p for p in row["text"].split("###") if len(p) > 80)
    political = sorted((data / "attribution" / "polnear" / "train" / "text").glob("*.txt"))
    for path in random.Random(1).sample(political, POLITICS):
        yield path.read_text("utf-8", errors="replace")
    for path in sorted((data / "cleaning" / "trafilatura").rglob("*.html")):
        yield trafilatura.extract(path.read_bytes()) or ""


def count(data: Path) -> tuple[int, Counter[str], list[str]]:
    """The number of pages, in how many of them each word stands, and the names that are known."""
    pages, held, capital, places = 0, Counter[str](), Counter[str](), Counter[str]()
    for text in sorted(set(texts(data))):
        words = find_words(text)
        if len(words) < 40:
            continue
        pages += 1
        held.update({stem(form) for form in words.forms[:WORDS]})
        for form, start in zip(words.forms[:WORDS], words.starts, strict=False):
            places[stem(form)] += 1
            capital[stem(form)] += text[start].isupper()
    names = []
    for form in list(held):
        common = COMMON_DAY if form in DAYS_AND_MONTHS else COMMON_NAME
        capitalised = capital[form] > NAME * places[form] and not form[0].isdigit()
        if capitalised and held[form] >= KNOWN and len(form) > SHORT:
            names.append(form)
        name = capitalised and held[form] < common * pages
        if held[form] < LEAST or name or form[0].isdigit():
            del held[form]
    return pages, held, names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    pages, held, names = count(parser.parse_args().data)
    rows = [f"{form}\t{number}" for form, number in sorted(held.items())]
    (WEIGHTS / "words.tsv").write_text("\n".join([f"\t{pages}", *rows]) + "\n", "utf-8")
    (WEIGHTS / "common_names.txt").write_text("\n".join(sorted(names)) + "\n", "utf-8")
    print(f"{len(rows)} words of {pages} pages, {len(names)} names")


if __name__ == "__main__":
    main()
