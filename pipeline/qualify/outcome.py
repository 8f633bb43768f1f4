"""What became of the help: put off, fallen short, or borne fruit."""

import re

from pipeline.nlp import Hit
from pipeline.qualify.clause import Clause, Stage, gap, is_negated, near
from pipeline.qualify.governor import is_planned, lasting_in
from pipeline.qualify.subjects import words_before
from pipeline.qualify.voice import Force
from pipeline.vocabulary import Act, Polarity

_ENACTED = re.compile(  # in force: more than a draft
    r"issued|approved|adopted|ratified|enacted|promulgat|force|vote|became law|become law|has become|gazett|loi"
    r"|promulgu|ratifi|aprob|promulg|ratific|vigor|vigueur|vigente"
)
_HAVE_BEEN = frozenset({"was", "were", "been", "has", "have", "fue", "fueron", "ha", "han", "a", "ont", "ete"})
_SHORT_OF = 40  # words between the help and what became of it: the verdict stands at the end of the sentence
_TURNING = ("turn", "addres", "s'adress", "se tourn", "dirig", "acud", "approach", "appl", "contact", "consult")
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
    if hit and near(clause.anchor, hit, _SHORT_OF) and not _is_aside(clause, hit):
        return Stage(Act.LIMITED, hit, clause.turn, Polarity.ASSERTED)
    used = clause.before("recourse")
    if used and not used.words.startswith(_TURNING) and is_negated(clause, used) and near(clause.anchor, used, 6):
        return Stage(Act.LIMITED, used, clause.turn, Polarity.ASSERTED)
    return None


def _is_aside(clause: Clause, hit: Hit) -> bool:
    """'recalls that the Government, which refused it, may …'; a bill, 'reviewed with the Office, lapsed'."""
    if hit.words.startswith(("ignor", "disparu")) and is_negated(clause, hit):
        return True  # 'n'ignore pas'
    result = _result(clause)
    if result and gap(clause.anchor, result) < gap(clause.anchor, hit):
        return True  # 'enabled 900 children to leave the mines, while others were refused'
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
    fruits = ("outcome", "outcome-noun") if caused else ("outcome",)
    return next((hit for hit in clause.hits if hit.concept in fruits and _is_fruit(clause, hit, caused)), None)


def _is_fruit(clause: Clause, hit: Hit, caused: Hit | None) -> bool:
    """'following the assistance … was adopted', 'reviewed by the Office and promulgated'; a draft is no fruit."""
    enacted = bool(_ENACTED.search(hit.words))
    draft = clause.has("draft")
    if is_negated(clause, hit) or not (caused or _is_adverbial(clause) or (enacted and _is_told_after(clause, hit))):
        return False
    return enacted or draft is None or hit.first < draft.first


def _is_told_after(clause: Clause, hit: Hit) -> bool:
    """'the Office revised the bill, which was promulgated': a fact of its own, told after the help."""
    words = (*words_before(clause.sentence, hit.first, 2), *hit.words.split(" "))
    return hit.first > clause.anchor.last and bool(_HAVE_BEEN & set(words))


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
