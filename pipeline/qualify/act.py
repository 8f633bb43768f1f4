"""Which stage of assistance a sentence states: the words that govern the help, read in the turn they stand in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import word_at, words_before
from pipeline.qualify.voice import Force, Turn
from pipeline.vocabulary import Act, Polarity, Speaker

_STAGES = {
    "requested": Act.REQUESTED, "wishes": Act.REQUESTED, "agreed": Act.AGREED, "ongoing": Act.ONGOING,
    "delivered": Act.DELIVERED, "limited": Act.LIMITED,
}  # fmt: skip
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
_ENACTED = frozenset({"issued", "approved", "was approved", "adopted", "ratified", "entered into force"})
_WORKS = frozenset({"teaches", "counsels", "helps"})
_SENT_IN = frozenset({"shown-to", "not-the-office"})
_AUXILIARIES = frozenset({"a", "ont", "ete", "ayant", "avait", "avaient"})
_DIRECT = frozenset({"directe", "directes", "directa", "directas"})
_PLAIN = frozenset({"aid", "technical-assistance"})
_FUTURE = ("will", "shall", "is to", "are to", "sera", "ser")
_STEPS = ("adopt", "submit", "laid", "plac", "tabl", "enact", "promulg", "soumi", "depos", "somet", "present", "aprob")
_OF_BILLS = ("laps", "reject", "caduc", "rejet", "rechaz")
_ORDER = list(Act)
_GOVERNED = 14  # words between a verb and the help that it governs


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that the sentence states, the hit that says it, whose it is, and whether it holds."""

    act: Act
    hit: Hit
    turn: Turn
    polarity: Polarity
    told: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """What surrounds one anchor of help: its turn, and the sentence's hits from that turn to the next."""

    sentence: Sentence
    anchor: Hit
    turn: Turn
    hits: tuple[Hit, ...]

    def has(self, *concepts: str) -> Hit | None:
        """Return the first hit of one of the concepts in the clause."""
        return next((hit for hit in self.hits if hit.concept in concepts), None)

    def before(self, *concepts: str) -> Hit | None:
        """Return the last hit of one of the concepts between the turn and the help."""
        return next((h for h in reversed(self.hits) if h.concept in concepts and h.last <= self.anchor.first), None)

    def after(self, reach: int, *concepts: str) -> Hit | None:
        """Return the first hit of one of the concepts within so many words after the help."""
        limit = self.anchor.last + reach
        return next((h for h in self.hits if h.concept in concepts and self.anchor.last <= h.first < limit), None)


def make_clause(sentence: Sentence, anchor: Hit, turns: Iterable[Turn], carried: Speaker) -> Clause:
    """Return the clause of an anchor: the last turn before it decides; without one the carried voice speaks."""
    turn = _closing_turn(sentence, anchor, turns) or Turn(sentence.first, carried, Force.STATE, past=False, words="")
    end = sentence.first + len(sentence.words)
    for other in turns:
        if other.first <= anchor.first:
            turn = other
        else:
            end = other.first
            break
    hits = tuple(hit for hit in sentence.hits if turn.first <= hit.first < end and not _is_only_named(sentence, hit))
    return Clause(sentence, anchor, turn, hits)


def _is_only_named(sentence: Sentence, hit: Hit) -> bool:
    """The month of May, 'un projet financé', 'ésta', a 'demande directe': words that only look like a verb of help."""
    printed = sentence.text[hit.span.start - sentence.span.start :][: len(hit.words)]
    if hit.concept == "may":
        return printed == "May" and hit.first > sentence.first
    if hit.concept == "ongoing" and hit.last - hit.first == 1:
        return printed.endswith("é") or (hit.words == "esta" and not printed.endswith("á"))
    direct = word_at(sentence, hit.last) in _DIRECT
    return hit.concept == "requested" and (direct or _is_earlier_request(sentence, hit))


def _is_earlier_request(sentence: Sentence, hit: Hit) -> bool:
    return any(
        h.concept == "asked-before" and "direct" in h.words and h.first <= hit.first < h.last for h in sentence.hits
    )


def _closing_turn(sentence: Sentence, anchor: Hit, turns: Iterable[Turn]) -> Turn | None:
    """'…, the Government adds', '…, según expresa el Gobierno': a report that closes the sentence covers it whole."""
    spoken = [turn for turn in turns if turn.words]
    late = spoken and spoken[0].first > anchor.last and spoken[0].speaker is not Speaker.COMMITTEE
    return replace(spoken[0], first=sentence.first) if late else None


