"""Find: which sentences may say something of a kind, by the concepts they hold. Who speaks and what holds comes after."""

from collections.abc import Iterator

from pipeline.nlp import Candidate, Hit, Sentence
from pipeline.vocabulary import FindingKind

MISSIONS = frozenset({
    "MISSIONDC", "MISSIONTA", "MISSIONHT", "MISSIONHL", "MISSIONPR", "MISSIONFU", "MISSIONTM", "MISSIONOT",
})  # fmt: skip
_NAMED_HELP = frozenset({"TA", "TC"}) | MISSIONS
_WEAK_HELP = frozenset({"AID", "TRAINING", "ADVICE", "PROJECT", "ROADMAP", "MISSION"})
_PROVIDERS = frozenset({"OFFICE", "PROGRAMME"})
_REACH = 9  # words between a weak word of help and the provider that makes it the ILO's
_PROGRESS = frozenset({"WITHSATISFACTION", "WITHINTEREST", "PROGRESSWORD", "PROGRESSNOUN"})
_CONCERN = frozenset({"REGRETWORD", "DEPLORE", "CONCERNWORD"})
_MISSING = frozenset({"NOTRECEIVED", "NOREPLY", "URGENTAPPEAL"})


def find_candidates(sentence: Sentence, help_before: frozenset[str]) -> tuple[Candidate, ...]:
    """Return what the sentence may say; `help_before` are the concepts of ILO help that its paragraph named before it."""
    return tuple(_found(sentence, help_before))


def _found(sentence: Sentence, help_before: frozenset[str]) -> Iterator[Candidate]:
    anchors = tuple(_help_anchors(sentence, help_before))
    if anchors:
        yield Candidate(FindingKind.ASSISTANCE, anchors)
    for kind, concepts in (
        (FindingKind.PROGRESS, _PROGRESS),
        (FindingKind.CONCERN, _CONCERN),
        (FindingKind.REPORTING, _MISSING),
    ):
        hits = tuple(hit for hit in sentence.hits if hit.concept in concepts)
        if hits:
            yield Candidate(kind, hits)


def _help_anchors(sentence: Sentence, help_before: frozenset[str]) -> Iterator[Hit]:
    hits = sentence.hits
    providers = [hit for hit in hits if hit.concept in _PROVIDERS]
    donors = [hit for hit in hits if hit.concept == "DONOR"]
    clients = [hit for hit in hits if hit.concept == "CLIENT"]
    for hit in hits:
        if hit.concept in _NAMED_HELP and _is_ours(hit, providers, donors, clients):
            yield hit
        elif hit.concept in _WEAK_HELP and _is_provided(hit, providers, donors):
            yield hit
        elif hit.concept == "MISSION" and not donors and help_before & MISSIONS:
            yield hit
        elif hit.concept == "DISPOSAL" and _is_provided(hit, providers, donors):
            yield hit
        elif hit.concept == "PROGRAMME":
            yield hit


def _is_ours(hit: Hit, providers: list[Hit], donors: list[Hit], clients: list[Hit]) -> bool:
    """A named form of help is the ILO's unless another giver stands nearer, or it goes to clients of a national agency."""
    if hit.concept in MISSIONS:
        return not donors or bool(providers)
    nearest = _nearest(hit, providers)
    if nearest is None:
        return not donors and not any(0 <= client.first - hit.last <= 4 for client in clients)
    return all(nearest <= _distance(hit, donor) + 2 for donor in donors)


def _is_provided(hit: Hit, providers: list[Hit], donors: list[Hit]) -> bool:
    nearest = _nearest(hit, providers)
    if nearest is None or nearest > _REACH:
        return False
    return all(nearest <= _distance(hit, donor) for donor in donors)


def _nearest(hit: Hit, others: list[Hit]) -> int | None:
    return min((_distance(hit, other) for other in others), default=None)


def _distance(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)
