"""Whether a sentence is about a case, states a policy or reports counts; every sentence is invented."""

import pytest

from pipeline.qualify import read_scope
from pipeline.vocabulary import CommentKind, Scope
from tests.mining import read_one

CASE, POLICY, STATISTICS = Scope.CASE, Scope.POLICY, Scope.STATISTICS
PAPER, GENERAL, FAILURE = CommentKind.PAPER, CommentKind.GENERAL_REPORT, CommentKind.SERIOUS_FAILURE
OBSERVATION, DEFINITIVE = CommentKind.OBSERVATION, CommentKind.DEFINITIVE_REPORT

SCOPES = [
    ("en", CASE, OBSERVATION, ("FJI",), "The Committee invites the Government to seek ILO technical assistance."),
    ("en", CASE, OBSERVATION, ("FJI",), "The Government received ILO technical assistance on 12 occasions."),
    ("en", CASE, OBSERVATION, (), "The Committee invites the Government to seek ILO technical assistance."),
    (
        "en",
        CASE,
        DEFINITIVE,
        ("FJI",),
        "The Committee reminds the Government that ILO technical assistance is available.",
    ),
    ("en", POLICY, PAPER, (), "The Office should offer technical assistance to more member States."),
    ("en", POLICY, PAPER, ("FJI",), "The Office gave technical assistance to Fiji in 2003."),
    ("en", STATISTICS, PAPER, (), "The Committee referred to technical assistance on 38 occasions."),
    ("en", STATISTICS, PAPER, (), "Technical assistance was requested in two cases."),
    ("en", STATISTICS, PAPER, (), "The Committee referred to technical assistance in 697 cases."),
    ("en", POLICY, PAPER, (), "In 2002 the Committee referred to technical assistance."),
    ("en", POLICY, GENERAL, (), "Governments may seek ILO technical assistance to meet their obligations."),
    ("en", CASE, GENERAL, ("FJI",), "The Committee hopes that Fiji will seek ILO technical assistance."),
    ("en", STATISTICS, GENERAL, ("FJI", "WSM"), "The Committee noted requests for technical assistance in 14 cases."),
    ("en", POLICY, FAILURE, (), "Technical assistance may help member States to send their reports."),
    ("en", CASE, FAILURE, ("FJI",), "The Government said that it needed ILO technical assistance to report."),
    (
        "fr",
        CASE,
        OBSERVATION,
        ("TGO",),
        "La commission invite le gouvernement à recourir à l'assistance technique du BIT.",
    ),
    ("fr", POLICY, PAPER, (), "Le Bureau devrait offrir une assistance technique à d'autres Etats Membres."),
    ("fr", STATISTICS, PAPER, (), "La commission a mentionné l'assistance technique dans 24 cas."),
    ("es", CASE, OBSERVATION, ("PER",), "La Comisión invita al Gobierno a recurrir a la asistencia técnica de la OIT."),
    ("es", POLICY, PAPER, (), "La Oficina debería ofrecer asistencia técnica a otros Estados Miembros."),
    ("es", STATISTICS, PAPER, (), "La Comisión se refirió a la asistencia técnica en ocho casos."),
]


@pytest.mark.parametrize(("language", "scope", "kind", "countries", "sentence"), SCOPES)
def test_what_the_sentence_is_about(
    language: str, scope: Scope, kind: CommentKind, countries: tuple[str, ...], sentence: str
):
    assert read_scope(read_one(language, sentence), kind, countries) is scope
