"""Through whom a claim came: the paper that cites officials, the agency that was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.holders.citations import (
    CITING,
    cited_by,
    citing_before,
    citing_behind,
    informant_of,
    quoter_of,
    quoting_of,
)
from rashomon.claims.holders.kinds import classify, outlet_class
from rashomon.claims.holders.listeners import TALKS, listener, passes_on, titled
from rashomon.claims.holders.messages import publishers
from rashomon.claims.lexicon import VERBS
from rashomon.claims.sources import MESSAGES, find_source, subject
from rashomon.model.claim import HolderClass
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SPEAKING = {"speaking", "talking"}
_TO_MEDIUM = {"to", "with", "by", "on", "in", "via", "from", "for"}
_PIECES = set(
    "address advertisement article blog broadcast column comment commentary documentary editorial "
    "ed essay op-ed piece podcast question remark report request segment speech story video".split()
)
_REACHED = {"approach", "contact", "reach"}
_SPOKEN = {"appear", "interview", "speak", "talk", "write"}
# What a medium does to another's words; "criticised by the Herald" tells of no way to the page.
_HANDED = set(
    "air ask broadcast carry cite distribute interview issue obtain post print publish question "
    "quote read relay release report review run see show view".split()
)
_GIVEN = {"give", "hand", "leak", "provide", "release", "send", "share", "show"}


def add_chain(draft: Draft, verb: Token | None) -> Draft:
    """The draft with the links between the outlet and its source, nearest first."""
    if draft.source is None or verb is None:
        return draft
    draft = replace(draft, source=_without_way(draft.source))
    assert draft.source is not None
    citing = citing_before(verb)
    if citing is not None and _can_hold(citing[1]):
        return replace(draft, via=(*draft.via, citing[0]), source=citing[1])
    quoting = quoter_of(verb)
    if quoting is not None:
        return replace(draft, via=(quoting, *draft.via))
    informant = informant_of(verb)
    if informant is not None and _can_hold(informant):
        return replace(draft, via=(*draft.via, draft.source), source=informant)
    own_words = draft.pattern is Pattern.QUOTATION and outlet_class(draft.source) is None
    cited = None if own_words else _cited(verb, draft.source)
    if cited is not None:
        return replace(draft, via=(*draft.via, draft.source), source=cited)
    known = {words.start for words in draft.via}
    via = [*draft.via, *(words for words in _media(draft) if words.start not in known)]
    for words in (*publishers(verb), *publishers(draft.source.root)):
        if not any(_shares(words, other) for other in (draft.source, *via)):
            via.append(words)
    return replace(draft, via=(*via, *handed_by(draft.source)))


def _without_way(source: Words) -> Words:
    """The name without how it spoke: "Lund, in an interview with the Herald, had said"."""
    root = source.root
    for way in root.rights:
        noun = next((c for c in way.rights if c.dep_ == "pobj"), None)
        is_way = way.dep_ == "prep" and way.lower_ in {"in", "during"}
        if noun is not None and is_way and noun.lemma_.lower() in TALKS | MESSAGES:
            end = way.i - (way.nbor(-1).text == ",")
            return source.doc[source.start : max(root.i + 1, min(source.end, end))]
    return source


def _shares(left: Words, right: Words) -> bool:
    return bool(left.start < right.end and right.start < left.end)


def add_citation(draft: Draft) -> Draft:
    """The draft of a phrase of source with whom that source cites, or who handed it on."""
    if draft.source is None:
        return draft
    cited = citing_behind(draft.source)
    if cited is not None and _can_hold(cited):
        return replace(draft, via=(*draft.via, draft.source), source=cited)
    return replace(draft, via=(*draft.via, *handed_by(draft.source)))


def _cited(verb: Token, source: Words) -> Words | None:
    """Whom the source cites: "The Herald, citing two officials, reported"."""
    behind = citing_behind(source) or citing_behind(verb.doc[verb.i : verb.i + 1])
    found = (cited for citing in _participles(verb, source) if (cited := cited_by(citing)))
    for cited in (*found, *([behind] if behind is not None else [])):
        if _can_hold(cited):
            return cited
    return None


def _can_hold(words: Words) -> bool:
    """Whether somebody or a document is cited, not a reason: "citing safety concerns"."""
    return classify(words) is not HolderClass.UNKNOWN or words.root.pos_ == "PROPN"


def _participles(verb: Token, source: Words) -> Iterator[Token]:
    mark = max((c.i for c in verb.lefts if c.dep_ == "mark"), default=-1)
    places = [*(c for c in verb.children if c.i > mark), *source.root.children]
    for child in places:
        if (
            child.lemma_ in CITING
            and child.tag_ == "VBG"
            and child.dep_ in {"advcl", "acl", "prep"}
        ):
            yield child


def handed_by(source: Words) -> Iterator[Words]:
    """The medium in "documents obtained by the Herald", "a memo leaked to the Herald", "officials
    quoted by the Herald"."""
    yield from _published(source.root)
    for child in source.root.rights:
        if not (child.dep_ == "acl" and child.tag_ == "VBN") and child.dep_ != "relcl":
            continue
        for preposition in child.rights:
            is_handed = preposition.lower_ == "by" and child.lemma_ in _HANDED | _REACHED
            is_given = preposition.lower_ in {"to", "with"} and child.lemma_ in _GIVEN | _SPOKEN
            if is_handed or is_given:
                for part in preposition.rights:
                    if part.dep_ == "pobj" and passes_on(words := listener(part), told=False):
                        yield words


