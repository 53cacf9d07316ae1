from __future__ import annotations

import pytest

from rashomon.model.article import Article, Block, Label
from rashomon.model.reading import Clause
from rashomon.text.clauses import find_clauses
from rashomon.text.parse import Parser


def clauses_of(text: str, parser: Parser) -> dict[str, Clause]:
    article = Article("page", "hash", text, (Block(0, len(text), Label.BODY),))
    return {clause.lemma: clause for clause in find_clauses(parser.parse(article))}


def test_a_verb_has_who_did_what(parser: Parser) -> None:
    text = "The harbour board closed the northern lock on Friday."
    clause = clauses_of(text, parser)["close"]
    assert clause.subject is not None
    assert clause.subject.slice(text) == "The harbour board"
    assert clause.object is not None
    assert clause.object.slice(text) == "the northern lock"
    assert not clause.negated
    assert {"board", "lock"} <= set(clause.words)


def test_an_event_noun_tells_the_act_of_its_verb(parser: Parser) -> None:
    text = "The closure of the northern lock angered the pilots."
    clause = clauses_of(text, parser)["close"]
    assert clause.nominal
    assert clause.object is not None
    assert clause.object.slice(text) == "the northern lock"


def test_a_passive_turns_subject_and_object(parser: Parser) -> None:
    text = "The lock was closed by the harbour board."
    clause = clauses_of(text, parser)["close"]
    assert clause.passive
    assert clause.subject is not None
    assert clause.subject.slice(text) == "the harbour board"
    assert clause.object is not None
    assert clause.object.slice(text) == "The lock"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The board did not close the lock.", "close"),
        ("No ship passed the lock.", "pass"),
        ("The board failed to repair the lock.", "repair"),
        ("The board never repaired the lock.", "repair"),
    ],
)
def test_negation_is_seen(text: str, lemma: str, parser: Parser) -> None:
    assert clauses_of(text, parser)[lemma].negated


def test_what_is_only_wanted_is_marked(parser: Parser) -> None:
    found = clauses_of("The board wants to close the lock and may drain the basin.", parser)
    assert found["close"].modal == "want"
    assert found["drain"].modal == "may"


def test_a_clause_knows_what_governs_it(parser: Parser) -> None:
    found = clauses_of("Pilots said the lock had jammed.", parser)
    assert found["jam"].under == found["say"].act
    assert found["jam"].relation == "ccomp"
