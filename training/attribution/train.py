"""Trains the tagger on words with labels."""

from __future__ import annotations

import copy
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from rashomon.claims.tagger.model import best_labels
from rashomon.claims.tagger.words import PARTS, Window, Word, windows
from rashomon.model.span import Span
from training.attribution.data import NO_ARC, Labelled, is_chosen_on
from training.attribution.model import Tagger

ROUNDS = 6
BATCH = 1_536  # pieces
LEAST, MOST = 110, 222  # pieces of a window, drawn anew for each article and round
RATE, NEW_RATE = 2e-4, 1e-3
AVERAGED = 0.998  # of the weights so far that a step keeps
UNKNOWN = 0.1  # of windows whose grammar, and of others whose hints, the model does not see
CUE_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels, and with each word's cue: a word of it, from 1, or 0."""

    window: Window
    labels: list[int]
    cues: list[int]


def examples(article: Labelled, most: int) -> Iterator[Example]:
    """The article cut into windows."""
    parts = zip(article.pieces, article.columns, article.starts, strict=True)
    words = [
        Word(tuple(pieces), tuple(columns), Span(at, at + 1), *starts)
        for at, (pieces, columns, starts) in enumerate(parts)
    ]
    for window in windows(words, most):
        first, last = window.words[0].place.start, window.words[-1].place.end
        cues = [
            cue if cue == NO_ARC else (cue - first + 1 if first <= cue < last else 0)
            for cue in article.cues[first:last]
        ]
        if not any(article.discarded[first:last]):
            yield Example(window, _begun(article.labels[first:last]), cues)


def _begun(labels: list[int]) -> list[int]:
    """The labels, of which the first begins its part, though it stands in the window before."""
    is_inside = labels[0] > 0 and labels[0] % 2 == 0
    return [labels[0] - is_inside, *labels[1:]]


def batches(known: Sequence[Example], shuffle: random.Random | None) -> list[list[Example]]:
    """Windows of like length together."""

    def size(example: Example) -> int:
        return len(example.window.columns)

    order = sorted(known, key=lambda e: size(e) + (shuffle.random() * 20 if shuffle else 0))
    found: list[list[Example]] = [[]]
    for example in order:
        longest = max([size(example), *map(size, found[-1])])
        if found[-1] and longest * (len(found[-1]) + 1) > BATCH:
            found.append([])
        found[-1].append(example)
    if shuffle:
        shuffle.shuffle(found)
    return found


def stacked(batch: Sequence[Example]) -> dict[str, torch.Tensor]:
    """The windows in one tensor each, filled up with zeros; `mask` is 1 where a piece is."""
    columns = [torch.from_numpy(example.window.columns) for example in batch]
    pad = torch.nn.utils.rnn.pad_sequence
    return {
        "columns": pad(columns, batch_first=True),
        "mask": pad([torch.ones(len(c), dtype=torch.int64) for c in columns], batch_first=True),
        "firsts": pad([torch.from_numpy(e.window.firsts) for e in batch], batch_first=True),
        "labels": pad([torch.tensor(e.labels) for e in batch], batch_first=True),
        "cues": pad([torch.tensor(e.cues) for e in batch], batch_first=True, padding_value=NO_ARC),
        "lengths": torch.tensor([len(e.labels) for e in batch]),
    }


def forget(columns: torch.Tensor, chance: random.Random) -> torch.Tensor:
    """The columns of which some windows lack grammar and some lack hints, so that the tagger can
    do without a parser that it knows, and does not lean on the patterns alone."""
    columns = columns.clone()
    for row in columns:
        if chance.random() < UNKNOWN:
            row[:, [1, 2, 5]] = 0
        if chance.random() < UNKNOWN:
            row[:, 7] = 0
    return columns


def spans(labels: Sequence[int]) -> set[tuple[str, int, int]]:
    """The labelled runs: part, first word, word behind the last."""
    found, start = set(), None
    for at, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2):
            found.add((PARTS[(labels[start] - 1) // 2], start, at))
            start = None
        if label % 2:
            start = at
    return found


def score(model: Tagger, known: Sequence[Example]) -> dict[str, float]:
    """F1 of whole runs, and how many words point to their cue."""
    model.eval()
    counts: Counter[str] = Counter()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        moves, starts = (scores.numpy() for scores in model.chain())
        for batch in batches(known, None):
            t = stacked(batch)
            labels, cues = model(t["columns"], t["firsts"], t["mask"])
            for row, example in enumerate(batch):
                count = len(example.labels)
                found = spans(best_labels(labels[row, :count].float().numpy(), moves, starts))
                wanted = spans(example.labels)
                for part in PARTS:
                    mine = {s for s in found if s[0] == part}
                    theirs = {s for s in wanted if s[0] == part}
                    counts[f"{part} hit"] += len(mine & theirs)
                    counts[f"{part} all"] += len(mine) + len(theirs)
                best = cues[row, :count, : count + 1].argmax(-1)
                goal = t["cues"][row, :count]
                counts["cues hit"] += int(((best == goal) & (goal != NO_ARC)).sum())
                counts["cues all"] += int((goal != NO_ARC).sum())
    model.train()
    f1 = {part: 2 * counts[f"{part} hit"] / max(1, counts[f"{part} all"]) for part in PARTS}
    return f1 | {"pointers": counts["cues hit"] / max(1, counts["cues all"])}


def train(articles: Sequence[Labelled], base: Path) -> Tagger:
    """The tagger after some rounds over all but the articles that settings are chosen on.

    It is the running mean of the weights, which does better than the last ones.
    """
    torch.manual_seed(0)
    chance = random.Random(0)
    held = [e for a in articles if is_chosen_on(a.id) for e in examples(a, MOST)]
    learnt = [a for a in articles if not is_chosen_on(a.id)]
    model = Tagger(base)
    averaged = copy.deepcopy(model)
    old = [
        p for name, p in model.named_parameters() if name.startswith("bert.") and p.requires_grad
    ]
    new = [p for name, p in model.named_parameters() if not name.startswith("bert.")]
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    steps = ROUNDS * len(batches([e for a in learnt for e in examples(a, 170)], None))
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / warm, max(0.02, (steps - at) / (steps - warm)))
    )
    began, loss_sum, step = time.time(), 0.0, 0
    model.train()
    for number in range(1, ROUNDS + 1):
        known = [e for a in learnt for e in examples(a, chance.randint(LEAST, MOST))]
        for batch in batches(known, chance):
            t = stacked(batch)
            with torch.autocast("cpu", torch.bfloat16):
                labels, cues = model(forget(t["columns"], chance), t["firsts"], t["mask"])
            loss = model.label_loss(labels.float(), t["labels"], t["lengths"])
            loss = loss + CUE_WEIGHT * model.cue_loss(cues.float(), t["cues"], t["lengths"])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(old + new, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            loss_sum += float(loss.detach())
            keep = min(AVERAGED, step / (step + 10))
            with torch.no_grad():
                for mine, theirs in zip(averaged.parameters(), model.parameters(), strict=True):
                    if theirs.requires_grad:
                        mine.lerp_(theirs, 1 - keep)
            if step % 100 == 0:
                print(step, steps, round(loss_sum / 100, 4), round(time.time() - began), flush=True)
                loss_sum = 0.0
        shown = {part: round(value, 4) for part, value in score(averaged, held).items()}
        print(f"round {number}", shown, flush=True)
    return averaged
