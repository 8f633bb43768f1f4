"""The verb that governs the help: asked for, agreed, under way or given."""

import re
from dataclasses import replace

from pipeline.nlp import Hit
from pipeline.qualify.clause import Clause, Stage, make_stage, near, printed
from pipeline.qualify.subjects import word_at
from pipeline.vocabulary import Act, Speaker

_VERBS = frozenset({"teaches", "counsels", "helps", "aid"})  # concepts of help whose wordings may be verbs
STAGES = {
    "requested": Act.REQUESTED, "wishes": Act.REQUESTED, "agreed": Act.AGREED, "ongoing": Act.ONGOING,
    "delivered": Act.DELIVERED, "limited": Act.LIMITED,
}  # fmt: skip
_PASSIVES = frozenset({"requested", "agreed", "ongoing", "wishes"})
_NOT_YET = frozenset({"wishes", "requested", "agreed"})
_SENT_IN = frozenset({"shown-to", "not-the-office"})
_AUXILIARIES = frozenset({"a", "ont", "ete", "ayant", "avait", "avaient"})
_FUTURE = ("will", "shall", "is to", "are to", "sera", "ser")
_STEPS = (  # what is done with a text, or with a reader's memory
    "adopt", "aprob", "communi", "complet", "comunic", "depos", "enact", "furnish", "laid", "plac", "present",
    "promulg", "recall", "remember", "somet", "soumi", "submit", "tabl", "transm",
)  # fmt: skip
_PAST = re.compile(r"(?:ed|é[es]{0,2}|[iu](?:es?|s)?|[iu]t[es]{0,2}|erte?s?|ó|aron|ieron|[aií]d[oa]s?)$")
_IRREGULAR = frozenset(
    {"gave", "given", "held", "lent", "ran", "took", "taken", "met", "sent", "went", "gone", "came", "drew", "drawn"}
    | {"undertook", "undertaken", "made", "been", "had", "was", "were", "dio", "hizo", "tuvo", "sostuvo", "mantuvo"}
)
_GOVERNED = 14  # words between a verb and the help that it governs


def asks_the_office(clause: Clause) -> Stage | None:
    """'has approached the ILO', 'ha pedido a la Oficina': the Office is asked, however far the help stands."""
    if clause.anchor.concept in _SENT_IN:
        return make_stage(clause, Act.REQUESTED, clause.anchor)
    own = clause.turn.speaker is not Speaker.COMMITTEE
    for hit in clause.hits:
        recourse = hit.concept == "requested" or (own and hit.concept == "recourse" and hit == clause.anchor)
        if not recourse or _belongs_to_turn(clause, hit):
            continue
        asked = any(h.concept == "office" and hit.first < h.first <= hit.last + 8 for h in clause.hits)
        if asked and hit.first <= clause.anchor.first:
            return make_stage(clause, Act.REQUESTED, hit)
    return None


def is_governed(clause: Clause) -> Stage | None:
    """The verb that governs the help, before it or as its passive after it, names the stage."""
    left = _governor(clause)
    right = _passive(clause) or clause.after(6, "delivered")
    if right and right.concept == "delivered" and left and left.concept != "delivered":
        right = None
    by_right = right is not None and (left is None or (left.concept == "delivered" and right.concept != "wishes"))
    chosen = right if by_right else left or right
    if chosen is None:
        return None
    given = left or chosen
    if given.concept == "delivered":
        chosen = _nearest(clause, planned_by(clause), lasting_in(clause)) or chosen
    return replace(make_stage(clause, STAGES[chosen.concept], chosen), told=_is_told(clause, chosen))


def _passive(clause: Clause) -> Hit | None:
    """'a mission … has been agreed': the verb after the help, but not the next step of a text."""
    limit = clause.anchor.last + 20
    after = (hit for hit in clause.hits if hit.concept in _PASSIVES and clause.anchor.last <= hit.first < limit)
    return next((hit for hit in after if not _is_of_text(clause, hit)), None)


