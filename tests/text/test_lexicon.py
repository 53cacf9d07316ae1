from __future__ import annotations

import pytest

from rashomon.text.lexicon import opposite, same_meaning, tells_an_act, verb_of


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("resumption", "resume"),
        ("death", "die"),
        ("closure", "close"),
        ("collapse", "collapse"),
        ("table", None),
    ],
)
def test_event_nouns_have_verbs(noun: str, verb: str | None) -> None:
    assert verb_of(noun) == verb


def test_verbs_of_one_meaning() -> None:
    assert same_meaning("resume", "restart")
    assert same_meaning("assassinate", "kill")
    assert same_meaning("kill", "assassinate")
    assert not same_meaning("resume", "kill")


def test_opposite_verbs() -> None:
    assert opposite("accept", "reject")
    assert opposite("reject", "accept")
    assert not opposite("accept", "accept")


@pytest.mark.parametrize("word", ["denies", "refused", "halting", "closing", "collapse"])
def test_forms_of_verbs_are_known(word: str) -> None:
    assert tells_an_act(word)
