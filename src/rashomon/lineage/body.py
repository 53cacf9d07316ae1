"""A body as lineage sees it: words that can be compared, and which of them prove copying."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from rashomon.lineage.words import Counts, Flags, Hashes, Numbers, spell
from rashomon.model.article import Article
from rashomon.model.span import Span
from rashomon.text.normal import plain_form
from rashomon.text.quotations import find_continued, find_quotations

Weights = np.ndarray[Any, np.dtype[np.float32]]

GRAM = 5  # words; four are shared by chance too often, six are lost between small edits
MAX_WORDS = 20_000  # of one body; what follows is a hostile page or a book
_FURNITURE_WORDS = 100  # a longer paragraph is not furniture, whatever it says at the end
_PARTICLE_LETTERS = 3
_UNSPACED_WEIGHT = 0.5  # a character of Chinese or Japanese is about half a word
_PRIME = np.uint64(0x9E3779B97F4A7C15)
# What sites and agencies print around any text. Source: read off pages of the public dump sets.
_FURNITURE = re.compile(
    r"(?<!\w)(?:"
    r"subscrib|subscription|newsletter|sign(?:ed)? (?:up|in)\b|log(?:ged)? in\b|all rights "
    r"reserved|copyright|may not be (?:published|reproduced)|contributed to this (?:report|story|"
    r"article)|reporting (?:and \w+ )?by|edit(?:ing|ed) by|editor[’']?s note|follow (?:us|him|her|"
    r"them) on|click here|read more|ad ?block|terms of (?:use|service)|privacy policy|cookies?\b|"
    r"free articles|auto-generated|syndicated feed|not been edited|download (?:the|our) .{0,30}app|"
    r"check out this story|advertisement|support (?:our|local|us)|join the conversation|"
    r"(?:sent|posted) to your (?:friend|facebook)|guest ?book|access to this|return to the page|"
    r"chance of (?:rain|snow)|winds? [nesw]{1,3} at|(?:high|low) (?:near )?\d\d[fc]\b|"
    r"(?:partly|mostly) (?:cloudy|sunny)|thank you for (?:registering|reporting|visiting)|"
    r"confirmation e-?mail|your (?:account|password)\b|activate your|caps lock|keep it clean|"
    r"degrading to another|threats of harming another|knowingly lie|link on each comment|"
    r"please (?:select|enter|check your)\b|love to hear|e-edition|exclusive content|abonn|"
    r"delivery area|home delivery|user (?:name|profile)\b|your zip ?code|zip ?code or|"
    r"our (?:[\w-]+ ){1,4}app\b|scheduled maintenance|reload(?:ing)? th(?:e|is) page|"
    r"prize payout|winning numbers (?:in|for)\b|keyboard shortcuts|story was [\w ]{0,15}generated|"
    r"exclusively (?:to|for) [\w+ -]{0,30}(?:members|subscribers)|unlimited (?:digital )?access|"
    r"search our (?:\w+ )?archives|not responsible for the (?:accuracy|content)|buy photo\b|"
    r"chat with us\b|private browsing|enable notifications|"
    r"send you an(?:other)? e-?mail|enter your e-?mail|"
    # Appeals, which whoever reports a crime or a death prints.
    r"any(?:one|body) (?:who|with|having) (?:has |have )?(?:any )?(?:further |more )?information|"
    r"crime ?stoppers|samaritans|suicide (?:prevention )?(?:life|hot|help)line|"
    # Pictures: agencies date each with weekday, day and year, and say "in this photo".
    r"ap photo|getty images|(?:file|handout|undated) (?:photo|image)|show more show less|"
    r"(?:photo|image) (?:by|credit|courtesy)\b|combination of (?:file )?(?:photos|images)\b|"
    r"in this (?:(?:undated|aerial|file|[a-z]{3,6}day|(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|"
    r"nov|dec)[a-z]{0,6})[.,]? (?:[\w.,]+ ){0,5})?(?:photo|image)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day, "
    r"(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}, 20\d\d\b|"
    r"droits réservés|alle rechte|todos los derechos)|©|pic\.twitter\.com|\(@\w{1,15}\)"
)  # in small letters, which are searched four times as fast as both

# "— Ada Holm (@adaholm) May 31, 2019" below a post, which is everybody's, as a quotation is.
_SIGNATURE = re.compile(r"[—–-]{1,2} ?[^\n(]{1,60}\(@\w{1,15}\)")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of an article's body, with what is known about each.

    Many are held at once, so that each is small: about 50 bytes a word.

    A word stands at `starts` to `ends` of the text. `hashes` are equal for words that differ in
    case or accents alone; `grams` stand for runs of five of them, and are `ordered` by size, each
    from its place in `order`. `region` counts the stretches of body that nothing else interrupts,
    `paragraph` the blocks. `narrated` words are neither quoted nor furniture. `named` words begin
    with a capital or a digit; `plain` ones are neither
    these nor particles, in a script that shows it. `weight` is 1 a word, less a character.
    """

    id: str
    text: str
    starts: Numbers
    ends: Numbers
    paragraphs: tuple[Span, ...]
    hashes: Hashes
    grams: Hashes
    ordered: Hashes
    order: Counts
    region: Counts
    paragraph: Counts
    quoted: Flags
    furniture: Flags
    narrated: Flags
    named: Flags
    plain: Flags
    weight: Weights

    def __len__(self) -> int:
        return len(self.hashes)

    def forms(self, first: int, end: int) -> tuple[str, ...]:
        """The plain forms of the words from one number to before another."""
        starts, ends = self.starts[first:end].tolist(), self.ends[first:end].tolist()
        return tuple([plain_form(self.text[s:e]) for s, e in zip(starts, ends, strict=True)])


