"""Find: which sentences may say something of a kind, by the concepts that they hold; who speaks is decided after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.nlp import Candidate, Hit, Sentence
from pipeline.vocabulary import FindingKind

MISSIONS = frozenset({
    "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "high-level-mission",
    "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
})  # fmt: skip
_NAMED_HELP = frozenset({"technical-assistance", "technical-cooperation"}) | MISSIONS
_WEAK_HELP = frozenset({"aid", "training", "advice", "expertise", "project", "road-map", "mission", "at-disposal"})
_SEEKING = frozenset(
    {"requested", "wishes", "recourse", "reminds", "encourages", "hopes", "may", "at-disposal", "asks"}
)
OWN_HELP = "own-help"  # in a paper of the Office, help without a giver is its own
_HELPING = ("help", "aide", "ayud")
_RECEIVED = ("receiv", "benefit", "recu", "recib", "benefic", "recoi", "obtain", "obtuv", "obtenu")
_TO_IT = (("of",), ("du",), ("de",), ("del",))
_PAPERWORK = (
    "complain",
    "represent",
    "report",
    "copy",
    "plaint",
    "reclam",
    "rapport",
    "copi",
    "queja",
    "memoria",
    "communicat",
)
_RESUMED = frozenset({"at-disposal", "aid", "training", "advice", "expertise", "project", "road-map"})
_PROVIDERS = frozenset({"office", "programme"})
WORKS = frozenset({"teaches", "counsels", "helps"})  # verbs that are help where the Office is their agent
_DOING = frozenset({"delivered", "ongoing", "agreed", "put-off", "helps", "counsels"})
_ACTORS = frozenset({"government", "workers", "employers", "committee", "donor", "other-agency", "other-body"})
_NO_AGENTS = frozenset({"to", "with", "from", "by", "in", "au", "aux", "a", "avec", "con", "por", "par", "al"})
_PARTICIPLE = re.compile(r"[ai]d[oa]s?$")
_HAVE = frozenset({"ha", "han", "habia", "habian", "haya", "hayan"})
_BY = frozenset({"by", "par", "por"})
_RELATIVES = frozenset({"which", "that", "que", "qu"})
_CENTRE = ("turin", "training centre", "centre international", "centro internacional", "itc", "cif")
_SENT_IN = (
    "soumis",
    "transmi",
    "envoy",
    "communiqu",
    "adress",
    "sent",
    "submit",
    "forward",
    "present",
    "envi",
    "comunic",
    "remiti",
)
_COUNTRY_PROGRAMME = re.compile(r"decent|dwcp|pptd|ptdp")  # the name alone says that it is the ILO's
_DETERMINERS = frozenset(
    {"the", "la", "une", "cette", "toute", "sous", "su", "sa", "una", "its", "their", "ses", "sus"}
)
_REACH = 9  # words between a weak word of help and the provider that makes it the ILO's
_FAR = 30  # and where a relative clause makes the provider its giver
_SHORT = 6  # a run-in heading ('Failure to submit.') has fewer words than a sentence
_PROGRESS = frozenset({"change", "with-satisfaction", "with-interest", "welcomes", "progress"})
_CONCERN = frozenset({"regret", "deplores", "concern"})
_MISSING = frozenset({"not-received", "no-reply", "urgent-appeal", "lack", "unanswered"})
_SUFFICIENT = _NAMED_HELP | _PROVIDERS | _PROGRESS | _CONCERN | (_MISSING - {"lack"})
_DRAFT_SENT = frozenset({"not-the-office", "draft"})
_OWED = frozenset({"sends", "report", "on-reporting", "instruments", "on-submission"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The concepts of ILO help that were named before: anywhere in the comment, and in this paragraph."""

    before: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()


def may_hold_findings(concepts: frozenset[str], mentioned: Mentioned) -> bool:
    """Say whether a paragraph with these concepts may hold a candidate: the rest need not be cut into sentences."""
    if concepts & _SUFFICIENT or (mentioned.before and concepts & _WEAK_HELP):
        return True
    return ("lack" in concepts and bool(concepts & _OWED)) or concepts >= _DRAFT_SENT


def find_candidates(sentence: Sentence, mentioned: Mentioned) -> tuple[Candidate, ...]:
    """Return what the sentence may say, given the help that the comment has named before it."""
    return tuple(_found(sentence, mentioned))


def _found(sentence: Sentence, mentioned: Mentioned) -> Iterator[Candidate]:
    anchors = tuple(hit for hit in sentence.hits if _is_anchor(sentence, hit, mentioned))
    if anchors and len(sentence.words) >= _SHORT:
        yield Candidate(FindingKind.ASSISTANCE, anchors)
    for kind, concepts in (
        (FindingKind.PROGRESS, _PROGRESS),
        (FindingKind.CONCERN, _CONCERN),
        (FindingKind.REPORTING, _MISSING),
    ):
        hits = tuple(hit for hit in sentence.hits if hit.concept in concepts)
        if hits and len(sentence.words) > _SHORT:
            yield Candidate(kind, hits)


