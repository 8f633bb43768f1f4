"""Which office serves which country: facts that a planner can check by eye."""

import pytest

from pipeline.gazetteers.countries import CountryKind, load_countries
from pipeline.gazetteers.offices import find_office, load_offices, map_offices


@pytest.mark.parametrize(
    ("country", "office"),
    [
        ("KEN", "dar-es-salaam"),
        ("LSO", "pretoria"),
        ("HTI", "san-jose"),
        ("FJI", "suva"),
        ("LBN", "beirut"),
        ("GEO", "budapest"),
        ("UZB", "moscow"),
        ("PER", "lima"),
    ],
)
def test_a_country_is_served_by_its_office(country: str, office: str):
    assert map_offices()[country] == office


def test_what_is_not_known_is_not_there():
    assert "CHE" not in map_offices()


def test_nearly_every_member_outside_western_europe_has_an_office():
    without = {
        one.iso3 for one in load_countries()
        if one.kind is CountryKind.MEMBER and one.region != "europe-central-asia" and one.iso3 not in map_offices()
    }
    assert without == {"AUS", "JPN", "KOR", "NZL"}


@pytest.mark.parametrize("words", ["san-jose", "San José", "san jose"])
def test_an_office_is_found_by_its_key_and_its_city(words: str):
    found = find_office(words)
    assert found is not None and found.key == "san-jose"


def test_offices_stand_in_the_order_of_their_keys():
    keys = [office.key for office in load_offices()]
    assert keys == sorted(keys)
