"""Whose words: the turns of a sentence, from reporting verbs and their subjects; one set of rules for all languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.folding import fold
from pipeline.gazetteers.lexicon import Wording
from pipeline.nlp import Hit, Sentence
from pipeline.vocabulary import Body, Language, Speaker


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


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words that a language needs beside its lexicon."""

    past: frozenset[str]
    owned_by: frozenset[str]
    owner_first: bool


GRAMMAR_WORDS = {
    Language.ENGLISH: (frozenset({"of", "by", "from", "to", "with", "for", "against"}), True),
    Language.FRENCH: (frozenset({"de", "du", "des", "d", "par", "a", "au", "aux", "avec", "pour"}), False),
    Language.SPANISH: (frozenset({"de", "del", "por", "a", "al", "con", "para"}), False),
}
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
_REPORTING = frozenset({"says", "notes", "reminds", "encourages", "regret", "deplores", "welcomes"})
_ACTORS = {
    "government": Speaker.GOVERNMENT,
    "workers": Speaker.WORKERS,
    "employers": Speaker.EMPLOYERS,
    "office": Speaker.OFFICE,
    "other-body": Speaker.CONFERENCE,
    "other-agency": Speaker.OTHER,
    "donor": Speaker.OTHER,
    "partners": Speaker.OTHER,
}
_OPENING = frozenset(
    {"committee", "government", "workers", "employers"}
)  # subjects that open a sentence without reporting
_PERSONAL = frozenset({"pronoun"})
_CLOSE = 7  # words that may stand between a subject and its verb


def make_grammar(language: Language, lexicon: Iterable[Wording]) -> Grammar:
    """Return the grammar of a language with the past forms of its lexicon."""
    owned_by, owner_first = GRAMMAR_WORDS[language]
    past = frozenset(fold(wording.form) for wording in lexicon if wording.concept == "past-form")
    return Grammar(past, owned_by, owner_first)


def speaker_of_actor(hit: Hit, body: Body) -> Speaker | None:
    """Return who an actor is when this body reports; None where the hit is no actor."""
    if hit.concept == "committee":
        return Speaker.COMMITTEE
    if hit.concept == "other-body" and body in {Body.ART24, Body.ART26}:
        return Speaker.COMMITTEE
    if hit.concept == "other-committee":
        own = {
            Body.CFA: ("freedom", "libert", "cfa"),
            Body.ART24: ("tripart", "set up", "charge", "encargado", "ad hoc"),
        }
        return Speaker.COMMITTEE if any(word in hit.words for word in own.get(body, ())) else Speaker.OTHER
    return _ACTORS.get(hit.concept)


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
    subject: tuple[int, Speaker] | None = None
    reporter = before.carried
    opened = before.lead is not None
    if before.lead is not None:
        yield replace(before.lead, first=sentence.first)
    for place, hit in enumerate(sentence.hits):
        speaker = speaker_of_actor(hit, body)
        if speaker is not None:
            if _is_subject(sentence, hit, grammar):
                subject = (hit.last, speaker)
                if not opened and hit.concept in _OPENING:
                    yield Turn(hit.first, speaker, Force.STATE, past=False, words="")
                    opened = True
            continue
        if hit.concept in _PERSONAL and _opens_clause(sentence, hit):
            subject = (hit.last, before.head if _judges(sentence, place) else reporter)
            continue
        turn = _turn_of(sentence, place, subject, grammar, body)
        if turn is not None:
            opened = True
            if turn.speaker is not Speaker.COMMITTEE:
                reporter = turn.speaker
            yield turn


