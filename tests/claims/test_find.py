from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.claims import find_claims, read_article
from rashomon.model.article import Article, Block, Label
from rashomon.model.claim import Attitude, HolderClass, Mode, Response
from rashomon.model.reading import Reading
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.text.parse import Parser

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("sentence", "holder", "content"),
    [
        (
            "The harbour master said that the ferry had sunk.",
            "The harbour master",
            "that the ferry had sunk",
        ),
        ("The ferry had sunk, police said.", "police", "The ferry had sunk"),
        (
            "According to a court filing, the company knew of the leak.",
            "a court filing",
            "the company knew of the leak",
        ),
        ("“The bridge is closed,” said Maria Ortega.", "Maria Ortega", "“The bridge is closed,”"),
        (
            "The Norwegian navy announced the start of a search in the fjord.",
            "The Norwegian navy",
            "the start of a search in the fjord",
        ),
        (
            "Farmers urged the ministry to open the gates.",
            "Farmers",
            "the ministry to open the gates",
        ),
    ],
)
def test_finds_who_says_what(read: Read, sentence: str, holder: str, content: str) -> None:
    found = read(sentence)
    claim = next(c for c in found.claims if c.mode is not Mode.NARRATED)
    assert (claim.holder.name, found.content(claim)) == (holder, [content])


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The mayor denied reports that the dam had cracked.", "that the dam had cracked"),
        ("The mayor denied claims that the dam has cracked.", "that the dam has cracked"),
        ("The mayor denied closing the dam.", "closing the dam"),
        ("The mayor has denied that the dam will close.", "that the dam will close"),
    ],
)
def test_a_denial_is_of_what_was_reported(read: Read, sentence: str, content: str) -> None:
    found = read(sentence)
    (claim,) = (c for c in found.claims if c.mode is not Mode.NARRATED)
    assert claim.attitude is Attitude.DENIES
    assert found.content(claim) == [content]


@pytest.mark.parametrize(
    ("sentence", "response", "holder"),
    [
        ("The ministry declined to comment on the delay.", Response.DECLINED, "The ministry"),
        ("The ministry refused to confirm the delay.", Response.DECLINED, "The ministry"),
        ("The ministry would not say whether it had paid.", Response.DECLINED, "The ministry"),
        ("The ministry had no comment on the delay.", Response.DECLINED, "The ministry"),
        (
            "The ministry said it had no information on that.",
            Response.NO_INFORMATION,
            "The ministry",
        ),
        ("Mr Lund could not be reached for comment.", Response.NO_REPLY, "Lund"),
        ("The firm did not respond to a request for comment.", Response.NO_REPLY, "The firm"),
        ("Reuters could not verify the footage.", Response.COULD_NOT_VERIFY, "Reuters"),
    ],
)
def test_no_answer_is_a_response(
    read: Read, sentence: str, response: Response, holder: str
) -> None:
    claim = read(sentence).claims[0]
    assert (claim.response, claim.holder.name, claim.attitude) == (
        response,
        holder,
        Attitude.NONE,
    )


def test_the_topic_of_a_refusal_is_its_content(read: Read) -> None:
    found = read("The ministry refused to confirm reports about the closure of the port.")
    assert found.content(found.claims[0]) == ["the closure of the port"]


@pytest.mark.parametrize(
    ("headline", "holder", "content", "attitude"),
    [
        (
            "Pier shut: two hurt, harbour board denies it was unsafe",
            "harbour board",
            "it was unsafe",
            Attitude.DENIES,
        ),
        (
            "Police say two men held over pier fire",
            "Police",
            "two men held over pier fire",
            Attitude.ASSERTS,
        ),
        ("Norway denies closing the port", "Norway", "closing the port", Attitude.DENIES),
        (
            "Ministry Denies Report It Has Closed The Port",
            "Ministry",
            "It Has Closed The Port",
            Attitude.DENIES,
        ),
        ("Port will stay open, minister says", "minister", "Port will stay open", Attitude.ASSERTS),
        ("Minister: port will stay open", "Minister", "port will stay open", Attitude.ASSERTS),
        (
            "Navy Declines to Comment on Report About Closure of Port",
            "Navy",
            "Closure of Port",
            Attitude.NONE,
        ),
    ],
)
def test_headlines_are_read_by_their_words(
    read: Read, headline: str, holder: str, content: str, attitude: Attitude
) -> None:
    found = read("The port of Larvik has two piers.", headline=headline)
    claim = found.claims[0]
    assert (claim.holder.name, found.content(claim), claim.attitude) == (
        holder,
        [content],
        attitude,
    )


def test_a_hyphen_in_a_headline_parts_nothing(read: Read) -> None:
    found = read("The port has two piers.", headline="Norway denies joining US-led search")
    assert found.claims[0].holder.name == "Norway"


def test_what_no_one_is_named_for_is_the_outlets_own(read: Read) -> None:
    found = read("The storm destroyed two piers on Monday.", headline="Storm destroys two piers")
    assert [claim.mode for claim in found.claims] == [Mode.NARRATED, Mode.NARRATED]
    assert found.claims[0].holder.name == "The Harbour Bell"
    assert found.claims[0].holder.class_ is HolderClass.OUTLET


def test_a_question_and_a_comment_are_no_facts(read: Read) -> None:
    assert read("Did the storm destroy the pier?", "We love this old pier.").claims == ()


def test_ids_follow_the_text(read: Read) -> None:
    found = read("Police said the road was open.", "The mayor said the road was shut.")
    assert [claim.id for claim in found.claims] == ["c1", "c2"]


def test_another_language_is_skipped(parser: Parser) -> None:
    article = Article(id="page", content_hash="", text="Der Hafen ist zu.", language="de")
    skip = read_article(article, parser)
    assert isinstance(skip, Skip)
    assert (skip.stage, skip.cause) == (Stage.CLAIMS, Cause.NO_PIPELINE)


def test_figures_and_dates_stand_where_the_page_has_them(parser: Parser) -> None:
    text = "Menu\n\nStorm\n\nPolice said on 4 March 2021 that 12 boats sank."
    blocks = (Block(6, 11, Label.HEADLINE), Block(13, len(text), Label.BODY))
    reading = read_article(Article(id="page", content_hash="", text=text, blocks=blocks), parser)
    assert isinstance(reading, Reading)
    assert "4 March 2021" in [date.slice(text) for date in reading.dates]
    assert any("12" in figure.slice(text) for figure in reading.figures)


_WORDS = st.sampled_from(
    "the minister said that “ ” \" ' ’ , . : - denied reports Iraq he told Reuters it had no "
    "information citing officials , reported according to in a statement declined comment".split()
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=14), min_size=1, max_size=4))
def test_any_words_give_claims_inside_their_article(
    parser: Parser, paragraphs: list[list[str]]
) -> None:
    lines = [" ".join(words) for words in paragraphs]
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(len(text), len(text) + len(line), Label.BODY))
        text += line + "\n"
    article = Article(id="page", content_hash="", text=text, blocks=tuple(blocks))
    claims = find_claims(article, parser.parse(article))
    assert claims == find_claims(article, parser.parse(article))
    ids = {claim.id for claim in claims}
    for claim in claims:
        assert claim.content
        assert all(span.slice(text).strip() for span in claim.content)
        assert claim.within is None or claim.within in ids
        assert claim.within != claim.id
