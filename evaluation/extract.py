"""How good extraction from HTML is, beside trafilatura on the same pages in the same run.

    python -m evaluation.extract --data ../shared/data              # the measured half
    python -m evaluation.extract --data ../shared/data --part learn --errors

Pages are trafilatura's own set (segments that must and must not be in the main text, comments,
title, author, day) and the Zyte (Scrapinghub) benchmark (gold bodies). Every second domain, by
its hash, was read while the rules were written; the other half is measured only.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from trafilatura.metadata import extract_metadata

from rashomon.extract import Labeller, extract, load_labeller
from rashomon.model.article import Article, Label
from rashomon.read import read
from rashomon.read.decode import decode

MAIN = (Label.BODY, Label.STANDFIRST)


@dataclass(frozen=True)
class Sample:
    """A page with what is known of it."""

    url: str
    html: str
    known: dict[str, Any]


@dataclass
class Answer:
    """What a program makes of a page; all fields as text."""

    main: str = ""
    comments: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    day: str = ""


@dataclass
class Tally:
    """Sums over a set of pages."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def share(self, hits: str, total: str) -> float:
        """One count by another."""
        return self.counts[hits] / self.counts[total] if self.counts[total] else 0.0


def is_measured(url: str) -> bool:
    """Whether the page's domain belongs to the half that was not read."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return hashlib.sha256(host.encode()).digest()[0] % 2 == 1


def trafilatura_pages(data: Path) -> Iterator[Sample]:
    folder = data / "cleaning" / "trafilatura"
    known = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for url, page in sorted(known.items()):
        path = folder / "eval" / page["file"]
        if not path.exists():
            path = folder / "cache" / page["file"]
        yield Sample(url, decode(path.read_bytes()), page)


def scrapinghub_pages(data: Path) -> Iterator[Sample]:
    folder = data / "cleaning" / "scrapinghub"
    known = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, page in sorted(known.items()):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Sample(page["url"], decode(raw), page)


def ask_rashomon(sample: Sample, labeller: Labeller | None) -> Answer:
    record = json.dumps({"id": "page", "html": sample.html}).encode()
    [page] = read("-", stdin=_Stream(record))
    article = page if not hasattr(page, "form") else extract(page, labeller)
    if not isinstance(article, Article):
        return Answer()
    return Answer(
        "\n".join(span.slice(article.text) for span in article.spans(*MAIN)),
        "\n".join(span.slice(article.text) for span in article.spans(Label.COMMENT)),
        article.headline or "",
        article.authors,
        (article.published or "")[:10],
    )


class _Stream:
    """One line as a stream."""

    def __init__(self, line: bytes) -> None:
        self._line = line

    def readline(self, size: int = -1) -> bytes:
        line, self._line = self._line, b""
        return line

    def read(self, size: int = -1) -> bytes:
        return self.readline()


def ask_trafilatura(sample: Sample, labeller: Labeller | None) -> Answer:
    text = trafilatura.extract(sample.html, include_comments=False) or ""
    return Answer(main=text)


def ask_trafilatura_fields(sample: Sample) -> Answer:
    facts = extract_metadata(sample.html)
    document = trafilatura.bare_extraction(sample.html)
    comments = (document.comments or "") if document else ""
    authors = tuple(filter(None, (facts.author or "").split("; ")))
    return Answer("", comments, facts.title or "", authors, facts.date or "")


def count_segments(tally: Tally, answer: Answer, known: dict[str, Any]) -> list[str]:
    """The segments that are wrong; as trafilatura's own evaluation counts them."""
    wrong, main = [], squeeze(answer.main)
    for segment in known.get("with") or ():
        hit = squeeze(segment) in main
        tally.counts["tp" if hit else "fn"] += 1
        if not hit:
            wrong.append(f"lacks {segment!r:.70}")
    for segment in known.get("without") or ():
        hit = squeeze(segment) in main
        tally.counts["fp" if hit else "tn"] += 1
        if hit:
            wrong.append(f"holds {segment!r:.70}")
    comments = squeeze(answer.comments)
    for segment in known.get("comments") or ():
        tally.counts["comments"] += 1
        tally.counts["comments found"] += squeeze(segment) in comments
        tally.counts["comments in main"] += squeeze(segment) in main
    return wrong


