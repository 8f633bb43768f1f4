"""Asserted, denied or a condition: every sentence is invented."""

import pytest

from pipeline.vocabulary import Polarity
from tests.mining import claim_of, say

ASSERTED, NEGATED, CONDITIONAL = Polarity.ASSERTED, Polarity.NEGATED, Polarity.CONDITIONAL

SENTENCES = [
    # conditions by order of words, by mood, by 'if'
    ("en", CONDITIONAL, "Should the talks in the port fail, the Committee would invite the Government to seek the assistance of the Office."),
    ("en", CONDITIONAL, "Were the Government to recast the Act, the Committee would encourage it to seek the assistance of the Office."),
    ("en", CONDITIONAL, "The Government states that, had the storm not closed the roads, the ILO would have given a course in May."),
    ("en", CONDITIONAL, "The union would turn to the Office for training should the bill oblige it to bargain alone."),
    ("fr", CONDITIONAL, "Si la loi était refondue, la commission inviterait le gouvernement à solliciter l'assistance du Bureau."),
    ("es", CONDITIONAL, "De fracasar las conversaciones, el Gobierno solicitaría la asistencia técnica de la OIT."),
    # courtesies are none
    ("en", ASSERTED, "The Committee recalls that the assistance of the Office is available, should the Government consider it useful."),
    ("en", ASSERTED, "The Committee recalls that, if the Government deems it useful, the assistance of the Office is available."),
    ("es", ASSERTED, "La Comisión recuerda que puede acudir, si lo juzga oportuno, a la asistencia técnica de la Oficina."),
    # what is denied
    ("en", NEGATED, "No application has, the Government admits, been made to the ILO for technical assistance."),
    ("en", NEGATED, "The Government has not considered it necessary to request the assistance of the Office."),
    ("en", NEGATED, "The inspectors have yet to receive the training of the ILO."),
    ("es", NEGATED, "El Gobierno niega haber solicitado la asistencia técnica de la OIT."),
    # two negations affirm, and some deny nothing
    ("en", ASSERTED, "The unions state that the Government should not delay in seeking the technical assistance of the Office."),
    ("en", ASSERTED, "The case in question, Case No. 9999, was settled after technical assistance of the ILO was received."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "polarity", "sentence"), SENTENCES)
def test_whether_it_is_asserted(language: str, polarity: Polarity, sentence: str):
    claim = claim_of(say(language, sentence))
    assert claim is not None
    assert claim.polarity is polarity
