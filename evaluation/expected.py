"""Score a run against a file of what a careful reader finds on the same pages.

    python evaluation/expected.py RUN EXPECTED

RUN is what `rashomon dossier --json --full-text --comments` printed, EXPECTED a file such as
`examples/dam/expected.json`, whose `about` states the rule for matching. Prints recall, and
precision where the rule gives one, by part; `score` returns the same numbers.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FIELDS = [
    "outlet",
    "host",
    "headline",
    "standfirst",
    "authors",
    "credits",
    "dateline",
    "published",
    "modified",
    "cut_off",
]
Record = Mapping[str, Any]


class Score(NamedTuple):
    """How much of what is listed was found, and how much of what was said is listed."""

    found: int
    listed: int
    right: int | None = None
    said: int | None = None
    missed: tuple[str, ...] = ()


def score(run: Record, expected: Record) -> dict[str, Score]:
    """The scores by part; the run's story is the one that holds most of the listed pages."""
    pages = set(expected["pages"])
    stories = sorted(run["stories"], key=lambda s: -len(pages & {p["id"] for p in s["pages"]}))
    story = stories[0] if stories else {key: [] for key in _PARTS}
    read = {page["id"]: page for s in stories for page in s["pages"]}
    parts = {
        "fields": score_fields(read, expected["pages"]),
        **score_blocks(read, expected["pages"]),
        **score_lineage(story, expected["lineage"], read),
        "positions": score_positions(story, expected["points"], read),
        "answers": score_answers(story, expected["points"], read),
        "figures": score_comparisons(story["figures"], expected["figures"], read),
        "details": score_comparisons(
            story["details"] + story["figures"], expected["details"], read
        ),
        "names": score_names(story["names"], expected["names"]),
        "wording": score_wording(story["wording"], expected["wording"], read),
        "timeline": score_timeline(story["timeline"], expected["timeline"]),
        "only": score_only(story, expected["only"]),
    }
    if "skipped" in expected:
        parts["skipped"] = score_skipped(run["skipped"], expected["skipped"])
    if "stories" in expected:
        parts["stories"] = score_stories(run["stories"], expected["stories"])
    return parts


_PARTS = [
    "pages",
    "lineages",
    "pickups",
    "points",
    "figures",
    "details",
    "names",
    "wording",
    "timeline",
    "only",
]


def score_fields(read: Record, pages: Record) -> Score:
    found, missed, listed = 0, [], 0
    for id_, page in pages.items():
        for field in (*FIELDS, "kind"):
            if field not in page:
                continue
            listed += 1
            said = read.get(id_, {}).get(field)
            if id_ in read and _plain(said) == _plain(page[field]):
                found += 1
            else:
                missed.append(f"{id_} {field}: {said!r:.90} for {page[field]!r:.90}")
    return Score(found, listed, missed=tuple(missed))


def score_blocks(read: Record, pages: Record) -> dict[str, Score]:
    """Blocks by label: by line for dumps, by how a paragraph begins for HTML.

    The body is scored both ways; of the other labels only those that a page lists.
    """
    sums: dict[str, list[Score]] = {}
    for id_, page in pages.items():
        for label, blocks in page.get("blocks", {}).items():
            sums.setdefault(label, []).append(_score_label(read.get(id_), id_, label, blocks))
    return {f"blocks {label}": _sum(scores) for label, scores in sorted(sums.items())}


