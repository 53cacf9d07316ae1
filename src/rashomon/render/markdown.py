"""The dossier as Markdown, in the order of the HTML page, for editors and version control."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.article import Article, Label
from rashomon.model.dossier import Comparison, Dossier, Entry, Point, Position
from rashomon.model.lineage import Lineage, PickupKind, Side
from rashomon.model.skip import Skip
from rashomon.model.span import Citation
from rashomon.render import phrases
from rashomon.render.page_text import runs
from rashomon.render.register import MAX_PAIRS, MAX_PLACES, Register, citations
from rashomon.render.shown import link, one_line

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_BEGINNING = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])")


def render_markdown(
    dossier: Dossier, excerpts: bool = False, *, skipped: Sequence[Skip] = ()
) -> str:
    """The dossier as Markdown that ends with a newline.

    Every statement ends with its citations, `[p1:120-180]` for characters 120 to 180 of page
    1; the passages follow at the end, under those names. With `excerpts` no page is in full.
    """
    register = Register(dossier)
    parts = [
        _head(dossier),
        _brief(dossier, register),
        *_section(
            "The points",
            (_point(p, register) for part in phrases.ordered(dossier.points) for p in part),
        ),
        *_section("The figures", (_comparison(c, register) for c in dossier.figures)),
        *_section("Details", (_comparison(c, register) for c in dossier.details)),
        *_section("Names and their spellings", [_names(dossier, register)]),
        *_section("How they name it", _wording(dossier, register)),
        *_section("Timeline", ["\n".join(_entry(e, register) for e in dossier.timeline)]),
        *_section("What only one account reports", _only(dossier, register)),
        *_section("The accounts", (_accounts(dossier, register))),
        *_section("The pages", (_page(p, register, excerpts) for p in dossier.pages)),
        *_section("What was left out", [_left_out(dossier, skipped)]),
        *_section("The passages", [_passages(dossier, register)]),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Page text on one line in which Markdown sees no mark of its own."""
    line = _MARKS.sub(r"\\\1", one_line(text))
    return _BEGINNING.sub(lambda found: _guarded(found[1], found[2]), line)


def _guarded(space: str, mark: str) -> str:
    return f"{space}{mark[:-1]}\\{mark[-1]}"


def _section(title: str, parts: Iterable[str]) -> Iterator[str]:
    kept = [part for part in parts if part]
    if kept:
        yield f"## {title}"
        yield from kept


def _head(dossier: Dossier) -> str:
    bounds = phrases.bounds(dossier)
    published = f"\n\nPublished {phrases.from_to(*bounds)}." if bounds else ""
    return f"# {escaped(dossier.title)}\n\n{phrases.counted(dossier.counts)}{published}"


def _brief(dossier: Dossier, register: Register) -> str:
    sentences = [f"{escaped(s.text)} {cites(register, s.evidence)}" for s in dossier.brief]
    return " ".join(sentences) or "_Nothing could be said briefly without losing who said it._"


def cites(register: Register, evidence: Sequence[Citation], more: int = 0) -> str:
    """The places of the passages, each once."""
    names = list(dict.fromkeys(_place(register, cited) for cited in evidence))
    shown = [f"\\[{name}\\]" for name in names[:MAX_PLACES]]
    return " ".join([*shown, *_more(more + len(names) - len(shown))])


def _more(count: int) -> list[str]:
    return [f"and {count:,} more, all in the JSON"] if count else []


def _place(register: Register, cited: Citation) -> str:
    return f"p{register.number(cited.page)}:{cited.start}-{cited.end}"


def _letters(register: Register, accounts: Sequence[str]) -> str:
    noun = "account" if len(accounts) == 1 else "accounts"
    return f"{noun} {', '.join(escaped(register.account(id_).letter) for id_ in accounts)}"


def _point(point: Point, register: Register) -> str:
    lines = [f"### {escaped(point.question)} ({phrases.status(point)})"]
    for stand, positions in phrases.stands(point):
        lines.append(f"**{stand.value.capitalize()}**")
        lines.append("\n\n".join(_position(position, register) for position in positions))
    answers = [
        f"- {escaped(answer.text)} ({_letters(register, answer.accounts)}) "
        f"{cites(register, answer.evidence)}"
        for answer in point.answers
    ]
    return "\n\n".join([*lines, *(["\n".join(answers)] if answers else [])])


def _position(position: Position, register: Register) -> str:
    holder = position.holder
    about = f" ({escaped(phrases.about(holder))})" if phrases.about(holder) else ""
    outlets = register.outlets([cited.page for cited in position.evidence])
    chain = " ← ".join(escaped(name) for name in phrases.chain(position, outlets))
    since = f"; since {escaped(phrases.moment(position.since))}" if position.since else ""
    quotes = "".join(
        f"\n\n  > {escaped(passage.text)} {cites(register, passage.places, passage.more)}"
        for passage in register.passages(position.evidence)
    )
    rest = _more(register.count(position.evidence) - len(register.passages(position.evidence)))
    quotes += "".join(f"\n\n  > {more}" for more in rest)
    return (
        f"- **{escaped(register.holder(position))}**{about}: {chain}. "
        f"{phrases.carried(position).capitalize()} "
        f"({_letters(register, position.accounts)}); "
        f"{phrases.MODE[position.mode]}{since}.{quotes}"
    )


def _comparison(comparison: Comparison, register: Register) -> str:
    lines = [
        f"### {escaped(comparison.quantity)} ({phrases.RELATION[comparison.relation]})",
        escaped(comparison.reason),
    ]
    values = [
        f"- {escaped(text)}{f', as of {escaped(phrases.moment(as_of))}' if as_of else ''}: "
        f"{', '.join(map(escaped, register.outlets([p.page for p in places])))} "
        f"{cites(register, places)}"
        for text, as_of, places in register.values(comparison)
    ]
    return "\n\n".join([*filter(None, lines), "\n".join(values)])


