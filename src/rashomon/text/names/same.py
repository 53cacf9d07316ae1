"""Whether two names can be one holder's, judged by the names alone."""

from __future__ import annotations

from functools import lru_cache

from rashomon.model.reading import MentionKind
from rashomon.text.names.chinese import same_in_chinese
from rashomon.text.names.evidence import is_misspelled, slip
from rashomon.text.names.forms import (
    LONGEST_ACRONYM,
    Form,
    body_words,
    generation,
    initials,
    person_words,
    places_in,
    take_apart,
)
from rashomon.text.names.spelling import plain_spelling, spelling_score
from rashomon.text.naming import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    LEGAL_FORMS,
    NICKNAMES,
    PAPER_WORDS,
    RANKS,
)

Verdict = tuple[bool | None, str]
"""One holder, two, or unsure, and what says so."""

A_PERSON_AND_A_PLACE = "a person and a place"
FIRST_WORD = "the first word of a company"
IN_CHINESE = "Wade-Giles and pinyin"
FATHER_AND_SON = "perhaps a father and a son"
ALIKE = 0.6  # a word of a longer name: the other words speak for it too
ALIKE_ALONE = 0.7  # a word that is the whole name
_SHORT = 4  # letters; shorter words that differ are different names: "Lee", "Li"
_NONE: frozenset[str] = frozenset()
_PERSON, _PLACE, _BODY = MentionKind.PERSON, MentionKind.PLACE, MentionKind.ORGANISATION


def same_name(
    left: str,
    right: str,
    left_kind: MentionKind | None = None,
    right_kind: MentionKind | None = None,
) -> Verdict:
    """Whether two names are one holder's, with the reason; None where a page must say so.

    The order of the two makes no difference. A surname alone, an acronym and a body without
    its country are None: `group_names` decides them by the pages that use them.
    """
    if (left, str(left_kind)) > (right, str(right_kind)):
        left, right, left_kind, right_kind = right, left, right_kind, left_kind
    return _same(left, right, left_kind, right_kind)


@lru_cache(maxsize=200_000)
def _same(
    left: str, right: str, left_kind: MentionKind | None, right_kind: MentionKind | None
) -> Verdict:
    one, other = take_apart(left), take_apart(right)
    if {left_kind or one.kind, right_kind or other.kind} == {_PERSON, _PLACE}:
        return False, A_PERSON_AND_A_PLACE
    if one.gender and other.gender and one.gender != other.gender:
        return False, "one of a man, one of a woman"
    if one.alias or other.alias:
        if one.alias == other.alias:
            return True, f"both are names of {one.alias}"
        if one.alias and other.alias:
            return False, "names of different bodies"
    if one.joined == other.joined and not _two_acronyms(one, other):
        return True, "the same but for case, spaces and marks"
    if one.acronym or other.acronym:
        return _same_acronym(one, other)
    if one.kind is other.kind is _PLACE:
        return False, "two places"
    if _may_be_person(one, left_kind, right_kind) and _may_be_person(other, right_kind, left_kind):
        return _same_person(one, other)
    kinds = frozenset({left_kind, right_kind, one.kind, other.kind})
    found = _same_body(one, other, _PLACE in kinds)
    return found if found[0] is not False else _same_company(one, other, kinds)


def _may_be_person(form: Form, kind: MentionKind | None, beside: MentionKind | None) -> bool:
    """Whether a name can be a person's; the parser errs most on names of one word, and a name
    of unknown sort is a person's only beside one."""
    if form.body or form.kind is not None:
        return False
    if kind in (_PERSON, None):
        return True
    single = len(form.words) == 1
    return beside is _PERSON and (kind is MentionKind.OTHER or single)


def _same_company(one: Form, other: Form, kinds: frozenset[MentionKind | None]) -> Verdict:
    """Whether a page that names "Belmark Minerals" can mean it by "Belmark"."""
    short, full = sorted((one, other), key=lambda form: len(form.words))
    word = short.words[0]
    plain = not {word} & (BODY_NOUNS | PAPER_WORDS | RANKS | COMPANY_NOUNS | places_in((word,)))
    first = len(short.words) == 1 < len(full.words) and word == full.words[0]
    company = _company_words(full)[-1] in COMPANY_NOUNS and kinds <= {_BODY, None}
    return (None, FIRST_WORD) if plain and first and company else (False, "different names")


def _company_words(form: Form) -> tuple[str, ...]:
    """The words of a company's name without "Inc."."""
    words = form.words
    while len(words) > 2 and words[-1] in LEGAL_FORMS - COMPANY_NOUNS:
        words = words[:-1]
    return words


def _two_acronyms(one: Form, other: Form) -> bool:
    """Whether equal letters are an acronym and a word: "IS" and "is", "WHO" and "Who"."""
    single = len(one.words) == len(other.words) == 1
    return single and one.acronym != other.acronym and len(one.joined) <= LONGEST_ACRONYM


def _same_acronym(one: Form, other: Form) -> Verdict:
    if one.acronym and other.acronym:
        return False, "different acronyms"
    short, full = (one, other) if one.acronym else (other, one)
    if len(full.words) > 1 and short.joined in initials(full):
        return None, "initial letters"
    return False, "different names"


