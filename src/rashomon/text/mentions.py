"""The names in an article, each with its kind and the office that goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from rashomon.model.reading import Mention, MentionKind
from rashomon.text.entities import (
    PEOPLES,
    Found,
    find_entities,
    is_name,
    is_short_paper,
    strip_name,
)
from rashomon.text.naming import (
    BODY_NOUNS,
    CALENDAR,
    COMPANY_NOUNS,
    LEGAL_FORMS,
    NO_ACRONYMS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACES,
    RANKS,
)
from rashomon.text.parse import place
from rashomon.text.roles import find_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_OTHER = MentionKind.OTHER
_SPEAK = frozenset({"say", "tell", "speak", "add"})
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})


def find_mentions(docs: Sequence[Doc]) -> tuple[Mention, ...]:
    """The names in one article's parsed documents, with the office that goes with each.

    A name stands without its title, its possessive and its article; only a paper keeps
    "The". Unnamed offices ("the spokesman") are no names. The adjectives of peoples are
    left out.

    Order: of the text; mentions never overlap.
    """
    found = [name for doc in docs for name in find_entities(doc)]
    plain = [name for name in found if not _in_headline(name)]
    known = _known(plain or found)
    kept = [name for name in found if not _in_headline(name) or _fits(name, known)]
    kept += [name for doc in docs for name in _missed(doc, kept, known)]
    settled = _settle(kept)
    return tuple(sorted((_mention(name) for name in settled), key=lambda m: (m.start, m.end)))


def _mention(name: Found) -> Mention:
    role = None
    if name.kind is not MentionKind.PLACE:
        role = find_role(name.words, name.kind is MentionKind.PERSON)
    at = place(name.words)
    return Mention(at.start, at.end, name.kind, name.name, place(role) if role else None)


def _in_headline(name: Found) -> bool:
    """Whether the name stands in a sentence that capitalises its words, where names are lost."""
    return _capitalised(name.words.sent)


def _capitalised(sentence: Words) -> bool:
    if sentence[-1].text in (".", "?", "!"):
        return False
    plain = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(plain) >= 4 and sum(token.text[0].isupper() for token in plain) >= 0.7 * len(plain)


def _known(names: Iterable[Found]) -> dict[str, Counter[MentionKind]]:
    """How often each name was found as what, and the last names of persons as persons."""
    known: dict[str, Counter[MentionKind]] = {}
    for name in names:
        known.setdefault(name.name, Counter())[name.kind] += 1
        if name.kind is MentionKind.PERSON and " " in name.name:
            surname = _surname(name.words)
            if surname not in PLACES:
                known.setdefault(surname, Counter())[name.kind] += 3
        elif name.kind is MentionKind.ORGANISATION and _is_company(name.words):
            first = name.words[0].text
            known.setdefault(first, Counter())[name.kind] += 2 * (first not in PLACES)
    return known


def _is_company(words: Words) -> bool:
    """Whether the name ends in what a company does, so that its first word is its short name."""
    own = [token for token in words if token.lower_.rstrip(".") not in LEGAL_FORMS]
    known = BODY_NOUNS | COMPANY_NOUNS | RANKS
    named = len(own) > 1 and own[0].lower_ not in known and own[0].is_title
    return named and own[0].tag_ == "NNP" and own[-1].lower_ in COMPANY_NOUNS


def _surname(words: Words) -> str:
    parts = words.text.split()
    while len(parts) > 1 and parts[-1].rstrip(".") in _GENERATIONS:
        parts.pop()
    return parts[-1]


def _fits(name: Found, known: dict[str, Counter[MentionKind]]) -> bool:
    return name.name in known or name.name in PLACES


def _missed(
    doc: Doc, found: Sequence[Found], known: dict[str, Counter[MentionKind]]
) -> Iterator[Found]:
    """Names that the parser passed over: known ones, acronyms, and runs of capitals."""
    taken = {at for name in found if name.doc is doc for at in range(name.start, name.end)}
    titled = {sent.start: _capitalised(sent) for sent in doc.sents}
    for run in _runs(doc, taken):
        if run.start - 1 not in taken and is_short_paper(run):
            yield Found(doc, run.start - 1, run.end, MentionKind.ORGANISATION)
            continue
        kind = _kind_of(run, known, titled[run.sent.start])
        if kind is not None:
            yield Found(doc, run.start, run.end, kind)


def _runs(doc: Doc, taken: set[int]) -> Iterator[Words]:
    """The runs of capitalised words that no name holds."""
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and end not in taken and _may_name(doc, end, at):
            end += 1
        while end > at and doc[end - 1].text == "-":
            end -= 1
        if end > at:
            start, stop = strip_name(doc, at, end, MentionKind.PERSON)
            if start < stop:
                yield doc[start:stop]
        at = max(end, at + 1)


def _may_name(doc: Doc, at: int, start: int) -> bool:
    token = doc[at]
    if token.text == "-":
        return at > start and not doc[at - 1].whitespace_ and not token.whitespace_
    if token.is_sent_start and at > start:
        return False
    return token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME", PEOPLES)


def _kind_of(
    run: Words, known: dict[str, Counter[MentionKind]], titled: bool
) -> MentionKind | None:
    """What a passed-over run names; None where it may be no name at all."""
    if run.text in known:
        return known[run.text].most_common(1)[0][0]
    if titled:
        return None
    if len(run) == 1:
        return _kind_of_acronym(run[0])
    if any(t.pos_ != "PROPN" and t.text != "-" for t in run) or not is_name(run, _OTHER):
        return None
    last = run[-1].lower_
    if last in CALENDAR or last in PERSON_NOUNS or len(run) > 6:
        return None
    if run[0].is_sent_start and run.root.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if run.root.dep_ == "nsubj" and run.root.head.lemma_ in _SPEAK and last not in BODY_NOUNS:
        return MentionKind.PERSON
    if last in BODY_NOUNS:
        return MentionKind.ORGANISATION
    return MentionKind.PLACE if last in PLACE_NOUNS else MentionKind.OTHER


def _kind_of_acronym(token: Token) -> MentionKind | None:
    """An acronym names a body, mostly; what else it may be is on a list."""
    text = token.text.replace(".", "")
    if token.text in PLACES or token.text.title() in PLACES:
        return MentionKind.PLACE
    if not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()) or text in NO_ACRONYMS:
        return None
    around = [t for t in token.sent if t.is_alpha and t.i != token.i]
    if sum(t.is_upper and len(t) > 1 for t in around) > 0.5 * len(around):
        return None
    return MentionKind.ORGANISATION


def _settle(names: Sequence[Found]) -> list[Found]:
    """The names with one kind a spelling: the one that most of its places have."""
    votes = _known(names)
    openings = {  # "Foreign" and "Foreign Affairs" of "Foreign Affairs Committee"
        begun
        for name in names
        if name.kind is MentionKind.ORGANISATION
        for begun in accumulate(name.name.split(" ")[:-1], "{} {}".format)
    }
    settled = []
    for name in names:
        if " " in name.name and name.name in openings:
            settled.append(Found(name.doc, name.start, name.end, MentionKind.ORGANISATION))
            continue
        kind, count = max(
            votes[name.name].items(), key=lambda item: (item[1], item[0] is name.kind)
        )
        settled.append(Found(name.doc, name.start, name.end, kind if count > 1 else name.kind))
    return settled
