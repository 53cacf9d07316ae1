"""What the accounts call a person or body beside its name: offices, titles, descriptions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from rashomon.compare.people import Named, People, Use
from rashomon.model.article import Article
from rashomon.model.claim import Claim
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.reading import MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.naming import HONORIFICS
from rashomon.text.nations import country_of
from rashomon.text.normal import find_words, plain_form
from rashomon.text.roles import is_office

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_LONGEST_SWAP = 14  # words; what two copies of a text put for each other is a phrase
_VERSIONS = 8  # of one text, that every copy of it is held against
_NEAR = 2  # words that two changes can share between them and still be one
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|its|his|her|their)\s|['’]s\s", re.IGNORECASE)
_OWNER = re.compile(r"\s?['’]\s?s\b")
_SHORT_FORMS = {
    "rep": "representative", "sen": "senator", "gov": "governor", "gen": "general",
    "lt": "lieutenant", "sgt": "sergeant", "col": "colonel", "maj": "major", "capt": "captain",
    "atty": "attorney", "pm": "minister", "vice-president": "president", "mp": "member",
}  # fmt: skip
_ANYBODY = frozenset("man woman person people boy girl member one".split())
_SMALL = frozenset("a an the of for in on at to and s his her its their then former ex".split())


@dataclass(frozen=True, slots=True)
class Description:
    """What one page calls somebody, and where."""

    page: str
    span: Span
    text: str

    @property
    def words(self) -> frozenset[str]:
        """The words that say something, countries under one name."""
        return _content(self.text)


def describe(one: Named, articles: Mapping[str, Article], people: People) -> Iterator[Description]:
    """What stands beside the name in every page, in the order of its uses."""
    for use in one.uses:
        role = use.mention.role
        if role is not None:
            text = " ".join(role.slice(articles[use.page].text).split())
            if _content(text) - _ANYBODY and not _of_many(text):
                yield Description(use.page, role, text)


def _of_many(text: str) -> bool:
    """Whether the words are for several people: "actors Ines Prado and Jean Morel"."""
    words = _WORD.findall(text)
    return bool(words) and _one_of(words[-1]) != words[-1]


def introduce(
    one: Named, articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> Iterator[Description]:
    """Offices that a page gives in the sentence before it first names who holds them.

    "The minister's spokesman said ... . '...', said Jane Roe": nobody else is quoted between.
    """
    first: dict[str, Use] = {}
    for use in one.uses:
        if len(use.mention.name.split()) > 1:
            first.setdefault(use.page, use)
    for page, use in sorted(first.items()):
        if use.mention.role is not None or page not in readings:
            continue
        before = _claim_before(readings[page], use.mention)
        if before is not None and before.source is not None and not before.holder.named:
            text = " ".join(before.source.slice(articles[page].text).split())
            if _SPOKESMAN.search(text) and _DEFINITE.search(text):
                yield Description(page, before.source, text)


def _claim_before(reading: Reading, named: Span) -> Claim | None:
    """The claim whose source stands in the sentence before that of a claim by the named one."""
    sentences = [i for i, s in enumerate(reading.sentences) if s.contains(named)]
    own = [c for c in reading.claims if c.source is not None and c.source.overlaps(named)]
    if not sentences or not own or sentences[0] == 0:
        return None
    before = reading.sentences[sentences[0] - 1]
    found = [
        claim
        for claim in reading.claims
        if claim.within is None and claim.source is not None and before.contains(claim.source)
    ]
    return found[-1] if len({claim.source for claim in found}) == 1 else None


def swapped(
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    articles: Mapping[str, Article],
    people: People,
) -> Iterator[tuple[Named, Description]]:
    """Descriptions that one copy of a text has where another copy has the name.

    Copies of one text speak of one person there, so this joins nobody with a stranger.
    Cost: linear in pages: each is held against the first page of up to eight versions.
    """
    firsts = {version[0] for lineage in lineages for version in lineage.versions[:_VERSIONS]}
    home = {page: lineage.id for lineage in lineages for page in lineage.articles}
    for pickup in pickups:
        left, right = articles.get(pickup.left), articles.get(pickup.right)
        if left is None or right is None or home[left.id] != home[right.id]:
            continue
        if pickup.left not in firsts and pickup.right not in firsts:
            continue
        for one, other in _differences(pickup, left, right):
            yield from _named_for(left, one, right, other, people)
            yield from _named_for(right, other, left, one, people)


def _differences(pickup: Pickup, left: Article, right: Article) -> Iterator[tuple[Span, Span]]:
    """The short phrases that stand for each other inside and between the shared passages."""
    first, last = pickup.passages[0], pickup.passages[-1]
    ones = find_words(left.text, [Span(first[0], last[1])])
    others = find_words(right.text, [Span(first[2], last[3])])
    if ones.forms == others.forms:
        return
    steps = [(step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end)
             for step in Indel.opcodes(ones.forms, others.forms)]  # fmt: skip
    for a, b, c, d in _runs(steps):
        if a < b and c < d and max(b - a, d - c) <= _LONGEST_SWAP:
            yield ones.span(a, b - 1), others.span(c, d - 1)


def _runs(steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The changed runs; those that only a word or two part are one."""
    run: tuple[int, int, int, int] | None = None
    for tag, a, b, c, d in steps:
        if tag == "equal":
            continue
        if run is not None and a - run[1] <= _NEAR:
            run = run[0], b, run[2], d
            continue
        if run is not None:
            yield run
        run = a, b, c, d
    if run is not None:
        yield run


def _named_for(
    page: Article, phrase: Span, other: Article, names: Span, people: People
) -> Iterator[tuple[Named, Description]]:
    """The phrase of a page as a description of the one person that the other copy names there."""
    found = [
        one for mention, one in people.inside(other.id, names) if one.kind is MentionKind.PERSON
    ]
    if len({one.name for one in found}) != 1 or people.inside(page.id, phrase):
        return
    text = " ".join(phrase.slice(page.text).split())
    words = _WORD.findall(text)
    if words and is_office(words[-1]) and not words[-1].endswith("s"):
        yield found[0], Description(page.id, phrase, text)


def _content(text: str) -> frozenset[str]:
    words = (word.lower().replace(".", "") for word in _WORD.findall(_OWNER.sub("", text)))
    return frozenset(
        country_of(word) or _SHORT_FORMS.get(word) or plain_form(_one_of(word))
        for word in words
        if word not in _SMALL and word not in HONORIFICS
    )


def _one_of(word: str) -> str:
    """The singular of an office: "Senators Hale and Ward" names each a senator."""
    return word[:-1] if word.endswith("s") and is_office(word[:-1]) else word


def differ(found: Iterable[tuple[frozenset[str], str]]) -> bool:
    """Whether two accounts have descriptions of which neither holds all words of the other.

    `found` are the words of each description with its account.
    """
    accounts: dict[frozenset[str], set[str]] = defaultdict(set)
    for words, account in found:
        accounts[words].add(account)
    return any(
        not left <= right and not right <= left and accounts[left] != accounts[right]
        for left in accounts
        for right in accounts
    )
