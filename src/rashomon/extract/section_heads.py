"""Short lines over what is not the article: readers' comments, other stories, lists of topics.

General phrases of the trade, in the languages whose pages were met.
"""

from __future__ import annotations

import re

MAX_CHARS = 120
_COMMENTS = (
    r"(?:comments?|replies|responses|reactions|kommentare?|comentarios?|coment[aá]rios|"
    r"commentaires?|commenti|reacties|opinion(?:s|es) of (?:our )?readers)"
)
_COMMENT = re.compile(
    rf"^\W*(?:\d+\s+)?(?:(?:readers?['’]?s?|users?|all|latest|top|view|show|read|your|post) )*"
    rf"{_COMMENTS}\W*(?:\d+\W*)?(?:(?:on|to) (?:this|the) (?:story|article|post|page)\W*)?$"
    r"|^\W*(?:leave|post|add|write|submit) (?:a|your|an?other) (?:comment|reply|response)\W*$"
    r"|^\W*\d+ (?:responses|replies|thoughts|comments|reactions) (?:to|on) \S.*$"
    r"|^\W*(?:join|start) the (?:conversation|discussion|debate)\W*$",
    re.I,
)
_STORIES = r"(?:stories|story|news|articles|coverage|posts|reading|reads|headlines|videos|content)"
_RELATED = re.compile(
    r"^\W*(?:(?:the )?most[ -](?:viewed|read|popular|shared|commented|watched|recent)\b.{0,30}"
    rf"|(?:related|recommended|trending|popular|latest|top|further|similar|more|other|recent) "
    rf"{_STORIES}\b.{{0,30}}"
    r"|(?:what to )?read next|up next|next up|recommended(?: for you)?|related|trending(?: now)?"
    r"|(?:you (?:may|might) (?:also )?(?:like|be interested in)|you may have missed)\b.{0,20}"
    r"|don['’]t miss|(?:editor['’]?s['’]?|our|top) picks|see also|also (?:in|on|from) \S.{0,40}"
    r"|read more (?:in|on|from) \S.{0,40}|more (?:from|on|in|about) \S.{0,50}"
    r"|elsewhere on \S.{0,30}"
    r"|meistgelesen|das könnte sie auch interessieren|à lire aussi|lea también|leggi anche)\W*$",
    re.I,
)
_TOPICS = re.compile(
    r"^\W*(?:(?:follow|explore|browse|search) (?:the |these )?)?"
    r"(?:related )?(?:topics?|tags?|filed under|keywords|schlagworte|etiquetas)"
    r"(?: in this (?:article|story))?\W*$",
    re.I,
)
_ELSEWHERE = re.compile(
    r"^\W*(?:read (?:also|more|next)|also read|see also|watch|more (?:on|from|about)|related"
    r"|recommended|don['’]t miss|you (?:may|might) also"
    r"|mehr (?:zum|zu|über|themen|aus|von)|auch interessant|schon gelesen"
    r"|lesen sie|lies (?:auch|mehr)|weiterlesen|siehe auch|weitere (?:informationen|infos|artikel"
    r"|themen|aktuelle|meldungen|beiträge|nachrichten|links)|das (?:thema )?könnte|aktuelle"
    r" (?:berichte|meldungen|nachrichten|artikel|beiträge)|alle (?:nachrichten|meldungen|artikel)"
    r"|zum thema|passend dazu|lust auf mehr|quellen"
    r"|(?:le|te) puede interesar|puede (?:leer|ver)|lea (?:también|además|más)|le[ae] también"
    r"|más (?:sobre|noticias|información)|mira también|también (?:lea|puede|te)"
    r"|leggi anche|potrebbe interessarti|vedi anche|approfondi"
    r"|à lire|lire aussi|voir aussi|sur le même (?:sujet|thème)|pour aller plus loin|en savoir plus"
    r"|leia (?:também|mais)|veja também|saiba mais"
    r"|lees (?:ook|meer)|meer (?:over|nieuws)|bekijk ook|czytaj|zobacz (?:też|także)"
    r"|lue (?:myös|lisää)"
    r"|läs (?:också|mer|även)|læs også)(?!\w)",
    re.I,
)


def leads_elsewhere(text: str) -> bool:
    """Whether the line begins as those do that send readers to another page."""
    return _ELSEWHERE.match(text) is not None


def heads_comments(text: str) -> bool:
    """Whether the line stands over readers' comments."""
    return len(text) <= MAX_CHARS and _COMMENT.match(text) is not None


def heads_stories(text: str) -> bool:
    """Whether the line stands over a list of other stories."""
    return len(text) <= MAX_CHARS and _RELATED.match(text) is not None


def heads_topics(text: str) -> bool:
    """Whether the line stands over the article's tags."""
    return len(text) <= MAX_CHARS and _TOPICS.match(text) is not None
