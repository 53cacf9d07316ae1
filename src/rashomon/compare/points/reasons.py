"""What one article gives as the reason for something that happened: effects with their causes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.compare.points.propositions import Act, find_act
from rashomon.model.article import Article
from rashomon.model.reading import Clause, Reading
from rashomon.model.span import Citation, Span
from rashomon.text.places import Places

LINKS = re.compile(
    r"\b(?:due to|because of|owing to|as a result of|in the wake of|in response to|"
    r"in retaliation for|in protest (?:at|against|over)|prompted by|triggered by|sparked by|"
    r"caused by|blamed on|attributed to|because|following)\b",
    re.IGNORECASE,
)
# These tell a reason only where it is an event itself: "following the explosion".
_AFTER = frozenset({"following", "in the wake of"})
_CAUSING = frozenset({"cause", "trigger", "spark", "provoke"})
# Why a source is not named is no part of the story.
_NAMELESS = re.compile(r"\b(?:anonym\w+|not (?:authori[sz]ed|permitted|allowed))\b", re.IGNORECASE)
_END = re.compile(r"[,;:!?()\"“”]|\.\s*$| -- | – | — |\s(?:which|who|when|where|while|but|that)\s")
_QUOTED = re.compile(r"\s?[“\"(]")
_IF = re.compile(r"\b(?:if|unless|in (?:the )?(?:event|case) of|whether|not|no)\b", re.IGNORECASE)
_MOST, _LEAST = 20, 2  # words; a longer reason is a sentence that lost its punctuation
# "following this", "because of what he said": the reason stands in another sentence.
_POINTING = re.compile(
    r"(?:it|he|she|they|we|i|you|this|that|these|those|what|such|so|being|having|there|\d\S*"
    r"|(?:his|her|their|its|our|my|your|the|an?) (?:incident|matter|issue|situation|case)"
    r"|(?:the|an?|\w+) (?:second|minute|hour|day|week|month|year|time)s?)\b",
    re.IGNORECASE,
)
_WEAK = frozenset(
    "be have do say tell come go follow report add include lead maintain make take get become"
    " remain see know think believe feel seem appear announce look call ask use".split()
)
_STEM = 4  # letters by which a lemma is found again in the words


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the acts in it."""

    article: Article
    span: Span
    clauses: tuple[Clause, ...]

    def acts_in(self, span: Span) -> list[Clause]:
        """The acts in a part of it."""
        return [clause for clause in self.clauses if span.contains(clause.act)]

    def event_in(self, phrase: Span, verb: Clause) -> Clause | None:
        """The event that a noun phrase beside a verb names."""
        events = [c for c in self.acts_in(phrase) if c.nominal and c.under == verb.act]
        return next(iter(events), None)

    def above(self, clause: Clause) -> Clause | None:
        """The act that governs another."""
        return next((c for c in self.clauses if c.act == clause.under), None)


def find_reasons(article: Article, reading: Reading) -> Iterator[tuple[Act, Citation]]:
    """Each act that the article gives a reason for, with the words that tell the reason.

    Only where the reason hangs on the act in the parse, and says by itself what it is.
    """
    acts = Places([clause.act for clause in reading.clauses])
    for span in reading.sentences:
        text = span.slice(article.text)
        if _NAMELESS.search(text):
            continue
        clauses = tuple(reading.clauses[i] for i in acts.inside(span))
        sentence = _Sentence(article, span, clauses)
        for found in LINKS.finditer(text):
            link = Span(span.start + found.start(), span.start + found.end())
            yield from _linked(sentence, link, found[0].lower())
        for clause in clauses:
            yield from _caused(sentence, clause)


