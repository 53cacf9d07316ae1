"""Bodies by their articles' ids, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from rashomon.lineage.body import Body, read_body
from rashomon.lineage.keys import outlet_of, paragraph_key
from rashomon.model.article import Article

_KEPT = 4_000  # of them are held at once, some 25 kB each


class Bodies(Mapping[str, Body]):
    """The bodies of the articles; of very many only those last asked for are kept.

    What an outlet has `printed` on many pages (`paragraph_key`) is furniture.
    """

    def __init__(self, articles: Mapping[str, Article], printed: Set[int] = frozenset()) -> None:
        self._articles = articles
        self._printed = printed
        self._read = lru_cache(maxsize=_KEPT)(self._body)

    def __getitem__(self, id_: str) -> Body:
        return self._read(id_)

    def _body(self, id_: str) -> Body:
        article = self._articles[id_]
        if not self._printed:
            return read_body(article)
        outlet = outlet_of(article)
        return read_body(article, lambda text: paragraph_key(outlet, text.strip()) in self._printed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)
