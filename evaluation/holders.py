"""How often a quotation's speaker is named: `python -m evaluation.holders --data FOLDER`.

BASIL's quotations, with the speakers that its annotators name, and by our own labels those that
they only sort (`labels/HOLDERS.md`). The claim whose content shares most characters with the
quotation answers for it; of several, one whose cue stands outside the marks, then one that asserts
it, then one told within another, then the shortest.
A quotation is found if such a claim holds half of it.

A holder is right if its name and the speaker's are the same by their letters: titles, "Jr" and
the like cut, the last names equal, and the first names too, by their first letter, where both have
one. A last name alone is enough where the article gives it no second first name among the
parser's persons. Unnamed holders and none are "open", another's name is "wrong". Speakers without
a name, and those who are no persons, are counted apart: right is to name no person.

Half of the events are learnt from, the others measured only.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, Token

from evaluation.stories import article_of
from rashomon.claims import find_claims
from rashomon.claims.prose import Prose, read_prose
from rashomon.model.article import Article
from rashomon.model.claim import Attitude, Claim, HolderClass, Mode
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.workers import Models

LABELS = Path(__file__).with_name("labels") / "holders.jsonl"
PARTS = ("learn", "measure")
_TITLES = set("mr mrs ms dr rep sen gov gen lt col sir rev president senator governor".split())
_TITLES |= set("representative congressman congresswoman justice judge sheriff father".split())
_SUFFIXES = set("jr sr ii iii iv".split())


@dataclass(frozen=True)
class Quotation:
    """A quotation with the name of its speaker, None where no person is named."""

    where: Span
    speaker: str | None


@dataclass(frozen=True)
class Case:
    """An article with its quotations."""

    article: Article
    part: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class Answer:
    """Who speaks: a name, "" where it is left open, None where the quotation was not found."""

    name: str | None
    source: str = "no source"
    is_person: bool = True


def cases(data: Path) -> Iterator[Case]:
    """The articles that have quotations with speakers."""
    folder = data / "stories" / "basil"
    labels = {
        (row["article"], row["annotation"]): row
        for row in map(json.loads, LABELS.read_text("utf-8").splitlines())
    }
    for path in sorted(folder.glob("articles/*/*.json")):
        page = json.loads(path.read_text("utf-8"))
        paragraphs = page["body-paragraphs"]
        article = article_of(path.stem, page["title"], [" ".join(part) for part in paragraphs])
        starts = _starts(page["title"], paragraphs)
        named = folder / "annotations" / path.parent.name / f"{path.stem}_ann.json"
        marks = json.loads(named.read_text("utf-8"))["phrase-level-annotations"]
        quotations = []
        for number, mark in enumerate(marks):
            if mark["quote"] != "yes":
                continue
            start = starts[mark["id"]]
            where = Span(start + mark["start"], start + mark["end"])
            if where.slice(article.text) != mark["txt"]:
                raise ValueError(f"{path.stem}: {mark['id']} is not where it should be")
            label = labels.get((path.stem, number))
            quotations.append(Quotation(where, _speaker(article, mark["speaker"], label)))
        if quotations:
            yield Case(article, part_of(page["triplet-uuid"]), tuple(quotations))


def part_of(event: str) -> str:
    """The half that an event belongs to."""
    return PARTS[int(sha256(event.encode()).hexdigest(), 16) % 2]


def _starts(title: str, paragraphs: Sequence[Sequence[str]]) -> dict[str, int]:
    """Where each sentence begins, by BASIL's name for it."""
    starts, at = {"title": 0}, len(title) + 1
    for sentences in paragraphs:
        for sentence in sentences:
            starts[f"p{len(starts) - 1}"] = at
            at += len(sentence) + 1
    return starts


def _speaker(article: Article, annotated: str, label: Mapping[str, int] | None) -> str | None:
    if label is None:
        return annotated.replace("_", " ")
    return article.text[label["start"] : label["end"]] if "start" in label else None


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell persons apart, by their letters."""
    plain = unicodedata.normalize("NFKD", name.lower()).replace("’", "'").removesuffix("'s")
    words = [re.sub("[^a-z]", "", word) for word in plain.split()]
    kept = [word for word in words if word and word not in _SUFFIXES]
    while len(kept) > 1 and kept[0] in _TITLES:
        kept.pop(0)
    return tuple(kept)


def is_same(given: str, gold: str, shared: frozenset[str]) -> bool:
    """Whether two names are one person's; `shared` are last names of several persons."""
    left, right = name_words(given), name_words(gold)
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) > 1 and len(right) > 1:
        return left[0][0] == right[0][0]
    return left[-1] not in shared or left == right


def shared_names(docs: Iterable[Doc]) -> frozenset[str]:
    """The last names that the parser's persons bear with different first letters."""
    names = sorted({name_words(e.text) for doc in docs for e in doc.ents if e.label_ == "PERSON"})
    firsts = sorted({(name[-1], name[0][0]) for name in names if len(name) > 1})
    return frozenset(left[0] for left, right in pairwise(firsts) if left[0] == right[0])


Finder = Callable[[Prose, Sequence[Claim], Quotation], Answer]