def _linked(sentence: _Sentence, link: Span, words: str) -> Iterator[tuple[Act, Citation]]:
    article = sentence.article
    effect = _effect(sentence, link)
    if effect is None or not _is_told(effect, article.text):
        return
    cause = Span(link.start, _end(sentence, link, effect))
    if _QUOTED.match(article.text, cause.end) or not _says(article.text[link.end : cause.end]):
        return  # 'because her conduct was "incompatible"'
    if words in _AFTER and not sentence.acts_in(Span(link.end, cause.end)):
        return
    yield _without(find_act(effect, article), cause, article), article.cite(cause)


def _caused(sentence: _Sentence, clause: Clause) -> Iterator[tuple[Act, Citation]]:
    """The reason is what the verb says it of: "a gas leak caused the explosion"."""
    if clause.lemma not in _CAUSING or clause.passive or clause.relation in {"relcl", "acl"}:
        return
    cause, thing, text = clause.subject, clause.object, sentence.article.text
    if cause is None or thing is None or not _is_told(clause, text) or not _says(cause.slice(text)):
        return
    effect = sentence.event_in(thing, clause)
    if effect is not None and not effect.contains(cause):
        yield find_act(effect, sentence.article), sentence.article.cite(cause)


def _effect(sentence: _Sentence, link: Span) -> Clause | None:
    """The act that the reason hangs on: of those that hold the link, the smallest."""
    text = sentence.article.text
    if link.slice(text).lower() == "because":
        told = [c for c in sentence.clauses if c.relation == "advcl" and 0 < c.start - link.end < 3]
        return sentence.above(told[0]) if told else None
    linking = next((c for c in sentence.acts_in(link) if not c.nominal), None)
    if linking is not None and linking.relation in {"acl", "advcl", "relcl"}:
        return sentence.above(linking)  # "a fire caused by"
    if linking is not None:  # "the fire was caused by"
        return sentence.event_in(linking.object, linking) if linking.object else None
    around = [c for c in sentence.clauses if c.contains(link) and not link.overlaps(c.act)]
    effect = min(around, key=lambda c: (c.end - c.start, c.act.start), default=None)
    return effect and _whole(sentence, effect, link)


def _whole(sentence: _Sentence, effect: Clause, link: Span) -> Clause:
    """The halt of "a halt of such operations in the wake of", not the operations."""
    while effect.nominal and effect.relation == "pobj":
        above = sentence.above(effect)
        if above is None or not above.nominal or not above.contains(link):
            break
        effect = above
    return effect


def _is_told(effect: Clause, text: str) -> bool:
    real = not effect.negated and effect.modal is None and effect.lemma not in _WEAK
    return real and not _IF.search(text[max(0, effect.act.start - 24) : effect.act.start])


def _end(sentence: _Sentence, link: Span, effect: Clause) -> int:
    """Where the reason stops: before the act that it opens the sentence of, or at a mark."""
    stop = _END.search(sentence.article.text, link.end, sentence.span.end)
    end = stop.start() if stop else sentence.span.end
    if effect.act.start > link.end:
        first = effect.subject.start if effect.subject else effect.act.start
        return min(end, max(first, link.end))
    return end


def _says(words: str) -> bool:
    """Whether the words are a reason that needs no other sentence, and are whole."""
    plain = " ".join(words.split())
    return _LEAST <= len(plain.split()) <= _MOST and not _POINTING.match(plain)


def _without(act: Act, cause: Span, article: Article) -> Act:
    """The act as it stands without the words that tell why."""
    clause, text = act.clause, article.text
    if cause.start > clause.act.start:
        own = Span(clause.start, max(clause.act.end, min(clause.end, cause.start)))
    else:
        own = Span(min(clause.act.start, max(cause.end, clause.start)), clause.end)
    near = [own, clause.subject] if clause.subject else [own]
    told = " ".join(span.slice(text) for span in near).lower()
    stems = {word[:_STEM] for word in re.findall(r"\w+", told)}
    words = tuple(word for word in clause.words if word[:_STEM] in stems)
    short = replace(clause, start=own.start, end=own.end, words=words)
    return replace(act, clause=short, text=" ".join(own.slice(text).split()))
