"""What an element's name, classes and role say about the text inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Mark:
    """Bits, of which a line has those of its own element and of all that it is inside of.

    Plain numbers: `enum.Flag` took half of the time of a page.
    """

    NONE = 0
    NAV = 1 << 0
    HEADER = 1 << 1
    FOOTER = 1 << 2
    ASIDE = 1 << 3
    CAPTION = 1 << 4
    COMMENT = 1 << 5
    RELATED = 1 << 6
    PROMOTION = 1 << 7
    NOTICE = 1 << 8
    BYLINE = 1 << 9
    TIME = 1 << 10
    STANDFIRST = 1 << 11
    SHARE = 1 << 12
    H1 = 1 << 13
    HEADING = 1 << 14
    ARTICLE = 1 << 15
    HIDDEN = 1 << 16
    STORY = 1 << 17


_BY_TAG = {
    "nav": Mark.NAV,
    "menu": Mark.NAV,
    "header": Mark.HEADER,
    "footer": Mark.FOOTER,
    "aside": Mark.ASIDE,
    "figcaption": Mark.CAPTION,
    "caption": Mark.CAPTION,
    "time": Mark.TIME,
    "h1": Mark.H1 | Mark.HEADING,
    "h2": Mark.HEADING,
    "h3": Mark.HEADING,
    "h4": Mark.HEADING,
    "h5": Mark.HEADING,
    "h6": Mark.HEADING,
    "article": Mark.ARTICLE,
    "button": Mark.NAV,
    "select": Mark.NAV,
    "address": Mark.NONE,
}
# Source: class names that were met on the public page sets; general words of page builders.
# A class is words joined by "-", "_" or capitals; two words that stand together are one key.
_BY_WORD = {
    word: mark
    for mark, words in (
        (
            Mark.CAPTION,
            "caption figcaption photocredit imagecredit imagesource photocaption imgcaption "
            "bildunterschrift legend legende mediacaption imagecaption pictcaption mediacredit cap "
            "captions figurecaption slidecaption didascalia piefoto",
        ),
        (
            Mark.BYLINE,
            "by byline bylines byl bylineblock firma autore auteurs "
            "author authors authorname authorinfo vcard autor autoren auteur writer "
            "contributor contributors",
        ),
        (
            Mark.TIME,
            "date datetime dateline timestamp datepublished datemodified published postedon "
            "entrydate pubdate datum fecha publishdate",
        ),
        (
            Mark.STANDFIRST,
            "standfirst subtitle subheadline subheading deck dek lede lead intro chapeau vorspann "
            "synopsis entradilla articlesummary articleintro articlelead subline bajada ondertitel",
        ),
        (
            Mark.RELATED,
            "related relatedposts recommend recommended recommendations trending popular mostread "
            "mostviewed mostpopular mostshared morefrom moreon morestories morenews morearticles "
            "readmore readnext readalso recirc latestnews latestposts lateststories outbrain "
            "taboola zergnet relatedlink relatedlinks relatedstory relatedstories alsoread alsoon "
            "teaser teasers similar jprelatedposts",
        ),
        (
            Mark.PROMOTION,
            "newsletter wall "
            "subscribe subscription signup paywall promo promos ad ads advert "
            "advertisement advertising sponsor sponsored donate donation cta abo banner",
        ),
        (
            Mark.NOTICE,
            "bio "
            "copyright disclaimer cookie cookies gdpr consent legal imprint correction authorbio "
            "authordesc authordescription authorbox aboutauthor license",
        ),
        (
            Mark.SHARE,
            "share sharing social addthis sharedaddy follow tags taglinks taglist tagcloud "
            "categorylinks catlinks breadcrumb breadcrumbs pagination toolbar postnav postmeta "
            "postfooter entrymeta entryfooter entryutility",
        ),
        (
            Mark.NAV,
            "nav navbar navigation menu submenu topbar masthead skiplink searchform login "
            "offcanvas",
        ),
        (
            Mark.STORY,
            "articlebody entrycontent postcontent storybody articlecontent articletext bodytext "
            "storycontent contentbody postbody textbody storytext fliesstext articlebodytext "
            "pagecontent maincontent newstext bodycopy richtext wysiwyg",
        ),
        (Mark.FOOTER, "footer sitefooter pagefooter globalfooter"),
        (Mark.ASIDE, "sidebar widget widgets rail rightcolumn rightcol rightrail infobox factbox"),
    )
    for word in words.split()
}
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_COMMENT_WORDS = frozenset(
    "comment comments commentlist kommentar kommentare comentario comentarios commentaire "
    "commentaires commenti reacties coment cmt cmts disqus".split()
)
_WHOSE = frozenset("reader readers user users article story post page fb facebook".split())
# "comments-link" and "comment-count" stand beside articles; these stand around comments.
_COMMENT_HOLDERS = frozenset(
    "list body content text area author meta thread section container wrapper wrap respond "
    "item".split()
)
_ROLES = {
    "navigation": Mark.NAV,
    "banner": Mark.HEADER,
    "contentinfo": Mark.FOOTER,
    "complementary": Mark.ASIDE,
    "search": Mark.NAV,
    "menu": Mark.NAV,
    "heading": Mark.HEADING,
}
_PROPERTIES = {
    "author": Mark.BYLINE,
    "datepublished": Mark.TIME,
    "datemodified": Mark.TIME,
    "comment": Mark.COMMENT,
    "caption": Mark.CAPTION,
    "alternativeheadline": Mark.STANDFIRST,
    "articlebody": Mark.STORY,
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WRAPPERS = ("html", "body", "main")


class Marker:
    """Marks of elements; the classes of a page repeat, so each is judged once."""

    def __init__(self) -> None:
        self._by_class: dict[str, int] = {}

    def mark(self, element: HtmlElement, tag: str) -> int:
        """What the element itself says; nothing for those that hold the whole page."""
        mark = _BY_TAG.get(tag, Mark.NONE)
        attributes = element.attrib
        if not attributes or tag in _WRAPPERS:
            return mark
        for key, value in attributes.items():
            if key in ("class", "id"):
                mark |= self._named(value)
            elif key == "role":
                mark |= _ROLES.get(value.lower(), Mark.NONE)
            elif key == "itemprop":
                mark |= _PROPERTIES.get(value.lower(), Mark.NONE)
            elif key == "hidden" or (key == "style" and _HIDDEN_STYLE.search(value)):
                mark |= Mark.HIDDEN
        return mark

    def _named(self, value: str) -> int:
        mark = Mark.NONE
        for name in value[:300].split():
            judged = self._by_class.get(name)
            if judged is None:
                judged = self._by_class[name] = _judge(name)
            mark |= judged
        return mark


def _judge(name: str) -> int:
    words = [word.lower() for word in _WORDS.findall(name)]
    mark = Mark.NONE
    for index, word in enumerate(words):
        mark |= _BY_WORD.get(word, Mark.NONE)
        if index:
            mark |= _BY_WORD.get(words[index - 1] + word, Mark.NONE)
    while len(words) > 1 and words[0] in _WHOSE:
        words = words[1:]
    holds = len(words) == 1 or (len(words) > 1 and words[1] in _COMMENT_HOLDERS)
    return mark | Mark.COMMENT if holds and words[0] in _COMMENT_WORDS else mark
