"""Programs that extract articles from HTML, each asked for the same things on the same page.

Peers are installed by `make peers`; one that is not there is named and left out. None of them is
given the network.
"""

from __future__ import annotations

import importlib
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import util
from io import BytesIO
from pathlib import Path
from typing import Any

from evaluation.pages import Sample
from rashomon.extract import extract, load_labeller
from rashomon.model.article import Article, Label
from rashomon.model.page import Page
from rashomon.read import read

ALONE = Path(sys.prefix)  # environments of programs that cannot stand beside ours are in here
MAIN = (Label.BODY, Label.STANDFIRST)


@dataclass(frozen=True)
class Answer:
    """What a program makes of a page; all fields as text."""

    main: str = ""
    comments: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    day: str = ""
    elsewhere: float = 0.0
    """Seconds of processor time in a process of the program's own."""


Ask = Callable[[Sample], Answer]


@dataclass(frozen=True)
class Program:
    """A program under its name, the module it needs, and whether it gives metadata."""

    name: str
    module: str
    start: Callable[[], Ask]
    fields: bool = True

    @property
    def installed(self) -> bool:
        """Whether its module can be imported, here or in the environment that it has to itself."""
        return util.find_spec(self.module) is not None or (ALONE / self.module).is_dir()


def rashomon() -> Ask:
    labeller = load_labeller()

    def ask(sample: Sample) -> Answer:
        record = json.dumps({"id": "page", "html": sample.html, "url": sample.url}).encode()
        [page] = read("-", stdin=BytesIO(record))
        article = extract(page, labeller) if isinstance(page, Page) else page
        if not isinstance(article, Article):
            return Answer()
        return Answer(
            "\n".join(span.slice(article.text) for span in article.spans(*MAIN)),
            "\n".join(span.slice(article.text) for span in article.spans(Label.COMMENT)),
            article.headline or "",
            article.authors,
            (article.published or "")[:10],
        )

    return ask


def trafilatura(*, comments: bool = False, precise: bool = False) -> Ask:
    """Text and fields; its text is better where it is not asked for comments."""
    module = importlib.import_module("trafilatura")

    def ask(sample: Sample) -> Answer:
        found = module.bare_extraction(
            sample.html,
            url=sample.url,
            with_metadata=True,
            include_comments=comments,
            favor_precision=precise,
        )
        if found is None:
            return Answer()
        authors = tuple(filter(None, (found.author or "").split("; ")))
        return Answer(
            found.text or "", found.comments or "", found.title or "", authors, found.date or ""
        )

    return ask


def newspaper() -> Ask:
    module = importlib.import_module("newspaper")

    def ask(sample: Sample) -> Answer:
        article = module.Article(sample.url, fetch_images=False)
        article.download(input_html=sample.html)
        article.parse()
        return Answer(
            article.text or "",
            "",
            article.title or "",
            tuple(article.authors or ()),
            _day(article.publish_date),
        )

    return ask


def _day(moment: Any) -> str:
    return str(moment or "")[:10]


def news_please() -> Ask:
    """It runs in an environment of its own, as `evaluation/news_please.py`."""
    program = ALONE / "news-please" / "bin" / "python"
    script = Path(__file__).with_name("news_please.py")
    process = subprocess.Popen(
        [program, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def ask(sample: Sample) -> Answer:
        assert process.stdin
        assert process.stdout
        print(json.dumps({"html": sample.html, "url": sample.url}), file=process.stdin, flush=True)
        found = json.loads(process.stdout.readline())
        return Answer(**{**found, "authors": tuple(found.get("authors", ()))})

    return ask


def readability() -> Ask:
    module = importlib.import_module("readability")
    lines = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def ask(sample: Sample) -> Answer:
        document = module.Document(sample.html)
        return Answer(lines(document.summary()), "", document.short_title() or "")

    return ask


def resiliparse() -> Ask:
    lines = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda s: Answer(lines(s.html, main_content=True, comments=False))


# Source: ISO 639-1 codes of the languages that jusText has stop words for and the sets hold.
STOP_WORDS = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "ru": "Russian",
    "tr": "Turkish",
    "cs": "Czech",
    "sv": "Swedish",
    "fi": "Finnish",
    "el": "Greek",
    "ar": "Arabic",
}


def justext() -> Ask:
    module = importlib.import_module("justext")

    def ask(sample: Sample) -> Answer:
        words = module.get_stoplist(STOP_WORDS.get(sample.language or "", "English"))
        paragraphs = module.justext(sample.html.encode(), words, encoding="utf-8")
        return Answer("\n".join(p.text for p in paragraphs if not p.is_boilerplate))

    return ask


PROGRAMS = (
    Program("rashomon", "rashomon", rashomon),
    Program("trafilatura", "trafilatura", trafilatura),
    Program("trafilatura precision", "trafilatura", lambda: trafilatura(precise=True)),
    Program("trafilatura comments", "trafilatura", lambda: trafilatura(comments=True)),
    Program("newspaper4k", "newspaper", newspaper),
    Program("news-please", "news-please", news_please),
    Program("readability-lxml", "readability", readability),
    Program("resiliparse", "resiliparse", resiliparse, fields=False),
    Program("jusText", "justext", justext, fields=False),
)


def ask_safely(ask: Ask, sample: Sample) -> Answer:
    """The answer; an empty one where the program fails on the page."""
    logging.disable(logging.CRITICAL)
    try:
        return ask(sample)
    except Exception:  # a page that a program falls over is one that it gives nothing for
        return Answer()
    finally:
        logging.disable(logging.NOTSET)