def _is_told(clause: Clause, hit: Hit) -> bool:
    """'received', 'a reçu', 'recibió' tell that help was given; 'to receive', 'la réception', 'assistance' do not."""
    if hit.concept != "delivered":
        return True
    words = printed(clause.sentence, hit).lower().split(" ")
    return any(_PAST.search(word) or word in _IRREGULAR for word in words)


def _nearest(clause: Clause, *hits: Hit | None) -> Hit | None:
    found = [hit for hit in hits if hit is not None]
    return min(found, key=lambda hit: abs(hit.first - clause.anchor.first), default=None)


def lasting_in(clause: Clause) -> Hit | None:
    """Return what says that the help is under way: 'is being drafted', 'se poursuit', 'en curso'."""
    lasting = (h for h in clause.hits if h.concept == "ongoing" and not _is_participle(clause, h))
    return next((h for h in lasting if near(clause.anchor, h, 12)), None)


def _is_participle(clause: Clause, hit: Hit) -> bool:
    """'a participé', 'ont accompagné': folded, the participle looks like the present."""
    return hit.concept == "ongoing" and word_at(clause.sentence, hit.first - 1) in _AUXILIARIES


def _governor(clause: Clause) -> Hit | None:
    for hit in reversed(clause.hits):
        if hit.concept not in STAGES or hit.concept == "limited" or not _governs(clause.anchor, hit):
            continue
        if _belongs_to_turn(clause, hit) or _is_participle(clause, hit) or _is_of_text(clause, hit):
            continue
        if any(h.first == hit.first and h.last > hit.last and h.concept in STAGES for h in clause.hits):
            continue  # 'accueillerait' within 'accueillerait volontiers': the longer wording knows better
        if clause.anchor.first - hit.last > _GOVERNED:
            return None
        return _wished(clause, hit) or hit
    return None


def _governs(anchor: Hit, hit: Hit) -> bool:
    """A verb before the help, or the verb that is the help itself ('is supporting', 'will assist')."""
    same = anchor.concept in _VERBS and hit.first <= anchor.first < hit.last and hit.concept != "delivered"
    return hit.last <= anchor.first or (hit.first < anchor.first < hit.last) or same


def _wished(clause: Clause, hit: Hit) -> Hit | None:
    """'wishes to obtain', 'has asked to receive', 'its willingness to receive': the infinitive is not yet a fact."""
    wide = (h for h in clause.hits if h.concept == "agreed" and h.first < hit.first < h.last)
    close = (h for h in clause.hits if h.concept in _NOT_YET and 0 <= hit.first - h.last <= 6)
    return next(wide, None) or next(close, None)


def _belongs_to_turn(clause: Clause, hit: Hit) -> bool:
    """The verb of the turn, or a wish of the body or the Office ('the Committee wishes to thank'), governs no help."""
    if hit.first == clause.turn.first and clause.turn.words.startswith(hit.words.split(" ")[0]):
        return hit.concept != "requested" or clause.turn.speaker is Speaker.COMMITTEE
    reach = {"committee": 2, "office": 0}
    own = any(0 <= hit.first - h.last <= reach.get(h.concept, -1) for h in clause.hits)
    return hit.concept == "wishes" and own


def is_planned(clause: Clause) -> bool:
    """Say whether what the clause tells is still to come."""
    return planned_by(clause) is not None


def planned_by(clause: Clause) -> Hit | None:
    """Return what says that the help is still to come: 'will be held', 'est prévue', 'se celebrará'."""
    planned = (h for h in clause.hits if h.concept == "agreed" and near(clause.anchor, h, 10))
    return next((h for h in planned if not _is_of_text(clause, h)), None)


def _is_of_text(clause: Clause, hit: Hit) -> bool:
    """'will be submitted', 'sera adopté', 'serán presentados': what is planned is the next step of a text."""
    if clause.anchor.concept == "advice" and 0 <= hit.first - clause.anchor.last <= 4:
        return False  # 'the opinion of the Office will be sent'
    words = (*hit.words.split(" ")[-1:], word_at(clause.sentence, hit.last))
    return hit.words.startswith(_FUTURE) and any(word.startswith(_STEPS) for word in words)