def _score_label(page: Record | None, id_: str, label: str, blocks: list[Any]) -> Score:
    texts = [] if page is None else _texts(page, label)
    if blocks and isinstance(blocks[0], str):
        hits = [b for b in blocks if any(t.startswith(_squash(b)) for t in texts)]
        right = sum(any(t.startswith(_squash(b)) for b in blocks) for t in texts)
        missed = [f"{id_} {b!r:.60}" for b in blocks if b not in hits]
        extra = [
            f"{id_} not {label}: {t!r:.60}"
            for t in texts
            if not any(t.startswith(_squash(b)) for b in blocks)
        ]
        return Score(len(hits), len(blocks), right, len(texts), tuple(missed + extra))
    lines = set() if page is None else _lines(page, label)
    wanted = {n for first, last in blocks for n in range(first, last + 1)}
    if page is not None:
        filled = {n for n, line in enumerate(page["text"].split("\n"), 1) if line.strip()}
        wanted &= filled
    missed = [f"{id_} line {n}" for n in sorted(wanted ^ lines)]
    return Score(len(wanted & lines), len(wanted), len(wanted & lines), len(lines), tuple(missed))


def _texts(page: Record, label: str) -> list[str]:
    return [
        _squash(page["text"][b["start"] : b["end"]]) for b in page["blocks"] if b["label"] == label
    ]


def _lines(page: Record, label: str) -> set[int]:
    text = page["text"]
    return {
        text.count("\n", 0, block["start"]) + 1 + i
        for block in page["blocks"]
        if block["label"] == label
        for i, line in enumerate(text[block["start"] : block["end"]].split("\n"))
        if line.strip()
    }


def score_lineage(story: Record, expected: Record, read: Record) -> dict[str, Score]:
    counts = story.get("counts", {})
    named = [
        ("pages", counts.get("pages"), expected["pages"]),
        ("outlets", counts.get("outlets"), expected["named_outlets"]),
        ("accounts", counts.get("accounts"), expected["accounts"]),
    ]
    missed = [f"{name}: {said} for {want}" for name, said, want in named if said != want]
    lineages = {frozenset(x["articles"]): x["origin"]["name"] for x in story["lineages"]}
    wanted = {frozenset(x["articles"]): x["origin"] for x in expected["lineages"]}
    origins = [a for a in wanted if a in lineages and lineages[a] == wanted[a]]
    pairs = {(*sorted((p["left"], p["right"])), p["kind"]) for p in story["pickups"]}
    listed = {(*sorted((p["left"], p["right"])), p["kind"]) for p in expected["pickups"]}
    altered = [x for lineage in story["lineages"] for x in lineage["altered"]]
    found = [x for x in expected["altered"] if any(_same_change(x, y, read) for y in altered)]
    return {
        "counts": Score(3 - len(missed), 3, missed=tuple(missed)),
        "lineages": _sets(set(lineages), set(wanted)),
        "origins": Score(
            len(origins),
            len(wanted),
            missed=tuple(f"{sorted(a)}: {lineages.get(a)}" for a in wanted if a not in origins),
        ),
        "pickups": _sets({p for p in pairs if p[2] not in {"quotes", "furniture"}}, listed),
        "altered": Score(
            len(found),
            len(expected["altered"]),
            missed=tuple(str(x["evidence"]) for x in expected["altered"] if x not in found),
        ),
    }


def _same_change(listed: Record, said: Record, read: Record) -> bool:
    """Whether both sides of a change are passages that are listed for it."""
    sides = [{**said[side], "page": said[side]["id"]} for side in ("left", "right")]
    return listed["what"] == said["what"] and all(
        _share_evidence([side], listed["evidence"], read) for side in sides
    )


def score_positions(story: Record, points: list[Record], read: Record) -> Score:
    """By the rule of the expected file: same position, a listed name, overlapping evidence."""
    listed = [position for point in points for position in point.get("positions", ())]
    matched, right, said, wrong = set(), 0, 0, []
    for point in story["points"]:
        hits = [_matches(position, listed, read) for position in point["positions"]]
        if not any(hits):
            continue
        matched.update(i for hit in hits for i in hit)
        said += len(hits)
        right += sum(bool(hit) for hit in hits)
        wrong += [
            f"not listed: {p['position']} {p['holder']['name']}: {p['evidence'][0]['text']!r:.80}"
            for p, hit in zip(point["positions"], hits, strict=True)
            if not hit
        ]
    missed = [
        f"missed: {p['position']} {p['holder']} {p['evidence'][0]['text']!r:.60}"
        for i, p in enumerate(listed)
        if i not in matched
    ]
    return Score(len(matched), len(listed), right, said, tuple(missed + wrong))


