"""All claims of one article: the families of patterns put together, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Contents, Draft, Pattern
from rashomon.claims.holders.chains import add_chain
from rashomon.claims.holders.citations import CITING, QUOTING
from rashomon.claims.holders.listeners import pass_on
from rashomon.claims.patterns.according import find_phrase_drafts
from rashomon.claims.patterns.adjectives import find_adjective_drafts
from rashomon.claims.patterns.asides import find_aside_drafts
from rashomon.claims.patterns.bodies import part
from rashomon.claims.patterns.doubts import find_doubts, leave_open
from rashomon.claims.patterns.headlines import find_headline_drafts
from rashomon.claims.patterns.mutual import untangle
from rashomon.claims.patterns.narrated import find_told
from rashomon.claims.patterns.nouns import find_noun_drafts
from rashomon.claims.patterns.quoted import answer_in_quotes
from rashomon.claims.patterns.responses import find_response_drafts
from rashomon.claims.patterns.running import run_on, widen
from rashomon.claims.patterns.silences import find_silence_drafts
from rashomon.claims.patterns.verbs import find_verb_drafts
from rashomon.claims.prose import Prose, read_prose
from rashomon.claims.tagger.drafts import find_tagged, merge, to_attribution
from rashomon.claims.tagger.model import Tagger
from rashomon.claims.terms import tells_terms
from rashomon.claims.voice import to_claims
from rashomon.model.article import Article
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Attitude, Claim
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words


def find_claims(
    article: Article, docs: Sequence[Doc], tagger: Tagger | None = None
) -> tuple[Claim, ...]:
    """The claims of the article, with ids c1, c2 ...

    Without a tagger the patterns alone find them.
    Order: of the first character of content or cue.
    Cost: linear in the words; the tagger takes most of it.
    """
    prose = read_prose(article, docs)
    drafts = find_drafts(prose)
    if tagger is not None:
        drafts = merge(prose, drafts, find_tagged(prose, drafts, tagger))
    drafts += find_told(prose, drafts)
    return to_claims(prose, sorted(part(drafts), key=_order))


def find_attributions(
    article: Article, docs: Sequence[Doc], tagger: Tagger
) -> tuple[Attribution, ...]:
    """All that the tagger takes for attributions, none inside another, in the order of the text.

    Cost: linear in the words.
    """
    prose = read_prose(article, docs)
    return tuple(map(to_attribution, find_tagged(prose, find_drafts(prose), tagger)))


def find_drafts(prose: Prose) -> list[Draft]:
    """What the patterns make of the article, but for what it tells in its own voice."""
    drafts = [draft for sentence in prose.sentences for draft in _drafts(prose, sentence)]
    drafts = run_on(prose, list(_outer_or_told(widen(prose, drafts))))
    drafts = [
        leave_open(prose, draft)
        for draft in untangle(prose, drafts)
        if not tells_terms(prose, draft)
    ]
    return list(answer_in_quotes(prose, list(_without_doubles(drafts))))


def _without_doubles(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """All but those of which another draft holds the same doubt, "she said she did not know
    whether P", or the quotation that this one found nearby."""
    surer = {draft.content for draft in drafts if draft.kind != "doubt"}
    contents = Contents(drafts)
    for draft in drafts:
        if draft.kind == "doubt":
            doubled = draft.content in surer
        else:
            nearby = draft.pattern is Pattern.NEARBY
            doubled = nearby and bool(contents.around(draft.content[0], but=draft))
        if not doubled:
            yield draft


_UNTOLD_INSIDE = {"order", "want", "judge", "think", "ask", "discuss", "commit"}


def _thinks(draft: Draft) -> bool:
    """Whether somebody by name or description thinks that something is so: "Lund said police
    believe P" holds what police believe."""
    source = draft.source
    is_another = source is not None and source.root.pos_ != "PRON"
    is_clause = draft.pattern is Pattern.CLAUSE and draft.attitude is Attitude.ASSERTS
    return draft.kind == "think" and is_another and is_clause


