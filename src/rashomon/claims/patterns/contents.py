"""What a cue puts forward: the clause, infinitive, noun phrase or object behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Pattern
from rashomon.claims.lexicon import VERBS, Cue
from rashomon.claims.patterns.strays import (
    is_tag,
    second_object,
    stray_clause,
    tagged,
    under_tag,
    ways,
    without_talk,
)
from rashomon.claims.patterns.tellings import proposition
from rashomon.claims.phrases import Run, subtree, trim_front, without
from rashomon.claims.sources import is_of_thing

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CLAUSES = {"ccomp"}
_OBJECTS = {"dobj", "attr"}
_STOP_LEMMAS = {"add", "cite", "quote", "accord", "refer", "note", "say", "speak", "tell"}
Content = tuple[Pattern, list[Run]]


def find_content(verb: Token, cue: Cue, own: list[Run]) -> Content | None:
    """The token runs of the content and how it was found. `own` are the runs of the cue and its
    source, which are no part of it."""
    if "quotation" in cue.takes:
        return None  # "he continued" tells of speech only beside a quotation
    own = [*own, *ways(verb)]
    if (whole := tagged(verb)) is not None:
        return Pattern.CLAUSE, [trim_front(verb.doc, whole)]
    clauses = list(_own_clauses(verb))
    if clauses:
        return Pattern.CLAUSE, _clauses(verb, clauses, own)
    found = _task(verb, cue) or _object(verb, cue) or _prepositional(verb, cue)
    if found is not None:
        pattern, run = found
        return pattern, list(without(run, own))
    runs = _parenthesis(verb, own) or _loose_clause(verb, cue) or stray_clause(verb, cue)
    return (Pattern.CLAUSE, runs) if runs else None


def _own_clauses(verb: Token) -> Iterator[Token]:
    """The clauses that the verb takes, without a tag behind them."""
    for child in verb.children:
        if child.dep_ in _CLAUSES and not _is_cue_tail(child):
            own = under_tag(child) if is_tag(verb, child) else child
            if own is not None:
                yield own


def _loose_clause(verb: Token, cue: Cue) -> list[Run]:
    """As in "said cutting that output must be P": the clause's gerund was taken for its verb."""
    if "clause" not in cue.takes:
        return []
    gerund = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    return [(gerund.left_edge.i, _tail(verb, gerund, subtree(gerund)[1]))] if gerund else []


def _is_cue_tail(clause: Token) -> bool:
    """Whether a "clause" is a bare name that the parser mistook, as in "said Khan"."""
    return clause.pos_ in {"PROPN"} and not any(True for _ in clause.children)


def _clauses(verb: Token, clauses: list[Token], own: list[Run]) -> list[Run]:
    runs: list[Run] = []
    for clause in clauses:
        start, end = subtree(clause)
        if clause.i < verb.i:
            start = _front(verb, start)
        else:
            start = second_object(verb, clause, start)
            end = _before_next_cue(verb, clause, _tail(verb, clause, end))
            start, end = without_talk(verb, (start, end))
        runs += without((start, end), own)
    doc = verb.doc
    trimmed = (trim_front(doc, run) for run in runs)
    kept = [run for run in trimmed if run[0] < run[1] and _has_words(verb, run)]
    return _without_lead(verb, _on_one_side(verb, kept, own))


def _on_one_side(verb: Token, runs: list[Run], own: list[Run]) -> list[Run]:
    """A clause before the cue goes with one behind it only around commas: "P, he said, Q"."""
    end = max(run[1] for run in own if run[0] <= verb.i)
    behind = [run for run in runs if run[0] >= end]
    if not behind or end >= len(verb.doc) or verb.doc[end].is_punct:
        return runs
    return behind


def _without_lead(verb: Token, runs: list[Run]) -> list[Run]:
    """As in "Still, he added, "P"" and "On Monday, he said, "P"": what leads in is no part of a
    quotation behind the cue."""
    doc = verb.doc
    quoted = [run for run in runs if run[0] > verb.i and doc[run[0]].text == '"']
    if not quoted:
        return runs
    return [run for run in runs if run[0] > verb.i or _has_verb(doc[run[0] : run[1]])]


def _has_verb(words: Words) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} for token in words) or '"' in words.text


def _has_words(verb: Token, run: Run) -> bool:
    return any(token.is_alpha or token.like_num for token in verb.doc[run[0] : run[1]])


def _front(verb: Token, start: int) -> int:
    """A clause before its cue begins with what leads into it, though the parser hangs that on
    the cue: "After the vote, the deal fell, he said"."""
    for child in verb.lefts:
        if child.left_edge.i < start and child.dep_ in {
            "advcl",
            "prep",
            "npadvmod",
            "mark",
            "advmod",
        }:
            start = child.left_edge.i
    return start


def _tail(verb: Token, clause: Token, end: int) -> int:
    """A clause behind its cue goes on to the end of what hangs on the cue behind it."""
    for child in verb.rights:
        if child.i <= clause.i or child.dep_ == "punct":
            continue
        if child.dep_ == "cc" or _starts_cue(child):
            break
        end = max(end, child.right_edge.i + 1)
    return end


