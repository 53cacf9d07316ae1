from __future__ import annotations

from dataclasses import replace

import pytest
from compare.conftest import Tell

from rashomon.compare.accounts import find_accounts
from rashomon.lineage import find_lineages
from rashomon.model.article import Article, Block, Label
from rashomon.model.claim import Claim, Holder, HolderClass, Link, Mode
from rashomon.model.dossier import Stand
from rashomon.model.span import Span

REPORT = (
    "Engineers closed the northern lock at Lesk on Monday after a gate had jammed twice within a "
    "week, and barges were sent round by the old canal until the evening. Mayor Ilse Roth said "
    "that the harbour board had closed the lock. Nobody could say how long the work would take."
)
ADDED = "Anton Vey denied that the harbour board had closed the lock."


def page(id_: str, text: str, outlet: str, *credits: str) -> Article:
    block = Block(0, len(text), Label.BODY)
    return Article(id_, id_, text, (block,), outlet=outlet, credits=credits, language="en")


def account(articles: list[Article], words: str, *told: str) -> str:
    """The account of a claim of the last page, passed on by those that it was told to."""
    found = find_lineages(articles)
    last = articles[-1]
    start = last.text.index(words)
    claim = Claim(
        "c",
        (Span(start, start + len(words)),),
        Mode.INDIRECT,
        Holder("Anton Vey"),
        tuple(Link(name, HolderClass.UNKNOWN, None, None) for name in (*told, "Anton Vey")),
    )
    of = find_accounts(articles, found.lineages, found.pickups).of(last.id, claim)
    lineages = {page: lineage.id for lineage in found.lineages for page in lineage.articles}
    return "lineage" if of == lineages[last.id] else of


FIRST = page("a", REPORT, "Lesk Gazette")
CREDITED = page("b", f"{REPORT}\n{ADDED}", "West Post", "Lesk Gazette")
LATER = replace(CREDITED, credits=())


def test_what_an_outlet_adds_to_anothers_report_is_its_own_account() -> None:
    assert account([FIRST, CREDITED], ADDED) == "West Post"


def test_what_the_report_has_is_its_lineages() -> None:
    assert account([FIRST, CREDITED], "a gate had jammed twice") == "lineage"


@pytest.mark.parametrize("told", [(), ("Lesk Gazette",)])
def test_what_others_may_have_cut_is_the_lineages(told: tuple[str, ...]) -> None:
    assert account([FIRST, LATER], ADDED, *told) == "lineage"


def test_what_somebody_told_an_outlet_is_its_own_account() -> None:
    assert account([FIRST, LATER], ADDED, "The West Post") == "West Post"


def test_a_headline_is_the_lineages() -> None:
    line = Block(0, len(ADDED), Label.HEADLINE)
    body = Block(len(ADDED) + 1, len(ADDED) + 1 + len(REPORT), Label.BODY)
    headed = replace(CREDITED, text=f"{ADDED}\n{REPORT}", blocks=(line, body))
    assert account([FIRST, headed], ADDED) == "lineage"


def test_a_page_alone_and_one_without_an_outlet_have_no_other_account() -> None:
    assert account([LATER], ADDED, "West Post") == "lineage"
    assert account([FIRST, replace(CREDITED, outlet=None)], ADDED) == "lineage"


def test_a_denial_that_a_pickup_adds_is_carried_by_the_outlet(tell: Tell) -> None:
    telling = tell(east=REPORT, west=f"{REPORT} {ADDED}")
    east, west = telling.articles
    articles = (east, replace(west, credits=("East Post",)))
    found = find_lineages(articles)
    accounts = find_accounts(articles, found.lineages, found.pickups)
    points = replace(telling, articles=articles, accounts=accounts).points(None)
    carried = {p.position: p.accounts for point in points for p in point.positions}
    assert carried[Stand.DENIES] == ("West Post",)
    assert carried[Stand.AFFIRMS] == (found.lineages[0].id,)
