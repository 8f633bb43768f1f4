"""Which sentences name help of the ILO, and which only look as if they did; every sentence is invented."""

import pytest

from tests.mining import claim_of, say

FOUND = [
    ("en", "The Committee recalls that the technical assistance of the ILO is at the disposal of the Government."),
    ("en", "The Government indicates that the Office commented on the draft Labour Code."),
    ("en", "The Turin Centre trained twelve labour judges in 2011."),
    ("en", "The Committee suggests that the Government turn to the Office for help with the survey."),
    ("en", "The Government has requested technical assistance to draft its reports."),
    ("en", "A direct contacts mission visited the country in June."),
    ("en", "The International Programme on the Elimination of Child Labour (IPEC) is carrying out a project there."),
    ("en", "With the financial support of Norway, the ILO carried out a technical cooperation project."),
    ("en", "The Government states that it will cooperate with the ILO Decent Work Team on a training plan."),
    ("fr", "La commission rappelle que l'assistance technique du BIT est à la disposition du gouvernement."),
    ("fr", "Le gouvernement indique que le Bureau a formulé des commentaires sur le projet de code."),
    ("fr", "Le gouvernement souhaite bénéficier de l'appui du Bureau pour rédiger ses rapports."),
    ("fr", "Une mission de contacts directs s'est rendue dans le pays en juin."),
    ("fr", "Le gouvernement met en œuvre un projet de coopération technique avec le BIT."),
    ("es", "La Comisión recuerda que la asistencia técnica de la OIT está a disposición del Gobierno."),
    ("es", "El Gobierno indica que la Oficina formuló comentarios sobre el proyecto de código."),
    ("es", "El Gobierno desea contar con el apoyo de la Oficina para redactar sus memorias."),
    ("es", "Una misión de contactos directos visitó el país en junio."),
    ("es", "El Gobierno ejecuta un proyecto de cooperación técnica con la OIT."),
]


@pytest.mark.parametrize(("language", "sentence"), FOUND)
def test_help_of_the_ilo_is_found(language: str, sentence: str):
    assert claim_of(say(language, sentence)) is not None


# the confusers: help of others, duties of inspectors, benefits, legal aid, cooperation at home, other missions
NOT_FOUND = [
    ("en", "The clinics were built with the assistance of the Asian Development Bank."),
    ("en", "UNICEF provided technical assistance to the Ministry of Education."),
    ("en", "The IOM trained border officials under its support programme."),
    ("en", "The inspectorate supplies technical information and advice to employers and workers."),
    ("en", "The Technical Advisory Committee on Standards met four times in 2010."),
    ("en", "Cash assistance is paid to poor households every month."),
    ("en", "The law on social assistance was amended in 2004."),
    ("en", "The union provided legal aid for all persons who were being prosecuted."),
    ("en", "Cooperation between the labour inspectorate and the police has been strengthened."),
    ("en", "The United Nations Stabilization Mission trained the police."),
    ("en", "The diplomatic mission of Ruritania in Geneva sent the report."),
    ("en", "The Ministry provides technical assistance to small enterprises in the provinces."),
    ("en", "According to ILO estimates, one child in ten was at work."),
    ("en", "The ILO Conventions on safety were translated into the national language."),
    ("fr", "Les dispensaires ont été construits avec l'aide de la Banque africaine de développement."),
    ("fr", "L'UNICEF a fourni une assistance technique au ministère de l'Éducation."),
    ("fr", "Les inspecteurs fournissent des informations et des conseils techniques aux employeurs."),
    ("fr", "L'aide sociale est versée chaque mois aux ménages pauvres."),
    ("fr", "Le syndicat a fourni une aide judiciaire à toutes les personnes poursuivies."),
    ("fr", "La coopération entre l'inspection du travail et la police a été renforcée."),
    ("fr", "La Mission des Nations Unies pour la stabilisation a formé la police."),
    ("es", "Los consultorios fueron construidos con la ayuda del Banco Interamericano de Desarrollo."),
    ("es", "El UNICEF prestó asistencia técnica al Ministerio de Educación."),
    ("es", "Los inspectores facilitan información técnica y asesoran a los empleadores."),
    ("es", "La asistencia social se paga cada mes a los hogares pobres."),
    ("es", "El sindicato prestó asistencia jurídica a todas las personas procesadas."),
    ("es", "Se reforzó la cooperación entre la inspección del trabajo y la policía."),
    ("es", "La Misión de Estabilización de las Naciones Unidas formó a la policía."),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_FOUND)
def test_a_confuser_gives_no_finding_at_all(language: str, sentence: str):
    assert say(language, sentence).claims == ()


# short names mean the ILO's help only after it was named
RESUMED = [
    ("en", "The Committee notes that the ILO provided technical assistance in 2010.", "This assistance ended in June."),
    ("en", "A direct contacts mission visited the country in May.", "The mission met the unions and the employers."),
    ("fr", "Une mission de contacts directs s'est rendue dans le pays.", "La mission a rencontré les syndicats et les employeurs."),
    ("es", "Una misión de contactos directos visitó el país en mayo.", "La misión se reunió con los sindicatos y los empleadores."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "sentence"), RESUMED)
def test_a_short_name_is_help_only_after_its_first_mention(language: str, before: str, sentence: str):
    assert claim_of(say(language, sentence, before=before)) is not None
    assert claim_of(say(language, sentence)) is None


# satisfaction, interest, concern and regret that are not the body's own
NOT_THE_BODYS = [
    ("en", "All complaints were settled to the satisfaction of the complainants."),
    ("en", "The Government representative noted with interest the comments of the Committee."),
    ("en", "The rate of interest on the loans is fixed by the central bank."),
    ("en", "The best interests of the child guide the courts in all such cases."),
    ("en", "The Government expresses its regret at the delay in the adoption of the bill."),
    ("en", "The union expresses its deep concern at the dismissal of the leaders."),
    ("en", "The Committee takes note of the information supplied by the Government."),
    ("fr", "Le taux d'intérêt des prêts est fixé par la banque centrale du pays."),
    ("fr", "Le syndicat exprime sa profonde préoccupation devant le licenciement des dirigeants."),
    ("es", "El Gobierno indica que le preocupa el aumento del desempleo."),
    ("es", "El tipo de interés de los préstamos es fijado por el banco central del país."),
    ("es", "El sindicato expresa su profunda preocupación por el despido de los dirigentes."),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_THE_BODYS)
def test_what_others_feel_is_no_finding(language: str, sentence: str):
    assert say(language, sentence).claims == ()
