"""Whose statement a sentence is, through reported speech; every sentence is invented."""

import pytest

from pipeline.vocabulary import Body, CommentKind, Speaker
from tests.mining import claim_of, say

COMMITTEE, GOVERNMENT, WORKERS, EMPLOYERS = Speaker.COMMITTEE, Speaker.GOVERNMENT, Speaker.WORKERS, Speaker.EMPLOYERS
OFFICE, CONFERENCE = Speaker.OFFICE, Speaker.CONFERENCE

SPEAKERS = [
    ("en", COMMITTEE, "The Committee recalls that the technical assistance of the ILO is available to the Government."),
    ("en", COMMITTEE, "A direct contacts mission visited the country in June 2004."),
    ("en", COMMITTEE, "The Committee notes that an ILO technical assistance mission visited the country."),
    ("en", COMMITTEE, "It hopes that the Office will provide the technical assistance that was requested."),
    ("en", GOVERNMENT, "The Government indicates that it has requested the technical assistance of the ILO."),
    ("en", GOVERNMENT, "The Committee notes the Government's indication that the ILO has trained forty inspectors."),
    ("en", GOVERNMENT, "According to the Government, the ILO has provided training to forty judges."),
    (
        "en",
        GOVERNMENT,
        "The Committee notes from the Government's report that the ILO is providing technical assistance.",
    ),
    ("en", GOVERNMENT, "The Government has requested ILO technical assistance."),
    ("en", GOVERNMENT, "The Government adds that a seminar was held with the support of the ILO Regional Office."),
    (
        "en",
        WORKERS,
        "The International Trade Union Confederation indicates that it has requested ILO technical assistance.",
    ),
    ("en", WORKERS, "The trade union states that the ILO provided technical assistance to the Ministry."),
    ("en", EMPLOYERS, "The employers' organization indicates that it has asked the ILO for advice on the draft bill."),
    (
        "en",
        EMPLOYERS,
        "The employers' organization urges the Government to request the technical assistance of the ILO.",
    ),
    ("en", CONFERENCE, "The Conference Committee called on the Government to accept a direct contacts mission."),
    ("fr", COMMITTEE, "La commission rappelle au gouvernement qu'il peut recourir à l'assistance technique du Bureau."),
    ("fr", COMMITTEE, "La commission note qu'une mission d'assistance technique du BIT s'est rendue dans le pays."),
    ("fr", GOVERNMENT, "Le gouvernement indique qu'il a sollicité l'assistance technique du BIT."),
    ("fr", GOVERNMENT, "Selon le gouvernement, le BIT a fourni une assistance technique à l'inspection du travail."),
    ("fr", GOVERNMENT, "La commission note que, d'après le gouvernement, le BIT a fourni une assistance technique."),
    (
        "fr",
        WORKERS,
        "La Confédération syndicale internationale prie le gouvernement de solliciter l'assistance technique du BIT.",
    ),
    ("fr", EMPLOYERS, "L'organisation d'employeurs indique qu'elle a demandé l'avis du BIT sur le projet de loi."),
    (
        "fr",
        CONFERENCE,
        "La Commission de la Conférence a prié le gouvernement d'accepter une mission de contacts directs.",
    ),
    ("es", COMMITTEE, "La Comisión recuerda al Gobierno que puede recurrir a la asistencia técnica de la Oficina."),
    ("es", COMMITTEE, "La Comisión toma nota de que una misión de asistencia técnica de la OIT visitó el país."),
    ("es", GOVERNMENT, "El Gobierno indica que ha solicitado la asistencia técnica de la OIT."),
    ("es", GOVERNMENT, "Según el Gobierno, la OIT proporcionó asistencia técnica para elaborar el reglamento."),
    (
        "es",
        WORKERS,
        "La Confederación Sindical Internacional insta al Gobierno a solicitar la asistencia técnica de la OIT.",
    ),
    (
        "es",
        EMPLOYERS,
        "La organización de empleadores indica que ha solicitado la opinión de la OIT sobre el proyecto de ley.",
    ),
    (
        "es",
        CONFERENCE,
        "La Comisión de la Conferencia pidió al Gobierno que aceptara una misión de contactos directos.",
    ),
]


