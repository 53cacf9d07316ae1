from __future__ import annotations

import random
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lineage import find_lineages
from rashomon.model.article import Article, Block, Label
from rashomon.model.lineage import Lineage, Lineages
from rashomon.stories import features, group_stories

BRIDGE = (
    ("Mellin bridge shut until autumn", "Divers found cracks in two piers of the Mellin swing "
     "bridge, harbour chief Ines Tarrow said on Tuesday. It carries 4,300 vehicles a day."),
    ("Cracks close swing bridge in Mellin", "The harbour office in Mellin has closed the swing "
     "bridge. Ines Tarrow spoke of cracks in its piers, which divers photographed on Sunday."),
    ("Ferries for Mellin after bridge closure", "Ferries will replace the swing bridge of Mellin, "
     "whose piers are cracked. Tarrow, who heads the harbour, promised one every twenty minutes."),
)  # fmt: skip
LOTTERY = (
    ("Brothers jailed over Sarne lottery", "A court in Sarne jailed three brothers whose lottery "
     "had a burnt flour mill for its prize. Judge Pell Varga spoke of nine thousand tickets."),
    ("Flour mill lottery: three sentenced", "Judge Varga sentenced the brothers who sold lottery "
     "tickets in Sarne for a flour mill that had burnt down. Their lawyer will appeal."),
)  # fmt: skip
NONE = Lineages((), ())


def article(id_: str, headline: str, body: str, **fields: Any) -> Article:
    text = f"{headline}\n{body}"
    size = len(headline)
    blocks = (Block(0, size, Label.HEADLINE), Block(size + 1, len(text), Label.BODY))
    content_hash = sha256(text.encode()).hexdigest()
    return Article(id_, content_hash, text, blocks, headline, **fields)


@pytest.fixture(scope="module")
def pages() -> list[Article]:
    bridge = [article(f"b{k}", *page, published="2031-03-04") for k, page in enumerate(BRIDGE)]
    return bridge + [article(f"l{k}", *page) for k, page in enumerate(LOTTERY)]


def test_events_are_told_apart_whatever_the_order(pages: list[Article]) -> None:
    stories = group_stories(pages, NONE)
    assert [story.articles for story in stories] == [("b0", "b1", "b2"), ("l0", "l1")]
    for seed in range(5):
        assert group_stories(random.Random(seed).sample(pages, len(pages)), NONE) == stories


def test_a_story_has_a_headline_bounds_and_reasons(pages: list[Article]) -> None:
    bridge, lottery = group_stories(pages, find_lineages(pages))
    assert bridge.title in [headline for headline, _ in BRIDGE]
    assert (bridge.first, bridge.last) == ("2031-03-04", "2031-03-04")
    assert (lottery.first, lottery.last) == (None, None)
    assert "Mellin (3)" in bridge.reasons[0]


def test_ids_are_of_the_contents(pages: list[Article]) -> None:
    renamed = [article(f"x{k}", *page) for k, page in enumerate(LOTTERY)]
    assert group_stories(renamed, NONE)[0].id == group_stories(pages, NONE)[1].id


