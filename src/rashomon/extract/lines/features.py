"""What the line classifier sees of a line on its page: itself, its neighbours, its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from rashomon.extract.lines.shape import (
    COUNT_STEPS,
    CUE_LINE,
    KEPT,
    LENGTH_STEPS,
    SHARE_STEPS,
    Shape,
    step,
)

# What a line between paragraphs costs a run of prose, in words: the first bridges captions and
# cross-heads, the second ends at the first list of teasers.
GAP_COSTS = (10, 40)
RUN_WORDS_CAP = 60
WINDOW = 3
CUE_REACH = 12
CUE_WORDS = 12
DISTANCE_STEPS = (1, 2, 3, 4, 6, 9, 15, 30, 80)
NEAR_STEPS = (2, 4, 8)
LEAD_PARAGRAPHS = 3
TITLE_REACH = 60
TITLE_WORDS = 25
TWICE_STEPS = (3, 5, 9, 20)
# These classes of cue words in a short line head what follows or close what came before.
HEADING_CUES = ("related", "comment", "promotion", "notice", "navigation")


def densest_run(shapes: Sequence[Shape], gap_cost: int) -> tuple[int, int]:
    """The half-open run of lines with the most prose and the fewest gaps.

    Source: maximum subarray (Bentley, Programming Pearls, column 8).
    """
    best = (0, 0)
    best_sum = 0
    start = 0
    total = 0
    for index, line in enumerate(shapes):
        total += min(line.words, RUN_WORDS_CAP) if line.prose else -gap_cost
        if total <= 0:
            total = 0
            start = index + 1
        elif total > best_sum:
            best_sum = total
            best = (start, index + 1)
    return best


def spread_of(parts: Sequence[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of any of the parts, and those of two or more."""
    times = Counter(chain.from_iterable(parts))
    return frozenset(times), frozenset(word for word, count in times.items() if count > 1)