def _outer_or_told(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """All but what a holder says that others want or order: that is what he says."""
    contents = Contents(drafts)
    for draft in drafts:
        untold = draft.kind in _UNTOLD_INSIDE and draft.cue is not None and not _thinks(draft)
        if not (untold and draft.cue and contents.around(draft.cue, but=draft)):
            yield draft


def _order(draft: Draft) -> tuple[int, int, str]:
    end = max(span.end for span in draft.content)
    return draft.start, -end, draft.pattern.name


def _drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    if prose.is_headline(sentence):
        yield from find_headline_drafts(prose, sentence)
        return
    responses = [*find_response_drafts(prose, sentence), *find_silence_drafts(prose, sentence)]
    found = [add_chain(draft, draft.verb) for draft in find_verb_drafts(prose, sentence)]
    verbs = list(pass_on(found))
    phrases = list(find_phrase_drafts(prose, sentence))
    verbs = [draft for draft in verbs if not _is_citing(draft, [*verbs, *phrases])]
    responses, verbs = _answer_through(responses, verbs)
    doubts = [*find_doubts(prose, sentence), *find_aside_drafts(prose, sentence)]
    others = [*phrases, *find_noun_drafts(prose, sentence)]
    others += find_adjective_drafts(prose, sentence)
    yield from _one_a_cue([*responses, *doubts, *verbs, *others])


def _is_citing(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether the verb only tells whom another one draws on: "citing officials"."""
    verb = draft.verb
    if verb is None or verb.lemma_ not in QUOTING:
        return False
    if verb.lemma_ in CITING and (verb.tag_ == "VBG" or verb.dep_ == "relcl"):
        return any(other.via for other in others)
    return any(c.lower_ == "as" and any(p.dep_ == "pcomp" for p in c.children) for c in verb.rights)


def _answer_through(
    responses: Iterable[Draft], verbs: list[Draft]
) -> tuple[list[Draft], list[Draft]]:
    """The answers and what is left of the verbs: "The ministry told Reuters it had no
    information" is one answer, not a claim and an answer."""
    answers = []
    for response in responses:
        teller = next((verb for verb in verbs if _tells_own(verb, response)), None)
        if teller is not None:
            verbs = [verb for verb in verbs if verb is not teller]
            via = (*teller.via, *response.via)
            response = replace(response, source=teller.source, via=via)
        else:
            first = next((verb for verb in verbs if _tells_too(verb, response)), None)
            response = replace(response, source=first.source) if first is not None else response
        answers.append(add_chain(response, response.verb) if teller is None else response)
    return answers, verbs


_SELVES = {"it", "he", "she", "they", "we"}
_THAT = 6  # characters of "that " between the content's start and its subject


def _tells_own(teller: Draft, response: Draft) -> bool:
    source = response.source
    verb = response.verb
    if verb is None or teller.source is None or verb.head != teller.verb:
        return False
    if source is None:  # "said there would be no comment"
        return any(c.lower_ == "there" for c in verb.lefts)
    if source == teller.source:  # "it was unclear who fired, police said"
        return verb.dep_ == "ccomp"
    if source.root.lower_ not in _SELVES:
        return False
    return any(0 <= place(source).start - span.start < _THAT for span in teller.content)


def _tells_too(teller: Draft, response: Draft) -> bool:
    """Whether the answer is the second thing told: "said a boat sank, but he did not know why"."""
    source, verb = response.source, response.verb
    if verb is None or source is None or source.root.lower_ not in _SELVES:
        return False
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    is_second = verb is not response.verb and teller.source is not None
    told = verb == teller.verb or (verb.dep_ == "ccomp" and verb.head == teller.verb)
    return is_second and told


def _one_a_cue(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The first draft of each cue: answers go before verbs, verbs before nouns."""
    taken: list[Span] = []
    for draft in drafts:
        if draft.cue is None or not any(draft.cue.overlaps(span) for span in taken):
            taken += [draft.cue] if draft.cue else []
            yield draft