def _names(dossier: Dossier, register: Register) -> str:
    return "\n".join(
        "- "
        + "; ".join(
            f"{escaped(name.text)} ({', '.join(_numbers(register, name.pages))})" for name in group
        )
        for group in dossier.names
    )


def _numbers(register: Register, pages: Sequence[str]) -> list[str]:
    shown = [f"p{register.number(id_)}" for id_ in pages[:MAX_PLACES]]
    return [*shown, *_more(len(pages) - len(shown))]


def _wording(dossier: Dossier, register: Register) -> Iterator[str]:
    for wording in dossier.wording:
        words = "\n".join(
            f"- {escaped(word.text)} ({_letters(register, word.accounts)}) "
            f"{cites(register, word.evidence)}"
            for word in wording.words
        )
        yield f"### {escaped(wording.referent)}\n\n{words}"


def _entry(entry: Entry, register: Register) -> str:
    day = escaped(phrases.moment(entry.date))
    line = f"- **{day}** ({entry.kind.value}): {escaped(entry.event)} "
    line += cites(register, entry.evidence)
    if entry.disputed:
        line += f"; another day is given {cites(register, entry.disputed)}"
    return line


def _only(dossier: Dossier, register: Register) -> Iterator[str]:
    for only in dossier.only:
        account = register.account(only.account)
        passages = "\n".join(
            f"- {escaped(passage.text)} {cites(register, passage.places, passage.more)}"
            for passage in register.passages(only.evidence)
        )
        yield f"### {escaped(account.letter)}: {escaped(account.name)}\n\n{passages}"


def _accounts(dossier: Dossier, register: Register) -> Iterator[str]:
    lines = []
    for account in register.accounts:
        pages = ", ".join(
            f"p{register.number(id_)} {escaped(register.outlet(id_))}"
            for id_ in account.lineage.articles
        )
        lines.append(f"- **{account.letter}: {escaped(account.name)}** ({pages})")
        lines.extend(_altered(account.lineage, register))
    yield "\n".join(lines)
    pairs = [p for p in dossier.pickups if p.kind is not PickupKind.FURNITURE]
    arrows = {Side.LEFT: "→", Side.RIGHT: "←", None: "–"}
    yield "\n".join(
        f"- p{register.number(p.left)} {arrows[p.origin]} p{register.number(p.right)}: "
        f"{p.kind.value}, {p.left_share:.0%} and {p.right_share:.0%} shared"
        for p in pairs[:MAX_PAIRS]
    )
    yield from _more(len(pairs) - len(pairs[:MAX_PAIRS]))


def _altered(lineage: Lineage, register: Register) -> Iterator[str]:
    shown = register.alterations(lineage)
    for change, (left, right) in zip(lineage.altered, shown, strict=False):
        yield (
            f"  - {change.what.value} altered: "
            f"{escaped(left.place.text)} {cites(register, [left.place])} / "
            f"{escaped(right.place.text)} {cites(register, [right.place])}"
        )
    yield from (f"  - {more}" for more in _more(len(lineage.altered) - len(shown)))


def _page(page: Article, register: Register, excerpts: bool) -> str:
    number = register.number(page.id)
    facts = [
        page.outlet or page.host or "outlet unknown",
        f"by {', '.join(page.authors)}" if page.authors else None,
        phrases.moment(page.published) if page.published else "no date of publication",
        f"credits {', '.join(page.credits)}" if page.credits else None,
        page.kind.value if page.kind.value != "article" else None,
        "cut off" if page.cut_off else None,
        link(page.url) or page.id,
    ]
    head = f"### p{number}: {escaped(page.headline or 'no headline found')}\n\n"
    head += ". ".join(escaped(fact) for fact in facts if fact)
    return head if excerpts else head + "\n\n" + _text(page)


def _text(page: Article) -> str:
    """The article's own blocks as quotation; what is set apart is counted."""
    parts = []
    for run in runs(page, ()):
        if run.apart is None:
            parts += [f"> {_label(line.label)}{escaped(line.text)}" for line in run.lines]
        else:
            blocks = phrases.plural(len(run.lines), f"{run.apart.value} block")
            parts.append(f"> _{blocks} set apart ({run.characters:,} characters)_")
    return "\n>\n".join(parts)


def _label(label: Label) -> str:
    return "" if label is Label.BODY else f"_{label.value}_ "


def _left_out(dossier: Dossier, skipped: Sequence[Skip]) -> str:
    lines = [
        f"- {phrases.plural(dossier.dropped.brief, 'sentence')} of the brief that could not be "
        "shortened faithfully"
    ]
    if dossier.dropped.points:
        points = phrases.plural(dossier.dropped.points, "point")
        lines.append(f"- {points} on which fewer accounts speak than on those above")
    for cause, count, skips in phrases.causes(skipped):
        lines.append(f"- {phrases.plural(count, 'input')} skipped: {cause.value}")
        lines += [f"  - {escaped(skip.subject)}: {escaped(skip.detail)}" for skip in skips]
    return "\n".join(lines)


def _passages(dossier: Dossier, register: Register) -> str:
    """Each cited passage once, under its name, in the order of the pages."""
    cited = {(register.number(c.page), c.start, c.end): c for c in citations(dossier, register)}
    return "\n".join(
        f"- {cites(register, [cited[key]])} {escaped(cited[key].text)}" for key in sorted(cited)
    )
