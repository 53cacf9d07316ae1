"""One measured run in a process of its own: `python -m benchmarks.child FOLDER` prints JSON.

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
from time import perf_counter
from typing import Any

ROUNDS_OF_PARSE = 2  # the better of two: the first pays for what spaCy makes at first use
READ = ("tok2vec", "tagger", "parser", "ner")


def measure(folder: str) -> dict[str, Any]:
    """The whole run as the command line does it, then step by step in one process, then spaCy."""
    with seconds() as loading:
        from rashomon.pipeline import Config, Models, dossiers
        from rashomon.read import read

        models = Models()
        parser, _, _ = models.parser, models.encoder, models.labeller
    loaded_mb = peak_mb(resource.RUSAGE_SELF)
    with seconds() as whole:
        report = dossiers(read(folder), Config(workers=os.cpu_count() or 1), models)
    memory = {
        "loaded_mb": loaded_mb,
        "peak_mb": peak_mb(resource.RUSAGE_SELF),
        "worker_mb": peak_mb(resource.RUSAGE_CHILDREN),
    }
    pages = [page for dossier in report.stories for page in dossier.pages]
    texts = ["\n".join(span.slice(page.text) for span in page.body) for page in pages]
    return memory | {
        "loading_s": loading[0],
        "whole_s": whole[0],
        "steps_s": measure_steps(folder, models),
        "stories": len(report.stories),
        "pages": len(pages),
        "words": sum(len(text.split()) for text in texts),
        "parse_s": measure_parse(parser.name, parser.language, texts),
    }


def measure_steps(folder: str, models: Any) -> dict[str, float]:
    """Seconds by step, one after the other in this process."""
    from rashomon import (
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
            models.parser.parse(article)
    with step("claims"):
        read_all = [read_article(article, models.parser) for article in articles]
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
    return steps


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
    print(json.dumps(measure(sys.argv[1])))
