"""What one article says, taken out of its parse: all that comparing it with others needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.claim import Claim
from rashomon.model.span import Span


class Change(StrEnum):
    """How a figure stands to the number that is written."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    LESS = "<"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A quantity with its bounds.

    `value` is the number as written, `value_to` the other end of a range. `low` and `high`
    bound what it can be: "more than 5,000" has low 5000, open. `of` is what is counted.
    """

    value: float
    value_to: float | None = None
    low: float | None = None
    low_open: bool = False
    high: float | None = None
    high_open: bool = False
    unit: str | None = None
    unit_text: str | None = None
    change: Change = Change.EXACT
    of: str | None = None


class DateType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What a relative date was resolved with."""

    TEXT = "text"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Date(Span):
    """A time expression with its TIMEX3 value."""

    type: DateType
    value: str
    anchor: Anchor | None = None


class MentionKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name where it stands. `role` is the title, office or description that goes with it
    ("the spokesman for the commander-in-chief"), before it or in apposition."""

    kind: MentionKind
    name: str
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause(Span):
    """One act that the text tells: a verb or an event noun with who did what to whom.

    `act` is where the predicate stands and `lemma` its verb, also for a noun ("resumption"
    gives "resume"). The span covers the predicate with all its arguments; `words` are the
    lemmas of what they hold, in the order of the text. `modal` is the auxiliary or the
    governing verb that keeps the act from being told as done ("may", "want"). `nominal` is
    True for an event told by a noun, `finite` for a verb with a tense. `under` is the act of
    the clause that governs this one, `relation` how it does, as the parser names it ("ccomp",
    "conj", "relcl").
    """

    act: Span
    lemma: str
    subject: Span | None = None
    object: Span | None = None
    negated: bool = False
    modal: str | None = None
    nominal: bool = False
    passive: bool = False
    finite: bool = False
    under: Span | None = None
    relation: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase(Span):
    """A common noun with what describes it: "striking copper miners", without article and owner.

    `head` is where the noun stands and `lemma` its dictionary form; `words` are the lemmas of
    all that belongs to it. `governor` is the lemma of the word that it is an argument of, and
    `relation` how: "subj" for who acts, "obj" for who is acted on, whatever the voice; else a
    preposition or what the parser says. `definite` is true behind "the", "these" or an owner.
    """

    head: Span
    lemma: str
    plural: bool = False
    definite: bool = False
    governor: str = ""
    relation: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: its claims, and the names, figures, dates and acts in it.

    All spans are places in the page's text; headline, standfirst and body are read. Each
    tuple is in the order of the text.
    """

    id: str
    sentences: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    clauses: tuple[Clause, ...] = ()
    phrases: tuple[Phrase, ...] = ()