def _published(noun: Token) -> Iterator[Words]:
    """The medium in "the agency published a letter from Roth, which read P"."""
    top = noun
    while top.dep_ == "pobj" and top.head.head.pos_ == "NOUN":
        top = top.head.head
    if top.dep_ == "dobj" and top.head.lemma_ in _HANDED:
        medium = find_source(top.head)
        if medium is not None and passes_on(medium, told=False):
            yield medium


def _media(draft: Draft) -> Iterator[Words]:
    """The media that were told: "told AFP", "in an interview with the Herald"."""
    for token in draft.sentence:
        if draft.verb is not None and (show := titled(token, draft.verb)) is not None:
            yield show
        if token.lower_ in _SPEAKING and (named := _in_marks(token)) is not None:
            yield named
    media = [
        (words, told)
        for token, told in _spoken_to(draft)
        if passes_on(words := listener(token), told)
    ]
    is_told = any(told for _, told in media)
    for words, told in media:
        if told or not is_told or words.root.head.lower_ not in {"on", "in"}:
            yield words  # "told Jane Roe on her radio show" came through one


def _spoken_to(draft: Draft) -> Iterator[tuple[Token, bool]]:
    """Nouns outside source and content to which the source may have spoken, and whether the
    wording itself says so."""
    source = draft.source
    for token in draft.sentence:
        if token.pos_ not in {"PROPN", "NOUN"}:
            continue
        told = _is_told(token)
        if not told and not _is_medium_of(token) and not _is_in_name(token):
            continue
        if source is not None and source.start <= token.i < source.end:
            continue
        span = place(token)
        if not any(part.overlaps(span) for part in draft.content) and _is_own(draft, token):
            yield token, told


def _in_marks(speaking: Token) -> Words | None:
    """The name in "Speaking to the Herald," or one in quotation marks there."""
    doc, start = speaking.doc, speaking.i + 2
    if start >= speaking.sent.end or speaking.nbor(1).lower_ not in {"to", "with"}:
        return None
    end = start
    while end < speaking.sent.end and doc[end].text not in {",", ".", ";"}:
        end += 1
    words = doc[start:end]
    if not 0 < len(words) <= 6 or _told_by_head(words):
        return None
    marked = words[0].text == '"' and words[-1].text == '"' and len(words) > 2
    return doc[start + 1 : end - 1] if marked else None


def _told_by_head(words: Words) -> bool:
    """Whether the plain way, by the head of the phrase, finds the listener too."""
    return words[0].text != '"'


def is_listener(words: Words) -> bool:
    """Whether the words stand for those who were told something or talked with somebody."""
    return _is_told(words.root)


def _is_told(token: Token) -> bool:
    """As in "told X", "in an interview with X"."""
    head = token.head
    if token.dep_ in {"dobj", "dative", "iobj"}:
        return head.lemma_ in {"tell", "inform"}
    if token.dep_ != "pobj" or head.lower_ not in {"with", "to", "by", "for", "on"}:
        return False
    return head.head.lemma_ in TALKS and head.head.pos_ == "NOUN"


def _is_in_name(token: Token) -> bool:
    """As in "said in a Reuters interview", "wrote in a Herald column"."""
    talk = token.head
    is_talk = talk.lemma_.lower() in TALKS | _PIECES and talk.dep_ == "pobj"
    return is_talk and token.dep_ in {"compound", "nmod", "poss"} and talk.head.lower_ == "in"


def _is_medium_of(token: Token) -> bool:
    """Whether what is told goes to, through or into it, if it is a medium at all."""
    preposition = token.head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in _ISSUES:
        preposition = preposition.head.head  # "on Monday's broadcast of CNN's show"
    if token.dep_ != "pobj" or preposition.lower_ not in _TO_MEDIUM:
        return False
    above = preposition.head
    if above.pos_ in {"VERB", "AUX"}:
        known = _HANDED | _REACHED if preposition.lower_ == "by" else _HANDED | _GIVEN | _SPOKEN
        told = preposition.lower_ != "by" and above.lemma_.lower() in VERBS
        return told or above.lemma_ in known or quoting_of(above) is not None
    is_topic = above.dep_ == "pobj" and above.head.lower_ in {"about", "of", "over", "to"}
    return above.lemma_.lower() in TALKS | MESSAGES | _PIECES and not is_topic


_ISSUES = {"broadcast", "edition", "episode", "installment", "instalment", "issue"}
_CLAUSAL = {"VERB", "AUX"}


def _is_own(draft: Draft, token: Token) -> bool:
    """Whether it is the draft's source that spoke there, not somebody else of the sentence."""
    teller = token.head
    while teller.pos_ not in _CLAUSAL and teller.head != teller:
        teller = teller.head
    verb = draft.verb
    if verb is None or teller == verb or teller.pos_ not in _CLAUSAL:
        return True
    while teller.dep_ in {"xcomp", "ccomp"} and subject(teller) is None:
        teller = teller.head
    own = subject(teller)
    if own is None:
        return teller.dep_ != "conj" or teller.is_ancestor(verb)
    if own.lower_ in {"who", "which", "that"} and teller.dep_ == "relcl":
        own = teller.head
        if own.lemma_.lower() in MESSAGES and own.head.head == verb:
            return True  # "wrote in a letter, which was seen by X"
    source = draft.source
    if source is None or source.start <= own.i < source.end:
        return True
    # "said the lock was shut in an interview with X": parsers hang it on the last verb.
    is_talk = token.head.head.lemma_ in TALKS | {"statement"}
    return is_talk and teller.lemma_.lower() not in VERBS and teller.lemma_ not in _SPOKEN
