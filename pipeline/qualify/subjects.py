"""Who stands in a sentence as what: actors and their speakers, the subject of a verb, the owner of a word of saying."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.folding import fold
from pipeline.gazetteers.lexicon import Wording
from pipeline.nlp import Hit, Sentence
from pipeline.vocabulary import Body, Language, Speaker

_OWNED_BY = {
    Language.ENGLISH: (frozenset({"of", "by", "from", "to", "with", "for", "against"}), True),
    Language.FRENCH: (frozenset({"de", "du", "des", "d", "par", "a", "au", "aux", "avec", "pour"}), False),
    Language.SPANISH: (frozenset({"de", "del", "por", "a", "al", "con", "para"}), False),
}
_ACTORS = {
    "government": Speaker.GOVERNMENT,
    "workers": Speaker.WORKERS,
    "employers": Speaker.EMPLOYERS,
    "office": Speaker.OFFICE,
    "other-agency": Speaker.OTHER,
    "donor": Speaker.OTHER,
    "partners": Speaker.OTHER,
    "witness": Speaker.OTHER,
}
_DECIDING = ("inquiry", "governing", "enquete", "administra", "encuesta")  # the Governing Body, a Commission of Inquiry
_POSSESSION = 6  # words from 'statement' to whose it is
_SOME = frozenset({
    "several", "some", "many", "most", "two", "three", "both", "certain", "plusieurs", "certains", "certaines", "deux",
    "trois", "varias", "varios", "algunas", "algunos", "dos", "tres",
})  # fmt: skip
_OWNING = frozenset({"of", "by", "from", "de", "du", "des", "d", "del", "par", "por", "which"})
_ABOUT = frozenset({"on", "about", "concerning", "regarding", "to", "sur", "sobre", "au", "aux", "al"})
_NAMED_BY = frozenset({
    "project", "training", "mission", "report", "activity", "road-map", "record", "draft", "advice", "expertise", "aid",
})  # fmt: skip
_ARTICLES = frozenset({"the", "le", "la", "les", "el", "los", "las", "l", "'", "its", "this", "cette"})
_ACRONYM = r"([A-Z]{2,}[A-Za-z.&-]*)"
_STRANGER = re.compile(
    rf"(?:\(|^|[,;:»\"]\s|\b(?:[Tt]he|[Tt]hat|[Qq]ue|[Qq]u'|[Ll][ea]s?|[Ee]l|[Ll]os|[Ll]')\s*){_ACRONYM}\)?,?(?:\s+[a-zà-ÿ']+){{0,3}}\s*$"
)
_OPENING_STRANGER = re.compile(rf"^(?:The |Les? |La |L'|El |Los |Las )?{_ACRONYM}(?=,? [a-zà-ÿ])")
_NEXT_STRANGER = re.compile(rf"\s*(?:the|la|le|les|l'|el|los|las)?\s*{_ACRONYM}\b")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words that a language needs beside its lexicon."""

    past: frozenset[str]
    owned_by: frozenset[str]
    owner_first: bool
    drops_subject: bool


def make_grammar(language: Language, lexicon: Iterable[Wording]) -> Grammar:
    """Return the grammar of a language with the past forms of its lexicon."""
    owned_by, owner_first = _OWNED_BY[language]
    past = frozenset(fold(wording.form) for wording in lexicon if wording.concept == "past-form")
    return Grammar(past, owned_by, owner_first, drops_subject=language is Language.SPANISH)


def speaker_of_actor(hit: Hit, body: Body) -> Speaker | None:
    """Return who an actor is when this body reports; None where the hit is no actor."""
    if hit.concept == "committee":
        strange = hit.words.endswith("comite") and body in {Body.CEACR, Body.CAS}
        return Speaker.OTHER if strange else Speaker.COMMITTEE  # 'ce comité' is not 'la commission'
    if hit.concept == "other-body":
        return _speaker_of_body(hit, body)
    if hit.concept == "other-committee":
        own = {
            Body.CFA: ("freedom", "libert", "cfa"),
            Body.ART24: ("tripart", "set up", "charge", "encargado", "ad hoc"),
        }
        return Speaker.COMMITTEE if any(word in hit.words for word in own.get(body, ())) else Speaker.OTHER
    return _ACTORS.get(hit.concept)


def _speaker_of_body(hit: Hit, body: Body) -> Speaker:
    """The Conference is `conference`, the Governing Body or a Commission of Inquiry `other`, but not on their pages."""
    if any(word in hit.words for word in _DECIDING):
        return Speaker.COMMITTEE if body in {Body.ART24, Body.ART26} else Speaker.OTHER
    return Speaker.COMMITTEE if body is Body.CAS else Speaker.CONFERENCE


