"""The register of countries and their names."""

from collections import Counter

import pytest

from pipeline.gazetteers.countries import (
    CountryKind,
    find_country,
    find_country_by_iso,
    find_country_by_normlex,
    load_countries,
    load_country_names,
    load_homographs,
)


def test_the_ilo_has_187_members():
    assert Counter(country.kind for country in load_countries())[CountryKind.MEMBER] == 187


def test_every_territory_belongs_to_a_member():
    members = {c.iso3 for c in load_countries() if c.kind is CountryKind.MEMBER}
    assert all(c.parent in members for c in load_countries() if c.kind is CountryKind.TERRITORY)


def test_the_regions_are_those_of_the_ilo():
    counts = Counter(c.region for c in load_countries() if c.kind is CountryKind.MEMBER)
    assert counts == {"africa": 54, "americas": 35, "arab-states": 11, "asia-pacific": 36, "europe-central-asia": 51}


def test_every_member_but_a_few_small_islands_has_an_adjective():
    named = {name.iso3 for name in load_country_names() if name.sort == "adjective"}
    missing = {c.iso3 for c in load_countries() if c.kind is CountryKind.MEMBER} - named
    assert missing == {"ATG", "COD", "COG", "KNA", "STP", "VCT", "WSM"}


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Türkiye", "TUR"),
        ("TURQUIE", "TUR"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Bolivie (État plurinational de)", "BOL"),
        ("Bolivia (Estado Plurinacional de)", "BOL"),
        ("bolivia", "BOL"),
        ("Tanzania, United Republic of", "TZA"),
        ("Tanzania Tanganyika", "TZA"),
        ("Cote d’Ivoire", "CIV"),
        ("United Kingdom of Great Britain\nand Northern Ireland", "GBR"),
        ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "GBR"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("China – Macau Special Administrative Region", "MAC"),
        ("Polinesia Francesa", "PYF"),
        ("Maurice", "MUS"),
        ("Réunion", "REU"),
        ("Swaziland", "SWZ"),
        ("Zaire", "COD"),
        ("Burma", "MMR"),
        ("Czech Republic", "CZE"),
        ("Viet Nam", "VNM"),
        ("República Democrática Popular Lao", "LAO"),
        ("Czechoslovakia", "CSK"),
        ("German Democratic Republic", "DDR"),
        ("Serbia and Montenegro", "SCG"),
        ("Kosovo", "XKX"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(name: str, iso3: str):
    country = find_country(name)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("name", ["", "Freedonia", "Turkish", "The Committee", "Guineas"])
def test_what_names_no_country_finds_none(name: str):
    assert find_country(name) is None


@pytest.mark.parametrize(
    ("code", "name"), [("103369", "Antigua and Barbuda"), ("102893", "Türkiye"), ("103004", "Viet Nam")]
)
def test_a_country_is_found_by_its_normlex_id(code: str, name: str):
    country = find_country_by_normlex(code)
    assert country is not None
    assert country.name_en == name


def test_a_country_is_found_by_either_code():
    assert find_country_by_iso("KHM") == find_country_by_iso("kh") == find_country("Cambodge")
    assert find_country_by_iso("ZZZ") is None
    assert find_country_by_normlex("1") is None


def test_homographs_are_listed_once():
    assert "Maurice" in load_homographs()
