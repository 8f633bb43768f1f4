"""The lists a step gets as one argument: countries, instruments, headings; loaded once at a door."""

from dataclasses import dataclass

from pipeline.gazetteers.countries import Country, find_country, find_country_by_iso, find_country_by_normlex
from pipeline.gazetteers.headings import Headings, load_headings
from pipeline.gazetteers.instruments import Instrument, find_instrument, find_instrument_by_title


class Countries:
    """Countries by what a page prints of them."""

    def by_name(self, text: str) -> Country | None:
        """Return the country whose name, in any language, is the whole text."""
        return find_country(text)

    def by_iso3(self, code: str) -> Country | None:
        """Return the country of an ISO 3166-1 alpha-3 code."""
        return find_country_by_iso(code)

    def by_normlex_id(self, number: int) -> Country | None:
        """Return the country of a NORMLEX COUNTRY_ID."""
        return find_country_by_normlex(str(number))


class Instruments:
    """Conventions, Protocols and Recommendations by what a page prints of them."""

    def by_code(self, code: str) -> Instrument | None:
        """Return the instrument of a code (`C087`)."""
        return find_instrument(code)

    def by_title(self, text: str) -> Instrument | None:
        """Return the instrument whose title, in any language, is the whole text."""
        return find_instrument_by_title(text)


@dataclass(frozen=True, slots=True)
class Registers:
    """What the steps look things up in."""

    countries: Countries
    instruments: Instruments
    headings: Headings


def make_registers() -> Registers:
    """Load every list that the steps share."""
    return Registers(Countries(), Instruments(), load_headings())
