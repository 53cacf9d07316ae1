"""By which names records of other programs call the parts of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from rashomon.read.compose import Parts
from rashomon.read.decode import canonical
from rashomon.text.normal import letters_of

# Names without marks and in small letters, the most telling first: `date_publish` and
# `datePublished` are "datepublish" and "datepublished".
# Sources: schema.org Article; IPTC ninjs 1.6, 2.2, 3.1; Event Registry's article; JSON Feed 1.1;
# NewsAPI; news-please; newspaper4k; trafilatura; column names of public data sets of news.
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": tuple("id uri guid uuid articleid docid newsid itemid identifier".split()),
    "html": tuple("html bodyxhtml bodyhtml contenthtml articlehtml rawhtml".split()),
    "text": tuple(
        "text body bodytext articlebody maintext articletext contenttext fulltext content article "
        "story rawtext".split()
    ),
    "headline": tuple("headline title headlinemain articletitle heading webtitle".split()),
    "standfirst": tuple(
        "standfirst subtitle subheadline alternativeheadline deck dek lede abstract description "
        "descriptiontext".split()
    ),
    "authors": tuple("byline by authors author creator writers writer journalist".split()),
    "credits": tuple(
        "credit credits agency newsagency sourceorganization infosource infosources "
        "provider".split()
    ),
    "place": tuple("located dateline".split()),
    "published": tuple(
        "published publishedat datepublished datepublish datepublication publishdate pubdate "
        "publicationdate publishedtime publishedon datetimepub datetime firstcreated "
        "versioncreated contentcreated date pubtime timestamp".split()
    ),
    "modified": tuple("modified datemodified datemodify updated updatedat versioncreated".split()),
    "captured": tuple(
        "captured scrapetime scrapedat scrapedate datedownload downloaddate crawldate crawledat "
        "retrieved fetchedat".split()
    ),
    "section": tuple("section articlesection category sectionname".split()),
    "outlet": tuple(
        "outlet publisher publication source sourcename sitename newspaper copyrightholder "
        "sourcedomain domain website".split()
    ),
    "language": tuple("language lang inlanguage".split()),
    "url": tuple("url link articleurl canonicalurl permalink weburl sourceurl".split()),
    "notice": tuple("copyrightnotice usageterms".split()),
}
_PARTS = {name: part for part, names in reversed(list(NAMES.items())) for name in names}
BODIES = (*NAMES["html"], *NAMES["text"])
_OWN = frozenset(("id", "html", "text", "url", "outlet", "published", "captured"))
# Seconds or milliseconds since 1970, from 2001 to 2286, as databases give them.
_SECONDS = re.compile(r"[1-9][0-9]{9}(?:[0-9]{3})?")
_SPLIT = re.compile(r"\s*[;|]\s*")
# "['Ada Holm', 'Ole Berg']": a list of Python's that a table holds as text.
_PRINTED_LIST = re.compile(r"\[\s*(?:(?P<quote>['\"]).*(?P=quote))?\s*\]", re.S)
_PRINTED_ITEM = re.compile(r"'([^']*)'|\"([^\"]*)\"")
MAX_NAMES = 50  # of authors or agencies: no article has more


def part_of(name: str) -> str | None:
    """The part that a field of this name holds, None where nothing is known of it."""
    return _PARTS.get(letters_of(name))


def holds_more(record: Mapping[str, Any]) -> bool:
    """Whether it names a part of an article that Rashomon's own records do not have."""
    return any(value and key not in _OWN and part_of(key) for key, value in record.items())


def has_body(record: Mapping[str, Any]) -> bool:
    """Whether one of the fields that hold a body is a string."""
    fields = _plain(record)
    return any(isinstance(fields.get(name), str) for name in BODIES)


def read_parts(record: Mapping[str, Any], place: str) -> Parts | None:
    """The parts that the record names, None where it has no body; `place` is the id of what has
    no name of its own."""
    fields = _plain(record)
    html, text = _first(fields, "html"), _first(fields, "text")
    body = html if html is not None else text
    if body is None:
        return None
    url = _first(fields, "url") or _address(fields.get("mainentityofpage"))
    published = _moment(fields, "published")
    modified = _moment(fields, "modified")
    return Parts(
        id=_id(fields) or url or place,
        body=body,
        markup=True if html is not None else None,
        headline=_first(fields, "headline"),
        standfirst=_first(fields, "standfirst"),
        authors=_all_names(fields, "authors"),
        credits=_all_names(fields, "credits"),
        place=_first(fields, "place"),
        published=published,
        modified=modified if modified != published else None,
        captured=_moment(fields, "captured"),
        section=_first(fields, "section"),
        outlet=_outlet(fields),
        language=_first(fields, "language"),
        url=url if url and url.startswith(("http://", "https://")) else None,
        notice=_first(fields, "notice"),
    )


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in record.items():
        fields.setdefault(letters_of(key), value)
    return fields


def _first(fields: Mapping[str, Any], part: str) -> str | None:
    """The words of the first field of the part that has any."""
    values = (next(_words(fields.get(name)), None) for name in NAMES[part])
    return next(filter(None, values), None)


def _moment(fields: Mapping[str, Any], part: str) -> str | None:
    """The first moment as it is written; of seconds since 1970 what they mean."""
    for name in NAMES[part]:
        value = fields.get(name)
        seconds = str(value) if isinstance(value, (int, str)) else ""
        if _SECONDS.fullmatch(seconds):
            moment = datetime.fromtimestamp(int(seconds[:10]), UTC)
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        words = next(_words(value), None)
        if words:
            return words
    return None


def _outlet(fields: Mapping[str, Any]) -> str | None:
    """The first name of an outlet that is no address."""
    values = (name for field in NAMES["outlet"] for name in _words(fields.get(field)))
    return next((name for name in values if "://" not in name), None)


def _id(fields: Mapping[str, Any]) -> str | None:
    for name in NAMES["id"]:
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return canonical(value.strip())
    return None


def _words(value: Any) -> Iterator[str]:
    """The strings of a value: its own, its items', or the name of what it describes."""
    for item in value[:MAX_NAMES] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            named = (item.get(key) for key in ("name", "title", "value", "label", "@value"))
            item = next((name for name in named if isinstance(name, str)), None)
        if isinstance(item, str) and item.strip():
            yield canonical(item if "\n" in item else item.strip())


def _address(value: Any) -> str | None:
    value = value.get("@id") if isinstance(value, dict) else value
    return canonical(value) if isinstance(value, str) else None


def _all_names(fields: Mapping[str, Any], part: str) -> tuple[str, ...]:
    """The names in the first field of the part that has any, each once."""
    for field in NAMES[part]:
        found = [name for words in _words(fields.get(field)) for name in _split(words)]
        if found:
            return tuple(dict.fromkeys(found))[:MAX_NAMES]
    return ()


def _split(words: str) -> Iterator[str]:
    """The names that one string holds; "Holm, Ada" and "Holm, Berg" cannot be told apart."""
    if len(words) > 1000:
        return
    if _PRINTED_LIST.fullmatch(words):
        yield from filter(None, (one or two for one, two in _PRINTED_ITEM.findall(words)))
    else:
        yield from filter(None, _SPLIT.split(words))
