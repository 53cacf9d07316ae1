from __future__ import annotations

from compare.conftest import Tell

from rashomon.model.dossier import Stand, Status
from rashomon.text.encoder import Encoder


def test_two_who_are_made_to_answer_for_one_act_contradict_each_other(
    tell: Tell, encoder: Encoder
) -> None:
    telling = tell(
        east=(
            "Anton Vey said the pause was a company decision. "
            "Mayor Ilse Roth said the town council had ordered the company to halt its work."
        ),
    )
    contested = [p for p in telling.points(encoder) if p.status is Status.CONTESTED]
    assert len(contested) == 1
    stands = {(p.position, p.holder.name) for p in contested[0].positions}
    assert stands == {(Stand.AFFIRMS, "Anton Vey"), (Stand.DENIES, "Ilse Roth")}


def test_one_decider_is_no_contradiction(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Anton Vey said the pause was a council decision. "
            "Mayor Ilse Roth said the town council had ordered the company to halt its work."
        ),
    )
    assert all(p.status is not Status.CONTESTED for p in telling.points(encoder))