def read_body(article: Article, is_printed: Callable[[str], bool] = lambda _: False) -> Body:
    """The article's body, read once for all comparisons.

    `is_printed` says of a paragraph that the outlet prints it on pages about other things too.
    """
    paragraphs = body_paragraphs(article)
    texts = [p.slice(article.text) for p in paragraphs]
    words = spell("\n".join(texts), MAX_WORDS)
    firsts = np.array([p.start for p in paragraphs], dtype=np.int64)
    begun = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    paragraph = np.searchsorted(begun, words.starts, side="right") - 1
    moved = (firsts - begun)[paragraph]
    starts = words.starts + moved
    grams = gram_hashes(words.hashes)
    order = np.argsort(grams, kind="stable").astype(np.int32)
    around = [
        is_furniture(text) or is_printed(text) or _SIGNATURE.match(below) is not None
        for text, below in zip(texts, [*texts[1:], ""], strict=True)
    ]
    quotations = [find(article.text, paragraphs) for find in (find_quotations, find_continued)]
    quoted = _inside(starts, chain(*quotations))
    furniture = np.array(around, dtype=bool)[paragraph]
    characters, named, sizes = words.characters, words.named, words.sizes
    return Body(
        id=article.id,
        text=article.text,
        starts=starts,
        ends=words.ends + moved,
        paragraphs=paragraphs,
        hashes=words.hashes,
        grams=grams,
        ordered=grams[order],
        order=order,
        region=_regions(article.text, paragraphs)[paragraph],
        paragraph=paragraph.astype(np.int32),
        quoted=quoted,
        furniture=furniture,
        narrated=~(quoted | furniture),
        named=named,
        plain=~named & (characters | (sizes > _PARTICLE_LETTERS)),
        weight=np.where(characters, _UNSPACED_WEIGHT, 1).astype(np.float32),
    )


def gram_hashes(hashes: Hashes) -> Hashes:
    """One number for each run of five words; none for a shorter body."""
    if len(hashes) < GRAM:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(len(hashes) - GRAM + 1, dtype=np.uint64)
    for place in range(GRAM):
        total = total * _PRIME + hashes[place : place + len(total)]
    return total


def body_paragraphs(article: Article) -> tuple[Span, ...]:
    """The body's blocks, each text once: dumps print a paragraph again as teaser or caption."""
    seen, kept = set(), []
    for span in article.body:
        text = span.slice(article.text).strip()
        if text and text not in seen:
            seen.add(text)
            kept.append(span)
    return tuple(sorted(kept))


def _regions(text: str, paragraphs: Sequence[Span]) -> Counts:
    counts, count, last = [], 0, None
    for span in paragraphs:
        if last is not None and text[last : span.start].strip():
            count += 1
        counts.append(count)
        last = span.end
    return np.array(counts, dtype=np.int32)


def _inside(starts: Numbers, spans: Iterable[Span]) -> Flags:
    flags = np.zeros(len(starts), dtype=bool)
    for span in spans:
        flags[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return flags


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is what a site or an agency prints around any text."""
    short = len(paragraph) < 12 * _FURNITURE_WORDS and len(paragraph.split()) <= _FURNITURE_WORDS
    return short and _FURNITURE.search(paragraph.lower()) is not None
