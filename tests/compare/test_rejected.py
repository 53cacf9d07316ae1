"""What an answer turns down that does not say it again."""

from __future__ import annotations

from compare.conftest import Tell

from rashomon.model.dossier import Point, Stand, Status
from rashomon.text.encoder import Encoder


def denied(points: tuple[Point, ...]) -> list[str]:
    """The passages that a contested point's denials rest on, and what is affirmed there."""
    return [
        f"{position.position.value}: {cited.text}"
        for point in points
        if point.status is Status.CONTESTED
        for position in point.positions
        for cited in position.evidence
    ]


def test_the_accused_denies_what_he_is_accused_of(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour master had threatened the pilots in May. "
            "She also said the lock was closed. "
            "The harbour master, Anton Vey, denied the allegations."
        )
    )
    found = denied(telling.points(encoder))
    assert any("threatened" in words for words in found)
    assert not any("lock" in words for words in found)


def test_a_denial_in_an_aside_is_of_what_stands_before(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the pilots had blocked the lock, a claim the pilots rejected."
    )
    (point,) = (p for p in telling.points(encoder) if p.status is Status.CONTESTED)
    assert {p.position for p in point.positions} == {Stand.AFFIRMS, Stand.DENIES}


def test_never_the_case_is_a_denial(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour board had closed the northern lock. "
            "Anton Vey said that was never the case."
        )
    )
    assert any("never the case" in words for words in denied(telling.points(encoder)))


def test_two_who_call_something_untrue_do_not_agree(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east="Mayor Ilse Roth said the board had shut the lock. Vey said the story was false.",
        west="Mayor Ilse Roth said the pilots had been paid. Jan Lund said the story was false.",
    )
    points = telling.points(encoder)
    assert not any("story" in point.question for point in points)


def test_to_dismiss_remarks_does_not_say_they_are_untrue(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour board had closed the northern lock. "
            "Anton Vey dismissed the remarks."
        )
    )
    assert denied(telling.points(encoder)) == []


def test_what_is_not_about_the_denier_is_not_his_guilt(tell: Tell, encoder: Encoder) -> None:
    telling = tell(
        east=(
            "Mayor Ilse Roth said the harbour board had closed the northern lock. "
            "Anton Vey denied any wrongdoing."
        )
    )
    assert denied(telling.points(encoder)) == []
