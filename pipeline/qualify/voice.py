"""Whose words: the turns of a sentence, from reporting verbs and their subjects; one set of rules for all languages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import (
    Grammar,
    actor_after,
    is_strangers,
    is_subject,
    owner_of,
    speaker_of_actor,
    word_at,
    words_before,
)
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
_OPENING = frozenset(
    {"committee", "government", "workers", "employers"}
)  # subjects that open a sentence without reporting
_PERSONAL = frozenset({"pronoun"})
_CLOSE = 7  # words that may stand between a subject and its verb


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
    state = _State(before.carried, before.head)
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


@dataclass(slots=True)
class _State:
    """What has been read of a sentence: who reports, the subject and where it ends, the first and the last speaker."""

    reporter: Speaker
    head: Speaker
    subject: tuple[int, Speaker] | None = None
    main: Speaker | None = None
    last: Speaker | None = None
    past: bool = False


def _meant_by_pronoun(sentence: Sentence, place: int, state: _State, before: Before) -> Speaker:
    """'It recalls' goes with the sentence before; 'indicates that it is concerned' with whoever indicates."""
    if not _judges(sentence, place):
        return state.reporter
    if state.main not in {None, Speaker.COMMITTEE}:
        return state.last or state.main or before.head
    subordinate = bool(_THAT & set(words_before(sentence, sentence.hits[place].first, 2)))
    return state.last or state.main or before.head if subordinate else before.head


def _turn_of(sentence: Sentence, place: int, state: _State, grammar: Grammar, body: Body) -> Turn | None:
    hit, subject = sentence.hits[place], state.subject
    if hit.concept == "their-view":
        return Turn(hit.first, state.reporter, Force.STATE, past=False, words=hit.words)
    if hit.concept == "statement":
        owner = owner_of(sentence, place, grammar, body) or _owner_of_report(sentence, place, body)
        if owner in {None, Speaker.COMMITTEE, Speaker.OFFICE} or owner is None or not _reports(sentence, place):
            return None
        return Turn(hit.first, owner, Force.STATE, past=False, words=hit.words)
    if hit.concept == "mission-report" and not _is_drawn_on(sentence, place):
        return None
    if hit.concept == "mission-report":
        return Turn(hit.first, Speaker.OFFICE, Force.STATE, past=False, words=hit.words)
    force = _FORCES.get(hit.concept)
    compelled = hit.concept in _FEELINGS and _COMPELLED & set(words_before(sentence, hit.first, 3))
    if force is None or (_is_infinitive(sentence, hit) and not compelled):
        return None
    owner = _verb_owner(sentence, place, state, grammar, body)
    if owner is None:
        return None
    if hit.concept == "asks" and _is_noun(sentence, hit):
        return None
    if owner is not Speaker.COMMITTEE and hit.concept == "asks":
        force = Force.DIRECT if _addresses_government(sentence, place) else Force.STATE
    elif owner is not Speaker.COMMITTEE and hit.concept not in _REPORTING:
        return None
    since = subject[0] if subject and 0 <= hit.first - subject[0] <= _CLOSE else hit.first - 2
    return Turn(hit.first, owner, force, _is_past(sentence, since, hit, grammar), hit.words)


def _owner_of_report(sentence: Sentence, place: int, body: Body) -> Speaker | None:
    """'La memoria indica', 'the report states': before the experts a bare report is the Government's."""
    hit = sentence.hits[place]
    said = any(
        h.concept == "says" and 0 <= h.first - hit.last <= 1 and not _is_denied(sentence, h) for h in sentence.hits
    )
    return Speaker.GOVERNMENT if body is Body.CEACR and said and hit.words in _REPORTS else None


def _is_denied(sentence: Sentence, hit: Hit) -> bool:
    """'says nothing', 'ne répond pas', 'contains no reply to': nothing is reported."""
    return any(h.concept == "not" and _apart(h, hit) <= 1 for h in sentence.hits)


