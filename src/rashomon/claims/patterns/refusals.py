"""That a holder will not say: "declined to comment", "would not confirm", "is not commenting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Bar, Found, find_bar, is_negated
from rashomon.claims.patterns.ignorance import asks
from rashomon.claims.patterns.parties import is_authority, is_press, is_thing
from rashomon.claims.sources import agent, is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERS = set(
    "comment confirm say answer discuss respond elaborate speak talk verify provide give disclose "
    "deny identify specify explain reveal reply detail address describe predict speculate "
    "characterize characterise release name offer weigh divulge define outline".split()
)
# These are answers only with such objects: to give food, or to release a prisoner, is none.
_HANDED = {"give", "provide", "release", "offer"}
_FACTS = set(
    "detail information name number figure identity value amount copy comment answer reason "
    "explanation statement cause estimate evidence account date size interview "
    "specific documentation price timeline timetable assessment breakdown total sum list view "
    "opinion".split()
)
_COMMENTS = {"comment", "statement"}
_WITHHELD = set(
    "comment confirm say discuss answer elaborate disclose respond specify reveal identify name "
    "speculate describe explain divulge define release give provide offer".split()
)
# What bars from which answers: "could not say" is no refusal, "has not said" is none of an answer.
_BARRED = {
    Bar.WILL: _WITHHELD,
    Bar.CAN: {"comment", "discuss", "address", "speculate"},
    Bar.IS: {"comment", "confirm", "discuss", "disclose", "answer"},
    Bar.DOES: {"comment", "confirm", "discuss", "disclose"},
    Bar.DID: {"comment", "confirm"},
    Bar.HAS: {"comment", "confirm"},
    Bar.YET: {"comment", "confirm"},
    Bar.FAILED: {"comment"},
}
_AMOUNTS = {"much", "more", "anything", "what", "who", "which", "so", "otherwise", "it", "that"}
_SPOKEN = {"speak", "talk"}
_MAKING = {"make", "release", "issue", "give", "offer"}
_INTO = {"detail", "specific", "particular", "that", "it", "this", "reason", "matter"}
_NOMINATED = {"judge", "nominee", "justice", "nomination", "appointment", "pick"}
_MEETINGS = {"interview"}
_TURNING_DOWN = {"decline", "refuse", "reject", "rebuff", "spurn", "turn", "deny"}
_KEEPING = {"decline", "refuse", "withhold", "reserve"}
_UNFIT = set(
    "inappropriate improper premature wrong irresponsible unhelpful unwise early soon".split()
)
_COURTS = {"court", "police", "detective", "investigator", "trial", "oath", "jury"}
_POLICY = {"policy", "practice", "custom"}


def find_refusal(token: Token) -> Found | None:
    """As in "declined to comment", "would not say whether", "turned down an interview"."""
    if token.pos_ not in {"VERB", "AUX", "NOUN"}:
        return None
    found = _turned_down(token)
    if found is not None or (token.pos_ == "NOUN" and token.dep_ != "xcomp"):
        return found
    if (unfit := _unfit(token)) is not None:
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
    is_told = is_told or _takes_questions(token)
    who = own if is_drawn else None
    return Found(Response.DECLINED, top, token, token, who=who) if is_told else None


def _is_barred(verb: Token, why: Bar, top: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "draw" and is_passive(verb):
        return why in {Bar.WILL, Bar.IS}
    if is_passive(verb):
        return False
    if _makes_comment(verb):
        return why is Bar.YET or (why not in {Bar.DOES, Bar.FAILED} and _is_comment(verb))
    if _goes_into(verb) or _takes_questions(verb):
        return why in {Bar.WILL, Bar.CAN, Bar.IS}
    if lemma in _SPOKEN:
        return _is_unspoken(verb, why)
    if why is Bar.IS and lemma == "say":
        return any(c.lower_ in {"much", "more", "anything"} for c in verb.rights)
    if lemma == "confirm" and why is Bar.CAN:
        return any(c.dep_ == "conj" and c.lemma_ == "deny" for c in verb.rights)
    if lemma in {"discuss", "disclose", "confirm"} and why is Bar.DOES:
        return _is_rule(verb, top)
    return lemma in _BARRED[why]


def _is_unspoken(verb: Token, why: Bar) -> bool:
    """To talk is to answer only if it is to the press, or about something asked."""
    if why is Bar.IS:
        return _is_to_press(verb)
    if why not in {Bar.WILL, Bar.CAN}:
        return False
    about = any(c.dep_ == "prep" and c.lower_ in {"about", "on"} for c in verb.rights)
    return _is_to_press(verb) or (about and _is_to(verb) is None)


def _is_rule(verb: Token, top: Token) -> bool:
    """As in "said it does not discuss clients": what the outlet tells so is a trait, no answer."""
    own = subject(top)
    if own is None:
        return False
    is_told = verb.dep_ == "ccomp" and verb.head.lemma_ in VERBS and is_authority(own)
    is_policy = any(t.lemma_ in _POLICY for t in verb.sent)
    return own.lower_ in {"it", "we", "they"} or is_told or is_policy


def is_answer(verb: Token) -> bool:
    """Whether to decline it is to decline to answer, and not to name oneself."""
    lemma = verb.lemma_.lower()
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if lemma != "release" and any(c.lemma_ in {"name", "surname"} and _is_own(c) for c in things):
        return False
    if lemma in _HANDED:
        return any(c.lemma_.lower() in _FACTS for c in things) or any(
            c.dep_ == "ccomp" for c in verb.rights
        )
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
        and not _asks(to)
    ):
        return False
    return lemma in ANSWERS and not is_passive(verb)


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
    for child in [*verb.rights, *(c for thing in things for c in thing.rights)]:
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


def _makes_comment(verb: Token) -> bool:
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    return verb.lemma_ in _MAKING and any(c.lemma_ in _COMMENTS for c in things)


def _is_comment(verb: Token) -> bool:
    """As in "did not make any comment"; to make no statement can be mere silence."""
    return verb.lemma_ == "make" and any(c.lemma_ == "comment" for c in verb.rights)


def _turned_down(token: Token) -> Found | None:
    """As in "declined comment", "turned down an interview", "a request to interview X was
    declined by Y"."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or (lemma not in _TURNING_DOWN and lemma not in _KEEPING):
        return None
    if is_passive(token):
        told, who = subject(token), agent(token)
        turned = lemma != "deny" and told is not None and _is_press_request(told)
        return Found(Response.DECLINED, token, token, told, who=who) if turned else None
    if lemma == "turn" and not any(c.lower_ == "down" for c in token.rights):
        return None
    for thing in token.rights:
        bare = lemma in _KEEPING and thing.lemma_ == "comment"
        bare = bare and not any(c.lower_ == "to" for c in thing.lefts)
        is_thing_ = thing.dep_ in {"dobj", "prep", "xcomp"} and bare
        if is_thing_ or (lemma != "deny" and thing.dep_ == "dobj" and _is_press_request(thing)):
            return Found(Response.DECLINED, token, thing if bare else token, token)
    return None


