from __future__ import annotations

import random
from array import array
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.story import ChangeKind
from rashomon.stories.features import Features
from rashomon.stories.group import group_arrivals
from rashomon.stories.online import Arrival, Step, Stories, advance


def page(id_: str, words: str, day: int | None = None, copies: tuple[str, ...] = ()) -> Arrival:
    forms = sorted(set(words.split()))
    weights = array("f", [len(forms) ** -0.5] * len(forms))
    return Arrival(id_, f"hash of {id_}", Features(tuple(forms), weights, (), day), copies)


def told(stories: Stories) -> set[tuple[str, ...]]:
    return {story.pages for story in stories.stories.values()}


def run(*windows: Iterable[Arrival]) -> Step:
    step = Step(Stories(), (), ())
    for window in windows:
        step = advance(step.stories, window)
    return step


FIGHT = "klevan rahmut belt ring"
BRIDGE = "mellin swing tarrow piers"


def test_a_story_grows_and_keeps_its_id() -> None:
    first = run([page("a", FIGHT), page("b", BRIDGE)])
    second = advance(first.stories, [page("c", FIGHT)])
    assert told(second.stories) == {("a", "c"), ("b",)}
    assert second.stories.story_of["a"] == first.stories.story_of["a"]
    (change,) = second.changes
    assert (change.kind, change.articles) == (ChangeKind.GROWN, ("c",))
    assert change.reasons[0] == "mean likeness 1.00"


def test_stories_that_a_page_brings_together_merge_and_no_id_is_lost() -> None:
    first = run([page("a", "p q r s"), page("b", "s t u v w")])
    ids = set(first.stories.stories)
    assert len(ids) == 2
    second = advance(first.stories, [page("c", "p q r s t u v")])
    (story,) = second.stories.stories.values()
    assert {story.id, *story.aliases} == ids
    assert {change.kind for change in second.changes} == {ChangeKind.GROWN, ChangeKind.MERGED}


def test_two_tight_groups_that_are_less_alike_than_each_within_stay_two() -> None:
    both = "klevan belt"
    bouts = [page(f"a{k}", f"{both} rahmut manheim seven") for k in range(5)]
    bouts += [page(f"b{k}", f"{both} tomsen suisse sixth") for k in range(5)]
    assert len(told(run(bouts).stories)) == 2
    assert len(told(run([bouts[0], bouts[5]]).stories)) == 1  # two pages prove no shape


def test_a_story_is_parted_when_its_shape_does_not_hold() -> None:
    both = "klevan belt"
    left = [page(f"a{k}", f"{both} rahmut manheim seven") for k in range(5)]
    right = [page(f"b{k}", f"{both} tomsen suisse sixth") for k in range(5)]
    first = run([left[0], right[0]])
    assert len(told(first.stories)) == 1
    second = advance(first.stories, [*left[1:], *right[1:]])
    assert len(told(second.stories)) == 2
    assert ChangeKind.SPLIT in {change.kind for change in second.changes}
    assert set(first.stories.stories) <= set(second.stories.stories)


def test_a_page_that_is_alone_again_says_how_alike_the_others_are() -> None:
    first = run([page("a", "p q r s"), page("b", "s t u v")])
    assert len(told(first.stories)) == 1
    second = advance(first.stories, [page("c", "p q r x")])
    (split,) = (change for change in second.changes if change.kind is ChangeKind.SPLIT)
    assert split.articles == ("b",)
    assert split.reasons == ("those left: mean likeness 0.12", "those left: shared words: s")


def test_copies_are_never_parted() -> None:
    step = run([page("a", FIGHT)], [page("b", BRIDGE, copies=("a",))])
    assert told(step.stories) == {("a", "b")}


def test_a_story_closes_a_month_after_its_last_page() -> None:
    first = advance(Stories(), [page("a", FIGHT, 100), page("u", BRIDGE)], 100)
    assert not advance(first.stories, [], 130).closed
    closed = advance(first.stories, [page("b", FIGHT, 131)], 131)
    assert sorted(story.pages for story in closed.closed) == [("a",), ("u",)]
    assert told(closed.stories) == {("b",)}


def test_a_page_without_a_date_waits_for_what_it_tells() -> None:
    late = [page("a", FIGHT, 500), page("b", BRIDGE, 100), page("u", FIGHT)]
    assert {story.pages for story in group_arrivals(late)} == {("a", "u"), ("b",)}


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from([FIGHT, BRIDGE, "p q r s", "s t u v w", "p q r s t u v"]), max_size=12
    ),
    st.integers(1, 4),
    st.randoms(),
)
def test_the_order_inside_a_window_changes_nothing(
    contents: list[str], size: int, rng: random.Random
) -> None:
    pages = [page(f"p{k:02}", words) for k, words in enumerate(contents)]
    windows = [pages[start : start + size] for start in range(0, len(pages), size)]
    shuffled = [rng.sample(window, len(window)) for window in windows]
    step = run(*windows)
    assert step == run(*shuffled)
    held = sorted(id_ for story in step.stories.stories.values() for id_ in story.pages)
    assert held == sorted(each.id for each in pages)


def test_a_window_costs_what_it_touches_and_leaves_the_old_state() -> None:
    before = run([page(f"p{k:04}", f"u{k} v{k} w{k} x{k}") for k in range(600)]).stories
    after = advance(before, [page("new", "u7 v7 w7 x7")]).stories
    assert "new" not in before.text_of
    assert ("new", "p0007") in told(after)
    assert all(after.texts[id_] is text for id_, text in before.texts.items())
    for old, new in ((before.texts, after.texts), (before.postings, after.postings)):
        assert new._layers[-1] is old._layers[-1]


def test_a_word_that_more_than_a_thousand_open_texts_have_finds_the_last_of_them() -> None:
    crowd = [page(f"p{k:04}", f"klevan u{k} v{k} w{k}") for k in range(1001)]
    stories = run(crowd).stories
    assert stories.postings["klevan"].texts == 1001
    assert stories.postings["klevan"].ids[0] == "p0001"
    assert len(stories.postings["klevan"].ids) == 1000


def test_an_event_of_more_than_a_thousand_texts_is_one_story() -> None:
    crowd = [page(f"p{k:04}", f"{FIGHT} u{k}") for k in range(1100)]
    stories = run(crowd).stories
    assert len(told(stories)) == 1
    assert len(told(advance(stories, [page("new", f"{FIGHT} other")]).stories)) == 1
