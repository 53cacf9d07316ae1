from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract import extract
from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read
from rashomon.read.feeds import is_feed

SENTENCE = "A ferry ran aground off Marrow Head on Sunday, the coast guard said in a statement. "
PLACES = ("Sund", "Holm Bay", "Skerry", "Tarn", "Vik")
WHOLE = "".join(f"<p>{place} heard it first. {SENTENCE * 2}</p>" for place in PLACES)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Post &amp; Echo</title><language>en</language>
<item><title>Ferry aground &amp;amp; &lt;i&gt;stuck&lt;/i&gt;</title><link>https://post.example/1</link>
  <guid isPermaLink="false">one</guid><dc:creator>Ada Holm</dc:creator>
  <author>desk@post.example (Ole Berg)</author>
  <pubDate>Mon, 12 May 2031 06:30:00 +0200</pubDate><category>World</category>
  <description>A short teaser of the news</description>
  <content:encoded><![CDATA[{WHOLE}<script>track()</script>&nbsp;]]></content:encoded></item>
<item><title>Only a teaser</title><link>https://post.example/2</link>
  <description>The owner of the ferry &lt;b&gt;declined&lt;/b&gt; to comment</description></item>
<item><title>All in its summary</title><link>https://post.example/3</link>
  <description>{WHOLE.replace("<", "&lt;")}</description></item>
<item><guid>four</guid></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title>
<entry><id>tag:echo,1</id><title type="text">Ferry &lt;aground></title>
  <link rel="alternate" href="https://echo.example/1"/><author><name>Pia Sund</name></author>
  <published>2031-05-12T06:30:00Z</published><updated>2031-05-12T08:30:00Z</updated>
  <summary>It is stuck on a rock off the cape.</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry>
<entry><id>tag:echo,2</id><content type="text">The harbour is shut until Tuesday.</content></entry>
<entry><id>tag:echo,3</id><content type="html">The harbour is closed […]</content></entry>
</feed>"""

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://post.example"><title>Post</title></channel>
<item rdf:about="https://post.example/1"><title>Ferry</title><link>https://post.example/1</link>
<dc:date>2031-05-12T06:30:00Z</dc:date><description>{SENTENCE * 12}</description></item>
</rdf:RDF>"""


def read_text(text: str | bytes) -> list[Page | Article | Skip]:
    raw = text.encode() if isinstance(text, str) else text
    return list(read("-", stdin=io.BytesIO(raw)))


def test_entries_with_their_full_text_are_pages() -> None:
    first, teaser, summed, bare = read_text(RSS)
    assert isinstance(first, Page)
    assert (first.id, first.url, first.form) == ("-#one", "https://post.example/1", Form.HTML)
    assert first.outlet == "The Harbour Post & Echo"
    assert first.published == "Mon, 12 May 2031 06:30:00 +0200"
    article = extract(first)
    assert isinstance(article, Article)
    assert article.headline == "Ferry aground & stuck"
    assert article.authors == ("Ada Holm", "Ole Berg")
    assert article.published == "2031-05-12T06:30+02:00"
    assert len(article.body) >= 5
    assert isinstance(summed, Page)
    assert summed.id == "-#https://post.example/3"
    assert isinstance(teaser, Skip)
    assert teaser.cause is Cause.NO_TEXT
    assert teaser.detail == "a teaser of 8 words; its page is https://post.example/2"
    assert isinstance(bare, Skip)
    assert (bare.subject, bare.detail) == ("-#four", "an entry without text")


def test_atom_and_its_kinds_of_content() -> None:
    first, plain, cut = read_text(ATOM)
    assert isinstance(first, Page)
    assert (first.outlet, first.published) == ("Echo", "2031-05-12T06:30:00Z")
    for shown in (
        "Ferry &lt;aground&gt;</h1>",
        "By Pia Sund",
        "It is stuck on a rock",
        "T08:30:00",
    ):
        assert shown in first.text
    assert isinstance(plain, Page)
    assert (plain.form, plain.text) == (Form.TEXT, "The harbour is shut until Tuesday.")
    assert isinstance(cut, Skip)


def test_rss_1_and_markup_that_is_not_well_formed() -> None:
    [page] = read_text(RDF)
    assert isinstance(page, Page)
    assert page.published == "2031-05-12T06:30:00Z"
    broken = RSS.replace("</channel></rss>", "").replace(
        "Post &amp; Echo", "Post & Echo &nbsp; &foo;"
    )
    assert [type(item) for item in read_text(broken)] == [Page, Skip, Page, Skip]


