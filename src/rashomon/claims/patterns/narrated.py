"""What the outlet tells in its own voice: sentences that could be checked and name no source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.doubts import open_question
from rashomon.claims.phrases import places, subtree, trim_front
from rashomon.claims.prose import Prose
from rashomon.claims.signs import is_hedged
from rashomon.claims.terms import is_of_terms
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_TENSED = {"VBD", "VBZ", "VBP", "MD"}
_OWN = {"i", "we", "you", "my", "our", "your", "me", "us"}
_ASKING = {"how", "why", "what", "who", "when", "where", "which", "is", "are", "does", "should"}
_LEAST = 4  # words; anything shorter is a label
_OBJECTS = {
    "dobj",
    "attr",
    "nsubjpass",
    "prep",
    "ccomp",
    "xcomp",
    "advmod",
    "npadvmod",
    "acomp",
    "agent",
}


def find_told(prose: Prose, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The narrated claims: one for each such sentence or headline."""
    taken = sorted(_taken(drafts), key=lambda span: (span.start, span.end))
    places_taken = Places(taken)
    cues = Places([draft.cue for draft in drafts if draft.cue is not None and _is_main(draft)])
    verbs = cache(lambda: _verbs(prose.docs))
    for sentence in prose.sentences:
        whole = place(sentence)
        near = [taken[number] for number in places_taken.overlapping(whole)]
        if _covered(near, whole) * 2 >= whole.end - whole.start or cues.inside(whole):
            continue
        if prose.is_headline(sentence):
            if _is_telling_headline(sentence, verbs):
                yield _draft(sentence, Pattern.HEADLINE_TOLD)
        elif _is_checkable(prose, sentence) and not is_of_terms(sentence):
            yield _told(sentence)


def _taken(drafts: Sequence[Draft]) -> Iterator[Span]:
    for draft in drafts:
        if draft.kind in {"order", "want"}:
            continue
        yield from draft.content
        if draft.source is not None and not draft.silent:
            yield place(draft.source)


def _covered(near: Sequence[Span], whole: Span) -> int:
    covered, at = 0, whole.start
    for span in near:
        start, end = max(at, span.start), min(whole.end, span.end)
        if end > start:
            covered, at = covered + end - start, end
    return covered


def _is_main(draft: Draft) -> bool:
    """Whether the draft's cue is what its sentence is about, so that the sentence tells what
    somebody said. To order is an act as well as a saying: such a sentence also tells a fact."""
    verb = draft.verb
    if draft.kind in {"order", "want"}:
        return False
    if draft.pattern is Pattern.HEADLINE:
        return True
    if verb is None:
        return False
    is_main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    return is_main or draft.response is not None or bool(draft.via)


def _is_checkable(prose: Prose, sentence: Words) -> bool:
    words = [token for token in sentence if token.is_alpha or token.like_num]
    if len(words) < _LEAST or sentence.text.rstrip().endswith("?"):
        return False
    root = sentence.root
    if not _is_tensed(root) or prose.is_quoted(root) or any(t.lower_ in _OWN for t in words):
        return False
    subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and any(child.dep_ in _OBJECTS for child in root.children)


def _is_tensed(root: Token) -> bool:
    if root.pos_ not in {"VERB", "AUX"}:
        return False
    return root.tag_ in _TENSED or any(
        child.tag_ in _TENSED for child in root.lefts if child.dep_ in {"aux", "auxpass"}
    )


def _is_telling_headline(sentence: Words, verbs: Callable[[], Set[str]]) -> bool:
    """Headlines in title case are parsed badly: a verb of the body, or a tensed one, is enough."""
    words = [token for token in sentence if token.is_alpha or token.like_num]
    if len(words) < _LEAST or "?" in sentence.text or words[0].lower_ in _ASKING:
        return False
    if any(_is_tensed(token) for token in sentence):
        return True
    return any(stem in verbs() for token in words[1:] for stem in _stems(token.lower_))


def _verbs(docs: Iterable[Doc]) -> Set[str]:
    """The verbs of the article, as written and in their plain form."""
    verbs = [token for doc in docs for token in doc if token.pos_ == "VERB"]
    return {token.lower_ for token in verbs} | {token.lemma_.lower() for token in verbs}


def _stems(word: str) -> tuple[str, ...]:
    """The word and what is left without the ending of the third person."""
    if word.endswith("s") and not word.endswith("ss"):
        return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)
    return (word,) if word.endswith("ed") else ()


def _told(sentence: Words) -> Draft:
    draft = _draft(sentence, Pattern.TOLD)
    question = open_question(sentence.root)
    if question is None:
        return draft
    content = places(sentence.doc, [subtree(question)])
    return replace(draft, content=content, attitude=Attitude.DOUBTS)


def _draft(sentence: Words, pattern: Pattern) -> Draft:
    run = trim_front(sentence.doc, (sentence.start, sentence.end))
    content = places(sentence.doc, [run])
    return Draft(
        pattern=pattern,
        content=content or (place(sentence),),
        sentence=sentence,
        attitude=Attitude.ASSERTS,
        hedged=is_hedged(sentence.text),
    )