def _same_body(one: Form, other: Form, placed: bool) -> Verdict:
    """Bodies: the same words in any order, one without its country, or a part of a paper's."""
    left, right = body_words(one), body_words(other)
    if left == right:
        return True, "the same words in another order" if one.words != other.words else "the same"
    only_left, only_right = _without(left, right), _without(right, left)
    if not placed and (not only_left or not only_right):
        more = only_left or only_right
        less, full = (right, left) if only_left else (left, right)
        if places_in(more) == frozenset(more) and (set(less) & BODY_NOUNS or len(less) > 1):
            return None, "one without its place"
        if len(less) > 1 and _begins(one, other):
            return None, "the beginning"
        if len(less) == 1 and less[0] in PAPER_WORDS:
            return None, "a paper's short name"
        if (
            len(less) == 1
            and len(full) == 2
            and set(more) <= BODY_NOUNS
            and less[0] not in BODY_NOUNS
        ):
            return None, "one without the word for what it is"
    if only_left and only_right and _spelled(only_left, only_right):
        return True, "spelling variants"
    return False, "different names"


def _begins(one: Form, other: Form) -> bool:
    """Whether the longer name starts with the shorter one and ends in what it is."""
    short, long = sorted((one.words, other.words), key=len)
    return long[: len(short)] == short and long[-1] in BODY_NOUNS


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    rest = list(others)
    kept = []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            kept.append(word)
    return tuple(kept)


def _spelled(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words differ in spelling only, most surely so."""
    return len(left) == len(right) == 1 and (
        len(left[0]) > _SHORT and _is_spelling(left[0], right[0], ALIKE_ALONE)
    )


def _same_person(one: Form, other: Form) -> Verdict:
    if len(person_words(one)) > len(person_words(other)):
        one, other = other, one
    left, right = person_words(one), person_words(other)
    surname = len(left) == 1 < len(right) and not generation(one)
    if generation(one) != generation(other) and not surname and not _numbered(one, other):
        return None, FATHER_AND_SON
    if "".join(left) == "".join(right):
        return True, "the same but for articles, spaces and marks"
    if len(left) == 1:
        return _same_surname(left[0], right)
    if sorted(left) == sorted(right):
        return True, "the same words in another order"
    return _same_full(one, other)


def _numbered(one: Form, other: Form) -> bool:
    """Whether only one name has a number, which most pages leave out: "Robert Mueller III"."""
    found = {generation(one), generation(other)}
    return None in found and not found & {"jr", "sr"}


def _same_surname(short: str, full: tuple[str, ...]) -> Verdict:
    if len(full) == 1:
        if min(len(short), len(full[0])) > _SHORT and spelling_score(short, full[0]) >= ALIKE_ALONE:
            return True, "spelling variants"
        return False, "different names"
    if short == full[-1]:
        return None, "the surname"
    if len(short) > _SHORT and is_misspelled(short, full[-1]) and short not in full:
        return None, "a spelling of the surname"
    if short == full[0]:
        return None, "the first name"
    return False, "different names"


def _same_full(one: Form, other: Form) -> Verdict:
    """Two names of several words: the surnames are one, and no given name speaks against it."""
    left, right = person_words(one), person_words(other)
    if _aligned(left, right):
        return True, "spelling variants"
    if same_in_chinese(left, right, one.text, other.text):
        return True, IN_CHINESE
    if len(left) < len(right) and _inside(left, right):
        return True, "the same with fewer given names"
    if not _alike(left[-1], right[-1]):
        return False, "different surnames"
    reason = _same_given(left[:-1], right[:-1])
    if reason is None:
        return False, "different given names"
    if _are_initials(left[:-1], right[:-1]) or _are_initials(right[:-1], left[:-1]):
        return None, "perhaps its initials"
    exact = left[-1] == right[-1]
    return True, reason if exact else "spelling variants"


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether no word stands against another, with spaces set anew: "Abdulkarim"."""
    if len(left) == len(right):
        return all(_alike(a, b) for a, b in zip(left, right, strict=True))
    return _alike(left[-1], right[-1]) and _alike("".join(left[:-1]), "".join(right[:-1]))


def _inside(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the shorter name's words stand in the longer one in their order, at an end of it."""
    if left[-1] != right[-1] and left[0] != right[0]:
        return False
    rest = iter(right)
    return all(any(word == other for other in rest) for word in left) and (
        left[0] == right[0] or left == right[-len(left) :]
    )


def _same_given(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Why given names can be one person's; None where they cannot."""
    if _alike("".join(left), "".join(right)):
        return "spelling variants"
    if len(left) > len(right):
        left, right = right, left
    first, reason = 0, "the same with fewer given names"
    for at, word in enumerate(left):
        match = next((i for i in range(first, len(right)) if _fits(word, right[i])), None)
        if match is None or (at == 0 and match > 0 and len(word) == 1):
            return None
        if at == 0 and match > 0 and len(left) > 1:
            return None
        if min(len(word), len(right[match])) == 1 and word != right[match]:
            reason = "initials"
        first = match + 1
    return reason


def _are_initials(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one has two initials and the other one name: "T.J." is not Tony for sure."""
    return len(left) > 1 == len(right) < len(right[0]) and all(len(word) == 1 for word in left)


def _fits(left: str, right: str) -> bool:
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return _alike(left, right) or bool(NICKNAMES.get(left, _NONE) & NICKNAMES.get(right, _NONE))


def _alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if min(len(left), len(right)) <= 2:
        return False
    needed = ALIKE if min(len(left), len(right)) > _SHORT else ALIKE_ALONE
    return _is_spelling(left, right, needed)


def _is_spelling(left: str, right: str, needed: float) -> bool:
    """Whether two words can be spellings of one; they begin alike, or most letters are the same:
    the weights learnt on names know nothing of words such as "Northern" and "Southern"."""
    begin = plain_spelling(left)[:1] == plain_spelling(right)[:1]
    return spelling_score(left, right) >= needed and (begin or slip(left, right) > 0)