def _is_anchor(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    if hit.concept == "programme":
        return True
    if hit.concept in _NAMED_HELP:
        return _is_ours(sentence, hit, mentioned)
    if hit.concept in _ADDRESSED:
        return _ADDRESSED[hit.concept](sentence, hit, mentioned)
    return hit.concept in _WEAK_HELP and (_is_provided(sentence, hit) or _is_resumed(sentence, hit, mentioned))


def _is_awaited(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'hopes that the Office will respond to this request', 'might reconsider that offer'."""
    offered = _distance_to(sentence, hit, frozenset({"at-disposal", "requested"}))
    renewed = hit.words.startswith(("renew", "reconsid", "renouv", "renov"))
    hoped = any(h.concept == "hopes" for h in sentence.hits)
    taken_up = renewed and offered is not None and offered <= 3
    awaited = hoped or any(h.concept in {"encourages", "asks", "requested", "wishes"} for h in sentence.hits)
    return bool(mentioned.before) and (
        (awaited and _is_provided(sentence, hit)) or taken_up or (hoped and bool(mentioned.here))
    )


def _is_visit(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'officials of the Office visited the capital'."""
    return any(h.concept == "office" and _gap(h, hit) <= 4 for h in sentence.hits)


def _is_shown(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the draft was sent to the Office for comments'."""
    office = any(h.concept == "office" and -1 <= h.first - hit.last <= 3 for h in sentence.hits)
    return office and any(h.concept == "draft" and 0 <= hit.first - h.last <= 12 for h in sentence.hits)


def _turns_to_office(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'may turn to the Office', 's'adresser au Bureau', 'acudir a la Oficina': help without a word of help."""
    place = hit.last - sentence.first
    if any(word.startswith(_PAPERWORK) for word in sentence.words[max(place - 6, 0) : place + 8]):
        return False
    return any(h.concept == "office" and h.last > hit.last and h.first - hit.last <= 6 for h in sentence.hits)


def _is_the_offices(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'hopes that the Office will be able to …', 'le Bureau peut les seconder': what the Office can do is help."""
    month = _words_before(sentence, hit.first, 1) in {("in",), ("of",)}
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
    noun = bool(_DETERMINERS & set(_words_before(sentence, hit.first, 1)))
    return not noun and _has_office_as_agent(sentence, hit)


def _is_carried_out_by_office(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'the ILO carried out a survey', 'une étude réalisée par le Bureau': what the Office does in the country."""
    return any(
        _has_office_as_agent(sentence, h)
        for h in sentence.hits
        if h.concept in _DOING and h != hit and _gap(h, hit) <= 9
    )


def _has_office_as_agent(sentence: Sentence, verb: Hit) -> bool:
    return any(_is_agent(sentence, h, verb) for h in sentence.hits if h.concept in _PROVIDERS)


def _is_agent(sentence: Sentence, office: Hit, verb: Hit) -> bool:
    before = _words_before(sentence, office.first, 2)
    between = [h for h in sentence.hits if min(office.last, verb.last) <= h.first < max(office.first, verb.first)]
    if any(h.concept in _ACTORS for h in between):
        return False
    if 0 <= verb.first - office.last <= 4:
        if _PARTICIPLE.search(verb.words) and not _HAVE & set(_words_before(sentence, verb.first, 1)):
            return False  # 'el país examinado'
        return not _NO_AGENTS & set(before) and not office.words.startswith("au ")
    if office.first < verb.last:
        return False
    reach = office.first - verb.last
    inverted = reach <= 2 and bool({"que", "qu", "le", "les", "lui"} & set(_words_before(sentence, verb.first, 2)))
    by = _BY & set(_words_before(sentence, office.first, min(reach, 6)))
    return reach <= 9 and (bool(by) or inverted or any(word in office.words for word in _CENTRE))


_ADDRESSED = {
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


def _is_ours(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """A named form of help is the ILO's unless another giver stands nearer or a national agency gives it."""
    donors = _distance_to(sentence, hit, frozenset({"donor"}))
    providers = _distance_to(sentence, hit, _PROVIDERS)
    if _COUNTRY_PROGRAMME.search(hit.words):
        return any(h.concept in _DOING for h in sentence.hits)
    if hit.concept in MISSIONS:
        return donors is None or providers is not None
    if providers is None:
        known = bool(mentioned.before) or (hit.concept == "technical-assistance" and _is_sought(sentence))
        own = OWN_HELP in mentioned.before
        return donors is None and known and (own or not _is_national(sentence, hit))
    return donors is None or providers <= donors + 2


def _is_sought(sentence: Sentence) -> bool:
    """Assistance without a named giver is the ILO's where it is asked for, advised, hoped for or received."""
    if any(h.concept in _SEEKING for h in sentence.hits):
        return True
    governments = any(h.concept == "government" for h in sentence.hits)
    return governments and any(h.concept == "delivered" and h.words.startswith(_RECEIVED) for h in sentence.hits)


def _is_national(sentence: Sentence, hit: Hit) -> bool:
    """'The Ministry provides technical assistance to …', 'offered to the parties by the Conciliation Board'."""
    given = any(h.concept in {"delivered", "ongoing"} and 0 <= hit.first - h.last <= 8 for h in sentence.hits)
    giver = any(h.concept in {"government", "on-inspection"} and 0 <= hit.first - h.last <= 14 for h in sentence.hits)
    client = any(
        h.concept in {"client", "workers", "employers"} and 0 <= h.first - hit.last <= 5 for h in sentence.hits
    )
    received = any(h.concept == "delivered" and h.words.startswith(_RECEIVED) for h in sentence.hits)
    after = sentence.words[hit.last - sentence.first : hit.last - sentence.first + 9]
    owned = after[:1] and after[0] in {"of", "from", "de", "del", "du", "des", "d"}
    given_by = given and giver and not received
    return bool(client or given_by or owned or {"by", "par", "por"} & set(after))


def _is_provided(sentence: Sentence, hit: Hit) -> bool:
    if (
        hit.concept == "at-disposal"
        and sentence.words[hit.last - sentence.first : hit.last - sentence.first + 1] in _TO_IT
    ):
        return False  # funds 'at the disposal of the ILO'
    donors = _distance_to(sentence, hit, frozenset({"donor"}))
    providers = [h for h in sentence.hits if h.concept in _PROVIDERS]
    near = min((_gap(hit, h) for h in providers if _gap(hit, h) <= _reach(sentence, h, hit)), default=None)
    if near is None:
        return _is_run_by_office(sentence, hit)
    return donors is None or near <= donors


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
    if not _RELATIVES & set(_words_before(sentence, office.first, 2)):
        return False
    return any(h.concept in _DOING and 0 <= h.first - office.last <= 3 for h in sentence.hits)


def _gives_it(sentence: Sentence, hit: Hit, office: Hit) -> bool:
    """'el concurso que prestó a las partes, desde la fase de redacción, la oficina': the giver comes last."""
    relative = _RELATIVES & set(sentence.words[hit.last - sentence.first : hit.last - sentence.first + 2])
    given = any(h.concept == "delivered" and 0 <= h.first - hit.last <= 4 for h in sentence.hits)
    comma = _words_before(sentence, office.first, 1) == (",",)
    return bool(relative) and given and comma


def _reach(sentence: Sentence, provider: Hit, hit: Hit) -> int:
    """The Office as the subject of a verb of giving reaches further than as a name beside the help."""
    acts = any(
        h.concept in {"delivered", "agreed", "ongoing"} and provider.last <= h.first < hit.first for h in sentence.hits
    )
    taught = hit.concept == "training" and any(word in provider.words for word in _CENTRE)
    return _REACH + 8 if acts or taught else _REACH


def _is_resumed(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'this assistance', 'the mission', 'the 2011 audit': help by a short name after its first mention."""
    if _distance_to(sentence, hit, frozenset({"donor"})) is not None or not mentioned.before:
        return False
    if hit.concept == "mission":
        return bool(mentioned.before & MISSIONS)
    if OWN_HELP in mentioned.before and hit.words.startswith(_HELPING):
        return any(h.concept == "ongoing" and h.first < hit.first < h.last for h in sentence.hits)
    known = hit.concept in mentioned.before
    if hit.concept in {"expertise", "advice"} and known:
        return not hit.words.startswith(("expert", "especialista", "specialist"))
    if hit.concept == "training" and hit.concept in mentioned.here:
        return True
    pointed = any(h.concept == "this" and 0 <= hit.first - h.last <= 1 for h in sentence.hits)
    return (
        pointed and hit.concept in _RESUMED and (known or hit.concept in {"aid", "advice", "training", "at-disposal"})
    )


def _distance_to(sentence: Sentence, hit: Hit, concepts: frozenset[str]) -> int | None:
    return min((_gap(hit, other) for other in sentence.hits if other.concept in concepts), default=None)


def _words_before(sentence: Sentence, place: int, count: int) -> tuple[str, ...]:
    within = place - sentence.first
    return sentence.words[max(within - count, 0) : max(within, 0)]


def _gap(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)
