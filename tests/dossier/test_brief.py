from __future__ import annotations

from rashomon.dossier.brief import MAX_SENTENCES, write_brief
from rashomon.model.article import Article, Block, Label
from rashomon.model.claim import Claim, Holder, Mode
from rashomon.model.dossier import Compared, Comparison, Relation, Value
from rashomon.model.lineage import Lineage
from rashomon.model.reading import Reading
from rashomon.model.span import Span


def brief_of(*sentences: str, claims: tuple[Claim, ...] = ()) -> tuple[list[str], int]:
    """The brief of one page whose every sentence gives a value that others contradict."""
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    article = Article("page", "hash", text, (Block(0, len(text), Label.BODY),))
    reading = Reading("page", sentences=tuple(spans), claims=claims)
    values = tuple(
        Value("page", span.start, span.end, span.slice(text), value=float(i))
        for i, span in enumerate(spans)
    )
    compared = Compared(figures=(Comparison("ships", Relation.CONFLICT, "differ", values),))
    brief, dropped = write_brief(
        (article,), (Lineage("L1", ("page",)),), {"page": reading}, compared
    )
    assert all(c.text == text[c.start : c.end] for s in brief for c in s.evidence)
    return [sentence.text for sentence in brief], dropped


def test_sentences_are_the_pages_own_and_whole() -> None:
    sentence = "The board may close the lock unless the pilots agree by Friday."
    assert brief_of(sentence) == ([sentence], 0)


def test_what_leans_on_another_sentence_is_left_out_and_counted() -> None:
    text, dropped = brief_of(
        "The board closed the northern lock on Monday.",
        "It said that the gates had cracked in the frost.",
    )
    assert text == ["The board closed the northern lock on Monday."]
    assert dropped == 1


def test_what_ends_in_a_pronoun_is_left_out() -> None:
    assert brief_of("The union of the harbour pilots has rejected that.") == ([], 1)


def test_a_quotation_without_its_speaker_is_left_out() -> None:
    quote = '"The northern lock is safe for every ship in the port."'
    claim = Claim("c1", (Span(0, len(quote)),), Mode.DIRECT, Holder("Anton Vey"))
    assert brief_of(quote, claims=(claim,)) == ([], 1)


def test_a_sentence_is_told_once() -> None:
    text, _ = brief_of(
        "The board closed the northern lock on Monday.",
        "On Monday the board closed the northern lock.",
    )
    assert len(text) == 1


def test_a_brief_is_brief() -> None:
    words = "amber birch cedar dune elder fern gorse heath iris juniper kelp larch".split()
    sentences = [f"The {w} {w}ing {w}ed {w}ly {w}ish {w}s." for w in words]
    assert len(brief_of(*sentences)[0]) == MAX_SENTENCES
