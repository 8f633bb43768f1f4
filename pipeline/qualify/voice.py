"""Whose words: the turns of a sentence, from reporting verbs and their subjects; one set of rules for all languages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.owners import (
    AND,
    CLOSE,
    THAT,
    State,
    Verb,
    addresses_government,
    find_owner,
    is_compelled,
    is_past,
)
from pipeline.qualify.subjects import Grammar, is_subject, owner_of, speaker_of_actor, word_at, words_before
from pipeline.vocabulary import Body, Speaker


class Force(StrEnum):
    """What a turn does with what follows it."""

    STATE = "state"
    REMIND = "remind"
    DIRECT = "direct"
    HOPE = "hope"


@dataclass(frozen=True, slots=True)
class Turn:
    """From word `first` on, the sentence is this speaker's, said with this force; `past` marks an earlier occasion."""

    first: int
    speaker: Speaker
    force: Force
    past: bool
    words: str


_FORCES = {
    "notes": Force.STATE,
    "says": Force.STATE,
    "regret": Force.STATE,
    "deplores": Force.STATE,
    "welcomes": Force.STATE,
    "concern": Force.STATE,
    "reminds": Force.REMIND,
    "encourages": Force.DIRECT,
    "asks": Force.DIRECT,
    "hopes": Force.HOPE,
}
_REPORTING = frozenset({"says", "notes", "reminds", "encourages", "regret", "deplores", "welcomes", "concern"})
_REPORTS = frozenset({"report", "rapport", "memoria"})
_OPENING = frozenset(
    {"committee", "government", "workers", "employers"}
)  # subjects that open a sentence without reporting
_PERSONAL = frozenset({"pronoun"})


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentence before leaves: who reported last, who was its subject, the turn that leads a list."""

    carried: Speaker
    head: Speaker
    lead: Turn | None = None


def find_turns(sentence: Sentence, grammar: Grammar, body: Body, before: Before) -> tuple[Turn, ...]:
    """Return the turns of a sentence in order."""
    return tuple(_turns(sentence, grammar, body, before))


def read_lead(sentence: Sentence, turns: tuple[Turn, ...], body: Body) -> Turn:
    """Return the turn that a list takes from its lead; a comment of the experts leaves the Conference its calls."""
    last = turns[-1]
    called = any(hit.concept in {"encourages", "asks"} for hit in sentence.hits)
    other = any(hit.concept == "other-body" for hit in sentence.hits)
    if body is Body.CEACR and other and called and not _calls_itself(last):
        return replace(last, speaker=Speaker.CONFERENCE, force=Force.DIRECT, past=True)
    return last


def _calls_itself(turn: Turn) -> bool:
    return turn.speaker is Speaker.COMMITTEE and turn.force is Force.DIRECT and not turn.past


def _turns(sentence: Sentence, grammar: Grammar, body: Body, before: Before) -> Iterator[Turn]:
    state = State(before.carried, before.head)
    if before.lead is not None:
        state.main = before.lead.speaker
        yield replace(before.lead, first=sentence.first)
    for place, hit in enumerate(sentence.hits):
        speaker = speaker_of_actor(hit, body)
        if speaker is not None:
            if is_subject(sentence, hit, grammar):
                state.subject = (hit.last, speaker)
                if state.main is None and hit.concept in _OPENING:
                    yield Turn(hit.first, speaker, Force.STATE, past=False, words="")
                    state.main = speaker
            continue
        if hit.concept in _PERSONAL and _opens_clause(sentence, hit):
            state.subject = (hit.last, _meant_by_pronoun(sentence, place, state, before))
            continue
        turn = _turn_of(sentence, place, state, grammar, body)
        if turn is not None:
            state.past = turn.past if state.last is None else state.past
            state.main = state.main or turn.speaker
            state.last = turn.speaker
            if turn.speaker is not Speaker.COMMITTEE:
                state.reporter = turn.speaker
            yield turn


def _meant_by_pronoun(sentence: Sentence, place: int, state: State, before: Before) -> Speaker:
    """'It recalls' goes with the sentence before; 'indicates that it is concerned' with whoever indicates."""
    if not _judges(sentence, place):
        return state.reporter
    if state.main not in {None, Speaker.COMMITTEE}:
        return state.last or state.main or before.head
    subordinate = bool(THAT & set(words_before(sentence, sentence.hits[place].first, 2)))
    return state.last or state.main or before.head if subordinate else before.head


def _turn_of(sentence: Sentence, place: int, state: State, grammar: Grammar, body: Body) -> Turn | None:
    hit, subject = sentence.hits[place], state.subject
    if hit.concept == "their-view":
        return Turn(hit.first, state.reporter, Force.STATE, past=False, words=hit.words)
    if hit.concept in {"statement", "mission-report"}:
        return _noun_turn(sentence, place, grammar, body)
    force = _FORCES.get(hit.concept)
    if force is None or (_is_infinitive(sentence, hit) and not is_compelled(sentence, hit)):
        return None
    owner = find_owner(Verb(sentence, place, state, grammar, body))
    if owner is None or (hit.concept == "asks" and _is_noun(sentence, hit)):
        return None
    if owner is not Speaker.COMMITTEE and hit.concept == "asks":
        force = Force.DIRECT if addresses_government(sentence, place) else Force.STATE
    elif owner is not Speaker.COMMITTEE and hit.concept not in _REPORTING:
        return None
    since = subject[0] if subject and 0 <= hit.first - subject[0] <= CLOSE else hit.first - 2
    return Turn(hit.first, owner, force, is_past(sentence, since, hit, grammar), hit.words)


def _noun_turn(sentence: Sentence, place: int, grammar: Grammar, body: Body) -> Turn | None:
    """'the Government's statement that', 'the report of the mission notes': a noun that opens a turn."""
    hit = sentence.hits[place]
    if hit.concept == "mission-report":
        owner = Speaker.OFFICE if _is_drawn_on(sentence, place) else None
    else:
        owner = _owner_of_bare_noun(sentence, place, body) or owner_of(sentence, place, grammar, body)
        owner = owner or _owner_of_report(sentence, place, body)
        if owner in {Speaker.COMMITTEE, Speaker.OFFICE} or not _reports(sentence, place):
            owner = None
    return Turn(hit.first, owner, Force.STATE, past=False, words=hit.words) if owner else None


