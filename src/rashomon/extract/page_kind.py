"""What sort of page it is, told by its labelled lines, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.extract.lines.shape import DATELINE_OPENING, count_words
from rashomon.model.article import Block, Kind, Label

LINE_CHARS = 300
# Words of a label ("Opinion", "Sponsored") stand this close to the headline or the first paragraph.
NEAR_LINES = 4
OPENING_CHARS = 600
LIVE_TIMES = 4
ENTRY_WORDS = 10
# Less than this without a headline is a form, a programme's note, an entry in a book.
UNTITLED_WORDS = 90
SCRAP_WORDS = 60
SIGNED = (Label.BYLINE, Label.DATELINE, Label.CREDIT)
GALLERY_CAPTIONS = 5
# Instructions and features have many pictures too, and more text.
GALLERY_BODY_WORDS = 200
INDEX_LINES = 6
MENU_WORDS = 3
# Less body than this beside a list of stories is a teaser, not an article.
INDEX_BODY_WORDS = 60
TITLE_CHARS = 160
SENTENCE_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]]*(?:\s|$)")

OPINION = re.compile(
    r"^\W*(?:opinions?|editorials?|op-?ed|commentary|columns?|columnists?|guest (?:essay|column)"
    r"|letters? to the editor|by letters to the editor|viewpoint|kommentar|meinung|tribune"
    r"|opinión|editoriale)"
    r"(?:\b\W*$|\s*[|:/-]|\s+interpretation\b)",
    re.IGNORECASE,
)
DISOWNED = re.compile(
    r"\b(?:views?|opinions?)\b.{0,60}\b(?:author|writer|contributor)(?:['’]?s)?\b", re.IGNORECASE
)
# "Anzeige" and "Advertisement" alone stand over the advertisements of any page.
SPONSORED = re.compile(
    r"^\W*(?:sponsored(?: (?:content|post|story|by .+))?"
    r"|paid (?:post|content|program|partnership).*"
    r"|partner content|advertorial|brand ?voice|promoted by .*|in partnership with .*"
    r"|presented by .*|advertisement feature|anzeige, enthält .*|publirreportaje"
    r"|publi-?rédactionnel)\W*$",
    re.IGNORECASE,
)
# Reports quote "a press release"; only in a line of its own is it a mark.
RELEASE = re.compile(
    r"^\W*press releases?\b|\bpressemitteilung\b|\bcommuniqué de presse\b|\bnota de prensa\b",
    re.IGNORECASE,
)
RELEASE_WIRE = re.compile(
    r"\bfor immediate release\b|\bpr ?newswire\b|\(business wire\)|\bglobe ?newswire\b"
    r"|\bacn newswire\b|\bein presswire\b|\baccesswire\b",
    re.IGNORECASE,
)
LIVE = re.compile(
    r"^\W*the latest:|\blive(?: news)?(?: updates?| blog|blog|:| coverage| ticker)"
    r"|\bas it happen(?:s|ed)\b"
    r"|\bliveticker\b|\ben direct\b|\ben vivo\b|\bminute by minute\b",
    re.IGNORECASE,
)
ENTRY_TIME = re.compile(
    r"^\W*\d{1,2}(?:[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\b.{0,20}| ?[ap]\.?m\.?)$",
    re.IGNORECASE,
)
DIGEST = re.compile(
    r"^\W*(?:[\w'’]+ ){0,3}brief(?:s|ing)? ?[:|]|\b(?:morning|evening|daily|weekly|afternoon)"
    r" (?:briefing|digest|update|roundup|round-up|newsletter|brief)"
    r"|\bnews in brief\b|\bin brief\b|\bround-?up\b|\bweek in review\b"
    r"|\b(?:five|5|ten|10|six|seven) things\b"
    r"|\bwhat you need to know today\b|\bnewsletter\b|\btop stories\b|\bheadlines (?:of|for) ",
    re.IGNORECASE,
)
GALLERY = re.compile(
    r"^\W*(?:photos?|gallery|pictures?|in pictures|in photos|fotostrecke)\b\W"
    r"|\b(?:in pictures|photo gallery|in photos)\W*$",
    re.IGNORECASE,
)
# "48 PHOTOS": the line under the headline of a page of pictures.
PICTURES = re.compile(r"^\W*\d{1,3} (?:photos|pictures|images|slides)\W*$", re.IGNORECASE)


class PageKind(NamedTuple):
    """The kind and what was seen that says so."""

    kind: Kind
    reason: str


class Lines(NamedTuple):
    """The lines of a page by what they are good for here."""

    headline: list[str]
    near: list[str]
    opening: str
    notices: list[str]
    body: list[str]
    counts: dict[Label, int]
    words: dict[Label, int]


def page_kind(text: str, blocks: Sequence[Block], stated: bool = False) -> PageKind:
    """The kind of the page and the reason; an article where nothing speaks for another.

    `stated` where the document's head says that it is an article.
    Order: what the page calls itself comes before what its lines look like.
    """
    lines = sort_lines(text, blocks)
    for judge in JUDGES[: -len(DOUBTS)] if stated else JUDGES:
        found = judge(lines)
        if found is not None:
            return found
    return PageKind(Kind.ARTICLE, "paragraphs under a headline")


def sort_lines(text: str, blocks: Sequence[Block]) -> Lines:
    """The lines by what they are good for."""
    shown = [block.slice(text)[:LINE_CHARS].replace("\n", " ") for block in blocks]
    labels = [block.label for block in blocks]
    anchors = [i for i, label in enumerate(labels) if label is Label.HEADLINE]
    first = labels.index(Label.BODY) if Label.BODY in labels else None
    close = {
        place
        for anchor in [*anchors, *([first] if first is not None else [])]
        for place in range(anchor - NEAR_LINES, anchor + NEAR_LINES + 1)
        if 0 <= place < len(labels)
        and labels[place] not in (Label.BODY, Label.COMMENT, Label.RELATED)
        and not in_menu(shown, labels, place)
    }
    counts = {label: labels.count(label) for label in Label}
    words = dict.fromkeys(Label, 0)
    for block in blocks:
        line = block.slice(text)
        words[block.label] += count_words(line, line[:LINE_CHARS])
    return Lines(
        headline=[shown[i] for i in anchors],
        near=[shown[i] for i in sorted(close)],
        opening=text[blocks[first].start :][:OPENING_CHARS] if first is not None else "",
        notices=[s for s, label in zip(shown, labels, strict=True) if label is Label.NOTICE],
        body=[s for s, label in zip(shown, labels, strict=True) if label is Label.BODY],
        counts=counts,
        words=words,
    )


def in_menu(shown: Sequence[str], labels: Sequence[Label], place: int) -> bool:
    """Whether the line is one of several short ones in a row: a menu names every section."""
    around = range(place - 1, place + 2)
    return all(
        0 <= i < len(labels) and labels[i] is Label.NAVIGATION and shown[i].count(" ") < MENU_WORDS
        for i in around
    )


def only_titles(text: str, blocks: Sequence[Block]) -> str | None:
    """What shows that lines taken for paragraphs are titles of other pages: no sentence ends."""
    body = [block.slice(text) for block in blocks if block.label is Label.BODY]
    short = all(len(line) <= TITLE_CHARS for line in body)
    if len(body) < INDEX_LINES or not short or any(SENTENCE_END.search(line) for line in body):
        return None
    return f"{len(body)} short lines in which no sentence ends"


def first_match(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    """The first line that the pattern is found in."""
    return next((line.strip() for line in lines if pattern.search(line)), None)


def sponsored(lines: Lines) -> PageKind | None:
    """Paid for, by a mark near the headline."""
    line = first_match(SPONSORED, lines.near)
    return PageKind(Kind.SPONSORED, f"marked {line!r}") if line else None


def press_release(lines: Lines) -> PageKind | None:
    """A release, by a mark or its wire."""
    line = first_match(RELEASE, lines.near) or first_match(RELEASE_WIRE, lines.near)
    if line:
        return PageKind(Kind.PRESS_RELEASE, f"marked {line!r}")
    found = RELEASE_WIRE.search(lines.opening)
    return PageKind(Kind.PRESS_RELEASE, f"the opening says {found[0]!r}") if found else None


def index(lines: Lines) -> PageKind | None:
    """An index: other stories and hardly anything of its own."""
    related = lines.counts[Label.RELATED]
    if related >= INDEX_LINES and lines.words[Label.BODY] < INDEX_BODY_WORDS:
        return PageKind(Kind.INDEX, f"{related} lines of other stories and hardly a paragraph")
    return None


def empty(lines: Lines) -> PageKind | None:
    """No paragraph: an index, a gallery, or nothing."""
    if lines.body:
        return None
    if found := index(lines):
        return found
    if line := first_match(PICTURES, lines.near):
        return PageKind(Kind.GALLERY, f"{line} and no paragraph")
    if lines.counts[Label.CAPTION] >= GALLERY_CAPTIONS:
        return PageKind(Kind.GALLERY, f"{lines.counts[Label.CAPTION]} captions and no paragraph")
    return PageKind(Kind.OTHER, "no paragraph of an article")


def live(lines: Lines) -> PageKind | None:
    """A live page, by its headline."""
    line = first_match(LIVE, lines.headline)
    return PageKind(Kind.LIVE, f"the headline says {line!r}") if line else None


def timed(lines: Lines) -> PageKind | None:
    """A live page, by the times over its paragraphs; opening hours and timetables have none."""
    times = sum(
        ENTRY_TIME.match(line) is not None and below.count(" ") >= ENTRY_WORDS
        for line, below in pairwise(lines.body)
    )
    return PageKind(Kind.LIVE, f"{times} entries with a time") if times >= LIVE_TIMES else None


def opinion(lines: Lines) -> PageKind | None:
    """An opinion, by a mark or a notice."""
    line = first_match(OPINION, [*lines.near, *lines.headline])
    if line:
        return PageKind(Kind.OPINION, f"marked {line!r}")
    line = first_match(DISOWNED, lines.notices)
    return PageKind(Kind.OPINION, f"noted {line!r}") if line else None


def gallery(lines: Lines) -> PageKind | None:
    """A gallery, by its headline or its captions."""
    line = first_match(GALLERY, lines.headline)
    if line:
        return PageKind(Kind.GALLERY, f"the headline says {line!r}")
    captions, body = lines.counts[Label.CAPTION], lines.words[Label.BODY]
    if captions >= GALLERY_CAPTIONS and lines.words[Label.CAPTION] > body < GALLERY_BODY_WORDS:
        return PageKind(Kind.GALLERY, f"{captions} captions with more words than the body")
    return None


def digest(lines: Lines) -> PageKind | None:
    """A digest, by its headline."""
    line = first_match(DIGEST, lines.headline)
    return PageKind(Kind.DIGEST, f"the headline says {line!r}") if line else None


def talk(lines: Lines) -> PageKind | None:
    """A forum or guest book."""
    comments = lines.words[Label.COMMENT]
    if not lines.headline and comments > 2 * lines.words[Label.BODY]:
        return PageKind(Kind.OTHER, "readers' words, and no headline")
    return None


def untitled(lines: Lines) -> PageKind | None:
    """A form, a note, an entry: a few words that nobody put a headline over."""
    words = lines.words[Label.BODY]
    if lines.headline or words >= UNTITLED_WORDS:
        return None
    return PageKind(Kind.OTHER, f"no headline, and {words} words")


def scrap(lines: Lines) -> PageKind | None:
    """A sentence or two that nobody signed and no day stands by: a message, a note, a form."""
    words, signed = lines.words[Label.BODY], sum(lines.counts[label] for label in SIGNED)
    if signed or words >= SCRAP_WORDS or DATELINE_OPENING.match(lines.opening):
        return None
    return PageKind(Kind.OTHER, f"{words} words, unsigned and undated")


# What only speaks where the page itself does not.
DOUBTS: tuple[Callable[[Lines], PageKind | None], ...] = (index, timed, talk, untitled, scrap)
JUDGES: tuple[Callable[[Lines], PageKind | None], ...] = (
    sponsored, press_release, empty, live, opinion, gallery, digest, *DOUBTS,
)  # fmt: skip
