"""Whether a page holds only the beginning of its article, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.article import Block, Label

# How far below the last paragraph a paywall's words are looked for, in lines.
STUB_REACH = 6
# A last line shorter than this may be a signature or a list entry.
MID_SENTENCE_WORDS = 12
LINE_CHARS = 400
ENDS = re.compile(r"[.!?…:;。！？؟।)\]\"'”’»*_—–-]$")
STUB = re.compile(
    r"\b(?:sign|log) ?(?:up|in|on) to (?:read|continue|keep|access|view)"
    r"|\bsubscribe (?:now )?to (?:continue|read|keep|access|unlock)"
    r"|\bto (?:read|see|view|access|continue(?: reading)?|keep reading)(?: the)?"
    r" (?:full|entire|rest|whole|this|your|article|story)\b"
    r"|\bto (?:continue|keep) reading\b"
    r"|\bcontinue reading (?:with|by|for free|your article)"
    r"|\b(?:article|story|content|page) is (?:only )?(?:for|available to|reserved for|exclusive to)"
    r"(?: our| paying| premium)? (?:subscribers|members)"
    r"|\b(?:reached|exceeded) (?:your|the) .{0,30}(?:limit|free articles)"
    r"|\b(?:your|the) (?:last|final) (?:free|complimentary|remaining) (?:article|story)"
    r"|\bkeep reading (?:for|with)\b|\bread on for\b"
    r"|\bunlock (?:this|the) (?:article|story)"
    r"|\bregister (?:for free )?to (?:read|continue)"
    r"|\bcreate (?:a|your) (?:free )?account to (?:read|continue)"
    r"|\bréservée? (?:à nos|aux) abonnés|\bpour lire la suite"
    r"|\bpara seguir leyendo|\bexclusivo para suscriptores|\bper continuare a leggere"
    r"|\bweiterlesen mit|\bum weiterzulesen|\bdiesen artikel weiterlesen",
    re.IGNORECASE,
)
# Names, hashtags and addresses end captions and posts; a sentence breaks off at a plain word.
BROKEN = re.compile(r"(?:^|\s)[^\W\d_A-Z]+[,-]?$")
TRAILING_DOTS = re.compile(r"(?:\.{3}|…)[\"'”’\])]{0,2}$")


def cut_off_reason(text: str, blocks: Sequence[Block]) -> str | None:
    """What shows that the article goes on elsewhere; None where nothing does.

    Cost: linear in the number of blocks.
    """
    places = [index for index, block in enumerate(blocks) if block.label is Label.BODY]
    if not places:
        return None
    last = places[-1]
    ending = blocks[last].slice(text)[-LINE_CHARS:]
    stub = stub_below(text, blocks[last + 1 : last + 1 + STUB_REACH])
    if stub is not None:
        return f"below the last paragraph: {stub}"
    if TRAILING_DOTS.search(ending):
        return "the last paragraph ends in dots"
    if len(places) > 1 and breaks_off(text, [blocks[index] for index in places]):
        return "the last paragraph ends in mid-sentence"
    return None


def stub_below(text: str, below: Sequence[Block]) -> str | None:
    """The first line below the article that asks to pay or sign up for the rest."""
    for block in below:
        if block.label in (Label.COMMENT, Label.BODY):
            continue
        line = block.slice(text)[:LINE_CHARS]
        if STUB.search(line):
            return line.strip()
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
