"""What the help is called, what it is for, who asked and why; every sentence is invented."""

import pytest

from pipeline.qualify import Claim
from pipeline.vocabulary import CommentKind, Mission, Purpose, Requester, Speaker, Term, Trigger
from tests.mining import claim_of, say

TA, TC, MISSION, TRAINING, ADVICE = (
    Term.TECHNICAL_ASSISTANCE,
    Term.TECHNICAL_COOPERATION,
    Term.MISSION,
    Term.TRAINING,
    Term.ADVICE,
)


def help_in(language: str, sentence: str, before: str = "", kind: CommentKind = CommentKind.OBSERVATION) -> Claim:
    claim = claim_of(say(language, sentence, before=before, kind=kind))
    assert claim is not None
    return claim


TERMS = [
    ("en", {TA}, "The Committee invites the Government to avail itself of ILO technical assistance."),
    ("en", {TC}, "The ILO is carrying out a technical cooperation project in the country."),
    ("en", {TRAINING}, "Labour inspectors received training from the ILO in 2009."),
    ("en", {ADVICE}, "The Government indicates that it has asked the ILO for advice on the draft bill."),
    ("en", {MISSION}, "A direct contacts mission visited the country in June."),
    ("en", {TA, MISSION}, "An ILO technical assistance mission visited the country in June."),
    ("fr", {TA}, "La commission invite le gouvernement à recourir à l'assistance technique du BIT."),
    ("fr", {TC}, "Le BIT exécute un projet de coopération technique dans le pays."),
    ("fr", {TRAINING}, "Les inspecteurs ont reçu une formation dispensée par le BIT."),
    ("fr", {TA, MISSION}, "Une mission d'assistance technique du BIT s'est rendue dans le pays."),
    ("es", {TA}, "La Comisión invita al Gobierno a recurrir a la asistencia técnica de la OIT."),
    ("es", {TC}, "La OIT ejecuta un proyecto de cooperación técnica en el país."),
    ("es", {TRAINING}, "Los inspectores recibieron formación de la OIT."),
    ("es", {TA, MISSION}, "Una misión de asistencia técnica de la OIT visitó el país."),
]


@pytest.mark.parametrize(("language", "terms", "sentence"), TERMS)
def test_what_the_help_is_called(language: str, terms: set[Term], sentence: str):
    assert set(help_in(language, sentence).term) == terms


MISSIONS = [
    ("en", Mission.DIRECT_CONTACTS, "A direct contacts mission visited the country."),
    ("en", Mission.TECHNICAL_ADVISORY, "A technical advisory mission visited the country."),
    ("en", Mission.HIGH_LEVEL_TRIPARTITE, "A high-level tripartite mission visited the country."),
    ("en", Mission.HIGH_LEVEL, "A high-level mission of the ILO visited the country."),
    ("en", Mission.PRELIMINARY, "A preliminary mission of the ILO visited the country."),
    ("en", Mission.FOLLOW_UP, "A follow-up mission of the ILO visited the country."),
    ("en", Mission.OTHER, "A mission of the ILO visited the country."),
    ("fr", Mission.DIRECT_CONTACTS, "Une mission de contacts directs s'est rendue dans le pays."),
    ("fr", Mission.HIGH_LEVEL_TRIPARTITE, "Une mission tripartite de haut niveau s'est rendue dans le pays."),
    ("es", Mission.DIRECT_CONTACTS, "Una misión de contactos directos visitó el país."),
    ("es", Mission.HIGH_LEVEL_TRIPARTITE, "Una misión tripartita de alto nivel visitó el país."),
]


@pytest.mark.parametrize(("language", "mission", "sentence"), MISSIONS)
def test_which_mission_it_was(language: str, mission: Mission, sentence: str):
    claim = help_in(language, sentence)
    assert (claim.mission, MISSION in claim.term) == ((mission,), True)


def test_help_without_a_mission_names_none():
    assert help_in("en", "The Committee invites the Government to seek ILO technical assistance.").mission == ()


