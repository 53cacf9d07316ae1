"""The quotations of a page, found by their marks: parses are weakest around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.span import Span

# Each pattern begins with the marks themselves, so that all other text is passed over fast.
_MARK = re.compile("[“”„«»\"‘’'`]")
_DOUBLE = re.compile(r"[“”„«»\"'`](?:(?<=[“”„«»\"])|(?<=')'|(?<=`)`)")
_SINGLE_OPEN = re.compile(r"[‘'](?<![\w’'].)(?=[^\s‘'])")
_SINGLE_CLOSE = re.compile(r"[’'](?<=\S.)(?![\w’'])")
_OPENING, _CLOSING = set("“„«") | {"``"}, set("”»")
_LONGEST = 5_000  # characters in one paragraph; an opening mark that never closes is an error
_PARAGRAPHS = 3  # after the one that opens a quotation, in which its closing mark may stand


def find_quotations(text: str, blocks: Iterable[Span]) -> tuple[Span, ...]:
    """The quotations, marks included, in order; one that a paragraph leaves open ends with it."""
    found: list[Span] = []
    for block in blocks:
        words = block.slice(text)
        if not _MARK.search(words):
            continue
        pairs = list(_doubles(words)) or list(_singles(words))
        found += [Span(block.start + start, block.start + end) for start, end in pairs]
    return tuple(found)


def find_continued(text: str, blocks: Sequence[Span]) -> tuple[Span, ...]:
    """What stands between a mark that its paragraph does not close, and the next, which closes.

    Most papers open each paragraph of a long quotation anew. Where one does not, the next mark, in
    one of the next three paragraphs, can only be a closing one.
    """
    return tuple(
        Span(block.end, closing)
        for number, block in enumerate(blocks)
        if _is_left_open(block.slice(text))
        and (closing := _closing(text, blocks[number + 1 : number + 1 + _PARAGRAPHS])) is not None
    )


def _is_left_open(words: str) -> bool:
    if words.endswith(("”", "»", '"', "''")):
        return False
    return max(_doubles(words), default=(0, 0))[1] == len(words)


def _closing(text: str, blocks: Iterable[Span]) -> int | None:
    for block in blocks:
        words = block.slice(text)
        mark = _DOUBLE.search(words)
        if mark is not None:
            closes = mark.start() > 0 and _can_only_close(words, mark)
            return block.start + mark.end() if closes else None
    return None


def _doubles(words: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in _DOUBLE.finditer(words):
        if opened is None:
            if not _can_only_close(words, match):
                opened = match.start()
        elif match[0] in _OPENING:
            opened = match.start()  # the one before was never closed
        elif not _can_only_open(words, match):
            if match.start() - opened > 1:
                yield opened, match.end()
            opened = None
    if opened is not None and len(words) - opened < _LONGEST:
        yield opened, len(words)


def _can_only_close(words: str, match: re.Match[str]) -> bool:
    if match[0] in _CLOSING or match[0] in _OPENING:
        return match[0] in _CLOSING
    return match.end() == len(words) or words[match.end()].isspace()


def _can_only_open(words: str, match: re.Match[str]) -> bool:
    if match[0] in _CLOSING or match[0] in _OPENING:
        return match[0] in _OPENING
    after = words[match.end() : match.end() + 1]
    return (match.start() == 0 or words[match.start() - 1].isspace()) and after.isalnum()


def _singles(words: str) -> Iterator[tuple[int, int]]:
    """Quotations in single marks, which are apostrophes too: the closing one is the first that
    no letter follows, after a stop if there is such a one."""
    at = 0
    while opening := _SINGLE_OPEN.search(words, at):
        limit = _SINGLE_OPEN.search(words, opening.end())
        end = limit.start() if limit else len(words)
        closings = list(_SINGLE_CLOSE.finditer(words, opening.end(), end))
        stops = [m for m in closings if words[m.start() - 1] in ",.?!…"]
        if not closings:
            at = opening.end()
            continue
        closing = (stops or closings)[0]
        if " " in words[opening.end() : closing.start()]:
            yield opening.start(), closing.end()
        at = closing.end()
