"""What is drawn on: nouns of saying and reports whose content follows, and whose words that content is."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import Grammar, owner_of, word_at, words_before
from pipeline.qualify.verbs import AND
from pipeline.vocabulary import Body, Speaker

_REACH = 7  # words between a paper and the project or mission that it is of
_PAPERS = ("report", "rapport", "informe", "informaci", "information", "renseignement")
_CONCLUSIONS = ("conclusion", "recommendation", "recommandation", "recomendacion")
_INSIDE = frozenset({"in", "dans", "en"})
_REPORTS = frozenset({"report", "rapport", "memoria"})
_THE = frozenset({"the", "la", "le", "les", "las", "el", "'"})
_FROM = frozenset({"from", "in", "by", "du", "dans", "par", "en", "d"})
_BASED = frozenset({"from", "in", "basis", "base"})
_DRAWN = frozenset({"from", "to", "in", "segun", "selon", "ressort", "desprende", "d", "dans", "en", "a"})
_DRAWN_FROM = frozenset({"from", "segun", "selon", "apres", "du", "desprende", "dans", "in", "en"})
_LINKS = frozenset({"of", "by", "from", "de", "du", "d", "des", "del", "aupres", "'", "par", "por"})
_ABOUT = frozenset({"on", "sur", "sobre"})
_ENDS = frozenset({",", ";", "that", "que", "qu", "to", "which"})
_OF_OFFICE = frozenset({
    "office", "programme", "project", "mission", "direct-contacts-mission", "technical-advisory-mission",
    "high-level-tripartite-mission", "high-level-mission", "preliminary-mission", "follow-up-mission",
    "technical-assistance-mission", "other-mission",
})  # fmt: skip
_OTHERS = frozenset({"government", "workers", "employers", "committee", "witness", "other-body", "other-committee"})
_TOPIC = frozenset({
    "concerning", "regarding", "on", "sobre", "sur", "concernant", "relative", "relativa", "of", "to",
})  # fmt: skip


def source_of(sentence: Sentence, place: int, grammar: Grammar, body: Body) -> Speaker | None:
    """Return whose words follow a noun of saying: 'the Government's statement that', 'the report of the mission'."""
    hit = sentence.hits[place]
    if hit.concept == "mission-report":
        return Speaker.OFFICE if _is_drawn_on(sentence, place) else None
    if hit.concept == "record" or hit.words.startswith(_PAPERS):
        holder = _holder_of(sentence, place)
        if holder is not None and (_is_from(sentence, hit) or _tells(sentence, holder, _REACH + 1)):
            return Speaker.OFFICE
    if hit.concept == "record":
        return None
    if _is_topic(sentence, hit):
        return None
    owner = _owner_of_bare_noun(sentence, place, body) or owner_of(sentence, place, grammar, body)
    owner = owner or _owner_of_report(sentence, place, body)
    return None if owner in {Speaker.COMMITTEE, Speaker.OFFICE} or not _reports(sentence, place) else owner


def _is_topic(sentence: Sentence, hit: Hit) -> bool:
    """'In reply to the union's comments', 'commenting on the observations': what is answered, not what is said."""
    if any(h.concept == "in-reply" and -1 <= hit.first - h.last <= 4 for h in sentence.hits):
        return True
    conclusions = hit.words.startswith(_CONCLUSIONS)
    return conclusions and not _INSIDE & set(words_before(sentence, hit.first, 3))


def is_office_record(sentence: Sentence, place: int) -> bool:
    """'according to the evaluation of the ILO project', 'd'après un rapport du bureau de Dakar'."""
    return _holder_of(sentence, place) is not None


def _holder_of(sentence: Sentence, place: int) -> Hit | None:
    """Return the Office, project or mission whose paper it is: 'the evaluation of the ILO project'."""
    hit = sentence.hits[place]
    for other in sentence.hits[place + 1 :]:
        between = words_before(sentence, other.first, other.first - hit.last)
        if other.first - hit.last > _REACH or other.concept in _OTHERS or _ENDS & set(between):
            return None
        if other.concept in _OF_OFFICE and other.first >= hit.last:
            return other if _LINKS & set(between[-3:]) or _ABOUT & set(between[:1]) else None
    return None


def _is_from(sentence: Sentence, hit: Hit) -> bool:
    """'from the report', 'según la evaluación', 'il ressort du rapport': what stands in the paper is told."""
    told = any(h.concept == "says" and 0 < hit.first - h.first <= 2 for h in sentence.hits)
    return told or bool(_DRAWN_FROM & set(words_before(sentence, hit.first, 3)))


def _owner_of_report(sentence: Sentence, place: int, body: Body) -> Speaker | None:
    """'La memoria indica', 'it transpires from the report': before the experts a bare report is the Government's."""
    hit = sentence.hits[place]
    if body is not Body.CEACR or hit.words not in _REPORTS:
        return None
    if _holder_of(sentence, place) is not None:
        return None
    before = words_before(sentence, hit.first, 2)
    drawn = bool(_FROM & set(before)) and bool(_THE & set(before)) or before[-1:] == ("du",)
    return Speaker.GOVERNMENT if drawn or _tells(sentence, hit, 3) else None


def _tells(sentence: Sentence, hit: Hit, reach: int) -> bool:
    """'the report, moreover, states': a verb of saying follows, and is not denied."""
    return any(
        h.concept in {"says", "notes", "reminds"} and 0 <= h.first - hit.last <= reach and not is_denied(sentence, h)
        for h in sentence.hits
    )


def _owner_of_bare_noun(sentence: Sentence, place: int, body: Body) -> Speaker | None:
    """'notes the indication that', 'takes note of the statement according to which': said in the report."""
    hit = sentence.hits[place]
    noted = any(h.concept == "notes" and 0 <= hit.first - h.last <= 2 for h in sentence.hits)
    told = any(h.concept == "that" and 0 <= h.first - hit.last <= 1 for h in sentence.hits)
    bare = bool(_THE & set(words_before(sentence, hit.first, 1))) or hit.words.startswith("the ")
    return Speaker.GOVERNMENT if body is Body.CEACR and noted and told and bare else None


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """'says nothing', 'ne répond pas', 'contains no reply to': nothing is reported."""
    return any(h.concept == "not" and _apart(h, hit) <= 1 for h in sentence.hits)


def _reports(sentence: Sentence, place: int) -> bool:
    """A noun of saying opens a turn only where its content follows: 'that', 'according to which', 'from the report'."""
    hit = sentence.hits[place]
    if any(other.concept == "that" and 0 <= other.first - hit.last <= 14 for other in sentence.hits[place + 1 :]):
        return True
    if _BASED & set(words_before(sentence, hit.first, 5)) or word_at(sentence, hit.last) in _TOPIC:
        return True
    return any(
        other.concept in {"says", "in-reply"}
        and 0 <= other.first - hit.last <= 12
        and not AND & set(words_before(sentence, other.first, 2))
        and not is_denied(sentence, other)
        for other in sentence.hits[place + 1 :]
    )


def _is_drawn_on(sentence: Sentence, place: int) -> bool:
    """'according to the report of the mission', 'the report of the mission notes that …': its content follows."""
    hit = sentence.hits[place]
    drawn = bool(_DRAWN & set(words_before(sentence, hit.first, 3)))
    said = hit.words.startswith(("the mission", "la mission", "la mision", "mission "))
    return drawn or said or any(h.concept == "that" and 0 <= h.first - hit.last <= 1 for h in sentence.hits)


def _apart(one: Hit, other: Hit) -> int:
    return max(one.first - other.last, other.first - one.last, 0)
