from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract import extract
from rashomon.model.article import Article, Dateline, Label, Source
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip

BODY = (
    "The river at Kingsport rose by two metres in the night, the water office said on Sunday, and"
    " the mayor asked the people of the lower town to leave their homes before noon.\n\n"
    "Engineers who had inspected the dam above the town told reporters that it would hold, and"
    " that nobody had asked them for a second opinion.\n\n"
    "The ministry of transport did not answer a request for comment, and trains to the coast"
    " will not run before Tuesday at the earliest, a spokeswoman said.\n"
)


def page(text: str, form: Form = Form.TEXT, **given: str) -> Page:
    return Page("page", text, form, "0" * 64, **given)


def article(text: str, form: Form = Form.TEXT, **given: str) -> Article:
    found = extract(page(text, form, **given))
    assert isinstance(found, Article)
    return found


def words(found: Article, label: Label) -> list[str]:
    return [span.slice(found.text) for span in found.spans(label)]


def shown(found: Article, field: str) -> list[str]:
    """What the evidence for a field points at on the page."""
    return [
        found.text[e.start : e.end]
        for e in found.evidence[field]
        if e.start is not None and e.end is not None
    ]


def test_an_agency_report_in_a_dump() -> None:
    found = article(
        "River rises in Kingsport\nBy LENA VOSS, Associated Press\nMay 12, 2030 10:15 PM UTC\n\n"
        f"KINGSPORT (AP) — {BODY}\nCopyright 2030 The Marrow Gazette. All rights reserved.\n"
    )
    assert found.headline == "River rises in Kingsport"
    assert found.authors == ("Lena Voss",)
    assert shown(found, "authors") == ["LENA VOSS"]
    assert found.credits == ("Associated Press",)
    assert found.dateline == Dateline("Kingsport", None)
    assert found.published == "2030-05-12T22:15Z"
    assert found.outlet == "The Marrow Gazette"
    assert shown(found, "outlet") == ["The Marrow Gazette"]
    assert found.language == "en"
    assert len(found.body) == 3


def test_a_list_of_agency_place_and_dates() -> None:
    found = article(
        "River rises in the lower town of Kingsport\n  • PTI\n  • |\n  • Cairo\n  • |\n"
        "  • Updated: 17-05-2030 00:59 IST\n  • |\n  • Created: 17-05-2030 00:47 IST\n\n" + BODY
    )
    assert found.credits == ("PTI",)
    assert found.dateline == Dateline("Cairo", None)
    assert (found.published, found.modified) == ("2030-05-17T00:47", "2030-05-17T00:59")


def test_a_place_and_a_person_on_one_line() -> None:
    found = article("Cairo- Lena Voss\n\nRiver rises in the lower town of Kingsport\n\n" + BODY)
    assert found.authors == ("Lena Voss",)
    assert found.dateline == Dateline("Cairo", None)


def test_one_ambiguous_date_is_decided_by_another() -> None:
    top = "River rises in the lower town of Kingsport\n"
    assert article(f"{top}Published 03/04/2030\n\n{BODY}").published is None
    both = article(f"{top}Published 03/04/2030\nUpdated 3 April 2030, 10:00\n\n{BODY}")
    assert (both.published, both.modified) == ("2030-04-03", "2030-04-03T10:00")


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(With inputs from Reuters)", ("Reuters",)),
        ("This article was originally published in the Marrow Gazette", ("Marrow Gazette",)),
        ("The Associated Press contributed to this report.", ("Associated Press",)),
        ("Photo: Reuters", ()),
        ("The harbour of Kingsport on Sunday. REUTERS/Lena Voss", ()),
    ],
)
def test_credits_under_the_text_but_not_those_of_pictures(
    line: str, credits: tuple[str, ...]
) -> None:
    found = article(f"River rises in the lower town of Kingsport\n\n{BODY}\n{line}\n")
    assert tuple(name.removeprefix("The ") for name in found.credits) == credits


def test_what_nobody_names_is_unknown() -> None:
    found = article(f"River rises in the lower town of Kingsport\n\n{BODY}")
    assert (found.outlet, found.host, found.published, found.dateline) == (None,) * 4
    assert (found.authors, found.credits) == ((), ())


def test_what_is_given_with_the_page_wins() -> None:
    text = f"River rises in the lower town of Kingsport\nMay 12, 2030\n\n{BODY}"
    found = article(text, outlet="The Daily", published="2030-05-13T08:00:00Z")
    assert (found.outlet, found.published) == ("The Daily", "2030-05-13T08:00Z")
    assert found.evidence["outlet"][0].in_ is Source.GIVEN


def test_clean_text_is_body_from_its_first_line() -> None:
    found = article("Get the boats, she said.\n\n  The dam holds.  ", Form.CLEAN)
    assert words(found, Label.BODY) == ["Get the boats, she said.", "The dam holds."]
    assert found.headline is None


@pytest.mark.parametrize("text", ["", " \n ", "\0", "Home\nNews\nSport"])
def test_a_page_without_an_article_is_a_skip(text: str) -> None:
    found = extract(page(text))
    assert isinstance(found, Skip)
    assert found.cause is Cause.NO_TEXT


PIECES = st.sampled_from(
    [
        BODY, "By ", "Lena Voss", "\n", " ", "(AP) — ", "CAIRO", "17-05-2030 ", "© ", "Updated: ",
        "<p>", "</p>", "<h1>", "<div class='comments'>", "<time>", "<a href=x>", "\u00a0", "\x00",
        "\ud800", "é", '"', "<!--", "|", " - ",
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(Form))
def test_any_string_gives_spans_that_lie_in_their_text(text: str, form: Form) -> None:
    found = extract(page(text, form))
    if isinstance(found, Skip):
        return
    end = 0
    for block in found.blocks:
        assert end <= block.start < block.end <= len(found.text)
        end = block.end
    for items in found.evidence.values():
        for item in items:
            assert item.start is None or 0 <= item.start < item.end <= len(found.text)  # type: ignore[operator]
    assert extract(page(text, form)) == found
