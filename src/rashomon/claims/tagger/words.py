"""An article's words as the tagger sees them: pieces of words, grammar, marks, and hints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.claims.draft import Draft
from rashomon.claims.prose import Prose
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from tokenizers import Tokenizer

PARTS = ("source", "cue", "content")
COLUMNS = ("piece", "tag", "relation", "shape", "marks", "edges", "position", "hint")
"""What is known of a piece of a word; each is a number, 0 where nothing is known."""
SIZES = (30_522, 52, 48, 6, 4, 10, 4, 8)
"""How many numbers each column has."""
MAX_PIECES = 222  # of one window; attention's cost grows with their square

_FIRST, _LAST = 101, 102  # the marks at the ends of what BERT reads
_MOST_PIECES = 8  # of one word; the rest of it tells nothing more
_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
_RELATIONS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}
_RELATION_NUMBERS = {name: number for number, name in enumerate(_RELATIONS.split(), 1)}
# A clause that a cue can take is told apart from other clauses.
_TAKEN, _OTHER = {"ccomp", "parataxis"}, {"xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"}

Array = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Word:
    """The numbers of a word's pieces, the seven of its columns, its place and its token, which
    is None where only the numbers were kept, to train with."""

    pieces: tuple[int, ...]
    columns: tuple[int, ...]
    place: Span
    starts_block: bool
    starts_sentence: bool
    token: Token | None = None


@dataclass(frozen=True)
class Window:
    """Consecutive words that are read together."""

    words: Sequence[Word]

    @cached_property
    def columns(self) -> Array:
        """What the model reads. Shape: (pieces with a mark at each end, columns)."""
        edge = (0,) * (len(COLUMNS) - 1)
        rows = [(piece, *word.columns) for word in self.words for piece in word.pieces]
        return np.array([(_FIRST, *edge), *rows, (_LAST, *edge)], dtype=np.int64)

    @cached_property
    def firsts(self) -> Array:
        """The row of each word's first piece. Shape: (words,)."""
        lengths = [len(word.pieces) for word in self.words]
        return np.cumsum([1, *lengths[:-1]], dtype=np.int64)


def read_words(prose: Prose, drafts: Sequence[Draft], tokenizer: Tokenizer) -> list[Word]:
    """The words of the article; those that have no pieces, spaces above all, are left out.

    The drafts are hints: what the patterns made of the words.
    Cost: linear in the words.
    """
    hints = _hints(drafts)
    starts = {block.start for block in prose.blocks}
    return [word for doc in prose.docs for word in _words(prose, doc, hints, starts, tokenizer)]


def windows(words: Sequence[Word], most: int = MAX_PIECES) -> Iterator[Window]:
    """The words, cut between blocks where that fits, else between sentences, else anywhere."""
    run: list[Word] = []
    for block in _cut(words, most, _block_starts):
        if run and _size(run) + _size(block) > most - 2:
            yield Window(run)
            run = []
        run = run + block
    if run:
        yield Window(run)


def _block_starts(word: Word) -> bool:
    return word.starts_block


def _sentence_starts(word: Word) -> bool:
    return word.starts_sentence


def _cut(words: Sequence[Word], most: int, starts: Callable[[Word], bool]) -> Iterator[list[Word]]:
    """Runs of words that begin where told; one that is too long is cut finer."""
    run: list[Word] = []
    for word in [*words, None]:
        if run and (word is None or starts(word)):
            if _size(run) <= most - 2:
                yield run
            elif starts is _block_starts:
                yield from _cut(run, most, _sentence_starts)
            else:
                yield from _chop(run, most)
            run = []
        if word is not None:
            run.append(word)


def _chop(words: Sequence[Word], most: int) -> Iterator[list[Word]]:
    run: list[Word] = []
    size = 0
    for word in words:
        if size + len(word.pieces) > most - 2:
            yield run
            run, size = [], 0
        run.append(word)
        size += len(word.pieces)
    yield run


def _size(words: Sequence[Word]) -> int:
    return sum(len(word.pieces) for word in words)


def _hints(drafts: Sequence[Draft]) -> dict[Span, int]:
    """The spans of the drafts' parts, with the number of what each is."""
    found: dict[Span, int] = {}
    for draft in drafts:
        parts = {
            "source": (place(draft.source),) if draft.source is not None else (),
            "cue": (draft.cue,) if draft.cue is not None else (),
            "content": draft.content,
        }
        if draft.silent:
            parts["source"] = ()
        for number, part in enumerate(PARTS):
            found.update(dict.fromkeys(parts[part], 2 * number + 1))
    return found


def _words(
    prose: Prose, doc: Doc, hints: dict[Span, int], starts: set[int], tokenizer: Tokenizer
) -> Iterator[Word]:
    encoded = tokenizer.encode(
        [t.text for t in doc], is_pretokenized=True, add_special_tokens=False
    )
    pieces: list[list[int]] = [[] for _ in doc]
    for piece, at in zip(encoded.ids, encoded.word_ids, strict=True):
        if at is not None and len(pieces[at]) < _MOST_PIECES:
            pieces[at].append(piece)
    edges = _edges(doc)
    spans = list(hints)
    order = Places(spans)
    for token, own in zip(doc, pieces, strict=True):
        if own:
            where = place(token)
            columns = (
                _TAG_NUMBERS.get(token.tag_, 0),
                _RELATION_NUMBERS.get(token.dep_, 0),
                _shape(token),
                _marks(prose, token, where),
                edges[token.i],
                _position(prose, token, where, starts),
                _hint(where, [spans[number] for number in order.around(where)], hints),
            )
            begins = where.start in starts
            is_first = begins or bool(token.is_sent_start)
            yield Word(tuple(own), columns, where, begins, is_first, token)


def _shape(token: Token) -> int:
    text = token.text
    if text.isdigit():
        return 4
    if not any(character.isalnum() for character in text):
        return 5
    if text.isupper():
        return 2
    if text[0].isupper():
        return 1
    return 0 if text.islower() else 3


def _marks(prose: Prose, token: Token, where: Span) -> int:
    """1 outside quotation marks, 2 inside, 3 for the mark itself."""
    if token.is_quote:
        return 3
    return 1 if prose.quotation_at(where.start) is None else 2


def _edges(doc: Doc) -> list[int]:
    """Of each token, which clauses begin and end there: 1 + begins + 3 * ends, of which 0 is
    none, 1 a clause that no cue takes, 2 one that a cue can take."""
    begins, ends = [0] * len(doc), [0] * len(doc)
    for token in doc:
        rank = 2 if token.dep_ in _TAKEN else int(token.dep_ in _OTHER)
        if rank:
            left, right = token.left_edge.i, token.right_edge.i
            begins[left], ends[right] = max(begins[left], rank), max(ends[right], rank)
    return [1 + begin + 3 * end for begin, end in zip(begins, ends, strict=True)]


def _position(prose: Prose, token: Token, where: Span, starts: set[int]) -> int:
    """1 in a block, 2 where one begins, 3 in a headline."""
    if prose.block_of(where.start) in prose.headlines:
        return 3
    return 2 if where.start in starts else 1


def _hint(where: Span, around: Sequence[Span], hints: dict[Span, int]) -> int:
    """What the smallest part around the word is: 1 none, then 2 and up, begun or gone on."""
    if not around:
        return 1
    least = min(around, key=lambda span: span.end - span.start)
    return 1 + hints[least] + (where.start > least.start)
