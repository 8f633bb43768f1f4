"""Which stage of the life of a need a sentence states, and whether it holds; every sentence is invented."""

import pytest

from pipeline.vocabulary import Act, Body, CommentKind, FindingKind, Polarity
from tests.mining import claim_of, say

REMINDED, ENCOURAGED, REQUESTED, AGREED = Act.REMINDED, Act.ENCOURAGED, Act.REQUESTED, Act.AGREED
ONGOING, DELIVERED, EFFECTIVE, LIMITED = Act.ONGOING, Act.DELIVERED, Act.EFFECTIVE, Act.LIMITED

ACTS = [
    (
        "en",
        REMINDED,
        "The Committee recalls that the technical assistance of the ILO is at the disposal of the Government.",
    ),
    (
        "en",
        REMINDED,
        "The Committee reminds the Government that it may avail itself of the technical assistance of the Office.",
    ),
    (
        "en",
        ENCOURAGED,
        "The Committee invites the Government to avail itself of ILO technical assistance in drafting the code.",
    ),
    (
        "en",
        ENCOURAGED,
        "The Committee hopes that the Office will be able to provide the technical assistance requested.",
    ),
    ("en", ENCOURAGED, "The Committee encourages the Government to accept a direct contacts mission."),
    ("en", ENCOURAGED, "The Committee trusts that the Government will accept ILO technical assistance without delay."),
    ("en", ENCOURAGED, "It requests the Government to seek the technical assistance of the Office in this regard."),
    (
        "en",
        REQUESTED,
        "The Government indicates that it has requested the technical assistance of the ILO to revise its law.",
    ),
    ("en", REQUESTED, "The Government states that it wishes to receive ILO technical assistance on labour statistics."),
    ("en", AGREED, "The Government indicates that an ILO technical advisory mission will visit the country in May."),
    ("en", AGREED, "The Government indicates that it has agreed to receive a high-level mission of the ILO."),
    (
        "en",
        ONGOING,
        "The Government indicates that the bill is being drafted with the technical assistance of the ILO.",
    ),
    (
        "en",
        ONGOING,
        "The Government states that the ILO is currently providing technical assistance to the inspectorate.",
    ),
    (
        "en",
        DELIVERED,
        "The Committee notes that an ILO technical assistance mission visited the country in March 2010.",
    ),
    ("en", DELIVERED, "The Government indicates that labour inspectors received training from the ILO in 2009."),
    ("en", DELIVERED, "The bill was drafted with the technical assistance of the ILO."),
    ("en", EFFECTIVE, "The Committee notes that the Labour Code was adopted with the technical assistance of the ILO."),
    (
        "en",
        EFFECTIVE,
        "The Committee notes that the Convention was ratified following the technical assistance of the Office.",
    ),
    ("en", LIMITED, "The Committee regrets that the Government has not availed itself of ILO technical assistance."),
    ("en", LIMITED, "The Committee deeply regrets that the Government declined the direct contacts mission."),
    ("fr", REMINDED, "La commission rappelle que l'assistance technique du BIT est à la disposition du gouvernement."),
    ("fr", ENCOURAGED, "La commission invite le gouvernement à recourir à l'assistance technique du BIT."),
    ("fr", ENCOURAGED, "La commission espère que le Bureau pourra fournir l'assistance technique demandée."),
    ("fr", REQUESTED, "Le gouvernement indique qu'il a sollicité l'assistance technique du BIT pour réviser le code."),
    (
        "fr",
        AGREED,
        "Le gouvernement indique qu'une mission consultative technique du BIT se rendra dans le pays en mai.",
    ),
    (
        "fr",
        ONGOING,
        "Le gouvernement indique que le projet de loi est en cours d'élaboration avec l'assistance technique du BIT.",
    ),
    (
        "fr",
        DELIVERED,
        "La commission note qu'une mission d'assistance technique du BIT s'est rendue dans le pays en mars.",
    ),
    ("fr", DELIVERED, "Le gouvernement indique que des inspecteurs ont reçu une formation dispensée par le BIT."),
    ("fr", EFFECTIVE, "La commission note que le Code du travail a été adopté avec l'assistance technique du BIT."),
    (
        "fr",
        LIMITED,
        "La commission regrette que le gouvernement n'ait pas eu recours à l'assistance technique du Bureau.",
    ),
    ("es", REMINDED, "La Comisión recuerda que la asistencia técnica de la OIT está a disposición del Gobierno."),
    ("es", ENCOURAGED, "La Comisión invita al Gobierno a recurrir a la asistencia técnica de la OIT."),
    (
        "es",
        ENCOURAGED,
        "La Comisión espera que la Oficina pueda prestar la asistencia técnica solicitada por el Gobierno.",
    ),
    ("es", REQUESTED, "El Gobierno indica que ha solicitado la asistencia técnica de la OIT para reformar el código."),
    ("es", AGREED, "El Gobierno indica que una misión de asesoramiento técnico de la OIT visitará el país en mayo."),
    (
        "es",
        ONGOING,
        "El Gobierno indica que el proyecto de ley se está elaborando con la asistencia técnica de la OIT.",
    ),
    (
        "es",
        DELIVERED,
        "La Comisión toma nota de que una misión de asistencia técnica de la OIT visitó el país en marzo.",
    ),
    ("es", DELIVERED, "El Gobierno indica que los inspectores recibieron formación de la OIT."),
    (
        "es",
        EFFECTIVE,
        "La Comisión toma nota de que el Código del Trabajo fue adoptado con la asistencia técnica de la OIT.",
    ),
    ("es", LIMITED, "La Comisión lamenta que el Gobierno no haya recurrido a la asistencia técnica de la Oficina."),
]


