"""Verbs and nouns that are help where the Office does them, or where somebody turns to it."""

import re

from pipeline.find.givers import is_provided
from pipeline.find.office import is_source
from pipeline.find.resumed import is_pointed_at
from pipeline.find.words import PROVIDERS, Mentioned, distance_to, gap, words_before
from pipeline.nlp import Hit, Sentence

_PAPERWORK = (
    "complain", "represent", "report", "copy", "plaint", "reclam", "rapport", "copi", "queja", "memoria", "communicat",
)  # fmt: skip
_DOING = frozenset({"delivered", "ongoing", "agreed", "put-off", "helps", "counsels"})
_ACTORS = frozenset({"government", "workers", "employers", "committee", "donor", "other-agency", "other-body"})
_NO_AGENTS = frozenset({"to", "with", "from", "by", "in", "au", "aux", "a", "avec", "con", "por", "par", "al"})
_PARTICIPLE = re.compile(r"[ai]d[oa]s?$")
_HAVE = frozenset({"ha", "han", "habia", "habian", "haya", "hayan"})
_BY = frozenset({"by", "par", "por"})
_CENTRE = ("turin", "training centre", "centre international", "centro internacional", "itc", "cif")
_SENT_IN = (
    "soumis", "transmi", "envoy", "communiqu", "adress", "sent", "submit", "forward", "present", "envi", "comunic",
    "remiti",
)  # fmt: skip
_DETERMINERS = frozenset(
    {"the", "la", "une", "cette", "toute", "sous", "su", "sa", "una", "its", "their", "ses", "sus"}
)


def _is_awaited(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'hopes that the Office will respond to this request', 'might reconsider that offer'."""
    offered = distance_to(sentence, hit, frozenset({"at-disposal", "requested"}))
    renewed = hit.words.startswith(("renew", "reconsid", "renouv", "renov"))
    hoped = any(h.concept == "hopes" for h in sentence.hits)
    taken_up = renewed and offered is not None and offered <= 3
    awaited = hoped or any(h.concept in {"encourages", "asks", "requested", "wishes"} for h in sentence.hits)
    return bool(mentioned.before) and (
        (awaited and is_provided(sentence, hit)) or taken_up or (hoped and bool(mentioned.here))
    )


def _is_visit(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'officials of the Office visited the capital'."""
    return any(h.concept == "office" and gap(h, hit) <= 4 for h in sentence.hits)


def _is_shown(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the draft was sent to the Office for comments'."""
    office = any(h.concept == "office" and -1 <= h.first - hit.last <= 3 for h in sentence.hits)
    return office and any(h.concept == "draft" and 0 <= hit.first - h.last <= 12 for h in sentence.hits)


def _turns_to_office(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'may turn to the Office', 's'adresser au Bureau', 'acudir a la Oficina': help without a word of help."""
    if _is_hoped_for(sentence, hit, mentioned):
        return True
    place = hit.last - sentence.first
    if any(word.startswith(_PAPERWORK) for word in sentence.words[max(place - 6, 0) : place + 8]):
        return False
    return any(h.concept == "office" and h.last > hit.last and h.first - hit.last <= 6 for h in sentence.hits)


def _is_hoped_for(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'hopes that this request will be met': the request for help that was told before."""
    hoped = any(h.concept == "hopes" and h.first < hit.first for h in sentence.hits)
    return hit.concept == "requested" and hoped and bool(mentioned.before) and is_pointed_at(sentence, hit)


def _is_the_offices(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'hopes that the Office will be able to …', 'le Bureau peut les seconder': what the Office can do is help."""
    month = words_before(sentence, hit.first, 1) in {("in",), ("of",)}
    return not month and any(h.concept == "office" and 0 <= hit.first - h.last <= 2 for h in sentence.hits)


def _is_sent_in(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the draft was transmitted to the Office for comments': more than a copy for information."""
    draft = any(h.concept == "draft" and 0 <= hit.first - h.last <= 12 for h in sentence.hits)
    asked = any(
        h.concept in {"advice", "requested"} and h.first - hit.last <= 4 and h.last > hit.last for h in sentence.hits
    )
    return draft and asked and hit.words.startswith(_SENT_IN)


def _is_done_by_office(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the Office reviewed the bill', 'formés par le BIT', 'capacitados en el Centro de Turín'."""
    noun = bool(_DETERMINERS & set(words_before(sentence, hit.first, 1)))
    return not noun and _has_office_as_agent(sentence, hit)


def _is_carried_out_by_office(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the ILO carried out a survey', 'une étude réalisée par le Bureau': what the Office does in the country."""
    return any(
        _has_office_as_agent(sentence, h)
        for h in sentence.hits
        if h.concept in _DOING and h != hit and gap(h, hit) <= 9
    )


def _has_office_as_agent(sentence: Sentence, verb: Hit) -> bool:
    return any(
        _is_agent(sentence, h, verb) for h in sentence.hits if h.concept in PROVIDERS and not is_source(sentence, h)
    )


def _is_agent(sentence: Sentence, office: Hit, verb: Hit) -> bool:
    before = words_before(sentence, office.first, 2)
    between = [h for h in sentence.hits if min(office.last, verb.last) <= h.first < max(office.first, verb.first)]
    if any(h.concept in _ACTORS for h in between):
        return False
    if 0 <= verb.first - office.last <= 4:
        if _PARTICIPLE.search(verb.words) and not _HAVE & set(words_before(sentence, verb.first, 1)):
            return False  # 'el país examinado'
        return not _NO_AGENTS & set(before) and not office.words.startswith("au ")
    if office.first < verb.last:
        return False
    reach = office.first - verb.last
    inverted = reach <= 2 and bool({"que", "qu", "le", "les", "lui"} & set(words_before(sentence, verb.first, 2)))
    by = _BY & set(words_before(sentence, office.first, min(reach, 6)))
    return reach <= 9 and (bool(by) or inverted or any(word in office.words for word in _CENTRE))


ADDRESSED = {
    "teaches": _is_done_by_office,
    "counsels": _is_done_by_office,
    "helps": _is_done_by_office,
    "activity": _is_carried_out_by_office,
    "not-the-office": _is_sent_in,
    "recourse": _turns_to_office,
    "requested": _turns_to_office,
    "may": _is_the_offices,
    "responds": _is_awaited,
    "visit": _is_visit,
    "shown-to": _is_shown,
}
