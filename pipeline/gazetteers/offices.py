"""The field offices and decent work teams of the ILO, and the countries that each serves as of 2024.

The rows are facts that change with the Office's own arrangements. A country that no office is known to serve (most of
Western Europe is served from Geneva) stands in no row: its office is unknown, not none.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pipeline.errors import GazetteerError
from pipeline.gazetteers.countries import load_countries
from pipeline.gazetteers.phrases import make_key
from pipeline.gazetteers.tables import read_table, refuse_duplicates, split_list

_TABLE = "offices.csv"


class OfficeKind(StrEnum):
    """What an office is: a regional or country office, or one with a decent work team of specialists."""

    REGIONAL = "regional-office"
    TEAM = "decent-work-team"
    COUNTRY = "country-office"


@dataclass(frozen=True, slots=True)
class Office:
    """A field office: its key and name, the city it is in, and the countries it serves, ISO 3166-1 alpha-3."""

    key: str
    name: str
    city: str
    kind: OfficeKind
    countries: tuple[str, ...]


@cache
def load_offices() -> tuple[Office, ...]:
    """Return every row of offices.csv, refusing keys and countries that stand twice and unknown countries."""
    offices = tuple(_make_office(row) for row in read_table(_TABLE))
    refuse_duplicates(_TABLE, (office.key for office in offices))
    refuse_duplicates(_TABLE, (country for office in offices for country in office.countries))
    known = {country.iso3 for country in load_countries()}
    for office in offices:
        for country in office.countries:
            if country not in known:
                raise GazetteerError(f"{_TABLE}: {office.key} has an unknown country: {country}")
    return offices


def find_office(words: str) -> Office | None:
    """Return the office of a key, a city or a name."""
    key = make_key(words)
    fitting = (one for one in load_offices() if key in {make_key(form) for form in (one.key, one.city, one.name)})
    return next(fitting, None)


@cache
def map_offices() -> dict[str, str]:
    """Return the key of the office that serves each country, where one is known."""
    return {country: office.key for office in load_offices() for country in office.countries}


def _make_office(row: dict[str, str]) -> Office:
    return Office(row["key"], row["name_en"], row["city"], OfficeKind(row["kind"]), split_list(row["countries"]))
