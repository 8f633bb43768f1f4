"""Progress, concern and missing reports: what grade a sentence states, or that it is a courtesy or another matter."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.voice import Turn
from pipeline.vocabulary import Grade

_NEAR = 6
_OBJECT_REACH = 12
_HELP = frozenset(
    {
        "technical-assistance",
        "technical-cooperation",
        "aid",
        "mission",
        "training",
        "advice",
        "expertise",
        "other-mission",
        "direct-contacts-mission",
        "technical-advisory-mission",
        "high-level-tripartite-mission",
        "high-level-mission",
    }
)
_CHANGES = frozenset({"outcome", "outcome-noun", "on-legislation", "result"})
_FORMALITIES = frozenset({"report", "on-reporting", "on-submission", "on-ratification"})
_OBJECTS = _CHANGES | _FORMALITIES | _HELP | {"courtesy"}
_WEAK = frozenset({"aid", "training", "advice", "expertise", "mission"})
_PROGRESS_GRADES = {"with-satisfaction": Grade.SATISFACTION, "with-interest": Grade.INTEREST}
_PROGRESS_ORDER = (Grade.OTHER, Grade.INTEREST, Grade.SATISFACTION)
_CONCERN_ORDER = (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)
_REPORT = frozenset({"report", "on-reporting"})


_FAR = 80  # words: lists of instruments and Conventions stand between subject and verb
_NEAR_VERB = 14
_NEAR_REPORT = 22
_INSTRUMENTS = (
    "convent",
    "conveni",
    "protocol",
    "instrument",
    "recommend",
    "recomend",
    "submission",
    "soumission",
    "sumision",
)
_SUBMIT = ("submi", "plac", "laid", "lay", "tabl", "brought", "soumi", "soume", "depos", "present", "somet", "elev")
_NONE = frozenset({"none", "no", "aucun", "aucune", "ningun", "ninguna", "ninguno"})
_DUE = frozenset({
    "outstanding", "overdue", "still due", "pending", "dus depuis",
    "pendiente", "pendientes", "adeuda", "adeudadas", "attendu", "attendus", "en attente", "restent dus",
})  # fmt: skip


def grade_progress(sentence: Sentence, anchors: tuple[Hit, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of progress and its words; None for a courtesy."""
    graded = [(grade, hit) for hit in anchors if (grade := _progress_grade(sentence, hit)) is not None]
    return max(graded, key=lambda pair: _PROGRESS_ORDER.index(pair[0]), default=None)


def _progress_grade(sentence: Sentence, hit: Hit) -> Grade | None:
    if _is_courtesy(sentence, hit):
        return None
    if hit.concept in _PROGRESS_GRADES:
        return _PROGRESS_GRADES[hit.concept] if _is_noted(sentence, hit) else None
    if hit.concept == "progress" and _before(sentence, hit, "not", 2):
        return None
    if hit.concept == "progress":
        return Grade.OTHER if _is_noted(sentence, hit) and not _before(sentence, hit, "asks-information", 30) else None
    return Grade.OTHER


def _is_noted(sentence: Sentence, hit: Hit) -> bool:
    """The words of satisfaction, interest or progress must be the object of noting, welcoming or expressing."""
    return any(
        other.concept in {"notes", "expresses", "welcomes"}
        and (
            0 <= hit.first - other.last <= _NEAR or hit.concept in _PROGRESS_GRADES and 0 <= other.first - hit.last <= 3
        )
        for other in sentence.hits
    )


def _is_courtesy(sentence: Sentence, hit: Hit) -> bool:
    """What is noted is a report, information, a statement, a ratification or help: politeness, not progress."""
    following = [h for h in sentence.hits if 0 <= h.first - hit.last <= _OBJECT_REACH]
    heads = [h for h in following if h.concept in _OBJECTS and (h.concept not in _WEAK or _is_the_offices(sentence, h))]
    if heads and heads[0].words.startswith("ratif"):
        return True
    if not heads or heads[0].concept in _CHANGES:
        return False
    changed = any(h.concept in _CHANGES and h.first > heads[0].first for h in sentence.hits)
    formal = any(h.concept in _FORMALITIES | {"instruments"} for h in following)
    if heads[0].concept in _HELP:
        return formal or not changed
    if heads[0].concept in _FORMALITIES:
        return True
    if any(h.concept in {"on-submission", "instruments"} for h in sentence.hits):
        return True
    said = any(h.concept == "that" and 0 <= h.first - heads[0].last <= 10 for h in following)
    return not (said and changed)


def _is_the_offices(sentence: Sentence, hit: Hit) -> bool:
    return any(h.concept in {"office", "programme"} and _gap(h, hit) <= 9 for h in sentence.hits)


def grade_concern(sentence: Sentence, anchors: tuple[Hit, ...], turns: tuple[Turn, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of concern and its words; None where the concern is a thing talked about."""
    graded = [(grade, hit) for hit in anchors if (grade := _concern_grade(sentence, hit, turns)) is not None]
    return max(graded, key=lambda pair: _CONCERN_ORDER.index(pair[0]), default=None)


def _concern_grade(sentence: Sentence, hit: Hit, turns: tuple[Turn, ...]) -> Grade | None:
    if hit.concept == "deplores":
        return Grade.DEEP_CONCERN
    if hit.concept == "regret":
        return Grade.REGRET if any(turn.first == hit.first for turn in turns) or _is_expressed(sentence, hit) else None
    if not _is_expressed(sentence, hit):
        return None
    deep = any(h.concept == "deep" and max(h.first - hit.last, hit.first - h.last) <= 1 for h in sentence.hits)
    return Grade.DEEP_CONCERN if deep else Grade.CONCERN


def _is_expressed(sentence: Sentence, hit: Hit) -> bool:
    return any(
        (other.concept in {"expresses", "notes"} and (0 <= hit.first - other.last <= 4 or other.first == hit.first))
        or (other.concept == "committee" and 0 <= other.first - hit.last <= 1)  # 'Preocupa a la Comisión'
        for other in sentence.hits
    )


def _gap(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)


def _near(sentence: Sentence, hit: Hit, concepts: set[str], reach: int) -> bool:
    return any(h.concept in concepts and max(h.first - hit.last, hit.first - h.last, 0) <= reach for h in sentence.hits)


def _before(sentence: Sentence, hit: Hit, concept: str, reach: int) -> bool:
    return any(h.concept == concept and 0 <= hit.first - h.last <= reach for h in sentence.hits)
