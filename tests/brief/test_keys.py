"""What a person types for a dossier, and what it stands for."""

import pytest

from pipeline.brief import find_choice
from pipeline.errors import UnknownName
from pipeline.vocabulary import About

KEYS = (
    (About.COUNTRY, "KEN", "KEN"),
    (About.COUNTRY, "ken", "KEN"),
    (About.COUNTRY, "Côte d'Ivoire", "CIV"),
    (About.COUNTRY, "Allemagne", "DEU"),
    (About.COUNTRY, "Países Bajos", "NLD"),
    (About.CONVENTION, "C087", "C087"),
    (About.CONVENTION, "c87", "C087"),
    (About.CONVENTION, "87", "C087"),
    (About.CONVENTION, "P029", "P029"),
    (About.CONVENTION, "MLC, 2006", "C186"),
    (About.CONVENTION, "Labour Inspection Convention, 1947", "C081"),
    (About.CONVENTION, "Convention sur l'inspection du travail, 1947", "C081"),
    (About.CONVENTION, "Convenio sobre la inspección del trabajo, 1947", "C081"),
    (About.REGION, "africa", "africa"),
    (About.REGION, "Afrique", "africa"),
    (About.REGION, "Asia", "asia-pacific"),
    (About.SUBJECT, "Labour inspection", "labour-administration"),
    (About.SUBJECT, "Travail forcé", "forced-labour"),
    (About.OFFICE, "Dakar", "dakar"),
)
UNKNOWN = (
    (About.COUNTRY, "Kenja", "Kenya"),
    (About.CONVENTION, "Labor Inspektion", "C081"),
    (About.CONVENTION, "C999", "no Convention"),
    (About.REGION, "Atlantis", "Africa, Americas"),
    (About.SUBJECT, "labour", "Forced labour"),
    (About.OFFICE, "Dakkar", "Dakar"),
    (About.COUNTRY, "", "no country"),
)


@pytest.mark.parametrize(("about", "words", "key"), KEYS)
def test_codes_numbers_and_names_in_three_languages_are_known(about: About, words: str, key: str):
    assert find_choice(about, words).key == key


@pytest.mark.parametrize(("about", "words", "near"), UNKNOWN)
def test_an_unknown_name_is_answered_with_what_comes_near(about: About, words: str, near: str):
    with pytest.raises(UnknownName, match=near):
        find_choice(about, words)
