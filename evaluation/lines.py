"""How good the line labels are: `python -m evaluation.lines --data FOLDER`.

Measured on dumps labelled by reading, and on HTML pages of sites that training never saw,
beside the plain rules and jusText on the same lines.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from rashomon.extract import extract
from rashomon.extract.lines import Labeller, label_lines, load_labeller
from rashomon.extract.lines.page_lines import split_lines
from rashomon.model.article import Article, Block, Label
from rashomon.model.page import Form, Page
from rashomon.text.agencies import find_agency
from training.lines.dumps import credited, dumps
from training.lines.pages import Labelled, labelled, scrapinghub, split_of, trafilatura_pages

BODY = Label.BODY.value
HEADLINE = Label.HEADLINE.value
# Letters that stand for several agencies, or for the house: `find_agency` leaves them as they are.
LETTERS = {"TNS": "Tribune News Service", "CNN": "CNN Newsource"}
System = Callable[[Labelled], Sequence[str]]


def with_labeller(labeller: Labeller | None) -> System:
    """What `label_lines` says, line by line."""
    return lambda page: by_line(page.text, label_lines(page.text, labeller))


def with_extract(labeller: Labeller | None) -> System:
    """What `extract` makes of that with the fields it finds; a page that it skips has no body."""

    def answer(page: Labelled) -> list[str]:
        article = extract(Page(page.id, page.text, Form.TEXT, ""), labeller)
        if isinstance(article, Article):
            return by_line(page.text, article.blocks)
        without = Label.NAVIGATION.value
        labels = by_line(page.text, label_lines(page.text, labeller))
        return [without if label == BODY else label for label in labels]

    return answer


def by_line(text: str, blocks: Sequence[Block]) -> list[str]:
    """The label of each line: wrapped ones have that of their paragraph's block."""
    starts = [block.start for block in blocks]
    return [blocks[bisect_right(starts, line.start) - 1].label.value for line in split_lines(text)]


def with_justext(page: Labelled) -> list[str]:
    """What jusText says of the same lines, each as a paragraph."""
    import justext

    words = justext.get_stoplist("English")
    lines = [line.text for line in split_lines(page.text)]
    markup = "<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in lines) + "</body></html>"
    good = Counter(
        paragraph.text.strip()
        for paragraph in justext.justext(markup, words)
        if not paragraph.is_boilerplate
    )
    return [
        BODY if good[" ".join(line.split())] or good[line] else Label.NAVIGATION.value
        for line in lines
    ]


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def f_score(right: float, said: float, wanted: float) -> float:
    if not said and not wanted:
        return 1.0
    return share(2 * right, said + wanted)


def body_words(pages: Sequence[Labelled], answers: Sequence[Sequence[str]]) -> dict[str, float]:
    """Precision, recall and F of the words of the body, over all words and by page."""
    right = said = wanted = 0
    by_page = []
    for page, answer in zip(pages, answers, strict=True):
        sizes = [len(line.text.split()) for line in split_lines(page.text)]
        mine = sum(s for s, a in zip(sizes, answer, strict=True) if a == BODY)
        gold = sum(s for s, g in zip(sizes, page.labels, strict=True) if g == BODY)
        both = sum(s for s, a, g in zip(sizes, answer, page.labels, strict=True) if a == g == BODY)
        right, said, wanted = right + both, said + mine, wanted + gold
        by_page.append(f_score(both, mine, gold))
    return {
        "precision": share(right, said),
        "recall": share(right, wanted),
        "micro F": f_score(right, said, wanted),
        "macro F": share(sum(by_page), len(by_page)),
    }


def label_scores(
    pages: Sequence[Labelled], answers: Sequence[Sequence[str]]
) -> dict[str, tuple[float, int]]:
    """F and number of lines of each label."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for page, answer in zip(pages, answers, strict=True):
        said.update(answer)
        wanted.update(page.labels)
        right.update(a for a, g in zip(answer, page.labels, strict=True) if a == g)
    return {
        label.value: (f_score(right[label], said[label], wanted[label]), wanted[label])
        for label in Label
        if wanted[label] or said[label]
    }


def headline_share(pages: Sequence[Labelled], answers: Sequence[Sequence[str]]) -> float:
    """The share of pages with a headline whose first line called headline is one."""
    told = [
        page.labels[list(answer).index(HEADLINE)] == HEADLINE if HEADLINE in answer else False
        for page, answer in zip(pages, answers, strict=True)
        if HEADLINE in page.labels
    ]
    return share(sum(told), len(told))


def credit_scores(
    pages: Sequence[tuple[str, frozenset[str]]], labeller: Labeller | None
) -> tuple[float, float, int]:
    """Precision and recall of the credited agencies and papers, and how many there are."""
    right = said = wanted = 0
    for text, names in pages:
        article = extract(Page("page", text, Form.TEXT, ""), labeller)
        mine = {plain(name) for name in article.credits} if isinstance(article, Article) else set()
        gold = {plain(name) for name in names}
        right, said, wanted = right + len(mine & gold), said + len(mine), wanted + len(gold)
    return share(right, said), share(right, wanted), wanted


def plain(name: str) -> str:
    """One spelling for all names of an agency."""
    known = find_agency(name) or name
    return LETTERS.get(known, known).casefold().removeprefix("the ")


def held_pages(data: Path) -> list[Labelled]:
    """Dumps made from pages of the sites that training never saw, their main text found in them."""
    pages = []
    for source in [*scrapinghub(data), *trafilatura_pages(data)]:
        if split_of(source.site) == "held":
            pages.extend(labelled(source, styles=1, sure=True))
    return pages


def report(title: str, pages: Sequence[Labelled], systems: dict[str, System]) -> None:
    print(f"\n{title}: {len(pages)} pages, {sum(len(p.labels) for p in pages)} lines\n")
    print("| system | body precision | recall | micro F | macro F | headline | lines right |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    best: Sequence[Sequence[str]] = ()
    for name, system in systems.items():
        answers = [system(page) for page in pages]
        best = best or answers
        scores = body_words(pages, answers)
        lines = sum(len(p.labels) for p in pages)
        right = sum(
            a == g
            for p, x in zip(pages, answers, strict=True)
            for a, g in zip(x, p.labels, strict=True)
        )
        cells = [*scores.values(), headline_share(pages, answers), share(right, lines)]
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in cells) + " |")
    print("\n| label | F | lines |\n| --- | --- | --- |")
    for label, (score, count) in label_scores(pages, best).items():
        print(f"| {label} | {score:.3f} | {count} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public data")
    parser.add_argument("--weights", type=Path, help="another model than the package's")
    arguments = parser.parse_args()
    labeller = load_labeller(arguments.weights)
    systems: dict[str, System] = {
        "rashomon": with_labeller(labeller),
        "rashomon, whole extract": with_extract(labeller),
        "plain rules": with_labeller(None),
        "jusText": with_justext,
    }
    data = arguments.data
    report("Dumps labelled by reading", list(dumps(data, "held")), systems)
    report("Dumps of outlets never looked at", list(dumps(data, "fresh")), systems)
    for split in ("spare", "fresh"):
        precision, recall, count = credit_scores(list(credited(data, split)), labeller)
        print(f"\nCredits, {split}: precision {precision:.3f}, recall {recall:.3f} of {count}")
    report("Pages of unseen sites", held_pages(arguments.data), systems)


if __name__ == "__main__":
    main()
