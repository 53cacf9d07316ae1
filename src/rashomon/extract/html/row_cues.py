"""General phrases that lines beside an article hold, and how they are looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Looked for in small letters with a space before and behind.
PICTURE = tuple(
    "photo|foto|credit|image|bild|getty|shutterstock|quelle|source|abbildung|©| afp| dpa".split("|")
)
OFFER = tuple(
    "newsletter|subscri|sign up|abonn|inbox|donat|spende|free trial|register|registrier|log in"
    "| login|einloggen|advertis|anzeige|affiliate|sponsor|podcast| app |premium|membership".split(
        "|"
    )
)
NOTICE = tuple(
    "©|copyright|all rights|cookie|terms of|privacy|datenschutz|e-mail|email|kontakt|contact|http"
    "|www.|impressum".split("|")
)
# What asks readers to follow, share, write, look or listen elsewhere.
ACTION = tuple(
    "follow us|follow him|follow her|follow @| follow |twitter|facebook|instagram|whatsapp|telegram"
    "|youtube| share |click here|tap here|read more|see more|listen |watch |@|tell us|teilen|folgen"
    "|kommentar|comment|get in touch|http|download|more:".split("|")
)
# Who wrote the text, or took a picture.
SIGNED = tuple(
    "reporting by|contributed to|editing by|written by|reported from|is a senior|is the author"
    "|is an associate|is a freelance|is a reporter|is a writer| editor |journalist|photograph"
    "|(ap photo|(reuters)|pictured|(photo|(image|(foto|/getty|/ap|/afp|/reuters|(credit".split("|")
)
# "READ MORE: ...", as it stands before another story's title.
CRY = re.compile(r"(?:[A-Z]{2,20}[ .]?){1,4} ?[:|>»-]")
DASHES, QUOTES = "-–—•*·►▶", "\"'“‘„«(["
TEASED = ("…", "...", "»", "[…]", ">")


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether the text holds one of the words; many times as fast as a pattern of them."""
    return any(map(text.__contains__, words))