def test_what_is_no_xml_is_read_as_meant() -> None:
    link = "https://post.example/1?a=1&b=2&amp;c=3&copy;&LT;"
    feed = RSS.replace("https://post.example/1", link).replace("aground", "&#X41;ground &unknown;")
    page = read_text(feed)[0]
    assert isinstance(page, Page)
    assert page.url == "https://post.example/1?a=1&b=2&c=3©<"
    assert "<h1>Ferry Aground &amp;unknown;" in page.text
    assert "track()</script>&nbsp;" in page.text


def test_numbers_that_are_no_character() -> None:
    odd = "&#0;&#xD800;&#x110000;&#9999999999;&#8;&#xFFFF;&#146;&#x41;&#60;"
    [_, _, page, _] = read_text(RSS.replace("All in its summary", f"Ferry {odd}"))
    assert isinstance(page, Page)
    assert "\u2019A&lt;</h1>" in page.text
    assert "<p>Sund heard it first." in page.text
    broken = RSS.replace("<language>", "<language>&#0;<b></language>")
    assert "<p>Sund heard it first." in read_text(broken)[2].text  # type: ignore[union-attr]


def test_an_entry_that_breaks_the_parser_is_lost_to_no_other() -> None:
    """Each of these made feedparser raise; fields that are not read are left out before."""
    place = "<x:where xmlns:x='http://www.georss.org/georss'><g:Point srsName='EPSG:no' "
    place += "xmlns:g='http://www.opengis.net/gml'><g:pos>1 2</g:pos></g:Point></x:where>"
    bad = f"<item><guid>bad</guid><source><link>x</link></source>{place}</item>"
    items = read_text(RSS.replace("<item><guid>four", f"{bad}{bad}<item><guid>four"))
    assert [type(item) for item in items] == [Page, Skip, Page, Skip, Skip, Skip]
    odd = RSS.replace("<rss ", "<rss xmlns='http//no uri &lt;' ")
    assert len(read_text(odd)) == 4


def test_entities_are_not_expanded_and_nothing_is_read_from_elsewhere() -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
        '<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    )
    head, _, rest = RSS.partition("<rss")
    text = head + bomb + "<rss" + rest.replace("Only a teaser", "&b;&file;&b;" * 100)
    assert is_feed(text)
    items = read_text(
        text.replace("<description>The owner", f"<description>&b;&file; {WHOLE[3:900]}")
    )
    assert len(items) == 4
    assert not any("aaaaaaaaaa" in item.text for item in items if isinstance(item, Page))


def test_what_no_feed_is() -> None:
    for text in ("<rss", "<html><rss></html>", "<rdf:RDF xmlns='x'></rdf:RDF>", "feed", "<feeder>"):
        assert not is_feed(text)
    [empty] = read_text("<rss><channel><title>Post</title></channel></rss>")
    assert isinstance(empty, Skip)
    assert empty.cause is Cause.EMPTY
    many = "<rss>" + "<item/>" * 20_001 + "</rss>"
    [skip] = read_text(many)
    assert isinstance(skip, Skip)
    assert skip.cause is Cause.TOO_LARGE


def test_a_feed_of_more_elements_than_any_is_a_skip() -> None:
    nested = f"<rss><item><description>{'<b/>' * 300_000}</description></item></rss>"
    prefixes = "".join(f"<n{n}:x xmlns:n{n}='n'/>" for n in range(50_001))
    for text in (nested, f"<rss><item>{prefixes}</item></rss>"):
        [skip] = read_text(text)
        assert isinstance(skip, Skip)
        assert skip.cause is Cause.TOO_LARGE


def test_what_is_not_read_of_a_feed_costs_no_time() -> None:
    authors = "<dc:creator>Ada Holm</dc:creator>" * 20_000
    unread = "<category>ferry</category><x><y/></x>" * 100_000
    entry = f"<item><title>T</title><description>{SENTENCE * 12}</description>{authors}</item>"
    [page] = read_text(f"<rss><channel>{unread}<title>Post</title>{entry}</channel></rss>")
    assert isinstance(page, Page)
    assert page.outlet == "Post"
    assert "Ada Holm" in page.text


_MARKUP = """<item> </item> <title> <description> <content:encoded> <![CDATA[ ]]> <p> &lt;p&gt; &x;
<link> </link> <!-- <entry> <content_type='xhtml'> <content_mode='base64'> = <a_href='http://[x'>"""
_PIECES = st.sampled_from([WHOLE, "\0", *(piece.replace("_", " ") for piece in _MARKUP.split())])


@given(
    st.sampled_from(["<rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rss xmlns:a='b'>"]),
    st.lists(_PIECES | st.text(max_size=5), max_size=12),
)
def test_any_feed_gives_pages_or_skips(root: str, pieces: list[str]) -> None:
    items = list(read("-", stdin=io.BytesIO((root + "".join(pieces)).encode()), limits=Limits()))
    assert items
    assert all(isinstance(item, (Page, Skip)) for item in items)
