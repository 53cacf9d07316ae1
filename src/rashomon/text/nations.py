"""Which country a word of nationality names, so that "Iraq" and "the Iraqi government" meet.

Source: common knowledge; adjectives that are not the country's name with an ending are listed.
"""

from __future__ import annotations

from functools import cache

from rashomon.text.naming import COUNTRIES

_ENDINGS = ("", "n", "an", "ian", "ean", "i", "ese", "ish", "er", "ni", "lese", "ic", "s")
_IRREGULAR = {
    "american": "united states",
    "u.s.": "united states",
    "us": "united states",
    "u.s": "united states",
    "usa": "united states",
    "america": "united states",
    "united states of america": "united states",
    "british": "united kingdom",
    "britain": "united kingdom",
    "uk": "united kingdom",
    "u.k.": "united kingdom",
    "u.k": "united kingdom",
    "french": "france",
    "german": "germany",
    "spanish": "spain",
    "swiss": "switzerland",
    "dutch": "netherlands",
    "danish": "denmark",
    "swedish": "sweden",
    "finnish": "finland",
    "polish": "poland",
    "turkish": "turkey",
    "greek": "greece",
    "czech": "czech republic",
    "czechia": "czech republic",
    "slovak": "slovakia",
    "chinese": "china",
    "japanese": "japan",
    "thai": "thailand",
    "filipino": "philippines",
    "philippine": "philippines",
    "afghan": "afghanistan",
    "pakistani": "pakistan",
    "kazakh": "kazakhstan",
    "uzbek": "uzbekistan",
    "kyrgyz": "kyrgyzstan",
    "tajik": "tajikistan",
    "turkmen": "turkmenistan",
    "emirati": "united arab emirates",
    "uae": "united arab emirates",
    "saudi": "saudi arabia",
    "argentine": "argentina",
    "argentinian": "argentina",
    "brazilian": "brazil",
    "mexican": "mexico",
    "canadian": "canada",
    "peruvian": "peru",
    "norwegian": "norway",
    "ukrainian": "ukraine",
    "hungarian": "hungary",
    "portuguese": "portugal",
    "lebanese": "lebanon",
    "burmese": "myanmar",
    "burma": "myanmar",
    "congolese": "congo",
    "senegalese": "senegal",
    "cypriot": "cyprus",
    "welsh": "wales",
    "scottish": "scotland",
    "irish": "ireland",
    "english": "england",
    "icelandic": "iceland",
    "israeli": "israel",
    "palestinian": "palestine",
    "new zealander": "new zealand",
    "nigerian": "nigeria",
    "nigerien": "niger",
    "georgian": "georgia",
    "dominican": "dominican republic",
}


def country_of(word: str) -> str | None:
    """The country, in lower case, that the words name as a noun or as an adjective."""
    plain = word.lower().strip().removeprefix("the ")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    return _by_form().get(plain)


@cache
def _by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for country in sorted(COUNTRIES):
        name = country.lower()
        stem = name.rstrip("aeoy")
        for ending in _ENDINGS:
            forms.setdefault(name + ending, name)
            if ending and len(stem) > 3:
                forms.setdefault(stem + ending, name)
    return forms
