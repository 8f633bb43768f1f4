"""Families of wordings and the rules over clauses: one invented sentence for each, with a lawyer's reason."""

import pytest

from pipeline.vocabulary import Act, Body, CommentKind
from tests.mining import claim_of, say

REMINDED, ENCOURAGED, REQUESTED, AGREED = Act.REMINDED, Act.ENCOURAGED, Act.REQUESTED, Act.AGREED
ONGOING, DELIVERED, EFFECTIVE, LIMITED = Act.ONGOING, Act.DELIVERED, Act.EFFECTIVE, Act.LIMITED

# language, act, why, sentence
WORDINGS = [
    ("en", LIMITED, "turned away", "The Government turned the ILO mission away at the border."),
    ("fr", LIMITED, "turned away", "Le gouvernement a fermé la porte à la mission de contacts directs."),
    ("es", LIMITED, "turned away", "El Gobierno cerró la puerta a la misión de contactos directos."),
    ("en", LIMITED, "of no use", "The Government considers that a direct contacts mission would serve no useful purpose."),
    ("fr", LIMITED, "of no use", "Le gouvernement ne voit pas l'utilité d'une mission de contacts directs."),
    ("es", LIMITED, "of no use", "El Gobierno considera que no hay motivo para una misión de contactos directos."),
    ("en", LIMITED, "disregarded", "The union alleges that the ILO's technical comments on pay were shelved."),
    ("fr", LIMITED, "disregarded", "Le syndicat affirme que les conseils donnés par le BIT dorment dans un tiroir."),
    ("es", LIMITED, "disregarded", "El sindicato alega que el Ministerio prescindió del asesoramiento de la OIT."),
    ("en", LIMITED, "not enough", "The union states that two seminars of the ILO changed nothing in the quarries."),
    ("fr", LIMITED, "not enough", "Selon le syndicat, les deux séminaires du BIT n'ont rien changé dans les carrières."),
    ("es", LIMITED, "not enough", "Según el sindicato, los dos seminarios de la OIT no bastaron."),
    ("en", LIMITED, "lapsed", "The Government indicates that the ILO project is at a standstill."),
    ("fr", LIMITED, "lapsed", "Le gouvernement indique que le projet du BIT est au point mort."),
    ("es", LIMITED, "lapsed", "El Gobierno indica que el proyecto de la OIT está paralizado."),
    ("en", EFFECTIVE, "put down to help", "The Government puts down to the ILO mediation the agreement signed in the port."),
    ("fr", EFFECTIVE, "put down to help", "Le syndicat attribue à la médiation du BIT la réouverture de l'usine."),
    ("es", EFFECTIVE, "put down to help", "La memoria señala que la ley es fruto del asesoramiento de la OIT."),
    ("en", EFFECTIVE, "opened the way", "The ILO mission opened the way for the new Act on mines."),
    ("fr", EFFECTIVE, "opened the way", "La mission du BIT a ouvert la voie à la loi sur les mines."),
    ("es", EFFECTIVE, "opened the way", "La misión de la OIT allanó el camino a la ley de minas."),
    ("en", EFFECTIVE, "after the help", "In the months that followed the ILO training, two decrees were promulgated."),
    ("fr", EFFECTIVE, "after the help", "Peu après la formation dispensée par le BIT, deux décrets ont été promulgués."),
    ("es", EFFECTIVE, "after the help", "Poco después de la formación impartida por la OIT se promulgaron dos decretos."),
    ("en", EFFECTIVE, "satisfaction is at a result", "The Committee notes with satisfaction the Act framed with the ILO."),
    ("en", EFFECTIVE, "told after the help", "The Office reviewed the bill on ports, which was promulgated in May."),
    ("en", ONGOING, "enrolled", "The Government indicates that 12 mills are enrolled in Better Work."),
    ("en", ONGOING, "past progressive", "The Minister said that an ILO team was training judges."),
    ("fr", ONGOING, "present, plural", "Les conseillers du BIT forment en ce moment les juges du travail."),
    ("fr", ONGOING, "imperfect", "Le gouvernement indiquait que le BIT appuyait la rédaction du décret."),
    ("es", ONGOING, "goes on", "Prosigue, con el apoyo de la OIT, la revisión del decreto."),
    ("es", ONGOING, "present, plural", "El Gobierno indica que dos expertos de la OIT imparten un curso sobre minas."),
    ("en", AGREED, "willing to receive", "The Government stated its willingness to receive a high-level mission."),
    ("fr", AGREED, "willing to receive", "Le gouvernement se dit disposé à accueillir une mission de haut niveau."),
    ("es", AGREED, "willing to receive", "El Gobierno declara su disposición a recibir una misión de alto nivel."),
    ("en", AGREED, "due to be held", "A seminar of the ILO on mines is due to be held in May."),
    ("fr", AGREED, "promised", "Le gouvernement indique que l'aide que le BIT a promise portera sur les mines."),
    ("es", AGREED, "promised", "El Gobierno indica que la OIT prometió un curso sobre minas."),
    ("en", REQUESTED, "would be glad", "The Government states that it would be glad of ILO assistance with the decree."),
    ("fr", REQUESTED, "would gladly", "Le gouvernement indique qu'il accueillerait volontiers l'appui du BIT."),
    ("es", REQUESTED, "would gladly", "El Gobierno indica que necesitaría la cooperación de la OIT."),
    ("en", REQUESTED, "the Office is invited", "The Government indicates that it has invited the ILO to study the decree."),
    ("fr", REQUESTED, "the Office is asked", "Le gouvernement a prié le Bureau de former ses juges."),
    ("es", REQUESTED, "the Office is asked", "La central obrera pidió a la OIT que formara a sus delegados."),
    ("en", REMINDED, "open to it", "The Committee points out that the assistance of the Office may be obtained at any time."),
    ("fr", REMINDED, "at hand", "La commission souligne que l'expertise du Bureau demeure accessible au gouvernement."),
    ("es", REMINDED, "at hand", "La Comisión recuerda que la asistencia de la Oficina está a su alcance."),
    ("en", REMINDED, "was available", "The Committee recalled that ILO technical assistance was available."),
    ("en", ENCOURAGED, "ought to", "The Worker members considered that a high-level mission ought to be received."),
    ("fr", ENCOURAGED, "recommended", "La commission d'enquête a préconisé une formation des juges par le BIT."),
    ("es", ENCOURAGED, "advisable", "La Comisión considera que convendría que el Gobierno recurra a la Oficina."),
]  # fmt: skip

