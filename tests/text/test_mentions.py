from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.article import Article, Block, Label
from rashomon.model.reading import Mention, MentionKind
from rashomon.text.mentions import find_mentions
from rashomon.text.parse import Parser

PERSON = MentionKind.PERSON


def _article(text: str, headline: str = "") -> Article:
    blocks = [Block(0, len(headline), Label.HEADLINE)] if headline else []
    start = len(headline) + 1 if headline else 0
    text = f"{headline}\n{text}" if headline else text
    return Article("a", "0", text, (*blocks, Block(start, len(text), Label.BODY)))


def _mentions(parser: Parser, text: str, headline: str = "") -> list[tuple[str, Mention, str]]:
    article = _article(text, headline)
    return [
        (m.slice(article.text), m, m.role.slice(article.text) if m.role else "")
        for m in find_mentions(parser.parse(article))
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Critics of Mayor Lena Brandt spoke.", "Lena Brandt", "Mayor"),
        (
            "The strike killed top Ruritanian general Tariq Mansoor.",
            "Tariq Mansoor",
            "top Ruritanian general",
        ),
        (
            "Secretary of State Paul Ward said on Monday that talks go on.",
            "Paul Ward",
            "Secretary of State",
        ),
        (
            "The spokesman for the port authority, Colonel Omar Haddad, told reporters so.",
            "Omar Haddad",
            "The spokesman for the port authority",
        ),
        (
            "Omar Haddad, the spokesman for the port authority, told reporters so.",
            "Omar Haddad",
            "the spokesman for the port authority",
        ),
        ("Anna Weber, 43, a teacher from Graz, saw the fire.", "Anna Weber", "a teacher from Graz"),
    ],
)
def test_a_name_stands_without_its_title_which_is_its_role(
    parser: Parser, text: str, name: str, role: str
) -> None:
    found = {words: (m.kind, r) for words, m, r in _mentions(parser, text)}
    assert found[name] == (PERSON, role)


def test_possessives_articles_and_cut_hyphens_are_put_right(parser: Parser) -> None:
    text = "Karim al-Masri’s lawyer wrote to The Daily Herald and to the National Bank in Oslo."
    assert [words for words, _, _ in _mentions(parser, text)] == [
        "Karim al-Masri",
        "The Daily Herald",
        "National Bank",
        "Oslo",
    ]


def test_an_acronym_in_brackets_is_a_name_too(parser: Parser) -> None:
    text = "The Northern Relief Committee (NRC) sent trucks. Later NRC sent more trucks."
    names = [words for words, _, _ in _mentions(parser, text)]
    assert names == ["Northern Relief Committee", "NRC", "NRC"]


def test_an_acronym_shows_how_far_a_name_goes(parser: Parser) -> None:
    text = "The Federation of Bus Drivers of Belmora (FBDB) said on Monday that it would strike."
    names = [words for words, _, _ in _mentions(parser, text)]
    assert names == ["Federation of Bus Drivers of Belmora", "FBDB"]


def test_an_unnamed_office_is_no_name(parser: Parser) -> None:
    assert _mentions(parser, "The spokesman said that the minister had left.") == []


def test_a_headline_in_capitals_gives_only_names_that_the_text_has(parser: Parser) -> None:
    found = _mentions(
        parser,
        "The harbour of Bergen was closed on Monday, said Ingrid Solberg, the mayor.",
        "Mayor Solberg Closes Bergen Harbour After Storm Warning",
    )
    headline = [words for words, mention, _ in found if mention.end < 50]
    assert set(headline) <= {"Solberg", "Bergen"}


def test_a_surname_is_a_person_wherever_the_full_name_is(parser: Parser) -> None:
    text = "Tariq Mansoor spoke on Monday. Mansoor's aides left. The city mourned Mansoor."
    assert {m.kind for _, m, _ in _mentions(parser, text)} == {PERSON}


def test_a_paper_has_its_article_and_its_last_word_may_stand_alone(parser: Parser) -> None:
    text = "The report was seen by the Gazette on Monday. He wrote to the Marbella Chronicle twice."
    names = [words for words, _, _ in _mentions(parser, text)]
    assert names == ["the Gazette", "the Marbella Chronicle"]


def test_who_speaks_behind_a_comma_is_no_description(parser: Parser) -> None:
    (found,) = _mentions(parser, "The bridge was closed by Omar Haddad, a city official said.")
    assert found[2] == ""


def test_the_next_in_a_list_is_no_description(parser: Parser) -> None:
    text = "Police questioned Omar Haddad, coach Ray Ward and Ines Prado, Omar Haddad's lawyer."
    roles = {words: role for words, _, role in _mentions(parser, text)}
    assert (roles["Omar Haddad"], roles["Ines Prado"]) == ("", "Omar Haddad's lawyer")


_WORDS = "Mr. Omar al-Haddad the US-led NATO ( ) “ ” ’s , . said of Sen. -"


@settings(max_examples=15)
@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25))
def test_mentions_are_in_order_apart_and_inside_the_page(parser: Parser, words: list[str]) -> None:
    article = _article(" ".join(words) or "x")
    found = find_mentions(parser.parse(article))
    assert all(left.end <= right.start for left, right in pairwise(found))
    for mention in found:
        assert mention.slice(article.text).strip() == mention.slice(article.text) != ""
