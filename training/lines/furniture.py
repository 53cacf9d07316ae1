"""Invented page furniture, put into training dumps where such lines stand on news pages.

Public pages with known main text are rich in menus and poor in what dumps of news pages hold
next to the article: credits, agency notices, captions with credits, "read also" lines, paywall
stubs, readers' comments. The lines here are of the trade's usual shapes; every name is made up or
drawn by chance from common ones, so that shape is learnt and no outlet.
"""

# ruff: noqa: E501
from __future__ import annotations

import random
from collections.abc import Sequence

from training.lines.invented import (
    AGENCIES,
    DAYS,
    OPINIONS,
    PHOTO_BANKS,
    PLACES,
    clock,
    day,
    paper,
    person,
)

Lines = list[tuple[str, str]]


def furnish(
    lines: Lines, others: Sequence[str], captions: Sequence[str], random_: random.Random
) -> Lines:
    """The page's lines with furniture put in its usual places.

    `others` are headlines of other pages, `captions` captions of other pages.
    """
    labels = [label for _, label in lines]
    if "body" not in labels:
        return lines
    first = labels.index("body")
    last = len(labels) - 1 - labels[::-1].index("body")
    body = [text for text, label in lines if label == "body"]
    before, inside, after = lines[:first], list(lines[first : last + 1]), lines[last + 1 :]
    if "headline" not in labels[:first] and random_.random() < 0.5:
        before = [*before, (random_.choice(list(others)), "headline")]
    meta = head_lines(body, captions, random_)
    interrupt(inside, body, others, captions, random_)
    if random_.random() < 0.25:
        # On some sites place, writer or date stand over the headline.
        places = [i for i, (_, label) in enumerate(before) if label == "headline"]
        if places:
            before = before[: places[-1]] + meta[:2] + before[places[-1] :]
            meta = meta[2:]
    tail: Lines = []
    for make in random_.sample(
        (notices, promotions, comments, more_stories, more_stories, byline_end), 3
    ):
        tail += make(body, others, random_)
    if random_.random() < 0.5:
        return before + meta + inside + tail
    return before + meta + inside + tail + after


def head_lines(body: Sequence[str], captions: Sequence[str], random_: random.Random) -> Lines:
    """What stands between headline and body."""
    meta = meta_lines(random_)
    if random_.random() < 0.6:
        meta.insert(random_.randrange(len(meta) + 1), (caption(body, captions, random_), "caption"))
    if random_.random() < 0.35:
        summary = (random_.choice(body)[:300].split(". ")[0], "standfirst")
        meta.insert(random_.choice((0, 0, len(meta))), summary)
    return meta


def interrupt(
    inside: Lines,
    body: Sequence[str],
    others: Sequence[str],
    captions: Sequence[str],
    random_: random.Random,
) -> None:
    """Puts lines between the paragraphs."""
    for _ in range(random_.choice((0, 0, 1, 1, 2, 3))):
        inside.insert(random_.randint(1, len(inside)), inset(body, others, captions, random_))
    if random_.random() < 0.5:
        inside.insert(
            random_.choice((len(inside), random_.randint(1, len(inside)))), formula(random_)
        )


