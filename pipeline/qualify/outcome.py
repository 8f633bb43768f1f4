"""What became of the help: put off, fallen short, or borne fruit."""

from pipeline.nlp import Hit
from pipeline.qualify.clause import Clause, Stage, is_negated, near
from pipeline.qualify.governor import is_planned, lasting_in
from pipeline.qualify.voice import Force
from pipeline.vocabulary import Act, Polarity

_ENACTED = frozenset({"issued", "approved", "was approved", "adopted", "ratified", "entered into force"})
_OF_BILLS = ("laps", "reject", "caduc", "rejet", "rechaz")


def is_put_off(clause: Clause) -> Stage | None:
    """A mission or course that was put off or did not take place: delivered, negated."""
    hit = clause.has("put-off")
    if hit and near(clause.anchor, hit, 16):
        return Stage(Act.DELIVERED, hit, clause.turn, Polarity.NEGATED)
    return None


def falls_short(clause: Clause) -> Stage | None:
    """Declined, refused, lapsed, not taken up, not enough: limited."""
    hit = clause.has("limited")
    if hit and near(clause.anchor, hit, 20) and not _is_aside(clause, hit):
        return Stage(Act.LIMITED, hit, clause.turn, Polarity.ASSERTED)
    used = clause.before("recourse")
    if used and is_negated(clause, used) and near(clause.anchor, used, 6):
        return Stage(Act.LIMITED, used, clause.turn, Polarity.ASSERTED)
    return None


def _is_aside(clause: Clause, hit: Hit) -> bool:
    """'recalls that the Government, which refused it, may …'; a bill, 'reviewed with the Office, lapsed'."""
    may = clause.has("may")
    draft = clause.before("draft")
    bill = draft is not None and clause.anchor.first < hit.first and hit.words.startswith(_OF_BILLS)
    return bill or (clause.turn.force is Force.REMIND and may is not None and may.first > hit.first)


def bears_fruit(clause: Clause) -> Stage | None:
    """A law, a ratification, reports, a changed practice came of it: effective."""
    governed = clause.before("requested", "wishes", "agreed")
    if clause.has("should") or (governed and near(clause.anchor, governed, 6)):
        return None
    fruit = _result(clause) or _outcome(clause) or _satisfaction(clause)
    return Stage(Act.EFFECTIVE, fruit, clause.turn, Polarity.ASSERTED) if fruit else None


def _result(clause: Clause) -> Hit | None:
    """'led to', 'thanks to', 'fruit de': it says by itself that the help bore fruit."""
    results = (hit for hit in clause.hits if hit.concept == "result")
    return next((hit for hit in results if not is_negated(clause, hit) and not _is_to_come(clause, hit)), None)


def _is_to_come(clause: Clause, result: Hit) -> bool:
    """'will lead to', 'permettra': the result itself is still to come."""
    return any(hit.concept == "agreed" and -2 <= result.first - hit.last <= 2 for hit in clause.hits)


def _outcome(clause: Clause) -> Hit | None:
    """'following the assistance, the Act was adopted': a result beside a cause, and more than a draft."""
    lasting = lasting_in(clause)
    if is_planned(clause) or (lasting and near(clause.anchor, lasting, 6)):
        return None
    caused = clause.has("following")
    outcome = clause.has("outcome") or (clause.has("outcome-noun") if caused else None)
    if outcome is None or is_negated(clause, outcome) or not (caused or _is_adverbial(clause)):
        return None
    draft = clause.has("draft")
    return outcome if draft is None or outcome.first < draft.first or outcome.words in _ENACTED else None


def _satisfaction(clause: Clause) -> Hit | None:
    """'notes with satisfaction the Act, which was framed with an ILO expert': satisfaction is at a result."""
    return next((hit for hit in clause.sentence.hits if hit.concept == "with-satisfaction"), None)


def _is_adverbial(clause: Clause) -> bool:
    """'with the assistance of the ILO', 'avec l'appui du BIT', 'con el apoyo de la OIT'."""
    within = clause.anchor.first - clause.sentence.first
    return bool(
        {"with", "avec", "con", "through", "under", "in", "by", "grace", "gracias"}
        & set(clause.sentence.words[max(within - 5, 0) : within])
    )
