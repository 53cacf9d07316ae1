"""What the tagger finds, put together with what the patterns found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.holders.chains import add_chain
from rashomon.claims.lexicon import NOUNS, VERBS, Cue
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source
from rashomon.claims.tagger.decode import Found, Run, attributions, place_of
from rashomon.claims.tagger.model import Tagger
from rashomon.claims.tagger.words import read_words, windows
from rashomon.claims.terms import tells_terms
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


def find_tagged(prose: Prose, drafts: Sequence[Draft], tagger: Tagger) -> list[Found]:
    """The attributions that the tagger finds, to which the drafts are hints."""
    words = read_words(prose, drafts, tagger.tokenizer)
    found = tagger.tag(list(windows(words)))
    return [one for tagged in found for one in attributions(tagged)]


def merge(prose: Prose, drafts: Sequence[Draft], found: Sequence[Found]) -> list[Draft]:
    """The drafts with those of what only the tagger finds.

    A quotation that the patterns gave to the last speaker, or to a cue somewhere near, goes to the
    cue that the tagger finds for it.
    """
    cues = Places([draft.cue or draft.content[0] for draft in drafts])
    news = [one for one in found if not cues.overlapping(_key(one)) and (one.cue or one.source)]
    answers = Places([d.cue for d in drafts if d.cue and (d.response or d.kind == "doubt")])
    added = [
        draft
        for draft in (_draft(prose, one) for one in news)
        if not tells_terms(prose, draft) and not _tells_answer(draft, answers)
    ]
    told = Places([span for draft in added if draft.cue is not None for span in draft.content])
    kept = [
        draft
        for draft in drafts
        if not (_is_guessed(draft) and all(told.overlapping(span) for span in draft.content))
    ]
    return [*kept, *added]


def _is_guessed(draft: Draft) -> bool:
    """Whether the patterns found the speaker by the place of the quotation alone."""
    return draft.pattern in {Pattern.RUNNING, Pattern.NEARBY}


def _tells_answer(draft: Draft, answers: Places) -> bool:
    """Whether what is told is an answer not given, or a doubt, that is already a claim: "the
    ministry said it had no information"."""
    return any(answers.inside(span) for span in draft.content)


def _key(found: Found) -> Span:
    return place_of((found.cue or found.content)[0])


def _pieces(prose: Prose, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Where the runs stand, cut where one block ends and the next begins."""
    found = []
    for run in runs:
        span = place_of(run)
        while (block := prose.block_of(span.start)).end < span.end:
            after = next((w.place.start for w in run.words if w.place.start >= block.end), None)
            found.append(Span(span.start, block.end))
            span = Span(span.end if after is None else after, span.end)
        found.append(span)
    return tuple(span for span in found if span.start < span.end)


def _draft(prose: Prose, found: Found) -> Draft:
    content = _pieces(prose, found.content)
    verb = _verb(found.cue[0]) if found.cue else None
    cue = _cue_word(verb)
    source = _source(found, verb)
    first = _tokens((found.cue or found.content)[0])[0]
    quoted = prose.quotation_at(content[0].start) is not None
    draft = Draft(
        pattern=Pattern.TAGGED,
        content=content,
        sentence=first.sent,
        attitude=_attitude(verb, cue, quoted),
        source=source,
        shown=place_of(found.source[0]) if found.source else None,
        cue=place_of(found.cue[0]) if found.cue else None,
        kind=cue.kind if cue else "say",
        verb=verb,
        hedged=source is None,
    )
    return add_chain(draft, verb)


def _verb(run: Run) -> Token:
    """The word of the cue that the others hang on."""
    tokens = _tokens(run)
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    return next((t for t in tops if t.pos_ in {"VERB", "NOUN"}), tops[0] if tops else tokens[0])


def _tokens(run: Run) -> list[Token]:
    return [word.token for word in run.words if word.token is not None]


def _cue_word(verb: Token | None) -> Cue | None:
    if verb is None:
        return None
    words = NOUNS if verb.pos_ == "NOUN" else VERBS
    return words.get(verb.lemma_.lower())


def _attitude(verb: Token | None, cue: Cue | None, quoted: bool) -> Attitude:
    if verb is not None and any(child.dep_ == "neg" for child in verb.children):
        return Attitude.NONE
    if cue is not None:
        return cue.attitude
    return Attitude.ASSERTS if quoted or verb is None else Attitude.NONE


def _source(found: Found, verb: Token | None) -> Words | None:
    """The noun phrase of the source: the subject of "who said" stands before it, and of two cues
    with one source the tagger gives it to one."""
    own = find_source(verb) if verb is not None else None
    if not found.source:
        return own
    tokens = _tokens(found.source[0])
    first, last = tokens[0].i, tokens[-1].i + 1
    if own is not None and own.start < last and own.end > first:
        return own
    return tokens[0].doc[first:last]
