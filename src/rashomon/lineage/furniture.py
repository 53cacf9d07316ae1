"""What sites and agencies print around any text, known by set phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

_MOST_WORDS = 100  # a longer paragraph is not furniture, whatever it says at the end
_MOST_LETTERS = 1_200
_MONTH = r"(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATED = rf"(?:undated|aerial|file|[a-z]{{3,6}}day|{_MONTH})[.,]? (?:[\w.,]+ ){{0,5}}"
# Patterns of small letters, each from the beginning of a word. Source: read off pages of the public
# dump sets.
_SITES = r"""
abonn
access to this
activate your
ad ?block
advertisement
all rights reserved
alle rechte
auto-generated
buy photo\b
caps lock
chance of (?:rain|snow)
chat with us\b
check out this story
click here
confirmation e-?mail
contributed to this (?:report|story|article)
cookies?\b
copyright
degrading to another
delivery area
download (?:the|our) .{0,30}app
droits réservés
e-edition
edit(?:ing|ed) by
editor[’']?s note
enable notifications
enter your e-?mail
exclusive content
exclusively (?:to|for) [\w+ -]{0,30}(?:members|subscribers)
follow (?:us|him|her|them) on
free articles
guest ?book
high (?:near )?\d\d[fc]\b
home delivery
join the conversation
keep it clean
keyboard shortcuts
knowingly lie
link on each comment
log(?:ged)? in\b
love to hear
low (?:near )?\d\d[fc]\b
may not be (?:published|reproduced)
mostly (?:cloudy|sunny)
newsletter
not been edited
not responsible for the (?:accuracy|content)
our (?:[\w-]+ ){1,4}app\b
partly (?:cloudy|sunny)
please (?:select|enter|check your)\b
posted to your (?:friend|facebook)
privacy policy
private browsing
prize payout
read more
reload(?:ing)? th(?:e|is) page
reporting (?:and \w+ )?by
return to the page
scheduled maintenance
search our (?:\w+ )?archives
send you an(?:other)? e-?mail
sent to your (?:friend|facebook)
sign(?:ed)? (?:up|in)\b
story was [\w ]{0,15}generated
subscrib
subscription
support (?:our|local|us)
syndicated feed
terms of (?:use|service)
thank you for (?:registering|reporting|visiting)
threats of harming another
todos los derechos
unlimited (?:digital )?access
user (?:name|profile)\b
winds? [nesw]{1,3} at
winning numbers (?:in|for)\b
your (?:account|password)\b
your zip ?code
zip ?code or
"""
# Whoever reports a crime or a death prints these.
_APPEALS = r"""
any(?:one|body) (?:who|with|having) (?:has |have )?(?:any )?(?:further |more )?information
crime ?stoppers
samaritans
suicide (?:prevention )?(?:life|hot|help)line
"""
# Agencies date each picture with weekday, day and year, and say "in this photo".
_PICTURES = rf"""
ap photo
combination of (?:file )?(?:photos|images)\b
file (?:photo|image)
getty images
handout (?:photo|image)
image (?:by|credit|courtesy)\b
in this (?:{_DATED})?(?:photo|image)\b
photo (?:by|credit|courtesy)\b
show more show less
undated (?:photo|image)
"""
_DAYS = [
    rf"{day}day, {_MONTH}\.? \d{{1,2}}, 20\d\d\b"
    for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
]


def _by_letter(cues: list[str]) -> str:
    """The cues as one pattern that looks at a word's first letter once."""
    rests: dict[str, list[str]] = defaultdict(list)
    for cue in cues:
        rests[cue[0]].append(cue[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())


_CUES = [*(_SITES + _APPEALS + _PICTURES).split("\n"), *_DAYS]
_EDGE = r"[\s!-/:-@\[-^`{-~«»“”„‘’–—…•·©]"  # before a cue; found twice as fast as what is no \w
_CUE = re.compile(rf"{_EDGE}(?:{_by_letter([cue for cue in _CUES if cue])})")
_HANDLE = re.compile(r"\(@\w{1,15}\)")
# "— Ada Holm (@adaholm) May 31, 2019" below a post, which is everybody's, as a quotation is.
_SIGNATURE = re.compile(r"[—–-]{1,2} ?[^\n(]{1,60}\(@\w{1,15}\)")


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is what a site or an agency prints around any text."""
    return len(paragraph) < _MOST_LETTERS and _has_cue(paragraph)


def is_signature(paragraph: str) -> bool:
    """Whether the paragraph begins with what stands below a post."""
    return _SIGNATURE.match(paragraph) is not None


@lru_cache(maxsize=10_000)  # copies of a report have the same paragraphs
def _has_cue(paragraph: str) -> bool:
    words = f" {paragraph.lower()}"  # small letters are found four times as fast
    has_sign = "©" in words or "pic.twitter.com" in words or _HANDLE.search(words) is not None
    has_cue = has_sign or _CUE.search(words) is not None
    return has_cue and len(paragraph.split()) <= _MOST_WORDS
