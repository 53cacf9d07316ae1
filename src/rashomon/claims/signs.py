"""Small signs around a claim: hedges, the manner of telling, and the terms it was told on."""

from __future__ import annotations

import re

# Order matters: the first that fits names the manner.
_MANNERS = (
    ("press conference", r"(?:news|press) (?:conference|briefing)|press briefing|told a briefing"),
    ("interview", r"\binterview"),
    ("phone", r"\b(?:by|over the) (?:tele)?phone\b|\b(?:phone|telephone) (?:call|interview)"),
    ("email", r"\b(?:in an?|by|via) e-?mail"),
    ("post", r"\b(?:on|in a post on|via) (?:twitter|facebook|instagram|telegram|truth social|"
             r"x\b|weibo|social media|tiktok|youtube)|\btweet(?:ed|s|ing)?\b|\bposted on\b|"
             r"\bblog post"),
    ("court", r"\btestif|\bcourt (?:filing|document|papers|hearing)|\bin court\b|\baffidavit\b"),
    ("leak", r"\bleaked\b"),
    ("letter", r"\bin an? (?:open )?letter\b"),
    ("speech", r"\b(?:in an?|during an?) (?:\w+ )?(?:speech|address|rally|debate)\b"),
    ("statement", r"\b(?:in|issued|released|published) (?:an? |the )?(?:\w+ )?statements?\b"),
    ("report", r"\bin an? (?:\w+ )?(?:report|study|survey)\b"),
    ("to reporters", r"\btold (?:reporters|journalists|the press|the media)\b"),
    ("broadcast", r"\b(?:on|told) (?:state |national )?(?:television|tv|radio)\b"),
)  # fmt: skip
_MANNER = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _MANNERS)
_TERMS = re.compile(
    r"(?:speaking |who spoke |spoke |speak |talked )?(?:on|under) (?:the )?condition of anonymity"
    r"|(?:spoke|speaking|speak|quoted) anonymously|anonymously"
    r"|(?:was|were|is|are)?(?: not|n[’']t) (?:authori[sz]ed|permitted|allowed) to "
    r"(?:speak|talk|discuss|comment|brief)(?: publicly| in public| to the (?:media|press))?"
    r"|(?:their|his|her) names? (?:(?:be|were|was) withheld|not (?:to )?be (?:used|published))"
    r"|(?:would|did|could|do) not (?:want to |wish to )?"
    r"(?:give (?:their|his|her) names?|be (?:named|identified))"
    r"|(?:asked|requested|declined|wish\w*|asking|declining|wanted|refused) "
    r"(?:not )?to (?:not )?be "
    r"(?:named|identified|quoted by name)"
    r"|(?:asked|requested) (?:for )?anonymity|off the record|on background",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|supposedly|purportedly|purported|possibly|"
    r"probably|perhaps|maybe|might|may(?! \d)|likely|unlikely|appears? to|seems? to|seemed to|"
    r"appeared to|believed to|thought to|unclear|unconfirmed|suspected)\b"
)
_WINDOW = 400  # characters of a sentence that are looked at on either side


def find_manner(text: str) -> str | None:
    """How it was told: statement, interview, post, court ... or None."""
    return next((name for name, sign in _MANNER if sign.search(text)), None)


def find_terms(text: str) -> str | None:
    """The words by which the source set its terms, such as "on condition of anonymity"."""
    found = _TERMS.search(text)
    return " ".join(found[0].split()) if found else None


def is_hedged(text: str) -> bool:
    """Whether the words leave it open that it is so."""
    return _HEDGE.search(text) is not None