PURPOSES = [
    ("en", Purpose.APPLICATION, "The Committee invites the Government to seek ILO technical assistance."),
    (
        "en",
        Purpose.LEGISLATION,
        "The Committee invites the Government to seek ILO technical assistance in drafting the new Labour Code.",
    ),
    (
        "en",
        Purpose.RATIFICATION,
        "The ILO gave technical assistance with a view to the ratification of the Convention.",
    ),
    ("en", Purpose.REPORTING, "The ILO gave technical assistance in the preparation of the reports due."),
    (
        "en",
        Purpose.SUBMISSION,
        "The Committee recalls that ILO technical assistance is available for submission to the competent authorities.",
    ),
    ("en", Purpose.SOCIAL_DIALOGUE, "The ILO gave technical assistance to promote social dialogue."),
    ("en", Purpose.INSPECTION, "The ILO gave technical assistance to the labour inspectorate."),
    ("en", Purpose.STATISTICS, "The ILO gave technical assistance in the field of labour statistics."),
    (
        "fr",
        Purpose.LEGISLATION,
        "La commission invite le gouvernement à recourir à l'assistance technique du BIT pour réviser le Code du travail.",
    ),
    ("fr", Purpose.INSPECTION, "Le BIT a fourni une assistance technique à l'inspection du travail."),
    (
        "es",
        Purpose.LEGISLATION,
        "La Comisión invita al Gobierno a recurrir a la asistencia técnica de la OIT para reformar el Código del Trabajo.",
    ),
    ("es", Purpose.INSPECTION, "La OIT prestó asistencia técnica a la inspección del trabajo."),
]


@pytest.mark.parametrize(("language", "purpose", "sentence"), PURPOSES)
def test_what_the_help_is_for(language: str, purpose: Purpose, sentence: str):
    assert help_in(language, sentence).purpose is purpose


KIND_PURPOSES = [
    (CommentKind.SUBMISSION_OBSERVATION, Purpose.SUBMISSION),
    (CommentKind.GENERAL_OBSERVATION, Purpose.REPORTING),
    (CommentKind.SERIOUS_FAILURE, Purpose.REPORTING),
    (CommentKind.OBSERVATION, Purpose.APPLICATION),
]


@pytest.mark.parametrize(("kind", "purpose"), KIND_PURPOSES)
def test_the_kind_of_comment_says_what_plain_help_is_for(kind: CommentKind, purpose: Purpose):
    assert (
        help_in("en", "The Committee invites the Government to seek ILO technical assistance.", kind=kind).purpose
        is purpose
    )


def test_in_this_regard_takes_up_the_purpose_of_the_sentence_before():
    before = "The Committee notes that no statistics of occupational accidents are compiled."
    sentence = "It invites the Government to seek ILO technical assistance in this regard."
    assert help_in("en", sentence, before).purpose is Purpose.STATISTICS


REQUESTS = [
    (
        "en",
        Requester.GOVERNMENT,
        Trigger.OWN_INITIATIVE,
        "The Government indicates that it has requested ILO technical assistance.",
    ),
    (
        "en",
        Requester.GOVERNMENT,
        Trigger.SUPERVISORY_SUGGESTION,
        "The Government indicates that, as suggested by the Committee, it has requested ILO technical assistance.",
    ),
    (
        "en",
        Requester.GOVERNMENT,
        Trigger.REPLY_TO_WORKERS,
        "In reply to the observations of the trade union, the Government indicates that it has requested ILO technical assistance.",
    ),
    (
        "en",
        Requester.WORKERS,
        Trigger.UNKNOWN,
        "The trade union indicates that it has requested the technical assistance of the ILO.",
    ),
    (
        "en",
        Requester.EMPLOYERS,
        Trigger.UNKNOWN,
        "The employers' organization indicates that it has asked the ILO for advice on the draft bill.",
    ),
    (
        "fr",
        Requester.GOVERNMENT,
        Trigger.OWN_INITIATIVE,
        "Le gouvernement indique qu'il a sollicité l'assistance technique du BIT.",
    ),
    (
        "fr",
        Requester.EMPLOYERS,
        Trigger.UNKNOWN,
        "L'organisation d'employeurs indique qu'elle a demandé l'avis du BIT sur le projet de loi.",
    ),
    (
        "es",
        Requester.GOVERNMENT,
        Trigger.OWN_INITIATIVE,
        "El Gobierno indica que ha solicitado la asistencia técnica de la OIT.",
    ),
    (
        "es",
        Requester.EMPLOYERS,
        Trigger.UNKNOWN,
        "La organización de empleadores indica que ha solicitado la opinión de la OIT sobre el proyecto de ley.",
    ),
]


@pytest.mark.parametrize(("language", "requester", "trigger", "sentence"), REQUESTS)
def test_who_asked_and_why(language: str, requester: Requester, trigger: Trigger, sentence: str):
    claim = help_in(language, sentence)
    assert (claim.requester, claim.trigger) == (requester, trigger)


def test_a_request_after_what_a_union_says_is_a_reply_to_workers():
    claim = help_in(
        "en",
        "The Government indicates that it has requested ILO technical assistance.",
        "The trade union states that wages are low.",
    )
    assert (claim.speaker, claim.trigger) == (Speaker.GOVERNMENT, Trigger.REPLY_TO_WORKERS)


def test_only_a_request_has_a_requester_and_a_trigger():
    claim = help_in("en", "The Committee invites the Government to seek ILO technical assistance.")
    assert (claim.requester, claim.trigger) == (None, None)