@pytest.mark.parametrize(("language", "speaker", "sentence"), SPEAKERS)
def test_whose_statement_it_is(language: str, speaker: Speaker, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.speaker is speaker


CARRIED = [
    ("en", "The Government indicates that a bill is ready.", "The ILO provided technical assistance to the drafters.", GOVERNMENT),
    ("en", "The trade union states that wages are low.", "The ILO provided technical assistance in 2008.", WORKERS),
    ("en", "The Committee notes that a bill is ready.", "The ILO provided technical assistance to the drafters.", COMMITTEE),
    ("en", "The Government indicates that a bill is ready.", "The Committee notes that the ILO gave technical assistance.", COMMITTEE),
    ("en", "The Government indicates that a bill is ready.", "It also states that the ILO gave technical assistance.", GOVERNMENT),
    ("fr", "Le gouvernement indique qu'un texte est prêt.", "Le BIT a fourni une assistance technique aux rédacteurs.", GOVERNMENT),
    ("fr", "La commission note qu'un texte est prêt.", "Le BIT a fourni une assistance technique aux rédacteurs.", COMMITTEE),
    ("es", "El Gobierno indica que un texto está listo.", "La OIT prestó asistencia técnica a los redactores.", GOVERNMENT),
    ("es", "La Comisión toma nota de que un texto está listo.", "La OIT prestó asistencia técnica a los redactores.", COMMITTEE),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "sentence", "speaker"), CARRIED)
def test_the_voice_carries_over_until_another_begins(language: str, before: str, sentence: str, speaker: Speaker):
    claim = claim_of(say(language, sentence, before=before))
    assert claim is not None
    assert claim.speaker is speaker


def test_the_place_of_a_paragraph_decides_where_it_is_in_the_governments_reply():
    reply = "A request for technical assistance was sent to the ILO last month."
    claim = claim_of(say("en", reply, body=Body.CFA, kind=CommentKind.INTERIM_REPORT, voice=GOVERNMENT))
    assert claim is not None
    assert claim.speaker is GOVERNMENT


QUOTED = [
    ("en", True, "The Committee had noted that the ILO had provided technical assistance."),
    (
        "en",
        True,
        "In its previous comments, the Committee had encouraged the Government to seek ILO technical assistance.",
    ),
    ("en", True, "The Conference Committee called on the Government to accept a direct contacts mission."),
    ("en", False, "The Committee encourages the Government to seek the technical assistance of the Office."),
    ("en", False, "The Government indicated that it had requested the technical assistance of the ILO."),
    ("fr", True, "La commission avait invité le gouvernement à solliciter l'assistance technique du Bureau."),
    ("fr", False, "La commission invite le gouvernement à solliciter l'assistance technique du Bureau."),
    ("es", True, "La Comisión había invitado al Gobierno a solicitar la asistencia técnica de la Oficina."),
    ("es", False, "La Comisión invita al Gobierno a solicitar la asistencia técnica de la Oficina."),
]


@pytest.mark.parametrize(("language", "quoted", "sentence"), QUOTED)
def test_an_earlier_statement_of_the_bodies_is_quoted(language: str, quoted: bool, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.quoted is quoted


def test_whatever_stands_in_a_quotation_is_quoted():
    claim = claim_of(
        say("en", "The Committee encourages the Government to seek ILO technical assistance.", quoted=True)
    )
    assert claim is not None
    assert claim.quoted


def test_the_past_of_a_record_of_the_conference_is_its_way_of_reporting_what_is_said_now():
    record = "The Committee called on the Government to accept a direct contacts mission."
    claim = claim_of(say("en", record, body=Body.CAS, kind=CommentKind.INDIVIDUAL_CASE))
    assert claim is not None
    assert (claim.speaker, claim.quoted) == (COMMITTEE, False)


def test_members_of_the_conference_committee_speak_for_their_group():
    record = "The Worker members urged the Government to accept ILO technical assistance."
    claim = claim_of(say("en", record, body=Body.CAS, kind=CommentKind.INDIVIDUAL_CASE))
    assert claim is not None
    assert claim.speaker is WORKERS
