"""Help by a short name after its first mention: 'this assistance', 'the project reached its end'."""

from pipeline.find.givers import is_national
from pipeline.find.words import BEFALLEN, MISSIONS, OWN_HELP, Mentioned, distance_to, gap, words_before
from pipeline.nlp import Hit, Sentence

_HELPING = ("help", "aide", "ayud")
_POINTED = frozenset({"aid", "advice", "training", "at-disposal"})
_FAMILIES = {
    "aid": frozenset({"aid", "technical-assistance", "at-disposal"}),
    "project": frozenset({"project", "technical-cooperation", "programme"}),
}
_PEOPLE = ("expert", "especialista", "specialist", "opinion", "avis", "remarq")
_TOLD_IN_PAPERS = frozenset({
    "delivered", "ongoing", "agreed", "limited", "result", "outcome", "should", "requested", "put-off",
    "helps",
})  # fmt: skip
_DEFINITE = frozenset({
    "the", "this", "these", "that", "those", "la", "le", "les", "des", "cette", "ces", "ce", "el", "los", "las", "esta",
    "este", "estas", "estos", "dicha", "dicho", "dichas", "dichos", "esa", "ese", "l", "du", "del", "al", "aux", "sus",
    "ses", "its",
})  # fmt: skip
_REACH = 9  # words between a weak word of help and the provider that makes it the ILO's
_CONJUNCTIONS = frozenset({"that", "que", "such"})  # 'that the support': no pointing
_FOLLOWED = 10  # words between help and what became of it


def is_resumed(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """'this assistance', 'the mission', 'the 2011 audit': help by a short name after its first mention."""
    others = distance_to(sentence, hit, frozenset({"donor"})) is not None
    if (
        hit.concept == "mission"
        and not others
        and any(h.concept in BEFALLEN and gap(h, hit) <= _FOLLOWED for h in sentence.hits)
    ):
        return True
    if not mentioned.before or others:
        return False
    if hit.concept == "mission":
        return bool(mentioned.before & MISSIONS)
    if OWN_HELP in mentioned.before and _is_own(sentence, hit):
        return True
    if hit.words.startswith("disposi"):
        return False  # 'cette disposition', 'esta disposición': a provision
    known = bool(mentioned.before & _FAMILIES.get(hit.concept, frozenset({hit.concept})))
    defined = bool(_DEFINITE & set(words_before(sentence, hit.first, 2)))
    if known and defined and _is_followed_up(sentence, hit):
        return True
    if hit.concept in {"expertise", "advice"} and known:
        return defined and not hit.words.startswith(_PEOPLE)
    if hit.concept == "training" and hit.concept in mentioned.here:
        return defined or any(h.concept == "limited" for h in sentence.hits)
    return is_pointed_at(sentence, hit) and (known or hit.concept in _POINTED)


def _is_own(sentence: Sentence, hit: Hit) -> bool:
    """A paper of the Office: 'audits were carried out in Albania', 'the course is in its second month'."""
    if hit.words.startswith(_HELPING):
        return any(h.concept == "ongoing" and h.first < hit.first < h.last for h in sentence.hits)
    acts = any(h.concept in _TOLD_IN_PAPERS and h.first != hit.first and gap(h, hit) <= _REACH for h in sentence.hits)
    return hit.concept in {"training", "expertise", "project", "advice"} and acts


def _is_followed_up(sentence: Sentence, hit: Hit) -> bool:
    """'the project reached its end', 'la asistencia ofrecida': what became of help that was named before."""
    ended = any(h.concept in {"limited", "result", "put-off"} and gap(h, hit) <= _FOLLOWED for h in sentence.hits)
    given = any(h.concept in {"delivered", "at-disposal"} and h.first == hit.last for h in sentence.hits)
    return ended or (given and hit.concept == "aid" and not is_national(sentence, hit))


def is_pointed_at(sentence: Sentence, hit: Hit) -> bool:
    """'this assistance', 'the said project'; the 'that' of 'that the support' does not point."""
    return any(
        h.concept == "this" and 0 <= hit.first - h.last <= (0 if h.words in _CONJUNCTIONS else 1) for h in sentence.hits
    )
