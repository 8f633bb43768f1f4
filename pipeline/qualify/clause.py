"""What surrounds one anchor of help in its sentence; the stage made of it is asserted, denied or a condition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.polarity import condition_at, is_denied_at, is_emptied
from pipeline.qualify.subjects import word_at, words_before
from pipeline.qualify.voice import Force, Turn
from pipeline.vocabulary import Act, Polarity, Speaker

_JOINING = frozenset({"and", "et", "y", "e", ",", ";", "it", "elle", "il"})
_LOOK_ALIKES = {  # as printed
    "at-disposal": re.compile(r"(?i)disposi(?:tion|cione)s$"),
    "delivered": re.compile(r"(?i)organi[sz]a(?:tion|cion)|organización|commissions?$|producer|adviser|draft$|bill"),
    "may": re.compile(r"May$"),
    "ongoing": re.compile(r"\S*é(?: |$)|(?i:[eé]sta)$"),
    "outcome": re.compile(r"(?i)(?:público|votes?)$"),
    "recourse": re.compile(r"(?i)recursos$|available|consultan|consultation|apoyos?$|aprovecha(?:r|ndo)?$"),
}
_CLOSES = frozenset({",", ".", ";"})
_SUBORDINATES = frozenset({"that", "que", "qu"})
_DIRECT = frozenset({"directe", "directes", "directa", "directas"})


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


def make_clause(sentence: Sentence, anchor: Hit, turns: Sequence[Turn], carried: Speaker) -> Clause:
    """Return the clause of an anchor: the last turn before it decides; without one the carried voice speaks."""
    turn = _closing_turn(sentence, anchor, turns) or Turn(sentence.first, carried, Force.STATE, past=False, words="")
    start, end = turn.first, sentence.first + len(sentence.words)
    turns = _without_attributes(sentence, sorted(turns, key=lambda one: one.first))
    led = any(one.words and one.first <= anchor.first for one in turns)
    for other in turns:
        opens = bool(other.words) and not _is_inserted(sentence, other)
        if other.first <= anchor.first:
            turn, start = other, other.first if opens else start
        elif led and opens and other.speaker is not Speaker.OFFICE:
            end = other.first
            break
    within = (hit for hit in sentence.hits if start - 3 <= hit.first < end and hit.last > start)
    hits = tuple(hit for hit in within if not _is_only_named(sentence, hit))
    return Clause(sentence, anchor, turn, hits)


def _without_attributes(sentence: Sentence, turns: Sequence[Turn]) -> Sequence[Turn]:
    """Return the turns without those that only describe what another turn hopes or calls for."""
    kept: list[Turn] = []
    for turn in turns:
        if not kept or not _is_attribute(sentence, turn, kept[-1]):
            kept.append(turn)
    return kept


def _is_attribute(sentence: Sentence, turn: Turn, before: Turn) -> bool:
    """'hopes that the review announced will be completed': what is announced within a hope opens nothing."""
    if not turn.words or turn.force is not Force.STATE or before.first == sentence.first:
        return False
    called = before.force in {Force.DIRECT, Force.HOPE} and before.speaker is turn.speaker
    return called and not _JOINING & set(words_before(sentence, turn.first, 3))


def _is_inserted(sentence: Sentence, turn: Turn) -> bool:
    """'that the agreement, as the Government states, provides for an expert': the clause goes on around it."""
    within = turn.first - sentence.first
    opened = max((place for place in range(max(within - 5, 0), within) if sentence.words[place] == ","), default=None)
    after = sentence.words[within + 1 : within + 10]
    closed = next((place for place, word in enumerate(after) if word in _CLOSES), None)
    set_off = opened is not None and closed is not None and not _SUBORDINATES & set(after[:closed])
    return turn.force is Force.STATE and set_off


def _is_only_named(sentence: Sentence, hit: Hit) -> bool:
    """The month of May, 'un projet financé', 'Orden Público', 'les dispositions': they only look like verbs of help."""
    if hit.concept in _LOOK_ALIKES and (hit.concept != "may" or hit.first > sentence.first):
        return bool(_LOOK_ALIKES[hit.concept].match(printed(sentence, hit)))
    direct = word_at(sentence, hit.last) in _DIRECT
    return hit.concept == "requested" and (direct or _is_earlier_request(sentence, hit))


def printed(sentence: Sentence, hit: Hit) -> str:
    """Return the words of a hit as they are printed: folded, 'financé' and 'finance' are one word."""
    start = hit.start - sentence.span.start
    return sentence.text[start : start + len(hit.words)]


def _is_earlier_request(sentence: Sentence, hit: Hit) -> bool:
    return any(
        h.concept == "asked-before" and "direct" in h.words and h.first <= hit.first < h.last for h in sentence.hits
    )


def _closing_turn(sentence: Sentence, anchor: Hit, turns: Sequence[Turn]) -> Turn | None:
    """'…, the Government adds', '…, según expresa el Gobierno': a report that closes the sentence covers it whole."""
    spoken = [turn for turn in turns if turn.words]
    if not spoken or spoken[0].first <= anchor.last:
        return None
    noted = spoken[0].speaker is Speaker.COMMITTEE and spoken[0].force is Force.STATE and len(spoken) > 1
    last = spoken[1] if noted else spoken[0]
    return replace(last, first=sentence.first) if last.speaker is not Speaker.COMMITTEE else None


def make_stage(clause: Clause, act: Act, hit: Hit) -> Stage:
    """Return a stage said by a hit, denied where the hit or the help is, else asserted or a condition."""
    if is_negated(clause, hit) or is_emptied(clause.sentence, clause.anchor):
        return Stage(act, hit, clause.turn, Polarity.NEGATED)
    return Stage(act, hit, clause.turn, condition_of(clause))


def is_negated(clause: Clause, hit: Hit) -> bool:
    """Say whether a negation stands at the hit: 'has not requested', 'n'a pas reçu'."""
    return is_denied_at(clause.sentence, hit, clause.turn.first - 4)


def condition_of(clause: Clause) -> Polarity:
    """Return whether the clause is asserted or hangs on a condition: 'if funds are found', 'au cas où'."""
    return condition_at(clause.sentence, clause.anchor.first)


def near(anchor: Hit, hit: Hit, reach: int) -> bool:
    """Say whether no more than so many words stand between two hits."""
    return gap(anchor, hit) <= reach


def gap(one: Hit, other: Hit) -> int:
    """Return how many words stand between two hits."""
    return max(other.first - one.last, one.first - other.last, 0)
