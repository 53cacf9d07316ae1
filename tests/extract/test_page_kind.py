import pytest

from rashomon.extract.cut_off import find_cut_off
from rashomon.extract.page_kind import page_kind
from rashomon.model.article import Block, Kind, Label

PARAGRAPH = "The mayor opened the new bridge on Friday, two years later than planned."

UNENDED = "The bridge cost the town twice what the council had first said in its plans of the"


def page(*lines: tuple[str, str]) -> tuple[str, list[Block]]:
    text = "\n".join(line for line, _ in lines)
    blocks = []
    start = 0
    for line, label in lines:
        blocks.append(Block(start, start + len(line), Label(label)))
        start += len(line) + 1
    return text, blocks


HEADLINE = ("Bridge opens at last", "headline")
BODY = (PARAGRAPH, "body")


@pytest.mark.parametrize(
    ("lines", "cut_off"),
    [
        ([HEADLINE, BODY, BODY], False),
        ([HEADLINE, BODY, ("Sign up to read this article", "promotion")], True),
        ([HEADLINE, BODY, ("To Read the Full Story", "promotion")], True),
        ([HEADLINE, ("Sign up to read this article", "promotion"), BODY], False),
        ([HEADLINE, BODY, ("Subscribe to our newsletter", "promotion")], False),
        ([HEADLINE, BODY, ("The bridge cost the town twice what the council", "body")], False),
        ([HEADLINE, BODY, (UNENDED, "body")], True),
        ([HEADLINE, BODY, (UNENDED + " pic.example.org/abc", "body")], False),
        ([HEADLINE, BODY, ("The council had first said...", "body")], True),
        ([HEADLINE], False),
    ],
)  # fmt: skip
def test_a_stub_is_told_by_what_stands_at_its_end(
    lines: list[tuple[str, str]], cut_off: bool
) -> None:
    text, blocks = page(*lines)
    assert (find_cut_off(text, blocks) is not None) == cut_off


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ([HEADLINE, BODY], Kind.ARTICLE),
        ([("Opinion", "navigation"), HEADLINE, BODY], Kind.OPINION),
        ([("Opinion | Why bridges fail", "headline"), BODY], Kind.OPINION),
        ([("Bridge opening: live updates", "headline"), BODY], Kind.LIVE),
        ([HEADLINE, *[("10:15 am", "body"), BODY] * 4], Kind.LIVE),
        ([HEADLINE, ("HOLM, May 1 /PRNewswire/ -- " + PARAGRAPH, "body")], Kind.PRESS_RELEASE),
        ([HEADLINE, ("The town said so in a press release on Friday.", "body")], Kind.ARTICLE),
        ([("Sponsored content", "promotion"), HEADLINE, BODY], Kind.SPONSORED),
        ([("Morning briefing: five stories", "headline"), BODY], Kind.DIGEST),
        ([("In pictures: the new bridge", "headline"), BODY], Kind.GALLERY),
        ([("Council votes to widen the road", "related")] * 8, Kind.INDEX),
        ([("Home", "navigation")], Kind.OTHER),
    ],
)
def test_a_page_says_what_it_is(lines: list[tuple[str, str]], kind: Kind) -> None:
    text, blocks = page(*lines)
    assert page_kind(text, blocks).kind is kind


def test_a_related_story_does_not_make_the_page_one_of_its_kind() -> None:
    text, blocks = page(HEADLINE, BODY, ("Opinion: build no more bridges", "related"))
    assert page_kind(text, blocks).kind is Kind.ARTICLE
