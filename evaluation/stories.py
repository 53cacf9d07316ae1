"""How well pages are put into stories: `python -m evaluation.stories --data FOLDER`.

ECB+ topics 1-17, every other Wikinews event and BASIL are learnt from, the rest is measured on;
all of NewsWCL50 is. Beside it stand average link over plain TF-IDF with its threshold from the
learning half and with the best for each set in hindsight, and HDBSCAN and BERTopic on sentence
vectors. `online` is the same procedure on pages in ten shuffled lots.
"""

from __future__ import annotations

import argparse
import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np

from evaluation.stories_peers import cluster, density_groups, encode_openings
from rashomon.lineage import find_lineages
from rashomon.model.article import Article, Block, Label
from rashomon.stories import group_stories
from rashomon.stories.features import find_features
from rashomon.stories.online import Arrival, Stories, advance
from rashomon.text.normal import find_words

LEARN_TOPICS = range(1, 18)
THRESHOLDS = [step / 100 for step in range(4, 60, 2)]


@dataclass(frozen=True)
class Gold:
    """Articles, and the event of each by its id."""

    name: str
    articles: tuple[Article, ...]
    events: Mapping[str, str]


def article_of(id_: str, headline: str, paragraphs: Sequence[str]) -> Article:
    """An article whose first line is its headline."""
    lines = [headline, *paragraphs]
    text, blocks, at = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        if line:
            blocks.append(Block(at, at + len(line), Label.BODY if number else Label.HEADLINE))
        at += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    return Article(id_, digest, text, tuple(blocks), headline or None)


def ecbplus(data: Path, learn: bool) -> Gold:
    articles, events = [], {}
    for path in sorted((data / "stories" / "ecbplus").glob("*/*.xml")):
        topic = int(path.parent.name)
        if (topic in LEARN_TOPICS) is not learn:
            continue
        lines = [line for line in ecb_lines(path) if not line.startswith("http")]
        articles.append(article_of(path.name, lines[0], lines[1:]))
        events[path.name] = f"{topic} {'plus' if 'plus' in path.name else ''}"
    return Gold("ECB+", tuple(articles), events)


def ecb_lines(path: Path) -> Iterator[str]:
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(int(token.get("sentence", 0)), []).append(token.text or "")
    for number in sorted(sentences):
        yield " ".join(sentences[number])


def wikinews(data: Path, learn: bool) -> Gold:
    articles, events = [], {}
    for name in ("wikinews", "wikinews_medium"):
        stories = json.loads((data / "stories" / "wikinews" / f"{name}.json").read_text("utf-8"))
        for number, story in enumerate(stories):
            if "On the campaign trail" in story["title"] or (number % 2 == 0) is not learn:
                continue
            for place, page in enumerate(story["articles"]):
                id_ = f"{name}/{number}/{place}"
                paragraphs = [line for line in page["text"].split("\n") if line.strip()]
                if paragraphs:
                    articles.append(article_of(id_, page["title"] or "", paragraphs))
                    events[id_] = f"{name}/{number}"
    return Gold("Wikinews", tuple(articles), events)


def gun_violence(data: Path) -> Gold:
    """The pages of the Gun Violence Corpus, by incident: the middle part of a page's id."""
    sentences: dict[str, dict[int, list[str]]] = {}
    for line in (data / "stories" / "gvc" / "gvc_val.conll").read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 5:
            sentences.setdefault(fields[0], {}).setdefault(int(fields[1]), []).append(fields[3])
    articles, events = [], {}
    for id_, by_number in sorted(sentences.items()):
        lines = [" ".join(words) for number, words in sorted(by_number.items()) if number]
        articles.append(article_of(id_, lines[0], lines[1:]))
        events[id_] = id_.split("/")[1]
    return Gold("GVC", tuple(articles), events)


def gun_violence_dated(data: Path) -> Gold:
    """The same pages with their days, which the corpus gives as the first sentence of each."""
    lines = (data / "stories" / "gvc" / "gvc_val.conll").read_text("utf-8").splitlines()
    fields = [line.split("\t") for line in lines]
    days = {field[0]: field[3] for field in fields if len(field) == 5 and field[1] == "0"}
    plain = gun_violence(data)
    dated = tuple(replace(article, published=days.get(article.id)) for article in plain.articles)
    return Gold("GVC dated", dated, plain.events)