class Surroundings:
    """What the features of a line need to know of its page, counted once."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        self.total = len(shapes)
        self.wide, self.narrow = (densest_run(shapes, cost) for cost in GAP_COSTS)
        self.times = Counter(each.key for each in shapes)
        self.first: dict[str, int] = {}
        for index, each in enumerate(shapes):
            self.first.setdefault(each.key, index)
        run = [each for each in shapes[slice(*self.narrow)] if each.prose]
        self.vocabulary = spread_of([each.vocabulary for each in run])
        self.proper = spread_of([each.proper for each in run])
        self.prose_before = [0]
        for each in shapes:
            self.prose_before.append(self.prose_before[-1] + each.prose)
        self.kinds = "##" + "".join(each.kind for each in shapes) + "$$"
        self.above, self.below = self.nearest_cues()
        lead = run[:LEAD_PARAGRAPHS]
        self.lead = frozenset(word for each in lead for word in each.vocabulary)
        self.title = self.likeliest_title()

    def likeliest_title(self) -> str | None:
        """The key of the line above the article that shares most words with its beginning."""
        start = self.narrow[0]
        best: tuple[float, str] | None = None
        for each in self.shapes[max(0, start - TITLE_REACH) : start]:
            if each.kind == "t" and each.words <= TITLE_WORDS:
                shared = len(each.vocabulary & self.lead)
                score = shared / (3 + len(each.vocabulary))
                if shared >= 2 and (best is None or score > best[0]):
                    best = (score, each.key)
        return best[1] if best else None

    def nearest_cues(self) -> tuple[list[list[str]], list[list[str]]]:
        """For each line, the classes of cue lines within reach above and below it."""
        directions = []
        for order in (range(self.total), range(self.total - 1, -1, -1)):
            seen: dict[str, int] = {}
            told: list[list[str]] = [[]] * self.total
            for index in order:
                told[index] = [
                    f"{cue}{step(abs(index - place), DISTANCE_STEPS)}"
                    for cue, place in seen.items()
                    if abs(index - place) <= CUE_REACH
                ]
                each = self.shapes[index]
                if each.words <= CUE_WORDS and not each.prose:
                    seen.update(
                        (cue, index) for cue in HEADING_CUES if each.cues.get(cue, 0.0) >= CUE_LINE
                    )
            directions.append(told)
        return directions[0], directions[1]


def line_features(page: Surroundings, blank_around: Sequence[bool]) -> list[list[str]]:
    """The features of every line of a page, in order.

    Shape: `blank_around` has one more than the lines: whether a blank stands above each, and one
    below the last.
    Cost: linear in the number of lines, bounded for each.
    """
    told = []
    prose_seen = 0
    for index, each in enumerate(page.shapes):
        prose_seen += each.prose
        names = each.names + place(page, index) + company(page, index)
        if each.prose:
            names.append(f"prose={step(prose_seen, COUNT_STEPS)}")
        names.append(f"blank={blank_around[index]},{blank_around[index + 1]}")
        told.append(names)
    return told


def place(page: Surroundings, index: int) -> list[str]:
    """Where the line stands on the page and towards the runs of prose."""
    each = page.shapes[index]
    length = step(each.words, LENGTH_STEPS)
    names = [
        f"top={step(index, DISTANCE_STEPS)}",
        f"bottom={step(page.total - 1 - index, (1, 2, 4))}",
    ]
    for mark, (start, end) in (("wide", page.wide), ("narrow", page.narrow)):
        side = "before" if index < start else "after" if index >= end else "in"
        distance = start - index if index < start else index - end + 1
        far = step(distance, DISTANCE_STEPS), step(distance, NEAR_STEPS)
        names += run_names(mark, side, each.kind, length, each.ends_sentence, far)
    own = each.prose and page.narrow[0] <= index < page.narrow[1]
    for mark, spread, words in (
        ("shared", page.vocabulary, each.vocabulary),
        ("known", page.proper, each.proper),
    ):
        if words:
            found = len(words & spread[own])
            share = step(found / len(words), SHARE_STEPS)
            names.append(f"{mark}={share},{each.kind}")
            names.append(f"{mark}={share},{step(found, COUNT_STEPS)}")
    if each.key == page.title:
        names.append("likeliest title")
    elif page.title is not None and each.kind == "t":
        names.append("another title")
    if each.vocabulary and not each.prose:
        share = step(len(each.vocabulary & page.lead) / len(each.vocabulary), SHARE_STEPS)
        names.append(f"lead={share},{each.kind}")
    if page.times[each.key] > 1:
        again = "again" if page.first[each.key] < index else "first"
        size = step(each.words, TWICE_STEPS)
        names.append(f"twice={again},{size}")
        names.append(f"times={min(page.times[each.key], 4)},{size}")
    return names


@lru_cache(maxsize=KEPT)
def run_names(
    mark: str, side: str, kind: str, length: int, ends_sentence: bool, far: tuple[int, int]
) -> tuple[str, ...]:
    """How the line stands towards a run of prose."""
    names = (f"{mark} {side},{kind}", f"{mark} {side},{length},{ends_sentence}")
    if side == "in":
        return names
    return (*names, f"{mark} {side}{far[0]}", f"{mark} {side}{far[1]},{kind}")


def company(page: Surroundings, index: int) -> list[str]:
    """What stands beside the line."""
    each = page.shapes[index]
    low, high = max(0, index - WINDOW), min(page.total, index + WINDOW + 1)
    around = high - low - 1
    near = page.prose_before[high] - page.prose_before[low] - each.prose
    names = [
        f"near={step(near / around, SHARE_STEPS) if around else 'alone'},{each.kind}",
        f"kinds={page.kinds[index + 1 : index + 4]}",
        f"kinds={page.kinds[index : index + 5]}",
    ]
    if "person" in each.signature:
        names.append(f"person in {page.kinds[index + 1 : index + 4]}")
    names += [f"above {cue}" for cue in page.above[index]]
    names += [f"below {cue}" for cue in page.below[index]]
    for distance in (-2, -1, 1, 2):
        other = index + distance
        if 0 <= other < page.total:
            mark = f"{distance}:"
            names += [mark + name for name in page.shapes[other].signature]
        else:
            names.append(f"{distance}:none")
    return names
