"""Attributions in headlines, read from the words: title case and dropped words mislead parsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.lexicon import NOUNS, PEOPLE, VERBS, Cue
from rashomon.claims.patterns.verbs import is_of_things
from rashomon.claims.phrases import Run, places, trim
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude, Response
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_LONGEST_SOURCE = 8  # words before a headline's verb or colon
_LINKING = {"it", "he", "she", "they", "that"}
_REFUSALS = {"refuses", "declines", "refused", "declined"}
_TO_ANSWER = {"comment", "confirm", "say", "answer", "discuss", "respond", "verify", "deny"}
_TOPIC = {"on", "about", "over", "of", "whether", "if", "to"}
_SOURCE_NOUNS = {"report", "sources", "source", "study", "poll", "officials", "police", "analysis"}
_KINDS = {"say", "deny", "confirm", "report", "warn", "admit", "doubt", "commit", "show"}
_KINDS |= {"predict", "think", "order", "judge", "want", "ask", "accuse"}
_NOT_LEFT = {"which", "who", "that", "what", "how", "why", "when", "where", "as"}


def find_headline_drafts(prose: Prose, headline: Words) -> Iterator[Draft]:
    """The attributions of a headline: one for the whole, or one in each of its parts."""
    draft = _refusal(headline) or _colon(prose, headline) or _behind(headline)
    if draft is not None:
        yield draft
        return
    end = headline.end
    for start in reversed(_part_starts(headline)):  # "19 dead, ministry denies it gave the order"
        draft = _verb(headline, start, end)
        if draft is not None:
            yield draft
            end = start - 1


def _refusal(headline: Words) -> Draft | None:
    """As in "Ministry Refuses to Comment on Report About Talks"."""
    doc = headline.doc
    for token in headline[1:-2]:
        answer = doc[token.i + 2]
        if (
            token.lower_ in _REFUSALS
            and doc[token.i + 1].lower_ == "to"
            and answer.lower_ in _TO_ANSWER
        ):
            topic = _inner(doc[answer.i + 1 : headline.end]) or (token.i, answer.i + 1)
            return _draft(
                headline,
                (headline.start, token.i),
                (token.i, answer.i + 1),
                topic,
                attitude=Attitude.NONE,
                response=Response.DECLINED,
                kind="decline",
            )
    return None


def _inner(words: Words) -> Run | None:
    """What is left behind prepositions and nouns of telling: "Talks" of "on Report About Talks"."""
    start = words.start
    for token in words:
        noun = NOUNS.get(_singular(token.lower_))
        if token.lower_ in _TOPIC or noun is not None:
            start = token.i + 1
        else:
            break
    return (start, words.end) if start < words.end else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _colon(prose: Prose, headline: Words) -> Draft | None:
    """As in "Minister: we did not" and "Talks resume: report"."""
    doc = headline.doc
    colon = next((t for t in headline[1:-1] if t.text == ":"), None)
    if colon is None:
        return None
    left, right = (headline.start, colon.i), (colon.i + 1, headline.end)
    cue = (colon.i, colon.i + 1)
    if _is_source(doc[left[0] : left[1]]) and right[1] - right[0] > 2:
        return _draft(headline, left, cue, right)
    if _is_source(doc[right[0] : right[1]]) and left[1] - left[0] > 3:
        return _draft(headline, right, cue, left)
    return None


def _is_source(words: Words) -> bool:
    """Whether the words on one side of a colon are somebody who can speak."""
    if not 0 < len(words) <= _LONGEST_SOURCE - 3:
        return False
    if any(
        {t.lower_, _singular(t.lower_)} & _SOURCE_NOUNS or t.lemma_.lower() in PEOPLE for t in words
    ):
        return True
    return any(e.label_ in {"PERSON", "ORG"} and len(e) == len(words) for e in words.ents)


def _behind(headline: Words) -> Draft | None:
    """As in "Talks resume, minister says", "..., says minister", "Talks resume - sources"."""
    doc = headline.doc
    for token in reversed(headline[3:]):
        if token.text not in {",", "-", "–", "—", "--", '"', "'"} or _is_hyphen(token):
            continue
        tail = [t for t in doc[token.i + 1 : headline.end] if not t.is_space]
        if not 0 < len(tail) <= _LONGEST_SOURCE:
            return None
        left = (headline.start, token.i + (token.text in {'"', "'"}))
        if (
            (verb := _said_behind(tail))
            and len(tail) > 1
            and verb.kind in {"say", "report", "warn"}
        ):
            return _draft(headline, (tail[0].i, tail[-1].i), (tail[-1].i, tail[-1].i + 1), left)
        if (verb := _cue_of(tail[0])) and len(tail) > 1 and verb.kind in {"say", "report", "warn"}:
            return _draft(headline, (tail[1].i, tail[-1].i + 1), (tail[0].i, tail[0].i + 1), left)
        if token.text in {"-", "–", "—"} and _is_source(doc[tail[0].i : tail[-1].i + 1]):
            return _draft(headline, (tail[0].i, tail[-1].i + 1), (token.i, token.i + 1), left)
    return None


def _said_behind(tail: list[Token]) -> Cue | None:
    """The cue that ends the headline; behind a plural it has its plain form: "officials say"."""
    plain = VERBS.get(tail[-1].lower_)
    is_many = len(tail) > 1 and tail[-2].lower_.endswith("s")
    is_many = is_many or (len(tail) > 1 and tail[-2].lower_ in {"police", "people", "of", "it"})
    return plain if plain is not None and is_many else _cue_of(tail[-1])


def _is_hyphen(token: Token) -> bool:
    return token.text in {"-", "–", "—"} and not (token.nbor(-1).whitespace_ and token.whitespace_)


def _part_starts(headline: Words) -> list[int]:
    """Where each part of a headline begins: behind commas, and behind "as" and "but"."""
    return [
        headline.start,
        *(t.i + 1 for t in headline[1:-2] if t.text in {",", ";"} or t.lower_ in {"as", "but"}),
    ]


def _verb(headline: Words, start: int, end: int) -> Draft | None:
    """As in "Ministry Denies Report It Has Restarted Talks"."""
    doc = headline.doc
    for token in doc[start + 1 : min(end - 1, start + 1 + _LONGEST_SOURCE)]:
        cue = _cue_of(token) or _cue_of_many(token)
        if cue is None or not _fits(cue) or is_of_things(token):
            continue
        left = doc[start : token.i]
        if any(t.lower_ in _NOT_LEFT or (t.is_punct and t.text in ",?") for t in left):
            return None
        return _with_verb(headline, left, token, cue, end)
    return None


def _cue_of_many(token: Token) -> Cue | None:
    """The cue in its plain form behind those who are many: "police say", "officials deny"."""
    before = token.nbor(-1)
    is_many = before.lower_ in _SOURCE_NOUNS or before.tag_ in {"NNS", "NNPS"}
    return VERBS.get(token.lower_) if is_many and token.tag_ in {"VBP", "VB"} else None


def _fits(cue: Cue) -> bool:
    return cue.kind in _KINDS and bool(cue.takes & {"clause", "noun", "to-do", "for", "on"})


def _with_verb(headline: Words, left: Words, token: Token, cue: Cue, end: int) -> Draft | None:
    rest = headline.doc[token.i + 1 : end]
    run: Run = (rest.start, rest.end)
    if cue.kind in {"deny", "confirm", "doubt"}:
        run = _inner(rest) or run
    elif cue.kind in {"order", "want", "commit"} and rest[0].lower_ in {"for", "on", "to"}:
        run = (rest.start + (rest[0].lower_ != "to"), rest.end)
    return _draft(
        headline,
        (left.start, token.i),
        (token.i, token.i + 1),
        run,
        attitude=cue.attitude,
        kind=cue.kind,
    )


# In headlines a past form is a passive ("denied bail") but for these; and these words are
# plural nouns as often as verbs.
_PAST = {"said", "told", "warned", "vowed", "announced", "admitted", "claimed", "insisted"}
_PLURALS = {"states", "reports", "claims", "orders", "demands", "offers", "projects", "questions"}
_PLURALS |= {"requests", "estimates", "charges", "notes", "calls", "doubts", "fears", "hopes"}
_PLURALS |= {"promises", "pledges", "figures", "attacks", "posts", "finds", "signals", "threats"}


def _cue_of(token: Token) -> Cue | None:
    """The cue that the word is in the third person or in a past that is no passive."""
    word = token.lower_
    if not word.isalpha() or token.pos_ in {"ADJ", "ADP"}:
        return None
    if word in _PAST:
        return VERBS[token.lemma_.lower()] if token.lemma_.lower() in VERBS else VERBS["say"]
    if word in _PLURALS and token.pos_ != "VERB":
        return None
    return next((VERBS[base] for base in _bases(word) if base in VERBS), None)


def _bases(word: str) -> tuple[str, ...]:
    if not re.fullmatch(r"[a-z]{3,}s", word) or word.endswith("ss"):
        return ()
    return (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("es") else (word[:-1],)


def _draft(
    headline: Words,
    source: Run,
    cue: Run,
    content: Run,
    attitude: Attitude = Attitude.ASSERTS,
    response: Response | None = None,
    kind: str = "say",
) -> Draft | None:
    doc = headline.doc
    source, found = trim(doc, source), places(doc, [content])
    if source[0] >= source[1] or not found:
        return None
    return Draft(
        pattern=Pattern.HEADLINE,
        content=found,
        sentence=headline,
        attitude=attitude,
        source=doc[source[0] : source[1]],
        cue=place(doc[cue[0] : cue[1]]),
        kind=kind,
        response=response,
    )
