from __future__ import annotations

import pytest

from rashomon.model.article import Article
from rashomon.model.edit import Edit, EditKind
from rashomon.model.lineage import Lineage, Lineages
from rashomon.stories.edits import edit_lineages, edit_stories
from rashomon.stories.ids import Named

ARTICLES = [Article(id_, f"hash of {id_}", id_, ()) for id_ in "abcdef"]
STORIES = [Named("S1", ("a", "b", "c"), ()), Named("S2", ("d", "e"), ()), Named("S3", ("f",), ())]
NONE = Lineages((), ())


def told(*edits: Edit, lineages: Lineages = NONE) -> dict[str, tuple[str, ...]]:
    edited, unapplied = edit_stories(STORIES, lineages, ARTICLES, edits)
    assert not unapplied
    return {story.id: story.pages for story in edited}


def test_a_page_moves_by_id_or_by_content() -> None:
    after = {"S1": ("a", "b"), "S2": ("c", "d", "e"), "S3": ("f",)}
    assert told(Edit(EditKind.MOVE, ("c",), "S2")) == after
    assert told(Edit(EditKind.MOVE, ("hash of c",), "hash of d")) == after


def test_a_page_takes_its_copies_along_unless_detached() -> None:
    lineages = Lineages((), (Lineage("L1", ("b", "c")),))
    move = Edit(EditKind.MOVE, ("c",), "d")
    assert told(move, lineages=lineages)["S2"] == ("b", "c", "d", "e")
    detached, unapplied = edit_lineages(lineages, ARTICLES, [Edit(EditKind.DETACH, ("c",))])
    assert [each.articles for each in detached.lineages] == [("b",), ("c",)]
    assert not unapplied
    assert told(move, lineages=detached)["S2"] == ("c", "d", "e")


def test_the_larger_of_two_keeps_its_id_and_an_id_is_never_lost() -> None:
    (merged, alone), _ = (
        sorted(each, key=lambda story: story.id) if number == 0 else each
        for number, each in enumerate(
            edit_stories(STORIES, NONE, ARTICLES, [Edit(EditKind.MERGE, ("d", "a"))])
        )
    )
    assert (merged.id, merged.pages, merged.aliases) == ("S1", tuple("abcde"), ("S2",))
    assert alone.id == "S3"
    split = told(Edit(EditKind.SPLIT, ("a",)))
    assert split["S1"] == ("b", "c")
    assert ("a",) in split.values()
    large = told(Edit(EditKind.SPLIT, ("a", "b")))
    assert large["S1"] == ("a", "b")
    emptied, _ = edit_stories(STORIES, NONE, ARTICLES, [Edit(EditKind.MOVE, ("f",), "a")])
    assert [story.aliases for story in emptied if story.id == "S1"] == [("S3",)]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Edit(EditKind.MOVE, ("gone",), "S1"), "no page has the id or content hash 'gone'"),
        (Edit(EditKind.MOVE, ("a",), "S9"), "no page has the id or content hash 'S9'"),
        (Edit(EditKind.MERGE, ("a", "b")), "its pages are in one story already"),
        (Edit(EditKind.MOVE, ("a",), "b"), "its pages are in that story already"),
        (Edit(EditKind.SPLIT, ("f",)), "its pages are a story of their own already"),
        (Edit(EditKind.SPLIT, ()), "it names no page"),
    ],
)
def test_what_applies_no_more_is_told_and_changes_nothing(edit: Edit, reason: str) -> None:
    edited, unapplied = edit_stories(STORIES, NONE, ARTICLES, [edit])
    assert edited == STORIES
    assert [(each.subject, each.detail) for each in unapplied] == [("edit 1", reason)]


def test_a_page_in_no_lineage_cannot_be_detached() -> None:
    _, (unapplied,) = edit_lineages(NONE, ARTICLES, [Edit(EditKind.DETACH, ("a",))])
    assert "in no lineage with other pages" in unapplied.detail
