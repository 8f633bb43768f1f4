"""The title lines of NORMLEX pages: Convention, country, year of ratification."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.folding import fold
from pipeline.gazetteers.registers import Registers
from pipeline.split.lines import Line

_LONGEST = 400
_BRACKET = re.compile(r" *\( *([^()\d:]{5,16}?) *: *(\d{4}) *\)[ .]*$")
_NUMBER = re.compile(r"\( *n(?:os?|um|[°º])?\.? *(\d{1,3}) *\)")
_TAIL = re.compile(r" *\([^()]*\) *$")
_DASH = re.compile(r" +[-–—] +")
_MLC = re.compile(r"\bmlc, ?2006|maritime labour convention, 2006|convention du travail maritime, 2006")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title line prints; a joint comment has a country line and a line for each Convention."""

    text: str
    code: str | None = None
    country: str | None = None
    ratified_year: int | None = None


def parse_title(line: Line, registers: Registers) -> Title | None:
    """Return the title that a line prints, or None where it prints neither a Convention nor a country alone."""
    if len(line.text) > _LONGEST or line.text.endswith((".", ";", ":")):
        return None
    if registers.headings.measure_opening("general-speech", line.folded):
        return None
    words, ratified_year = _take_ratification(line.text, registers)
    country = registers.countries.by_name(words)
    if country is not None:
        return Title(line.text, None, country.iso3, ratified_year)
    for dash in _DASH.finditer(words):
        code, country = find_code(words[: dash.start()], registers), registers.countries.by_name(words[dash.end() :])
        if code and (country or ratified_year):
            return Title(line.text, code, country.iso3 if country else None, ratified_year)
    code = find_code(words, registers)
    return Title(line.text, code, None, ratified_year) if code else None


def find_code(title: str, registers: Registers) -> str | None:
    """Return the code of the Convention or Protocol whose whole title (with or without its number) this is."""
    bare = _TAIL.sub("", title)
    for words in (title, bare, _NUMBER.sub("", title.lower()).replace("  ", " ")):
        instrument = registers.instruments.by_title(words)
        if instrument is not None and instrument.code[0] in "CP":
            return instrument.code
    folded = fold(title)
    if _MLC.search(folded):
        return "C186"
    number = _NUMBER.search(folded) if "conven" in folded else None
    code = f"C{int(number[1]):03}" if number else None
    return code if code and registers.instruments.by_code(code) else None


def keep_titles(
    titles: Iterable[Title], adopted_year: int | None, body: str, registers: Registers
) -> tuple[Title, ...]:
    """Drop the Protocol lines of today from comments older than the ratification that do not name the Protocol."""
    return tuple(title for title in titles if _concerns(title, adopted_year, body, registers))


def _concerns(title: Title, adopted_year: int | None, body: str, registers: Registers) -> bool:
    if title.code is None or not title.code.startswith("P"):
        return True
    instrument = registers.instruments.by_code(title.code)
    if instrument is None:
        return True
    year = instrument.year
    if adopted_year is not None and adopted_year >= max(year, title.ratified_year or year):
        return True
    return bool(re.search(rf"\bprotoc\w+ (?:of|de|du) {year}|\b{year} protocol", body))


def _take_ratification(text: str, registers: Registers) -> tuple[str, int | None]:
    bracket = _BRACKET.search(text)
    if bracket is None or not registers.headings.is_whole("ratification", fold(bracket[1])):
        return text.strip(), None
    return text[: bracket.start()].strip(), int(bracket[2])
