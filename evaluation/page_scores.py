"""How an answer about a page is held against what is known of it: the same way for every program.

The known values were written down by many hands. Rules, not exceptions, make up for that:

- Letters, digits and the case alone count in headlines and names, not marks and spaces.
- A title's first or last part is no part of it where the page's address says that it is the
  site's name ("Headline | Example Times" on exampletimes.com); in gold and answers alike.
- Names are split at commas, "and" and the like; "By", academic titles and "for The Daily Paper"
  are cut off. A desk, an agency, an address, "Unknown" or the site's own name is nobody.
- A page counts as signed where a person is left among its known authors, and as unsigned where
  its known author is empty. Those signed by a desk alone count as neither.
- On signed pages the set of people must be the known one. On unsigned ones every name that a
  program gives, a desk's too, is an invented author.
- Days are compared as days: "2022-11-1" is 2022-11-01.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from evaluation.pages import Sample
from evaluation.peers import Answer

_PARTS = re.compile(r"\s+(?:[|–—·•»/-]|::)\s+|\s*[|]\s*|(?<=\w):\s+")
_NAMES = re.compile(r"\s*(?:;|,|/|&|\+|\bund\b|\band\b|\bet\b|\bwith\b)\s*", re.I)
_BEFORE = re.compile(
    r"^(?:(?:(?:written|posted|article) )?by|von|par|por|di|dr|prof|dipl|mag|ing)\b[.:]?\s+", re.I
)
_BEHIND = re.compile(r"\s+(?:for|from|at|of|in|abteilung)\s.*$", re.I)
_NOBODY = re.compile(
    r"redaktion|newsdesk|\bdesk\b|\bstaff\b|team\b|unknown|unbekannt|press(?:e|estelle)?\b|report$|"
    r"\b(?:dpa|afp|apa|ap|reuters|kathpress|lno|bb|admin|administrator|editors?|editorial)\b|"
    r"www\.|\.(?:de|com|at|ch|org|net|info)\b|\bonline$",
    re.I,
)
_DAY = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})")


@dataclass
class Tally:
    """Sums over a set of pages."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def share(self, hits: str, total: str) -> float:
        """One count by another."""
        return self.counts[hits] / self.counts[total] if self.counts[total] else 0.0


def count_segments(tally: Tally, answer: Answer, known: dict[str, Any]) -> list[str]:
    """The segments that are wrong; as trafilatura's own evaluation counts them."""
    wrong, main = [], squeeze(answer.main)
    for segment in known.get("with") or ():
        hit = squeeze(segment) in main
        tally.counts["tp" if hit else "fn"] += 1
        if not hit:
            wrong.append(f"lacks {segment!r:.70}")
    for segment in known.get("without") or ():
        hit = squeeze(segment) in main
        tally.counts["fp" if hit else "tn"] += 1
        if hit:
            wrong.append(f"holds {segment!r:.70}")
    comments = squeeze(answer.comments)
    for segment in known.get("comments") or ():
        tally.counts["comments"] += 1
        tally.counts["comments found"] += squeeze(segment) in comments
        tally.counts["comments in main"] += squeeze(segment) in main
    return wrong


def count_fields(tally: Tally, answer: Answer, sample: Sample) -> list[str]:
    """The fields that are wrong."""
    known, wrong = sample.known, []
    if known.get("title"):
        right = title(answer.headline, sample.host) == title(known["title"], sample.host)
        wrong += _count(tally, "titles", right, f"headline {answer.headline!r:.60}", known["title"])
    if known.get("date"):
        tally.counts["days given"] += bool(answer.day)
        right = day(answer.day) == day(known["date"])
        wrong += _count(tally, "days", right, f"day {answer.day!r}", known["date"])
    if known.get("author") is None:
        return wrong
    own = (sample.host, *sample.host.split("."), known.get("outlet", ""))
    site = {letters(part) for part in own}
    gold, said = people(split_names(known["author"])) - site, people(answer.authors) - site
    shown = f"authors {answer.authors!r:.60}"
    if gold:
        tally.counts["authors"] += len(gold)
        tally.counts["authors given"] += len(said)
        tally.counts["authors right"] += len(gold & said)
        wrong += _count(tally, "signed", gold == said, shown, known["author"])
    elif not known["author"]:
        wrong += _count(tally, "unsigned", not answer.authors, shown, "nobody")
    return wrong