def count_fields(tally: Tally, answer: Answer, known: dict[str, Any]) -> list[str]:
    wrong = []
    if known.get("title"):
        tally.counts["titles"] += 1
        right = letters(answer.headline) == letters(known["title"])
        tally.counts["titles right"] += right
        if not right:
            wrong.append(f"headline {answer.headline!r:.60} for {known['title']!r:.60}")
    if known.get("date"):
        tally.counts["days"] += 1
        right = answer.day == known["date"]
        tally.counts["days given"] += bool(answer.day)
        tally.counts["days right"] += right
        if not right:
            wrong.append(f"day {answer.day!r} for {known['date']!r}")
    gold = {letters(n) for n in split_names(known.get("author") or "")}
    said = {letters(n) for n in answer.authors}
    if gold:
        tally.counts["authors"] += len(gold)
        tally.counts["authors given"] += len(said)
        tally.counts["authors right"] += len(gold & said)
        if gold != said:
            wrong.append(f"authors {answer.authors!r:.60} for {known['author']!r:.60}")
    return wrong


def count_shingles(tally: Tally, answer: Answer, gold: str) -> None:
    """Runs of four words in common, as the benchmark counts them."""
    left, right = shingles(answer.main), shingles(gold)
    common = sum((left & right).values())
    hits = {"tp": common, "fp": sum(left.values()) - common, "fn": sum(right.values()) - common}
    total = sum(hits.values()) or 1
    tally.counts["pages"] += 1
    for name, value in hits.items():
        tally.counts[f"shingles {name}"] += round(1e6 * value / total)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def split_names(text: str | list[str]) -> list[str]:
    text = "; ".join(text) if isinstance(text, list) else text
    return [n for n in re.split(r"\s*(?:;|,|\bund\b|\band\b|&|/)\s*", text) if n]


def f1(tp: float, fp: float, fn: float) -> float:
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def report(name: str, tally: Tally) -> str:
    c = tally.counts
    parts = [f"{name:22}"]
    if c["tp"]:
        precision, recall = c["tp"] / (c["tp"] + c["fp"]), c["tp"] / (c["tp"] + c["fn"])
        f = f1(c["tp"], c["fp"], c["fn"])
        parts.append(f"segments P {precision:.3f} R {recall:.3f} F {f:.3f}")
    if c["pages"]:
        tp, fp, fn = (c[f"shingles {n}"] for n in ("tp", "fp", "fn"))
        precision, recall = tp / (tp + fp), tp / (tp + fn)
        parts.append(f"shingles P {precision:.3f} R {recall:.3f} F {f1(tp, fp, fn):.3f}")
    if c["comments"]:
        parts.append(f"comments found {tally.share('comments found', 'comments'):.3f}")
        parts.append(f"in main {tally.share('comments in main', 'comments'):.3f}")
    if c["titles"]:
        parts.append(f"headline {tally.share('titles right', 'titles'):.3f}")
        parts.append(f"day {tally.share('days right', 'days'):.3f}")
        parts.append(f"of given {tally.share('days right', 'days given'):.3f}")
        parts.append(
            f"authors P {tally.share('authors right', 'authors given'):.3f}"
            f" R {tally.share('authors right', 'authors'):.3f}"
        )
    parts.append(f"{tally.seconds:.1f} s")
    return "  ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("measure", "learn"), default="measure")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", action="store_true", help="only for the part that may be read")
    arguments = parser.parse_args()
    labeller = load_labeller()
    measured = arguments.part == "measure"
    ours, theirs, their_fields = Tally(), Tally(), Tally()
    pages = [s for s in trafilatura_pages(arguments.data) if is_measured(s.url) == measured]
    for sample in pages[: arguments.limit]:
        for ask, tally in ((ask_rashomon, ours), (ask_trafilatura, theirs)):
            start = time.perf_counter()
            answer = ask(sample, labeller)
            tally.seconds += time.perf_counter() - start
            wrong = count_segments(tally, answer, sample.known)
            if tally is ours:
                wrong += count_fields(tally, answer, sample.known)
                if arguments.errors and not measured:
                    for item in wrong:
                        print(f"{sample.known['file']:.40}: {item}")
        start = time.perf_counter()
        answer = ask_trafilatura_fields(sample)
        their_fields.seconds += time.perf_counter() - start
        count_segments(their_fields, answer, {"comments": sample.known.get("comments")})
        count_fields(their_fields, answer, sample.known)
    print(f"trafilatura set, {len(pages[: arguments.limit])} pages")
    print(report("rashomon", ours))
    print(report("trafilatura", theirs))
    print(report("trafilatura fields", their_fields))
    ours, theirs = Tally(), Tally()
    pages = [s for s in scrapinghub_pages(arguments.data) if is_measured(s.url) == measured]
    for sample in pages[: arguments.limit]:
        for ask, tally in ((ask_rashomon, ours), (ask_trafilatura, theirs)):
            start = time.perf_counter()
            answer = ask(sample, labeller)
            tally.seconds += time.perf_counter() - start
            count_shingles(tally, answer, sample.known["articleBody"])
    print(f"scrapinghub set, {len(pages[: arguments.limit])} pages")
    print(report("rashomon", ours))
    print(report("trafilatura", theirs))


if __name__ == "__main__":
    main()
