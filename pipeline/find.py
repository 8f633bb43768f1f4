"""Find: which sentences may say something of a kind, by the concepts that they hold; who speaks is decided after."""

from collections.abc import Iterator

from pipeline.nlp import Candidate, Hit, Sentence
from pipeline.vocabulary import FindingKind

MISSIONS = frozenset({
    "MISSIONDC", "MISSIONTA", "MISSIONHT", "MISSIONHL", "MISSIONPR", "MISSIONFU", "MISSIONTM", "MISSIONOT",
})  # fmt: skip
_NAMED_HELP = frozenset({"TA", "TC"}) | MISSIONS
_WEAK_HELP = frozenset({"AID", "TRAINING", "ADVICE", "EXPERTISE", "PROJECT", "ROADMAP", "MISSION", "DISPOSAL"})
_RESUMED = frozenset({"AID", "TRAINING", "ADVICE", "EXPERTISE", "PROJECT", "ROADMAP"})
_PROVIDERS = frozenset({"OFFICE", "PROGRAMME"})
_REACH = 9  # words between a weak word of help and the provider that makes it the ILO's
_SHORT = 6  # a run-in heading ('Failure to submit.') has fewer words than a sentence
_PROGRESS = frozenset({"WITHSATISFACTION", "WITHINTEREST", "PROGRESSWORD", "PROGRESSNOUN"})
_CONCERN = frozenset({"REGRETWORD", "DEPLORE", "CONCERNWORD"})
_MISSING = frozenset({"NOTRECEIVED", "NOREPLY", "URGENTAPPEAL", "LACK", "ANSWERLACK"})


def find_candidates(sentence: Sentence, help_before: frozenset[str]) -> tuple[Candidate, ...]:
    """Return what the sentence may say; `help_before` are the concepts of ILO help that the comment has named so far."""
    return tuple(_found(sentence, help_before))


def _found(sentence: Sentence, help_before: frozenset[str]) -> Iterator[Candidate]:
    anchors = tuple(hit for hit in sentence.hits if _is_anchor(sentence, hit, help_before))
    if anchors:
        yield Candidate(FindingKind.ASSISTANCE, anchors)
    for kind, concepts in (
        (FindingKind.PROGRESS, _PROGRESS),
        (FindingKind.CONCERN, _CONCERN),
        (FindingKind.REPORTING, _MISSING),
    ):
        hits = tuple(hit for hit in sentence.hits if hit.concept in concepts)
        if hits and len(sentence.words) > _SHORT:
            yield Candidate(kind, hits)


def _is_anchor(sentence: Sentence, hit: Hit, help_before: frozenset[str]) -> bool:
    if hit.concept == "PROGRAMME":
        return True
    if hit.concept in _NAMED_HELP:
        return _is_ours(sentence, hit, help_before)
    if hit.concept == "AVAIL":
        return _turns_to_office(sentence, hit)
    if hit.concept == "RESPOND":
        return bool(help_before) and _is_provided(sentence, hit)
    return hit.concept in _WEAK_HELP and (_is_provided(sentence, hit) or _is_resumed(sentence, hit, help_before))


def _turns_to_office(sentence: Sentence, hit: Hit) -> bool:
    """'may turn to the Office', 's'adresser au Bureau', 'acudir a la Oficina': help without a word of help."""
    return any(h.concept == "OFFICE" and 0 <= h.first - hit.last <= 3 for h in sentence.hits)


def _is_ours(sentence: Sentence, hit: Hit, help_before: frozenset[str]) -> bool:
    """A named form of help is the ILO's unless another giver stands nearer or a national agency gives it."""
    donors = _distance_to(sentence, hit, frozenset({"DONOR"}))
    providers = _distance_to(sentence, hit, _PROVIDERS)
    if hit.concept in MISSIONS:
        return donors is None or providers is not None
    if providers is None:
        return donors is None and not _is_national(sentence, hit) and (hit.concept == "TA" or bool(help_before))
    return donors is None or providers <= donors + 2


def _is_national(sentence: Sentence, hit: Hit) -> bool:
    """'The Ministry provides technical assistance to …', 'offered to the parties by the Conciliation Board'."""
    given = any(h.concept == "DELIVER" and 0 <= hit.first - h.last <= 3 for h in sentence.hits)
    giver = any(h.concept == "GOV" and 0 <= hit.first - h.last <= 8 for h in sentence.hits)
    client = any(h.concept in {"CLIENT", "WORKERS", "EMPLOYERS"} and 0 <= h.first - hit.last <= 5 for h in sentence.hits)
    after = sentence.words[hit.last - sentence.first : hit.last - sentence.first + 9]
    return client or (given and giver) or bool({"by", "par", "por"} & set(after))


def _is_provided(sentence: Sentence, hit: Hit) -> bool:
    providers = _distance_to(sentence, hit, _PROVIDERS)
    donors = _distance_to(sentence, hit, frozenset({"DONOR"}))
    return providers is not None and providers <= _REACH and (donors is None or providers <= donors)


def _is_resumed(sentence: Sentence, hit: Hit, help_before: frozenset[str]) -> bool:
    """'this assistance', 'the mission', 'the 2011 audit': help by a short name after its first mention."""
    if _distance_to(sentence, hit, frozenset({"DONOR"})) is not None:
        return False
    if hit.concept == "MISSION":
        return bool(help_before & MISSIONS)
    known = hit.concept in help_before or (hit.concept == "AID" and "TA" in help_before)
    pointed = any(h.concept == "DEFINITE" and 0 <= hit.first - h.last <= 1 for h in sentence.hits)
    return hit.concept in _RESUMED and known and pointed


def _distance_to(sentence: Sentence, hit: Hit, concepts: frozenset[str]) -> int | None:
    return min((_gap(hit, other) for other in sentence.hits if other.concept in concepts), default=None)


def _gap(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)
