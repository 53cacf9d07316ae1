"""An invented story with one of everything that a dossier can hold."""

from __future__ import annotations

from rashomon.model.article import Article, Block, Dateline, Kind, Label
from rashomon.model.claim import Basis, Holder, HolderClass, Link, Mode
from rashomon.model.dossier import (
    Answer,
    Comparison,
    Counts,
    Dossier,
    Dropped,
    Entry,
    EntryKind,
    Name,
    Only,
    Point,
    Position,
    Relation,
    Report,
    Sentence,
    Stand,
    Status,
    Value,
    Word,
    Wording,
)
from rashomon.model.lineage import (
    Alteration,
    Altered,
    Lineage,
    Origin,
    Pickup,
    PickupKind,
    Place,
    Side,
)
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.model.span import Citation

H, S, B, T = Label.HEADLINE, Label.STANDFIRST, Label.BODY, Label.BYLINE

QUOTE = '"We need to see inside the tanks before we say more."'
QUOTE_CHANGED = '"We need that to see inside the tanks before we say more."'
AGENCY_BODY = [
    "The interior ministry on Tuesday denied that chlorine had leaked from a freight train that "
    "left the rails at Kelder Bridge, where more than 3,000 people were told to leave their homes.",
    '"No chlorine has escaped and no tank is open," ministry spokeswoman Mara Ostrel told CPA.',
    "The Harbour Gazette, citing two rail inspectors, had reported that chlorine leaked from the "
    "fourth tank.",
    "Veldt Freight, which runs the line, declined to comment.",
    "Twelve people were hurt, the ministry said. Nine wagons lay beside the track.",
]


def make_page(id_: str, lines: list[tuple[Label, str]], **fields: object) -> Article:
    """An article whose text is its lines, each a block."""
    text, blocks = "", []
    for label, words in lines:
        blocks.append(Block(len(text), len(text) + len(words), label))
        text += words + "\n\n"
    headline = next((words for label, words in lines if label is H), None)
    standfirst = next((words for label, words in lines if label is S), None)
    return Article(
        id_,
        f"{id_}-hash",
        text,
        tuple(blocks),
        headline,
        standfirst,
        **fields,  # type: ignore[arg-type]
    )


PAGES = (
    make_page(
        "1-post.txt",
        [
            (Label.NAVIGATION, "Home | World | Sport | Subscribe"),
            (H, "Ministry denies chlorine leak after train leaves rails at Kelder Bridge"),
            (T, "By CPA"),
            *[(B, line) for line in AGENCY_BODY],
            (B, f"Fire chief Jon Hale said it was not clear what was in the air. {QUOTE}"),
            (Label.NOTICE, "This story is from a syndicated feed and was not edited."),
            (Label.RELATED, "Ten bridges you should see before you are thirty"),
            (Label.RELATED, "Football: Harbour hold leaders to a draw"),
            (Label.COMMENT, "OldSailor44 writes: I never believed a word of that ministry."),
        ],
        outlet="The Marrow Post",
        host="marrowpost.example",
        url="https://marrowpost.example/kelder",
        published="2031-03-04T18:20",
        language="en",
        credits=("CPA",),
        authors=(),
        dateline=Dateline("Kelder", "2031-03-04"),
    ),
    make_page(
        "2-tidewater.html",
        [
            (H, "No leak at Kelder Bridge, says ministry"),
            *[(B, line) for line in AGENCY_BODY],
            (B, f"Fire chief Jon Hale said it was not clear what was in the air. {QUOTE_CHANGED}"),
            (Label.CAPTION, "The bridge at Kelder. Photo: R. Amsel"),
            (Label.PROMOTION, "Get our app. Get our newsletter."),
        ],
        outlet="Tidewater Daily",
        host="tidewater.example",
        url="https://tidewater.example/no-leak",
        published="2031-03-04T19:05",
        language="en",
        cut_off=True,
    ),
    make_page(
        "3-gazette.txt",
        [
            (H, "Chlorine leaked from derailed train, inspectors say"),
            (S, "Two men who saw the tanks tell the Gazette of an open valve"),
            (T, "By Ilse Brandt and Tom Quay"),
            (
                B,
                "Chlorine leaked from the fourth tank of the train that derailed at Kelder Bridge "
                "on Monday night, two rail inspectors told the Harbour Gazette on condition of "
                "anonymity.",
            ),
            (B, "One of them said the brakes had been reported as faulty in January."),
            (B, "Around 3,200 residents were moved out. Eleven wagons left the track."),
            (B, "A cracked rail caused the crash, the inspectors believe."),
            (B, "A bakery in the old town stayed open all night for the firemen."),
        ],
        outlet="The Harbour Gazette",
        host="gazette.example",
        url="https://gazette.example/chlorine",
        published="2031-03-04",
        modified="2031-03-05T07:10",
        language="en",
        authors=("Ilse Brandt", "Tom Quay"),
    ),
    make_page(
        "4-dump.txt",
        [
            (H, "Poison cloud over Kelder after rail disaster"),
            (
                B,
                "Residents of Kelder woke to the disaster on Tuesday. The Gazette quotes "
                "inspectors as saying that chlorine leaked.",
            ),
            (B, '"No chlorine has escaped and no tank is open," Mara Ostrell said.'),
            (B, "The train was going too fast, said Piet Noor of the drivers' union."),
            (B, "Seventeen people are in hospital as of Wednesday, the city said."),
        ],
        published=None,
        language="en",
        kind=Kind.OPINION,
    ),
    make_page(
        "5-north.txt",
        [
            (H, "Kelder accident: what we know"),
            (
                B,
                "A freight train left the rails at Kelder Bridge on Tuesday. Reports of a chlorine "
                "leak could not be confirmed by the city's health office.",
            ),
            (B, "Veldt Freight did not answer questions from Northgate News."),
            (B, "Farmers upstream were not warned for six hours, the mayor of Aldmere said."),
        ],
        outlet="Northgate News",
        host="northgate.example",
        url="javascript:alert(1)",
        published="2031-03-05T08:00+01:00",
        language="en",
        dateline=Dateline("Aldmere", None),
    ),
)
_BY_NUMBER = dict(enumerate(PAGES, start=1))