def rashomon_holder(prose: Prose, claims: Sequence[Claim], quotation: Quotation) -> Answer:
    """The holder of the claim that the quotation belongs to."""

    def order(claim: Claim) -> tuple[int, bool, bool, bool, int]:
        inside = claim.cue is not None and prose.quotation_at(claim.cue.start) is not None
        size = sum(span.end - span.start for span in claim.content)
        asserts = claim.attitude is Attitude.ASSERTS
        nested = claim.within is not None
        return shared_characters(claim, quotation.where), not inside, asserts, nested, -size

    told = [claim for claim in claims if claim.mode is not Mode.NARRATED]
    best = max(told, key=order, default=None)
    length = quotation.where.end - quotation.where.start
    if best is None or 2 * shared_characters(best, quotation.where) < length:
        return Answer(None)
    holder = best.holder
    is_person = holder.class_ not in _NO_PERSONS and not holder.name.lower().startswith("the ")
    return Answer(holder.name if holder.named else "", _source_kind(prose, best), is_person)


_NO_PERSONS = {
    HolderClass.GOVERNMENT,
    HolderClass.DOCUMENT,
    HolderClass.COMPANY,
    HolderClass.ORGANISATION,
    HolderClass.AGENCY,
    HolderClass.OUTLET,
    HolderClass.GROUP,
    HolderClass.COURT,
}


def shared_characters(claim: Claim, where: Span) -> int:
    """How much of the place the claim's content holds."""
    return sum(max(0, min(s.end, where.end) - max(s.start, where.start)) for s in claim.content)


_PRONOUNS = {"he", "she", "they", "it", "who", "i", "we", "his", "her", "that", "which"}


def _source_kind(prose: Prose, claim: Claim) -> str:
    if claim.source is None:
        return "no source"
    words = claim.source.slice(prose.text)
    if words.lower() in _PRONOUNS:
        return "pronoun"
    last = name_words(claim.holder.name)[-1:]
    return "name" if last and last[0] in words.lower() and claim.holder.named else "description"


def nearest_name(prose: Prose, _: Sequence[Claim], quotation: Quotation) -> Answer:
    """A baseline: the last person named before the quotation, outside quotations."""
    before = ""
    for entity in (entity for doc in prose.docs for entity in doc.ents):
        where = place(entity)
        if where.end > quotation.where.start:
            break
        if entity.label_ == "PERSON" and prose.quotation_at(where.start) is None:
            before = entity.text
    return Answer(before)


_SAY = set("say tell add write call ask reply claim argue note insist explain state tweet".split())


def nearest_subject(prose: Prose, _: Sequence[Claim], quotation: Quotation) -> Answer:
    """A baseline: the subject of the nearest verb of saying, if it is a name."""
    where, best, name = quotation.where, 10**9, ""
    for token in (token for doc in prose.docs for token in doc if token.lemma_ in _SAY):
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        at = place(token).start
        far = where.start - at if at < where.start else at - where.end
        if subject is not None and 0 <= far < best and prose.quotation_at(at) is None:
            best, name = far, _name_at(subject)
    return Answer(name)


def _name_at(subject: Token) -> str:
    """The person's name at the subject or in apposition to it."""
    heads = [subject, *(child for child in subject.children if child.dep_ == "appos")]
    for head in heads:
        if head.ent_type_ == "PERSON":
            return next(e.text for e in subject.doc.ents if e.start <= head.i < e.end)
    return subject.text if subject.pos_ == "PROPN" else ""


FINDERS: dict[str, Finder] = {
    "rashomon": rashomon_holder,
    "nearest name before": nearest_name,
    "subject of nearest say-verb": nearest_subject,
}


def verdict(answer: Answer, gold: str | None, shared: frozenset[str]) -> str:
    """How the answer stands to the speaker."""
    if answer.name is None:
        return "not found"
    if gold is None:
        return "wrong" if answer.name and answer.is_person else "right"
    if not answer.name:
        return "open"
    return "right" if is_same(answer.name, gold, shared) else "wrong"


def measure(data: Path, models: Models, with_errors: bool) -> dict[str, Counter[str]]:
    """The verdicts by "part, finder, kind of source"."""
    counts: dict[str, Counter[str]] = {}
    for case in cases(data):
        docs = models.parser.parse(case.article)
        prose = read_prose(case.article, docs)
        claims = find_claims(case.article, docs, models.tagger)
        shared = shared_names(docs)
        for quotation in case.quotations:
            sort = "named speaker" if quotation.speaker else "other speaker"
            for name, finder in FINDERS.items():
                answer = finder(prose, claims, quotation)
                found = verdict(answer, quotation.speaker, shared)
                keys = [f"{case.part}, {sort}, {name}"]
                if name == "rashomon" and quotation.speaker and answer.name is not None:
                    keys.append(f"{case.part}, by {answer.source}")
                for key in keys:
                    counts.setdefault(key, Counter())[found] += 1
                if with_errors and name == "rashomon" and found != "right":
                    _show(case, quotation, answer, found)
    return counts


def _show(case: Case, quotation: Quotation, answer: Answer, found: str) -> None:
    if case.part == "learn":  # the other half is measured only
        words = quotation.where.slice(case.article.text)
        print(f"{case.article.id} {found}: {quotation.speaker} | {answer} | {words!r}")


def table(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Shares in percent, a row for each key."""
    kinds = ("right", "open", "wrong", "not found")
    yield f"{'':52}{'of':>5}" + "".join(f"{kind:>11}" for kind in kinds)
    for key, tally in sorted(counts.items()):
        total = sum(tally.values())
        yield f"{key:52}{total:5}" + "".join(f"{tally[kind] / total:11.3f}" for kind in kinds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public sets")
    parser.add_argument("--errors", action="store_true", help="list those of the learnt half")
    given = parser.parse_args()
    counts = measure(given.data, Models(), given.errors)
    print("\n".join(table(counts)))


if __name__ == "__main__":
    main()
