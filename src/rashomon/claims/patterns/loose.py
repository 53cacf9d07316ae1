"""Quotations that no cue word goes with: whom their own sentence, or the one before, tells of."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.lexicon import PEOPLE, VERBS
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source, is_passive, speaker, subject
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_TELLING = {"VBD", "VBZ"}
_IDLE = {"be", "have", "do", "become", "get", "make", "go"}  # what stands there but tells nothing
_UNREAL = {"would", "could", "should", "may", "might", "must", "if"}  # nobody said it then
_NAMING = {"PROPN", "NOUN", "ADJ", "DET", "NUM"}
_PERSONAL = {"he", "she"}
_LONGEST = 8  # tokens of a name with its office


def told_behind(prose: Prose, quotation: Span) -> Draft | None:
    """Whoever stands with any verb right behind the quotation: ""P," summarized Lund"."""
    inner = quotation.slice(prose.text).strip("“”\"'‘’ ")
    if inner[-1:] not in {",", "?", "!"}:
        return None
    sentence = _sentence_at(prose, quotation.end - 1)
    behind = _behind(prose, sentence, quotation) if sentence is not None else []
    if sentence is None or not behind:
        return None
    found = _verb_first(behind) or _name_first(behind)
    if found is None:
        return None
    source, verb = found
    return _draft(Pattern.QUOTATION, quotation, sentence, source, verb)


def _draft(pattern: Pattern, quotation: Span, sentence: Words, source: Words, verb: Token) -> Draft:
    return Draft(
        pattern=pattern,
        content=(quotation,),
        sentence=sentence,
        attitude=Attitude.ASSERTS,
        source=source,
        cue=place(verb),
        verb=verb,
    )


def _behind(prose: Prose, sentence: Words, quotation: Span) -> list[Token]:
    """What follows in the sentence; parsers can end it with the mark."""
    doc, block = sentence.doc, prose.block_of(quotation.start)
    ends = [sentence.end]
    if sentence.end < len(doc):
        ends.append(doc[sentence.end].sent.end)
    for end in ends:
        found = [t for t in doc[sentence.start : end] if place(t).start >= quotation.end]
        if found:
            return found if block.contains(place(found[0])) else []
    return []


def _verb_first(behind: list[Token]) -> tuple[Words, Token] | None:
    source = _name(behind[1:]) if _tells(behind[0]) else None
    return (source, behind[0]) if source is not None else None


def _name_first(behind: list[Token]) -> tuple[Words, Token] | None:
    source = _name(behind)
    if source is None:
        return None
    rest = [t for t in behind if t.i >= source.end]
    is_verb = bool(rest) and _tells(rest[0])
    ends = len(rest) < 2 or rest[1].is_punct or rest[1].pos_ in {"ADP", "ADV", "SCONJ"}
    return (source, rest[0]) if is_verb and ends else None


def _tells(token: Token) -> bool:
    return token.tag_ in _TELLING and token.lemma_ not in _IDLE and not token.is_title


def _name(tokens: list[Token]) -> Words | None:
    """The person that the tokens begin with."""
    if not tokens:
        return None
    if tokens[0].lower_ in _PERSONAL:
        return tokens[0].doc[tokens[0].i : tokens[0].i + 1]
    end = 0
    while end < len(tokens) and end < _LONGEST and tokens[end].pos_ in _NAMING:
        end += 1
    while end and tokens[end - 1].pos_ not in {"PROPN", "NOUN"}:
        end -= 1
    if not end or not _is_person(tokens[end - 1]):
        return None
    return tokens[0].doc[tokens[0].i : tokens[0].i + end]


def _is_person(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.ent_type_ not in {"DATE", "TIME"}  # surnames pass for towns and bodies
    return token.lemma_.lower() in PEOPLE


def told_before(prose: Prose, quotation: Span) -> Draft | None:
    """Whoever the sentence before the quotation is about: "Lund was defiant. "P.""; also the
    paragraph before, if it ends in a colon."""
    block = prose.block_of(quotation.start)
    before = prose.text[block.start : quotation.start].rstrip()
    if before:
        sentence = _sentence_at(prose, block.start + len(before) - 1)
        own = _about(sentence, before) if sentence is not None else None
        is_named = own is not None and own.lower_ not in _PERSONAL and _can_speak(own)
    else:
        sentence = _with_colon(prose, quotation)
        own = _introducing(sentence) if sentence is not None else None
        is_named = own is not None
    if sentence is None or own is None or not is_named:
        return None
    if prose.is_headline(sentence) or prose.is_quoted(own):
        return None
    return Draft(
        pattern=Pattern.RUNNING,
        content=(quotation,),
        sentence=sentence,
        attitude=Attitude.ASSERTS,
        source=noun_phrase(own),
        silent=True,
    )


def _about(sentence: Words, before: str) -> Token | None:
    return (_introducing(sentence) if before.endswith(":") else None) or subject(sentence.root)


def _with_colon(prose: Prose, quotation: Span) -> Words | None:
    """The end of the paragraph before, if it brings in the quotation: "The paper wrote:"."""
    number = prose.number_of(quotation.start)
    if number == 0:
        return None
    last = prose.blocks[number - 1]
    words = last.slice(prose.text).rstrip()
    return _sentence_at(prose, last.start + len(words) - 1) if words.endswith(":") else None


def _introducing(sentence: Words) -> Token | None:
    """Who does what stands last before the colon."""
    for verb in reversed([t for t in sentence if t.pos_ == "VERB" and t.tag_ in _TELLING]):
        own = subject(verb)
        if own is not None and own.i < verb.i:
            return own if verb.lemma_ in VERBS or _can_speak(own) else None
    return None


def _can_speak(own: Token) -> bool:
    if own.lower_ in _PERSONAL:
        return True
    if own.pos_ == "PROPN":
        return own.ent_type_ == "PERSON"
    return own.lemma_.lower() in PEOPLE and own.tag_ == "NN"


_CLAUSES = {"ccomp", "xcomp", "advcl", "pcomp", "conj", "dep", "parataxis"}


def told_around(prose: Prose, quotation: Span) -> Draft | None:
    """Whoever the words around a piece of a quotation make speak: "Lund thanked the town for
    "Q"", "called it "Q""; up from the quotation, the first verb with a person for its subject."""
    sentence = _sentence_at(prose, quotation.start)
    inside = [t for t in sentence if quotation.contains(place(t))] if sentence is not None else []
    if sentence is None or prose.is_headline(sentence) or not inside or _is_title(inside):
        return None
    low = {t.i for t in inside}
    top = next((t for t in inside if t.head.i not in low and not t.is_punct), None)
    verb = _verb_above(top, low) if top is not None else None
    source = find_source(verb) if verb is not None else None
    if verb is None or source is None or quotation.overlaps(place(source)):
        return None
    return _draft(Pattern.NEARBY, quotation, sentence, source, verb)