def _matches(position: Record, listed: list[Record], read: Record) -> list[int]:
    return [
        i
        for i, want in enumerate(listed)
        if want["position"] == position["position"]
        and (want["position"] == "asserted" or _is_alias(position["holder"]["name"], want))
        and _share_evidence(position["evidence"], want["evidence"], read)
    ]


def _is_alias(name: str, want: Record) -> bool:
    names = {_name(alias) for alias in (*want["aliases"], want["holder"])}
    return _name(name) in names


def _name(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", _squash(name).lower())


def score_answers(story: Record, points: list[Record], read: Record) -> Score:
    listed = [answer for point in points for answer in point.get("answers", ())]
    said = [a for point in story["points"] for a in point["answers"]]
    missed = [
        answer["answer"]
        for answer in listed
        if not any(_share_evidence(a["evidence"], answer["evidence"], read) for a in said)
    ]
    return Score(len(listed) - len(missed), len(listed), missed=tuple(missed))


def score_comparisons(said: list[Record], listed: list[Record], read: Record) -> Score:
    """A comparison is found when one of the same relation holds most of its values."""
    missed = []
    for want in listed:
        best = max((_covered(s, want, read) for s in said), default=0)
        if best * 2 <= len(want["values"]) or best < min(2, len(want["values"])):
            name = want.get("quantity") or want.get("detail")
            missed.append(f"{name} ({want['relation']}): {best} of {len(want['values'])} values")
    return Score(len(listed) - len(missed), len(listed), missed=tuple(missed))


def _covered(said: Record, want: Record, read: Record) -> int:
    if said["relation"] != want["relation"]:
        return 0
    return sum(_share_evidence(said["values"], [value], read) for value in want["values"])


def score_names(said: list[Any], listed: list[list[str]]) -> Score:
    """A group is found when one group of the run holds all of its spellings."""
    groups = [{_squash(name["text"]) for name in group} for group in said]
    missed = [g for g in listed if not any({_squash(n) for n in g} <= group for group in groups)]
    return Score(
        len(listed) - len(missed), len(listed), missed=tuple(", ".join(group) for group in missed)
    )


def score_wording(said: list[Record], listed: list[Record], read: Record) -> Score:
    """A word is found where a wording of the run cites it, or part of it, on its page."""
    wanted = [(want["referent"], word) for want in listed for word in want["words"]]
    cited = [c for wording in said for word in wording["words"] for c in word["evidence"]]
    missed = [f"{r}: {w['text']}" for r, w in wanted if not _share_evidence(cited, [w], read)]
    return Score(len(wanted) - len(missed), len(wanted), missed=tuple(missed))


def score_timeline(said: list[Record], listed: list[Record]) -> Score:
    """An entry is found when one of the same date tells the event, on most of its pages."""
    missed = []
    for want in listed:
        words = _stems(want["event"])
        hits = [
            len({c["page"] for c in (*e["evidence"], *e["disputed"])} & set(want["pages"]))
            for e in said
            if e["date"] == want["date"]
            and len(words & _stems(" ".join([e["event"], *(c["text"] for c in e["evidence"])]))) > 1
        ]
        if max(hits, default=0) * 2 < len(want["pages"]):
            missed.append(f"{want['date']} {want['event']}: {max(hits, default=0)} pages")
    return Score(len(listed) - len(missed), len(listed), missed=tuple(missed))


def score_only(story: Record, listed: list[Record]) -> Score:
    """A passage is found where an entry cites it for those articles: all of the account's, or
    those that have the passage where the account's others have not."""
    accounts = {x["id"]: set(x["articles"]) for x in story["lineages"]}
    missed = [
        want["text"]
        for want in listed
        if not any(
            set(want["account"]) in (accounts.get(only["account"]), _pages_cited(only))
            and any(_squash(want["text"]) in _squash(c["text"]) for c in only["evidence"])
            for only in story["only"]
        )
    ]
    return Score(len(listed) - len(missed), len(listed), missed=tuple(missed))


def _pages_cited(only: Record) -> set[str]:
    return {citation["page"] for citation in only["evidence"]}


def score_skipped(said: list[Record], listed: Any) -> Score:
    causes = {skip["id"]: skip["skip"]["cause"] for skip in said}
    wanted = dict(_skips(listed))
    missed = [f"{id_}: {causes.get(id_)}" for id_ in wanted if causes.get(id_) != wanted[id_]]
    return Score(len(wanted) - len(missed), len(wanted), missed=tuple(missed))


def _skips(listed: Any) -> Iterator[tuple[str, str]]:
    if isinstance(listed, Mapping):
        yield from ((id_, v["cause"] if isinstance(v, Mapping) else v) for id_, v in listed.items())
    else:
        yield from ((item.get("page") or item["id"], item["cause"]) for item in listed)


def score_stories(said: list[Record], listed: Any) -> Score:
    groups = {frozenset(page["id"] for page in story["pages"]) for story in said}
    items = listed.values() if isinstance(listed, Mapping) else listed
    wanted = {frozenset(_pages_of(item)) for item in items}
    return _sets(groups, wanted)


def _pages_of(item: Any) -> list[str]:
    if isinstance(item, Mapping):
        return list(item.get("pages") or item["articles"])
    return list(item) if isinstance(item, list) else [item]


def _share_evidence(said: Iterable[Record], listed: Iterable[Record], read: Record) -> bool:
    """Whether a passage of the one overlaps a passage of the other on a page."""
    said = list(said)
    return any(
        c["page"] == want["page"]
        and any(c["start"] < end and start < c["end"] for start, end in _places(want, read))
        for want in listed
        for c in said
    )


def _places(want: Record, read: Record) -> list[tuple[int, int]]:
    """Where the listed text stands in its page, whatever its white space."""
    page = read.get(want["page"])
    if page is None:
        return []
    pattern = r"\s+".join(re.escape(word) for word in want["text"].split())
    return [found.span() for found in re.finditer(pattern, page["text"])]


def _sets(said: set[Any], listed: set[Any]) -> Score:
    missed = [f"missed: {_show(x)}" for x in sorted(listed - said, key=_show)]
    missed += [f"not listed: {_show(x)}" for x in sorted(said - listed, key=_show)]
    hits = len(said & listed)
    return Score(hits, len(listed), hits, len(said), tuple(missed))


def _show(item: Any) -> str:
    return ", ".join(sorted(item) if isinstance(item, frozenset) else item)


def _sum(scores: list[Score]) -> Score:
    return Score(
        sum(s.found for s in scores),
        sum(s.listed for s in scores),
        sum(s.right or 0 for s in scores),
        sum(s.said or 0 for s in scores),
        tuple(m for s in scores for m in s.missed),
    )


def _plain(value: Any) -> Any:
    return _squash(value) if isinstance(value, str) else value


def _squash(text: str) -> str:
    return " ".join(text.split())


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{4,}", text.lower())}


def show(parts: Mapping[str, Score], with_missed: bool = True) -> str:
    """The table, and under each part what was missed or said wrongly."""
    lines = [f"{'part':<20} {'found':>7} {'listed':>7} {'recall':>7} {'precision':>9}"]
    for name, s in parts.items():
        recall = f"{s.found / s.listed:.2f}" if s.listed else "-"
        precision = f"{s.right / s.said:.2f}" if s.said and s.right is not None else "-"
        lines.append(f"{name:<20} {s.found:>7} {s.listed:>7} {recall:>7} {precision:>9}")
        if with_missed:
            lines += [f"    {missed}" for missed in s.missed]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    run, expected = (json.loads(Path(path).read_text("utf-8")) for path in arguments)
    print(show(score(run, expected)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