def meta_lines(random_: random.Random) -> Lines:
    """Who, when and by whom, in some order and one of the usual shapes."""
    date = day(random_)
    name = person(random_)
    agency = random_.choice(AGENCIES)
    place = random_.choice(PLACES)
    chosen = random_.choice(
        (
            [(f"{agency} – {date}", "credit")],
            [(f"{paper(random_)} – {date}", "credit")],
            [(agency, "credit"), (place, "dateline"), (f"Updated: {date} {clock(random_)}", "dateline"), (f"Created: {date} {clock(random_)}", "dateline")],
            [(f"{date} | {clock(random_)}", "dateline"), (name, "byline")],
            [(f"By {name}", "byline"), (date, "dateline")],
            [(name, "byline"), (f"Published {date}", "dateline")],
            [(f"{place}- {name}", "byline")],
            [(f"{random_.randint(1, 14)} min read", "dateline"), (date, "dateline")],
            [(f"By {name} and {person(random_)}", "byline"), (f"Last updated on {date}", "dateline"), (place, "dateline")],
            [(f"By {agency}", "credit"), (f"{date}, {clock(random_)}", "dateline")],
            [(f"{name}, {agency}", "byline"), (f"Posted: {date} at {clock(random_)}", "dateline")],
            [(f"Source: {agency}", "credit"), (date, "dateline")],
            [(f"{name} | {paper(random_)}", "byline"), (f"{random_.randint(2, 23)} hours ago", "dateline")],
            [(f"by {name.lower()}", "byline"), ("Share", "navigation"), (date, "dateline")],
            [(f"{name} in {place.title()}", "byline"), (f"{random_.choice(DAYS)} {date} {clock(random_)}", "dateline")],
            [],
        )
    )  # fmt: skip
    if random_.random() < 0.15:
        divided: Lines = []
        for text, label in chosen:
            divided += [(f"  • {text}", label), ("  • |", "navigation")]
        chosen = divided[:-1]
    if random_.random() < 0.15:
        chosen = [*chosen, (person(random_), "byline")]
    return list(chosen)


def caption(body: Sequence[str], captions: Sequence[str], random_: random.Random) -> str:
    """A caption with its credit."""
    if captions and random_.random() < 0.5:
        text = random_.choice(list(captions))
    else:
        text = random_.choice(list(body)).split(". ")[0][:180].strip("\"“”'")
    text = random_.choice(
        (
            text,
            text,
            f"File photo: {text}",
            "Representative image",
            f"{person(random_)} (left) and {person(random_)}",
            f"{person(random_)} speaks to reporters in {random_.choice(PLACES).title()} on {day(random_)}",
        )
    )
    bank = random_.choice(PHOTO_BANKS)
    if random_.random() < 0.2:
        return random_.choice(
            (
                f"({person(random_)}/{paper(random_)})",
                f"{person(random_)}/{bank}",
                f"Photo: {person(random_)}",
                f"({bank})",
                f"{person(random_)} / {bank}",
                f"Credit: {bank}",
                f"Photo by {person(random_)}",
            )
        )
    credit = random_.choice(
        (
            f" [{bank}]", f" [{bank}]", f" [{person(random_)}/{bank}]", f" ({bank})", f" {bank.upper()}/{person(random_)}", f". {bank.upper()}/{person(random_)}",
            f" Image Credit: {bank}", f" Photo: {bank}", f" (AP Photo/{person(random_)})", f" - {bank}",
            f" | {person(random_)}/{bank}", f" © {bank}", f" (Photo by {person(random_)}/{bank})", f" (Image: {bank})", f" /{bank}", "",
        )
    )  # fmt: skip
    return (text + credit).strip()


def inset(
    body: Sequence[str], others: Sequence[str], captions: Sequence[str], random_: random.Random
) -> tuple[str, str]:
    """A line that interrupts the body."""
    other = random_.choice(list(others))
    opening = random_.choice(
        (
            "Read also",
            "Also read",
            "READ ALSO",
            "Read more",
            "See also",
            "Related",
            "RELATED",
            "More",
            "Watch",
            "READ MORE",
            "Don't miss",
            "Also",
            "Lire aussi",
            "Lesen Sie auch",
            "Lea también",
        )
    )
    return random_.choice(
        (
            (f"{opening}: {other}", "related"),
            (f"{opening}: {other}", "related"),
            (f"{opening} | {other}", "related"),
            (f"[{opening}: {other}]", "related"),
            (other, "related"),
            ("Advertisement", "promotion"),
            ("ADVERTISEMENT", "promotion"),
            ("Story continues below advertisement", "promotion"),
            ("Sign up for our daily newsletter and never miss a story.", "promotion"),
            (f"Get the {paper(random_)} briefing in your inbox every morning", "promotion"),
            (caption(body, captions, random_), "caption"),
            (caption(body, captions, random_), "caption"),
        )
    )  # fmt: skip


