"""The Office in a sentence: at work for the country, or only named, as a source, an address or somebody thanked."""

from pipeline.find.words import PROVIDERS, gap, words_before
from pipeline.nlp import Hit, Sentence

_ON_PAPER = frozenset({"sends", "shown-to"})
_OF = frozenset({"of", "de", "del", "du"})
_WHO = frozenset({"who", "which", "qui", "que"})
_COMING = ("reach", "arriv", "lleg", "parven")
_WOULD = frozenset({"would", "quedaria", "estaria", "seria", "serait", "saurait"})
_CONFERENCE = frozenset({"the conference", "la conference", "la conferencia", "international labour conference"})
_TO = frozenset({"to", "a", "au", "aux", "by", "par", "por", "with", "aupres", "ante", "del", "de"})
_FOR = frozenset({"for", "pour", "para"})
_POSTING = (
    "address", "arriv", "communicat", "deposit", "forward", "handed", "lodg", "reach", "receiv", "refer", "send",
    "sent", "submit", "transmit", "adress", "communiqu", "depos", "envo", "parven", "recu", "remis", "sais", "soumi",
    "transm", "comunic", "envi", "lleg", "present", "recib", "remit", "somet",
)  # fmt: skip
_AROUND = 6  # words between the Office and a publication in a sentence without a word of help
_ABOUT = frozenset({"on", "sur", "sobre", "en", "in"})
_DOINGS = frozenset({
    "delivered", "ongoing", "agreed", "limited", "put-off", "requested", "recourse", "result", "following", "outcome",
    "activity", "visit", "responds", "taken-up", "teaches", "counsels", "helps", "draft", "advice", "training", "aid",
    "shown-to", "wishes", "encourages", "should", "asks", "may", "available", "at-disposal", "project",
})  # fmt: skip
_DONE = 12  # words between the Office and what is done
_BESIDE = frozenset({"with", "avec", "con"})
_BEFORE = 4  # words in which they stand before the Office
_PEOPLE = ("team", "official", "specialist", "expert", "equipe", "fonctionnaire", "equipo", "funcionari", "especialist")
_PROCEEDINGS = (
    "complaint", "allegation", "membership", "plainte", "adhesion", "queja", "alegat", "alegacion", "denunci",
)  # fmt: skip
_NAMES = (
    "affairs", "asuntos", "constituent", "constitution", "convention", "convenio", "declaration", "governing",
    "instrument", "principe", "principi", "principl", "recommendation", "recomendacion", "recommandation", "standard",
    "supervisory",
)  # fmt: skip
_WORKS = frozenset({"aid", "helps", "teaches"})
_GIVEN_TO = frozenset({"to", "a", "al", "au", "aux"})
_GIVEN = 12  # words between a gift and the Office that receives it
_JOINED = 3  # and where the publication is the Office's own: 'figures of the ILO'
_POSTED = 8  # words between the Office and the verb of sending that makes it an address
_BARE = frozenset({
    "the office", "the office's", "le bureau", "du bureau", "au bureau", "ce bureau", "la oficina", "esta oficina",
    "that office", "same office", "the same office", "said office", "dicha oficina", "esa oficina", "misma oficina",
})  # fmt: skip


def is_the_office(sentence: Sentence, office: Hit) -> bool:
    """Say whether a name is the ILO's: printed small, 'les membres du bureau' and 'la oficina local' are others'."""
    if office.words not in _BARE:
        return True
    start = office.start - sentence.span.start
    return any(letter.isupper() for letter in sentence.text[start : start + len(office.words)].split()[-1])


def is_at_work(sentence: Sentence, office: Hit) -> bool:
    """'nine sessions with the Office', 'the ILO was asked for tools': help, though no word of help is there."""
    if any(_is_elsewhere(sentence, hit) for hit in sentence.hits) or not is_the_office(sentence, office):
        return False
    if not _does_something(sentence, office) or _is_before_it(sentence) or _is_name_of_another(sentence, office):
        return False
    if _is_of_others(sentence, office) or any(
        is_receiver(sentence, hit) for hit in sentence.hits if hit.concept in PROVIDERS
    ):
        return False
    sources = (hit for hit in sentence.hits if hit.concept == "published" and gap(hit, office) <= _AROUND)
    return not (any(sources) or _is_address(sentence, office))


def _does_something(sentence: Sentence, office: Hit) -> bool:
    """'nine sessions with the Office', 'asked the ILO'; 'a unit for relations with the ILO' tells no doing."""
    before = words_before(sentence, office.first, _BEFORE)
    related = any(word.startswith("rela") for word in before)
    if (_BESIDE & set(before) and not related) or any(word.startswith(_PEOPLE) for word in office.words.split(" ")):
        return True
    return any(hit.concept in _DOINGS and gap(hit, office) <= _DONE for hit in sentence.hits)


def _is_before_it(sentence: Sentence) -> bool:
    """'a complaint to the ILO', 'alegaciones ante la OIT', 'su adhesión a la OIT': proceedings and membership."""
    return any(word.startswith(_PROCEEDINGS) for word in sentence.words)


