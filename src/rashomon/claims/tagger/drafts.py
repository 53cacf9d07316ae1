"""What the tagger finds, put together with what the patterns found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from rashomon.claims.draft import Contents, Draft, Pattern
from rashomon.claims.holders.chains import add_chain
from rashomon.claims.holders.citations import QUOTING
from rashomon.claims.lexicon import NOUNS, VERBS, Cue
from rashomon.claims.prose import Prose
from rashomon.claims.sources import NOBODY, find_source
from rashomon.claims.tagger.decode import Found, Run, attributions, place_of
from rashomon.claims.tagger.model import Tagger
from rashomon.claims.tagger.words import PARTS, read_words, windows
from rashomon.claims.terms import tells_terms
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


def find_tagged(prose: Prose, drafts: Sequence[Draft], tagger: Tagger) -> list[Found]:
    """The attributions that the tagger finds, to which the drafts are hints."""
    words = read_words(prose, drafts, tagger.tokenizer)
    found = tagger.tag(list(windows(words)))
    return [one for tagged in found for one in attributions(tagged)]


def to_attribution(found: Found) -> Attribution:
    """What was found as places in the page."""
    source, cue, content = (tuple(map(place_of, getattr(found, part))) for part in PARTS)
    return Attribution(source, cue, content, _score(found))


# Finds too much where the tagger sees nothing: there 3 of 20 were right.
_WEAK = {Pattern.NOUN}
_OPPOSED = {Attitude.DENIES, Attitude.DOUBTS}
# Whose content the tagger cuts out better.
_RECUT = {
    Pattern.CLAUSE,
    Pattern.QUOTATION,
    Pattern.NEARBY,
    Pattern.HEADLINE,
    Pattern.NOUN_PHRASE,
    Pattern.PREPOSITION,
    Pattern.NOUN,
}


def merge(prose: Prose, drafts: Sequence[Draft], found: Sequence[Found]) -> list[Draft]:
    """The drafts with those of what only the tagger finds.

    A quotation that the patterns gave to the last speaker, or to a cue somewhere near, goes to the
    cue that the tagger finds for it. What weak patterns find and the tagger does not is left out,
    but for what stands inside another's words, of which the tagger knows nothing.
    """
    cues = Places([draft.cue or draft.content[0] for draft in drafts])
    seen = {mate: one for one in found for mate in cues.overlapping(_key(one))}
    news = [one for one in found if not cues.overlapping(_key(one))]
    added = [_draft(prose, one) for one in news if _is_sure(prose, one)]
    told = Places([span for draft in added if draft.cue is not None for span in draft.content])
    contents = Contents([*drafts, *added])
    kept, unseen = [], []
    for number, draft in enumerate(drafts):
        if number in seen:
            inner = [drafts[i] for span in draft.content for i in cues.inside(span)]
            recut = _recut(prose, draft, seen[number])
            kept.append(draft if _is_parted(recut, inner) else recut)
        elif not _is_guessed(draft):
            is_weak = draft.pattern in _WEAK and draft.attitude not in _OPPOSED
            if not is_weak or _is_nested(draft, contents):
                unseen.append(draft)
        elif not all(told.overlapping(span) for span in draft.content):
            kept.append(draft)
    owned = Contents(unseen)
    answers = Places([d.cue for d in drafts if d.cue and (d.response or d.kind == "doubt")])
    return [
        *kept,
        *unseen,
        *(new for new in added if not _is_known(prose, new, owned, answers)),
    ]


def _is_known(prose: Prose, draft: Draft, owned: Contents, answers: Places) -> bool:
    """Whether the draft is of words that a pattern has given to another cue beside them, or tells
    an answer not given ("the ministry said it had no information"), or somebody's terms."""
    if _says_nothing(prose, draft):
        return True
    if any(answers.inside(span) for span in draft.content) or tells_terms(prose, draft):
        return True
    others = owned.over(draft.content[0])
    return any(
        draft.cue is not None and not any(span.contains(draft.cue) for span in other.content)
        for other in others
    )


def _says_nothing(prose: Prose, draft: Draft) -> bool:
    """Whether nobody stands to anything there: "you might like P", "we offer P", "they said seven",
    "fans will love P", or only who is cited."""
    if _is_cited(draft) or all(" " not in span.slice(prose.text).strip() for span in draft.content):
        return True
    if draft.source is not None and draft.source.root.lower_ in _ANYBODY | NOBODY:
        return True
    is_unknown = draft.attitude is Attitude.NONE and draft.kind == _UNKNOWN
    return is_unknown and (draft.source is None or (draft.score or 0) < _SURE_OF_UNKNOWN)


