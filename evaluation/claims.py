"""How well claims are found: PolNeAR's attributions, beside rules on the same parses.

A claim inside another is left out, for PolNeAR knows no nesting, and so is what the outlet tells
in its own voice.

python -m evaluation.claims --data ../shared/data            # dev, the reported figures
python -m evaluation.claims --data ../shared/data --part train --limit 200 --patterns
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc

from evaluation.polnear import Annotated, Attribution, read_labels, read_polnear
from rashomon.claims import Tagger, find_attributions, find_claims, load_tagger
from rashomon.model.article import Article, Label
from rashomon.model.claim import Claim, Mode
from rashomon.model.span import Span
from rashomon.text.parse import load_parser, place
from rashomon.text.quotations import find_quotations

ASIDE = 4  # characters outside the marks: commas and spaces between quoted sentences

Finder = Callable[[Article, Sequence[Doc]], tuple[Attribution, ...]]


def rashomon_claims(
    article: Article, docs: Sequence[Doc], tagger: Tagger | None = None
) -> tuple[Attribution, ...]:
    found = find_claims(article, docs, tagger)
    claims = [c for c in found if c.mode is not Mode.NARRATED and c.within is None]
    return tuple(_whole(twins) for _, twins in groupby(claims, key=lambda c: (c.cue, c.content)))


def attributions(article: Article, docs: Sequence[Doc], tagger: Tagger) -> tuple[Attribution, ...]:
    found = find_attributions(article, docs, tagger)
    return tuple(Attribution(one.source, one.cue, one.content) for one in found)


def quotations(_: Article, docs: Sequence[Doc]) -> tuple[Attribution, ...]:
    """The direct quotations that textacy finds; none where it is not installed."""
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return ()
    found = []
    for doc in docs:
        try:
            triples = list(direct_quotations(doc))
        except ValueError:  # it refuses a text with an odd number of marks
            continue
        found += [
            Attribution(
                (place(doc[one.speaker[0].i : one.speaker[-1].i + 1]),),
                (place(doc[one.cue[0].i : one.cue[-1].i + 1]),),
                (place(one.content),),
            )
            for one in triples
        ]
    return tuple(found)


def _whole(twins: Iterable[Claim]) -> Attribution:
    """One attribution of the claims of "the army and the ministry said P", as PolNeAR has it."""
    parts = [_attribution(claim) for claim in twins]
    sources = [span for part in parts for span in part.source]
    source = (Span(sources[0].start, max(s.end for s in sources)),) if sources else ()
    return replace(parts[0], source=source)


def _attribution(claim: Claim) -> Attribution:
    source = (claim.source,) if claim.source else ()
    return Attribution(source, (claim.cue,) if claim.cue else (), claim.content)


_SAY = set(
    "accuse acknowledge add admit allege announce argue assert claim conclude confirm declare "
    "deny explain insist note recall report reply respond say state suggest tell tweet warn "
    "write".split()
)


def plain_rule(article: Article, docs: Sequence[Doc]) -> tuple[Attribution, ...]:
    """The usual baseline: a verb of saying, its subject, and its clausal complement."""
    found = []
    for verb in (token for doc in docs for token in doc if token.lemma_ in _SAY):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if subject is None or clause is None:
            continue
        doc = verb.doc
        source = place(doc[subject.left_edge.i : subject.right_edge.i + 1])
        content = place(doc[clause.left_edge.i : clause.right_edge.i + 1])
        found.append(Attribution((source,), (place(verb),), (content,)))
    return tuple(found)


def exact(
    found: Iterable[Attribution], gold: list[tuple[str, Span]], cuts: list[int], text: str
) -> Counter[str]:
    """Exact spans as CofeNet counts them: each part cut at the sentences, each piece by itself."""
    counts: Counter[str] = Counter()
    for kind in ("source", "cue", "content"):
        wanted = {span for name, span in gold if name == kind}
        given = {
            piece
            for one in found
            for span in getattr(one, kind)
            for piece in _cut(span, cuts, text)
        }
        counts[f"{kind} hit"] += len(wanted & given)
        counts[f"{kind} wanted"] += len(wanted)
        counts[f"{kind} given"] += len(given)
    return counts


def _cut(span: Span, cuts: list[int], text: str) -> Iterator[Span]:
    start = span.start
    for cut in [c for c in cuts if span.start < c < span.end] + [span.end]:
        yield _trimmed(Span(start, cut), text)
        start = cut


def _trimmed(span: Span, text: str) -> Span:
    """The span without spaces at its ends."""
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def overlapping(found: Sequence[Attribution], gold: Sequence[Attribution]) -> Counter[str]:
    """Whole attributions whose cue (where both have one), source and content all overlap."""
    hits = len(matches(found, gold))
    return Counter({"whole hit": hits, "whole wanted": len(gold), "whole given": len(found)})


def matches(
    found: Sequence[Attribution], gold: Sequence[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    """Each found attribution with the annotated one that it is, no one twice."""
    free, pairs = list(gold), []
    for one in sorted(found, key=lambda one: not one.cue):  # those without a cue match anything
        match = next((other for other in free if _same(one, other)), None)
        if match is not None:
            free.remove(match)
            pairs.append((one, match))
    return pairs


def by_mode(
    found: Sequence[Attribution], gold: Sequence[Attribution], article: Article
) -> Counter[str]:
    """Whole attributions by how their content is told."""
    quoted = find_quotations(article.text, article.spans(*Label))
    counts: Counter[str] = Counter()
    for one, match in matches(found, gold):
        counts[f"{_mode(one, quoted)} right"] += 1
        counts[f"{_mode(match, quoted)} hit"] += 1
    counts.update(f"{_mode(one, quoted)} given" for one in found)
    counts.update(f"{_mode(one, quoted)} wanted" for one in gold)
    return counts


def _mode(one: Attribution, quoted: Sequence[Span]) -> Mode:
    inside = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for span in one.content
        for other in quoted
    )
    if not inside:
        return Mode.INDIRECT
    outside = sum(span.end - span.start for span in one.content) - inside
    return Mode.DIRECT if outside <= ASIDE else Mode.MIXED


def _same(left: Attribution, right: Attribution) -> bool:
    return (
        _meet(left.content, right.content)
        and (not left.cue or _meet(left.cue, right.cue))
        and (not left.source or not right.source or _meet(left.source, right.source))
    )


def _meet(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)


def mode_score(counts: Counter[str], mode: Mode) -> tuple[float, float, float]:
    precision = counts[f"{mode} right"] / max(1, counts[f"{mode} given"])
    recall = counts[f"{mode} hit"] / max(1, counts[f"{mode} wanted"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def f_score(counts: Counter[str], kind: str) -> tuple[float, float, float]:
    precision = counts[f"{kind} hit"] / max(1, counts[f"{kind} given"])
    recall = counts[f"{kind} hit"] / max(1, counts[f"{kind} wanted"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def gold_pieces(annotated: Annotated, cuts: list[int]) -> list[tuple[str, Span]]:
    """The annotated spans as labels, for the part that has none of CofeNet's."""
    text = annotated.article.text
    return [
        (kind, piece)
        for one in annotated.attributions
        for kind in ("source", "cue", "content")
        for span in getattr(one, kind)
        for piece in _cut(span, cuts, text)
    ]


