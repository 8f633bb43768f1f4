"""Find: which sentences may say something of a kind, by the concepts that they hold; who speaks is decided after."""

from collections.abc import Iterator

from pipeline.find.givers import is_cooperation_with
from pipeline.find.help import is_help
from pipeline.find.office import is_at_work
from pipeline.find.words import BEFALLEN, MISSIONS, NAMED_HELP, OWN_HELP, PROVIDERS, WEAK_HELP, Mentioned
from pipeline.nlp import Candidate, Hit, Sentence
from pipeline.vocabulary import FindingKind

__all__ = ["MISSIONS", "OWN_HELP", "Mentioned", "find_candidates", "is_of_interest", "may_hold_findings"]

_SHORT = 6  # a run-in heading ('Failure to submit.') has fewer words than a sentence
_BODIES = frozenset({"other-body", "committee"})
_ASKS = frozenset({"asks", "requested"})
_SHORTEST = 4  # 'No report has followed.'
_PROGRESS = frozenset({"change", "with-satisfaction", "with-interest", "welcomes", "progress"})
_CONCERN = frozenset({"regret", "deplores", "concern"})
_MISSING = frozenset({"not-received", "no-reply", "urgent-appeal", "lack", "unanswered"})
_SUFFICIENT = NAMED_HELP | PROVIDERS | _PROGRESS | _CONCERN | (_MISSING - {"lack"})
_OF_INTEREST = (  # what is help where the Office does it needs a provider; a hope may be for help told before
    NAMED_HELP | WEAK_HELP | PROVIDERS | _PROGRESS | _CONCERN | _MISSING | {"responds", "hopes", "not-the-office"}
)
_DRAFT_SENT = frozenset({"not-the-office", "draft"})
_OWED = frozenset({"sends", "report", "asks-information", "on-reporting", "instruments", "on-submission"})


def may_hold_findings(concepts: frozenset[str], mentioned: Mentioned) -> bool:
    """Say whether a paragraph with these concepts may hold a candidate: the rest need not be cut into sentences."""
    if concepts & _SUFFICIENT or (mentioned.before and concepts & WEAK_HELP):
        return True
    if "mission" in concepts and concepts & BEFALLEN:
        return True
    return ("lack" in concepts and bool(concepts & _OWED)) or concepts >= _DRAFT_SENT


def is_of_interest(sentence: Sentence) -> bool:
    """Say whether a sentence holds any concept that a candidate could rest on: in all others nothing is found."""
    return any(hit.concept in _OF_INTEREST for hit in sentence.hits)


def find_candidates(sentence: Sentence, mentioned: Mentioned) -> tuple[Candidate, ...]:
    """Return what the sentence may say, given the help that the comment has named before it."""
    return tuple(_found(sentence, mentioned))


def _found(sentence: Sentence, mentioned: Mentioned) -> Iterator[Candidate]:
    anchors = _find_anchors(sentence, mentioned)
    if anchors and len(sentence.words) >= _SHORT:
        yield Candidate(FindingKind.ASSISTANCE, anchors)
    for kind, concepts in (
        (FindingKind.PROGRESS, _PROGRESS),
        (FindingKind.CONCERN, _CONCERN),
        (FindingKind.REPORTING, _MISSING),
    ):
        hits = tuple(hit for hit in sentence.hits if hit.concept in concepts)
        if hits and len(sentence.words) > (_SHORTEST if kind is FindingKind.REPORTING else _SHORT):
            yield Candidate(kind, hits)


def _find_anchors(sentence: Sentence, mentioned: Mentioned) -> tuple[Hit, ...]:
    """The words of help; where there are none, the Office itself, if it does something for the country."""
    named = tuple(hit for hit in sentence.hits if is_help(sentence, hit, mentioned))
    asked = any(hit.concept in _BODIES for hit in sentence.hits) and any(hit.concept in _ASKS for hit in sentence.hits)
    if OWN_HELP in mentioned.before and asked:
        return named  # a paper: 'the Governing Body asked the Office for a report'
    if named or any(is_cooperation_with(sentence, hit) for hit in sentence.hits):
        return named
    return tuple(hit for hit in sentence.hits if hit.concept == "office" and is_at_work(sentence, hit))
