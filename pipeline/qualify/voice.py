"""Whose words: the turns of a sentence, from reporting verbs and their subjects; one set of rules for all languages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.asides import is_aside, is_told, recalls, says_whose_help
from pipeline.qualify.owners import addresses_government, find_owner, is_compelled, is_past, reporter_of
from pipeline.qualify.sources import source_of
from pipeline.qualify.subjects import Grammar, find_stranger, is_subject, speaker_of_actor, word_at, words_before
from pipeline.qualify.verbs import CLOSE, THAT, State, Subject, Verb
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
    "according": Force.STATE,
    "regret": Force.STATE,
    "deplores": Force.STATE,
    "welcomes": Force.STATE,
    "concern": Force.STATE,
    "reminds": Force.REMIND,
    "encourages": Force.DIRECT,
    "asks": Force.DIRECT,
    "hopes": Force.HOPE,
}
_REPORTING = frozenset({
    "says", "according", "notes", "reminds", "encourages", "regret", "deplores", "welcomes", "concern",
})  # fmt: skip
_OPENING = frozenset(
    {"committee", "government", "workers", "employers"}
)  # subjects that open a sentence without reporting
_RECALLED = frozenset({Speaker.CONFERENCE, Speaker.OTHER})
_PRESENT = frozenset({("is",), ("are",), ("est",), ("sont",), ("es",), ("son",)})  # 'is reminded', 'est prié'
_NOUNS = frozenset({"statement", "record", "mission-report"})
_PERSONAL = frozenset({"pronoun"})


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentence before leaves: who reported last, who was its subject, the turn that leads a list."""

    carried: Speaker
    head: Speaker
    lead: Turn | None = None


def find_turns(sentence: Sentence, grammar: Grammar, body: Body, before: Before) -> tuple[Turn, ...]:
    """Return the turns of a sentence in order; a subject whose verb turns out to be an aside's opens none."""
    turns = list(_turns(sentence, grammar, body, before))
    return tuple(turn for place, turn in enumerate(turns) if turn.words or not _is_overtaken(turn, turns[place + 1 :]))


def _is_overtaken(turn: Turn, after: list[Turn]) -> bool:
    """'Two ports had, the Ministry concedes, …': the aside speaks for what stands before its subject too."""
    return any(other.words and other.first < turn.first for other in after)


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
    state = State(before.carried, before.head, sentence.first)
    if before.lead is not None:
        state.main = before.lead.speaker
        yield replace(before.lead, first=sentence.first)
    stranger = find_stranger(sentence)
    if stranger is not None:
        opener = Subject(*stranger, Speaker.WORKERS)
        _take_subject(sentence, opener, state)
        yield from _opening(state, opener)
    for place, hit in enumerate(sentence.hits):
        speaker = speaker_of_actor(hit, body)
        if speaker is not None:
            if is_subject(sentence, hit, grammar) and not is_told(sentence, hit, grammar):
                subject = Subject(hit.first, hit.last, speaker)
                _take_subject(sentence, subject, state)
                if hit.concept in _OPENING:
                    yield from _opening(state, subject)
                elif speaker in _RECALLED and recalls(sentence, hit):
                    recalled = Turn(hit.first, speaker, Force.STATE, past=True, words=hit.words)
                    _take_turn(sentence, hit, state, recalled)
                    state.used, state.recalled = None, True
                    yield recalled
        elif hit.concept in _PERSONAL and _opens_clause(sentence, hit) and not _is_impersonal(sentence, hit):
            meant = _meant_by_pronoun(Verb(sentence, place, state, grammar, body), before)
            state.subject = Subject(hit.first, hit.last, meant)
        else:
            turn = _turn_of(sentence, place, state, grammar, body)
            if turn is not None:
                _take_turn(sentence, hit, state, turn)
                yield turn


def _opening(state: State, subject: Subject) -> Iterator[Turn]:
    """The subject that opens a sentence without a verb of saying: what it did is told, not said."""
    if state.main is None:
        state.main = subject.speaker
        yield Turn(subject.first, subject.speaker, Force.STATE, past=False, words="")


def _take_subject(sentence: Sentence, subject: Subject, state: State) -> None:
    state.subject = subject
    if state.held is None and word_at(sentence, subject.last) == ",":
        state.held = subject
    if says_whose_help(sentence, subject):
        state.wanted = subject.last


def _take_turn(sentence: Sentence, hit: Hit, state: State, turn: Turn) -> None:
    state.past = turn.past if state.last is None else state.past
    state.main = state.main or turn.speaker
    state.last = turn.speaker
    if hit.concept not in _NOUNS:
        state.verb, state.used = turn.speaker, state.subject
    that = (h.last for h in sentence.hits if h.concept == "that" and 0 <= h.first - hit.last <= 6)
    state.start = next(that, hit.last)
    if turn.speaker is not Speaker.COMMITTEE:
        state.reporter = turn.speaker