def _owner_of_report(sentence: Sentence, place: int, body: Body) -> Speaker | None:
    """'La memoria indica', 'the report states': before the experts a bare report is the Government's."""
    hit = sentence.hits[place]
    said = any(
        h.concept == "says" and 0 <= h.first - hit.last <= 1 and not _is_denied(sentence, h) for h in sentence.hits
    )
    return Speaker.GOVERNMENT if body is Body.CEACR and said and hit.words in _REPORTS else None


def _owner_of_bare_noun(sentence: Sentence, place: int, body: Body) -> Speaker | None:
    """'notes the indication that', 'takes note of the statement according to which': said in the report."""
    hit = sentence.hits[place]
    noted = any(h.concept == "notes" and 0 <= hit.first - h.last <= 2 for h in sentence.hits)
    told = any(h.concept == "that" and 0 <= h.first - hit.last <= 1 for h in sentence.hits)
    bare = bool(_THE & set(words_before(sentence, hit.first, 1))) or hit.words.startswith("the ")
    return Speaker.GOVERNMENT if body is Body.CEACR and noted and told and bare else None


def _is_denied(sentence: Sentence, hit: Hit) -> bool:
    """'says nothing', 'ne répond pas', 'contains no reply to': nothing is reported."""
    return any(h.concept == "not" and _apart(h, hit) <= 1 for h in sentence.hits)


_THE = frozenset({"the", "la", "les", "las", "el", "'"})
_DETERMINERS = frozenset({
    "the", "'", "s", "its", "this", "any", "such", "une", "la", "sa", "cette", "leur", "su", "una", "esta",
})  # fmt: skip


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """'the Government's request', 'sa demande': a thing, not an act of asking."""
    return bool(_DETERMINERS & set(words_before(sentence, hit.first, 1))) or word_at(sentence, hit.last) == "for"


def _is_infinitive(sentence: Sentence, hit: Hit) -> bool:
    """'urges the Government to invite the ILO': what somebody is to say is not yet said."""
    if any(h.concept == "wishes" and 0 <= hit.first - h.last <= 1 for h in sentence.hits):
        return False  # 'It wishes to recall', 'souhaite rappeler': said all the same
    before = words_before(sentence, hit.first, 1)
    romance = hit.words.split(" ")[0].endswith(("er", "ar", "ir")) and before[-1:] in {("a",), ("de",), ("'",)}
    return before[-1:] == ("to",) or romance


def _reports(sentence: Sentence, place: int) -> bool:
    """A noun of saying opens a turn only where its content follows: 'that', 'according to which', 'from the report'."""
    hit = sentence.hits[place]
    if any(other.concept == "that" and 0 <= other.first - hit.last <= 14 for other in sentence.hits[place + 1 :]):
        return True
    before = words_before(sentence, hit.first, 5)
    return (
        bool({"from", "in", "basis", "base"} & set(before))
        or any(
            other.concept in {"says", "in-reply"}
            and 0 <= other.first - hit.last <= 12
            and not AND & set(words_before(sentence, other.first, 2))
            and not _is_denied(sentence, other)
            for other in sentence.hits[place + 1 :]
        )
        or word_at(sentence, hit.last)
        in {"concerning", "regarding", "on", "sobre", "sur", "concernant", "relative", "relativa", "of", "to"}
    )


def _is_drawn_on(sentence: Sentence, place: int) -> bool:
    """'according to the report of the mission', 'the report of the mission notes that …': its content follows."""
    hit = sentence.hits[place]
    drawn = bool(
        {"from", "to", "segun", "selon", "ressort", "desprende", "d"} & set(words_before(sentence, hit.first, 3))
    )
    said = hit.words.startswith(("the mission", "la mission", "la mision", "mission "))
    return drawn or said or any(h.concept == "that" and 0 <= h.first - hit.last <= 1 for h in sentence.hits)


def _judges(sentence: Sentence, place: int) -> bool:
    """'It recalls', 'It therefore hopes': after a pronoun these verbs go with the subject of the sentence before."""
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        if other.first - hit.last > 4:
            return False
        if other.concept in {"notes", "reminds", "encourages", "hopes", "regret", "deplores", "welcomes", "expresses"}:
            return True
        if other.concept == "asks":
            return any(actor.concept == "government" and 0 <= actor.first - other.last <= 6 for actor in sentence.hits)
    return False


def _opens_clause(sentence: Sentence, hit: Hit) -> bool:
    before = words_before(sentence, hit.first, 1)
    return (
        hit.first - sentence.first <= 6
        or not before
        or before[-1] in {",", ";", "and", "et", "y", ":", "that", "which", "qu", "que", "'", ")"}
    )


def _apart(one: Hit, other: Hit) -> int:
    return max(one.first - other.last, other.first - one.last, 0)
