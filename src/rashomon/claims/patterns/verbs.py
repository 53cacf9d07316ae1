"""Attributions by a verb: "X said that P", "P, X says", "X denied P", "P was announced"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.holders.citations import citing_before, quoting_of
from rashomon.claims.lexicon import VERBS, Cue
from rashomon.claims.patterns.beside import quoted_before, quoted_near, speaker_between
from rashomon.claims.patterns.contents import Content, find_content
from rashomon.claims.patterns.rejections import (
    REFUSED,
    called_false,
    is_said,
    is_thrown_out,
    refuses_thing,
)
from rashomon.claims.phrases import Run, noun_phrase, places, subtree, trim_front
from rashomon.claims.prose import Prose, run_of
from rashomon.claims.signs import find_terms
from rashomon.claims.sources import find_source, is_passive, speaker, subject
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_GROUP = {"aux", "auxpass", "neg", "advmod"}
_UNTOLD = {"may", "might", "should", "must", "could", "can", "shall"}
_CONDITIONS = {"if", "unless", "whether"}
# Governors that leave a telling as done: "went on to say"; others only plan or refuse it.
_DONE = {"go", "continue", "begin", "start", "hasten", "rush", "proceed", "keep", "come", "tend"}
_SELF = {"i", "we", "you", "us", "'s"}
_SOURCELESS = {"say", "report", "admit", "confirm", "deny", "commit", "warn"}
_QUOTING = {"say", "report", "admit", "warn", "show", "confirm"}


def find_verb_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The attributions of the sentence's cue verbs."""
    for token in sentence:
        cue = VERBS["reject"] if is_thrown_out(token) else VERBS.get(token.lemma_.lower())
        if cue is not None and _is_cue(token, cue) and not _is_self_quote(prose, token):
            draft = _draft(prose, sentence, token, cue)
            if draft is not None:
                yield draft


def _is_cue(verb: Token, cue: Cue) -> bool:
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"amod", "compound", "pobj"}:
        return False
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if auxiliaries & _UNTOLD or any(
        c.lower_ in _CONDITIONS and c.dep_ == "mark" for c in verb.lefts
    ):
        return False
    if _is_object_relative(verb) or is_of_things(verb) or _is_of_terms(verb):
        return False
    if is_passive(verb) and auxiliaries & {"will", "would"}:
        return False  # "predicted that the suit would be dismissed"
    if verb.tag_ == "VB" and "to" in auxiliaries:
        is_purpose = verb.dep_ == "advcl" and cue.kind in _QUOTING | {"deny", "commit"}
        return is_purpose or (verb.dep_ == "xcomp" and verb.head.lemma_ in _DONE)
    return not (verb.tag_ == "VB" and not auxiliaries and subject(verb) is None)


def _is_object_relative(verb: Token) -> bool:
    """Whether what is told is the noun before it: "nothing he said", "the plan they announced"."""
    own = subject(verb)
    if verb.dep_ != "relcl" or own is None or own.tag_ in {"WP", "WDT"}:
        return False
    return not any(_is_of_relative(child) for child in verb.rights)


def _is_of_relative(clause: Token) -> bool:
    """Whether it is what is told of the noun before: "a man who police say was armed"."""
    own = subject(clause)
    return clause.dep_ == "ccomp" and own is not None and own.tag_ in {"WP", "WDT"}


def is_of_things(verb: Token) -> bool:
    """Whether it is no verb of telling with this object: "claimed 19 lives"."""
    behind = verb.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, verb.sent.end)]
    return verb.lemma_.lower() == "claim" and any(t.lemma_.lower() in _TAKEN for t in behind)


def _is_of_terms(verb: Token) -> bool:
    """As in "an official, who spoke on condition of anonymity, told the Herald that P"."""
    if verb.lemma_ not in {"speak", "talk"} or verb.dep_ not in {"relcl", "acl", "advcl"}:
        return False
    last = min(verb.right_edge.i, verb.i + 12)
    return find_terms(verb.doc[verb.i : last + 1].text) is not None


_TAKEN = {"life", "victim"}
_NEAR = 4  # tokens: "claims at least 19 lives"


def _is_self_quote(prose: Prose, verb: Token) -> bool:
    """As in "I think" inside somebody's quotation adds nobody who speaks."""
    own = speaker(verb)
    return own is not None and own.lower_ in _SELF and prose.is_quoted(verb)


def _draft(prose: Prose, sentence: Words, verb: Token, cue: Cue) -> Draft | None:
    citing = citing_before(verb)
    source = citing[0] if citing else find_source(verb)
    if source is None and verb.tag_ in {"VBD", "VBZ"} and cue.kind in _QUOTING:
        source = speaker_between(prose, verb)
    if source is not None and cue.kind in _QUOTING and not prose.is_quoted(verb):
        quoted = quoted_before(prose, verb, source)
        if quoted:
            return _made(sentence, verb, cue, source, Pattern.QUOTATION, quoted)
    own = [cue_group(verb)] if source is None else [cue_group(verb), run_of(source)]
    found = _passive(verb, cue, source) or find_content(verb, cue, own)
    if is_hearsay(verb):
        return None
    if found is None and (quoting := quoting_of(verb)) is not None:
        found = _quoted_before(prose, quoting)
    if found is None and cue.kind in _QUOTING:
        return _beside_quotation(prose, sentence, verb, cue, source)
    if found is None or (source is None and not _may_lack_source(verb, cue)):
        return None
    pattern, runs = found
    if cue.kind == "deny" and refuses_thing(verb):
        cue = REFUSED
    false = called_false(verb) if "named" in cue.takes or cue.kind in {"deny", "judge"} else None
    if false is not None:
        cue, runs = VERBS["deny"], [false]
    content = places(verb.doc, runs)
    return _made(sentence, verb, cue, source, pattern, content) if content else None


