"""What counts as a contradiction: not each negation beside a like verb does."""

from __future__ import annotations

import pytest
from compare.conftest import Tell

from rashomon.compare.points.contrary import contrary
from rashomon.model.dossier import Status
from rashomon.text.encoder import Encoder


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Mayor Ilse Roth said it was now time for the harbour to speak.",
            "Anton Vey said it was not a time for the harbour to quarrel.",
            id="of different things",
        ),
        pytest.param(
            "Mayor Ilse Roth said the northern lock should be closed in winter.",
            "Anton Vey said the northern lock was not closed in winter.",
            id="what ought to be, and what is",
        ),
        pytest.param(
            "Mayor Ilse Roth said the harbour board had bought the old crane.",
            "Anton Vey said the harbour board had sold the old crane.",
            id="one after the other",
        ),
        pytest.param(
            "Mayor Ilse Roth said the fishermen had not blocked the ferry.",
            "Anton Vey said ice had blocked the northern lock.",
            id="another who, another whom",
        ),
        pytest.param(
            "Mayor Ilse Roth said two pilots had been hurt in the lock.",
            "Anton Vey said nobody else had been hurt in the lock.",
            id="the rest",
        ),
        pytest.param(
            "Mayor Ilse Roth said the name of the pilot would be released.",
            "Anton Vey said the name of the pilot would not be released until Monday.",
            id="for a time",
        ),
        pytest.param(
            "Mayor Ilse Roth said the law required the board to close the lock.",
            "Anton Vey said the law did not require the board to pay the pilots.",
            id="another thing to do",
        ),
    ],
)
def test_no_contradiction(tell: Tell, encoder: Encoder, left: str, right: str) -> None:
    telling = tell(east=left, west=right)
    assert all(point.status is not Status.CONTESTED for point in telling.points(encoder))


def test_a_denier_is_who_the_pronoun_means(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the ministry had instructed the pilots to keep the lock shut.",
        west="The government denied that it had ordered the pilots to keep the lock shut.",
    )
    assert telling.points(encoder)[0].status is Status.CONTESTED


def test_who_does_not_think_so_denies_it(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the harbour board had won the case in court.",
        west='"I don\'t think the harbour board won the case in court," Anton Vey said.',
    )
    assert telling.points(encoder)[0].status is Status.CONTESTED


def test_opposites_of_the_dictionary_can_be_one_act_and_the_next() -> None:
    assert contrary("accept", "reject")
    assert not contrary("buy", "sell")
    assert not contrary("have", "lack")
