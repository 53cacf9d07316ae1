"""Clauses that the parser hung on another word than the cue that puts them forward."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.holders.citations import citing_behind
from rashomon.claims.lexicon import VERBS, Cue
from rashomon.claims.phrases import Run, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTENED = {"assure", "inform", "notify", "remind", "tell", "warn"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_RELATIVES = {"WDT", "WP"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_ASIDE = {
    "at",
    "by",
    "during",
    "in",
    "over",
    "through",
    "via",
    "with",
}  # "in a call", "at a dinner"
_TOLD = {"story", "tale", "truth", "lie", "joke", "thing", "secret"}


def stray_clause(verb: Token, cue: Cue) -> list[Run]:
    """The clause of "told X in a call that P", "said in a letter seen by X that P", "told a friend
    she had left", where it hangs on the noun before it."""
    if "clause" not in cue.takes or cue.kind in {"show", "think"}:
        return []
    that = _that_behind(verb)
    if that is not None:
        return [(that.i, max(that.head.right_edge.i + 1, that.i + 1))]
    found = _of_listener(verb) if verb.lemma_ in _LISTENED else None
    return [found] if found is not None else []


def second_object(verb: Token, clause: Token, start: int) -> int:
    """Where the clause of "told X the army has been listening" begins, if the parser takes its
    subject for a second object."""
    objects = [c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < clause.i]
    has_own = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in clause.lefts)
    return objects[-1].left_edge.i if len(objects) > 1 and not has_own else start


def is_tag(verb: Token, tag: Token) -> bool:
    """Whether the clause tells who told the whole: "he said P, the Herald reported on Sunday"."""
    if tag.i < verb.i or tag.lemma_.lower() not in VERBS or tag.tag_ not in _FINITE:
        return False
    start = _teller_start(tag)
    is_apart = start is not None and tag.doc[start - 1].text == ","
    bare = all(c.dep_ in _SIDES if c.i > tag.i else c.dep_ != "mark" for c in tag.children)
    bare = bare and tag.right_edge.i - tag.i < _SHORT
    return is_apart and bare and tag.right_edge.i + 1 >= tag.sent.end - 2


def _teller_start(tag: Token) -> int | None:
    own = next((c for c in tag.lefts if c.dep_ in _SUBJECTS and c.tag_ not in _RELATIVES), None)
    return own.left_edge.i if own is not None and own.left_edge.i > tag.sent.start else None


def tagged(verb: Token) -> Run | None:
    """What stands before a tag that the parser took for part of what is said in it."""
    head, start = verb.head, _teller_start(verb)
    if verb.dep_ != "ccomp" or start is None or head.lemma_.lower() not in VERBS:
        return None
    return (head.left_edge.i, start) if is_tag(head, verb) else None


def under_tag(tag: Token) -> Token | None:
    """The clause that the parser hung on the tag behind it, not on its own verb."""
    return next((c for c in tag.lefts if c.dep_ == "ccomp"), None)


_SHORT = 12  # tokens behind the tag's verb
_SIDES = {"npadvmod", "advmod", "prep", "punct", "dobj", "dative"}  # "told the Herald on Sunday"


def without_talk(verb: Token, run: Run) -> Run:
    """The run without the "in an interview with X" at its end, which parsers hang on the last
    verb: it tells how the whole was said, but for a verb of telling."""
    doc, marks = verb.doc, 0
    for token in doc[run[0] : run[1]]:
        marks += token.text == '"'
        if token.lower_ not in {"in", "during", "on"} or token.dep_ != "prep" or marks % 2:
            continue
        is_talk = any(c.dep_ == "pobj" and c.lemma_ in _TALKS for c in token.rights)
        if is_talk and token.i > run[0] and token.right_edge.i + 2 >= run[1] and _is_idle(token):
            return run[0], token.i
    return run


_TALKS = {"interview", "statement", "broadcast", "edition", "episode"}
_OF_TALK = {"appear", "do", "lie", "make", "speak", "talk"}


def _is_idle(preposition: Token) -> bool:
    """Whether what it hangs on is no telling: "admitted it in an interview" is the inner one's."""
    above = preposition.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return above.lemma_.lower() not in VERBS and above.lemma_ not in _OF_TALK


def ways(verb: Token) -> Iterator[Run]:
    """What only tells by which way it came: "as reported by Reuters" is no part of any content."""
    cited = citing_behind(verb.doc[verb.i : verb.i + 1])
    if cited is not None:
        yield verb.i + 1, cited.end
    for token in verb.sent:
        if token.tag_ != "VBN" or token.lemma_ not in _PASSED_ON:
            continue
        start = token.i
        while start > verb.sent.start and token.doc[start - 1].pos_ == "ADV":
            start -= 1
        by = next((c for c in token.rights if c.lower_ == "by"), None)
        if (
            by is not None
            and start > verb.sent.start
            and token.nbor(start - 1 - token.i).lower_ == "as"
        ):
            yield start - 1, _end_of(by)


def _end_of(preposition: Token) -> int:
    """The end of the name behind the preposition."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), preposition)
    return noun.i + 1


_PASSED_ON = {"carry", "cite", "quote", "relay", "report"}


def _that_behind(verb: Token) -> Token | None:
    """The first "that" behind the verb, if it opens a clause and no other verb stands before."""
    last = min(verb.sent.end, verb.i + _FAR)
    for token in verb.doc[verb.i + 1 : last]:
        if token.tag_ in _FINITE:
            return None
        if token.lower_ == "that" and token.head.i > token.i:
            return token if _opens(verb, token) else None
    return None


_FAR = 40  # tokens of where and when it was told


def _opens(verb: Token, that: Token) -> bool:
    clause, noun = that.head, that.head.head
    if that.dep_ == "mark" and clause.dep_ == "ccomp":
        return True
    if clause.dep_ not in {"acl", "relcl"}:
        return False
    if noun.head == verb and noun.dep_ in {"dobj", "dative"}:
        return that.dep_ == "mark" and verb.lemma_ in _LISTENED
    is_aside = noun.dep_ == "pobj" and noun.head.lower_ in _ASIDE
    # "told X in an interview that plans to run", "said in a paper that Roth saw": nobody tells
    # without content.
    is_bare = verb.lemma_ in _BARE and that.dep_ not in _SUBJECTS
    return is_aside and (that.dep_ == "mark" or verb.lemma_ == "tell" or is_bare)


_BARE = {"allege", "argue", "claim", "say", "state", "write"}


def _of_listener(verb: Token) -> Run | None:
    """The clause in "told a friend she had left", taken for one that describes the friend."""
    listener = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"}), None)
    if listener is None or listener.lemma_.lower() in _TOLD:
        return None
    for clause in listener.rights:
        own = next((c for c in clause.lefts if c.dep_ in _SUBJECTS), None)
        if clause.dep_ != "relcl" or own is None or own.tag_ in _RELATIVES:
            continue
        if clause.left_edge == own.left_edge:
            return subtree(clause)
    return None
