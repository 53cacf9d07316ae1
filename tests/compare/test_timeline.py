from __future__ import annotations

from rashomon.compare.timeline.timeline import compare_dates, find_story_day
from rashomon.model.dossier import Entry, EntryKind, Relation
from rashomon.text.parse import Parser
from tests.compare.dated_pages import Pages, read_pages

SINKING = {
    "a": (
        "2021-05-06",
        "The ferry Aurora sank off Lund on May 3. The harbour office closed the port on Tuesday, "
        "a day after the sinking. Captain Ingrid Moe said Wednesday that the hull was sound.",
    ),
    "b": (
        "2021-05-07",
        "On 3 May 2021 the Aurora sank off Lund with nobody on board. "
        "The Lund Gazette reported Thursday that the hull was rotten.",
    ),
    "c": (
        None,
        "The ferry Aurora sank on Monday off Lund. "
        "The Lund Gazette on Wednesday reported that the hull of the ferry was rotten.",
    ),
}


def find(entries: tuple[Entry, ...], date: str, word: str) -> Entry:
    (entry,) = (e for e in entries if e.date == date and word in e.event)
    return entry


def sinking(parser: Parser) -> Pages:
    return read_pages(parser, SINKING)


def test_one_event_has_the_passages_of_all_pages(parser: Parser) -> None:
    entry = find(compare_dates(*sinking(parser).given)[0], "2021-05-03", "sank")
    assert entry.kind is EntryKind.EVENT
    assert {citation.page for citation in entry.evidence} == {"a", "b", "c"}
    assert entry.disputed == ()


def test_a_report_on_two_days_is_disputed(parser: Parser) -> None:
    pages = sinking(parser)
    entry = find(compare_dates(*pages.given)[0], "2021-05-06", "rotten")
    assert entry.kind is EntryKind.REPORT
    assert {citation.page for citation in entry.evidence} == {"b"}
    assert {citation.page for citation in entry.disputed} == {"c"}
    found = compare_dates(*pages.given)[1][0]
    assert found.relation is Relation.CONFLICT
    assert {(v.page, v.value) for v in found.values} == {("b", "2021-05-06"), ("c", "2021-05-05")}
    assert "other pages" in found.reason


def test_a_day_counted_from_another(parser: Parser) -> None:
    pages = read_pages(
        parser, {"a": ("2021-05-09", "Lund closed its port on May 5, two days after Aurora sank.")}
    )
    dates = {entry.date: entry.event for entry in compare_dates(*pages.given)[0]}
    assert set(dates) == {"2021-05-03", "2021-05-05"}
    assert "sank" in dates["2021-05-03"]


def test_a_denial_is_not_the_report_it_denies(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-07", "The Gazette reported Thursday that Lund had reopened the port."),
            "b": ("2021-05-07", "Mayor Moe denied on Thursday that Lund had reopened the port."),
        },
    )
    entries = compare_dates(*pages.given)[0]
    assert [len(entry.evidence) for entry in entries] == [1, 1]


def test_what_is_set_for_a_day_is_there_and_what_is_only_wished_is_not(parser: Parser) -> None:
    body = "Lund will reopen its port on May 12. Sailors may march on May 14."
    pages = read_pages(parser, {"a": ("2021-05-07", body)})
    assert [entry.date for entry in compare_dates(*pages.given)[0]] == ["2021-05-12"]


def test_the_day_of_the_story_is_that_of_most_pages(parser: Parser) -> None:
    articles = read_pages(
        parser,
        {"a": ("2021-05-07", "x"), "b": ("2021-05-06T10:00", "x"), "c": (None, "x")},
    ).articles
    assert find_story_day(articles) == "2021-05-06"
    assert find_story_day(articles[2:]) is None


def test_the_order_of_pages_changes_nothing(parser: Parser) -> None:
    pages = sinking(parser)
    backwards = (pages.articles[::-1], pages.readings, pages.accounts)
    assert compare_dates(*backwards)[0] == compare_dates(*pages.given)[0]
    assert compare_dates(*backwards)[1] == compare_dates(*pages.given)[1]


def test_evidence_is_the_words_of_its_page(parser: Parser) -> None:
    pages = sinking(parser)
    texts = {article.id: article.text for article in pages.articles}
    for entry in compare_dates(*pages.given)[0]:
        for citation in (*entry.evidence, *entry.disputed):
            assert citation.text == texts[citation.page][citation.start : citation.end]


