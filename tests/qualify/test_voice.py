"""Whose statement a sentence is, through reported speech; every sentence is invented."""

import pytest

from pipeline.vocabulary import Body, CommentKind, Speaker
from tests.mining import claim_of, say

COMMITTEE, GOVERNMENT, WORKERS, EMPLOYERS = Speaker.COMMITTEE, Speaker.GOVERNMENT, Speaker.WORKERS, Speaker.EMPLOYERS
OFFICE, CONFERENCE, OTHER = Speaker.OFFICE, Speaker.CONFERENCE, Speaker.OTHER

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


ASIDES = [  # who speaks in an aside, or after one, speaks for the whole sentence
    ("en", GOVERNMENT, "The course for conciliators, the Government adds, was given by the ILO in May."),
    ("en", GOVERNMENT, "Two of the ports had, the Ministry concedes, to be left out of the ILO project."),
    ("en", GOVERNMENT, "An ILO course on wage statistics was held in March, says the Government."),
    ("en", COMMITTEE, "The seminar of the ILO, the Committee notes, was held in March."),
    ("en", EMPLOYERS, "The Federation of Shipowners, it says, took part in a course given by the ILO."),
    ("en", CONFERENCE, "The Conference Committee, to whose discussion the Committee refers, called on the Government to accept a direct contacts mission."),
    ("en", CONFERENCE, "The Conference Committee regretted, the Committee recalls, the delay and urged the Government to accept a direct contacts mission."),
    ("fr", GOVERNMENT, "Un séminaire sur les salaires a été organisé par le BIT en mars, ajoute le gouvernement."),
    ("fr", GOVERNMENT, "Un projet du BIT forme les inspecteurs de la côte, précise encore le gouvernement."),
    ("es", GOVERNMENT, "La OIT impartió en marzo un curso sobre salarios, señala el Gobierno."),
    ("es", GOVERNMENT, "El acuerdo prevé, como expone el Gobierno, que la OIT imparta un curso a los mediadores."),
]  # fmt: skip
NAMED = [  # names and bodies that are heard
    ("en", WORKERS, "ZPLF urges that the Government should accept a direct contacts mission of the ILO."),
    ("en", WORKERS, "According to the ZPLF, the ILO gave a course to the port inspectors."),
    ("en", EMPLOYERS, "The Federation of Tea Planters indicates that the ILO gave a course to its members."),
    ("en", OTHER, "The Ombudsman mentions that the ILO gave a course to her staff."),
    ("en", OTHER, "The Council of Indigenous Peoples states that the ILO gave a course on consultation."),
    ("en", OTHER, "The Committee recalls that the Commission of Inquiry recommended that the assistance of the ILO be sought."),
    ("en", CONFERENCE, "The Committee recalls that the Conference Committee offered the Government the help of the Office."),
    ("fr", EMPLOYERS, "Le Groupement des industries indique que le BIT a donné un cours à ses membres."),
    ("fr", OTHER, "Le Défenseur du peuple relate que le BIT a donné un cours à ses enquêteurs."),
    ("fr", OTHER, "La Fédération des peuples autochtones fait valoir que le BIT a donné un cours à ses facilitateurs."),
    ("es", EMPLOYERS, "La Asociación Nacional de Industriales recuerda que la OIT impartió un curso a sus miembros."),
    ("es", OTHER, "La Asociación de Pueblos Indígenas señala que la OIT impartió un curso en la capital."),
]  # fmt: skip
PAPERS = [  # what a paper tells: the report is the Government's, that of a project or mission the Office's
    ("en", GOVERNMENT, "It transpires from the report that the ILO gave a course to the inspectors."),
    ("en", GOVERNMENT, "Reference is made to a course that the ILO gave to the inspectors."),
    ("en", OFFICE, "According to the evaluation of the ILO project, courses were given in forty villages."),
    ("en", OFFICE, "The evaluation of the ILO project in the plantations states that courses were given in forty villages."),
    ("fr", GOVERNMENT, "Il ressort du rapport que le BIT a donné un cours aux inspecteurs."),
    ("fr", OFFICE, "L'évaluation du projet de l'OIT dans les plantations précise que des cours ont été donnés par le BIT."),
    ("es", GOVERNMENT, "La memoria indica que la OIT impartió un curso a los inspectores."),
    ("es", OFFICE, "Según la evaluación del proyecto de la OIT, se impartieron cursos en cuarenta aldeas."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "speaker", "sentence"), [*ASIDES, *NAMED, *PAPERS])
def test_asides_names_and_papers_tell_whose_statement_it_is(language: str, speaker: Speaker, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.speaker is speaker


NOT_SAID = [  # these verbs make nobody the speaker
    ("en", "The Committee invites governments which report late to seek the assistance of the Office."),
    ("en", "The Committee trusts that the direct contacts mission which the Conference Committee requested will be received."),
    ("es", "La Comisión espera que la misión de contactos directos que la Conferencia solicitó tenga lugar pronto."),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_SAID)
def test_a_relative_clause_takes_the_word_from_nobody(language: str, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.speaker is COMMITTEE


def test_it_states_opens_the_governments_words_where_nobody_spoke_before():
    claim = claim_of(say("en", "It states that the ILO gave a course to the inspectors."))
    assert claim is not None
    assert claim.speaker is GOVERNMENT