def _turn_of(
    sentence: Sentence, place: int, subject: tuple[int, Speaker] | None, grammar: Grammar, body: Body
) -> Turn | None:
    hit = sentence.hits[place]
    if hit.concept == "statement":
        owner = _owner_of(sentence, place, grammar, body)
        if owner in {None, Speaker.COMMITTEE, Speaker.OFFICE} or owner is None or not _reports(sentence, place):
            return None
        return Turn(hit.first, owner, Force.STATE, past=False, words=hit.words)
    if hit.concept == "mission-report" and not _is_drawn_on(sentence, place):
        return None
    if hit.concept == "mission-report":
        return Turn(hit.first, Speaker.OFFICE, Force.STATE, past=False, words=hit.words)
    force = _FORCES.get(hit.concept)
    if force is None or _is_infinitive(sentence, hit):
        return None
    owner = _verb_owner(sentence, place, subject, grammar, body)
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


def _verb_owner(
    sentence: Sentence, place: int, subject: tuple[int, Speaker] | None, grammar: Grammar, body: Body
) -> Speaker | None:
    hit = sentence.hits[place]
    near = subject is not None and 0 <= hit.first - subject[0] <= _CLOSE
    if hit.concept == "says":
        after = _actor_after(sentence, place, grammar, body, 4)
        if hit.words in _ACCORDING or (after is not None and not near and _is_agentive(sentence, hit, grammar)):
            return after
    if subject is not None and 0 <= hit.first - subject[0] <= _CLOSE:
        return subject[1]
    if hit.first - sentence.first <= 2 and hit.concept == "asks":
        return Speaker.COMMITTEE if _addresses_government(sentence, place) else None
    if hit.first - sentence.first <= 2 and hit.concept != "says":
        return Speaker.COMMITTEE  # 'Noting that …', 'Toma nota de …'
    if _after_pause(sentence, hit) and hit.concept in {"encourages", "asks", "hopes", "reminds", "notes"} and subject:
        return subject[1]
    if subject is not None and subject[1] is Speaker.COMMITTEE and hit.concept in _JOINED and _after_and(sentence, hit):
        return Speaker.COMMITTEE
    return None


_ACCORDING = frozenset(
    {"according to", "in the view of", "in the opinion of", "selon", "d'apres", "aux dires", "segun"}
)
_JOINED = frozenset({"encourages", "asks", "hopes", "reminds", "notes", "regret", "deplores", "welcomes", "expresses"})
_AND = frozenset({"and", "et", "y", "e", "also", "therefore", "it", "further", "egalement", "asimismo", "tambien"})


_DETERMINERS = frozenset({
    "the", "'", "s", "its", "this", "any", "such", "une", "la", "sa", "cette", "leur", "su", "una", "esta",
})  # fmt: skip


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """'the Government's request', 'sa demande': a thing, not an act of asking."""
    return bool(_DETERMINERS & set(_words_before(sentence, hit.first, 1))) or _word_at(sentence, hit.last) == "for"


def _is_infinitive(sentence: Sentence, hit: Hit) -> bool:
    """'urges the Government to invite the ILO': what somebody is to say is not yet said."""
    before = _words_before(sentence, hit.first, 1)
    romance = hit.words.split(" ")[0].endswith(("er", "ar", "ir")) and before[-1:] in {("a",), ("de",), ("'",)}
    return before[-1:] == ("to",) or romance


def _addresses_government(sentence: Sentence, place: int) -> bool:
    hit = sentence.hits[place]
    return any(
        other.concept == "government" and 0 <= other.first - hit.last <= 4 for other in sentence.hits[place + 1 :]
    )


def _after_and(sentence: Sentence, hit: Hit) -> bool:
    return bool(_AND & set(_words_before(sentence, hit.first, 3)))


def _after_pause(sentence: Sentence, hit: Hit) -> bool:
    return bool({",", ";"} & set(_words_before(sentence, hit.first, 2)))


def _is_agentive(sentence: Sentence, hit: Hit, grammar: Grammar) -> bool:
    """'indicated by the Government', 'lo indicado por el Gobierno', 'comme l'indique le gouvernement'."""
    following = _word_at(sentence, hit.last)
    return following in {"by", "par", "por"} or (
        not grammar.owner_first and following in {"le", "la", "el", "los", "les"}
    )