def _before_next_cue(verb: Token, clause: Token, end: int) -> int:
    """Where the clause of "said he would try and insisted that P" ends: at the second cue, if
    the clause is about the speaker or in another tense."""
    own = next((c for c in clause.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    is_about_speaker = own is not None and own.lower_ in {"he", "she", "they", "it", "we", "i"}
    if not is_about_speaker and clause.tag_ == verb.tag_ and not is_of_thing(clause):
        return end
    for token in verb.doc[clause.i + 1 : end]:
        is_second = token.dep_ == "conj" and token.tag_ == verb.tag_ and token.lemma_ in VERBS
        if is_second and token.nbor(-1).dep_ == "cc" and not _is_in_marks(verb, token):
            return token.i - 1
    return end


def _is_in_marks(verb: Token, token: Token) -> bool:
    between = verb.doc[min(verb.i, token.i) : max(verb.i, token.i)]
    return sum(t.text == '"' for t in between) % 2 == 1


def _starts_cue(child: Token) -> bool:
    if child.dep_ == "conj":
        return True
    words = {token.lemma_.lower() for token in child.subtree if token.dep_ != "ccomp"}
    return child.lemma_.lower() in VERBS or (bool(words & _STOP_LEMMAS) and child.tag_ == "VBG")


def _task(verb: Token, cue: Cue) -> tuple[Pattern, Run] | None:
    if "to-do" not in cue.takes and not _is_passive_of(verb, cue):
        return None
    for child in verb.rights:
        if _is_infinitive(child, cue):
            start, end = subtree(child)
            person = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < child.i), None)
            if person is not None and (cue.kind == "order" or verb.lemma_ == "tell"):
                start = min(start, person.left_edge.i)
            return Pattern.INFINITIVE, (start, end)
    return None


def _is_infinitive(child: Token, cue: Cue) -> bool:
    if child.pos_ not in {"VERB", "AUX"}:
        return False
    is_to = any(c.tag_ == "TO" for c in child.lefts)
    return child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_to and cue.kind == "order")


def _is_passive_of(verb: Token, cue: Cue) -> bool:
    return "clause" in cue.takes and any(c.dep_ == "auxpass" for c in verb.children)


_OBJECT_PARTS = {"NOUN", "PROPN", "PRON", "NUM", "VERB", "DET"}
_BARE = {"which", "what", "that", "who", "whom", "so"}


def _object(verb: Token, cue: Cue) -> tuple[Pattern, Run] | None:
    if "named" in cue.takes:
        return _naming(verb)
    if "noun" not in cue.takes:
        return None
    answers = cue.kind in {"deny", "doubt", "confirm"}
    for child in verb.children:
        if child.lower_ in _BARE and not (answers and child.lower_ == "that" and child.i > verb.i):
            continue
        if child.dep_ in _OBJECTS and child.pos_ in _OBJECT_PARTS:
            run = proposition(child) if answers else subtree(child)
            end = max([run[1]] + [c.right_edge.i + 1 for c in _complements(verb, child, cue)])
            return Pattern.NOUN_PHRASE, (run[0], end)
    return None


def _complements(verb: Token, noun: Token, cue: Cue) -> Iterator[Token]:
    """What completes it: "accused him of lying", "confirmed its readiness to leave if P"."""
    for child in verb.rights:
        if child.i > noun.i:
            is_of = (
                cue.kind in {"judge", "deny", "accuse"}
                and child.dep_ == "prep"
                and child.lower_ in _OF
            )
            if is_of or (child.dep_ == "advcl" and any(c.lower_ in _IF for c in child.lefts)):
                yield child


_OF = {"of", "for", "as", "over"}
_IF = {"if", "unless", "once", "should"}


def _naming(verb: Token) -> tuple[Pattern, Run] | None:
    """As in "called the plan a trap", "described him as a friend": both words are the content."""
    parts = [c for c in verb.rights if c.dep_ in {"dobj", "oprd", "attr", "xcomp"}]
    parts += [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"]
    if len(parts) < 2:
        return None
    return Pattern.NOUN_PHRASE, (
        min(part.left_edge.i for part in parts),
        max(part.right_edge.i for part in parts) + 1,
    )


def _prepositional(verb: Token, cue: Cue) -> tuple[Pattern, Run] | None:
    for child in verb.rights:
        if _is_time(child):
            child = next((c for t in child.rights for c in t.rights if c.dep_ == "prep"), child)
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            for part in child.rights:
                if part.dep_ in {"pobj", "pcomp"}:
                    return Pattern.PREPOSITION, _with_task(verb, cue, subtree(part))
    return None


def _is_time(preposition: Token) -> bool:
    """As in "spoke on Monday of P": parsers hang "of P" on the day."""
    return any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in preposition.rights)


def _with_task(verb: Token, cue: Cue, run: Run) -> Run:
    """As in "called on her to resign": whom and what."""
    if cue.kind == "order":
        for child in verb.rights:
            if child.i >= run[1] and _is_infinitive(child, cue):
                return run[0], subtree(child)[1]
    return run


def _parenthesis(verb: Token, own: list[Run]) -> list[Run]:
    """The sentence around a cue that stands between commas: "The deal, he said, is dead"."""
    head = verb.head
    if verb.dep_ not in {"parataxis", "ccomp", "advcl", "dep", "conj"} or head == verb:
        return []
    if not _is_as(verb) and not _is_fenced(own, verb):
        return []
    run = subtree(head)
    holes = [*own, subtree(verb)]
    doc = verb.doc
    return [
        cut
        for part in without(run, holes)
        if (cut := trim_front(doc, part))[0] < cut[1] and _has_words(verb, cut)
    ]


def _is_as(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.lefts)


def _is_fenced(own: list[Run], verb: Token) -> bool:
    """Whether commas or quotation marks stand on both sides of the cue with its source."""
    doc, sentence = verb.doc, verb.sent
    near = [run for run in own if run[0] <= verb.i + 1]
    start, end = min(run[0] for run in near), max(run[1] for run in near)
    before = start == sentence.start or doc[start - 1].text in {",", '"', "-", "--", "–", "—", "?"}
    end = max(end, verb.right_edge.i + 1) if is_tag(verb.head, verb) else end
    after = end >= sentence.end or doc[end].text in {",", ".", ";", "-", "--", "–", "—"}
    return before and after and not (start == sentence.start and end >= sentence.end)
