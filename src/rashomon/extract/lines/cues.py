"""Words that page furniture is made of, in some languages of the press.

General vocabulary of the trade, no outlet's own: compiled by hand for the line classifier, which
learns from data how much each class of them says, and where.
"""

from __future__ import annotations

_CLASSES = {
    "promotion": (
        "subscribe subscription subscriptions subscriber subscribers newsletter newsletters "
        "inbox signup unsubscribe trial unlimited membership app apps download notifications "
        "alerts donate advertisement advertising advertise sponsored ad ads promoted premium "
        "paywall unlock follow whatsapp telegram instagram facebook twitter youtube discount "
        "delivered free abonnieren abo anzeige werbung abonnez abonnement publicité "
        "suscríbete suscripción publicidad iscriviti pubblicità jetzt kostenlos gratis"
    ),
    "notice": (
        "copyright reserved disclaimer cookies cookie privacy reproduced redistributed "
        "republished rewritten syndicated edited unedited auto-generated generated correction "
        "corrections clarification editor's editor’s views expressed opinions consent gdpr "
        "terms policy permission contributor updated amended originally version standards "
        "impressum datenschutz urheberrecht mentions légales aviso reservados"
    ),
    "related": (
        "related read more also recommended recommendations trending popular latest most next "
        "previous watch stories headlines videos video gallery galleries topics tags "
        "elsewhere editors picks missed lesen mehr auch verwandte meistgelesen aktuell lire "
        "aussi articles similaires lea más también noticias relacionadas leggi anche"
    ),
    "comment": (
        "comment comments commented reply replies replied respond responses permalink like "
        "likes upvote downvote moderation moderated logged username anonymous says wrote "
        "posted abuse flag thread points kommentar kommentare antworten commentaire "
        "commentaires répondre comentarios comentario responder rispondi commenti"
    ),
    "caption": (
        "photo photos photograph photographs photographer photographed picture pictured "
        "pictures image images file getty reuters afp epa ap courtesy credit screenshot "
        "illustration handout shutterstock pixabay unsplash caption shows seen left right "
        "foto bild bildquelle crédit image imagen"
    ),
    "credit": (
        "reuters afp ap pti ani ians xinhua dpa efe ansa upi bloomberg tass apa agencies "
        "agency agence wire newswire staff desk bureau reporter reporters correspondent "
        "contributed reporting editing writer press associated source"
    ),
    "date": (
        "updated published posted created modified last first ago today yesterday min read am "
        "pm gmt utc est edt ist cet monday tuesday wednesday thursday friday saturday sunday "
        "mon tue wed thu fri sat sun veröffentlicht aktualisiert uhr publié mis publicado "
        "actualizado pubblicato"
    ),
    "navigation": (
        "menu home search login log sign in register account skip share print email close "
        "back toggle navigation contact about advertise help faq sitemap careers jobs shop "
        "edition settings terms save listen expand loading suche anmelden kontakt startseite "
        "accueil rechercher connexion inicio buscar contacto cerca"
    ),
    "voice": (
        "i i'm i've i'd i'll me my mine you your you're lol thanks imo ich mein du je moi tu"
    ),
}

CUES: dict[str, tuple[str, ...]] = {}
for _name, _words in _CLASSES.items():
    for _word in _words.split():
        CUES[_word] = (*CUES.get(_word, ()), _name)

MONTHS = frozenset(
    (
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june "
        "july august september october november december januar februar märz mai juni juli "
        "oktober dezember janvier février mars avril juin juillet août septembre octobre novembre "
        "décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
    ).split()
)
PARTICLES = frozenset(
    ("de van von der den al bin ibn el la le da dos and und et y & du di").split()
)
FUNCTION_WORDS = frozenset(
    (
        "the of and to in a is that for it as was with be by on not he his but at are this have "
        "from or had an they which she we their has been were her who will more its would about "
        "there said der die das und ist nicht ein eine zu den mit von im für auf dem des sich als "
        "auch es le la les et est une des du que qui dans pour pas sur au par il elle el los las "
        "y en un una que no por con para su se del al lo como il di che e un per non sono della "
        "con del de een het van en op met voor niet"
    ).split()
)
