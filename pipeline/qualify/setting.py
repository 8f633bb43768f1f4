"""Where a sentence stands, whose words stand in it, and whether what is felt is felt by the body that speaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import word_at, words_before
from pipeline.qualify.voice import Force, Turn
from pipeline.vocabulary import Body, CommentKind, Purpose, Speaker

_OWNERS = frozenset({"government", "workers", "employers", "partners", "other-agency", "donor"})
_OF = frozenset({"of", "de", "du", "des", "del", "expressed", "raised", "exprimees"})
_LIKE = frozenset({"like", "with", "comme", "avec", "igual", "joins"})
_OTHERS = frozenset({"other-agency", "other-body", "other-committee"})  # bodies whose concern is not this one's
_AGENTS = frozenset({"by", "par", "por", "to", "for", "para", "pour", "a"})
_DETERMINERS = frozenset({
    "the", "le", "la", "les", "el", "los", "las", "un", "una", "une", "varios", "varias", "several", "some", "many",
    "plusieurs", "certains", "algunos", "algunas", "l",
})  # fmt: skip
_ITS = frozenset({"el", "la", "los", "las"})
_BODIES = frozenset({"committee", "pronoun", "other-body"})
_FEELING = frozenset({"notes", "expresses", "welcomes"})
_MATTER = frozenset({"motivo", "matter", "motif", "sujet", "source", "causa"})
_BREAKS = frozenset({",", ";", ":", "–", ")", "]"})
_OPENING = 6  # words that may stand before a verb without a subject: 'also notes with'


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the comment's body and kind, its passage's voice and quotation, who spoke before."""

    body: Body
    kind: CommentKind | None
    voice: Speaker | None
    quoted: bool
    carried: Speaker
    replying: Speaker | None
    purpose: Purpose | None


def speaker_at(place: int, turns: Iterable[Turn], setting: Setting) -> tuple[Speaker, Turn | None]:
    """Return whose words stand at a word of the sentence, and the turn that says so."""
    turn = None
    for other in turns:
        if other.first <= place and (other.words or other.speaker is Speaker.COMMITTEE):
            turn = other
    if turn is None:
        return setting.carried, None
    if setting.voice is not None and turn.speaker is Speaker.COMMITTEE:
        return setting.voice, turn
    return turn.speaker, turn


def is_earlier(turn: Turn, setting: Setting) -> bool:
    """The body's past tense refers to an earlier occasion, except in records, whose way of reporting it is."""
    return turn.past and turn.speaker is Speaker.COMMITTEE and setting.body not in {Body.CAS, Body.ART24, Body.ART26}


def _is_possessed(sentence: Sentence, hit: Hit) -> bool:
    """'the concern of the unions', 'les préoccupations de la centrale': somebody's, and only noted."""
    owners = (h for h in sentence.hits if h.concept in _OWNERS and 0 <= h.first - hit.last <= 3)
    return hit.concept == "concern" and word_at(sentence, hit.last) in _OF and any(owners)


def is_own(hit: Hit, sentence: Sentence, turns: tuple[Turn, ...], setting: Setting) -> bool:
    """Progress and concern exist only in the voice of the body that is speaking, and outside what it asks for."""
    if setting.voice is not None:
        return False
    if _by_the_body(sentence, hit):
        return True
    if any(
        h.concept in _OWNERS and h.first == hit.last + 1 and word_at(sentence, hit.last) in _ITS for h in sentence.hits
    ):
        return False  # 'Se congratula el Gobierno'

    speaker, turn = speaker_at(hit.first, turns, setting)
    opening = next((one for one in turns if not one.words), None)
    other = opening is not None and opening.speaker is not Speaker.COMMITTEE and opening.first < hit.first
    if speaker is not Speaker.COMMITTEE or (other and opening and (turn is None or turn.first < opening.first)):
        return False
    since = turn.first if turn is not None else sentence.first
    if _is_possessed(sentence, hit) or any(
        h.concept in _OTHERS
        and since < h.first < hit.first
        and hit.first - h.last <= 14
        and not _LIKE & set(words_before(sentence, h.first, 3))
        for h in sentence.hits
    ):
        return False
    told = setting.kind in {CommentKind.PAPER, CommentKind.GENERAL_REPORT}
    if not told and not _has_the_body_as_subject(sentence, hit):
        return False
    return turn is None or turn.force is not Force.DIRECT or turn.first == hit.first


def _has_the_body_as_subject(sentence: Sentence, hit: Hit) -> bool:
    """'Varios oradores lamentaron', 'the court regretted': a subject that is neither the body nor a pronoun for it."""
    body = any(h.concept in _BODIES and (h.first < hit.first or h.first == hit.last) for h in sentence.hits)
    verbs = (h.first for h in sentence.hits if h.concept in _FEELING and 0 <= hit.first - h.last <= 8)
    before = words_before(sentence, min(verbs, default=hit.first), hit.first - sentence.first)
    clause = before[max((place + 1 for place, word in enumerate(before) if word in _BREAKS), default=0) :]
    owners = any(h.concept in _OWNERS and 0 <= hit.first - h.last <= _OPENING for h in sentence.hits)
    elliptical = len(clause) <= _OPENING and not _DETERMINERS & set(clause) and not owners
    matter = bool(_MATTER & set(words_before(sentence, hit.first, 4)))
    return body or matter or elliptical or "comi" in hit.words or "commission" in before or _by_the_body(sentence, hit)


def _by_the_body(sentence: Sentence, hit: Hit) -> bool:
    """'is deplored by the Committee', 'una preocupación para la Comisión'."""
    return any(
        h.concept == "committee"
        and 0 <= h.first - hit.last <= 3
        and _AGENTS & set(words_before(sentence, h.first, h.first - hit.last))
        for h in sentence.hits
    )
