from __future__ import annotations

from compare.conftest import Tell

from rashomon.compare.causes import find_causes
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
