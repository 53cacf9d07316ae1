from __future__ import annotations

from compare.conftest import Tell

from rashomon.compare.points.causes import find_causes
from rashomon.model.dossier import Status
from rashomon.text.encoder import Encoder


def test_two_reasons_for_one_act_are_an_open_point(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="The harbour board closed the northern lock because of cracks in its gates.",
        west="The harbour board closed the northern lock in response to the pilots' strike.",
    )
    (point,) = find_causes(telling.articles, telling.readings, telling.accounts, encoder)
    assert point.status is Status.OPEN
    assert point.question.startswith("Why")
    assert {answer.accounts for answer in point.answers} == {("L-east",), ("L-west",)}


def test_one_reason_is_no_question(tell: Tell, encoder: Encoder) -> None:
    text = "The harbour board closed the northern lock because of cracks in its gates."
    telling = tell(east=text, west=text)
    assert not find_causes(telling.articles, telling.readings, telling.accounts, encoder)


def test_a_reason_in_other_words_is_the_same(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="The harbour board closed the northern lock because of cracks in its gates.",
        west="The northern lock was closed because its gates had cracked.",
    )
    assert not find_causes(telling.articles, telling.readings, telling.accounts, encoder)


def test_reasons_for_different_things_are_no_question(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="The board closed the northern lock because of cracks in its gates. "
        "The pilots feared an attack due to a lack of guards.",
        west="The school closed a kitchen because of mould. "
        "An attack on the port was prevented in response to calls from the pilots' union.",
    )
    assert not find_causes(telling.articles, telling.readings, telling.accounts, encoder)


def test_an_event_told_by_a_noun_and_a_verb_that_causes(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="A gas leak caused the explosion at the mill, the mayor said.",
        west="Police said the explosion at the mill was triggered by a bomb under the floor.",
        north="The explosion at the mill killed nine people.",
    )
    (point,) = find_causes(telling.articles, telling.readings, telling.accounts, encoder)
    assert {answer.text for answer in point.answers} == {
        "A gas leak",
        "triggered by a bomb under the floor",
    }


def test_without_an_encoder_words_tell_reasons_apart(tell: Tell) -> None:
    telling = tell(
        east="The harbour board closed the northern lock because of cracks in its gates.",
        west="The harbour board closed the northern lock in response to the pilots' strike.",
    )
    assert len(find_causes(telling.articles, telling.readings, telling.accounts, None)) == 1