def measure(folder: Path, part: str, limit: int | None, patterns: bool) -> None:
    parser, tagger = load_parser(), load_tagger()
    articles = list(read_polnear(folder, part))[:limit]
    labels = {}
    if part == "dev":
        by_id = {a.article.id: a.article for a in articles}
        labels = read_labels(folder / "cofenet_valid.txt", by_id)
    finders: dict[str, Finder] = {
        "attributions": lambda article, docs: attributions(article, docs, tagger),
        "claims": lambda article, docs: rashomon_claims(article, docs, tagger),
        "patterns alone": rashomon_claims,
        "plain rule": plain_rule,
        "textacy": quotations,
    }
    counts = {name: Counter[str]() for name in finders}
    seconds: dict[str, float] = defaultdict(float)
    by_score: dict[float, list[int]] = {}
    for annotated in articles:
        began = time.perf_counter()
        docs = parser.parse(annotated.article)
        seconds["parse"] += time.perf_counter() - began
        labelled = labels.get(annotated.article.id)
        cuts = labelled.cuts if labelled else _sentence_starts(docs)
        gold = labelled.spans if labelled else gold_pieces(annotated, cuts)
        for name, finder in finders.items():
            began = time.perf_counter()
            found = [one for one in finder(annotated.article, docs) if not _dropped(one, annotated)]
            seconds[name] += time.perf_counter() - began
            counts[name] += exact(found, gold, cuts, annotated.article.text) + overlapping(
                found, annotated.attributions
            )
            counts[name] += by_mode(found, annotated.attributions, annotated.article)
        if patterns:
            _count_patterns(annotated, docs, tagger, by_score)
    _print(part, len(articles), counts, seconds, by_score)


