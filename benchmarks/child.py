"""One measured run in a process of its own: `python -m benchmarks.child WHAT PATH`.

Prints JSON.

A process of its own, so that its peak memory is this run's and nothing else's.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROUNDS_OF_PARSE = 2  # the better of two: the first pays for what spaCy makes at first use
READ = ("tok2vec", "tagger", "parser", "ner")


def measure_run(folder: str) -> dict[str, Any]:
    """The whole run as the command line does it, then spaCy on the same bodies."""
    from rashomon import Config, Models, read, render_html, render_json, render_markdown
    from rashomon.model.dossier import Dossier, Report
    from rashomon.pipeline import stream_dossiers

    models = Models()
    config = Config(workers=os.cpu_count() or 1)
    loaded_mb = peak_mb(resource.RUSAGE_SELF)
    stories, texts = 0, []
    with seconds() as whole:
        for found in stream_dossiers(read(folder), config, models):
            if isinstance(found, Dossier):
                render_html(found)
                render_markdown(found)
                render_json(Report((found,), ()))
                stories += 1
                texts += ["\n".join(s.slice(p.text) for s in p.body) for p in found.pages]
    memory = {
        "loaded_mb": loaded_mb,
        "peak_mb": peak_mb(resource.RUSAGE_SELF),
        "worker_mb": peak_mb(resource.RUSAGE_CHILDREN),
    }
    parser = models.parser
    return memory | {
        "whole_s": whole[0],
        "stories": stories,
        "pages": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "parse_s": measure_parse(parser.name, parser.language, texts),
    }


def measure_steps(folder: str) -> dict[str, Any]:
    """Seconds by step, one after the other in this process."""
    from rashomon import (
        Models,
        build_dossier,
        compare_story,
        extract,
        find_lineages,
        group_stories,
        read,
        read_article,
        render_html,
        render_json,
        render_markdown,
    )
    from rashomon.model.article import Article
    from rashomon.model.dossier import Report
    from rashomon.model.page import Page
    from rashomon.model.reading import Reading

    models = Models()
    parser, _, _, _ = models.parser, models.tagger, models.encoder, models.labeller
    steps: dict[str, float] = {}

    @contextmanager
    def step(name: str) -> Iterator[None]:
        with seconds() as took:
            yield
        steps[name] = steps.get(name, 0.0) + took[0]

    with step("read"):
        pages = [page for page in read(Path(folder)) if isinstance(page, Page)]
    with step("extract"):
        found = [extract(page, models.labeller) for page in pages]
    articles = [article for article in found if isinstance(article, Article)]
    with step("lineage"):
        lineages = find_lineages(articles)
    with step("stories"):
        stories = group_stories(articles, lineages)
    with step("parse"):
        for article in articles:
            parser.parse(article)
    with step("claims"):
        read_all = [read_article(article, parser, models.tagger) for article in articles]
    steps["claims"] -= steps["parse"]
    readings = {one.id: one for one in read_all if isinstance(one, Reading)}
    dossiers = []
    for story in stories:
        own = [article for article in articles if article.id in set(story.articles)]
        ids = {article.id for article in own}
        carried = [each for each in lineages.lineages if ids.intersection(each.articles)]
        pickups = [pair for pair in lineages.pickups if {pair.left, pair.right} <= ids]
        with step("compare"):
            compared = compare_story(own, readings, carried, pickups, models.encoder)
        with step("dossier"):
            dossiers.append(build_dossier(story, own, lineages, readings, compared))
    with step("render"):
        for dossier in dossiers:
            render_html(dossier)
            render_markdown(dossier)
        render_json(Report(tuple(dossiers), ()))
    texts = ["\n".join(s.slice(a.text) for s in a.body) for a in articles]
    return {"steps_s": steps, "parse_s": measure_parse(parser.name, parser.language, texts)}


def measure_warc(file: str) -> dict[str, Any]:
    """Reading a web archive, page by page, none of them kept."""
    from rashomon import read
    from rashomon.model.page import Page

    begun = process_time()
    with seconds() as took:
        pages = sum(isinstance(item, Page) for item in read(file))
    return _reading(pages, took[0], process_time() - begun)


def measure_fastwarc(file: str) -> dict[str, Any]:
    """FastWARC by itself, going over the responses and reading their bytes."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    pages = 0
    begun = process_time()
    with seconds() as took, Path(file).open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            media_type = record.http_content_type or ""
            if record.http_headers.status_code == 200 and media_type.startswith("text/"):
                record.reader.read()
                pages += 1
    return _reading(pages, took[0], process_time() - begun)


def _reading(pages: int, took_s: float, busy_s: float) -> dict[str, Any]:
    return {
        "pages": pages,
        "seconds": took_s,
        "busy_s": busy_s,
        "peak_mb": _own_peak_mb(),
    }


def _own_peak_mb() -> float:
    """The most memory of this program: Linux counts that of the one that started it in `rusage`."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    return peak_mb(resource.RUSAGE_SELF)


def measure_parse(name: str, language: str, texts: list[str]) -> float:
    """Seconds of spaCy by itself on the bodies, batched as it likes best."""
    import spacy

    pipeline = spacy.load(f"{language}_{name.partition('@')[0]}", enable=READ)
    times = []
    for _ in range(ROUNDS_OF_PARSE):
        with seconds() as took:
            for _ in pipeline.pipe(texts):
                pass
        times.append(took[0])
    return min(times)


@contextmanager
def seconds() -> Iterator[list[float]]:
    """A list that holds the seconds of the block once it has ended."""
    took: list[float] = []
    started = perf_counter()
    yield took
    took.append(perf_counter() - started)


def peak_mb(whose: int) -> float:
    """The most memory that this process, or the largest of its children, has held so far."""
    peak = resource.getrusage(whose).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    measures = {
        "run": measure_run,
        "steps": measure_steps,
        "warc": measure_warc,
        "fastwarc": measure_fastwarc,
    }
    what, path = sys.argv[1:]
    print(json.dumps(measures[what](path)))
