"""What the help is called, what it is for, who asked and why: attributes read from the concepts of the sentence."""

from pipeline.nlp import Sentence
from pipeline.vocabulary import Act, CommentKind, Mission, Purpose, Requester, Speaker, Term, Trigger

_TERMS = {
    "technical-assistance": Term.TECHNICAL_ASSISTANCE,
    "expertise": Term.TECHNICAL_ASSISTANCE,
    "technical-cooperation": Term.TECHNICAL_COOPERATION,
    "project": Term.TECHNICAL_COOPERATION,
    "programme": Term.TECHNICAL_COOPERATION,
    "road-map": Term.TECHNICAL_COOPERATION,
    "training": Term.TRAINING,
    "advice": Term.ADVICE,
    "shown-to": Term.ADVICE,
    "not-the-office": Term.ADVICE,
}
_VERB_TERMS = {"counsels": Term.ADVICE, "teaches": Term.TRAINING}  # where no noun of help is named
_UNNAMED = frozenset({"office", "at-disposal"})  # anchors that say who helps, not how: the sentence may
_MISSIONS = {
    "direct-contacts-mission": Mission.DIRECT_CONTACTS,
    "technical-advisory-mission": Mission.TECHNICAL_ADVISORY,
    "high-level-tripartite-mission": Mission.HIGH_LEVEL_TRIPARTITE,
    "high-level-mission": Mission.HIGH_LEVEL,
    "preliminary-mission": Mission.PRELIMINARY,
    "follow-up-mission": Mission.FOLLOW_UP,
    "technical-assistance-mission": Mission.OTHER,
    "other-mission": Mission.OTHER,
    "mission": Mission.OTHER,
    "visit": Mission.OTHER,
}
_PURPOSES = (
    ("on-submission", Purpose.SUBMISSION),
    ("on-reporting", Purpose.REPORTING),
    ("on-ratification", Purpose.RATIFICATION),
    ("on-statistics", Purpose.STATISTICS),
    ("on-dialogue", Purpose.SOCIAL_DIALOGUE),
    ("on-inspection", Purpose.INSPECTION),
    ("on-legislation", Purpose.LEGISLATION),
)
_KIND_PURPOSES = {
    CommentKind.SUBMISSION_OBSERVATION: Purpose.SUBMISSION,
    CommentKind.SUBMISSION_DIRECT_REQUEST: Purpose.SUBMISSION,
    CommentKind.GENERAL_OBSERVATION: Purpose.REPORTING,
    CommentKind.GENERAL_DIRECT_REQUEST: Purpose.REPORTING,
    CommentKind.SERIOUS_FAILURE: Purpose.REPORTING,
}
_GIVEN = frozenset({
    "technical-assistance", "technical-cooperation", "aid", "office", "programme", "responds", "at-disposal", "mission",
    "expertise", "advice",
})  # fmt: skip
_LITTLE = 4  # words after the help that say nothing of its purpose
_REQUESTERS = {
    Speaker.GOVERNMENT: Requester.GOVERNMENT,
    Speaker.COMMITTEE: Requester.GOVERNMENT,
    Speaker.OFFICE: Requester.GOVERNMENT,
    Speaker.WORKERS: Requester.WORKERS,
    Speaker.EMPLOYERS: Requester.EMPLOYERS,
}


def read_terms(sentence: Sentence, anchors: frozenset[str]) -> tuple[Term, ...]:
    """Return the forms of help that the anchors name; plain assistance by the ILO is technical assistance."""
    concepts = _concepts(sentence)
    found = {_TERMS[concept] for concept in anchors if concept in _TERMS}
    if not found and not anchors & {"aid", *_MISSIONS}:
        found = {_VERB_TERMS[concept] for concept in anchors if concept in _VERB_TERMS}
    if anchors <= _UNNAMED:
        found = {_TERMS[concept] for concept in ("training", "advice") if concept in concepts}
    if anchors & set(_MISSIONS):
        found.add(Term.MISSION)
    if "technical-assistance-mission" in anchors:
        found.add(Term.TECHNICAL_ASSISTANCE)
    if not found or anchors == {"aid"} or anchors & {"at-disposal"} and "technical-assistance" in concepts:
        found.add(Term.TECHNICAL_ASSISTANCE)
    if anchors & {"programme", "project"} and _is_paid_for(sentence):
        found.discard(Term.TECHNICAL_ASSISTANCE)
    return tuple(term for term in Term if term in found)


