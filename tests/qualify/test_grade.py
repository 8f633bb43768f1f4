"""Progress, concern and missing reports, and what only sounds like them; every sentence is invented."""

import pytest

from pipeline.vocabulary import CommentKind, FindingKind, Grade
from tests.mining import claim_of, say

PROGRESS, CONCERN, REPORTING = FindingKind.PROGRESS, FindingKind.CONCERN, FindingKind.REPORTING
SATISFACTION, INTEREST, OTHER = Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER
REGRET, WORRY, DEEP = Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN
REPORT, REPLY, SUBMISSION, URGENT = (
    Grade.REPORT_MISSING,
    Grade.REPLY_MISSING,
    Grade.SUBMISSION_MISSING,
    Grade.URGENT_APPEAL,
)

GRADES = [
    (
        "en",
        PROGRESS,
        SATISFACTION,
        "The Committee notes with satisfaction that section 4 of the Act was repealed in 2009.",
    ),
    ("en", PROGRESS, INTEREST, "The Committee notes with interest that a new Labour Code was adopted in March."),
    ("en", PROGRESS, INTEREST, "The Committee notes with interest the adoption of Act No. 12 on equal pay."),
    ("en", PROGRESS, INTEREST, "The Committee takes note of this information with interest."),
    ("fr", PROGRESS, SATISFACTION, "La commission prend note avec satisfaction de ces informations."),
    ("es", PROGRESS, INTEREST, "La Comisión toma nota con interés de estas informaciones."),
    ("en", PROGRESS, OTHER, "The Committee welcomes the repeal of the provisions that allowed forced labour."),
    ("en", PROGRESS, OTHER, "The Committee notes the progress made in reducing the number of children at work."),
    ("en", CONCERN, REGRET, "The Committee regrets that no measures have been taken to repeal section 4 of the Act."),
    ("en", CONCERN, REGRET, "The Committee deeply regrets that the union leaders are still in prison."),
    ("en", CONCERN, WORRY, "The Committee expresses its concern at the high number of fatal accidents in mines."),
    ("en", CONCERN, WORRY, "The Committee notes with concern that wages have not been paid for two years."),
    ("en", CONCERN, DEEP, "The Committee expresses its deep concern at the arrest of the union leaders."),
    ("en", CONCERN, DEEP, "The Committee deplores the murder of the president of the union."),
    ("en", REPORTING, REPORT, "The Committee notes with regret that the Government's report has not been received."),
    ("en", REPORTING, REPORT, "The Committee notes with deep concern that the reports due have not been sent."),
    (
        "en",
        REPORTING,
        REPLY,
        "The Committee notes with regret that the report contains no reply to its previous comments.",
    ),
    (
        "en",
        REPORTING,
        SUBMISSION,
        "The Committee regrets that the instruments adopted by the Conference have not been submitted to Parliament.",
    ),
    (
        "en",
        REPORTING,
        URGENT,
        "The Committee launches an urgent appeal to the Government to send its report without delay.",
    ),
    (
        "fr",
        PROGRESS,
        SATISFACTION,
        "La commission note avec satisfaction que l'article 4 de la loi a été abrogé en 2009.",
    ),
    ("fr", PROGRESS, INTEREST, "La commission note avec intérêt qu'un nouveau Code du travail a été adopté en mars."),
    (
        "fr",
        CONCERN,
        REGRET,
        "La commission regrette qu'aucune mesure n'ait été prise pour abroger l'article 4 de la loi.",
    ),
    ("fr", CONCERN, WORRY, "La commission exprime sa préoccupation devant le nombre élevé d'accidents mortels."),
    (
        "fr",
        CONCERN,
        DEEP,
        "La commission exprime sa profonde préoccupation devant l'arrestation des dirigeants syndicaux.",
    ),
    ("fr", REPORTING, REPORT, "La commission note avec regret que le rapport du gouvernement n'a pas été reçu."),
    (
        "es",
        PROGRESS,
        SATISFACTION,
        "La Comisión toma nota con satisfacción de que el artículo 4 de la ley fue derogado en 2009.",
    ),
    (
        "es",
        PROGRESS,
        INTEREST,
        "La Comisión toma nota con interés de que en marzo se adoptó un nuevo Código del Trabajo.",
    ),
    ("es", CONCERN, REGRET, "La Comisión lamenta que no se hayan tomado medidas para derogar el artículo 4 de la ley."),
    ("es", CONCERN, WORRY, "La Comisión expresa su preocupación por el elevado número de accidentes mortales."),
    (
        "es",
        CONCERN,
        DEEP,
        "La Comisión expresa su profunda preocupación por la detención de los dirigentes sindicales.",
    ),
    ("es", REPORTING, REPORT, "La Comisión lamenta tomar nota de que no se ha recibido la memoria del Gobierno."),
]