def _made(
    sentence: Words,
    verb: Token,
    cue: Cue,
    source: Words | None,
    pattern: Pattern,
    content: tuple[Span, ...],
) -> Draft:
    is_naming = "named" in cue.takes and pattern is Pattern.NOUN_PHRASE
    if verb.lemma_ == "tell" and pattern is Pattern.INFINITIVE:
        cue = VERBS["order"]
    return Draft(
        pattern=pattern,
        content=content,
        sentence=sentence,
        attitude=Attitude.ASSERTS if is_naming else _attitude(verb, cue),
        source=source,
        shown=relative(verb),
        cue=cue_span(verb, pattern),
        kind="say" if is_naming else cue.kind,
        verb=verb,
        hedged=source is None or is_hearsay(verb.head),
    )


def relative(verb: Token) -> Span | None:
    """The "who" of "officials, who said P": it stands for the source there."""
    own = subject(verb)
    return (
        place(own)
        if verb.dep_ == "relcl" and own is not None and own.tag_ in {"WP", "WDT"}
        else None
    )


def _may_lack_source(verb: Token, cue: Cue) -> bool:
    """Sourceless passives tell that somebody told: "was reported", "is said to"."""
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    return is_passive(verb) and not is_negated and cue.kind in _SOURCELESS


def cue_group(verb: Token) -> Run:
    """The verb with the auxiliaries, negation and adverbs that touch it."""
    start, end = verb.i, verb.i + 1
    while start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in _GROUP:
        start -= 1
    if end < len(verb.doc) and verb.doc[end].dep_ == "prt" and verb.doc[end].head == verb:
        end += 1
    if end < len(verb.doc) and verb.doc[end].text == ":":
        end += 1
    return start, end


def cue_span(verb: Token, pattern: Pattern) -> Span:
    """Where the cue stands, with the preposition that brings its content in."""
    start, end = cue_group(verb)
    doc = verb.doc
    if pattern is Pattern.PREPOSITION and end < len(doc) and doc[end].dep_ == "prep":
        end += 1
    return place(doc[start:end])


def _attitude(verb: Token, cue: Cue) -> Attitude:
    if not any(child.dep_ == "neg" for child in verb.children):
        return cue.attitude
    if cue.kind == "think" and cue.attitude is Attitude.ASSERTS:
        return Attitude.DOUBTS if verb.lemma_ in {"expect", "think", "believe"} else Attitude.NONE
    return Attitude.NONE


# In the passive these tell of a listener or a mood: "was told", "is stressed".
_NEVER_TOLD_OF = {"tell", "ask", "quote", "inform", "remind", "assure", "notify", "stress", "worry"}


def _passive(verb: Token, cue: Cue, source: Words | None) -> Content | None:
    """What is told in the passive: "the deal was announced by X", "X is said to have left"."""
    told = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if told is None or cue.kind in {"order", "ask"}:
        return None
    if cue.kind == "deny" and is_said(told) and verb.dep_ != "relcl":
        return Pattern.NOUN_PHRASE, [run_of(noun_phrase(told))]
    if "clause" not in cue.takes:
        return None
    if verb.lemma_ in _NEVER_TOLD_OF:
        return None
    infinitive = next((c for c in verb.rights if c.dep_ == "xcomp"), None)
    if told.lower_ in {"it", "none", "nothing", "nobody"}:
        return None
    if verb.dep_ == "relcl" or (infinitive is None and "noun" not in cue.takes):
        return None
    runs = [trim_front(verb.doc, run_of(noun_phrase(told)))]
    if infinitive is not None:
        runs.append(subtree(infinitive))
    return Pattern.INFINITIVE if infinitive is not None else Pattern.NOUN_PHRASE, runs


def is_hearsay(verb: Token) -> bool:
    """Whether it tells only that somebody told: "officials are reported to have said that P"."""
    infinitive = next((c for c in verb.rights if c.dep_ == "xcomp"), None)
    if infinitive is None or infinitive.lemma_ not in VERBS or not is_passive(verb):
        return False
    is_done = any(c.lower_ == "have" for c in infinitive.lefts)
    return is_done and VERBS[infinitive.lemma_].kind in _QUOTING | {"deny"}


def _quoted_before(prose: Prose, quoting: Token) -> Content | None:
    """What stands before "X was quoted as saying", "the Herald quoted X as saying"."""
    teller = subject(quoting)
    if teller is None:
        return None
    words = noun_phrase(teller, but=quoting)
    found = find_content(quoting, VERBS["say"], [cue_group(quoting), run_of(words)])
    if found is None or found[0] is not Pattern.CLAUSE:
        return None
    return found if all(end <= quoting.i for _, end in found[1]) else None


def _beside_quotation(
    prose: Prose, sentence: Words, verb: Token, cue: Cue, source: Words | None
) -> Draft | None:
    """A quotation that stands next to the cue, whatever the parser made of it."""
    quotation = quoted_near(prose, sentence, verb, source) if source is not None else None
    if quotation is None:
        return None
    gap = prose.text[cue_span(verb, Pattern.NEARBY).end : quotation.start]
    is_beside = 0 < len(gap) < _BESIDE and not gap.strip(" ,:")
    pattern = Pattern.QUOTATION if is_beside else Pattern.NEARBY
    return _made(sentence, verb, cue, source, pattern, (quotation,))


_BESIDE = 4  # characters between a cue and the quotation that it brings in
