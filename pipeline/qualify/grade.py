"""Progress, concern and missing reports: what grade a sentence states, or that it is a courtesy or another matter."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.voice import Turn
from pipeline.vocabulary import Grade

_NEAR = 6
_OBJECT_REACH = 12
_HELP = frozenset(
    {"TA", "TC", "AID", "MISSION", "TRAINING", "ADVICE", "MISSIONDC", "MISSIONTA", "MISSIONHT", "MISSIONHL"}
)
_PROGRESS_GRADES = {"WITHSATISFACTION": Grade.SATISFACTION, "WITHINTEREST": Grade.INTEREST}
_PROGRESS_ORDER = (Grade.OTHER, Grade.INTEREST, Grade.SATISFACTION)
_CONCERN_ORDER = (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)
_REPORT = frozenset({"REPORT", "REPORTDUTY"})


def grade_progress(sentence: Sentence, anchors: tuple[Hit, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of progress and its words; None for a courtesy."""
    graded = [(grade, hit) for hit in anchors if (grade := _progress_grade(sentence, hit)) is not None]
    return max(graded, key=lambda pair: _PROGRESS_ORDER.index(pair[0]), default=None)


def _progress_grade(sentence: Sentence, hit: Hit) -> Grade | None:
    if _is_courtesy(sentence, hit):
        return None
    if hit.concept in _PROGRESS_GRADES:
        return _PROGRESS_GRADES[hit.concept] if _is_noted(sentence, hit) else None
    if hit.concept == "PROGRESSNOUN":
        return Grade.OTHER if _is_noted(sentence, hit) and not _before(sentence, hit, "INFOREQ", 30) else None
    return Grade.OTHER


def _is_noted(sentence: Sentence, hit: Hit) -> bool:
    """The words of satisfaction, interest or progress must be the object of noting, welcoming or expressing."""
    return any(
        other.concept in {"NOTE", "EXPRESS", "PROGRESSWORD"}
        and (
            0 <= hit.first - other.last <= _NEAR or hit.concept in _PROGRESS_GRADES and 0 <= other.first - hit.last <= 3
        )
        for other in sentence.hits
    )


def _is_courtesy(sentence: Sentence, hit: Hit) -> bool:
    """What is noted is a report, information, a statement, a ratification or help: politeness, not progress."""
    following = [h for h in sentence.hits if 0 <= h.first - hit.last <= _OBJECT_REACH]
    head = next((h for h in following if h.concept in {"COURTESY", "EVIDENCE", "OUTCOME", "LEGISLP"} | _HELP), None)
    if head is None or head.concept in {"OUTCOME", "LEGISLP"}:
        return False
    if head.concept in _HELP:
        return True
    if head.concept == "COURTESY":
        return not any(h.concept in {"THAT", "EVIDENCE"} and 0 <= h.first - head.last <= 10 for h in following)
    return _is_about_reports(following)


def _is_about_reports(following: list[Hit]) -> bool:
    about = next(
        (h for h in following if h.concept in {"REPORT", "REPORTDUTY", "SUBMITDUTY", "RATIFYP", "LEGISLP"}), None
    )
    return about is not None and about.concept != "LEGISLP"


def grade_concern(sentence: Sentence, anchors: tuple[Hit, ...], turns: tuple[Turn, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of concern and its words; None where the concern is a thing talked about."""
    graded = [(grade, hit) for hit in anchors if (grade := _concern_grade(sentence, hit, turns)) is not None]
    return max(graded, key=lambda pair: _CONCERN_ORDER.index(pair[0]), default=None)


def _concern_grade(sentence: Sentence, hit: Hit, turns: tuple[Turn, ...]) -> Grade | None:
    if hit.concept == "DEPLORE":
        return Grade.DEEP_CONCERN
    if hit.concept == "REGRETWORD":
        return Grade.REGRET if any(turn.first == hit.first for turn in turns) or _is_expressed(sentence, hit) else None
    if not _is_expressed(sentence, hit):
        return None
    deep = any(h.concept == "DEEP" and max(h.first - hit.last, hit.first - h.last) <= 1 for h in sentence.hits)
    return Grade.DEEP_CONCERN if deep else Grade.CONCERN


def _is_expressed(sentence: Sentence, hit: Hit) -> bool:
    return any(other.concept in {"EXPRESS", "NOTE"} and 0 <= hit.first - other.last <= 4 for other in sentence.hits)


def grade_reporting(sentence: Sentence, anchors: tuple[Hit, ...], about_submission: bool) -> tuple[Grade, Hit] | None:  # noqa: FBT001 — a fact of the comment
    """Return which duty was not met and the words that say so; None where no report, reply or submission is missing."""
    urgent = next((hit for hit in anchors if hit.concept == "URGENTAPPEAL"), None)
    if urgent:
        return Grade.URGENT_APPEAL, urgent
    for hit in anchors:
        grade = _missing_grade(sentence, hit, about_submission)
        if grade:
            return grade, hit
    return None


def _missing_grade(sentence: Sentence, hit: Hit, about_submission: bool) -> Grade | None:  # noqa: FBT001
    subject = _nearest(sentence, hit, _REPORT | {"SUBMITDUTY", "PREVIOUSLY", "SAYNOUN"})
    if hit.concept == "NOREPLY":
        return Grade.REPLY_MISSING if _near(sentence, hit, {"PREVIOUSLY", "SAYNOUN", "REPORT", "INREPLY"}, 20) else None
    if _near(sentence, hit, {"SUBMITDUTY"}, 25) or about_submission and "sub" in hit.words:
        return Grade.SUBMISSION_MISSING
    if subject is None:
        return None
    if subject.concept in _REPORT or _near(sentence, hit, set(_REPORT), 10):
        return Grade.REPORT_MISSING
    return (
        Grade.REPLY_MISSING
        if subject.concept == "PREVIOUSLY" or "repl" in subject.words or "re" in subject.words[:2]
        else None
    )


def _nearest(sentence: Sentence, hit: Hit, concepts: frozenset[str]) -> Hit | None:
    near = [h for h in sentence.hits if h.concept in concepts and h is not hit]
    return min(near, key=lambda h: max(h.first - hit.last, hit.first - h.last, 0), default=None)


def _near(sentence: Sentence, hit: Hit, concepts: set[str], reach: int) -> bool:
    return any(h.concept in concepts and max(h.first - hit.last, hit.first - h.last, 0) <= reach for h in sentence.hits)


def _before(sentence: Sentence, hit: Hit, concept: str, reach: int) -> bool:
    return any(h.concept == concept and 0 <= hit.first - h.last <= reach for h in sentence.hits)