CLAUSES = [
    ("en", EFFECTIVE, "the speech is only inserted",
     "The ban was repealed, the Government states, following the advice of the ILO."),
    ("en", LIMITED, "the help is only the topic put first",
     "Regarding the direct contacts mission, the Committee observes that the authorities shut the door."),
    ("en", DELIVERED, "the advice was given long ago",
     "The Committee notes the seminar on mines held by the Office, as recommended by the ILO mission."),
    ("en", DELIVERED, "what is planned is the next step of the text",
     "The Government indicates that the bill reviewed with ILO technical input will be submitted to Parliament."),
    ("en", REMINDED, "'should they wish' is no advice",
     "The Committee recalls that the Office can help the parties, should they wish to resume talks."),
    ("en", ENCOURAGED, "what is announced within a hope stays within it",
     "The Committee hopes that the review announced will be completed with the assistance of the Office."),
    ("en", AGREED, "an offer that was accepted is no offer",
     "The Government has accepted the offer of the Office to train its judges."),
    ("en", REQUESTED, "who turns to nobody refuses nothing",
     "The Government indicates that it has not turned to the Office for training."),
    ("fr", REMINDED, "the Office's readiness is no wish of the country",
     "La commission rappelle que le Bureau est disposé à l'aider."),
    ("fr", DELIVERED, "'financé' is no present tense",
     "Le gouvernement indique qu'un séminaire financé par le BIT a été organisé en mai."),
    ("es", DELIVERED, "'Orden Público' publishes nothing",
     "La OIT prestó asistencia para revisar la Ley de Orden Público tras la visita."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "act", "why", "sentence"), [*WORDINGS, *CLAUSES])
def test_which_stage_a_wording_states(language: str, act: Act, why: str, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None, why
    assert claim.act is act, why


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (REQUESTED, "The Worker members asked the ILO to support the dockers' unions."),
        (ENCOURAGED, "The Worker members asked that a high-level mission visit the docks."),
    ],
)
def test_who_asks_the_office_itself_requests(act: Act, sentence: str):
    claim = claim_of(say("en", sentence, body=Body.CAS, kind=CommentKind.INDIVIDUAL_CASE))
    assert claim is not None
    assert claim.act is act