def _sentence_starts(docs: Sequence[Doc]) -> list[int]:
    return [place(sentence).start for doc in docs for sentence in doc.sents]


def _dropped(one: Attribution, annotated: Annotated) -> bool:
    return any(_meet(one.content, [span]) for span in annotated.discarded)


def _count_patterns(
    annotated: Annotated, docs: Sequence[Doc], tagger: Tagger, by_score: dict[float, list[int]]
) -> None:
    """How many claims of each score are right: the scores are these shares, rounded."""
    for claim in find_claims(annotated.article, docs, tagger):
        one = _attribution(claim)
        if claim.mode is Mode.NARRATED or claim.score is None or _dropped(one, annotated):
            continue
        right = any(_same(one, other) for other in annotated.attributions)
        tally = by_score.setdefault(claim.score, [0, 0])
        tally[0] += right
        tally[1] += 1


def _print(
    part: str,
    articles: int,
    counts: dict[str, Counter[str]],
    seconds: dict[str, float],
    by_score: dict[float, list[int]],
) -> None:
    print(f"PolNeAR {part}, {articles} articles")
    print(
        f"{'':14} {'source P/R/F':>18} {'cue P/R/F':>18} {'content P/R/F':>18} {'whole P/R/F':>18}"
    )
    for name, tally in counts.items():
        cells = [f_score(tally, kind) for kind in ("source", "cue", "content", "whole")]
        shown = " ".join("{:6.1f}{:6.1f}{:6.1f}".format(*(100 * v for v in cell)) for cell in cells)
        print(f"{name:14} {shown}")
    print(
        f"\n{'whole, by mode':14} {'direct P/R/F':>18} {'indirect P/R/F':>18} {'mixed P/R/F':>18}"
    )
    for name, tally in counts.items():
        cells = [mode_score(tally, mode) for mode in (Mode.DIRECT, Mode.INDIRECT, Mode.MIXED)]
        shown = " ".join("{:6.1f}{:6.1f}{:6.1f}".format(*(100 * v for v in cell)) for cell in cells)
        print(f"{name:14} {shown}")
    print("seconds:", ", ".join(f"{name} {value:.1f}" for name, value in seconds.items()))
    for score, (right, given) in sorted(by_score.items()):
        print(f"score {score:.2f}: {right} of {given} right, {right / given:.2f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--part", choices=["train", "dev"], default="dev")
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--patterns", action="store_true")
    chosen = arguments.parse_args()
    folder = chosen.data / "attribution" / "polnear"
    measure(folder, chosen.part, chosen.limit, chosen.patterns)


if __name__ == "__main__":
    main()