def at(number: int, words: str) -> Citation:
    """The passage of a page that holds the words."""
    article = _BY_NUMBER[number]
    start = article.text.index(words)
    return Citation(article.id, start, start + len(words), words)


def _place(number: int, words: str) -> Place:
    cited = at(number, words)
    return Place(cited.page, cited.start, cited.end)


def _link(name: str, class_: HolderClass, basis: Basis = Basis.TEXT) -> Link:
    return Link(name, class_, 0 if basis is Basis.TEXT else None, 1, basis)


LINEAGES = (
    Lineage(
        "l1",
        ("1-post.txt", "2-tidewater.html"),
        ("CPA",),
        Origin(None, "CPA", False),
        (("1-post.txt",), ("2-tidewater.html",)),
        (Alteration(Altered.QUOTATION, _place(1, QUOTE), _place(2, QUOTE_CHANGED)),),
        ("97 of 100 words are shared", "page 1 credits CPA"),
    ),
    Lineage("l2", ("3-gazette.txt",), (), Origin("3-gazette.txt", "The Harbour Gazette", True)),
    Lineage("l3", ("4-dump.txt",)),
    Lineage("l4", ("5-north.txt",)),
)
PICKUPS = (
    Pickup("1-post.txt", "2-tidewater.html", PickupKind.VERBATIM, None, 0.97123456, 0.98, ()),
    Pickup("3-gazette.txt", "4-dump.txt", PickupKind.EXCERPT, Side.LEFT, 0.11, 0.22, ()),
    Pickup("1-post.txt", "4-dump.txt", PickupKind.QUOTES, Side.LEFT, 0.07, 0.13, ()),
)

