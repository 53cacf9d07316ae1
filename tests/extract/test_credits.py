import pytest

from rashomon.extract import extract
from rashomon.model.article import Article
from rashomon.model.page import Form, Page

HEADLINE = "Ferry service to the outer islands resumes after storm"
BODY = (
    "Ferries to the three outer islands sailed again on Tuesday after a storm kept them in port "
    "for four days, the harbour office said. Nobody was hurt.\n\nThe office said it had checked "
    "every ramp and every cable before it let passengers on board. The storm tore down lines."
)


def credits_of(above: str = "", below: str = "") -> set[str]:
    article = extract(Page("a", f"{HEADLINE}\n\n{above}\n\n{BODY}\n\n{below}\n", Form.TEXT, ""))
    assert isinstance(article, Article)
    return set(article.credits)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Brekke and Tom Roe Associated Press", {"Associated Press"}),
        ("By Ida BrekkeThe Associated Press", {"The Associated Press"}),
        ("Author: Associated Press", {"Associated Press"}),
        ("By Ida Brekke Northern Courier", set()),
        ("Northern Courier Times (TNS)", {"Northern Courier Times", "TNS"}),
        ("By Ida BrekkeNorthern Courier Times (TNS)", {"TNS"}),
        ("By IDA BREKKE AP Pro Football Writer", {"AP"}),
        ("By Ida Brekke / Forum News Service Today at 6:00 a.m.", {"Forum News Service"}),
        ("news 13 hours ago The Associated Press", {"The Associated Press"}),
        ("By Ida Brekke Football Writer", set()),
    ],
)
def test_an_agency_at_the_end_of_a_byline(line: str, names: set[str]) -> None:
    assert credits_of(above=line) == names


@pytest.mark.parametrize(("letters", "names"), [("WQXX", set()), ("NNS", {"NNS"})])
def test_a_station_s_letters_are_its_own_sign(letters: str, names: set[str]) -> None:
    text = f"{HEADLINE}\n\nNORDHOLM, Ohio ({letters}) - {BODY}\n"
    article = extract(Page("a", text, Form.TEXT, ""))
    assert isinstance(article, Article)
    assert set(article.credits) == names


def test_a_place_in_brackets_is_no_credit() -> None:
    article = extract(Page("a", f"{HEADLINE}\n\n(NEW YORK) -- {BODY}\n", Form.TEXT, ""))
    assert isinstance(article, Article)
    assert article.credits == ()


def test_a_station_that_another_page_takes_its_text_from_is_credited() -> None:
    text = (
        f"{HEADLINE}\n\nNORDHOLM, Ohio (WQXX/Gray News) - {BODY}\n\n"
        "Copyright 2019 WQXX via Gray Television. All rights reserved.\n"
    )
    article = extract(Page("a", text, Form.TEXT, ""))
    assert isinstance(article, Article)
    assert set(article.credits) == {"WQXX", "Gray News"}
    assert article.outlet is None


@pytest.mark.parametrize(
    "opening",
    ["NORDHOLM--(BUSINESS WIRE)--May 31, 2019-- ", "NORDHOLM, May 3, 2019 /PRNewswire/ -- "],
)
def test_wires_of_companies_open_a_text_in_their_own_way(opening: str) -> None:
    article = extract(Page("a", f"{HEADLINE}\n\n{opening}{BODY}\n", Form.TEXT, ""))
    assert isinstance(article, Article)
    assert [name.casefold() for name in article.credits] in (["business wire"], ["prnewswire"])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Associated Press writers Ida Brekke in Oslo and Tom Roe in Rome contributed to this "
            "report.",
            {"Associated Press"},
        ),
        ("The-CNN-Wire", {"The-CNN-Wire"}),
        ("Image copyright Reuters", set()),
        ("Copyright Ida Brekke/Copyright 2019 The AP. All rights reserved", set()),
        ("Information from: WQXX-TV, http://www.wqxx.example", {"WQXX-TV"}),
        ("Copyright 2019 WQXX via Gray Television. All rights reserved.", {"WQXX"}),
    ],
)
def test_phrases_and_wires_under_the_text(line: str, names: set[str]) -> None:
    assert credits_of(below=line) == names


def test_a_service_in_a_menu_is_no_credit() -> None:
    names = "Front page|Reuters|AFP|Weather|Letters|Contact"
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in names.split("|"))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
    for signed, credits in (("<p>Reuters</p>", ("Reuters",)), ("", ())):
        html = (
            f"<html><body><article><h1>{HEADLINE}</h1>{signed}{text}</article>"
            f"<ul>{menu}</ul></body></html>"
        )
        article = extract(Page("a", html, Form.HTML, ""))
        assert isinstance(article, Article)
        assert article.credits == credits