def test_one_strike_in_many_words_and_as_exactly_as_each_page_knows(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-09", "About 200 crew at the ferry line walked off the job on April 12."),
            "b": ("2021-05-09", "Some 200 crew of the ferry line downed tools in April."),
            "c": ("2021-05-10", "The ferry line's crew went on strike last month over pay."),
        },
    )
    entry = find(compare_dates(*pages.given)[0], "2021-04-12", "walked")
    assert {citation.page for citation in entry.evidence} == {"a", "b", "c"}
    (found,) = compare_dates(*pages.given)[1]
    assert found.relation is Relation.COMPATIBLE
    assert [(v.page, v.value) for v in found.values] == [
        ("a", "2021-04-12"),
        ("b", "2021-04"),
        ("c", "2021-04"),
    ]


def test_an_order_told_on_two_days(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": (
                "2021-05-09",
                "The fleet office instructed the captain of the ferry on Tuesday to leave the rear "
                "doors open.",
            ),
            "b": (
                "2021-05-09",
                "The Lund Gazette said the fleet office had told the captain of the ferry on "
                "Monday to leave its rear doors open.",
            ),
        },
    )
    (found,) = compare_dates(*pages.given)[1]
    assert {(v.page, v.value) for v in found.values} == {("a", "2021-05-04"), ("b", "2021-05-03")}


def test_what_happens_again_is_not_one_act_on_two_days(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-09", "Captain Ingrid Moe met the ferry union in Lund on Tuesday."),
            "b": ("2021-05-09", "Captain Ingrid Moe met the ferry union in Lund on Thursday."),
        },
    )
    assert compare_dates(*pages.given)[1] == ()


def test_a_page_that_knows_two_days_tells_of_two_acts(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": (
                "2021-05-09",
                "A guard was killed in the Lund ferry fire on Monday. "
                "A guard was killed in the Lund ferry fire on Friday, too.",
            ),
            "b": ("2021-05-09", "A guard was killed in the Lund ferry fire on Friday."),
        },
    )
    (found,) = compare_dates(*pages.given)[1]
    assert (found.relation, found.reason) == (Relation.SAME, "all say 2021-05-07")


def test_a_day_counted_from_an_act_that_another_page_dates(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-09", "The ferry Aurora sank off Lund on May 3."),
            "b": ("2021-05-09", "Divers reached the wreck two days after the Aurora sank."),
        },
    )
    assert find(compare_dates(*pages.given)[0], "2021-05-05", "Divers").evidence[0].page == "b"


def test_nothing_is_counted_from_an_act_on_two_days(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-09", "The ferry Aurora sank off Lund on May 3."),
            "b": ("2021-05-09", "The ferry Aurora sank off Lund on May 4."),
            "c": ("2021-05-09", "Divers reached the wreck two days after the Aurora sank."),
        },
    )
    assert "c" not in {c.page for e in compare_dates(*pages.given)[0] for c in e.evidence}


def test_a_report_that_another_page_has_without_its_day(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": (
                "2021-05-09",
                "Captain Ingrid Moe said on Tuesday that the ferry had left with open rear doors.",
            ),
            "b": (
                "2021-05-09",
                "The ferry left the quay with open rear doors, Ingrid Moe said. "
                "Ingrid Moe said that she liked the harbour.",
            ),
            "c": ("2021-05-09", "The ferry had left with open rear doors, Omar Haddad said."),
        },
    )
    (entry,) = compare_dates(*pages.given)[0]
    assert [citation.page for citation in entry.evidence] == ["a", "b"]
    assert entry.evidence[1].text.startswith("The ferry left the quay")


def test_a_year_that_two_accounts_give_has_a_place(parser: Parser) -> None:
    pages = read_pages(
        parser,
        {
            "a": ("2021-05-09", "The Lund Line was founded in 1931. Its chairman came in 2019."),
            "b": ("2021-05-09", "Founded in Lund in 1931, the Line has nine ferries."),
            "c": ("2021-05-09", "A 2019 Volvo was found on the wreck of the ferry."),
            "d": ("2021-05-09", "Divers found a 2019 Volvo on the wreck of the ferry."),
        },
    )
    assert [entry.date for entry in compare_dates(*pages.given)[0]] == ["1931"]
    assert [found.relation for found in compare_dates(*pages.given)[1]] == [Relation.SAME]
