import pytest

from rashomon.extract.cut_off import find_cut_off
from rashomon.extract.html.facts import Fact, Facts
from rashomon.extract.html.stated_kinds import addressed_kind
from rashomon.extract.page_kind import page_kind
from rashomon.model.article import Block, Kind, Label

PARAGRAPH = (
    "The mayor opened the new bridge on Friday, two years later than planned, and told the people"
    " of both banks that the ferry would go on until the end of the month, for those who do not"
    " trust it yet or would miss the boat. Nobody knows what it has cost so far, since the office"
    " that built it has not shown its books to the council, which asked for them in March."
)

UNLINKED = "To thank the builders and all of the men who helped them in the winter, visit"

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
        ([HEADLINE, BODY, ("See below ...", "body")], False),
        ([HEADLINE, BODY, ("The council had first said [+1234 chars]", "body")], True),
        ([HEADLINE, BODY, ("Read the full article", "related")], True),
        ([HEADLINE, BODY, (UNLINKED, "body")], False),
        ([HEADLINE], False),
    ],
)  # fmt: skip
def test_a_stub_is_told_by_what_stands_at_its_end(
    lines: list[tuple[str, str]], cut_off: bool
) -> None:
    text, blocks = page(*lines)
    assert (find_cut_off(text, blocks) is not None) == cut_off


def test_a_short_page_that_its_head_calls_not_free_is_cut_off() -> None:
    text, blocks = page(HEADLINE, BODY)
    gate = Facts((("ld.not free", Fact("false", "json-ld[0].isAccessibleForFree")),))
    found = find_cut_off(text, blocks, gate)
    assert found is not None
    assert (found.path, found.start) == ("json-ld[0].isAccessibleForFree", None)
    assert find_cut_off(*page(HEADLINE, *[BODY] * 20), gate) is None


def test_the_reason_of_a_stub_is_its_own_line() -> None:
    text, blocks = page(HEADLINE, BODY, ("Sign up to read this article", "promotion"))
    found = find_cut_off(text, blocks)
    assert found is not None
    assert text[found.start : found.end] == "Sign up to read this article"


def test_a_whole_document_may_end_in_dots_as_it_was_written() -> None:
    text, blocks = page(HEADLINE, BODY, ("The council had first said...", "body"))
    assert find_cut_off(text, blocks, Facts(())) is None


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example/opinion/2031/why-bridges-fail", Kind.OPINION),
        ("https://town.example/presse/pressemitteilungen/neue-bruecke", Kind.PRESS_RELEASE),
        ("https://news.example/live-blog/bridge", Kind.LIVE),
        ("https://news.example/2031/press-release", None),
        ("https://news.example/story/opinion-polls-show", None),
        ("http://[broken", None),
    ],
)
def test_folders_of_an_address_name_kinds(url: str, kind: Kind | None) -> None:
    found = addressed_kind(url)
    assert (found and found.kind) == kind


def test_what_a_page_says_of_itself_comes_before_what_its_lines_look_like() -> None:
    teaser = ("The mayor opened the new bridge on Friday.", "body")
    short = page(HEADLINE, teaser, *[("Other bridges of the river", "related")] * 8)
    assert page_kind(*short).kind is Kind.INDEX
    assert page_kind(*short, stated=True).kind is Kind.ARTICLE
    hours = page(HEADLINE, BODY, *[("10:15 am", "body"), ("Leaves home", "body")] * 5)
    assert page_kind(*hours).kind is Kind.ARTICLE


def test_a_line_or_two_that_nobody_signed_are_no_article() -> None:
    short = ("The requested page has moved, and the link that led here is old.", "body")
    assert page_kind(*page(HEADLINE, short)).kind is Kind.OTHER
    assert page_kind(*page(HEADLINE, ("1 May 2031", "dateline"), short)).kind is Kind.ARTICLE
    assert page_kind(*page(HEADLINE, short), stated=True).kind is Kind.ARTICLE


@pytest.mark.parametrize("mark", ["Anzeige", "- Advertisement -", "Sponsored by"])
def test_the_label_of_an_advertisement_is_no_mark_of_the_page(mark: str) -> None:
    assert page_kind(*page((mark, "promotion"), HEADLINE, BODY)).kind is Kind.ARTICLE


def test_a_menu_names_every_section() -> None:
    menu = [(name, "navigation") for name in ("News", "Opinion", "Sport")]
    assert page_kind(*page(*menu, HEADLINE, BODY)).kind is Kind.ARTICLE


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ([HEADLINE, BODY], Kind.ARTICLE),
        ([("Opinion", "navigation"), HEADLINE, BODY], Kind.OPINION),
        ([("Opinion | Why bridges fail", "headline"), BODY], Kind.OPINION),
        ([("Bridge opening: live updates", "headline"), BODY], Kind.LIVE),
        ([HEADLINE, *[("10:15 am", "body"), BODY] * 4], Kind.LIVE),
        ([HEADLINE, ("HOLM, May 1 /PRNewswire/ -- " + PARAGRAPH, "body")], Kind.PRESS_RELEASE),
        (
            [HEADLINE, BODY, ("The town said so in a press release on Friday.", "body"), BODY],
            Kind.ARTICLE,
        ),
        ([("Sponsored content", "promotion"), HEADLINE, BODY], Kind.SPONSORED),
        ([("Morning briefing: five stories", "headline"), BODY], Kind.DIGEST),
        ([("In pictures: the new bridge", "headline"), BODY], Kind.GALLERY),
        ([HEADLINE, ("48 PHOTOS", "navigation")], Kind.GALLERY),
        ([("The Latest: Bridge opens", "headline"), BODY], Kind.LIVE),
        ([("Thank you for signing the guest book.", "body")], Kind.OTHER),
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