def _verb_owner(sentence: Sentence, place: int, state: _State, grammar: Grammar, body: Body) -> Speaker | None:
    hit, subject = sentence.hits[place], state.subject
    if hit.concept == "says" and any(h.concept == "that" and h.first == hit.first for h in sentence.hits):
        return None  # 'según la cual', 'selon laquelle'
    near = subject is not None and 0 <= hit.first - subject[0] <= _CLOSE
    if hit.concept == "says":
        after = actor_after(sentence, place, grammar, body, 7 if hit.words in _ACCORDING else 4)
        if hit.words in _ACCORDING or (after is not None and _is_agentive(sentence, hit, grammar, near=near)):
            return after
    if hit.concept in _JOINED and _goes_on(sentence, hit, state, grammar):
        return Speaker.COMMITTEE
    if hit.concept in {"asks", "encourages"} and subject is not None and subject[1] is Speaker.GOVERNMENT:
        if hit.words.startswith(_MODALS):
            voice = state.last or state.reporter
            return Speaker.COMMITTEE if voice is Speaker.GOVERNMENT else voice  # no government says what it might do
        passive = set(words_before(sentence, hit.first, 2))
        if passive & _BEEN:
            return None  # 'the Government has been asked'
        if passive & _IS:
            return Speaker.COMMITTEE  # 'the Government is requested', 'le gouvernement est prié'
    if hit.concept in _FEELINGS and _COMPELLED & set(words_before(sentence, hit.first, 3)):
        return (
            subject[1] if subject and near else state.main or state.head
        )  # 'can but regret', 'ne peut que regretter', 'no puede sino lamentar'
    if hit.concept in _SAID_BY_STRANGERS and is_strangers(sentence, hit):
        return subject[1] if subject is not None and _is_explained(sentence, hit, subject) else Speaker.WORKERS
    if subject is not None and near:
        return subject[1]
    if hit.first - sentence.first <= 2 and hit.concept == "asks":
        return Speaker.COMMITTEE if _addresses_government(sentence, place) else None
    if subject is None and hit.concept in _FEELINGS and grammar.drops_subject and _follows_pause(sentence, hit):
        return state.last or state.main or state.head  # 'Habida cuenta de …, lamenta que'
    if hit.first - sentence.first <= 2 and hit.concept != "says":
        return Speaker.COMMITTEE  # 'Noting that …', 'Toma nota de …'
    if _after_pause(sentence, hit) and hit.concept in {"encourages", "asks", "hopes", "reminds", "notes"} and subject:
        return subject[1]
    return None


def _is_explained(sentence: Sentence, hit: Hit, subject: tuple[int, Speaker]) -> bool:
    """The acronym beside the verb is the short name of the subject just before it."""
    return hit.first - subject[0] <= _CLOSE + 3 and subject[1] is not Speaker.COMMITTEE


_ACCORDING = frozenset(
    {"according to", "in the view of", "in the opinion of", "selon", "d'apres", "aux dires", "segun"}
)
_JOINED = frozenset({"encourages", "asks", "hopes", "reminds", "notes", "regret", "deplores", "welcomes", "concern"})
_MODALS = ("dev", "pourrait", "podria", "deberia", "should", "might", "could", "may ")
_REPORTS = frozenset({"report", "rapport", "memoria"})
_BEEN = frozenset({"been", "ete", "sido"})
_IS = frozenset({"is", "are", "est", "sont", "es"})
_COMPELLED = frozenset({"but", "sino", "peut", "obligacion", "obligada", "obligee", "oblige"})
_AND = frozenset({"and", "et", "y", "e"})
_THAT = frozenset({"that", "que", "qu"})
_SAID_BY_STRANGERS = frozenset({"says", "regret", "deplores", "concern"})
_FEELINGS = frozenset({"regret", "deplores", "concern"})


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


def _addresses_government(sentence: Sentence, place: int) -> bool:
    hit = sentence.hits[place]
    return any(
        other.concept == "government" and 0 <= other.first - hit.last <= 4 for other in sentence.hits[place + 1 :]
    )


def _goes_on(sentence: Sentence, hit: Hit, state: _State, grammar: Grammar) -> bool:
    """'… and therefore urges', 'et exprime sa profonde préoccupation': the verb goes on with the main subject."""
    if state.main is not Speaker.COMMITTEE or _is_past(sentence, hit.first - 2, hit, grammar) != state.past:
        return False
    reach = 4 if hit.concept in _FEELINGS else 3
    since = max(state.subject[0] if state.subject else sentence.first, hit.first - reach)
    return bool(_AND & set(words_before(sentence, hit.first, max(hit.first - since, 0))))


def _follows_pause(sentence: Sentence, hit: Hit) -> bool:
    return bool({",", ";", "que", "y"} & set(words_before(sentence, hit.first, 1)))


def _after_pause(sentence: Sentence, hit: Hit) -> bool:
    return bool({",", ";"} & set(words_before(sentence, hit.first, 2)))


def _is_agentive(sentence: Sentence, hit: Hit, grammar: Grammar, *, near: bool) -> bool:
    """'indicated by the Government', 'lo indicado por el Gobierno', 'comme l'indique le gouvernement'."""
    following = word_at(sentence, hit.last)
    inverted = not grammar.owner_first and following in {"le", "la", "el", "los", "les"}
    return following in {"by", "par", "por"} or (inverted and not near)


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
            and not _AND & set(words_before(sentence, other.first, 2))
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


def _is_past(sentence: Sentence, since: int, hit: Hit, grammar: Grammar) -> bool:
    return any(word_at(sentence, place) in grammar.past for place in range(max(since, sentence.first), hit.last))


def _apart(one: Hit, other: Hit) -> int:
    return max(one.first - other.last, other.first - one.last, 0)