def read_stage(clause: Clause) -> Stage:
    """Return the stage that the clause states, by the first reading of the table that fits."""
    for reading in READINGS:
        found = reading(clause)
        if found is not None:
            return found
    return replace(_stage(clause, Act.DELIVERED, clause.anchor), told=clause.anchor.concept in _WORKS)


def furthest(stages: Iterable[Stage]) -> Stage:
    """Return the furthest asserted stage in the life of a need (the furthest at all where none is asserted)."""
    return max(stages, key=lambda stage: (stage.polarity is Polarity.ASSERTED, stage.told, _ORDER.index(stage.act)))


def _asks_for_information(clause: Clause) -> Stage | None:
    """A request for information on help takes the help for granted: the stage is what its participle says."""
    if clause.turn.force is not Force.DIRECT or not clause.before("asks-information"):
        return None
    if clause.before("may") and clause.before("recourse", "requested"):
        return Stage(Act.REMINDED, clause.anchor, clause.turn, _condition(clause))
    hit = clause.after(5, "delivered") or clause.before("delivered", "ongoing", "agreed")
    act = _STAGES[hit.concept] if hit else Act.DELIVERED
    return replace(_stage(clause, act, hit or clause.anchor), told=hit is not None)


def _is_understood(clause: Clause) -> Stage | None:
    """'…, it being understood that the Office can help': a reminder, whatever the main verb does."""
    hit = clause.before("understood")
    return Stage(Act.REMINDED, hit, clause.turn, Polarity.ASSERTED) if hit and _near(clause.anchor, hit, 12) else None


def _directs(clause: Clause) -> Stage | None:
    """The speaker invites, urges, advises or hopes: the help is encouraged."""
    offered = clause.has("available", "at-disposal")
    at_hand = offered is not None and offered.words.startswith(_AT_HAND) and _near(clause.anchor, offered, 6)
    if clause.turn.force in {Force.DIRECT, Force.HOPE} and offered and at_hand:
        return Stage(Act.REMINDED, offered, clause.turn, _condition(clause))
    if clause.turn.force in {Force.DIRECT, Force.HOPE}:
        return Stage(Act.ENCOURAGED, clause.anchor, clause.turn, _condition(clause))
    hit = clause.before("encourages", "should") or clause.after(14 if clause.anchor.concept in _PLAIN else 3, "should")
    if hit and not _is_own_duty(clause, hit) and not _negated(clause, hit):
        return Stage(Act.ENCOURAGED, hit, clause.turn, _condition(clause))
    return None


def _is_own_duty(clause: Clause, hit: Hit) -> bool:
    """What the Government or the Office says should happen; but no government is the voice of what it should do."""
    told = any(h.concept == "government" and 0 <= hit.first - h.last <= 1 for h in clause.hits)
    own = clause.turn.speaker in {Speaker.GOVERNMENT, Speaker.OFFICE}
    return own and bool(clause.turn.words or not told)


def _offers(clause: Clause) -> Stage | None:
    """Help is said to be at hand, or the Government is told that it may turn to it: reminded."""
    at_hand = clause.anchor if clause.anchor.concept == "at-disposal" else clause.has("at-disposal", "available")
    if at_hand and any(word.startswith(_PUT) for word in words_before(clause.sentence, at_hand.first, 2)):
        at_hand = None  # 'mis à disposition', 'was put at its disposal'
    wished = clause.before("wishes") and clause.turn.speaker is not Speaker.COMMITTEE
    may = None if wished else clause.has("may")
    attention = any(word in clause.turn.words for word in _POINTING)
    reminds = clause.turn.force is Force.REMIND and clause.turn.speaker is not Speaker.GOVERNMENT
    if reminds and (at_hand or may or attention or clause.has("recourse")):
        return Stage(Act.REMINDED, may or at_hand or clause.anchor, clause.turn, _condition(clause))
    if may and clause.turn.speaker is not Speaker.GOVERNMENT and _office_may(clause, may):
        return Stage(Act.REMINDED, may, clause.turn, _condition(clause))
    if clause.turn.speaker is Speaker.GOVERNMENT and clause.turn.words:
        return None
    if clause.before("may") and (clause.before("recourse", "requested") or clause.anchor.concept == "recourse"):
        return Stage(Act.REMINDED, may or clause.anchor, clause.turn, _condition(clause))
    if at_hand and not clause.before("requested", "wishes"):
        return Stage(Act.REMINDED, at_hand, clause.turn, _condition(clause))
    return None


