"""What a count is a count of: all there are or some of them, when, where, and who says so.

Two figures that exclude each other are told as a conflict only where nothing here keeps them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model.reading import Figure, MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.lexicon import stop_words
from rashomon.text.nations import country_of
from rashomon.text.places import Places

# Before a figure: it counts some of those that another counts, or more of them.
_PART_BEFORE = re.compile(
    r"(?:\b(?:another|additional|further|other|first|next|last|remaining|previous|including|plus|"
    r"includes?|included|among (?:them|those|whom)|along with|as well as|out of|(?:father|mother|"
    r"parents?) of|(?:[\d,.]*\d|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|"
    r"half|none|any) of(?: the| his| her| its| their| all)?(?: \w+['’]s?)?|each(?: \w+)?|"
    r"an? (?:man|woman|boy|girl|child) and))\s*$",
    re.IGNORECASE,
)
# In it: "two other victims", "three more bodies", "four prior arrests", "eight of the jurors".
_PART_INSIDE = re.compile(
    r"\b(?:others?|more(?! than)|additional|extra|further|remaining|prior|previous|fellow|"
    r"of (?:the|them|those|these|whom|which|his|her|its|their|our|your))\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r",? (?:of (?:the|them|those|these|whom|which|his|her|its|their)|others?|more|each|apiece|"
    r"and an? (?:man|woman|boy|girl|child))\b(?! than)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?:earlier|initially|at first|previously|originally) (?:said|put|spoke|spoken|reported|"
    r"gave|given|counted|estimated|announced|told)|had been (?:saying|putting)|had spoken of|"
    r"(?:up|down) from)\b[^.;:]*$",
    re.IGNORECASE,
)
_REACH = 30  # characters before a figure


@dataclass(frozen=True, slots=True)
class Scope:
    """`part` where it counts some of a whole; `marks` are the words before the noun ("Somali"),
    `places` those named beside it but countries, `agents` the names in the subject, `holder` is
    who gives the figure, `earlier` that the page tells it as what was said before."""

    part: bool
    marks: frozenset[str]
    places: frozenset[str]
    agents: frozenset[str]
    holder: str | None
    earlier: bool = False


class Scopes:
    """The scopes of one page's figures; what lies around each is asked for by place."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text, self._names = text, reading.mentions
        told = [(span, claim.holder.name) for claim in reading.claims for span in claim.content]
        self._told, self._holders = [span for span, _ in told], [name.lower() for _, name in told]
        self._name_places, self._told_places = Places(self._names), Places(self._told)

    def find(self, sentence: Span, figure: Figure, subject: Span | None = None) -> Scope:
        """The scope of a figure in its sentence; the subject is that of its verb."""
        names = [self._names[number] for number in self._name_places.inside(sentence)]
        marks = {word.strip(".,'’\"").lower() for word in (figure.of or "").split()[:-1]}
        places = {name.name.lower() for name in names if name.kind is MentionKind.PLACE}
        people = [name for name in names if name.kind is MentionKind.PERSON and subject]
        return Scope(
            part=_is_part(self._text, sentence, figure),
            marks=frozenset(marks - stop_words() - {""}),
            places=frozenset(place for place in places if not country_of(place)),
            agents=frozenset(
                name.name.lower().rpartition(" ")[2]
                for name in people
                if subject and subject.contains(name)
            ),
            holder=self._holder(figure),
            earlier=_is_earlier(self._text, sentence, figure),
        )

    def _holder(self, figure: Figure) -> str | None:
        """Who says it, by the innermost claim that holds the figure."""
        around = self._told_places.around(figure)
        lengths = [(self._told[n].end - self._told[n].start, self._holders[n]) for n in around]
        return min(lengths)[1] if lengths else None


def _is_part(text: str, sentence: Span, figure: Figure) -> bool:
    if figure.unit is not None and figure.unit_text != figure.of:
        return False  # "51% of the bank" is no part of another 51%
    before = text[max(sentence.start, figure.start - _REACH) : figure.start]
    return bool(
        _PART_BEFORE.search(before)
        or _PART_INSIDE.search(text, figure.start, figure.end)
        or _PART_AFTER.match(text, figure.end, min(len(text), sentence.end))
    )


def _is_earlier(text: str, sentence: Span, figure: Figure) -> bool:
    start = max(sentence.start, figure.start - 2 * _REACH)
    return _EARLIER.search(text, start, figure.start) is not None


def apart(left: Scope, right: Scope) -> bool:
    """Whether one counts a part, or both name kinds, places or agents that are not the same."""
    named = ((s.marks, s.places, s.agents) for s in (left, right))
    differ = any(a and b and not a & b for a, b in zip(*named, strict=True))
    return left.part or right.part or differ


def contest(left: Scope, right: Scope) -> bool:
    """Whether two sources give the figures: one page then holds them against each other."""
    return bool(left.holder and right.holder) and left.holder != right.holder
