"""Who "he", "Khan" or "the official" is, as far as the article itself says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from rashomon.claims.draft import Draft
from rashomon.claims.holders import Named, read_holder
from rashomon.claims.lexicon import BODIES, PEOPLE
from rashomon.claims.prose import Prose
from rashomon.model.claim import Holder, HolderClass
from rashomon.model.span import Span
from rashomon.text.parse import place

_HE, _SHE, _THEY, _IT = (
    {"he", "his", "him"},
    {"she", "her"},
    {"they", "their", "them"},
    {"it", "its"},
)
_BODILY = frozenset(BODIES.values()) | {HolderClass.UNKNOWN}
_REACH = 1_500  # characters back that a pronoun may reach


@dataclass(slots=True)
class Cast:
    """The holders of one article so far, in the order in which they were met.

    `full` maps a last name to the one full name that the article gives for it.
    """

    full: dict[str, str]
    met: list[Named] = field(default_factory=list)

    def meet(self, words: Words) -> Named:
        """The holder that the words mean, and from now on one that may be meant again."""
        named = self._known(read_holder(words))
        self.met.append(named)
        return named

    def _known(self, named: Named) -> Named:
        if named.words.root.pos_ == "PRON":
            return self._by_pronoun(named)
        if named.holder.name in self.full:
            return self._by_surname(named)
        if _is_bare_description(named):
            return self._by_description(named)
        return named

    def _by_surname(self, named: Named) -> Named:
        holder = replace(named.holder, name=self.full[named.holder.name])
        earlier = next((m for m in self.met if m.holder.name == holder.name), None)
        if earlier is not None:
            return replace(
                earlier,
                words=named.words,
                holder=_surer(earlier.holder, holder),
                gender=earlier.gender or named.gender,
            )
        class_ = HolderClass.PERSON if holder.class_ in _NOT_PERSONS else holder.class_
        return replace(named, holder=replace(holder, class_=class_))

    def _by_pronoun(self, named: Named) -> Named:
        word = named.words.root.lower_
        here = place(named.words).start
        for earlier in reversed(self.met):
            if here - place(earlier.words).start > _REACH:
                break
            if _can_be(word, earlier):
                gender = word if word in {"he", "she"} else earlier.gender
                return replace(earlier, words=named.words, gender=gender)
        return named

    def _by_description(self, named: Named) -> Named:
        head = named.words.root.lemma_.lower()
        for earlier in reversed(self.met):
            if head in earlier.heads and earlier.plural == named.plural:
                return replace(earlier, words=named.words)
        return named


_NOT_PERSONS = {
    HolderClass.UNKNOWN,
    HolderClass.ORGANISATION,
    HolderClass.GOVERNMENT,
    HolderClass.GROUP,
}


def _surer(left: Holder, right: Holder) -> Holder:
    """The earlier holder, with the later one's kind where the earlier had none."""
    open_ = left.class_ in {HolderClass.UNKNOWN, HolderClass.PERSON}
    better = right.class_ not in _NOT_PERSONS and open_
    return replace(left, class_=right.class_) if better else left


def _can_be(word: str, earlier: Named) -> bool:
    if (
        earlier.words.root.pos_ == "PRON"
        and earlier.holder.name.lower() == earlier.words.root.lower_
    ):
        return False
    if word in _HE | _SHE:
        gender = "he" if word in _HE else "she"
        return _is_person(earlier) and not earlier.plural and earlier.gender in {None, gender}
    if word in _THEY:
        return earlier.plural or earlier.holder.class_ in _GROUPS
    if word in _IT:
        return (
            not earlier.plural
            and earlier.holder.class_ in _BODILY
            and earlier.holder.class_ not in PERSONS
        )
    return False


def _is_person(earlier: Named) -> bool:
    """Whether it is one: a name of two words that the parser could not place may be."""
    holder = earlier.holder
    is_open = holder.class_ is HolderClass.UNKNOWN and holder.named and " " in holder.name
    return holder.class_ in PERSONS or is_open


PERSONS = frozenset(PEOPLE.values()) - {HolderClass.GROUP}
_GROUPS = {HolderClass.GROUP, HolderClass.COMPANY, HolderClass.ORGANISATION, HolderClass.POLICE}


def _is_bare_description(named: Named) -> bool:
    """Whether it is a definite noun and no more: "the official", "the ministry"."""
    words = named.words
    if named.holder.named and words.root.pos_ == "PROPN":
        return False
    nouns = [t for t in words if t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}]
    return words[0].lower_ in {"the", "this", "that", "these", "those"} and len(nouns) == 1


def find_actors(prose: Prose, drafts: Iterable[Draft], names: Mapping[str, str]) -> list[Words]:
    """The persons that the outlet itself tells of as subjects: "he" may take them up."""
    told = [span for draft in drafts for span in draft.content]
    told.sort()
    starts = [span.start for span in told]
    found = []
    for doc in prose.docs:
        for token in doc:
            if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ != "PROPN":
                continue
            if token.ent_type_ == "PERSON" or token.text in names:
                where = place(token)
                near = told[
                    max(0, bisect_right(starts, where.start) - 3) : bisect_right(
                        starts, where.start
                    )
                ]
                if not any(span.overlaps(where) for span in near):
                    found.append(_whole_name(token))
    return found


def _whole_name(token: Token) -> Words:
    """The name that the token is the last word of."""
    start = token.i
    while start > token.left_edge.i and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return token.doc[start : token.i + 1]


def read_names(docs: Sequence[Doc], sources: Iterable[Words]) -> dict[str, str]:
    """Each last name of a person with the full name that the article first gives for it; those
    that two persons share are left out."""
    full: dict[str, str] = {}
    shared: set[str] = set()
    for name in _full_names(docs, sources):
        last = name.split(" ")[-1]
        for short in {last, name.split(" ", 1)[1]}:
            if short in full and full[short].split(" ")[0] != name.split(" ")[0]:
                shared.add(short)
            full.setdefault(short, name)
    return {short: name for short, name in full.items() if short not in shared}


def _full_names(docs: Sequence[Doc], sources: Iterable[Words]) -> list[str]:
    """The names of two words and more, in the order of the text."""
    persons = [entity for doc in docs for entity in doc.ents if entity.label_ == "PERSON"]
    met: list[tuple[Span, str]] = []
    for words in [*persons, *sources]:
        named = read_holder(words)
        is_person = named.holder.class_ in PERSONS and named.holder.named and not named.plural
        if is_person and " " in named.holder.name and len(named.holder.name.split(" ")) <= 5:
            met.append((place(words), named.holder.name))
    return [name for _, name in sorted(met)]
