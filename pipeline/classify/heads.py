"""The questions that a model answers: is there a finding of a kind, and with which value of each attribute."""

from enum import StrEnum
from typing import NamedTuple

from pipeline.vocabulary import Act, FindingKind, Grade, Polarity, Purpose, Speaker

YES, NO = "yes", "no"


class Head(NamedTuple):
    """One question: asked of every sentence (kind None) or of those with a finding of a kind, with its answers."""

    name: str
    kind: FindingKind | None
    answers: tuple[str, ...]


def _words(*words: StrEnum) -> tuple[str, ...]:
    return tuple(map(str, words))


HEADS = (
    *(Head(str(kind), None, (YES, NO)) for kind in FindingKind),
    Head("act", FindingKind.ASSISTANCE, _words(*Act)),
    Head("speaker", FindingKind.ASSISTANCE, _words(*Speaker)),
    Head("polarity", FindingKind.ASSISTANCE, _words(*Polarity)),
    Head("quoted", FindingKind.ASSISTANCE, (YES, NO)),
    Head("purpose", FindingKind.ASSISTANCE, _words(*Purpose)),
    Head("progress-grade", FindingKind.PROGRESS, _words(Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)),
    Head("concern-grade", FindingKind.CONCERN, _words(Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)),
    Head(
        "reporting-grade",
        FindingKind.REPORTING,
        _words(Grade.REPORT_MISSING, Grade.REPLY_MISSING, Grade.SUBMISSION_MISSING, Grade.URGENT_APPEAL),
    ),
)