def _office_may(clause: Clause, may: Hit) -> bool:
    """'the Office can provide …', 'la Oficina puede ayudarle'."""
    office = any(h.concept == "office" and 0 <= may.first - h.last <= 2 for h in clause.hits)
    return office and 0 <= clause.anchor.last - may.last <= 12


def _put_off(clause: Clause) -> Stage | None:
    """A mission or course that was put off or did not take place: delivered, negated."""
    hit = clause.has("put-off")
    if hit and _near(clause.anchor, hit, 16):
        return Stage(Act.DELIVERED, hit, clause.turn, Polarity.NEGATED)
    return None


def _falls_short(clause: Clause) -> Stage | None:
    """Declined, refused, lapsed, not taken up, not enough: limited."""
    hit = clause.has("limited")
    if hit and _near(clause.anchor, hit, 20) and not _is_aside(clause, hit):
        return Stage(Act.LIMITED, hit, clause.turn, Polarity.ASSERTED)
    used = clause.before("recourse")
    if used and _negated(clause, used) and _near(clause.anchor, used, 6):
        return Stage(Act.LIMITED, used, clause.turn, Polarity.ASSERTED)
    return None


def _is_aside(clause: Clause, hit: Hit) -> bool:
    """'recalls that the Government, which refused it, may …'; a bill, 'reviewed with the Office, lapsed'."""
    may = clause.has("may")
    draft = clause.before("draft")
    bill = draft is not None and clause.anchor.first < hit.first and hit.words.startswith(_OF_BILLS)
    return bill or (clause.turn.force is Force.REMIND and may is not None and may.first > hit.first)


def _bears_fruit(clause: Clause) -> Stage | None:
    """A law, a ratification, reports, a changed practice came of it: effective."""
    governed = clause.before("requested", "wishes", "agreed")
    if governed and _near(clause.anchor, governed, 6):
        return None
    result = clause.has("result")
    if clause.has("should"):
        return None
    if result and not _negated(clause, result) and not _planned(clause):
        return Stage(Act.EFFECTIVE, result, clause.turn, Polarity.ASSERTED)
    caused = clause.has("following") or _is_adverbial(clause)
    lasting = _lasting(clause)
    if lasting and _near(clause.anchor, lasting, 6):
        return None
    outcome = clause.has("outcome") or (clause.has("outcome-noun") if clause.has("following") else None)
    if outcome is None or _negated(clause, outcome) or _planned(clause):
        return None
    draft = clause.has("draft")
    if caused and (draft is None or outcome.first < draft.first or outcome.words in _ENACTED):
        return Stage(Act.EFFECTIVE, outcome, clause.turn, Polarity.ASSERTED)
    return None


def _asks_the_office(clause: Clause) -> Stage | None:
    """'has approached the ILO', 'ha pedido a la Oficina': the Office is asked, however far the help stands."""
    if clause.anchor.concept in _SENT_IN:
        return _stage(clause, Act.REQUESTED, clause.anchor)
    for hit in clause.hits:
        recourse = hit.concept == "requested" or (hit.concept == "recourse" and hit == clause.anchor)
        if not recourse or _belongs_to_turn(clause, hit):
            continue
        asked = any(h.concept == "office" and 0 <= h.first - hit.last <= 8 for h in clause.hits)
        if asked and hit.first <= clause.anchor.first and clause.turn.speaker is not Speaker.COMMITTEE:
            return _stage(clause, Act.REQUESTED, hit)
    return None


def _is_governed(clause: Clause) -> Stage | None:
    """The verb that governs the help, before it or as its passive after it, names the stage."""
    left = _governor(clause)
    right = clause.after(20, "requested", "agreed", "ongoing", "wishes") or clause.after(6, "delivered")
    if right and right.concept == "delivered" and left and left.concept != "delivered":
        right = None
    by_right = right is not None and (left is None or (left.concept == "delivered" and right.concept != "wishes"))
    chosen = right if by_right else left or right
    if chosen is None:
        return None
    given = left or chosen
    if given.concept == "delivered":
        chosen = _nearest(clause, _planned_by(clause), _lasting(clause)) or chosen
    return _stage(clause, _STAGES[chosen.concept], chosen)


def _nearest(clause: Clause, *hits: Hit | None) -> Hit | None:
    found = [hit for hit in hits if hit is not None]
    return min(found, key=lambda hit: abs(hit.first - clause.anchor.first), default=None)


