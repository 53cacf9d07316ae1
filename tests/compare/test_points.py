from __future__ import annotations

import pytest
from compare.conftest import Tell

from rashomon.model.dossier import Point, Stand, Status
from rashomon.text.encoder import Encoder


def stands(point: Point) -> set[tuple[Stand, str]]:
    return {(position.position, position.holder.name) for position in point.positions}


def test_an_affirmation_and_a_denial_are_one_contested_point(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="The Lesk Gazette reported on Monday that the harbour board had closed the lock.",
        west="The harbour board has not closed the lock, its chairman Anton Vey said on Tuesday.",
    )
    point = telling.points(encoder)[0]
    assert point.status is Status.CONTESTED
    assert (Stand.DENIES, "Anton Vey") in stands(point)
    assert any(stand is Stand.AFFIRMS for stand, _ in stands(point))
    assert "close" in point.question


def test_points_are_found_without_an_encoder(tell: Tell) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the harbour board had closed the northern lock.",
        west="Anton Vey denied that the harbour board had closed the northern lock.",
    )
    assert telling.points(None)[0].status is Status.CONTESTED


def test_who_declines_is_put_to_what_was_asked(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour board had closed the northern lock. "
            "The harbour board declined to comment."
        ),
    )
    (point,) = telling.points(encoder)
    assert {stand for stand, _ in stands(point)} == {Stand.AFFIRMS, Stand.DECLINES}


def test_a_bare_rejection_goes_to_what_it_rejects(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour board had closed the northern lock. "
            "The harbour board denied it."
        ),
    )
    point = telling.points(encoder)[0]
    assert point.status is Status.CONTESTED


def test_one_newspapers_officials_are_one_root_however_many_pass_them_on(
    tell: Tell, encoder: Encoder
) -> None:
    passed_on = "The Lesk Gazette, citing two port officials, reported that the lock had jammed."
    telling = tell(east=passed_on, north=passed_on, west=passed_on)
    point = next(p for p in telling.points(encoder) if "jam" in p.question)
    (position,) = point.positions
    assert position.accounts == ("L-east", "L-north", "L-west")
    assert len(position.roots) == 1
    assert not position.holder.named
    assert not point.corroborated


def test_unnamed_holders_of_two_texts_stay_two(tell: Tell, encoder: Encoder) -> None:
    text = "A port official said the pilots had left the lock on Monday."
    telling = tell(east=text, west=text)
    point = telling.points(encoder)[0]
    assert len({root for position in point.positions for root in position.roots}) == 2


def test_what_differs_is_not_thrown_together(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the harbour board had closed the northern lock.",
        west="Anton Vey denied that pilots had been paid for the regatta.",
    )
    assert all(point.status is not Status.CONTESTED for point in telling.points(encoder))


def test_every_passage_is_the_pages_own(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the harbour board had closed the northern lock.",
        west="Anton Vey denied that the harbour board had closed the northern lock.",
    )
    text = {article.id: article.text for article in telling.articles}
    for point in telling.points(encoder):
        for position in point.positions:
            for cited in position.evidence:
                assert text[cited.page][cited.start : cited.end] == cited.text


def test_the_order_of_the_articles_changes_nothing(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the harbour board had closed the northern lock.",
        west="Anton Vey denied that the harbour board had closed the northern lock.",
    )
    turned = type(telling)(telling.articles[::-1], telling.readings, telling.accounts)
    assert turned.points(encoder) == telling.points(encoder)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Agnes Vey, the mayor, says there was no siren in her village.",
            "Was there any siren in her village?",
        ),
        (
            "Anton Vey said the union had reported a fault in the crane in January.",
            "Did the union report a fault in the crane in January?",
        ),
        (
            "Anton Vey said the board had told the pilots to leave the lock open.",
            "Did the board tell the pilots to leave the lock open?",
        ),
        (
            "PORT MARD — The lock's 'northern gate' was shut at noon, according to Anton Vey.",
            "Is it so that the lock's northern gate was shut at noon?",
        ),
    ],
)
def test_acts_that_hide_in_small_verbs_are_asked_for(
    tell: Tell, encoder: Encoder, text: str, question: str
) -> None:
    assert [point.question for point in tell(east=text).points(encoder)] == [question]


def test_what_a_fact_is_told_of_is_taken_as_done(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="The sabotage of the northern lock has now claimed nine lives.",
        west="Anton Vey said the northern lock had been sabotaged.",
    )
    assert any(
        {stand for stand, _ in stands(point)} == {Stand.AFFIRMS, Stand.ASSERTED}
        for point in telling.points(encoder)
    )
