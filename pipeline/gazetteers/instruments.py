"""Conventions, Protocols and Recommendations, the forms of their titles, and the names of groups of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from pipeline.errors import GazetteerError
from pipeline.gazetteers.citation_words import load_citation_words, make_alternatives
from pipeline.gazetteers.phrases import make_key
from pipeline.gazetteers.tables import read_table, refuse_duplicates, split_list
from pipeline.vocabulary import Language

_TABLE, _VARIANTS, _COLLECTIVES = "instruments.csv", "instrument_variants.csv", "collectives.csv"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REMEMBERED = 4_096  # a report prints the same few titles hundreds of times


class InstrumentKind(StrEnum):
    """The kinds of instrument."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A row of instruments.csv: titles without the number, status as of a date, the codes that revise it."""

    code: str
    kind: InstrumentKind
    number: int
    year: int
    title_en: str
    title_fr: str
    title_es: str
    status: str | None
    status_as_of: str | None
    type: str | None
    subject: str | None
    revised_by: tuple[str, ...]
    normlex_id: str | None


@dataclass(frozen=True, slots=True)
class Collective:
    """A name for several instruments and the dates between which it meant those."""

    name: str
    language: Language
    form: str
    begins: date | None
    ends: date | None
    codes: tuple[str, ...]


@cache
def load_instruments() -> tuple[Instrument, ...]:
    """Return every row of instruments.csv, refusing codes that stand twice and revisions by unknown codes."""
    instruments = tuple(_make_instrument(row) for row in read_table(_TABLE))
    refuse_duplicates(_TABLE, (instrument.code for instrument in instruments))
    refuse_duplicates(_TABLE, ((instrument.kind, instrument.number) for instrument in instruments))
    for instrument in instruments:
        _refuse_unknown(_TABLE, instrument.revised_by, instruments)
    return instruments


@cache
def load_titles() -> tuple[tuple[str, str], ...]:
    """Return (title as printed or varied, code), refusing a variant that stands twice or has an unknown code."""
    rows = read_table(_VARIANTS)
    refuse_duplicates(_VARIANTS, ((row["language"], row["form"], row["code"]) for row in rows))
    variants = tuple((row["form"], row["code"]) for row in rows)
    _refuse_unknown(_VARIANTS, (code for _, code in variants), load_instruments())
    printed = ((title, i.code) for i in load_instruments() for title in (i.title_en, i.title_fr, i.title_es))
    return (*printed, *variants)


@cache
def load_collectives() -> tuple[Collective, ...]:
    """Return every row of collectives.csv, refusing rows that stand twice and unknown codes."""
    collectives = tuple(_make_collective(row) for row in read_table(_COLLECTIVES))
    refuse_duplicates(_COLLECTIVES, ((c.language, c.form, c.begins, c.name) for c in collectives))
    for collective in collectives:
        _refuse_unknown(_COLLECTIVES, collective.codes, load_instruments())
    return collectives


def find_instrument(code: str) -> Instrument | None:
    """Return the instrument of a code such as C087, P029 or R204."""
    return _instruments_by_code().get(code)


def find_instrument_by_number(kind: InstrumentKind, number: int) -> Instrument | None:
    """Return the instrument of a kind and number."""
    return _instruments_by_code().get(f"{kind.value[0].upper()}{number:03d}")


@lru_cache(_REMEMBERED)
def find_instrument_by_title(title: str) -> Instrument | None:
    """Return the one instrument of a title, year and number in either order or left out; None where several fit."""
    words = _number_pattern().sub(" ", make_key(title))
    year = _YEAR.findall(words)
    number = _number_pattern().search(make_key(title))
    codes = load_bare_titles().get(bare_title(title), ())
    fitting = [i for i in map(find_instrument, codes) if i and (not number or i.number == int(number["number"]))]
    dated = [i for i in fitting if str(i.year) in year] or fitting
    return dated[0] if len(dated) == 1 else None


@cache
def load_bare_titles() -> dict[str, tuple[str, ...]]:
    """Return the codes of every title's bare words, year and number left out; titles that were revised have several."""
    codes: dict[str, set[str]] = defaultdict(set)
    for title, code in load_titles():
        for form in _vary(bare_title(title)):
            codes[form].add(code)
    return {form: tuple(sorted(found)) for form, found in codes.items()}


def bare_title(title: str) -> str:
    """Return the bare words of a title without its year at the end and without its number."""
    words = _number_pattern().sub(" ", make_key(title))
    return " ".join(re.sub(r"\s(?:19|20)\d\d(?=\s*$|\smlc 2006\s*$)", " ", words).split())


def _vary(form: str) -> Iterator[str]:
    yield form
    about = re.search(rf"\b{make_alternatives('about')}\b", form)
    if about:
        for other in load_citation_words()["about"]:
            yield form[: about.start()] + other + form[about.end() :]


@cache
def _number_pattern() -> re.Pattern[str]:
    marks = "|".join(sorted({make_key(form) for form in load_citation_words()["number"]}))
    return re.compile(rf"\s(?:{marks})\s+(?P<number>\d{{1,3}})\b")


@cache
def _instruments_by_code() -> dict[str, Instrument]:
    return {instrument.code: instrument for instrument in load_instruments()}


def _refuse_unknown(table: str, codes: Iterable[str], instruments: tuple[Instrument, ...]) -> None:
    known = {instrument.code for instrument in instruments}
    for code in codes:
        if code not in known:
            raise GazetteerError(f"{table}: {code} is not a code of {_TABLE}")


def _make_instrument(row: dict[str, str]) -> Instrument:
    return Instrument(
        code=row["code"],
        kind=InstrumentKind(row["kind"]),
        number=int(row["number"]),
        year=int(row["year"]),
        title_en=row["title_en"],
        title_fr=row["title_fr"],
        title_es=row["title_es"],
        status=row["status"] or None,
        status_as_of=row["status_as_of"] or None,
        type=row["type"] or None,
        subject=row["subject"] or None,
        revised_by=split_list(row["revised_by"]),
        normlex_id=row["normlex_id"] or None,
    )


def _make_collective(row: dict[str, str]) -> Collective:
    begins, ends = (date.fromisoformat(row[column]) if row[column] else None for column in ("as_of_from", "as_of_to"))
    codes = split_list(row["codes"])
    return Collective(row["name"], Language(row["language"]), row["form"], begins, ends, codes)
