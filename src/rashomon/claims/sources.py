"""Who a cue verb makes speak: its subject, or whoever its place in the sentence lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import BODIES, PEOPLE, VERBS
from rashomon.claims.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_RELATIVES = {"who", "which", "that", "whom"}
_OBJECT_CONTROL = {"tell", "ask", "quote", "cite", "report", "urge", "order", "hear", "see"}
NOBODY = {"there", "what", "whatever", "nobody", "none", "nothing", "anyone", "anybody"}
_TOLD_OF = {"report", "say", "quote", "understand", "believe", "know", "allege", "claim"}
_WHEN = {"DATE", "TIME"}  # "the union, on strike since late March, says": no month speaks
_VERBAL = {"VERB", "AUX"}
_NOMINAL = {"NOUN", "PROPN", "PRON"}


def find_source(verb: Token) -> Words | None:
    """The noun phrase of whoever speaks, or None where the sentence does not say."""
    head = speaker(verb)
    if head is None or head.pos_ == "VERB" or head.lower_ in NOBODY:
        return None
    return noun_phrase(head, but=verb)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is told of, not speaking: "was reported"."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def speaker(verb: Token) -> Token | None:
    """The head noun of whoever speaks."""
    if is_passive(verb):
        return agent(verb)
    own = subject(verb)
    if own is None:
        return _inverted(verb) or _behind_front(verb) or _message(verb) or _lent(verb)
    if own.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return None if own.lower_ == "it" and _is_impersonal(verb) else own


def subject(verb: Token) -> Token | None:
    """The verb's own subject."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    own = [child for child in own if child.ent_type_ not in _WHEN] or own
    # Of two, one is part of a quotation or clause that the parser took apart; none speaks
    # behind its verb but after a quotation or comma.
    if not (verb.i and (verb.nbor(-1).is_quote or verb.nbor(-1).is_punct)):
        own = [child for child in own if child.i < verb.i] or own
    return min(own, key=lambda child: abs(child.i - verb.i), default=None)


def agent(verb: Token) -> Token | None:
    """The noun behind a passive's "by"."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _is_impersonal(verb: Token) -> bool:
    """As in "it emerged that", "it said" of a body are told apart by what "it" can be."""
    return verb.lemma_ in {"seem", "appear", "emerge"}


def _inverted(verb: Token) -> Token | None:
    """The speaker of "..., said Jean Morel", where the parser took the name for something else."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    if verb.lemma_ == "tell":
        return None  # in ", told the Herald" it is the listener that stands there
    before = verb.nbor(-1)
    if not (before.is_quote or before.text in {",", "?", "!"}):
        return None
    if verb.i + 1 >= verb.sent.end:
        return None
    token, head = verb.nbor(1), None
    while token.i > verb.i and token.pos_ in _NOMINAL | {"DET", "ADJ", "NUM", "X"}:
        head = token if token.pos_ in _NOMINAL else head
        if token.head == token:
            break
        token = token.head
    return head


def _behind_front(verb: Token) -> Token | None:
    """The speaker of "In an interview with the Herald, Jean Morel said", where the parser took the
    name for another of the Herald."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    token = verb.nbor(-1)
    if token.pos_ not in {"PROPN", "NOUN"}:
        return None
    while token.dep_ not in {"appos", "conj"} and token.head.i < verb.i and token.head != token:
        token = token.head
    start = token.left_edge.i
    is_apart = start > verb.sent.start and token.doc[start - 1].text == ","
    is_front = any(c.dep_ == "prep" and c.is_ancestor(token) for c in verb.lefts)
    return token if token.dep_ in {"appos", "conj"} and is_apart and is_front else None


def _message(verb: Token) -> Token | None:
    """The message in "received a call from the crew saying P", which parsers take for a way of
    receiving it."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or not verb.i or verb.nbor(-1).is_punct:
        return None
    things = (c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i)
    return next((thing for thing in things if thing.lemma_.lower() in MESSAGES), None)


MESSAGES = frozenset(
    "announcement call cable communique communiqué declaration e-mail email letter mail message "
    "note post release statement telegram text tweet warning".split()
)


def _lent(verb: Token) -> Token | None:
    head = verb.head
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head if verb.tag_ == "VBG" or verb.dep_ == "relcl" else None
    if verb.dep_ == "pcomp":
        is_judged = head.lower_ == "for"
        head = head.head
        lender = _object(head) if head.lemma_ in _OBJECT_CONTROL else None
        lender = _judged(head) if is_judged else lender
        return lender or (speaker(head) if head.pos_ in _VERBAL else None)
    if verb.dep_ == "xcomp" and head.pos_ in _VERBAL:
        if head.lemma_ in _TOLD_OF and is_passive(head):
            return _told_subject(head)
        controller = _object(head) if head.lemma_ in _OBJECT_CONTROL else None
        return controller or speaker(head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":
        return None  # "Asked whether P, he said Q": he did not ask
    if verb.dep_ in {"conj", "advcl", "dep"} and head.pos_ in _VERBAL and head != verb:
        return _told_subject(_outside(verb, head))
    return None


def _outside(verb: Token, head: Token) -> Token:
    """The verb that the cue goes on from: not one inside the quotation that ends before it, as in
    "said he "did it, and nobody helped", and called it Q"."""
    while _is_marked_off(verb, head) and head.dep_ in {"conj", "ccomp"} and head.head != head:
        head = head.head
    return head.head if is_of_thing(head) else head


def is_of_thing(clause: Token) -> bool:
    """Whether it is told what a thing is, which tells nothing: "said the bridge was unsafe and
    added Q"."""
    own, teller = subject(clause), subject(clause.head)
    is_told = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in VERBS
    if own is None or not is_told or not (clause.lemma_ == "be" or is_passive(clause)):
        return False
    if own.lower_ == "it":
        return teller is not None and (teller.ent_type_ == "PERSON" or teller.lemma_ in PEOPLE)
    return clause.lemma_ == "be" and own.pos_ == "NOUN" and not can_speak(own)


def _is_marked_off(verb: Token, head: Token) -> bool:
    between = verb.doc[min(verb.i, head.i) : max(verb.i, head.i)]
    return sum(token.text == '"' for token in between) % 2 == 1


def _told_subject(verb: Token) -> Token | None:
    """The subject of a verb, passive or not, or of the verb that lends it one."""
    own = subject(verb)
    if own is not None:
        return verb.head if own.lower_ in _RELATIVES and verb.dep_ == "relcl" else own
    return _lent(verb)


def _judged(verb: Token) -> Token | None:
    """Who is praised or blamed in "criticised Roth for saying P", "tore into Roth for saying P"."""
    objects = [_object(verb)]
    for way in verb.rights:
        if way.dep_ == "prep" and way.lower_ in {"into", "at", "on"}:
            objects += [c for c in way.rights if c.dep_ == "pobj"]
    return next((noun for noun in objects if noun is not None and can_speak(noun)), None)


def can_speak(noun: Token) -> bool:
    """Whether it means somebody: a name, a personal pronoun, a noun for people or a body."""
    if noun.pos_ == "PRON":
        return noun.lower_ in _SOMEBODY
    known = noun.lemma_.lower() in PEOPLE or noun.lemma_.lower() in BODIES
    return noun.pos_ == "PROPN" or known or bool(noun.ent_type_)


_SOMEBODY = set("i you he she we they who him her them us me it".split())


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