@pytest.mark.parametrize(("language", "kind", "grade", "sentence"), GRADES)
def test_how_strong_it_is(language: str, kind: FindingKind, grade: Grade, sentence: str):
    assert [(claim.kind, claim.grade) for claim in say(language, sentence).claims] == [(kind, grade)]


COURTESIES = [
    ("en", "The Committee notes with interest the Government's first report."),
    ("en", "The Committee notes with interest the information supplied by the Government in reply."),
    ("en", "The Committee welcomes the Government's report and thanks it for the details."),
    ("en", "The Committee notes with interest that the Government has ratified the Convention."),
    ("en", "The Committee requests the Government to supply information on any progress made in this regard."),
    ("fr", "La commission note avec intérêt le premier rapport du gouvernement."),
    ("fr", "La commission note avec intérêt les informations fournies par le gouvernement en réponse."),
    ("es", "La Comisión toma nota con interés de la primera memoria del Gobierno."),
    ("es", "La Comisión toma nota con interés de las informaciones facilitadas por el Gobierno."),
]


@pytest.mark.parametrize(("language", "sentence"), COURTESIES)
def test_a_courtesy_is_no_progress(language: str, sentence: str):
    assert claim_of(say(language, sentence), PROGRESS) is None


REPORTING_ONLY = [
    "The Committee notes with deep concern that the Government's report has not been received.",
    "The Committee regrets that no reply has been received to its previous comments.",
]


@pytest.mark.parametrize("sentence", REPORTING_ONLY)
def test_regret_at_a_missing_report_is_no_concern_about_the_application(sentence: str):
    assert claim_of(say("en", sentence), CONCERN) is None
    assert claim_of(say("en", sentence), REPORTING) is not None


MET = [
    "The Committee notes that the Government's report has been received.",
    "The Committee notes that all the reports due were sent in time.",
]


@pytest.mark.parametrize("sentence", MET)
def test_a_duty_that_was_met_is_no_failure(sentence: str):
    assert claim_of(say("en", sentence), REPORTING) is None


def test_an_urgent_appeal_beside_regret_is_the_urgent_appeal():
    both = "Noting with regret that no report was received, the Committee launches an urgent appeal to the Government."
    claim = claim_of(say("en", both), REPORTING)
    assert claim is not None
    assert claim.grade is URGENT


def test_a_government_may_own_that_it_sent_nothing():
    sentence = "The Government indicates that the reports due have not been sent for lack of staff."
    claim = claim_of(say("en", sentence), REPORTING)
    assert claim is not None
    assert claim.speaker == "government"


def test_a_comment_on_submission_is_about_submission():
    missing = "The Committee notes that the texts have not been submitted to the competent authorities."
    claim = claim_of(say("en", missing, kind=CommentKind.SUBMISSION_OBSERVATION), REPORTING)
    assert claim is not None
    assert claim.grade is SUBMISSION


@pytest.mark.parametrize("kind", [PROGRESS, CONCERN])
def test_a_past_reference_is_quoted(kind: FindingKind):
    words = {
        PROGRESS: "noted with interest that a law was adopted",
        CONCERN: "expressed its deep concern at the arrests",
    }
    had = words[kind].replace("noted", "had noted").replace("expressed", "had expressed")
    claim = claim_of(say("en", f"In its previous comments, the Committee {had}."), kind)
    assert claim is not None
    assert claim.quoted