def _is_paid_for(sentence: Sentence) -> bool:
    """'with the technical and financial support of IPEC': the support is the programme's, one form of help."""
    named = [hit for hit in sentence.hits if hit.concept == "technical-assistance"]
    return bool(named) and all("financ" in hit.words for hit in named)


def read_missions(anchors: frozenset[str]) -> tuple[Mission, ...]:
    """Return the types of the missions named; a bare mission beside a typed one adds nothing."""
    found = {_MISSIONS[concept] for concept in anchors if concept in _MISSIONS}
    if len(found) > 1:
        found.discard(Mission.OTHER)
    return tuple(mission for mission in Mission if mission in found)


def read_purpose(sentence: Sentence, kind: CommentKind | None, before: Purpose | None) -> Purpose:
    """Return what the help is for: the narrowest purpose named, or that of the sentence before where it is taken up."""
    concepts = _concepts(sentence)
    for concept, purpose in _PURPOSES[:2]:
        if concept in concepts:
            return purpose
    if kind in _KIND_PURPOSES:
        return _KIND_PURPOSES[kind]
    named = next((purpose for concept, purpose in _PURPOSES if concept in concepts), None)
    if named is None and (points_back(sentence) or _says_no_more(sentence)):
        named = before
    return named or Purpose.APPLICATION


def _says_no_more(sentence: Sentence) -> bool:
    """The sentence ends with the help, or with the Office that gives it: what it is for was said before."""
    ends = [hit.last for hit in sentence.hits if hit.concept in _GIVEN]
    return bool(ends) and sentence.first + len(sentence.words) - max(ends) <= _LITTLE


def read_requester(sentence: Sentence, act: Act, speaker: Speaker) -> Requester | None:
    """Return who asked, of requested help: the one whose statement it is, or the social partners together."""
    if act is not Act.REQUESTED:
        return None
    if "partners" in _concepts(sentence) and "government" not in _concepts(sentence):
        return Requester.TRIPARTITE
    return _REQUESTERS.get(speaker)


def read_trigger(sentence: Sentence, requester: Requester | None, replying: Speaker | None) -> Trigger | None:
    """Return what made them ask: a reply, a suggestion of the bodies, or (of a government) its own initiative."""
    if requester is None:
        return None
    if requester is not Requester.GOVERNMENT:
        return Trigger.UNKNOWN
    concepts = _concepts(sentence)
    if "in-reply" in concepts and "workers" in concepts or replying is Speaker.WORKERS:
        return Trigger.REPLY_TO_WORKERS
    if "in-reply" in concepts and "employers" in concepts or replying is Speaker.EMPLOYERS:
        return Trigger.REPLY_TO_EMPLOYERS
    return Trigger.SUPERVISORY_SUGGESTION if "as-suggested" in concepts else Trigger.OWN_INITIATIVE


def _concepts(sentence: Sentence) -> frozenset[str]:
    return frozenset(hit.concept for hit in sentence.hits)


def points_back(sentence: Sentence) -> bool:
    """'in this regard', 'à cet égard', 'con este fin': the sentence before is meant."""
    return "taken-up" in _concepts(sentence)


def named_purpose(sentence: Sentence) -> Purpose | None:
    """Return the purpose whose words the sentence holds, for the sentence after it that says 'in this regard'."""
    concepts = _concepts(sentence)
    return next((purpose for concept, purpose in _PURPOSES if concept in concepts), None)
