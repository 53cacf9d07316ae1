"""What sort of page it is by its own statements: its head and its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from rashomon.extract.html.facts import Facts
from rashomon.extract.page_kind import PageKind
from rashomon.model.article import Kind

MAX_PARTS = 12  # of an address; sites nest no deeper
# Source: schema.org, types under Article, CreativeWork and WebPage.
_TYPES = {
    "LiveBlogPosting": Kind.LIVE,
    "OpinionNewsArticle": Kind.OPINION,
    "AdvertiserContentArticle": Kind.SPONSORED,
    "DiscussionForumPosting": Kind.OTHER,
}
_OPINION = frozenset("opinion opinions commentary editorial editorials op-ed columns".split())
# Folders of addresses, as papers and their programs name them, in the languages of the date lines.
_FOLDERS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.PRESS_RELEASE,
            r"(?:press|media)[-_]?releases?|news[-_]releases?|presse?(?:mitteilung|meldung)(?:en)?"
            r"(?:-.*)?|communiques?(?:-de-presse)?|notas?-de-prensa|comunicati?-stampa"
            r"|pressemeddelelser?|persbericht(?:en)?|prnewswire|globenewswire|businesswire",
        ),
        (
            Kind.SPONSORED,
            r"sponsored(?:-content|-post)?|paid-(?:content|post)|partner-?content|brand-?voice"
            r"|advertorials?|branded-content|brandstudio",
        ),
        (
            Kind.OPINION,
            r"opinions?|op-?eds?|editorials?|columns|columnists?|commentisfree|viewpoints?"
            r"|letters(?:-to-the-editor)?|kolumnen?(?:-.*)?|kommentare?|leitartikel|meinung(?:en)?"
            r"|gastkommentare?|leserbriefe?|tribunes?|opinion(?:e|es|i)|editoriais|columnas?",
        ),
        (Kind.LIVE, r"live-?(?:blogs?|ticker|updates?|coverage)|en-direct|minuto-a-minuto"),
        (
            Kind.GALLERY,
            r"(?:photo|picture|bilder|foto)?-?(?:gallery|galleries|galerien?|strecken?)"
            r"|slide-?shows?|in-pictures|diaporamas?",
        ),
        (Kind.DIGEST, r"newsletters?"),
        (Kind.OTHER, r"forums?|threads?"),
    )
)


def stated_kind(facts: Facts, url: str | None) -> PageKind | None:
    """The kind that the document's head or else its address says, where it is not an article."""
    for fact in facts.all("ld.type", "article:section", "section", "parsely-section"):
        if fact.value in _TYPES:
            return PageKind(_TYPES[fact.value], f"{fact.path} says {fact.value!r}")
        if fact.value.casefold() in _OPINION:
            return PageKind(Kind.OPINION, f"{fact.path} says {fact.value!r}")
    return addressed_kind(url) if url else None


def addressed_kind(url: str) -> PageKind | None:
    """The kind that a folder of the address names; the last part is the page's own title."""
    try:
        folders = urlsplit(url).path.split("/")[1:-1][:MAX_PARTS]
    except ValueError:
        return None
    for kind, pattern in _FOLDERS:
        for folder in folders:
            if pattern.fullmatch(folder[:60]):
                return PageKind(kind, f"the address has the folder {folder[:60]!r}")
    return None