def _meant_by_pronoun(pronoun: Verb, before: Before) -> Speaker:
    """'It recalls' goes with the sentence before; 'indicates that it is concerned' with whoever indicates."""
    sentence, state = pronoun.sentence, pronoun.state
    if not _judges(sentence, pronoun.place):
        return _teller(pronoun)
    if state.reporter in {Speaker.CONFERENCE, Speaker.OTHER} and _is_told_in_past(pronoun):
        return state.reporter  # 'It also called on the Government …' after what the Conference Committee urged
    if state.main not in {None, Speaker.COMMITTEE}:
        return state.last or state.main or before.head
    subordinate = bool(THAT & set(words_before(sentence, pronoun.hit.first, 2)))
    return state.last or state.main or before.head if subordinate else before.head


def _is_told_in_past(pronoun: Verb) -> bool:
    return any(pronoun.word(place) in pronoun.grammar.past for place in range(pronoun.hit.last, pronoun.hit.last + 4))


def _teller(pronoun: Verb) -> Speaker:
    """'It states that', '…, it says, …': whoever reported, or the subject that the sentence opened with."""
    place = next((at for at, h in enumerate(pronoun.sentence.hits) if _is_told_by(h, pronoun.hit)), None)
    if place is None:
        return pronoun.state.reporter
    if pronoun.state.main not in {None, Speaker.COMMITTEE}:
        return pronoun.state.last or pronoun.state.main or pronoun.state.reporter
    return reporter_of(replace(pronoun, place=place))


def _stresses(sentence: Sentence, hit: Hit) -> bool:
    return any(h.concept == "stresses" and h.first == hit.first for h in sentence.hits)


def _is_impersonal(sentence: Sentence, hit: Hit) -> bool:
    """'it will be recalled', 'it is stated': nobody is meant."""
    if hit.words != "it":
        return False
    words = [word_at(sentence, place) for place in range(hit.last, hit.last + 3)]
    place = next((at for at, word in enumerate(words) if word in {"is", "was", "be", "been"}), None)
    after = hit.last + place + 1 if place is not None else -1
    return any(h.first == after and h.concept in _REPORTING and h.words.endswith("ed") for h in sentence.hits)


def _is_told_by(hit: Hit, pronoun: Hit) -> bool:
    infinitive = hit.words.endswith(("ar", "er", "ir")) and pronoun.words not in {"it", "he", "she", "they"}
    return hit.concept == "says" and 0 <= hit.first - pronoun.last <= 2 and not infinitive


def _turn_of(sentence: Sentence, place: int, state: State, grammar: Grammar, body: Body) -> Turn | None:
    hit, subject = sentence.hits[place], state.subject
    if hit.concept == "their-view":
        return Turn(hit.first, state.reporter, Force.STATE, past=False, words=hit.words)
    if hit.concept in _NOUNS:
        source = source_of(sentence, place, grammar, body)
        return Turn(hit.first, source, Force.STATE, past=False, words=hit.words) if source else None
    force = _FORCES.get(hit.concept)
    if hit.concept == "welcomes" and words_before(sentence, hit.first, 1) in {("will",), ("would",)}:
        return None  # 'it will welcome a mission': an undertaking
    if force is None or (_is_infinitive(sentence, hit) and not is_compelled(sentence, hit)):
        return None
    verb = Verb(sentence, place, state, grammar, body)
    owner = find_owner(verb)
    if owner is None or (hit.concept == "asks" and _is_noun(sentence, hit)):
        return None
    if owner is not Speaker.COMMITTEE and hit.concept == "asks":
        force = Force.DIRECT if addresses_government(sentence, place) else Force.STATE
    elif owner is not Speaker.COMMITTEE and hit.concept not in _REPORTING:
        return None
    since = subject.last if subject and 0 <= hit.first - subject.last <= CLOSE else hit.first - 2
    aside = is_aside(verb)
    if aside and owner is Speaker.COMMITTEE and state.last not in {None, Speaker.COMMITTEE}:
        return None  # 'The Conference Committee deplored, the Committee recalls, that': the inner voice goes on
    first = min(state.start, hit.first) if aside else hit.first
    past = is_past(sentence, since, hit, grammar) and words_before(sentence, hit.first, 1) not in _PRESENT
    return Turn(first, owner, force, past or (state.recalled and owner in _RECALLED), hit.words)


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


def _judges(sentence: Sentence, place: int) -> bool:
    """'It recalls', 'It therefore hopes': after a pronoun these verbs go with the subject of the sentence before."""
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        if other.first - hit.last > 4 or (_is_told_by(other, hit) and not _stresses(sentence, other)):
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