_OSTREL = Holder("Mara Ostrel", HolderClass.OFFICIAL)
_INSPECTORS = Holder("two rail inspectors", HolderClass.OFFICIAL, named=False, number=2)
_LEAK = Point(
    "q1",
    "Did chlorine leak from the derailed train?",
    Status.CONTESTED,
    (
        Position(
            Stand.AFFIRMS,
            _INSPECTORS,
            (
                _link("CPA", HolderClass.AGENCY, Basis.LINEAGE),
                _link("The Harbour Gazette", HolderClass.OUTLET),
                _link("two rail inspectors", HolderClass.OFFICIAL),
            ),
            Mode.INDIRECT,
            ("l1", "l2", "l3"),
            ("two rail inspectors",),
            (
                at(3, "Chlorine leaked from the fourth tank of the train that derailed"),
                at(1, AGENCY_BODY[2]),
                at(2, AGENCY_BODY[2]),
                at(4, "The Gazette quotes inspectors as saying that chlorine leaked."),
            ),
            "2031-03-04",
        ),
        Position(
            Stand.DENIES,
            _OSTREL,
            (_link("CPA", HolderClass.AGENCY), _link("Mara Ostrel", HolderClass.OFFICIAL)),
            Mode.MIXED,
            ("l1", "l3"),
            ("Mara Ostrel",),
            (
                at(1, AGENCY_BODY[1]),
                at(2, AGENCY_BODY[1]),
                at(1, "The interior ministry on Tuesday denied that chlorine had leaked"),
                at(2, "The interior ministry on Tuesday denied that chlorine had leaked"),
                at(4, '"No chlorine has escaped and no tank is open," Mara Ostrell said.'),
            ),
            "2031-03-04T18:20",
        ),
        Position(
            Stand.DECLINES,
            Holder("Veldt Freight", HolderClass.COMPANY),
            (_link("Veldt Freight", HolderClass.COMPANY),),
            Mode.INDIRECT,
            ("l1", "l4"),
            ("Veldt Freight",),
            (
                at(1, AGENCY_BODY[3]),
                at(2, AGENCY_BODY[3]),
                at(5, "Veldt Freight did not answer questions from Northgate News."),
            ),
        ),
        Position(
            Stand.UNCERTAIN,
            Holder("Jon Hale", HolderClass.OFFICIAL),
            (_link("Jon Hale", HolderClass.OFFICIAL),),
            Mode.INDIRECT,
            ("l1",),
            ("Jon Hale",),
            (at(1, "Fire chief Jon Hale said it was not clear what was in the air."),),
        ),
        Position(
            Stand.ASSERTED,
            Holder("the page itself", HolderClass.OUTLET, named=False),
            (),
            Mode.NARRATED,
            ("l3",),
            (),
            (at(4, "Poison cloud over Kelder after rail disaster"),),
        ),
    ),
)
_RAILS = Point(
    "q2",
    "Did the train leave the rails at Kelder Bridge?",
    Status.AGREED,
    (
        Position(
            Stand.ASSERTED,
            Holder("Northgate News", HolderClass.OUTLET),
            (),
            Mode.NARRATED,
            ("l1", "l2", "l4"),
            (),
            (
                at(5, "A freight train left the rails at Kelder Bridge on Tuesday."),
                at(1, "a freight train that left the rails at Kelder Bridge"),
                at(3, "the train that derailed at Kelder Bridge on Monday night"),
            ),
        ),
    ),
)
_BRAKES = Point(
    "q3",
    "Had the brakes been reported as faulty?",
    Status.SINGLE,
    (
        Position(
            Stand.AFFIRMS,
            Holder("one of them", HolderClass.OFFICIAL, named=False, number=1),
            (_link("one of them", HolderClass.OFFICIAL),),
            Mode.INDIRECT,
            ("l2",),
            ("one of them",),
            (at(3, "One of them said the brakes had been reported as faulty in January."),),
        ),
    ),
)
_WHY = Point(
    "q4",
    "Why did the train derail?",
    Status.OPEN,
    (),
    (
        Answer(
            "A cracked rail caused the crash",
            ("l2",),
            (at(3, "A cracked rail caused the crash, the inspectors believe."),),
        ),
        Answer(
            "The train was going too fast",
            ("l3",),
            (at(4, "The train was going too fast, said Piet Noor of the drivers' union."),),
        ),
    ),
)


def _value(cited: Citation, value: float | str, as_of: str | None = None) -> Value:
    return Value(cited.page, cited.start, cited.end, cited.text, value, as_of)


