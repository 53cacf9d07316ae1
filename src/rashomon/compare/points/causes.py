"""Why something happened, as different accounts have it: open questions with their answers."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from rashomon.compare.points.propositions import Act
from rashomon.compare.points.question import ask, clarity
from rashomon.compare.points.reasons import LINKS, find_reasons
from rashomon.compare.word_groups import act_kind
from rashomon.model.article import Article
from rashomon.model.dossier import Answer, Point, Status
from rashomon.model.reading import Reading
from rashomon.model.span import Citation
from rashomon.text.encoder import Encoder
from rashomon.text.lexicon import VAGUE
from rashomon.text.normal import plain_form
from rashomon.text.truecase import Truecase

_SHARED = 0.5  # of the smaller side's words, from which two tellings are of one act
_SAME_ANSWER = 0.45  # cosine from which two reasons may be one
_SAME_WORDS = 0.4  # share of words from which they are
_BEFORE = frozenset("the this that these those it they them".split())
_SMALL = frozenset("a an the of and or in on at to by for with from after its his her".split())


def find_causes(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    accounts: Mapping[str, str],
    encoder: Encoder | None,
) -> tuple[Point, ...]:
    """The acts for which accounts give different reasons, as open points.

    Order: those with most accounts first.
    Cost: quadratic in the acts of one kind that have a reason.
    """
    by_id = {article.id: article for article in articles}
    reasons: dict[Act, Citation] = {}
    for article in articles:
        if article.id in readings:
            reasons.update(find_reasons(article, readings[article.id]))
    points = []
    for acts in _group(sorted(reasons, key=lambda act: act.key)):
        answers = _answers([reasons[act] for act in acts], accounts, encoder)
        if _differ(answers):
            points.append(_point(acts, answers, by_id))
    return tuple(sorted(points, key=lambda p: (-_accounts(p), p.id)))


def _group(acts: Sequence[Act]) -> list[list[Act]]:
    """The acts in groups of one kind, of which each shares words with another."""
    by_kind: dict[str, list[list[Act]]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: (not _things(act), act.key)):
        groups = by_kind[act_kind(act.lemma)]
        homes = [group for group in groups if any(_is_one(act, other) for other in group)]
        if homes:
            homes[0].append(act)
        elif act.lemma not in VAGUE:
            groups.append([act])
    return [group for kind in sorted(by_kind) for group in by_kind[kind]]


def _is_one(left: Act, right: Act) -> bool:
    """Whether two acts of one kind are one: done to or by the same."""
    ones, others = _things(left), _things(right)
    if not ones or not others:
        return _points(left) or _points(right)
    return len(ones & others) / min(len(ones), len(others)) >= _SHARED


def _points(act: Act) -> bool:
    """Whether an act without words of its own is one told before: "they were suspended"."""
    return not _BEFORE.isdisjoint(act.text.lower().split())


def _things(act: Act) -> frozenset[str]:
    return frozenset(plain_form(word) for word in act.clause.words) - {act.lemma}


def _differ(answers: Sequence[Answer]) -> bool:
    """Whether an account lacks an answer that another has."""
    return len({answer.accounts for answer in answers}) > 1


def _answers(
    cited: Sequence[Citation], accounts: Mapping[str, str], encoder: Encoder | None
) -> list[Answer]:
    """The reasons grouped by what they name, in the order of the largest group."""
    ordered = sorted(cited, key=lambda c: (c.page, c.start))
    alike = _alike([_plain(c.text) for c in ordered], encoder)
    left = list(range(len(ordered)))
    answers = []
    while left:
        centre = max(left, key=lambda i: (sum(alike[i, j] for j in left), -i))
        group = [j for j in left if alike[centre, j] or j == centre]
        left = [j for j in left if j not in group]
        evidence = tuple(ordered[j] for j in group)
        pages = sorted({accounts[c.page] for c in evidence})
        answers.append(Answer(" ".join(ordered[centre].text.split()), tuple(pages), evidence))
    return answers


def _plain(text: str) -> str:
    return LINKS.sub("", text, count=1).strip()


def _alike(
    texts: Sequence[str], encoder: Encoder | None
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Which reasons are one: by their words, or by what they mean.

    Shape: (texts, texts).
    """
    words = [{plain_form(w) for w in re.findall(r"\w+", t.lower())} - _SMALL for t in texts]
    shares = [[len(a & b) / max(1, min(len(a), len(b))) for b in words] for a in words]
    same = np.array(shares) >= _SAME_WORDS
    if encoder is not None:
        vectors = encoder.encode(texts)
        same |= np.round(vectors @ vectors.T, 4) >= _SAME_ANSWER
    return np.asarray(same)


def _point(
    acts: Sequence[Act], answers: Sequence[Answer], articles: Mapping[str, Article]
) -> Point:
    act = min(acts, key=lambda act: (*clarity(act, articles[act.article].text), act.key))
    article = articles[act.article]
    case = Truecase(" ".join(span.slice(article.text) for span in article.body))
    question = ask(act, article, case)
    digest = hashlib.sha256("\x1f".join(map(str, acts[0].key)).encode()).hexdigest()[:10]
    return Point(
        id=f"w{digest}",
        question=f"Why: {question[0].lower()}{question[1:]}",
        status=Status.OPEN,
        answers=tuple(answers),
    )


def _accounts(point: Point) -> int:
    return len({account for answer in point.answers for account in answer.accounts})
