from __future__ import annotations

from rashomon.model.article import Article, Block, Label
from rashomon.model.reading import Phrase
from rashomon.text.parse import Parser
from rashomon.text.phrases import find_phrases


def phrases_of(text: str, parser: Parser) -> dict[str, Phrase]:
    article = Article("page", "hash", text, (Block(0, len(text), Label.BODY),))
    return {phrase.lemma: phrase for phrase in find_phrases(parser.parse(article))}


def test_a_noun_has_what_describes_it_without_article_and_owner(parser: Parser) -> None:
    text = "The guards fired live rounds at the farmers' tired horses."
    found = phrases_of(text, parser)
    assert found["round"].slice(text) == "live rounds"
    assert found["round"].head.slice(text) == "rounds"
    assert found["horse"].slice(text) == "tired horses"
    assert (found["round"].plural, found["round"].definite) == (True, False)
    assert found["horse"].definite


def test_a_noun_has_its_place_whatever_the_voice(parser: Parser) -> None:
    active = phrases_of("The guards fired live rounds.", parser)["round"]
    passive = phrases_of("Live rounds were fired by the guards.", parser)
    assert (active.governor, active.relation) == ("fire", "obj")
    assert (passive["round"].governor, passive["round"].relation) == ("fire", "obj")
    assert (passive["guard"].governor, passive["guard"].relation) == ("fire", "subj")


def test_a_noun_before_a_noun_is_a_phrase_of_its_own(parser: Parser) -> None:
    found = phrases_of("The bank denied the takeover talks on Monday.", parser)
    assert (found["takeover"].governor, found["takeover"].relation) == ("talk", "compound")
