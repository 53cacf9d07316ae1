"""What one article says, taken out of its parse in one go."""

from __future__ import annotations

from rashomon.claims.find import find_claims
from rashomon.model.article import Article
from rashomon.model.reading import Reading
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.text.clauses import find_clauses
from rashomon.text.parse import Parser, place


def read_article(article: Article, parser: Parser) -> Reading | Skip:
    """The article's sentences, claims, names, figures, dates and acts; a Skip where the parser
    is for another language."""
    if article.language is not None and article.language != parser.language:
        return Skip(
            subject=article.id,
            stage=Stage.CLAIMS,
            cause=Cause.NO_PIPELINE,
            detail=f"the text is {article.language}, the parser reads {parser.language}",
        )
    docs = parser.parse(article)
    return Reading(
        id=article.id,
        sentences=tuple(place(sentence) for doc in docs for sentence in doc.sents),
        claims=find_claims(article, docs),
        clauses=find_clauses(docs),
    )
