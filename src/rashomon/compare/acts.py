"""The words that accounts choose for what was done to somebody whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.compare.people import Named, People
from rashomon.model.article import Article
from rashomon.model.reading import Clause, Mention, MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.lexicon import same_meaning

_LINKS = re.compile(r"\b(?:of|in|for|on|at|by|to|from|with|against|over|after|before)\b")
_GOES_ON = re.compile(
    r"\s*(?:,|\(|$|(?:and|or|in|at|on|near|outside|after|from|during|for|over|with|by|as|to)\b)"
)
_LEADING = re.compile(
    r"^(?:(?:an?|one|two|three|four|five|six|several|some|many|\d[\d,.]*|the|this|that|these|those|another|any|its|his|her|their|our)\s+|[^,;]*['’]s?\s+)+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[,\s](?:which|that)\s+(?:\w+\s+)?$")
_INSIDE = re.compile(r"\b(?:in|by|during)\s+$")
_INJURE = frozenset("kill assassinate murder slay injure wound hurt die shoot hit target".split())
# What anybody does to anybody all day; these tell no act that accounts would name differently.
_LIGHT = frozenset(
    """
    be have do make get give take say tell ask call quote cite see know want help let put keep
    include involve follow join name use need like show mean regard concern describe refer
    think believe hear watch meet find mention represent lead become remain send bring
    """.split()
)  # fmt: skip


# Verbs that news pages choose between for one act, beyond the senses that WordNet shares.
# Source: common knowledge of news style.
_ONE_ACT = tuple(
    frozenset(verbs.split())
    for verbs in (
        "kill assassinate murder slay execute eliminate gun",
        "fire dismiss sack oust remove axe depose",
        "arrest detain apprehend capture seize abduct kidnap",
        "deport expel evict banish",
        "injure wound hurt maim",
        "attack raid strike bomb bombard shell hit target",
        "charge indict accuse prosecute",
        "convict sentence condemn",
        "halt suspend pause freeze stop",
        "free release liberate",
        "criticize criticise blast slam denounce condemn attack",
        "invade occupy annex liberate",
        "disperse clear evict crush",
        "buy acquire purchase take",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a page tells what was done to somebody.

    `lemma` is the verb of the act, `head` that of the word chosen: "kill" and "strike" where a
    strike killed. `text` is the word with what stands before it, without article and owner.
    """

    page: str
    whom: Named
    lemma: str
    head: str
    span: Span
    text: str
    noun: bool


def find_told(article: Article, reading: Reading, people: People) -> Iterator[Told]:
    """What the article tells as done to those it names, in the order of the text."""
    nominal = {clause.act: clause for clause in reading.clauses if clause.nominal}
    for clause in reading.clauses:
        if clause.negated or clause.modal or clause.lemma in _LIGHT:
            continue
        for whom in _patients(article, clause, people):
            if whom.kind is not MentionKind.PERSON and not _grave(clause.lemma):
                continue
            yield _told(article, clause, whom, clause.lemma)
            for means in _means(article, clause, nominal):
                if means.lemma not in _LIGHT:
                    yield _told(article, means, whom, clause.lemma)


def _told(article: Article, clause: Clause, whom: Named, lemma: str) -> Told:
    span = _chosen(article, clause) if clause.nominal else clause.act
    text = " ".join(span.slice(article.text).split())
    return Told(article.id, whom, lemma, clause.lemma, span, text, clause.nominal)


def _chosen(article: Article, clause: Clause) -> Span:
    """The noun with its adjectives and compounds: "US precision drone strike"."""
    start = min(clause.start, clause.act.start)
    before = article.text[start : clause.act.start]
    leading = _LEADING.match(before)
    return Span(start + (leading.end() if leading else 0), clause.act.end)


def _patients(article: Article, clause: Clause, people: People) -> Iterator[Named]:
    """Whom the act was done to: who heads its object, or owns an act told by a noun."""
    if clause.object is not None:
        for mention, one in people.inside(article.id, _reach(article, clause.object)):
            if _heads(article.text, clause.object, mention):
                yield one


def _reach(article: Article, phrase: Span) -> Span:
    """The object with an apposition behind it, which may hold the name."""
    end = re.compile(r"[.;!?\n]").search(article.text, phrase.end)
    return Span(phrase.start, min(end.start() if end else len(article.text), phrase.end + 80))


def _heads(text: str, phrase: Span, mention: Mention) -> bool:
    """Whether the object is the named one, not something of theirs or around them."""
    first = min(mention.start, mention.role.start) if mention.role else mention.start
    if first >= phrase.end:
        return False
    if mention.start >= phrase.end and (mention.role is None or mention.role.start != phrase.start):
        return False
    before, behind = text[phrase.start : first], text[mention.end : phrase.end]
    return not _LINKS.search(before) and bool(_GOES_ON.match(behind))


def _means(article: Article, clause: Clause, nominal: Mapping[Span, Clause]) -> Iterator[Clause]:
    """The events that the act was done by: its subject, or what it happened in."""
    nearest = None
    for act, other in nominal.items():
        if act == clause.act:
            continue
        if act.end <= clause.act.start and (nearest is None or act > nearest.act):
            nearest = other
        if clause.subject is not None and clause.subject.contains(act):
            if not _LINKS.search(article.text[clause.subject.start : act.start]):
                yield other
        elif clause.lemma not in _INJURE:
            continue  # "charged in the murder" is not charged by it
        elif other.under == clause.act and _INSIDE.search(article.text[: other.start][-12:]):
            yield other
    subject = clause.subject
    if nearest is not None and clause.relation == "relcl" and subject is not None:
        inside = subject.contains(nearest.act)
        if not inside and _relates(article.text, nearest, clause):
            yield nearest


def _relates(text: str, event: Clause, clause: Clause) -> bool:
    """Whether a relative clause is about the event noun before it, whatever the parser says."""
    between = text[event.act.end : clause.act.start]
    return (
        0 < len(between) <= 80
        and not re.search(r"[.;:!?\n]", between)
        and between.count(",") <= 1
        and bool(_RELATIVE.search(between))
    )


def one_act(left: str, right: str) -> bool:
    """Whether two verbs can tell one act done to one person."""
    return same_meaning(left, right) or any(left in s and right in s for s in _ONE_ACT)


def _grave(lemma: str) -> bool:
    """Whether an act is of those that accounts fall out over, whoever it is done to."""
    return any(lemma in verbs for verbs in _ONE_ACT)
