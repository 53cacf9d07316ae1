"""What each claim puts forward, as one act that can be held against another account's."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.compare.points.parties import PREPOSITIONS, is_limited, plain_words, read_party
from rashomon.compare.points.rejected import calls_untrue
from rashomon.model.article import Article
from rashomon.model.claim import Attitude, Claim, HolderClass, Mode
from rashomon.model.reading import Clause, Reading
from rashomon.model.span import Span
from rashomon.text.lexicon import verb_of
from rashomon.text.normal import plain_form
from rashomon.text.places import Places

# Verbs that say little beside an event noun: to "grant approval" is to approve.
_LIGHT = {"give", "grant", "have", "make", "take", "carry", "issue", "hold", "conduct", "launch"}
_LIGHT |= {"reach", "get", "receive", "place", "commit", "undertake", "obtain", "show"}
# Acts of telling: their content is a claim of its own, so they put nothing forward themselves.
_TELLING = {"say", "tell", "report", "add", "claim", "deny", "confirm", "announce", "state"}
_TELLING |= {"cite", "quote", "accord", "comment", "respond", "decline", "refuse", "note"}
_TELLING |= {"allege", "accuse", "charge", "suggest", "remark", "reject", "dismiss", "commentate"}
_TELLING |= {"show", "indicate", "conclude", "demonstrate", "reveal", "affirm", "maintain"}
_TELLING |= {"believe", "think", "consider", "know", "feel", "hope", "expect", "insist", "stress"}
_ANSWERS = {Attitude.ASSERTS, Attitude.DENIES}
_PERSONAL = {"he", "she", "they"}
_PERSONS = {HolderClass.PERSON, HolderClass.OFFICIAL, HolderClass.MILITARY, HolderClass.DIPLOMAT}
_PERSONS |= {HolderClass.LAWMAKER, HolderClass.WITNESS, HolderClass.ANALYST}
_CLASSES = frozenset(HolderClass) - {HolderClass.UNKNOWN, HolderClass.DOCUMENT}
_THINKING = {"think", "believe", "feel", "consider"}
_VOWS = {"agree", "offer", "pledge", "promise", "swear", "threaten", "vow"}  # to do it
_MOST = 0.6  # of a claim's content, from which the claim nested in it says it all
_PREPOSITIONS = {"of", *PREPOSITIONS}
_COMPLEMENTS = {"xcomp", "ccomp", "acl", "dobj"}


@dataclass(frozen=True, slots=True)
class Act:
    """One act that an article tells; `lemma` is its verb, `text` what it says in one line.

    `who` and `whom` are the plain words of those who act and of those acted on; empty where a
    pronoun or the voice leaves them open. `to_do` are the verbs of what they are told or want to
    do. `limited` is whether it is denied for a time or a case only: "not until", "nobody else".
    """

    article: str
    clause: Clause
    lemma: str
    text: str
    who: frozenset[str]
    whom: frozenset[str]
    to_do: frozenset[str]
    limited: bool

    @property
    def against(self) -> bool:
        """Whether it is told as not so."""
        return self.clause.negated

    @property
    def takes_side(self) -> bool:
        """Whether it is told as so or not so, not left open or unanswered."""
        return True

    @property
    def key(self) -> tuple[str, int, int]:
        """A total order that neither time nor chance enters."""
        return (self.article, self.clause.act.start, self.clause.act.end)


@dataclass(frozen=True, slots=True)
class Proposition(Act):
    """One act that a claim puts forward."""

    claim: Claim

    @property
    def against(self) -> bool:
        """Whether its holder says that it is not so."""
        return self.clause.negated != (self.claim.attitude is Attitude.DENIES)

    @property
    def takes_side(self) -> bool:
        """Whether its holder answers, and with yes or no."""
        return self.claim.response is None and self.claim.attitude in _ANSWERS


def find_propositions(article: Article, reading: Reading) -> tuple[Proposition, ...]:
    """The propositions of all claims of an article, in the order of the claims.

    A wish, an order or a vow puts nothing forward that could be so or not.
    """
    told = Places([s for c in reading.claims if c.mode is not Mode.NARRATED for s in c.content])
    said = [c for c in reading.claims if _puts_forward(c, told)]
    acts = Places([clause.act for clause in reading.clauses])
    things = {c.id for c in said if not _has_verb(_inside(c, reading.clauses, acts))}
    inner = _told_by_inner([c for c in said if c.id not in things])
    cues = Places([c.cue for c in said if c.id in things and c.cue is not None])
    return tuple(
        _proposition(clause, inside, article, claim)
        for claim in said
        if claim.id not in inner  # the claim nested in it says what is put forward
        for inside in [_inside(claim, reading.clauses, acts)]
        for clause in _main_clauses(claim, inside, cues)
        if not calls_untrue(clause.slice(article.text))  # a denial of something else
        if not (claim.mode is Mode.NARRATED and clause.negated)  # what did not happen is a frame
    )


def _proposition(
    clause: Clause, inside: Sequence[Clause], article: Article, claim: Claim
) -> Proposition:
    fields = _fields(clause, inside, article)
    above = next((c for c in inside if c.act == clause.under), None)
    if above is not None and above.negated and above.lemma in _THINKING:  # "I don't think he won"
        fields["clause"] = replace(fields["clause"], negated=not clause.negated)
    if not fields["who"] and _is_of_holder(clause, claim, article.text):
        fields["who"] = plain_words(claim.holder.name)
    return Proposition(**fields, claim=claim)


def _is_of_holder(clause: Clause, claim: Claim, text: str) -> bool:
    """Whether the holder is the one who acts: "the ministry denied it had done so, or doing so"."""
    if clause.nominal or clause.passive or claim.mode is Mode.NARRATED:
        return False
    if clause.subject is None:
        return claim.attitude is Attitude.DENIES and clause.under is None
    word = clause.subject.slice(text).lower()
    if word in {"i", "we"}:
        return claim.mode is not Mode.INDIRECT
    if claim.mode is not Mode.INDIRECT or claim.holder.class_ not in _CLASSES:
        return False
    return word in (_PERSONAL if claim.holder.class_ in _PERSONS else {"it", "they"})


def _puts_forward(claim: Claim, told: Places) -> bool:
    """Whether the claim is one that could be so or not, and the outlet's own only where no one
    else is given for it."""
    if claim.mode is Mode.NARRATED:
        return not any(told.overlapping(own) for own in claim.content)
    return claim.attitude is not Attitude.NONE or claim.response is not None


def _told_by_inner(claims: Sequence[Claim]) -> set[str]:
    """The claims whose content is for the most part that of a claim nested in them."""
    by_id = {claim.id: claim for claim in claims}
    return {
        claim.within
        for claim in claims
        if claim.within in by_id
        and _size(claim.content) >= _MOST * _told(by_id[claim.within], claim)
    }


def _told(outer: Claim, inner: Claim) -> int:
    """The length of what a claim tells, without the words that say who has it from whom."""
    saying = {span for span in (inner.cue, inner.source) if span}
    inside = [s for s in saying if any(own.contains(s) for own in outer.content)]
    return _size(outer.content) - _size(inside)


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def find_act(clause: Clause, article: Article) -> Act:
    """The act that a clause of the article tells."""
    return Act(**_fields(clause, (), article))


def _inside(claim: Claim, clauses: Sequence[Clause], acts: Places) -> tuple[Clause, ...]:
    found = {number for span in claim.content for number in acts.inside(span)}
    return tuple(clauses[number] for number in sorted(found))


def _has_verb(inside: Sequence[Clause]) -> bool:
    return any(not clause.nominal for clause in inside)


def _main_clauses(claim: Claim, inside: Sequence[Clause], cues: Places) -> Iterator[Clause]:
    """The clauses of a claim's content that hang on nothing else in it.

    `cues` are those of claims that hold a thing only: to report a fault is an act.
    """
    acts = {clause.act: clause for clause in inside}
    tops = [clause for clause in inside if _is_top(clause, acts)]
    tops = [c for c in tops if _tells_more(c, inside) or cues.overlapping(c.act)]
    tops = [c for c in tops if c.modal not in _VOWS]
    verbal = [clause for clause in tops if not clause.nominal]
    if verbal:
        yield from verbal
    elif claim.mode is not Mode.NARRATED:
        yield from tops[:1]
    if claim.mode is Mode.NARRATED and not claim.hedged:
        yield from (c for c in inside if _is_taken_as_done(c, acts))


def _is_taken_as_done(clause: Clause, acts: dict[Span, Clause]) -> bool:
    """As in "the sabotage of the dam has claimed 19 lives": what tells of it takes it as done."""
    above = acts.get(clause.under) if clause.under else None
    is_subject = clause.nominal and clause.relation in {"nsubj", "nsubjpass"}
    is_told = above is not None and _is_top(above, acts) and above.finite and above.modal is None
    return is_subject and is_told and clause.object is not None


def _fields(clause: Clause, inside: Sequence[Clause], article: Article) -> dict[str, Any]:
    """What an act is made of: its clause with the complements that it takes."""
    parts = [clause]
    for other in inside:
        if other.relation in _COMPLEMENTS and other.under in {part.act for part in parts}:
            parts.append(other)
    words = [plain_form(w) for part in parts for w in part.words if w not in _WHEN]
    words += [plain_form(part.lemma) for part in parts[1:]]
    end = max(part.end for part in parts)
    lemma = "order" if _is_order(clause, inside) else _lemma(clause, article.text)
    whom = read_party(clause.object, article.text)
    return {
        "article": article.id,
        "clause": replace(clause, end=end, words=tuple(dict.fromkeys(words))),
        "lemma": lemma,
        "text": _text(clause, end, article),
        "who": read_party(clause.subject, article.text),
        "to_do": frozenset(part.lemma for part in parts[1:] if part.relation == "xcomp"),
        "limited": clause.negated and is_limited(clause, inside, article.text),
        "whom": frozenset(word for word in whom if verb_of(word) != lemma),  # "no sabotage"
    }


def _tells_more(clause: Clause, inside: Sequence[Clause]) -> bool:
    """Whether it says more than that something was said, or that "no such" thing is so."""
    if clause.negated and "such" in clause.words:
        return False
    return clause.lemma not in _TELLING or _is_order(clause, inside)


def _is_order(clause: Clause, inside: Sequence[Clause]) -> bool:
    """As in "told the crew to leave": an act, not a saying."""
    return clause.lemma == "tell" and any(
        other.relation == "xcomp" and other.under == clause.act for other in inside
    )


def _is_top(clause: Clause, acts: dict[Span, Clause]) -> bool:
    above = acts.get(clause.under) if clause.under else None
    if above is None:
        return True
    if clause.relation in {"conj", "parataxis"}:
        return _is_top(above, acts)
    # "the fact that", "it is clear that": what hangs on telling is what is told.
    is_content = clause.relation == "ccomp" or (clause.relation == "acl" and clause.finite)
    is_told = is_content and above.lemma in _TELLING
    return is_told and (not above.negated or above.lemma in _THINKING)


def _lemma(clause: Clause, text: str) -> str:
    """The act's verb; beside a verb that says little, what its object says."""
    if clause.object is None or clause.nominal:
        return clause.lemma
    words = [word.strip(".,;:'\"’”") for word in clause.object.slice(text).lower().split()]
    if clause.lemma == "be":
        noun = _before_preposition(words)
        whose = words[len(noun) + 1 :] if words[len(noun) : len(noun) + 1] == ["of"] else []
        being = " of ".join([noun[-1], *_before_preposition(whose)[-1:]])
        return verb_of(noun[-1]) or f"be {being}"
    if clause.lemma in _LIGHT:
        head = _before_preposition(words)
        return next((verb for word in reversed(head) if (verb := verb_of(word))), clause.lemma)
    return clause.lemma


def _before_preposition(words: Sequence[str]) -> Sequence[str]:
    """Up to the head of the phrase: "a position" of "a position on the construction"."""
    end = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
    return words[:end]


def _text(clause: Clause, end: int, article: Article) -> str:
    subject = clause.subject
    words = article.text[clause.start : end]
    if subject is not None and not clause.contains(subject):
        words = f"{subject.slice(article.text)} {words}"
    return " ".join(words.split())


# The words of days and months tell when, not what.
_WHEN = {"day", "week", "month", "year", "last", "next", "earlier", "later"}
_WHEN |= {"today", "yesterday", "tomorrow", *map(str.lower, (*day_name, *month_name))} - {""}