def _is_press_request(noun: Token) -> bool:
    """As in "interview requests", "requests for comment", "a request to discuss the sale"."""
    if noun.lemma_ in _MEETINGS:
        return True
    if noun.lemma_ not in {"request", "offer", "invitation"}:
        return False
    within = {t.lemma_ for t in noun.subtree}
    return bool(within & {"comment", "interview", "discuss"})


def _unfit(verb: Token) -> Found | None:
    """As in "said it would be inappropriate to comment", "has a policy of not commenting"."""
    if verb.lemma_ not in {"comment", "discuss", "speculate"}:
        return None
    near = [verb.head, verb.head.head, *verb.head.children]
    word = next((t for t in near if t.lower_ in _UNFIT and t.head.lemma_ == "be"), None)
    if word is not None:
        return Found(Response.DECLINED, word.head, verb, verb) if _is_told(word.head) else None
    policy = next((t for t in [*near, *verb.ancestors] if t.lemma_ in _POLICY), None)
    if policy is None or not is_negated(verb):
        return None
    who = _owner(policy)
    return Found(Response.DECLINED, verb, verb, verb, who=who) if who is not None else None


def _is_told(copula: Token) -> bool:
    """Whether somebody says it of his own answer: "said it would be premature to comment"."""
    return copula.dep_ == "ccomp" and copula.head.lemma_ in VERBS


def _owner(policy: Token) -> Token | None:
    """Whose policy it is."""
    for child in policy.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ == "of":
            for end in child.rights:
                if end.dep_ == "pobj":
                    return end
    own = subject(policy.head)
    return own if own is not None and own is not policy and own.lower_ != "it" else None
