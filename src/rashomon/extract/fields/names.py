"""Names on a page's furniture: whether they are a person's, an outlet's, or neither."""

from __future__ import annotations

import re
from importlib import resources

from rashomon.text.agencies import looks_like_agency

_GIVEN_NAMES = frozenset(
    name.strip()
    for line in resources.files("rashomon.extract.fields")
    .joinpath("given_names.txt")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
    for name in line.split(";")
)
_PARTICLES = frozenset(
    "de del della der den di da dos du la le van von ten ter bin ibn al el zu zur y e i st "
    "st. v. d. zum zur".split()
)
# Words that open or close a name of an outlet; a person is never called so.
_OUTLET_WORDS = frozenset(
    "news tv television radio times post press daily herald journal guardian tribune telegraph "
    "today online media gazette chronicle review standard mirror express star sun globe mail "
    "observer independent examiner inquirer dispatch courier monitor network wire magazine weekly "
    "bulletin report reporter record register sentinel ledger broadcasting channel agency service "
    "newspaper digest insider week politico mercury argus echo zeitung anzeiger nachrichten "
    "tageblatt kurier rundschau blatt presse newsource newswire gazeta diario jornal".split()
)
# Sections, buttons and roles that are printed in title case where a name could stand.
_OTHER_WORDS = frozenset(
    "home menu search skip content login sign log subscribe newsletter share print email follow "
    "comments comment reply read more top stories story breaking latest trending popular related "
    "world politics business sport sports opinion opinions culture lifestyle technology tech "
    "science health travel entertainment video videos photo photos image images gallery local "
    "national international us uk eu asia africa europe america americas middle east west north "
    "south east central editor editors chief supervisor staff writer writers correspondent "
    "correspondents contributor columnist journalist bureau desk team senior special assistant "
    "producer director manager managing executive deputy political foreign economic economics "
    "advertisement sponsored cookie privacy policy terms use contact about copyright rights "
    "reserved updated published posted created modified last first edition editions app download "
    "listen watch live blog article articles section sections topic topics tags all our your my "
    "the a an and of for in on at to with from by per this that what why how who when where is are "
    "was january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday government ministry minister president "
    "prime police army court university institute center centre council committee department "
    "office party union association foundation group company inc ltd llc corp street road avenue "
    "city county state republic kingdom university college school hospital bank free premium "
    "account profile settings exclusive analysis explainer interview feature features views "
    "lead best new old next previous back up down fact check data agencies admin administrator "
    "continue reading below above see find get show hide load loading skip close open go click "
    "tap press subscribe join sign learn guest anonymous author authors die der das ein eine les "
    "une redaktion verband verein magazin zeitung gesellschaft stiftung collège université "
    "institut ministerium presse "
    "autor autoren autorin save now copy link forward release view headlines alerts am pm est "
    "edt ist gmt utc bst cet feb apr jun jul aug sep "
    "sept oct nov "
    "dec reviews tests recipes marketing project tweet teilen partilhar letzte aktualisierung "
    "aktualisiert veröffentlicht geschrieben erstellt stand uhr von par por ingredient zitat quote "
    "deutsche deutscher deutsches deutschen people bio biography alle meldungen mis jour "
    "agencia agência agence agenzia".split()
)
_ARTICLES = ("El", "La", "Los", "Las", "Les", "Il", "Lo", "Gli")  # of papers and bodies
_FIRST_NAMES = ("Al", "Van", "Ben")  # particles elsewhere
_TOKEN = re.compile(
    r"^(?:(?:[^\W\d_]\.){1,3}|[^\W\d_]\.?|[^\W\d_]{1,3}\.|"
    r"[^\W\d_]+(?:['’`.-][^\W\d_]+)*['’]?)$"
)
MAX_WORDS = 12  # of a name with the agency behind it
_TITLES = re.compile(
    r"^(?:dr|prof|sir|mr|mrs|ms|rev|lt|col|gen|maj|capt)\b\.? |"
    r",? (?:phd|md|esq|mba|msc|bsc|jd|llm|dds|dvm|mph|cpa)\b\.?$",
    re.I,
)
# "Prof. Dr. med. Jane Doe"
_DEGREES = re.compile(
    r"^(?:(?:prof|dr|med|dipl|ing|phil|rer|nat|mag|lic|jur|pd|mr|mrs|ms|sir|frau|herr)\b[.-]*\s*)+(?=\w)",
    re.I,
)
_SMALL = re.compile(r"(?:al|el)-|[dl]['’][^\W\d_]")  # "al-Haddad", "d'Arcy"
_POSTNAME = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.I)

_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")  # the letters of an office: "WBF"

# Surnames and first names among the words above: after "By" they are names.
_ALSO_NAMES = frozenset(
    "west north south east best street banks bank may april june august march will free new sun "
    "star young law page day week echo mercury lead".split()
)


def is_person(text: str, *, signed: bool = False) -> bool:
    """Whether the text has the shape of one person's full name and no word of another trade.

    `signed` says that it stands where only a name can, such as after "By".
    """
    tokens = _TITLES.sub("", text.strip()).split()
    if not 2 <= len(tokens) <= 6 or tokens[0] in _ARTICLES:
        return False
    capitalised = 0
    for index, token in enumerate(tokens):
        bare = token.casefold().strip(".,")
        if not index and token in _FIRST_NAMES:
            capitalised += 1
            continue
        if bare in _PARTICLES or _POSTNAME.match(token.strip(",")):
            continue
        if not _TOKEN.match(token) or not (token[0].isupper() or _SMALL.match(token)):
            return False
        if (bare in _OTHER_WORDS or bare in _OUTLET_WORDS) and not (signed and bare in _ALSO_NAMES):
            return False
        if _VOWELLESS.fullmatch(token):
            return False
        if len(bare) > 1 and token[1:] != token[1:].lower() and not _mixed(token):
            return False
        capitalised += 1
    if all(token.casefold() in _ALSO_NAMES for token in tokens):
        return False
    return 2 <= capitalised <= 5 and any(len(t.strip(".")) > 1 for t in tokens)