def _is_title(inside: list[Token]) -> bool:
    """Whether the marks stand around a title of something: "All Boats at Sea"."""
    words = [t for t in inside if t.is_alpha and len(t) > 3]
    return sum(t.is_title or t.is_upper for t in words) > len(words) // 2


def _verb_above(token: Token, low: set[int]) -> Token | None:
    """The first verb up the tree that somebody does."""
    at = token if token.pos_ in {"VERB", "AUX"} and token.head == token else token.head
    while True:
        if at.pos_ in {"VERB", "AUX"} and at.i not in low:
            if _does(at):
                return at
            if at.dep_ not in _CLAUSES:
                return None
        if at.head == at:
            return None
        at = at.head


def _does(verb: Token) -> bool:
    """Whether a person, or somebody called "he", does it in the active."""
    if is_passive(verb) or verb.lemma_ in _IDLE or any(c.lower_ in _UNREAL for c in verb.lefts):
        return False
    own = speaker(verb)
    if own is None:
        return False
    if own.lower_ in _PERSONAL | {"they", "who"} or _can_speak(own):
        return True
    return verb.lemma_ in VERBS and own.pos_ == "PROPN"


def _sentence_at(prose: Prose, offset: int) -> Words | None:
    """The sentence around the character."""
    number = bisect_right(prose.sentences, offset, key=lambda words: place(words).start) - 1
    return prose.sentences[number] if number >= 0 else None
