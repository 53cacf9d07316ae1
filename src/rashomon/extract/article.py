"""A page to an article: the one public function of the step, and its three ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.extract.cut_off import find_cut_off
from rashomon.extract.fields.fields import Fields, text_fields
from rashomon.extract.html.boxes import find_boxes, mark_boxes
from rashomon.extract.html.facts import Facts, find_facts
from rashomon.extract.html.fields import html_fields
from rashomon.extract.html.head_fields import canonical_url, states_article, titles
from rashomon.extract.html.main_text import find_main_text
from rashomon.extract.html.markup import TooMuch, check_lines, parse_markup
from rashomon.extract.html.row_labels import label_rows
from rashomon.extract.html.stated_kinds import stated_kind
from rashomon.extract.html.visible import render
from rashomon.extract.lines import Labeller, label_lines
from rashomon.extract.lines.page_lines import split_lines
from rashomon.extract.lines.wrapped import join_wrapped
from rashomon.extract.page_kind import only_titles, page_kind
from rashomon.extract.settle import settle
from rashomon.extract.sheet import Sheet, lay_out
from rashomon.extract.threads import set_comments_apart
from rashomon.extract.title_lines import put_titles_right
from rashomon.extract.trail import Part, Trail
from rashomon.model.article import Article, Block, Kind, Label
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.text.language import find_language

# Half a surrogate pair is no character, and nothing could write it out again.
_HALVES = re.compile("[\ud800-\udfff]")


def extract(
    page: Page, labeller: Labeller | None = None, trail: Trail | None = None
) -> Article | Skip:
    """What the page publishes: its parts told apart, its fields, and the evidence for each.

    Without a labeller plainer rules tell the lines apart. A trail that is passed in
    is left with what an explanation needs.
    Errors: none on any page; one that holds no article's text is a Skip.
    """
    trail = Trail() if trail is None else trail
    find = _extract_html if page.form is Form.HTML else _text
    try:
        return find(page, labeller, trail)
    except TooMuch as reason:
        return Skip(page.id, Stage.EXTRACT, Cause.TOO_LARGE, str(reason))


def _text(page: Page, labeller: Labeller | None, trail: Trail) -> Article | Skip:
    if not page.text.isascii():
        page = replace(page, text=_HALVES.sub("\ufffd", page.text))
    check_lines(page.text)
    if page.form is Form.CLEAN:
        trail.keep(Part.GIVEN, _all_body(page.text))
    else:
        label_lines(page.text, labeller, trail)
    return _assemble(page, page.text, lambda sheet: text_fields(sheet, page), trail)


def _all_body(text: str) -> tuple[Block, ...]:
    lines = join_wrapped(text, split_lines(text))
    return tuple(Block(line.start, line.end, Label.BODY) for line in lines)


def _extract_html(page: Page, labeller: Labeller | None, trail: Trail) -> Article | Skip:
    tree = parse_markup(page.text)
    if tree is None:
        return Skip(page.id, Stage.EXTRACT, Cause.NO_TEXT, "no element in the markup")
    rendering = render(tree)
    rendering = mark_boxes(rendering, find_boxes(tree, rendering))
    check_lines(rendering.text)
    facts = find_facts(tree)
    votes = find_main_text(tree, rendering, facts, labeller.rows if labeller else None)
    trail.rendering, trail.votes, trail.facts = rendering, votes, facts
    if votes.main:
        trail.keep(Part.MARKUP, label_rows(rendering, votes, titles(facts)))
    else:
        label_lines(rendering.text, labeller, trail)
    page = replace(page, url=page.url or canonical_url(facts))
    return _assemble(
        page, rendering.text, lambda sheet: html_fields(sheet, facts, tree, page), trail, facts
    )


def _assemble(
    page: Page,
    text: str,
    find_fields: Callable[[Sheet], Fields],
    trail: Trail,
    facts: Facts | None = None,
) -> Article | Skip:
    """The article of the labelled text; `facts` are what a document's head states."""
    if page.form is not Form.CLEAN:
        trail.keep(Part.COMMENTS, set_comments_apart(text, trail.blocks))
    if page.form is Form.TEXT:
        trail.keep(Part.TITLES, put_titles_right(text, trail.blocks))
    blocks = trail.blocks
    sheet = lay_out(text, blocks)
    trail.text, trail.sheet = text, sheet
    if not sheet.body:
        return _no_article(page, text, blocks)
    stated = page.form is Form.CLEAN or (facts is not None and states_article(facts))
    if not stated and (reason := only_titles(text, blocks)):
        return Skip(page.id, Stage.EXTRACT, Cause.NOT_AN_ARTICLE, f"index: {reason}")
    trail.fields = fields = find_fields(sheet)
    if page.form is not Form.CLEAN:
        settled = settle(sheet, fields.evidence)
        if any(block.label is Label.BODY for block in settled):  # a brief may be one signed line
            blocks = settled
            trail.keep(Part.FIELDS, blocks)
    cut_off = find_cut_off(text, blocks, facts)
    trail.kind = (facts and stated_kind(facts, page.url)) or page_kind(text, blocks, stated)
    return Article(
        id=page.id,
        content_hash=page.content_hash,
        text=text,
        blocks=blocks,
        headline=fields.headline.value if fields.headline else None,
        standfirst=fields.standfirst.value if fields.standfirst else None,
        authors=fields.authors.value if fields.authors else (),
        credits=fields.credits.value if fields.credits else (),
        dateline=fields.dateline.value if fields.dateline else None,
        outlet=fields.outlet.value if fields.outlet else None,
        host=fields.host.value if fields.host else None,
        published=fields.published.value if fields.published else None,
        modified=fields.modified.value if fields.modified else None,
        section=fields.section.value if fields.section else None,
        language=find_language("\n".join(line.text for line in sheet.body)),
        cut_off=cut_off is not None,
        kind=trail.kind.kind,
        url=page.url,
        evidence=fields.evidence | ({"cut_off": (cut_off,)} if cut_off else {}),
    )


def _no_article(page: Page, text: str, blocks: tuple[Block, ...]) -> Skip:
    """Why nothing is left: the page shows something else, or nothing that can be read."""
    kind, reason = page_kind(text, blocks)
    if kind in (Kind.INDEX, Kind.GALLERY):
        return Skip(page.id, Stage.EXTRACT, Cause.NOT_AN_ARTICLE, f"{kind}: {reason}")
    detail = f"no paragraph of an article in {len(blocks)} lines"
    return Skip(page.id, Stage.EXTRACT, Cause.NO_TEXT, detail)
