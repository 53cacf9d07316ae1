"""Whether a page holds only the beginning of its article, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.html.facts import Facts
from rashomon.extract.sheet import in_markup, in_text
from rashomon.model.article import Block, Evidence, Label

# How far below the last paragraph a paywall's words are looked for, in lines.
STUB_REACH = 6
# "Read the full article" is said so soon only of this one; further down, of each of a list.
BUTTON_REACH = 2
# A last line shorter than this may be a signature or a list entry.
MID_SENTENCE_WORDS = 12
LINE_CHARS = 400
SHOWN_CHARS = 80
# Of 490 pages that were read, those that are not free and show more than this show everything.
SHORT_WORDS = 200
# A paywall's own words are no longer.
OFFER_WORDS = 30
ENDS = re.compile(r"[.!?…:;।。！？؟।)\]\"'”’»*_—–-]$")
STUB = re.compile(
    r"\b(?:sign|log) ?(?:up|in|on) to (?:read|continue|keep|access|view)"
    r"|\bsubscribe (?:now )?to (?:continue|read|keep|access|unlock)"
    r"|\bto (?:read|see|view|access|continue(?: reading)?|keep reading)(?: the)?"
    r" (?:full|entire|rest|whole|article|story|(?:this|your) (?:article|story|content|post))\b"
    r"|\bto (?:continue|keep) reading\b"
    r"|\bcontinue reading (?:with|by|for free|your article)"
    r"|\b(?:article|story|content|page) (?:is (?:only )?(?:for|available to|reserved for"
    r"|exclusive to)|contains)(?: our| paying| premium)? ?(?:[\w ]{0,20})(?:subscribers|members)\b"
    r"|\b(?:reached|exceeded) (?:your|the) .{0,30}(?:limit|free articles)"
    r"|\b(?:your|the) (?:last|final) (?:free|complimentary|remaining) (?:article|story)"
    r"|\bkeep reading (?:for|with)\b|\bread on for\b"
    r"|\bunlock (?:this|the) (?:article|story)"
    r"|\bsubscription does not (?:provide|include)\b"
    r"|\bactivate your (?:full|digital|online) (?:access|subscription)"
    r"|\bregister (?:for free )?to (?:read|continue)"
    r"|\bcreate (?:a|your) (?:free )?account to (?:read|continue)"
    r"|\bréservée? (?:à nos|aux) abonnés|\bpour lire la suite|\bpour accéder (?:en illimité )?aux"
    r"|\bpara seguir leyendo|\bexclusivo para suscriptores|\bper continuare a leggere"
    r"|\bweiterlesen mit|\bum weiterzulesen|\bdiesen artikel weiterlesen"
    r"|\bmöchten sie weiterlesen|\bund lesen sie weiter",
    re.IGNORECASE,
)
BUTTON = re.compile(
    r"\W*(?:continue reading|read (?:the )?(?:full|whole|entire|rest of the) (?:article|story)"
    r"|subscribe today)\W*",
    re.IGNORECASE,
)
# What feeds and interfaces of news leave of a text: "... [+1234 chars]".
COUNTED = re.compile(r"\[\+\d{1,6} chars\]\s*$")
# Names, hashtags and addresses end captions and posts; a sentence breaks off at a plain word.
# Where a link was lost a line ends in "To leave condolences, visit".
BROKEN = re.compile(r"(?:^|\s)(?!(?:visit|click|call|see|at)$)[^\W\d_A-Z]+[,-]?$")
# "See below ..." was written so, and addresses are cut where they stand.
TRAILING_DOTS = re.compile(
    r"(?:[^\s.!?…/]{1,40}\s+){3}[^\s.!?…/]{0,40}\s?[\[(]?(?:\.{3}|…)[\"'”’\])]{0,2}$"
)
LOCKED = frozenset(("locked", "paid", "premium", "subscriber"))


def find_cut_off(text: str, blocks: Sequence[Block], facts: Facts | None = None) -> Evidence | None:
    """What shows that the article goes on elsewhere; None where nothing does.

    `facts` are what a document's head states. The method of the evidence is the reason in words.
    Cost: linear in the number of blocks.
    """
    body = [index for index, block in enumerate(blocks) if block.label is Label.BODY]
    if not body:
        return None
    last = _last_paragraph(text, blocks, body)
    stub = find_stub(text, blocks[last + 1 : last + 1 + STUB_REACH])
    if stub is not None:
        return in_text(stub.start, stub.end, "asks to pay or to sign in for the rest")
    gated = find_gate(facts) if facts else None
    words = sum(blocks[index].slice(text).count(" ") + 1 for index in body)
    if gated is not None and words < SHORT_WORDS:
        return in_markup(gated, f"stated as not free, and {words} words are here")
    # Whole documents end in "More to come ..." and in lines of furniture; dumps end where they do.
    if facts is not None and gated is None:
        return None
    return _broken_end(text, [blocks[index] for index in body])


def _last_paragraph(text: str, blocks: Sequence[Block], body: Sequence[int]) -> int:
    """The last block of the body that is no part of an offer that was taken for body."""
    for index in reversed(body):
        line = blocks[index].slice(text)[:LINE_CHARS]
        if line.count(" ") >= OFFER_WORDS or not STUB.search(line):
            return index
    return body[-1]


def find_stub(text: str, below: Sequence[Block]) -> Block | None:
    """The first line below the article that asks to pay or sign up for the rest."""
    for distance, block in enumerate(below):
        if block.label is Label.COMMENT:
            continue
        line = block.slice(text)[:LINE_CHARS].strip()
        if STUB.search(line) or (distance < BUTTON_REACH and BUTTON.fullmatch(line)):
            return block
    return None


def find_gate(facts: Facts) -> str | None:
    """Where the document's head says that the article is not free; None where it does not."""
    for fact in facts.all("ld.not free", "page.not free"):
        return fact.path
    for fact in facts.all("article:content_tier", "content_tier"):
        if fact.value.casefold() in LOCKED:
            return fact.path
    for fact in facts.all("item.isaccessibleforfree"):
        if fact.value.casefold() == "false":
            return fact.path
    return None


def _broken_end(text: str, body: Sequence[Block]) -> Evidence | None:
    """The end of the last paragraph, where it stops before its sentence does."""
    final = body[-1]
    ending = final.slice(text)[-LINE_CHARS:]
    place = max(final.start, final.end - SHOWN_CHARS), final.end
    if COUNTED.search(ending):
        return in_text(*place, "ends in a count of the characters that are missing")
    if TRAILING_DOTS.search(ending):
        return in_text(*place, "ends in dots")
    if len(body) > 1 and breaks_off(text, body):
        return in_text(*place, "ends in mid-sentence")
    return None


def breaks_off(text: str, body: Sequence[Block]) -> bool:
    """Whether the last paragraph alone lacks its end; poems and lists lack it everywhere."""
    *rest, final = body
    line = final.slice(text)
    long = line[:LINE_CHARS].count(" ") + 1 >= MID_SENTENCE_WORDS
    if not long or not BROKEN.search(line[-LINE_CHARS:]):
        return False
    ended = sum(ENDS.search(block.slice(text)) is not None for block in rest)
    previous = rest[-1].slice(text)
    return 3 * ended >= 2 * len(rest) and ENDS.search(previous) is not None