def basil_dated(data: Path) -> Gold:
    """Three outlets on each of fifty events, with their days."""
    articles, events = [], {}
    for path in sorted((data / "stories" / "basil" / "articles").glob("*/*.json")):
        page = json.loads(path.read_text("utf-8"))
        paragraphs = [" ".join(sentences) for sentences in page["body-paragraphs"]]
        article = article_of(path.stem, page["title"], paragraphs)
        articles.append(replace(article, published=page["date"]))
        events[path.stem] = page["triplet-uuid"]
    return Gold("BASIL dated", tuple(articles), events)


def newswcl50(data: Path) -> Gold:
    """Five outlets on each of five events, undated."""
    articles, events = [], {}
    for path in sorted((data / "stories" / "newswcl50").glob("event_*/*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        articles.append(article_of(path.stem, lines[0], lines[1:]))
        events[path.stem] = path.parent.name
    return Gold("NewsWCL50", tuple(articles), events)


def b_cubed(gold: Mapping[str, str], groups: Sequence[Sequence[str]]) -> tuple[float, float, float]:
    """Precision, recall and F, each page counting the same (Bagga and Baldwin 1998)."""
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for group in groups:
        for event, count in Counter(gold[id_] for id_ in group).items():
            precision += count * count / len(group)
            recall += count * count / sizes[event]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def online_groups(gold: Gold, lots: int = 10, seed: int = 0) -> list[list[str]]:
    """The stories of pages that come in shuffled lots, copies by the whole set's lineages."""
    order = sorted(gold.articles, key=lambda article: article.id)
    Random(seed).shuffle(order)
    come: dict[str, str] = {}
    of = {id_: each.id for each in find_lineages(order).lineages for id_ in each.articles}
    arrivals = []
    for article in order:
        first = come.setdefault(of[article.id], article.id)
        copies = (first,) if first != article.id else ()
        features = find_features(article)
        arrivals.append(Arrival(article.id, article.content_hash, features, copies))
    size, stories = -(-len(arrivals) // lots), Stories()
    for start in range(0, len(arrivals), size):
        stories = advance(stories, arrivals[start : start + size]).stories
    return [list(story.pages) for story in stories.stories.values()]


def tfidf_groups(gold: Gold, threshold: float) -> list[list[str]]:
    """The peer: TF-IDF of all words over this set, average link."""
    words = [find_words(article.text).forms for article in gold.articles]
    vocabulary = {form: k for k, form in enumerate(sorted({f for forms in words for f in forms}))}
    counts = np.zeros((len(words), len(vocabulary)), dtype=np.float32)
    for row, forms in enumerate(words):
        for form in forms:
            counts[row, vocabulary[form]] += 1
    held = (counts > 0).sum(axis=0)
    weights = np.log1p(counts) * np.log(len(words) / held)
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    rows = [[row] for row in range(len(words))]
    groups = cluster(weights @ weights.T, rows, threshold)
    return [[gold.articles[row].id for row in group] for group in groups]


def best_threshold(
    golds: Sequence[Gold], groups: Callable[[Gold, float], list[list[str]]]
) -> float:
    return max(
        THRESHOLDS,
        key=lambda t: sum(b_cubed(gold.events, groups(gold, t))[2] for gold in golds),
    )


def report(name: str, system: str, gold: Gold, groups: Sequence[Sequence[str]]) -> None:
    precision, recall, f = b_cubed(gold.events, groups)
    events = len(set(gold.events.values()))
    print(
        f"{name:22} {system:22} {len(gold.articles):4} pages {events:3} events {len(groups):4} "
        f"stories  P {precision:.3f} R {recall:.3f} F {f:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    learnt = [ecbplus(data, True), wikinews(data, True)]
    threshold = best_threshold(learnt, tfidf_groups)
    measured = [ecbplus(data, False), wikinews(data, False), newswcl50(data)]
    measured += [gun_violence(data), gun_violence_dated(data)]
    for half, golds in (("learnt", [*learnt, basil_dated(data)]), ("measured", measured)):
        for gold in golds:
            title = f"{gold.name} {half}"
            report(title, f"TF-IDF at {threshold}", gold, tfidf_groups(gold, threshold))
            best = best_threshold([gold], tfidf_groups)
            report(title, f"TF-IDF at best, {best}", gold, tfidf_groups(gold, best))
            vectors = encode_openings(gold.articles)
            for name, groups in density_groups(gold.articles, vectors):
                ids = [[gold.articles[row].id for row in group] for group in groups]
                report(title, name, gold, ids)
            stories = group_stories(gold.articles, find_lineages(gold.articles))
            report(title, "rashomon", gold, [list(story.articles) for story in stories])
            report(title, "rashomon online", gold, online_groups(gold))


if __name__ == "__main__":
    main()
