"""Instruments cited by their titles, with the year and the number that may follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.citations.numbers import NUMERAL, read_numeral
from pipeline.gazetteers.citation_words import make_alternatives
from pipeline.gazetteers.instruments import Instrument, InstrumentKind, find_instrument, load_bare_titles
from pipeline.gazetteers.phrases import Phrases, close_bracket, find_phrases, make_phrases
from pipeline.records import Span


def find_titled(text: str, folded: str) -> Iterator[tuple[Span, str]]:
    """Yield the instruments whose titles stand in a text; a title used twice needs its year or number."""
    for span, candidates in find_phrases(
        text, _title_phrases(), lambda span, _candidates: _is_written_out(span.cut(text))
    ):
        closed = close_bracket(text, span)
        trail = _trail().match(folded, closed.end)
        end = trail.end() if trail else closed.end
        year = int(trail["year"]) if trail and trail["year"] else None
        number = read_numeral(text[slice(*trail.span("number"))]) if trail and trail["number"] else None
        fitting = [i for i in candidates.instruments if _fits(i, year, number)]
        if len(fitting) == 1 and (candidates.complete or year or number):
            yield Span(closed.start, end), fitting[0].code
        elif not fitting and not number and candidates.complete and len(candidates.instruments) == 1:
            yield closed, candidates.instruments[0].code  # the year belongs to something else


def _is_written_out(words: str) -> bool:
    """Say whether the words are a title: a single word, such as MLC, needs a capital."""
    return " " in words or "\n" in words or words[0].isupper()


def _fits(instrument: Instrument, year: int | None, number: int | None) -> bool:
    """Say whether year and number are the instrument's; a Protocol's title is followed by its Convention's."""
    if instrument.kind is InstrumentKind.PROTOCOL:
        return True
    return instrument.number == number if number else year in (None, instrument.year)


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The instruments that one title may mean; an incomplete title lacks the word Convention."""

    instruments: tuple[Instrument, ...]
    complete: bool


@cache
def _title_phrases() -> Phrases[_Candidates]:
    titles = {form: _Candidates(_instruments(codes), complete=True) for form, codes in load_bare_titles().items()}
    shortened: dict[str, _Candidates] = {}
    for form, candidates in titles.items():
        short = _kind_word().sub("", form).strip()
        if short != form and short not in titles and " " in short:
            shortened[short] = _Candidates(candidates.instruments, complete=False)
    return make_phrases({**shortened, **titles}.items())


def _instruments(codes: tuple[str, ...]) -> tuple[Instrument, ...]:
    return tuple(instrument for code in codes if (instrument := find_instrument(code)))


@cache
def _kind_word() -> re.Pattern[str]:
    return re.compile(rf"\s{make_alternatives('convention')}(?=$|\s\w+$)")


@cache
def _trail() -> re.Pattern[str]:
    year, mark = r"(?:\s*,?\s*\b(?P<year>(?:19|20)\d\d)\b)?", rf"{make_alternatives('number')}\.?\s*"
    return re.compile(rf"{year}(?:\s*,?\s*[(\[]\s*{mark}(?P<number>{NUMERAL})\s*[)\]])?")
