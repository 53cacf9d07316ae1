"""That a holder will not say: "declined to comment", "would not confirm", "is not commenting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Bar, Found, find_bar
from rashomon.claims.patterns.ignorance import asks
from rashomon.claims.patterns.parties import class_of, is_authority, is_press, is_thing
from rashomon.claims.patterns.rebuffs import POLICIES, find_policy, find_rebuff
from rashomon.claims.sources import is_passive, subject
from rashomon.model.claim import HolderClass, Response

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERS = set(
    "comment confirm say answer discuss respond elaborate speak talk verify provide give disclose "
    "deny identify specify explain reveal reply detail address describe predict speculate "
    "characterize characterise release name offer weigh divulge define outline state share "
    "estimate clarify quantify indicate expand".split()
)
# These are answers only with such objects: to give food, or to release a prisoner, is none.
_HANDED = {"give", "provide", "release", "offer", "share", "state"}
_FACTS = set(
    "detail information name number figure identity value amount copy comment answer reason "
    "explanation statement cause estimate evidence account date size interview "
    "specific documentation price timeline timetable assessment breakdown total sum list view "
    "opinion".split()
)
_COMMENTS = {"comment", "statement"}
# To deny, to verify or to speak has other rules.
_WITHHELD = ANSWERS - {"deny", "verify", "speak", "talk", "reply", "detail", "weigh"}
_UNABLE = set("comment discuss address speculate disclose divulge reveal share elaborate".split())
# What bars from which answers: "could not say" is no refusal, "has not said" is none of an answer.
_BARRED = {
    Bar.WILL: _WITHHELD,
    Bar.CAN: _UNABLE,
    Bar.IS: _UNABLE | _HANDED - {"offer"} | {"confirm", "answer", "identify", "specify"},
    Bar.DOES: {"comment", "confirm", "discuss", "disclose"},
    Bar.DID: {"comment", "confirm"},
    Bar.HAS: {"comment", "confirm"},
    Bar.YET: {"comment", "confirm"},
    Bar.FAILED: {"comment"},
}
_AMOUNTS = {"much", "more", "anything", "what", "who", "which", "so", "otherwise", "it", "that"}
_SPOKEN = {"speak", "talk"}
_MAKING = {"make", "release", "issue", "give", "offer", "add"}
_INTO = {"detail", "specific", "particular", "that", "it", "this", "reason", "matter"}
_NOMINATED = {"judge", "nominee", "justice", "nomination", "appointment", "pick"}
_SEEKING = {"interview", "comment", "question"}
_ISSUES = set(
    "question issue matter allegation accusation charge claim report criticism speculation rumor "
    "case topic subject point it that".split()
)
_COURTS = {"court", "police", "detective", "investigator", "trial", "oath", "jury"}


def find_refusal(token: Token) -> Found | None:
    """As in "declined to comment", "would not say whether", "turned down an interview"."""
    if token.pos_ not in {"VERB", "AUX", "NOUN"}:
        return None
    found = find_rebuff(token)
    if found is not None or (token.pos_ == "NOUN" and token.dep_ != "xcomp"):
        return found
    if (unfit := find_policy(token)) is not None:
        return unfit
    bar = find_bar(token)
    if bar is None:
        return None
    why, top = bar
    own = subject(top)
    if own is not None and is_thing(own):
        return None
    if why is not Bar.REFUSED and not _is_barred(token, why, top):
        return None
    is_drawn = token.lemma_ in {"draw", "interview"} and is_passive(token)
    is_told = is_answer(token) or _goes_into(token) or is_drawn or _makes_comment(token)
    is_told = is_told or _takes_questions(token) or _tells_asker(token) or _is_put_up(token)
    who = own if is_drawn else None
    return Found(Response.DECLINED, top, token, token, who=who) if is_told else None


def _is_barred(verb: Token, why: Bar, top: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in {"draw", "interview"} and is_passive(verb):
        return why is Bar.WILL or (why is Bar.IS and lemma == "draw")
    if is_passive(verb):
        return False
    if (in_phrase := _is_phrase_barred(verb, why)) is not None:
        return in_phrase
    if why is Bar.IS and lemma == "say":
        return any(c.lower_ in {"much", "more", "anything"} for c in verb.rights)
    if lemma == "confirm" and why is Bar.CAN:
        return any(c.dep_ == "conj" and c.lemma_ == "deny" for c in verb.rights)
    if lemma in {"discuss", "disclose", "confirm"} and why is Bar.DOES:
        return _is_rule(verb, top)
    return lemma in _BARRED[why]


def _is_phrase_barred(verb: Token, why: Bar) -> bool | None:
    """Where more than the verb tells: "make a comment", "go into that", "talk to the press"."""
    if _makes_comment(verb):
        makes = why not in {Bar.DOES, Bar.FAILED} and _is_comment(verb)
        return why in {Bar.YET, Bar.WILL} or makes
    if _takes_questions(verb):
        return why in {Bar.WILL, Bar.CAN, Bar.IS, Bar.DID}
    if _goes_into(verb):
        return why in {Bar.WILL, Bar.CAN, Bar.IS}
    if verb.lemma_ in _SPOKEN:
        return _is_unspoken(verb, why)
    return why in {Bar.WILL, Bar.CAN} if _tells_asker(verb) else None


def _is_unspoken(verb: Token, why: Bar) -> bool:
    """To talk is to answer only if it is to the press, or about something asked."""
    if why is Bar.IS:
        return _is_to_press(verb)
    if why not in {Bar.WILL, Bar.CAN}:
        return False
    about = any(c.dep_ == "prep" and c.lower_ in {"about", "on"} for c in verb.rights)
    return _is_to_press(verb) or _is_to_point(verb) or (about and _is_to(verb) is None)


def _is_to_point(verb: Token) -> bool:
    """As in "can't speak to the merits": somebody spoken to is no point."""
    to = _is_to(verb) if verb.lemma_ == "speak" else None
    is_thing_ = to is not None and to.pos_ == "NOUN" and not to.ent_type_
    return is_thing_ and to is not None and class_of(to) is HolderClass.UNKNOWN


def _is_rule(verb: Token, top: Token) -> bool:
    """As in "said it does not discuss clients": what the outlet tells so is a trait, no answer."""
    own = subject(top)
    if own is None:
        return False
    is_told = verb.dep_ == "ccomp" and verb.head.lemma_ in VERBS and is_authority(own)
    is_policy = any(t.lemma_ in POLICIES for t in verb.sent)
    return own.lower_ in {"it", "we", "they"} or is_told or is_policy


def is_answer(verb: Token) -> bool:
    """Whether to decline it is to decline to answer, and not to name oneself."""
    lemma = verb.lemma_.lower()
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if lemma != "release" and any(c.lemma_ in {"name", "surname"} and _is_own(c) for c in things):
        return False
    if lemma in _HANDED:
        things += [t for c in verb.rights if c.lower_ == "with" for t in c.rights]
        return any(c.lemma_.lower() in _FACTS for c in things) or any(
            c.dep_ == "ccomp" for c in verb.rights
        )
    if _is_otherwise_done(verb, lemma, things):
        return False
    if lemma == "confirm" and any(_is_nominee(c) for c in things):
        return False
    if lemma == "say" and not _says_answer(verb):
        return False
    if any(t.lemma_.lower() in _COURTS for c in verb.rights if c.dep_ == "prep" for t in c.rights):
        return False
    if lemma in _SPOKEN and any(t.lemma_ in {"record", "condition"} for t in verb.subtree):
        return False  # on what terms somebody spoke
    if (
        lemma in _SPOKEN | {"discuss", "answer"}
        and (to := _is_to(verb)) is not None
        and not (_asks(to) or _is_to_point(verb))
    ):
        return False
    return lemma in ANSWERS and not is_passive(verb)


def _is_otherwise_done(verb: Token, lemma: str, things: list[Token]) -> bool:
    """Whether it is no telling: to name a child after somebody, to answer the door, to address a
    crowd."""
    if lemma == "name":
        return any(c.lower_ == "after" for c in verb.rights)
    if lemma == "answer":
        return any(c.lemma_ in {"door", "phone", "call", "bell"} for c in things)
    return lemma == "address" and not any(c.lemma_ in _ISSUES for c in things) and not asks(verb)


def _says_answer(verb: Token) -> bool:
    """Whether what is not said is asked for: no pledge, and no word that others want to hear."""
    if asks(verb):
        return True
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if things:
        return any(c.lower_ in _AMOUNTS or c.lemma_ in _FACTS for c in things)
    return not any(c.dep_ == "ccomp" for c in verb.rights)


def _is_own(name: Token) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in name.lefts)


def _is_nominee(thing: Token) -> bool:
    return thing.ent_type_ == "PERSON" or thing.lemma_ in _NOMINATED


def _is_to(verb: Token) -> Token | None:
    """Whom it would be told: "with the rebels"."""
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    on_things = [c for thing in things for c in thing.rights if c.lower_ == "with"]
    for child in [*verb.rights, *on_things]:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _asks(listener: Token) -> bool:
    return is_press(listener) or listener.ent_type_ == "ORG" or listener.lemma_ == "question"


def _is_to_press(verb: Token) -> bool:
    listener = _is_to(verb)
    return listener is not None and _asks(listener)


def _goes_into(verb: Token) -> bool:
    """As in "would not go into details", "won't get into that", "declined to weigh in"."""
    if verb.lemma_ not in {"go", "get"}:
        return False
    ends = [t for c in verb.rights if c.lower_ in {"into", "in"} for t in [c, *c.rights]]
    ends += [t for c in ends for t in c.rights]
    return any(t.lemma_.lower() in _INTO for t in ends)


def _takes_questions(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(
        c.dep_ == "dobj" and c.lemma_ == "question" for c in verb.rights
    )


def _tells_asker(verb: Token) -> bool:
    """As in "would not tell reporters how", "I can't tell you"; not "can't tell you how happy"."""
    if verb.lemma_ != "tell" or is_passive(verb):
        return False
    askers = [c for c in verb.rights if c.dep_ in {"dobj", "dative"}]
    asker = any(c.lower_ == "you" or is_press(c) for c in askers)
    clauses = [c for c in verb.rights if c.dep_ in {"ccomp", "xcomp"}]
    plain = any(c.lower_ == "how" and c.head.pos_ == "ADJ" for v in clauses for c in v.subtree)
    return asker and not plain


def _is_put_up(verb: Token) -> bool:
    """As in "declined to make Roth available for an interview"."""
    within = [t for c in verb.rights for t in c.subtree]
    free = any(t.lower_ == "available" for t in within)
    return verb.lemma_ == "make" and free and any(t.lemma_ in _SEEKING for t in within)


def _makes_comment(verb: Token) -> bool:
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    return verb.lemma_ in _MAKING and any(c.lemma_ in _COMMENTS for c in things)


def _is_comment(verb: Token) -> bool:
    """As in "did not make any comment"; to make no statement can be mere silence."""
    return verb.lemma_ == "make" and any(c.lemma_ == "comment" for c in verb.rights)
