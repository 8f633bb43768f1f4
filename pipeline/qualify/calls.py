"""Help that is pointed out or called for: reminded, encouraged, or taken for granted in a request for information."""

from dataclasses import replace

from pipeline.nlp import Hit
from pipeline.qualify.clause import Clause, Stage, condition_of, is_negated, make_stage, near
from pipeline.qualify.governor import STAGES
from pipeline.qualify.subjects import word_at, words_before
from pipeline.qualify.voice import Force
from pipeline.vocabulary import Act, Polarity, Speaker

_AT_HAND = (
    "is ",
    "are ",
    "remain",
    "stand",
    "at its",
    "est ",
    "se tient",
    "reste",
    "demeure",
    "a sa ",
    "esta ",
    "se encuentra",
    "a su ",
)
_PUT = ("mis", "puso", "pues", "pond", "made", "put", "placed")
_POINTING = ("attention", "atencion", "referred", "refers", "pointed to")
_SUBJECTS = frozenset({"the", "it", "they", "he", "she", "this", "these", "such", "any"})
_MINDED = ("remember", "recall", "noted", "point", "stress", "added")
_ASKING = frozenset({"recourse", "requested"})
_IN = frozenset({"in", "by", "dans", "par", "en", "por"})
_ASKED = frozenset({"office", "government"})
_ADVISES = ("advis", "conseil", "aconsej")
_BE = frozenset({"be", "etre", "ser"})
_PLAIN = frozenset({"aid", "technical-assistance"})


def is_understood(clause: Clause) -> Stage | None:
    """'…, it being understood that the Office can help': a reminder, whatever the main verb does."""
    hit = clause.before("understood")
    return Stage(Act.REMINDED, hit, clause.turn, Polarity.ASSERTED) if hit and near(clause.anchor, hit, 12) else None


def asks_for_information(clause: Clause) -> Stage | None:
    """A request for information on help takes the help for granted: the stage is what its participle says."""
    if clause.turn.force is not Force.DIRECT or not clause.before("asks-information"):
        return None
    if clause.before("may") and clause.before("recourse", "requested"):
        return Stage(Act.REMINDED, clause.anchor, clause.turn, condition_of(clause))
    hit = clause.after(5, "delivered") or clause.before("delivered", "ongoing", "agreed")
    act = STAGES[hit.concept] if hit else Act.DELIVERED
    return replace(make_stage(clause, act, hit or clause.anchor), told=hit is not None)


def directs(clause: Clause) -> Stage | None:
    """The speaker invites, urges, advises or hopes: the help is encouraged."""
    if clause.turn.force in {Force.DIRECT, Force.HOPE} and not _is_attribute(clause):
        offered = clause.has("available", "at-disposal")
        if offered and offered.words.startswith(_AT_HAND) and near(clause.anchor, offered, 6):
            return Stage(Act.REMINDED, offered, clause.turn, condition_of(clause))
        act = Act.REQUESTED if _is_to_office(clause) else Act.ENCOURAGED
        return Stage(act, clause.anchor, clause.turn, condition_of(clause))
    hit = _advice(clause) or _hope_of_others(clause)
    return Stage(Act.ENCOURAGED, hit, clause.turn, condition_of(clause)) if hit else None


def _is_attribute(clause: Clause) -> bool:
    """'the changes recommended in the Office's note', 'les mesures suggérées par la mission': advice long given."""
    said = next((hit for hit in clause.hits if hit.first == clause.turn.first), None)
    if said is None or said.concept != "encourages":
        return False
    helped = clause.turn.speaker is Speaker.OFFICE and said.words.startswith(_ADVISES)  # 'the Office advised'
    return helped or word_at(clause.sentence, said.last) in _IN


def _is_to_office(clause: Clause) -> bool:
    """'has invited the ILO to conduct', 'exhorta a la OIT a enviar': others than the body ask the Office itself."""
    if clause.turn.speaker is Speaker.COMMITTEE:
        return False
    asked = (hit for hit in clause.hits if 0 < hit.first - clause.turn.first <= 4 and hit.concept in _ASKED)
    return next((hit.concept == "office" for hit in asked), False)


def _advice(clause: Clause) -> Hit | None:
    """'would do well to', 'devrait', 'convendría': what the speaker holds that somebody else should do."""
    reach = 14 if clause.anchor.concept in _PLAIN else 3
    hit = clause.before("encourages", "should") or clause.after(reach, "should")
    if hit is None or (hit.concept == "encourages" and word_at(clause.sentence, hit.last) in _IN):
        return None
    if _is_own_duty(clause, hit) or is_negated(clause, hit) or _is_inverted(clause, hit):
        return None
    return hit