def _is_cited(draft: Draft) -> bool:
    """Whether the cue only tells whom another one draws on: "citing two officials"."""
    verb = draft.verb
    return verb is not None and verb.tag_ == "VBG" and verb.lemma_ in QUOTING


# The outlet, its readers, or anybody. Where somebody quoted says so, the patterns know who it is.
_ANYBODY = {"i", "we", "us", "our", "'s", "you", "your", "one", "someone", "somebody", "people"}
_SURE_OF_UNKNOWN = 0.78  # score; of less sure ones on general pages, one in four is right
_UNKNOWN = "unknown"


def _is_nested(draft: Draft, contents: Contents) -> bool:
    return draft.cue is not None and bool(contents.around(draft.cue, but=draft))


def _is_parted(outer: Draft, inner: Iterable[Draft]) -> bool:
    """Whether the outer one does not hold the inner ones, or shares its content with one."""
    return any(
        one.pattern is Pattern.ACCORDING
        or not any(span.contains(one.cue or one.content[0]) for span in outer.content)
        for one in inner
    )


def _recut(prose: Prose, draft: Draft, found: Found) -> Draft:
    """The draft with what the tagger takes for its parts: of what is denied, doubted or not
    answered, the patterns know better what it is."""
    if not found.cue:
        return draft
    source = place_of(found.source[0]) if found.source else None
    if source is not None and draft.source is not None and source.overlaps(_shown(draft)):
        draft = replace(draft, shown=source)
    is_plain = draft.attitude is Attitude.ASSERTS and draft.response is None
    if not is_plain or draft.pattern not in _RECUT:
        return draft
    content = _pieces(prose, found)
    if not any(span.overlaps(own) for span in content for own in draft.content):
        return draft
    return replace(draft, cue=place_of(found.cue[0]), content=content)


def _shown(draft: Draft) -> Span:
    """Where the source stands beside the cue."""
    assert draft.source is not None
    return draft.shown or place(draft.source)


_SURE_OF_HEADLINE = 0.5  # they are parsed badly, and the patterns read them by their words


# How many of those found with such a chance are right, on the articles that settings are chosen on.
_CHANCES = (0.2, 0.3, 0.4, 0.5, 0.6)
_SHARES = (0.65, 0.71, 0.78, 0.88, 0.95)


def _score(found: Found) -> float:
    return round(float(np.interp(found.chance, _CHANCES, _SHARES)), 2)


def _is_sure(prose: Prose, found: Found) -> bool:
    """Whether something is found that stands in one place and, in a headline, is likely."""
    in_headline = prose.block_of(_key(found).start) in prose.headlines
    has_place = bool(found.cue or found.source) and bool(_pieces(prose, found))
    return has_place and (not in_headline or found.chance > _SURE_OF_HEADLINE)


def _is_guessed(draft: Draft) -> bool:
    """Whether the patterns found the speaker by the place of the quotation alone."""
    return draft.pattern in {Pattern.RUNNING, Pattern.NEARBY}


def _key(found: Found) -> Span:
    return place_of((found.cue or found.content)[0])


def _pieces(prose: Prose, found: Found) -> tuple[Span, ...]:
    """Where the content stands, cut where one block ends and the next begins; of other blocks than
    the cue's only what is quoted there."""
    home = prose.block_of(_key(found).start)
    pieces = [piece for run in found.content for piece in _by_block(prose, run)]
    return tuple(p for p in pieces if home.contains(p) or prose.quotation_at(p.start) is not None)


def _by_block(prose: Prose, run: Run) -> Iterator[Span]:
    for _, words in groupby(run.words, key=lambda word: prose.number_of(word.place.start)):
        own = list(words)
        yield Span(own[0].place.start, own[-1].place.end)


def _draft(prose: Prose, found: Found) -> Draft:
    content = _pieces(prose, found)
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
        kind=cue.kind if cue else _UNKNOWN,
        verb=verb,
        hedged=source is None,
        score=_score(found),
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
    """The noun phrase of the source; that of "who said" stands before it, and of two cues with one
    source the tagger gives it to one."""
    tokens = _tokens(found.source[0]) if found.source else []
    if not tokens or tokens[0].tag_ in _RELATIVE:
        return find_source(verb) if verb is not None else None
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1]


_RELATIVE = {"WP", "WDT"}
