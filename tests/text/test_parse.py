from __future__ import annotations

import pytest

from rashomon.errors import ModelError
from rashomon.model.article import Article, Block, Label
from rashomon.text.parse import MAX_DOC_CHARACTERS, Parser, load_parser, place


def article_of(*blocks: tuple[str, Label]) -> Article:
    text, found = "", []
    for words, label in blocks:
        found.append(Block(len(text), len(text) + len(words), label))
        text += words + "\n\n"
    return Article("page", "hash", text, tuple(found))


def test_tokens_have_their_places_in_the_page(parser: Parser) -> None:
    article = article_of(
        ("Skip this menu", Label.NAVIGATION),
        ("“We left at dawn,” she said.", Label.BODY),
        ("A comment.", Label.COMMENT),
        ("Nobody stayed\u00a0behind.", Label.BODY),
    )
    (doc,) = parser.parse(article)
    words = [place(token).slice(article.text) for token in doc if not token.is_space]
    assert words[0] == "“"
    assert words[-3:] == ["stayed", "behind", "."]
    assert "menu" not in words
    assert "comment" not in words


def test_blocks_share_no_sentence(parser: Parser) -> None:
    article = article_of(("A line without an end", Label.BODY), ("and another one", Label.BODY))
    (doc,) = parser.parse(article)
    sentences = [place(s).slice(article.text) for s in doc.sents]
    assert sentences == ["A line without an end", "and another one"]


def test_an_opening_mark_stays_with_its_sentence(parser: Parser) -> None:
    article = article_of(("“We will go. They will not.”", Label.BODY))
    (doc,) = parser.parse(article)
    assert next(place(s).slice(article.text) for s in doc.sents) == "“We will go."


def test_a_repeated_headline_is_read_once(parser: Parser) -> None:
    head = ("Lock closed", Label.HEADLINE)
    article = article_of(head, head, ("The lock is closed.", Label.BODY))
    (doc,) = parser.parse(article)
    assert [token.text for token in doc][:3] == ["Lock", "closed", "The"]


def test_long_articles_come_in_parts(parser: Parser) -> None:
    article = article_of(*[("The lock is closed again today. " * 300, Label.BODY)] * 4)
    docs = parser.parse(article)
    assert len(docs) > 1
    assert all(len(doc.text) <= MAX_DOC_CHARACTERS + 10 for doc in docs)
    last = docs[-1][-2]
    assert place(last).slice(article.text) == last.text


def test_an_unknown_pipeline_names_the_way_out() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load_parser("no_such_pipeline")


def test_words_without_an_end_are_sentences_that_can_be_read(parser: Parser) -> None:
    said = "he said that she knew that he had said that they were there and "
    (doc,) = parser.parse(article_of((said * 100, Label.BODY)))
    assert max(len(sentence) for sentence in doc.sents) <= 301
