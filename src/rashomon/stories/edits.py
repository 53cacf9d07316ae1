"""Corrections by hand, applied to what was found: the same edits and pages, the same stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from rashomon.model.article import Article
from rashomon.model.edit import Edit, EditKind
from rashomon.model.lineage import Lineage, Lineages
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.stories.ids import Named, new_id


class _NotFoundError(Exception):
    """Says what an edit names that is not there."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What an edit can name: pages by id and by content hash."""

    ids: frozenset[str]
    hashes: Mapping[str, tuple[str, ...]]

    def pages(self, names: Iterable[str]) -> list[str]:
        """The pages so named, all those of one content."""
        found: dict[str, None] = {}
        for name in names:
            matching = (name,) if name in self.ids else self.hashes.get(name)
            if not matching:
                raise _NotFoundError(f"no page has the id or content hash {name!r}")
            found.update(dict.fromkeys(matching))
        if not found:
            raise _NotFoundError("it names no page")
        return list(found)


def edit_lineages(
    lineages: Lineages, articles: Iterable[Article], edits: Sequence[Edit]
) -> tuple[Lineages, tuple[Skip, ...]]:
    """The lineages without the pages that are detached, each of which is one by itself, and the
    detachments that apply no more. Goes before stories are grouped."""
    names = _names(articles)
    unapplied: list[Skip] = []
    for number, edit in enumerate(edits, 1):
        if edit.edit is EditKind.DETACH:
            try:
                for page in names.pages(edit.pages):
                    lineages = _detach(lineages, page)
            except _NotFoundError as error:
                unapplied.append(_skip(number, error))
    return lineages, tuple(unapplied)


def edit_stories(
    stories: Sequence[Named],
    lineages: Lineages,
    articles: Sequence[Article],
    edits: Sequence[Edit],
) -> tuple[list[Named], tuple[Skip, ...]]:
    """The stories after the edits, one after the other, and those that apply no more.

    Of two stories that become one, and of two parts of one, the larger keeps the id.
    """
    names = _names(articles)
    hashes = {article.id: article.content_hash or article.id for article in articles}
    copies = {id_: each.articles for each in lineages.lineages for id_ in each.articles}
    unapplied: list[Skip] = []
    edited = list(stories)
    for number, edit in enumerate(edits, 1):
        if edit.edit is EditKind.DETACH:
            continue
        try:
            named = names.pages(edit.pages)
            pages = {copy for page in named for copy in copies.get(page, (page,)) if copy in hashes}
            edited = _edit(edited, edit, pages, names, hashes)
        except _NotFoundError as error:
            unapplied.append(_skip(number, error))
    return edited, tuple(unapplied)


def _edit(
    stories: Sequence[Named],
    edit: Edit,
    pages: set[str],
    names: _Names,
    hashes: Mapping[str, str],
) -> list[Named]:
    holding = [story for story in stories if pages & set(story.pages)]
    others = [story for story in stories if story not in holding]
    if edit.edit is EditKind.MERGE:
        if len(holding) < 2:
            raise _NotFoundError("its pages are in one story already")
        return [*others, _merged(holding)]
    if edit.edit is EditKind.MOVE:
        target = _target(stories, edit.to, names)
        if holding == [target]:
            raise _NotFoundError("its pages are in that story already")
        left = [_without(story, pages) for story in holding if story != target]
        emptied = [story for story in left if not story.pages]
        aliases = {id_ for story in emptied for id_ in (story.id, *story.aliases)}
        moved = Named(
            target.id,
            tuple(sorted(pages | set(target.pages))),
            (),
            tuple(sorted(aliases | set(target.aliases))),
        )
        others = [story for story in others if story != target]
        return [*others, *(story for story in left if story.pages), moved]
    if any(set(story.pages) == pages for story in holding):
        raise _NotFoundError("its pages are a story of their own already")
    taken = [id_ for story in stories for id_ in (story.id, *story.aliases)]
    left = [story for each in holding if (story := _without(each, pages)).pages]
    fresh = Named(new_id((hashes[page] for page in pages), taken), tuple(sorted(pages)), ())
    if len(holding) == 1 and len(left[0].pages) < len(pages):
        rest = new_id((hashes[page] for page in left[0].pages), taken)
        fresh, left = replace(left[0], pages=fresh.pages), [Named(rest, left[0].pages, ())]
    return [*others, *left, fresh]


def _target(stories: Sequence[Named], to: str | None, names: _Names) -> Named:
    """The story that has this id or alias, or the page that is so named."""
    for story in stories:
        if to in (story.id, *story.aliases):
            return story
    page = names.pages([to or ""])[0]
    return next(story for story in stories if page in story.pages)


def _merged(stories: Sequence[Named]) -> Named:
    kept, *rest = sorted(stories, key=lambda story: (-len(story.pages), story.id))
    aliases = {id_ for story in rest for id_ in (story.id, *story.aliases)} | set(kept.aliases)
    pages = {page for story in stories for page in story.pages}
    return Named(kept.id, tuple(sorted(pages)), (), tuple(sorted(aliases)))


def _without(story: Named, pages: set[str]) -> Named:
    return replace(story, pages=tuple(page for page in story.pages if page not in pages), texts=())


def _skip(number: int, error: _NotFoundError) -> Skip:
    return Skip(f"edit {number}", Stage.STORIES, Cause.NOT_APPLIED, str(error))


def _detach(lineages: Lineages, page: str) -> Lineages:
    carrying = next((each for each in lineages.lineages if page in each.articles), None)
    if carrying is None or len(carrying.articles) == 1:
        raise _NotFoundError(f"{page!r} is in no lineage with other pages")
    digest = blake2b(f"detached\n{page}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    alone = Lineage(f"L{digest}", (page,), versions=((page,),), reasons=("detached by hand",))
    versions = (tuple(id_ for id_ in version if id_ != page) for version in carrying.versions)
    origin = carrying.origin
    rest = replace(
        carrying,
        articles=tuple(id_ for id_ in carrying.articles if id_ != page),
        origin=replace(origin, article=None, among_pages=False)
        if origin.article == page
        else origin,
        versions=tuple(version for version in versions if version),
        altered=tuple(
            each for each in carrying.altered if page not in (each.left.id, each.right.id)
        ),
    )
    listed = [rest if each is carrying else each for each in lineages.lineages]
    pickups = tuple(
        each
        for each in lineages.pickups
        if page not in (each.left, each.right)
        or not {each.left, each.right} <= set(carrying.articles)
    )
    return Lineages(pickups, (*listed, alone))


def _names(articles: Iterable[Article]) -> _Names:
    hashes: dict[str, list[str]] = {}
    ids = []
    for article in sorted(articles, key=lambda each: each.id):
        ids.append(article.id)
        if article.content_hash:
            hashes.setdefault(article.content_hash, []).append(article.id)
    return _Names(frozenset(ids), {key: tuple(each) for key, each in hashes.items()})