def formula(random_: random.Random) -> tuple[str, str]:
    """A sentence of the body that uses furniture's words."""
    who = random_.choice(
        (
            "The ministry",
            "A spokesman for the company",
            "The mayor's office",
            f"{person(random_)}'s lawyer",
            "The White House",
            "The ruling party",
            f"A spokeswoman for the {random_.choice(PLACES).title()} police",
            "The two firms",
            f"{person(random_)}",
            "The army",
            "The bank",
        )
    )
    what = random_.choice(
        (
            "declined to comment",
            "also declined to comment",
            "did not respond to a request for comment",
            "did not immediately reply to requests for comment",
            "could not be reached for comment",
            "refused to comment on the report",
            "had no comment",
            f"told {random_.choice(AGENCIES)} that it would comment later",
            "said it was aware of the reports and the video",
            "said the latest figures would be published next week",
            "said in a post that the account had been closed",
            f"told {random_.choice(AGENCIES)} that they had read the report",
            "said that members would be asked to sign up again",
            "did not reply to questions",
        )
    )
    when = random_.choice(
        (
            "",
            "",
            f" on {random_.choice(DAYS)}",
            " last week",
            " when contacted",
            f" in {random_.choice(PLACES).title()}",
        )
    )
    return f"{who} {what}{when}.", "body"


def notices(body: Sequence[str], others: Sequence[str], random_: random.Random) -> Lines:
    name = paper(random_)
    year = random_.randint(1998, 2031)
    return [
        (
            random_.choice(
                (
                    f"(This story has not been edited by {name} staff and is published from a syndicated feed.)",
                    f"(Except for the headline, this story has not been edited by {name} and is auto-generated from an agency feed.)",
                    "(This story has been published from a wire agency feed without modifications to the text.)",
                    f"Disclaimer: The views expressed in this article are the author's own and do not necessarily reflect those of {name}.",
                    f"Correction: An earlier version of this article misstated the date. It has been corrected. {name} regrets the error.",
                    f"This article was originally published by {random_.choice(AGENCIES)} and is republished here with permission.",
                    "Editor's note: This story has been updated with comments from the ministry.",
                    f"© {year} {name}. All rights reserved.",
                    f"© Copyright {year}",
                    f"Copyright {year} {random_.choice(AGENCIES)}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
                    "With inputs from agencies",
                    f"{name} standards: how we work and what we correct",
                    f"{person(random_)} is a senior correspondent for {name} who covers defence and diplomacy.",
                    f"Translated from the original by {name}.",
                )
            ),
            "notice",
        )
    ]


def promotions(body: Sequence[str], others: Sequence[str], random_: random.Random) -> Lines:
    name = paper(random_)
    pool = [
        "Sign up to read this article", "Subscribe to continue reading", "Already a member? Sign in here",
        "Already a subscriber? Log in", "Follow us on Twitter and Facebook for the latest news",
        f"Download the {name} app for breaking news", "Subscribe to our newsletter",
        "Get unlimited access for less than a dollar a week", "Start your free trial",
        "One subscription, every story. Cancel any time.", f"Support {name}: become a member today",
        "This article is for subscribers only", "Enjoy your first month free",
        "Follow us on Instagram to stay connected", "Join our WhatsApp channel",
        f"To read the full story, subscribe to {name}", "Get all your news in one place.", "Donate now",
        "Sign up for our free daily briefing", "Choose the plan that's right for you.",
        "Thank you for reading. You have reached your limit of free articles.",
    ]  # fmt: skip
    return [(text, "promotion") for text in random_.sample(pool, random_.randint(1, 5))]


