from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract import extract
from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits
from rashomon.read.compose import Parts, compose

PARAGRAPHS = (
    "A ferry ran aground off Marrow Head on Sunday with 212 people on board, the coast guard said.",
    "The owner, North Isles Lines, declined to comment on the cause of the accident & the damage.",
    "All passengers were taken ashore by Monday morning, according to the harbour master there.",
)
TEXT = "\n\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in PARAGRAPHS)


def parts(body: str, **fields: object) -> Parts:
    given: dict[str, object] = {
        "headline": 'Ferry runs aground off <Marrow Head> "& is stuck"',
        "authors": ("Ada Holm", "Ole Berg"),
        "credits": ("Reuters",),
        "published": "2031-05-12T06:30:00Z",
        "outlet": "The Harbour Post",
        "url": "https://post.example/1?a=1&b=2",
        **fields,
    }
    return Parts("1", body, **given)  # type: ignore[arg-type]


def page(body: str, **fields: object) -> Page:
    found = compose(parts(body, **fields), Limits())
    assert isinstance(found, Page)
    return found


def test_markup_and_text_give_the_same_fields() -> None:
    for body, form in ((TEXT, Form.TEXT), (MARKUP, Form.HTML)):
        made = page(body)
        assert made.form is form
        article = extract(made)
        assert isinstance(article, Article)
        assert article.headline == 'Ferry runs aground off <Marrow Head> "& is stuck"'
        assert article.authors == ("Ada Holm", "Ole Berg")
        assert article.credits == ("Reuters",)
        assert article.outlet == "The Harbour Post"
        assert article.published == "2031-05-12T06:30Z"
        shown = [span.slice(article.text) for span in article.body]
        assert [line for line in shown if line in PARAGRAPHS] == list(PARAGRAPHS)


def test_a_body_alone_is_the_page() -> None:
    bare = Parts("1", TEXT, outlet="The Harbour Post", published="2031-05-12")
    made = compose(bare, Limits())
    assert isinstance(made, Page)
    assert (made.text, made.form, made.outlet) == (TEXT, Form.TEXT, "The Harbour Post")
    assert compose(bare, Limits(), clean=True).form is Form.CLEAN  # type: ignore[union-attr]


def test_clean_text_with_other_parts_is_a_document_of_its_paragraphs() -> None:
    wrapped = PARAGRAPHS[0].replace("Sunday ", "Sunday\n") + "\n \nOne <line>\nand another"
    made = compose(parts(wrapped), Limits(), clean=True)
    assert isinstance(made, Page)
    assert made.form is Form.HTML
    assert "One &lt;line&gt;<br>\nand another</p>" in made.text
    assert "on Sunday\nwith 212" in made.text
    article = extract(made)
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] in [span.slice(article.text) for span in article.body]


def test_a_body_that_is_a_whole_document_stays_as_it_is() -> None:
    body = f"<!-- saved --><!DOCTYPE html><html><body>{MARKUP}</body></html>"
    assert page(body).text == body


def test_what_the_body_begins_with_is_not_said_twice() -> None:
    cut = PARAGRAPHS[0][:60] + "…"
    assert page(TEXT, headline=None, standfirst=cut, authors=(), credits=()).text == TEXT
    made = page(f"<h1>Ferry aground</h1>{MARKUP}", headline="Ferry aground")
    assert made.text.count("Ferry aground</h1>") == 1


def test_a_record_says_no_more_than_a_page_could() -> None:
    """Its markup cannot end the head's script, nor speak before the head that was composed."""
    bad = '</script><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fake"}'
    body = f'{MARKUP}</div></article></body><meta property="og:site_name" content="Fake">{bad}'
    made = page(body, headline=f"Ferry aground {bad}", authors=(f"Ada{bad} Holm",))
    head = made.text[: made.text.index("</head>")]
    assert head.count("<script") == 1 == head.count("</script")
    article = extract(made)
    assert isinstance(article, Article)
    assert article.outlet == "The Harbour Post"
    assert article.headline != "Fake"


def test_comments_without_end_take_no_time() -> None:
    body = "<!---->" * 1400 + "<p>x</p>"
    assert "<h1>" in page(body, markup=True).text


def test_limits_hold_for_what_is_made() -> None:
    skip = compose(parts(TEXT), Limits(page_bytes=200))
    assert isinstance(skip, Skip)
    assert skip.cause is Cause.TOO_LARGE
    assert compose(parts(" \n "), Limits()).cause is Cause.EMPTY  # type: ignore[union-attr]


@given(st.text(max_size=60), st.text(max_size=60), st.booleans())
def test_any_words_make_a_page_or_a_skip(body: str, words: str, markup: bool) -> None:
    given = Parts("1", body, markup, words, words, (words,), (words,), words, words, notice=words)
    made = compose(given, Limits())
    if isinstance(made, Page):
        made.text.encode()
        assert isinstance(extract(made), (Article, Skip))