def _count(tally: Tally, name: str, right: bool, shown: str, gold: object) -> list[str]:
    tally.counts[name] += 1
    tally.counts[f"{name} right"] += right
    return [] if right else [f"{shown} for {gold!r:.60}"]


def count_shingles(tally: Tally, answer: Answer, gold: str) -> None:
    """Runs of four words in common, as the benchmark counts them."""
    left, right = shingles(answer.main), shingles(gold)
    common = sum((left & right).values())
    hits = {"tp": common, "fp": sum(left.values()) - common, "fn": sum(right.values()) - common}
    total = sum(hits.values()) or 1
    tally.counts["pages"] += 1
    for name, value in hits.items():
        tally.counts[f"shingles {name}"] += round(1e6 * value / total)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def letters(text: str) -> str:
    """Letters and digits alone, in one case."""
    return re.sub(r"[\W_]+", "", unescape(text)).casefold()


def title(text: str, host: str) -> str:
    """The letters of a title without the site's name at its end or beginning."""
    site = letters(host.rpartition(".")[0])
    parts = [part for part in _PARTS.split(unescape(text)) if letters(part)]
    for end in (-1, 0):
        if len(parts) > 1 and _is_site(letters(parts[end]), site):
            del parts[end]
    return "".join(letters(part) for part in parts)


def _is_site(part: str, site: str) -> bool:
    return len(site) > 2 and len(part) > 2 and (part in site or site in part)


def split_names(text: str | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else text


def people(names: Iterable[str]) -> set[str]:
    """The letters of the people's names; desks and agencies are none."""
    found = set()
    for piece in (piece for name in names for piece in _NAMES.split(name)):
        while (shorter := _BEFORE.sub("", piece.strip())) != piece:
            piece = shorter
        name = letters(_BEHIND.sub("", piece))
        if name and not _NOBODY.search(piece):
            found.add(name)
    return found


def day(text: str) -> str:
    """The day in eight digits; as it stands where it is none."""
    found = _DAY.search(text)
    return f"{found[1]}{int(found[2]):02}{int(found[3]):02}" if found else text


def f1(tp: float, fp: float, fn: float) -> float:
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def report(name: str, tally: Tally, fields: bool) -> str:
    """One line of a table."""
    c = tally.counts
    parts = [f"{name:22}"]
    if c["tp"]:
        precision, recall = c["tp"] / (c["tp"] + c["fp"]), c["tp"] / (c["tp"] + c["fn"])
        f = f1(c["tp"], c["fp"], c["fn"])
        parts.append(f"segments P {precision:.3f} R {recall:.3f} F {f:.3f}")
    if c["pages"]:
        tp, fp, fn = (c[f"shingles {n}"] for n in ("tp", "fp", "fn"))
        precision, recall = tp / (tp + fp), tp / (tp + fn)
        parts.append(f"shingles P {precision:.3f} R {recall:.3f} F {f1(tp, fp, fn):.3f}")
    if c["comments"]:
        parts.append(f"comments found {tally.share('comments found', 'comments'):.3f}")
        parts.append(f"in main {tally.share('comments in main', 'comments'):.3f}")
    if c["days"] and fields:
        if c["titles"]:
            parts.append(f"headline {tally.share('titles right', 'titles'):.3f}")
        parts.append(f"day {tally.share('days right', 'days'):.3f}")
        parts.append(f"of given {tally.share('days right', 'days given'):.3f}")
        parts.append(f"author set {tally.share('signed right', 'signed'):.3f}")
        if c["unsigned"]:
            parts.append(f"invented {1 - tally.share('unsigned right', 'unsigned'):.3f}")
        parts.append(
            f"authors P {tally.share('authors right', 'authors given'):.3f}"
            f" R {tally.share('authors right', 'authors'):.3f}"
        )
    parts.append(f"{tally.seconds:.1f} s")
    return "  ".join(parts)