def _is_subject(sentence: Sentence, hit: Hit, grammar: Grammar) -> bool:
    before = _words_before(sentence, hit.first, 2)
    if before and (
        before[-1] in grammar.owned_by or (before[-1] in _ARTICLES and before[:1] and before[0] in grammar.owned_by)
    ):
        return False
    if hit.words.split(" ")[0] in {"du", "au"}:
        return False
    return _word_at(sentence, hit.last) not in {"'"} or not grammar.owner_first


_ARTICLES = frozenset({"the", "le", "la", "les", "el", "los", "las", "l", "'", "its", "this", "cette"})


def _owner_of(sentence: Sentence, place: int, grammar: Grammar, body: Body) -> Speaker | None:
    """Whose indication, statement or reply: the possessor beside the noun."""
    after = _actor_after(sentence, place, grammar, body, 5)
    before = _actor_before(sentence, place, body, 4)
    if grammar.owner_first and before is not None:
        return before
    return after or before


def _actor_after(sentence: Sentence, place: int, grammar: Grammar, body: Body, reach: int) -> Speaker | None:
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        if other.first - hit.last > reach:
            return None
        speaker = speaker_of_actor(other, body)
        if speaker is None:
            continue
        between = set(_words_before(sentence, other.first, other.first - hit.last))
        if (
            other.words.startswith(("du ", "au "))
            or between & (grammar.owned_by | {"le", "la", "el", "los", "the"})
            or not between
        ):
            return speaker
    return None


def _actor_before(sentence: Sentence, place: int, body: Body, reach: int) -> Speaker | None:
    hit = sentence.hits[place]
    for other in reversed(sentence.hits[:place]):
        speaker = speaker_of_actor(other, body)
        if speaker is None:
            continue
        return speaker if hit.first - other.last <= reach and _word_at(sentence, other.last) == "'" else None
    return None


def _reports(sentence: Sentence, place: int) -> bool:
    """A noun of saying opens a turn only where its content follows: 'that', 'according to which', 'from the report'."""
    hit = sentence.hits[place]
    if any(other.concept == "that" and 0 <= other.first - hit.last <= 14 for other in sentence.hits[place + 1 :]):
        return True
    before = _words_before(sentence, hit.first, 8)
    return (
        bool({"from", "in"} & set(before[-5:]))
        or any(
            other.concept in {"says", "in-reply"} and 0 <= other.first - hit.last <= 12
            for other in sentence.hits[place + 1 :]
        )
        or _word_at(sentence, hit.last)
        in {"concerning", "regarding", "on", "sobre", "sur", "concernant", "relative", "relativa", "of", "to"}
    )


def _is_drawn_on(sentence: Sentence, place: int) -> bool:
    """'according to the report of the mission', 'the report of the mission notes that …': its content follows."""
    hit = sentence.hits[place]
    drawn = bool(
        {"from", "to", "segun", "selon", "ressort", "desprende", "d"} & set(_words_before(sentence, hit.first, 3))
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
    before = _words_before(sentence, hit.first, 1)
    return (
        hit.first - sentence.first <= 6
        or not before
        or before[-1] in {",", ";", "and", "et", "y", ":", "that", "which", "qu", "que", "'", ")"}
    )


def _is_past(sentence: Sentence, since: int, hit: Hit, grammar: Grammar) -> bool:
    return any(_word_at(sentence, place) in grammar.past for place in range(max(since, sentence.first), hit.last))


def _word_at(sentence: Sentence, place: int) -> str:
    within = place - sentence.first
    return sentence.words[within] if 0 <= within < len(sentence.words) else ""


def _words_before(sentence: Sentence, place: int, count: int) -> tuple[str, ...]:
    within = place - sentence.first
    return sentence.words[max(within - count, 0) : max(within, 0)]
