"""Who gives the help: the ILO, or a donor, a ministry, an agency that stands nearer."""

import re

from pipeline.find.office import is_receiver, is_source, is_the_office
from pipeline.find.words import MISSIONS, OWN_HELP, PROVIDERS, Mentioned, distance_to, gap, words_before
from pipeline.nlp import Hit, Sentence

_SEEKING = frozenset(
    {"requested", "wishes", "recourse", "reminds", "encourages", "hopes", "may", "at-disposal", "asks", "limited"}
)
_GIVES = (
    "give", "gave", "provid", "offer", "make", "supplies", "brinda", "presta", "ofrec", "apport", "prete", "offr",
    "fourni",
)  # fmt: skip
_OF = frozenset({"of", "de", "des", "du", "d"})
_SENDERS = frozenset({"government", "workers", "employers", "other-agency", "donor"})
_TOLD = frozenset({
    "delivered", "ongoing", "agreed", "limited", "result", "outcome", "should", "requested", "put-off", "encourages",
    "asks", "reminds", "recourse",
})  # fmt: skip
_FRUITS = frozenset({"result", "outcome", "number-word"})
_WORKING = frozenset({"work with", "working with"})
_SERVICES = frozenset({"ilo", "office", "oit", "bit", "bureau", "oficina"})
_TOPICS = frozenset({
    "role", "part", "place", "papel", "lugar", "importance", "importancia", "glossary", "loi", "ley", "resolution",
    "resolucion", "discussion", "debate", "debat", "link", "relationship", "lien", "vinculo", "relacion", "relaciones",
})  # fmt: skip
_OURS = frozenset({"expertise", "project", "programme", "mission", "office"}) | MISSIONS
_RECEIVED = ("receiv", "benefit", "recu", "recib", "benefic", "recoi", "obtain", "obtuv", "obtenu")
_WITH = (("with",), ("avec",), ("con",))
_TO_IT = (("of",), ("du",), ("de",), ("del",))
_DOING = frozenset({"delivered", "ongoing", "agreed", "put-off", "helps", "counsels"})
_NATIONALS = frozenset({"government", "workers", "employers", "donor", "other-agency", "on-inspection"})
_RELATIVES = frozenset({"which", "that", "que", "qu"})
_CENTRE = ("turin", "training centre", "centre international", "centro internacional", "itc", "cif")
_COUNTRY_PROGRAMME = re.compile(r"decent|dwcp|pptd|ptdp")  # the name alone says that it is the ILO's
_REACH = 9  # words between a weak word of help and the provider that makes it the ILO's
_FAR = 30  # and where a relative clause makes the provider its giver
_COOPERATION = ("cooper", "collabor", "colabor", "willing")
_CALLING = frozenset({"project", "training", "encourages", "asks", "hopes", "outcome", "result"})
_ADVERBIAL = frozenset({"in", "en", "through", "close", "etroite", "estrecha", "technical", "gracias"})