@pytest.mark.parametrize(("language", "act", "sentence"), ACTS)
def test_which_stage_it_states(language: str, act: Act, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert (claim.act, claim.polarity) == (act, Polarity.ASSERTED)


POLARITIES = [
    ("en", Polarity.NEGATED, "The mission of the ILO which had been planned for June did not take place."),
    ("en", Polarity.NEGATED, "No direct contacts mission has visited the country."),
    ("en", Polarity.NEGATED, "The ILO has not provided technical assistance to the Ministry."),
    ("en", Polarity.CONDITIONAL, "If the Government were to request it, the Office could provide technical assistance."),
    ("en", Polarity.ASSERTED, "The Government may, if it so wishes, avail itself of the technical assistance of the Office."),
    ("fr", Polarity.NEGATED, "Aucune mission du BIT n'a eu lieu dans le pays."),
    ("fr", Polarity.NEGATED, "Le BIT n'a pas fourni d'assistance technique au ministère."),
    ("es", Polarity.NEGATED, "Ninguna misión de la OIT tuvo lugar en el país."),
    ("es", Polarity.NEGATED, "La OIT no ha prestado asistencia técnica al Ministerio."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "polarity", "sentence"), POLARITIES)
def test_whether_it_holds(language: str, polarity: Polarity, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.polarity is polarity


def test_of_two_stages_in_one_sentence_the_furthest_in_the_life_of_a_need_is_taken():
    both = "The Committee notes that the Government has requested ILO technical assistance and hopes that it will be provided."
    claim = claim_of(say("en", both))
    assert claim is not None
    assert claim.act is REQUESTED


def test_regret_that_help_was_not_used_is_one_finding():
    (claim,) = say("en", "The Committee regrets that the Government refused the direct contacts mission.").claims
    assert (claim.kind, claim.act) == (FindingKind.ASSISTANCE, LIMITED)


def test_what_members_of_the_conference_committee_ask_for_is_a_call_on_the_government():
    asked = "The Worker members requested that a direct contacts mission visit the country."
    claim = claim_of(say("en", asked, body=Body.CAS, kind=CommentKind.INDIVIDUAL_CASE))
    assert claim is not None
    assert claim.act is ENCOURAGED


def test_a_reason_names_the_words_that_decided():
    claim = claim_of(say("en", "The Committee encourages the Government to accept a direct contacts mission."))
    assert claim is not None
    assert {"encourages", "direct contacts mission"} <= set(claim.reason.split(" … "))
