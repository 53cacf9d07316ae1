"""What holds of any bytes at all: they give articles or skips, and every place is in the text."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from rashomon.extract import Labeller, extract, load_labeller
from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.skip import Skip
from rashomon.read import Limits, read

# The first byte chooses: names decide how some files are read.
SUFFIXES = (
    *(".html", ".txt", ".jsonl", ".json", ".csv", ".tsv", ".xml", ".mht"),
    *(".warc", ".warc.gz", ".zip", ".tar", ".tar.gz", ".gz"),
)
FORMS = (Form.HTML, Form.TEXT, Form.CLEAN)
_labellers: list[Labeller] = []


def read_any(raw: bytes) -> None:
    """Read the bytes as a file with some name."""
    suffix = SUFFIXES[raw[0] % len(SUFFIXES)] if raw else ".txt"
    limits = Limits(page_bytes=1_000_000, record_bytes=4_000_000)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "file" + suffix)
        file.write_bytes(raw[1:])
        for item in read(file, limits=limits):
            assert isinstance(item, Page | Article | Skip)
            if isinstance(item, Page):
                item.text.encode()  # no half of a surrogate pair


def extract_any(raw: bytes) -> None:
    """Extract the bytes as HTML, a dump or clean text."""
    form = FORMS[raw[0] % len(FORMS)] if raw else Form.TEXT
    page = Page("page", raw[1:].decode("utf-8", "replace"), form, "0" * 64)
    if not _labellers:
        _labellers.append(load_labeller())
    found = extract(page, _labellers[0])
    if isinstance(found, Skip):
        return
    assert found == extract(page, _labellers[0])
    assert all(block.start < block.end <= len(found.text) for block in found.blocks)
    starts = [*(block.start for block in found.blocks), len(found.text)]
    ends = [0, *(block.end for block in found.blocks)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        # Spaces, and the mark that parts the paragraphs of some dumps.
        assert not found.text[end:start].replace("###", "").strip()


TARGETS: dict[str, Callable[[bytes], None]] = {"read": read_any, "extract": extract_any}