def _is_name_of_another(sentence: Sentence, office: Hit) -> bool:
    """'ILO governing organs', 'the ILO Nursing Personnel Recommendation', 'ILO affairs'."""
    after = sentence.words[office.last - sentence.first : office.last - sentence.first + 4]
    return any(word.startswith(_NAMES) for word in after)


def _is_of_others(sentence: Sentence, office: Hit) -> bool:
    """'the Regional Adviser of the World Health Organization'."""
    owned = _OF & set(sentence.words[office.last - sentence.first : office.last - sentence.first + 1])
    return bool(owned) and any(h.concept == "donor" and 0 <= h.first - office.last <= _JOINED for h in sentence.hits)


def _is_elsewhere(sentence: Sentence, hit: Hit) -> bool:
    """'thanks the Office', 'talked with its officials at the Conference': a courtesy; not 'would be grateful'."""
    if hit.concept == "thanks":
        return not _WOULD & set(words_before(sentence, hit.first, 3))
    return hit.concept == "other-body" and hit.words in _CONFERENCE


def is_source(sentence: Sentence, office: Hit) -> bool:
    """'figures of the ILO', 'a guide published by the Office'; but not 'guidelines which the ILO helped to frame'."""
    if any(hit.concept in _WORKS and 0 <= hit.first - office.last <= _JOINED for hit in sentence.hits):
        return False
    return any(
        hit.concept == "published"
        and (_is_joined(hit, office) or 0 <= hit.first - office.last <= _JOINED)
        and not _ABOUT & set(sentence.words[office.last - sentence.first : hit.first - sentence.first])
        for hit in sentence.hits
    )


def _is_joined(hit: Hit, office: Hit) -> bool:
    return hit.first <= office.first and office.first - hit.last <= _JOINED


def is_receiver(sentence: Sentence, office: Hit) -> bool:
    """'contributes to the ILO facility', 'funds at the disposal of IPEC': what others give to the ILO."""
    offered = any(hit.concept == "at-disposal" and 0 <= office.first - hit.last <= _JOINED for hit in sentence.hits)
    for gift in (hit for hit in sentence.hits if hit.concept == "donates"):
        between = set(sentence.words[gift.last - sentence.first : office.first - sentence.first])
        given = bool(_GIVEN_TO & between) or offered or office.words.startswith("au ") or gift.words.endswith(" to")
        financed = gift.words.startswith("qu") and 0 <= gift.first - office.last <= _JOINED
        if financed or (given and 0 <= office.first - gift.last <= _GIVEN):
            return True
    return False


def _is_address(sentence: Sentence, office: Hit) -> bool:
    """'the reports reached the Office', 'observations transmitted by the Office', but not 'for its opinion'."""
    none = any(hit.concept == "not" and 0 <= hit.first - office.last <= _JOINED for hit in sentence.hits)
    if none and any(
        hit.concept == "requested" and 0 <= hit.first - office.last <= _JOINED + 1 for hit in sentence.hits
    ):
        return False  # 'the Office has received no request'
    if _is_text_for_opinion(sentence, office):
        return False
    if any(_asks_it(hit, office) or _is_for_opinion(hit, office) for hit in sentence.hits):
        return False
    if _FOR & set(sentence.words[office.last - sentence.first : office.last - sentence.first + 3]):
        return False
    return any(
        hit.concept in _ON_PAPER
        and hit.words.startswith(_POSTING)
        and (_is_addressed(sentence, hit, office) or _is_passed_on(sentence, hit, office))
        for hit in sentence.hits
    ) or any(hit.concept == "asks-information" and 0 <= office.first - hit.last <= 1 for hit in sentence.hits)


def _is_passed_on(sentence: Sentence, hit: Hit, office: Hit) -> bool:
    """'the Office received', 'le Bureau a transmis'; but not 'an official of the Office who was sent'."""
    between = sentence.words[office.last - sentence.first : hit.first - sentence.first]
    near = 0 <= hit.first - office.last <= _JOINED and not hit.words.startswith(_COMING)
    return near and not _WHO & set(between)


def _is_text_for_opinion(sentence: Sentence, office: Hit) -> bool:
    """'has sent the draft law to the Office and wishes to receive its comments'."""
    draft = any(hit.concept == "draft" for hit in sentence.hits)
    return draft and any(hit.concept in {"advice", "counsels"} and hit.first >= office.last for hit in sentence.hits)


def _is_addressed(sentence: Sentence, hit: Hit, office: Hit) -> bool:
    """'sent to the Office', 'transmis au Bureau', 'reached the Office'; but not 'submitted after the Office had …'."""
    to = _TO & set(words_before(sentence, office.first, 2)) or office.words.startswith("au ")
    return 0 <= office.first - hit.last <= _POSTED and bool(to or office.first - hit.last <= 1)


def _asks_it(hit: Hit, office: Hit) -> bool:
    """'asked the Office', 'prie le Bureau', 'with the request that it': a request to it is more than post."""
    return hit.concept in {"asks", "requested"} and -1 <= office.first - hit.last <= 1


def _is_for_opinion(hit: Hit, office: Hit) -> bool:
    """'submit it to an appraisal by the Office', 'sent to the Office, on whose opinion it waits'."""
    return hit.concept == "advice" or (hit.concept == "counsels" and -3 <= office.first - hit.last <= 2)
