from __future__ import annotations

from compare.conftest import Tell, Telling

from rashomon.compare.details.times import compare_times
from rashomon.model.dossier import Comparison, Relation


def _times(story: Telling) -> tuple[Comparison, ...]:
    return compare_times(story.articles, story.readings, story.accounts)


def test_one_minute_in_three_ways_of_writing_is_the_same(tell: Tell) -> None:
    story = tell(
        a="The ferry hit the northern pier at 3:52 a.m., the port said.",
        b="The ferry struck the pier at 03:52.",
        c="At eight minutes to four the ferry hit the pier, a sailor said.",
    )
    (found,) = _times(story)
    assert found.relation is Relation.SAME
    assert [(value.text, value.value) for value in found.values] == [
        ("at 3:52 a.m.", "03:52"),
        ("at 03:52", "03:52"),
        ("At eight minutes to four", "03:52"),
    ]


def test_what_is_told_less_exactly_is_compatible(tell: Tell) -> None:
    story = tell(
        a="The old crane collapsed at about 3:40 a.m. on Monday.",
        b="The crane collapsed shortly before four o'clock on Monday morning.",
    )
    (found,) = _times(story)
    assert found.relation is Relation.COMPATIBLE
    assert found.values[1].text == "shortly before four o'clock on Monday morning"


def test_times_that_exclude_each_other_are_a_conflict(tell: Tell) -> None:
    story = tell(
        a="The old harbour crane collapsed at 3:40 a.m. on Monday.",
        b="The old harbour crane collapsed at 5:10 a.m. on Monday.",
    )
    (found,) = _times(story)
    assert found.relation is Relation.CONFLICT


def test_two_zones_two_days_a_deadline_and_another_act_are_no_conflict(tell: Tell) -> None:
    one = "The old harbour crane collapsed at 3:40 a.m. on Monday."
    for other in (
        "The old harbour crane collapsed at 0140 GMT.",
        "The old harbour crane collapsed at 5:10 a.m. on Sunday.",
        "The old harbour crane did not collapse at 5:10 a.m. on Monday.",
        "The old harbour crane stood until 5:10 a.m. on Monday.",
        "The old harbour crane was repaired at 5:10 a.m. on Monday.",
    ):
        assert all(c.relation is not Relation.CONFLICT for c in _times(tell(a=one, b=other)))


def test_one_account_is_nothing_to_compare(tell: Tell) -> None:
    story = tell(a="The crane collapsed at 3:40 a.m. At twenty to four the crane fell.")
    assert _times(story) == ()