def is_ours(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """A named form of help is the ILO's unless another giver stands nearer or a national agency gives it."""
    donors = distance_to(sentence, hit, frozenset({"donor"}))
    providers = distance_to(sentence, hit, PROVIDERS)
    if _COUNTRY_PROGRAMME.search(hit.words):
        return any(h.concept in _DOING for h in sentence.hits)
    if hit.concept in MISSIONS:
        return (
            (donors is None or providers is not None)
            and not _is_strangers(sentence, hit)
            and not _is_talk(sentence, hit)
        )
    if _SERVICES & set(hit.words.split(" ")):
        return True  # 'the services of the ILO', 'los servicios de la Oficina'
    if providers is None and _is_topic(sentence, hit):
        return False
    if providers is None:
        known = bool(mentioned.before) or (hit.concept == "technical-assistance" and _is_sought(sentence))
        own = OWN_HELP in mentioned.before
        if own and not _is_told_of(sentence, hit):
            return False
        return donors is None and known and (own or not is_national(sentence, hit))
    return donors is None or providers <= donors + 2


def _is_told_of(sentence: Sentence, hit: Hit) -> bool:
    """'projects … have succeeded in improving the law', 'references to technical cooperation, four in 2002'."""
    return any(
        h.concept in _FRUITS or (h.concept in _TOLD and gap(h, hit) <= _REACH) for h in sentence.hits if h != hit
    )


def _is_strangers(sentence: Sentence, mission: Hit) -> bool:
    """'a fact-finding mission of members of Parliament', 'the joint mission of deputies': no mission of the ILO."""
    of = _OF & set(sentence.words[mission.last - sentence.first : mission.last - sentence.first + 1])
    theirs = any(h.concept in _SENDERS and 1 <= h.first - mission.last <= 3 for h in sentence.hits)
    theirs = theirs or any(h.concept == "no-mission" and h.first < mission.last < h.last for h in sentence.hits)
    return bool(of) and mission.concept == "other-mission" and theirs


def _is_talk(sentence: Sentence, contacts: Hit) -> bool:
    """'the procedure of direct contacts', 'contactos directos entre el viceministro y …': no mission."""
    after = sentence.words[contacts.last - sentence.first : contacts.last - sentence.first + 3]
    offered = any(h.concept in {"available", "at-disposal", "recourse", "encourages"} for h in sentence.hits)
    spoken = bool({"between", "entre"} & set(after)) or any(
        word.startswith(("proced", "princip")) for word in words_before(sentence, contacts.first, 3)
    )
    return contacts.concept == "direct-contacts-mission" and "mis" not in contacts.words and spoken and not offered


def _is_topic(sentence: Sentence, hit: Hit) -> bool:
    """'the part that technical cooperation plays', 'el papel de la cooperación técnica': talked about, not given."""
    before = words_before(sentence, hit.first, 6)
    after = sentence.words[hit.last - sentence.first : hit.last - sentence.first + 1]
    return bool(_TOPICS & set(before)) or after in (("terms",), ("plays",))


def _is_sought(sentence: Sentence) -> bool:
    """Assistance without a named giver is the ILO's where it is asked for, advised, hoped for or received."""
    if any(h.concept in _SEEKING for h in sentence.hits):
        return True
    governments = any(h.concept == "government" for h in sentence.hits)
    return governments and any(h.concept == "delivered" and h.words.startswith(_RECEIVED) for h in sentence.hits)


def is_national(sentence: Sentence, hit: Hit) -> bool:
    """'The Ministry provides technical assistance to …', 'offered to the parties by the Conciliation Board'."""
    given = any(h.concept in {"delivered", "ongoing"} and 0 <= hit.first - h.last <= 8 for h in sentence.hits)
    giver = any(h.concept in {"government", "on-inspection"} and 0 <= hit.first - h.last <= 14 for h in sentence.hits)
    client = any(
        0 <= h.first - hit.last <= (5 if h.concept == "client" else 3)
        for h in sentence.hits
        if h.concept in {"client", "workers", "employers", "other-agency"}
    )
    received = any(h.concept == "delivered" and h.words.startswith(_RECEIVED) for h in sentence.hits)
    after = sentence.words[hit.last - sentence.first : hit.last - sentence.first + 9]
    owned = after[:1] and after[0] in {"of", "from", "de", "del", "du", "des", "d"}
    given_by = given and giver and not received
    return bool(client or given_by or owned or {"by", "par", "por"} & set(after)) or _is_anothers(sentence, hit)


def _is_anothers(sentence: Sentence, hit: Hit) -> bool:
    """'the physician gives assistance', 'the support that the authority gives': the giver is no ILO body."""
    gives = any(
        h.concept == "delivered" and 0 <= hit.first - h.last <= 2 and h.words.startswith(_GIVES) for h in sentence.hits
    )
    relative = _RELATIVES & set(sentence.words[hit.last - sentence.first : hit.last - sentence.first + 1])
    theirs = [h for h in sentence.hits if h.concept in _NATIONALS and 1 <= h.first - hit.last <= 4]
    given = any(h.concept == "delivered" and 0 <= h.first - theirs[0].last <= 3 for h in sentence.hits if theirs)
    return bool(relative and given) or (gives and not any(h.concept in _OURS for h in sentence.hits))


def is_provided(sentence: Sentence, hit: Hit) -> bool:
    """Say whether the Office stands near enough to a weak word of help to be its giver, and nearer than a donor."""
    if (
        hit.concept == "at-disposal"
        and sentence.words[hit.last - sentence.first : hit.last - sentence.first + 1] in _TO_IT
    ):
        return False  # funds 'at the disposal of the ILO'
    donors = distance_to(sentence, hit, frozenset({"donor"}))
    if is_cooperation_with(sentence, hit):
        return False
    providers = [h for h in sentence.hits if h.concept in PROVIDERS and _gives(sentence, h)]
    near = min((gap(hit, h) for h in providers if gap(hit, h) <= _reach(sentence, h, hit)), default=None)
    if near is None:
        return _is_run_by_office(sentence, hit)
    return donors is None or near <= donors


def _gives(sentence: Sentence, provider: Hit) -> bool:
    return is_the_office(sentence, provider) and not (is_source(sentence, provider) or is_receiver(sentence, provider))


def is_cooperation_with(sentence: Sentence, hit: Hit) -> bool:
    """'its willingness to cooperate with the ILO', 'su colaboración con la OIT': courtesy, no help is named."""
    if hit.words in _WORKING:
        return any(h.concept in {"at-disposal", "wishes"} and 0 <= hit.first - h.last <= 2 for h in sentence.hits)
    if not hit.words.startswith(_COOPERATION) or _ADVERBIAL & set(words_before(sentence, hit.first, 2)):
        return False
    after = sentence.words[hit.last - sentence.first : hit.last - sentence.first + 1]
    return after in _WITH and not any(h.concept in _CALLING for h in sentence.hits)


def _is_run_by_office(sentence: Sentence, hit: Hit) -> bool:
    """'the project …, which the ILO has been carrying out', 'el concurso que prestó …, la oficina de la OIT'."""
    if hit.concept not in {"project", "aid", "training", "expertise", "advice", "at-disposal"}:
        return False
    return any(
        office.first > hit.last
        and office.first - hit.last <= _FAR
        and (_is_relative_subject(sentence, office) or _gives_it(sentence, hit, office))
        for office in sentence.hits
        if office.concept == "office"
    )


def _is_relative_subject(sentence: Sentence, office: Hit) -> bool:
    """'which the ILO has been carrying out', 'que le BIT exécute', 'que la Oficina imparte'."""
    if not _RELATIVES & set(words_before(sentence, office.first, 2)):
        return False
    return any(h.concept in _DOING and 0 <= h.first - office.last <= 3 for h in sentence.hits)


def _gives_it(sentence: Sentence, hit: Hit, office: Hit) -> bool:
    """'el concurso que prestó a las partes, desde la fase de redacción, la oficina': the giver comes last."""
    relative = _RELATIVES & set(sentence.words[hit.last - sentence.first : hit.last - sentence.first + 2])
    given = any(h.concept == "delivered" and 0 <= h.first - hit.last <= 4 for h in sentence.hits)
    comma = words_before(sentence, office.first, 1) == (",",)
    return bool(relative) and given and comma


def _reach(sentence: Sentence, provider: Hit, hit: Hit) -> int:
    """The Office as the subject of a verb of giving reaches further than as a name beside the help."""
    acts = any(
        h.concept in {"delivered", "agreed", "ongoing"} and provider.last <= h.first < hit.first for h in sentence.hits
    )
    taught = hit.concept == "training" and any(word in provider.words for word in _CENTRE)
    return _REACH + 8 if acts or taught else _REACH
