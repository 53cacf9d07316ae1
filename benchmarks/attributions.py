"""Prints what finding attributions costs beside spaCy: `python -m benchmarks.attributions`.

On the bodies of the public data folder's dumps (`--data`), or of made pages where none is given.
`--graph FILE` also times another graph in the tagger's place: `python -m training.attribution
--like-bert FILE` writes one of BERT's size. All in one process, on the same text, in turns, the
fastest of some rounds; then how time grows with one article's length, and the most memory held.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from math import inf
from pathlib import Path
from time import perf_counter

from benchmarks.child import READ, peak_mb
from benchmarks.lines import dumps
from benchmarks.pages import make_pages
from rashomon import Models, extract
from rashomon.claims import find_claims
from rashomon.claims.find import find_drafts
from rashomon.claims.prose import read_prose
from rashomon.claims.tagger.drafts import find_tagged
from rashomon.claims.tagger.model import Tagger, load_tagger
from rashomon.model.article import Article, Block, Label
from rashomon.model.page import Form, Page

ROUNDS = 3  # of which the fastest counts: others' work on the machine only ever slows one down
ARTICLES = 80
LENGTHS = (1, 4, 16)  # times one article's text
MADE = 200


def read_articles(data: Path | None, models: Models) -> list[Article]:
    """English articles of some length, cleaned."""
    texts = dumps(data) if data else [page.text for page in make_pages(MADE)]
    found = (
        extract(Page(str(n), text, Form.TEXT, ""), models.labeller) for n, text in enumerate(texts)
    )
    known = [a for a in found if isinstance(a, Article) and a.language == "en" and a.body]
    return known[:ARTICLES]


def fastest_s(
    works: Mapping[str, Callable[[Article], object]], articles: Sequence[Article]
) -> dict[str, float]:
    """Seconds of the fastest round of each; they take turns, since a machine's speed changes."""
    took = dict.fromkeys(works, inf)
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = perf_counter()
            for article in articles:
                work(article)
            took[name] = min(took[name], perf_counter() - start)
    return took


def body(article: Article) -> str:
    """What is read of an article, as one text."""
    return "\n".join(span.slice(article.text) for span in article.body)


def systems(models: Models, graph: Path | None) -> dict[str, Callable[[Article], object]]:
    """What is timed, each on one article from its characters on."""
    import spacy

    name = f"{models.parser.language}_{models.parser.name.partition('@')[0]}"
    entities, parse = spacy.load(name, enable=READ), spacy.load(name, enable=("tok2vec", "parser"))
    tagger = models.tagger
    assert tagger is not None, "the tagger's weights are not there: training/attribution"
    timed: dict[str, Callable[[Article], object]] = {
        "spaCy, parse and entities": lambda article: entities(body(article)),
        "spaCy, parse alone": lambda article: parse(body(article)),
        "claims, with the parse": lambda a: find_claims(a, models.parser.parse(a), tagger),
        "claims without the tagger, with the parse": lambda a: find_claims(
            a, models.parser.parse(a)
        ),
    }
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        pass
    else:

        def with_textacy(article: Article) -> object:
            with suppress(ValueError):  # it refuses an odd number of marks
                return list(direct_quotations(entities(body(article))))
            return None

        timed["textacy, direct quotations, with the parse"] = with_textacy
    if graph is not None:
        other = load_tagger(graph)
        timed[f"{graph.stem} in the tagger's place"] = lambda a: tag(models, a, other)
    return timed


def tag(models: Models, article: Article, tagger: Tagger) -> object:
    """The parse and what the tagger makes of it."""
    prose = read_prose(article, models.parser.parse(article))
    return find_tagged(prose, find_drafts(prose), tagger)


def longer(article: Article, times: int) -> Article:
    """The article's body so many times over."""
    words = body(article) + "\n"
    blocks = tuple(
        Block(at + span.start, at + span.end, Label.BODY)
        for at in range(0, times * len(words), len(words))
        for span in _lines(words)
    )
    return replace(article, text=words * times, blocks=blocks)


def _lines(words: str) -> list[Block]:
    found, at = [], 0
    for line in words.splitlines():
        if line:
            found.append(Block(at, at + len(line), Label.BODY))
        at += len(line) + 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attributions", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--graph", type=Path, help="another graph, in the tagger's place")
    chosen = parser.parse_args()
    models = Models()
    articles = read_articles(chosen.data, models)
    words = sum(len(body(article).split()) for article in articles)
    print(f"{len(articles)} articles, {words} words\n")
    print("| | seconds | words/s | times spaCy |\n| --- | ---: | ---: | ---: |")
    took = fastest_s(systems(models, chosen.graph), articles)
    first = next(iter(took.values()))
    for name, seconds in took.items():
        print(f"| {name} | {seconds:.1f} | {words / seconds:.0f} | {seconds / first:.2f} |")
    print("\n| one article's length | seconds | words/s |\n| --- | ---: | ---: |")
    middle = sorted(articles, key=lambda article: len(body(article)))[len(articles) // 2]
    for times in LENGTHS:
        long = longer(middle, times)
        count = len(body(long).split())
        claims = {"": lambda a: find_claims(a, models.parser.parse(a), models.tagger)}
        seconds = fastest_s(claims, [long])[""]
        print(f"| {count} words | {seconds:.2f} | {count / seconds:.0f} |")
    print(f"\npeak memory {peak_mb(resource.RUSAGE_SELF):.0f} MB")


if __name__ == "__main__":
    main()