FIGURES = (
    Comparison(
        "wagons off the track",
        Relation.CONFLICT,
        "9 and 11 cannot both be the number",
        (
            _value(at(1, "Nine wagons"), 9.0),
            _value(at(2, "Nine wagons"), 9.0),
            _value(at(3, "Eleven wagons"), 11.0),
        ),
    ),
    Comparison(
        "people hurt",
        Relation.SUPERSEDED,
        "17 is of a later day than 12",
        (
            _value(at(1, "Twelve people were hurt"), 12.0, "2031-03-04"),
            _value(at(2, "Twelve people were hurt"), 12.0, "2031-03-04"),
            _value(at(4, "Seventeen people are in hospital as of Wednesday"), 17.0, "2031-03-05"),
        ),
    ),
    Comparison(
        "people moved out",
        Relation.COMPATIBLE,
        "around 3,200 is more than 3,000",
        (
            _value(at(1, "more than 3,000 people"), 3000.0),
            _value(at(2, "more than 3,000 people"), 3000.0),
            _value(at(3, "Around 3,200 residents"), 3200.0),
        ),
    ),
)
DETAILS = (
    Comparison(
        "day of the derailment",
        Relation.CONFLICT,
        "Monday night and Tuesday are not one day",
        (
            _value(at(3, "on Monday night"), "2031-03-03"),
            _value(at(5, "on Tuesday"), "2031-03-04"),
        ),
    ),
)
WORDING = (
    Wording(
        "what happened at Kelder Bridge",
        (
            Word("disaster", ("l3",), (at(4, "rail disaster"), at(4, "the disaster on Tuesday"))),
            Word("accident", ("l4",), (at(5, "Kelder accident"),)),
            Word("crash", ("l2",), (at(3, "the crash"),)),
        ),
    ),
)
TIMELINE = (
    Entry("2031-01", "Brakes reported as faulty", EntryKind.EVENT, (at(3, "the brakes"),)),
    Entry(
        "2031-03-03",
        "The train derails at Kelder Bridge",
        EntryKind.EVENT,
        (at(3, "derailed at Kelder Bridge on Monday night"),),
        (at(5, "A freight train left the rails at Kelder Bridge on Tuesday."),),
    ),
    Entry(
        "2031-03-04",
        "The interior ministry denies a leak",
        EntryKind.EVENT,
        (at(1, "The interior ministry on Tuesday denied that chlorine had leaked"),),
    ),
    Entry(
        "2031-03-04",
        "The Harbour Gazette reports a leak",
        EntryKind.REPORT,
        (at(3, "Chlorine leaked from derailed train, inspectors say"),),
    ),
    Entry(
        "2031-03-04T18:20",
        "The Marrow Post reports the denial",
        EntryKind.REPORT,
        (at(1, "Ministry denies chlorine leak after train leaves rails at Kelder Bridge"),),
    ),
    Entry(
        "2031-03-05T08:00+01:00",
        "Northgate News sums up",
        EntryKind.REPORT,
        (at(5, "Kelder accident: what we know"),),
    ),
)
DOSSIER = Dossier(
    "s1",
    "Ministry denies chlorine leak after train leaves rails at Kelder Bridge",
    PAGES,
    LINEAGES,
    PICKUPS,
    Counts(5, 4, 4),
    (_LEAK, _RAILS, _BRAKES, _WHY),
    FIGURES,
    DETAILS,
    (
        (
            Name("Mara Ostrel", ("1-post.txt", "2-tidewater.html")),
            Name("Mara Ostrell", ("4-dump.txt",)),
        ),
    ),
    WORDING,
    TIMELINE,
    (
        Only("l2", (at(3, "A bakery in the old town stayed open all night for the firemen."),)),
        Only(
            "l4",
            (at(5, "Farmers upstream were not warned for six hours, the mayor of Aldmere said."),),
        ),
    ),
    (
        Sentence(
            "The interior ministry denied that chlorine had leaked from a freight train at Kelder "
            "Bridge.",
            (
                at(1, "The interior ministry on Tuesday denied that chlorine had leaked"),
                at(2, "The interior ministry on Tuesday denied that chlorine had leaked"),
            ),
        ),
        Sentence(
            "Two rail inspectors told the Harbour Gazette on condition of anonymity that chlorine "
            "leaked from the fourth tank.",
            (at(3, "Chlorine leaked from the fourth tank of the train that derailed"),),
        ),
        Sentence("Veldt Freight declined to comment.", (at(1, AGENCY_BODY[3]),)),
    ),
    Dropped(2, 3),
)
SKIPPED = (
    Skip("broken.html", Stage.READ, Cause.UNREADABLE, "bytes that are no text"),
    Skip("index.html", Stage.EXTRACT, Cause.NOT_AN_ARTICLE, "212 links, 3 sentences"),
    Skip("stub.txt", Stage.EXTRACT, Cause.NO_TEXT, "38 characters, 250 needed"),
    Skip("stub-2.txt", Stage.EXTRACT, Cause.NO_TEXT, "0 characters, 250 needed"),
)
REPORT = Report((DOSSIER,), SKIPPED)
