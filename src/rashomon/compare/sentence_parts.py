"""One sentence of an article with the dates, acts and claims in it, and who belongs to whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.model.article import Article
from rashomon.model.claim import Claim
from rashomon.model.reading import Clause, Date, Mention, Reading
from rashomon.model.span import Span
from rashomon.text.nations import country_of
from rashomon.text.places import Places

_MAX_PASSAGE = 400  # characters; of a longer sentence the clause is shown
_MAX_PHRASE = 300
_ORDERING = {"tell", "instruct", "direct"}
_TO = ("to", "acl")  # "told the captain of the ferry to leave", hung on the ferry
_PARTS = {"relcl", "acl", "xcomp"}  # clauses that tell more of the same act


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence that holds a date."""

    article: Article
    reading: Reading
    sentence: Span
    dates: tuple[Date, ...]
    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]

    def gap(self, left: Span, right: Span) -> int:
        """The characters between two places; 0 where they touch."""
        return max(0, right.start - left.end, left.start - right.end)

    def governor(self, found: Span) -> Clause | None:
        """The act that a date dates: the smallest clause around it, else the nearest verb.

        A noun is dated from before ("the June 19 vote"); behind it a date may belong to the
        verb ("denied reports on Thursday").
        """
        real = [c for c in self.clauses if not c.nominal]
        around = [c for c in self.clauses if c.contains(found)]
        around = [c for c in around if not c.nominal or found.end <= c.act.start]
        if around:
            return min(around, key=lambda c: (c.end - c.start, c.act.start))
        return min(real, key=lambda c: (self.gap(c.act, found), c.act.start), default=None)

    def next_act(self, start: int) -> Clause | None:
        """The act told first at or behind a place, by a verb where one is near."""
        later = [c for c in self.clauses if c.act.start >= start]
        first = min(later, key=lambda c: c.act.start, default=None)
        verbs = [c for c in later if not c.nominal and c.start <= start + 1]
        return min(verbs, key=lambda c: c.act.start, default=first)

    def belonging(self, clause: Clause) -> list[Clause]:
        """The clause, those inside it, and those that hang on one of these."""
        inside = [c for c in self.clauses if clause.contains(c.act) or c.act == clause.act]
        for above in inside:  # which grows
            hanging = [c for c in self.clauses if c.under == above.act and _tells_more(c, above)]
            inside += [c for c in hanging if c not in inside]
        return inside

    def told_in(self, claim: Claim) -> list[Clause]:
        """The acts in what a claim puts forward."""
        return [c for c in self.reading.clauses if any(s.contains(c.act) for s in claim.content)]

    def names(self, *spans: Span) -> frozenset[str]:
        """The last words of the names in the spans, without countries."""
        return names_in(self.reading.mentions, *spans)

    def passage(self, core: Span) -> Span:
        """The sentence, or the core alone where the sentence is long."""
        short = self.sentence.end - self.sentence.start <= _MAX_PASSAGE
        return self.sentence if short else Span(core.start, core.end)

    def told(self, claim: Claim, found: Span) -> Span:
        """From the one who reports to the end of what is reported, in this sentence."""
        links = [
            Span(link.start, link.end)
            for link in claim.chain
            if link.start is not None and link.end is not None
        ]
        spans = [s for s in (claim.source, claim.cue, *claim.content, *links) if s is not None]
        inside = [s for s in spans if self.sentence.contains(s)] or [found]
        start = min(found.start, *(s.start for s in inside))
        end = max(found.end, *(s.end for s in inside))
        return Span(start, min(end, start + _MAX_PHRASE))


def find_parts(article: Article, reading: Reading, dates: Sequence[Date]) -> Iterator[Part]:
    """The sentences that hold a date, in the order of the text."""
    cued = [(claim, claim.cue) for claim in reading.claims if claim.cue]
    days, acts = Places(dates), Places([clause.act for clause in reading.clauses])
    cues = Places([cue for _, cue in cued])
    for sentence in reading.sentences:
        inside = tuple(dates[i] for i in days.inside(sentence))
        if inside:
            clauses = _with_orders([reading.clauses[i] for i in acts.inside(sentence)])
            claims = tuple(cued[i][0] for i in cues.overlapping(sentence))
            yield Part(article, reading, sentence, inside, clauses, claims)


def _tells_more(clause: Clause, above: Clause) -> bool:
    """Whether a clause belongs to the act above it: "ordered to keep the gates shut"."""
    kept = clause.relation == "ccomp" and above.relation == "xcomp" and not clause.finite
    return clause.relation in _PARTS or kept


def _with_orders(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, those that tell somebody to do something as orders, not as tellings."""
    told = {c.under for c in clauses if c.modal in _ORDERING or (c.modal, c.relation) == _TO}
    return tuple(
        replace(c, lemma="order") if c.lemma in _ORDERING and c.act in told and c.object else c
        for c in clauses
    )


def names_in(mentions: Sequence[Mention], *spans: Span) -> frozenset[str]:
    """The last words of the names that the spans hold, without countries."""
    found = set()
    for span in spans:
        at = bisect_left(mentions, span.start + 1, key=lambda mention: mention.end)
        for mention in mentions[at:]:
            if mention.start >= span.end:
                break
            if not country_of(mention.name):
                found.add(mention.name.split()[-1].lower())
    return frozenset(found)