def test_without_the_table_long_words_decide(
    pages: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(features, "_frequencies", lambda: (1, {}))
    stories = group_stories(pages, NONE)
    assert [story.articles for story in stories] == [("b0", "b1", "b2"), ("l0", "l1")]


def test_copies_are_never_parted(pages: list[Article]) -> None:
    together = Lineages((), (Lineage("L1", ("b0", "l0")),))
    stories = group_stories(pages, together)
    assert any({"b0", "l0"} <= set(story.articles) for story in stories)


def test_the_same_words_a_month_later_are_another_event(pages: list[Article]) -> None:
    later = article("z", *BRIDGE[1], published="2031-05-04")
    assert ("z",) in [story.articles for story in group_stories([*pages[:3], later], NONE)]
    undated = article("z", *BRIDGE[1])
    assert len(group_stories([*pages[:3], undated], NONE)) == 1


# In Finnish and Swedish, which the table of common words does not know.
FERRY = (
    ("Lautta ajoi karille Sarnen edustalla", "Matkustajalautta ajoi karille Sarnen edustalla "
     "tiistaina aamulla, ja se on nyt hinattu satamaan. Aluksella oli noin sata matkustajaa, mutta "
     "kukaan ei loukkaantunut. Kapteenin mukaan lautta oli tullut liian lähelle rantaa, kun se oli "
     "väistänyt kalastusvenettä, joka ei ollut vastannut kutsuun."),
    ("Matkustajalautta hinattiin Sarnen satamaan", "Lautta, joka oli ajanut karille Sarnen "
     "edustalla, on nyt satamassa. Se oli väistänyt kalastusvenettä, kun se tuli liian lähelle "
     "rantaa, ja kapteenin mukaan vene ei ollut vastannut kutsuun. Aluksella oli sata "
     "matkustajaa, joista kukaan ei loukkaantunut, mutta lautta on tutkittava ja korjattava."),
    ("Kirjasto saa uuden katon", "Orven kunta on nyt päättänyt, että vanha kirjasto saa uuden "
     "katon, kun entinen oli vuotanut jo kaksi talvea. Työ on tarkoitus aloittaa ensi keväänä, ja "
     "se maksaa noin miljoonan, mutta kirjat ovat sen ajan koululla, joka ei ole kaukana."),
)  # fmt: skip
CHOIR = (
    ("Kören i Norrby får ny ledare", "Kören i Norrby har fått en ny ledare som är född i byn och "
     "som har sjungit där sedan hon var barn. Det var inte lätt att hitta någon, och de har sökt "
     "i mer än ett år, men nu är alla nöjda med valet och det första som ska hända är en konsert."),
    ("Vargen sågs vid skolan", "En varg har setts vid skolan i Östervik och det är inte den "
     "första som har kommit dit. Det var en lärare som såg den när hon gick hem, och den var inte "
     "rädd, men den sprang när en bil kom och nu är det någon som ska söka efter den i skogen."),
)  # fmt: skip


def test_in_a_language_that_no_table_knows_long_words_decide() -> None:
    pages = [article(f"f{k}", *page) for k, page in enumerate(FERRY)]
    pages += [article(f"k{k}", *page) for k, page in enumerate(CHOIR)]
    stories = {story.articles for story in group_stories(pages, NONE)}
    assert stories == {("f0", "f1"), ("f2",), ("k0",), ("k1",)}


BRIEF = (
    "Harbour wall collapses",
    "A quay wall collapsed on Monday behind the Gasthof Orme, injuring four dockers. Engineers "
    "suspended freight traffic, insurers estimated damages of two million crowns, and an inquiry "
    "into corroded anchors was announced by superintendent Ines Tarrow.",
)
EYEWITNESS = (
    "What I saw from the bakery",
    "I was carrying loaves when the ground shook. Chimneys swayed, dogs howled, and flour drifted "
    "out of the kitchen at Orme like snow. A barefoot waiter shouted that somebody should fetch "
    "blankets. Later Tarrow came with a lantern, soaked, whispering prayers; my aunt poured her "
    "schnapps. Nobody at the Gasthof slept. Whoever tells you it was quiet was not there.",
)


def test_rare_names_on_one_day_join_what_words_alone_do_not() -> None:
    brief = article("r", *BRIEF, published="2031-03-04")
    of_the_day = article("e", *EYEWITNESS, published="2031-03-05")
    assert len(group_stories([brief, of_the_day], NONE)) == 1
    for published in (None, "2031-03-10"):
        another = article("e", *EYEWITNESS, published=published)
        assert len(group_stories([brief, another], NONE)) == 2


def test_scores_of_two_games_make_no_story() -> None:
    games = [
        article("a", "Orme 3, Sarne 2", "Klevan hit in the 7th; Orme is 12-5, after 4-1 and 6-0."),
        article(
            "b", "Mellin 3, Norrby 2", "Rahmut scored in the 7th: Mellin is 12-5, 4-1 up, 6-0."
        ),
    ]
    assert len(group_stories(games, NONE)) == 2


def test_names_that_many_pages_hold_tell_no_event() -> None:
    mourned = article("m", "Joseph Tarrow of Ohio", "Joseph Tarrow, who left Orme for Ohio, died.")
    assert features.find_features(mourned).names == ("orme", "tarrow")


def test_one_story_is_taken_at_its_word(pages: list[Article]) -> None:
    (story,) = group_stories(pages, NONE, one_story=True)
    assert len(story.articles) == len(pages)
    assert group_stories([], NONE, one_story=True) == ()


@settings(max_examples=30)
@given(st.lists(st.text("abc XY12", max_size=60), max_size=6))
def test_every_article_is_in_one_story(texts: list[str]) -> None:
    pages = [article(str(k), text[:10], text) for k, text in enumerate(texts)]
    stories = group_stories(pages, NONE)
    assert sorted(id_ for story in stories for id_ in story.articles) == [a.id for a in pages]
    assert all(story.title for story in stories)
