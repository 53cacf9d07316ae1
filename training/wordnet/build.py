"""Write the tables of event nouns and of verbs that mean the same, from WordNet's own files.

    python -m training.wordnet.build /usr/share/wordnet

The folder is Debian's package `wordnet-base` (WordNet 3.0, Princeton University; its licence
allows use and redistribution with the notice that `weights/wordnet.md` carries).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path("src/rashomon/text")
EVENT_FILES = {4, 10, 11, 19, 22}  # noun.act, .communication, .event, .phenomenon, .process
FIRST_FILES = EVENT_FILES | {26, 28}  # .state and .time: a "halt", a "pause"
NOUN_SENSES = 4  # rarer senses of a noun are seldom what news means
VERB_SENSES = 3


class Synset(NamedTuple):
    """One line of a data file: words of one meaning, and where they point."""

    file: int
    words: list[str]
    pointers: list[tuple[str, str, str, int, int]]  # symbol, offset, part, from word, to word


def read_synsets(path: Path) -> dict[str, Synset]:
    synsets = {}
    for line in path.read_text("ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = []
        for i in range(int(fields[at])):
            symbol, offset, part, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
            pointers.append((symbol, offset, part, int(ends[:2], 16), int(ends[2:], 16)))
        synsets[fields[0]] = Synset(int(fields[1]), words, pointers)
    return synsets


def read_senses(path: Path) -> dict[str, list[str]]:
    """The synsets of each word, the most frequent sense first."""
    senses = {}
    for line in path.read_text("ascii").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2]) :]
    return senses


def event_nouns(folder: Path) -> dict[str, str]:
    """The verb of each noun that tells an act: "resumption" is what it is to "resume"."""
    nouns, verbs = read_synsets(folder / "data.noun"), read_synsets(folder / "data.verb")
    common = read_commonness(folder / "index.verb")
    found = {}
    for noun, senses in read_senses(folder / "index.noun").items():
        if not noun.isalpha() or len(noun) < 4:
            continue
        if nouns[senses[0]].file not in FIRST_FILES:
            continue  # a "force" is a body before it is an act
        candidates = [
            verb
            for sense in senses[:NOUN_SENSES]
            if nouns[sense].file in EVENT_FILES
            for verb in related_verbs(noun, nouns[sense], verbs)
        ]
        if candidates:
            found[noun] = max(candidates, key=lambda verb: common[verb])
    return found


def read_commonness(path: Path) -> dict[str, int]:
    """How many senses of each word were met in running text."""
    lines = path.read_text("ascii").splitlines()
    rows = [line.split() for line in lines if not line.startswith("  ")]
    return {row[0]: int(row[-int(row[2]) - 1]) for row in rows}


def related_verbs(noun: str, synset: Synset, verbs: dict[str, Synset]) -> Iterator[str]:
    for symbol, offset, part, source, target in synset.pointers:
        if symbol == "+" and part == "v" and synset.words[source - 1] == noun:
            verb = verbs[offset].words[target - 1]
            if verb.isalpha() and verb[:3] == noun[:3]:
                yield verb


def verb_senses(folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """The frequent synsets of each verb, and the more general ones of its first sense."""
    verbs = read_synsets(folder / "data.verb")
    found = {}
    for verb, senses in read_senses(folder / "index.verb").items():
        if verb.isalpha():
            above = [p[1] for p in verbs[senses[0]].pointers if p[0] == "@"]
            found[verb] = (senses[:VERB_SENSES], above[:1])
    return found


def opposites(folder: Path) -> set[tuple[str, str]]:
    verbs = read_synsets(folder / "data.verb")
    return {
        (synset.words[source - 1], verbs[offset].words[target - 1])
        for synset in verbs.values()
        for symbol, offset, part, source, target in synset.pointers
        if symbol == "!" and part == "v"
    }


def main(folder: Path) -> None:
    header = "# From WordNet 3.0 by training/wordnet/build.py; licence note in weights/wordnet.md\n"
    nouns = "".join(f"{noun}\t{verb}\n" for noun, verb in sorted(event_nouns(folder).items()))
    (TARGET / "event_nouns.tsv").write_text(header + nouns)
    senses = verb_senses(folder)
    uses = Counter(s for own, above in senses.values() for s in own + above)
    number = {synset: str(i) for i, synset in enumerate(s for s in sorted(uses) if uses[s] > 1)}
    rows = []
    for verb, (own, above) in sorted(senses.items()):
        left = " ".join(number[s] for s in own if s in number)
        right = " ".join(number[s] for s in above if s in number)
        if left or right:
            rows.append(f"{verb}\t{left}\t{right}\n")
    (TARGET / "verbs.tsv").write_text(header + "".join(rows))
    pairs = sorted({tuple(sorted(p)) for p in opposites(folder) if all(w.isalpha() for w in p)})
    (TARGET / "opposite_verbs.tsv").write_text(header + "".join(f"{a}\t{b}\n" for a, b in pairs))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
