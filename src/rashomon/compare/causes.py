"""Why something was done, as different accounts have it: open questions with their answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rashomon.compare.alike import group_alike
from rashomon.compare.propositions import Act, find_act
from rashomon.compare.question import ask, clarity
from rashomon.model.article import Article
from rashomon.model.dossier import Answer, Point, Status
from rashomon.model.reading import Clause, Reading
from rashomon.model.span import Citation, Span
from rashomon.text.encoder import Encoder
from rashomon.text.truecase import Truecase

_CAUSE = re.compile(
    r"\b(?:due to|because of|because|owing to|as a result of|in the wake of|in response to|"
    r"in retaliation for|in protest (?:at|against|over)|prompted by|triggered by|caused by|"
    r"blamed on|following)\b",
    re.IGNORECASE,
)
# Why a source is not named is no part of the story.
_NAMELESS = re.compile(r"\b(?:anonym\w+|not (?:authori[sz]ed|permitted|allowed))\b", re.IGNORECASE)
_END = re.compile(r"[,;:.!?()\"“”]| -- | – | — ")
_MAX_GAP = 120  # characters between an act and the words that tell why
_LINK = 0.40  # lower than for points: the acts are short, and their reasons differ
_STEM = 4  # letters by which a lemma is found again in the words
_MIN_WORDS = 3
_SAME_ANSWER = 0.55  # cosine from which two reasons are one
_SAME_WORDS = 0.4  # share of words, where there is no encoder


def find_causes(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    accounts: Mapping[str, str],
    encoder: Encoder | None,
) -> tuple[Point, ...]:
    """The acts for which two accounts or more give different reasons, as open points."""
    by_id = {article.id: article for article in articles}
    reasons: dict[Act, Citation] = {}
    for article in articles:
        if article.id in readings:
            reasons.update(_reasons(article, readings[article.id]))
    points = []
    for acts in group_alike(list(reasons), encoder, _LINK):
        cited = [reasons[act] for act in acts]
        answers = _answers(cited, accounts, encoder)
        if len(answers) > 1 and len({accounts[c.page] for c in cited}) > 1:
            points.append(_point(acts, answers, by_id))
    return tuple(sorted(points, key=lambda p: (-_accounts(p), p.id)))


def _reasons(article: Article, reading: Reading) -> Iterator[tuple[Act, Citation]]:
    """Each act with the words behind it that tell why it was done."""
    for sentence in reading.sentences:
        text = sentence.slice(article.text)
        if not _CAUSE.search(text) or _NAMELESS.search(text):
            continue
        clauses = [c for c in reading.clauses if sentence.contains(c.act) and c.lemma not in _WEAK]
        for found in _CAUSE.finditer(text):
            start = sentence.start + found.start()
            act = _act_before(start, clauses)
            end = _END.search(text, found.end())
            cause = Span(start, sentence.start + (end.start() if end else len(text)))
            if act is not None and len(cause.slice(article.text).split()) >= _MIN_WORDS:
                yield _without_cause(find_act(act, article), start, article), article.cite(cause)


def _without_cause(act: Act, end: int, article: Article) -> Act:
    """The act as it stands before the words that tell why."""
    before = {w[:_STEM] for w in re.findall(r"\w+", article.text[act.clause.start : end].lower())}
    words = tuple(w for w in act.clause.words if w[:_STEM] in before)
    clause = replace(act.clause, end=min(act.clause.end, end), words=words)
    return replace(act, clause=clause, text=" ".join(clause.slice(article.text).split()))


_WEAK = set("say tell be have do come follow report add include lead maintain".split())


def _act_before(place: int, clauses: Sequence[Clause]) -> Clause | None:
    near = [c for c in clauses if c.act.end <= place <= c.act.end + _MAX_GAP]
    verbal = [c for c in near if not c.nominal or c.object is not None]
    return max(verbal, key=lambda c: c.act.start, default=None)


def _answers(
    cited: Sequence[Citation], accounts: Mapping[str, str], encoder: Encoder | None
) -> list[Answer]:
    """The reasons grouped by what they name, in the order of the largest group."""
    ordered = sorted(cited, key=lambda c: (c.page, c.start))
    alike = _alike([c.text for c in ordered], encoder)
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


def _alike(
    texts: Sequence[str], encoder: Encoder | None
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    if encoder is not None:
        vectors = encoder.encode([_CAUSE.sub("", text, count=1).strip() for text in texts])
        return np.asarray(np.round(vectors @ vectors.T, 4) >= _SAME_ANSWER)
    words = [set(re.findall(r"\w{3,}", text.lower())) for text in texts]
    shares = [[len(a & b) / max(1, min(len(a), len(b))) for b in words] for a in words]
    return np.array(shares) >= _SAME_WORDS


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
