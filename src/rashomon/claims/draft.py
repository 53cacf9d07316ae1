"""What the pattern families hand over: an attribution still in tokens, not yet a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Span as Words
from spacy.tokens import Token

from rashomon.model.claim import Attitude, Response
from rashomon.model.span import Span


class Pattern(Enum):
    """The kind of wording that an attribution was found by, and how far it can be trusted.

    The value is the share of such attributions on PolNeAR's train articles whose cue and
    content overlap an annotated one (`evaluation/claims.py --patterns`), so it is a lower
    bound: the annotators passed over some.
    """

    QUOTATION = 0.97
    CLAUSE = 0.9
    INFINITIVE = 0.7
    NOUN_PHRASE = 0.6
    PREPOSITION = 0.6
    ACCORDING = 0.95
    NOUN = 0.5
    RESPONSE = 0.8
    HEADLINE = 0.6
    RUNNING = 0.7
    NEARBY = 0.7
    TOLD = 0.5
    """A sentence of the outlet's own; no set has these, so the value is a guess."""
    HEADLINE_TOLD = 0.51


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution with its source in tokens, so that chains and holders can be read.

    `via` are those it came through, nearest to the outlet first. `shown` is the
    pronoun that stands for the source beside the cue, if it is a relative one. `silent` is True where the
    source is carried over from the sentences before and stands nowhere near.
    """

    pattern: Pattern
    content: tuple[Span, ...]
    sentence: Words
    attitude: Attitude
    source: Words | None = None
    shown: Span | None = None
    cue: Span | None = None
    kind: str = "say"
    verb: Token | None = None
    via: tuple[Words, ...] = ()
    response: Response | None = None
    hedged: bool = False
    silent: bool = False

    @property
    def start(self) -> int:
        """The first character of any part."""
        return min(span.start for span in (*self.content, *([self.cue] if self.cue else ())))