def without_titles(name: str) -> str:
    """The name without the degrees before it."""
    return _DEGREES.sub("", name)


def without_agency(name: str) -> str:
    """The name without an agency right behind it: "Jane Doe Reuters"."""
    words = name.split()
    for at in range(2, min(len(words), MAX_WORDS)):
        if looks_like_agency(" ".join(words[at:])):
            return " ".join(words[:at])
    return name


def has_given_name(text: str) -> bool:
    """Whether the text is two names, the first of which is a common given name.

    A site may go by its author's name, and two other words may have the shape of one.
    """
    words = _TITLES.sub("", text.strip()).casefold().split()
    full = [word for word in words if len(word.strip(".")) > 1 and word not in _PARTICLES]
    return len(full) == 2 and is_given_name(words[0]) and is_person(text, signed=True)


def is_given_name(word: str) -> bool:
    """Whether the word is a common given name, or begins with one: "Anna-Lena"."""
    word = word.casefold()
    return word in _GIVEN_NAMES or word.partition("-")[0] in _GIVEN_NAMES


def looks_like_outlet(text: str) -> bool:
    """Whether the text is a short run of capitalised words of which one is a press word."""
    tokens = text.split()
    if not 1 <= len(tokens) <= 6 or not text[0].isupper():
        return False
    words = {token.casefold().strip(".,") for token in tokens}
    return not words.isdisjoint(_OUTLET_WORDS) and all(
        token[0].isupper() or token[0].isdigit() or token.casefold() in ("of", "the", "and", "&")
        for token in tokens
    )


def is_role(text: str) -> bool:
    """Whether the word is an office, a section or a press word rather than a name."""
    return text.casefold() in _OTHER_WORDS or text.casefold() in _OUTLET_WORDS


# What signs for nobody in particular, in the languages of the public page sets.
_DESK = re.compile(
    r"redaktion|redactie|redacción|redaccion|redazione|rédaction|redação|redakcja|\bred\b|"
    r"newsdesk|\b(?:desk|staff|team|admin|administrator|webmaster|editors?|editorial|newsroom|"
    r"support|unknown|unbekannt|anonymous|gast|gastautor|guest|pressestelle|pressemitteilung|"
    r"presseinformation|pr|info|online|news|reporter|agentur(?:en)?|agencies|agencias|super ?user|"
    r"agencia|agência|agence|agenzia|gmbh|e\.?v|ag|ltd|inc|llc|verlag|institut|stiftung|verein|verband|ministerium)\b",
    re.I,
)


def is_desk(text: str) -> bool:
    """Whether the text names a desk, an office or a company, and so nobody in particular."""
    return _DESK.search(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a short text holds a word of menus and buttons, so that it names nobody."""
    words = {token.casefold().strip(".,:!") for token in text.split()}
    return not words.isdisjoint(_MENU_WORDS)


_MENU_WORDS = frozenset(
    "home menu search skip content login sign log subscribe subscription share print follow reply "
    "navigation toggle close open advertisement cookie cookies policy terms all rights reserved "
    "updated published posted comments edition javascript browser main jump go click here "
    "download continue loading back".split()
)


def normal_case(name: str) -> str:
    """The name in the case of running text: "JANE O'NEILL-SMITH" is "Jane O'Neill-Smith"."""
    name = " ".join(name.split())
    if not name.isupper() and not name.islower():
        return name
    if " " not in name and (len(name) <= 3 or name.islower()):  # as somebody writes who posts
        return name
    return " ".join(
        token.lower()
        if index and token.casefold() in _PARTICLES - {"st", "st.", "i", "e", "y"}
        else _normal_token(token)
        for index, token in enumerate(name.split())
    )


def outlet_case(name: str) -> str:
    """The outlet's name in the case of running text; letters that stand for words stay capitals."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    return " ".join(
        token.lower()
        if index and token.casefold() in ("of", "the", "and", "for", "in", "de", "la")
        else _normal_token(token)
        if len(token) > 4 or is_role(token) or token.casefold() in _PARTICLES
        else token
        for index, token in enumerate(name.split())
    )


def _normal_token(token: str) -> str:
    if _POSTNAME.match(token) and token.casefold().strip(".") not in ("jr", "sr"):
        return token.upper()
    pieces = re.split(r"(['’.-])", token.lower())
    shaped = "".join(piece.capitalize() for piece in pieces)
    if shaped.startswith("Mc") and len(shaped) > 3:
        return "Mc" + shaped[2:].capitalize()
    return re.sub(r"(['’])S$", r"\1s", shaped)


def _mixed(token: str) -> bool:
    """Capitals inside a name: all of it, after a hyphen or an apostrophe, or as in McKay."""
    if token.isupper():
        return True
    return bool(
        re.match(r"^(?:Mc|Mac|De|Di|Da|La|Le|Van|Fitz|[DOL]['’]|Abol|Abdul|El|Al)[A-Z]", token)
    ) or all(
        piece == piece.capitalize() or piece.islower() for piece in re.split(r"['’`.-]", token)
    )