def _is_inverted(clause: Clause, hit: Hit) -> bool:
    """'should they wish', 'should the law oblige', 'it should be remembered', 'se doit de relever': no advice."""
    after = (word_at(clause.sentence, hit.last), word_at(clause.sentence, hit.last + 1))
    turned = hit.words == "should" and (after[0] in _SUBJECTS or (after[0] == "be" and after[1].startswith(_MINDED)))
    return turned or hit.concept == "should" and words_before(clause.sentence, hit.first, 1) == ("se",)


def _hope_of_others(clause: Clause) -> Hit | None:
    """'The Conference Committee had expressed the hope that a mission …': a call, where no government hopes."""
    hit = clause.before("hopes")
    others = clause.turn.speaker in {Speaker.CONFERENCE, Speaker.OTHER, Speaker.WORKERS, Speaker.EMPLOYERS}
    return hit if hit and others and near(clause.anchor, hit, 10) else None


def _is_own_duty(clause: Clause, hit: Hit) -> bool:
    """What the Government or the Office says should happen; but no government is the voice of what it should do."""
    told = any(h.concept == "government" and 0 <= hit.first - h.last <= 1 for h in clause.hits)
    own = clause.turn.speaker in {Speaker.GOVERNMENT, Speaker.OFFICE}
    return own and bool(clause.turn.words or not told)


def offers(clause: Clause) -> Stage | None:
    """Help is said to be at hand, or the Government is told that it may turn to it: reminded."""
    at_hand = clause.anchor if clause.anchor.concept == "at-disposal" else clause.has("at-disposal", "available")
    at_hand = at_hand or _readiness(clause)
    if at_hand and any(word.startswith(_PUT) for word in words_before(clause.sentence, at_hand.first, 2)):
        at_hand = None  # 'mis à disposition', 'was put at its disposal'
    if at_hand and any(h.concept == "agreed" and 0 <= at_hand.first - h.first <= 4 for h in clause.hits):
        at_hand = None  # 'has accepted the offer', 'dispose à recevoir'
    wished = _wish(clause, at_hand) and clause.turn.speaker is not Speaker.COMMITTEE
    may = None if wished else clause.has("may")
    attention = any(word in clause.turn.words for word in _POINTING)
    reminds = clause.turn.force is Force.REMIND and clause.turn.speaker is not Speaker.GOVERNMENT
    if reminds and (at_hand or may or attention or clause.has("recourse")):
        return Stage(Act.REMINDED, may or at_hand or clause.anchor, clause.turn, condition_of(clause))
    if may and clause.turn.speaker is not Speaker.GOVERNMENT and (_office_may(clause, may) or _may_be_had(clause, may)):
        return Stage(Act.REMINDED, may, clause.turn, condition_of(clause))
    if clause.turn.speaker is Speaker.GOVERNMENT and clause.turn.words:
        return None
    if clause.before("may") and (clause.before("recourse", "requested") or clause.anchor.concept in _ASKING):
        return Stage(Act.REMINDED, may or clause.anchor, clause.turn, condition_of(clause))
    if at_hand and not clause.before("requested") and not _wish(clause, at_hand):
        return Stage(Act.REMINDED, at_hand, clause.turn, condition_of(clause))
    return None


def _may_be_had(clause: Clause, may: Hit) -> bool:
    """'assistance may be obtained', 'a specialist could be sent', 'peut être sollicitée': the help is its subject."""
    return 0 <= may.first - clause.anchor.last <= 10 and word_at(clause.sentence, may.last) in _BE


def _readiness(clause: Clause) -> Hit | None:
    """'le Bureau est disposé à aider', 'the Office is willing': of the Office it is an offer, no wish."""
    places = {hit.last for hit in clause.hits if hit.concept == "office"}
    return next((hit for hit in clause.hits if hit.concept == "wishes" and hit.first in places), None)


def _wish(clause: Clause, at_hand: Hit | None) -> Hit | None:
    """The last wish before the help; that the Office 'est disposé à aider' is an offer, no wish."""
    hit = clause.before("wishes")
    return None if hit and at_hand and hit.first == at_hand.first else hit


def _office_may(clause: Clause, may: Hit) -> bool:
    """'the Office can provide …', 'la Oficina puede ayudarle'."""
    office = any(h.concept == "office" and 0 <= may.first - h.last <= 2 for h in clause.hits)
    return office and 0 <= clause.anchor.last - may.last <= 12
