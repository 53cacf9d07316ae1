"""Stories of many separate texts: kept as sums, joined in lots."""

from __future__ import annotations

from collections import Counter

import pytest

from rashomon.stories import join
from rashomon.stories.groups import LARGE
from rashomon.stories.online import Stories, advance
from tests.stories.test_online import BRIDGE, FIGHT, page, told


def crowd(name: str, words: str, count: int) -> list[str]:
    return [f"{words} {name}{k} {name}x{k % 7}" for k in range(count)]


def sums_of_texts(stories: Stories, story: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for id_ in stories.stories[story].texts:
        total.update(stories.texts[id_].words())
    return total


def test_a_large_story_is_kept_as_the_sums_of_its_texts() -> None:
    pages = [page(f"a{k:03}", words) for k, words in enumerate(crowd("u", FIGHT, LARGE + 6))]
    stories = advance(Stories(), pages[: LARGE + 2]).stories
    for late in pages[LARGE + 2 :]:
        stories = advance(stories, [late]).stories
    ((id_, sums),) = stories.sums.items()
    assert sums.words == pytest.approx(sums_of_texts(stories, id_))
    whole = advance(Stories(), pages).stories
    assert told(whole) == told(stories)
    ((_, at_once),) = whole.sums.items()
    assert at_once.inner == pytest.approx(sums.inner)


def test_a_copy_leaves_no_trace_of_the_text_as_it_was() -> None:
    pages = [page(f"a{k:03}", words) for k, words in enumerate(crowd("u", FIGHT, LARGE + 1))]
    before = advance(Stories(), pages).stories
    after = advance(before, [page("b", f"{FIGHT} v", copies=("a003",))]).stories
    ((id_, sums),) = after.sums.items()
    assert "v" in sums.words
    assert sums.words == pytest.approx(sums_of_texts(after, id_))
    ((_, old),) = before.sums.items()
    assert "v" not in old.words


def test_a_story_that_is_large_no_more_keeps_no_sums() -> None:
    pages = [page(f"a{k:03}", words) for k, words in enumerate(crowd("u", FIGHT, LARGE))]
    before = advance(Stories(), pages).stories
    after = advance(before, [page("b", FIGHT, copies=("a001", "a002"))]).stories
    assert len(before.sums) == 1
    assert len(after.sums) == 0


def test_in_lots_the_same_stories_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = crowd("u", FIGHT, 40) + crowd("w", BRIDGE, 30)
    pages = [page(f"{k * 37 % 100:02}", words) for k, words in enumerate(lines)]
    at_once = advance(Stories(), pages).stories
    monkeypatch.setattr(join, "_LOT", 8)
    in_lots = advance(Stories(), pages).stories
    assert sorted(len(story) for story in told(at_once)) == [30, 40]
    assert told(in_lots) == told(at_once)
