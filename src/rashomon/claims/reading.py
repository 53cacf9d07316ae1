"""What one article says, taken out of its parse in one go."""

from __future__ import annotations

from rashomon.claims.find import find_claims
from rashomon.claims.tagger.model import Tagger
from rashomon.model.article import Article, Label
from rashomon.model.reading import Reading
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.text.clauses import find_clauses
from rashomon.text.dates import find_dates
from rashomon.text.mentions import find_mentions
from rashomon.text.numbers import find_figures
from rashomon.text.parse import Parser, place
from rashomon.text.phrases import find_phrases
from rashomon.text.places import moved


def find_unread(article: Article, parser: Parser) -> Skip | None:
    """Why the article's claims cannot be read: the parser is for another language."""
    if article.language in (None, parser.language):
        return None
    return Skip(
        subject=article.id,
        stage=Stage.CLAIMS,
        cause=Cause.NO_PIPELINE,
        detail=f"the text is {article.language}, the parser reads {parser.language}",
    )


def read_article(article: Article, parser: Parser, tagger: Tagger | None = None) -> Reading | Skip:
    """The article's sentences, claims, names, figures, dates and acts; a Skip where the parser
    is for another language. Without a tagger the claims are those that patterns find."""
    unread = find_unread(article, parser)
    if unread:
        return unread
    docs = parser.parse(article)
    parts = [
        (part.slice(article.text), part.start)
        for part in article.spans(Label.HEADLINE, Label.STANDFIRST, Label.BODY)
    ]
    return Reading(
        id=article.id,
        sentences=tuple(place(sentence) for doc in docs for sentence in doc.sents),
        claims=find_claims(article, docs, tagger),
        mentions=find_mentions(docs),
        figures=tuple(f for text, start in parts for f in moved(find_figures(text), start)),
        dates=tuple(
            d for text, start in parts for d in moved(find_dates(text, article.published), start)
        ),
        clauses=find_clauses(docs),
        phrases=find_phrases(docs),
    )
