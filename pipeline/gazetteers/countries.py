"""States and territories, and every name a text may give them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from pipeline.errors import GazetteerError
from pipeline.gazetteers.phrases import make_key
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.vocabulary import Language

_TABLE, _NAMES, _HOMOGRAPHS = "countries.csv", "country_names.csv", "country_homographs.csv"
_REMEMBERED = 4_096  # a report prints the same few names hundreds of times


class CountryKind(StrEnum):
    """What a country is to the ILO."""

    MEMBER = "member"
    TERRITORY = "territory"
    FORMER = "former"
    OTHER = "other"


class NameSort(StrEnum):
    """How a form of words names a country; a part is a constituent country, province or island."""

    NAME = "name"
    SHORT = "short"
    FORMER = "former"
    PART = "part"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Country:
    """A member State, a territory, a former State or another: ISO 3166-1 codes, names printed today, ILO region."""

    iso3: str
    iso2: str | None
    kind: CountryKind
    parent: str | None
    name_en: str
    name_fr: str
    name_es: str
    region: str
    normlex_id: str | None
    member_since: int | None


@dataclass(frozen=True, slots=True)
class CountryName:
    """One form of words for a country; language None is any language."""

    iso3: str
    language: Language | None
    form: str
    sort: NameSort


@cache
def load_countries() -> tuple[Country, ...]:
    """Return every row of countries.csv, refusing codes and ids that stand twice and parents that do not exist."""
    countries = tuple(_make_country(row) for row in read_table(_TABLE))
    refuse_duplicates(_TABLE, (country.iso3 for country in countries))
    refuse_duplicates(_TABLE, (country.iso2 for country in countries if country.iso2))
    refuse_duplicates(_TABLE, (country.normlex_id for country in countries if country.normlex_id))
    codes = {country.iso3 for country in countries}
    for country in countries:
        if country.parent and country.parent not in codes:
            raise GazetteerError(f"{_TABLE}: {country.iso3} has an unknown parent: {country.parent}")
    return countries


@cache
def load_country_names() -> tuple[CountryName, ...]:
    """Return the printed names of countries.csv and the other forms of country_names.csv, each form once."""
    others = tuple(_make_name(row) for row in read_table(_NAMES))
    refuse_duplicates(_NAMES, (make_key(name.form) for name in others))
    names = (*_printed_names(), *others)
    owners: dict[str, str] = {}
    for name in names:
        if owners.setdefault(make_key(name.form), name.iso3) != name.iso3:
            raise GazetteerError(f"{_NAMES}: {name.form} names two countries")
    return names


@cache
def load_homographs() -> tuple[str, ...]:
    """Return the words that look like a country and mostly are something else in running text."""
    forms = tuple(row["form"] for row in read_table(_HOMOGRAPHS))
    refuse_duplicates(_HOMOGRAPHS, map(make_key, forms))
    return forms


@lru_cache(_REMEMBERED)
def find_country(name: str) -> Country | None:
    """Return the country that a name, printed, short, former, inverted or of a part, stands for; no adjectives."""
    return _countries_by_name().get(make_key(name))


def find_country_by_iso(code: str) -> Country | None:
    """Return the country of an ISO 3166-1 code of two or three letters."""
    return _countries_by_code().get(code.upper())


def find_country_by_normlex(normlex_id: str) -> Country | None:
    """Return the country of a NORMLEX COUNTRY_ID, where that id is known."""
    return _countries_by_normlex().get(normlex_id)


@cache
def _countries_by_name() -> dict[str, Country]:
    codes = _countries_by_code()
    return {
        make_key(name.form): codes[name.iso3] for name in load_country_names() if name.sort is not NameSort.ADJECTIVE
    }


@cache
def _countries_by_code() -> dict[str, Country]:
    countries = load_countries()
    return {c.iso2: c for c in countries if c.iso2} | {c.iso3: c for c in countries}


@cache
def _countries_by_normlex() -> dict[str, Country]:
    return {country.normlex_id: country for country in load_countries() if country.normlex_id}


def _printed_names() -> Iterator[CountryName]:
    for country in load_countries():
        yield CountryName(country.iso3, Language.ENGLISH, country.name_en, NameSort.NAME)
        yield CountryName(country.iso3, Language.FRENCH, country.name_fr, NameSort.NAME)
        yield CountryName(country.iso3, Language.SPANISH, country.name_es, NameSort.NAME)


def _make_country(row: dict[str, str]) -> Country:
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"] or None,
        kind=CountryKind(row["kind"]),
        parent=row["parent"] or None,
        name_en=row["name_en"],
        name_fr=row["name_fr"],
        name_es=row["name_es"],
        region=row["region"],
        normlex_id=row["normlex_id"] or None,
        member_since=int(row["member_since"]) if row["member_since"] else None,
    )


def _make_name(row: dict[str, str]) -> CountryName:
    language = Language(row["language"]) if row["language"] else None
    return CountryName(row["iso3"], language, row["form"], NameSort(row["sort"]))
