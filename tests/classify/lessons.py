"""A small invented class: sentences whose first word decides, so that a model can be seen to learn."""

from pipeline.classify.heads import NO, YES
from pipeline.classify.linear import Lesson
from pipeline.vocabulary import FindingKind

_ACTS = ("reminded", "requested", "delivered")


def make_lessons() -> list[Lesson]:
    """Ninety lessons: thirty of nothing, and twenty of each of three acts, in thirty families."""
    lessons = []
    for number in range(90):
        act = _ACTS[number % 3] if number % 3 != 2 or number % 2 else None
        answers = {str(kind): NO for kind in FindingKind}
        if act:
            answers |= {"assistance": YES, "act": act, "speaker": "committee", "polarity": "asserted", "quoted": NO, "purpose": "application"}
        words = {f"w:{act or 'nothing'}", f"w:noise{number % 7}", "language:en"}
        lessons.append(Lesson(frozenset(words), answers, f"family {number % 30}"))
    return lessons
