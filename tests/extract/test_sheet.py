from __future__ import annotations

from rashomon.extract.sheet import lay_out
from rashomon.model.article import Block, Label

STANDFIRST = (
    "The harbour office says that the crane was inspected in spring and had no fault that"
    " anybody could see."
)
PARAGRAPH = (
    "A crane fell onto the quay at Port Harl on Monday morning, the harbour office said, and two"
    " dockers were taken to hospital."
)


def first_of(*lines: tuple[str, Label]) -> int:
    text = "\n".join(line for line, _ in lines)
    starts = [sum(len(line) + 1 for line, _ in lines[:i]) for i in range(len(lines))]
    blocks = [
        Block(start, start + len(line), label)
        for start, (line, label) in zip(starts, lines, strict=True)
    ]
    return lay_out(text, blocks).first


def test_the_text_begins_below_the_date_line_under_a_standfirst() -> None:
    head = (("Crane falls at Port Harl", Label.HEADLINE), (STANDFIRST, Label.BODY))
    dated = ("Northern Courier - 3 May 2021", Label.NAVIGATION)
    text = ((PARAGRAPH, Label.BODY), (PARAGRAPH, Label.BODY))
    assert first_of(*head, dated, *text) == 3
    assert first_of(*head, ("Share this", Label.NAVIGATION), *text) == 1
    assert first_of(*head, *text, dated) == 1