def comments(body: Sequence[str], others: Sequence[str], random_: random.Random) -> Lines:
    out: Lines = []
    style = random_.randrange(5)
    if random_.random() < 0.5:
        out.append(
            (
                random_.choice(
                    (
                        "Comments",
                        f"{random_.randint(2, 90)} Comments",
                        "Leave a Reply",
                        "Join the conversation",
                        "Readers' comments",
                    )
                ),
                "comment",
            )
        )
    for number in range(1, random_.randint(2, 4)):
        words = [opinion(body, random_) for _ in range(random_.randint(1, 3))]
        who, when = person(random_), f"{day(random_)}"
        if style == 0:
            out.append((f"  {number}. {words[0]}", "comment"))
            out += [(f"    {w}", "comment") for w in words[1:]]
            out += [("    Like", "comment"), (f"    Comment by {who} | {when} | Reply", "comment")]
        elif style == 1:
            out += [(f"{who} says:", "comment"), (f"{when} at {clock(random_)}", "comment")]
            out += [(w, "comment") for w in words] + [("Reply", "comment")]
        elif style == 2:
            out += [
                (f"{who}  •  {random_.randint(2, 9)} days ago", "comment"),
                (" ".join(words), "comment"),
                (f"{random_.randint(1, 40)} Likes   Reply   Share", "comment"),
            ]
        elif style == 3:
            out += [(who, "comment"), (" ".join(words), "comment"), ("Report abuse", "comment")]
        else:
            out += [
                (f"{who.replace(' ', '').lower()}{random_.randint(1, 99)}", "comment"),
                (" ".join(words), "comment"),
                (f"{when} {clock(random_)}", "comment"),
                ("Like · Reply", "comment"),
            ]
    return out


def opinion(body: Sequence[str], random_: random.Random) -> str:
    """A reader's paragraph; some take up the page's own words."""
    parts = random_.sample(OPINIONS, random_.choice((1, 1, 2, 3)))
    if random_.random() < 0.4:
        words = random_.choice(list(body)).split()[: random_.randint(6, 40)]
        parts.insert(
            random_.randrange(len(parts) + 1),
            " ".join(words).strip('"“”,;') + random_.choice((".", "?", "!", "...")),
        )
    return " ".join(parts)


def more_stories(body: Sequence[str], others: Sequence[str], random_: random.Random) -> Lines:
    heading = random_.choice(
        (
            "TRENDING",
            "Related Stories",
            "Latest News",
            "More from this section",
            "Most Read",
            "You may also like",
            "Recommended",
            "Top stories",
            "Our Picks",
            "RELATED ARTICLES",
            "Don't miss",
            "Editor's picks",
            "Popular",
            "Read next",
            "More on this story",
            "Videos",
        )
    )
    out: Lines = [(heading, "related")]
    teased = random_.random() < 0.4
    timed = random_.random() < 0.2
    for other in random_.sample(list(others), random_.randint(0, 6)):
        out.append((other, "related"))
        if timed:
            out.append((f"{random_.randint(2, 23)} hours ago", "related"))
        if teased:
            words = random_.choice(list(others))
            out.append(
                (
                    f"{random_.choice(PLACES).title()}'s government said on {random_.choice(DAYS)} that {words[:1].lower()}{words[1:]}, according to {random_.choice(AGENCIES)}, a move that critics have called...",
                    "related",
                )
            )
    return out


def byline_end(body: Sequence[str], others: Sequence[str], random_: random.Random) -> Lines:
    return [
        random_.choice(
            (
                (
                    f"(Reporting by {person(random_)} in {random_.choice(PLACES).title()}; Editing by {person(random_)} and {person(random_)})",
                    "byline",
                ),
                (f"{person(random_)} contributed to this report.", "byline"),
                (f"Additional reporting by {person(random_)}.", "byline"),
                (f"Additional reporting by {random_.choice(AGENCIES)}", "credit"),
                (f"({random_.choice(AGENCIES)})", "credit"),
                (f"— {random_.choice(AGENCIES)}", "credit"),
                (f"Source: {random_.choice(AGENCIES)}", "credit"),
            )
        )
    ]