def _lasting(clause: Clause) -> Hit | None:
    lasting = (h for h in clause.hits if h.concept == "ongoing" and not _is_participle(clause, h))
    return next((h for h in lasting if _near(clause.anchor, h, 12)), None)


def _is_participle(clause: Clause, hit: Hit) -> bool:
    """'a participé', 'ont accompagné': folded, the participle looks like the present."""
    return hit.concept == "ongoing" and word_at(clause.sentence, hit.first - 1) in _AUXILIARIES


READINGS: tuple[Callable[[Clause], Stage | None], ...] = (
    _is_understood,
    _asks_for_information,
    _directs,
    _put_off,
    _falls_short,
    _offers,
    _asks_the_office,
    _bears_fruit,
    _is_governed,
)


def _governor(clause: Clause) -> Hit | None:
    for hit in reversed(clause.hits):
        if hit.concept not in _STAGES or hit.concept == "limited" or not _governs(clause.anchor, hit):
            continue
        if _belongs_to_turn(clause, hit) or _is_participle(clause, hit) or _is_of_text(clause, hit):
            continue
        if clause.anchor.first - hit.last > _GOVERNED:
            return None
        return _wished(clause, hit) or hit
    return None


def _governs(anchor: Hit, hit: Hit) -> bool:
    """A verb before the help, or the verb that is the help itself ('is supporting', 'will assist')."""
    same = anchor.concept in _WORKS and hit.first <= anchor.first < hit.last and hit.concept != "delivered"
    return hit.last <= anchor.first or (hit.first < anchor.first < hit.last) or same


def _wished(clause: Clause, hit: Hit) -> Hit | None:
    """'wishes to obtain', 'has asked to receive': the infinitive is not yet a fact."""
    return next(
        (h for h in clause.hits if h.concept in {"wishes", "requested", "agreed"} and 0 <= hit.first - h.last <= 6),
        None,
    )


def _belongs_to_turn(clause: Clause, hit: Hit) -> bool:
    """The verb of the turn itself, or the body's own wish ('the Committee wishes to thank'), governs no help."""
    if hit.first == clause.turn.first:
        return hit.concept != "requested" or clause.turn.speaker is Speaker.COMMITTEE
    own = any(h.concept == "committee" and 0 <= hit.first - h.last <= 2 for h in clause.hits)
    return hit.concept == "wishes" and own


def _planned(clause: Clause) -> bool:
    return _planned_by(clause) is not None


def _planned_by(clause: Clause) -> Hit | None:
    planned = (h for h in clause.hits if h.concept == "agreed" and _near(clause.anchor, h, 10))
    return next((h for h in planned if not _is_of_text(clause, h)), None)


def _is_of_text(clause: Clause, hit: Hit) -> bool:
    """'will be submitted', 'sera adopté', 'serán presentados': what is planned is the next step of a text."""
    words = (*hit.words.split(" ")[-1:], word_at(clause.sentence, hit.last))
    return hit.words.startswith(_FUTURE) and any(word.startswith(_STEPS) for word in words)


def _is_adverbial(clause: Clause) -> bool:
    """'with the assistance of the ILO', 'avec l'appui du BIT', 'con el apoyo de la OIT'."""
    within = clause.anchor.first - clause.sentence.first
    return bool(
        {"with", "avec", "con", "through", "under", "in", "by", "grace", "gracias"}
        & set(clause.sentence.words[max(within - 5, 0) : within])
    )


def _stage(clause: Clause, act: Act, hit: Hit) -> Stage:
    if _negated(clause, hit) or _denied(clause):
        return Stage(act, hit, clause.turn, Polarity.NEGATED)
    return Stage(act, hit, clause.turn, _condition(clause))


def _negated(clause: Clause, hit: Hit) -> bool:
    return any(
        neg.concept == "not" and -2 <= hit.first - neg.last <= 3 and neg.first >= clause.turn.first - 4
        for neg in clause.sentence.hits
    )


def _denied(clause: Clause) -> bool:
    """'no mission', 'aucune assistance', 'ninguna misión'."""
    return any(neg.concept == "not" and 0 <= clause.anchor.first - neg.last <= 1 for neg in clause.sentence.hits)


def _condition(clause: Clause) -> Polarity:
    held = any(hit.concept == "if" and _near(clause.anchor, hit, 25) for hit in clause.sentence.hits)
    return Polarity.CONDITIONAL if held else Polarity.ASSERTED


def _near(anchor: Hit, hit: Hit, reach: int) -> bool:
    return max(hit.first - anchor.last, anchor.first - hit.last, 0) <= reach