def is_subject(sentence: Sentence, hit: Hit, grammar: Grammar) -> bool:
    """Say whether an actor may be the subject of the verb that follows: nobody's possession, agent or object."""
    before = words_before(sentence, hit.first, 2)
    if before and not {"like", "unlike"}.isdisjoint(before):
        return False
    if _is_some_of(sentence, hit):
        return True
    if before and (
        before[-1] in grammar.owned_by or (before[-1] in _ARTICLES and before[:1] and before[0] in grammar.owned_by)
    ):
        return False
    if hit.words.split(" ")[0] in {"du", "au"} or _is_elided_object(sentence, hit, grammar):
        return False
    return word_at(sentence, hit.last) not in {"'"} or not grammar.owner_first


def _is_some_of(sentence: Sentence, hit: Hit) -> bool:
    """'Several of the unions', 'plusieurs des centrales', 'dos de las confederaciones': a subject all the same."""
    before = words_before(sentence, hit.first, 3)
    before = before[:-1] if before[-1:] and before[-1] in _ARTICLES else before
    return len(before) > 1 and before[-2] in _SOME and before[-1] in _OWNING


def _is_elided_object(sentence: Sentence, hit: Hit, grammar: Grammar) -> bool:
    """'à l'Assemblée nationale', 'de l'organisation': the article is two words."""
    before = words_before(sentence, hit.first, 3)
    return before[-2:] == ("l", "'") and before[0] in grammar.owned_by


def is_strangers(sentence: Sentence, hit: Hit) -> bool:
    """'… (UNE) expresses its concern', 'the RMF is concerned': a name that no list holds is the subject of the verb."""
    found = _STRANGER.search(sentence.text[: hit.span.start - sentence.span.start])
    if found is None:
        return False
    return not _is_known(sentence, found.start(1))


def find_stranger(sentence: Sentence) -> tuple[int, int] | None:
    """Return the first and last word of a name on no list that opens the sentence: 'RMF has asked the ILO'."""
    found = _OPENING_STRANGER.search(sentence.text)
    if found is None or _is_known(sentence, found.start(1)):
        return None
    after = sentence.first + len(found[0].split(" "))
    if any(h.first == after and h.concept in _NAMED_BY for h in sentence.hits):
        return None  # 'The PEETI programme': the name of a thing
    first = sentence.first + len(found[0].split(" ")) - 1
    return first, first + 1


def names_stranger(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a name on no list follows a hit: 'according to the RMF'."""
    after = hit.span.end - sentence.span.start
    found = _NEXT_STRANGER.match(sentence.text, after)
    return found is not None and not _is_known(sentence, found.start(1))


def _is_known(sentence: Sentence, start: int) -> bool:
    place = sentence.span.start + start
    return any(h.span.start <= place < h.span.end for h in sentence.hits)


def owner_of(sentence: Sentence, place: int, grammar: Grammar, body: Body) -> Speaker | None:
    """Return whose indication, statement or reply it is: the possessor beside the noun."""
    after = _possessor(sentence, place, grammar, body)
    before = _actor_before(sentence, place, body, 4)
    if grammar.owner_first and before is not None:
        return before
    return after or before


def _possessor(sentence: Sentence, place: int, grammar: Grammar, body: Body) -> Speaker | None:
    """'the statement made by the union', 'les observations de la centrale': not 'comments on the Trade Unions Act'."""
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        if other.first - hit.last > _POSSESSION:
            return None
        speaker = speaker_of_actor(other, body)
        between = set(words_before(sentence, other.first, max(other.first - hit.last, 0)))
        if speaker is not None:
            owned = other.words.startswith("du ") or between & _OWNING or not between
            return speaker if owned and not between & _ABOUT else None
    return None


def actor_after(sentence: Sentence, place: int, grammar: Grammar, body: Body, reach: int) -> Speaker | None:
    """Return the first actor within so many words after a hit, where a small word of owning joins them."""
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        if other.first - hit.last > reach:
            return None
        speaker = speaker_of_actor(other, body)
        if speaker is None:
            continue
        between = set(words_before(sentence, other.first, other.first - hit.last))
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
        return speaker if hit.first - other.last <= reach and word_at(sentence, other.last) == "'" else None
    return None


def word_at(sentence: Sentence, place: int) -> str:
    """Return the word at a place of the passage, or nothing outside the sentence."""
    within = place - sentence.first
    return sentence.words[within] if 0 <= within < len(sentence.words) else ""


def words_before(sentence: Sentence, place: int, count: int) -> tuple[str, ...]:
    """Return up to so many words of the sentence before a place of the passage."""
    within = place - sentence.first
    return sentence.words[max(within - count, 0) : max(within, 0)]
