"""Figures that a text prints of itself (*on 38 occasions in 2002, on 33 in 2001*), read into the published series.

A number counts where a unit or a year follows it. Its series is the one whose wording stands nearest in the sentence,
or, where the sentence only goes on (*corresponding figures are …*), the one before. A number without a year stands for
the period that the text named last. What is not printed is not read: an unknown figure is no figure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.folding import fold
from pipeline.gazetteers.citation_words import make_alternatives
from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.records import Figure
from pipeline.vocabulary import Body, Language

_YEAR = r"(?<![\d,.])(?:19|20)\d\d(?!\d)"
_SAID = "said"  # the form of comment that the text named last

_Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the text has named so far: the series, the body, the form of comment and the period."""

    series: str | None = None
    body: str | None = None
    kind: str | None = None
    period: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """A printed number with its place in the sentence."""

    start: int
    end: int
    value: int


def read_figures(sentences: Iterable[str], headings: Headings, language: Language) -> tuple[Figure, ...]:
    """Return the figures of the series that the sentences print, in the order of their text."""
    figures: list[Figure] = []
    said = _Said()
    for sentence in sentences:
        said, found = _read_sentence(fold(sentence), said, headings, language)
        figures.extend(found)
    return tuple(figures)


def _read_sentence(text: str, said: _Said, headings: Headings, language: Language) -> tuple[_Said, list[Figure]]:
    named = _find_named(text, "printed", headings)
    bodies = _find_named(text, "printed-body", headings)
    kind = _last(_find_named(text, "printed-kind", headings)) or said.kind
    period, text = _cut_period(text, said.period, headings)
    again = said.series if headings.find_within("printed-again", text) else None
    numbers = _find_numbers(text, headings, language)
    years = [(match.start(), int(match[0])) for match in re.finditer(_YEAR, text)]
    found: list[Figure] = []
    for place, number in enumerate(numbers):
        start, _, series = (0, 0, again) if again else _nearest(number, named)
        row = _find_row(series, _last([one for one in bodies if one[0] < start]) or said.body)
        if row:
            following = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
            made = _Said(row["series"], row["body"], kind if row["kind"] == _SAID else row["kind"] or None, period)
            found += _make_figures(number, _years_of(number, following, years, numbers), made, row["unit"])
    return _Said(again or _last(named) or said.series, _last(bodies) or said.body, kind, period), found


def _make_figures(number: _Number, years: Sequence[int], said: _Said, unit: str) -> Iterator[Figure]:
    body = Body(said.body) if said.body else None
    for year in years:
        yield Figure(str(said.series), body, said.kind, year, unit, None, number.value)
    if not years and said.period:
        name = f"{said.series}-{said.period[0]}-{said.period[1]}"
        yield Figure(name, body, said.kind, None, unit, None, number.value)


def _years_of(
    number: _Number, following: int, years: Sequence[tuple[int, int]], numbers: Sequence[_Number]
) -> list[int]:
    """Return the years of a number: those before the next one, or the last before it where the sentence opens so."""
    if years and years[0][0] < numbers[0].start:
        return [year for place, year in years if place < number.start][-1:]
    return [year for place, year in years if number.end <= place < following]


def _find_numbers(text: str, headings: Headings, language: Language) -> list[_Number]:
    words = _load_number_words()[language]
    spelled = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    unit, before_year = (headings.patterns[key].pattern for key in ("printed-unit", "printed-year"))
    counted = re.compile(
        rf"(?<![\w,.])(?P<number>\d{{1,3}}(?:[, ]\d{{3}})+|\d{{1,3}}|{spelled})"
        rf"(?=(?: +[a-z]+){{0,3}}? +{unit}| +{before_year} +{_YEAR})"
    )
    return [
        _Number(*match.span("number"), words.get(match["number"]) or int(re.sub(r"\D", "", match["number"])))
        for match in counted.finditer(text)
        if not _label().search(text, 0, match.start())
    ]


def _cut_period(text: str, known: tuple[int, int] | None, headings: Headings) -> tuple[tuple[int, int] | None, str]:
    """Return the period that the sentence names (*from 1999 to 2002*), or the known one, and the text without it."""
    since, until = (headings.patterns[key].pattern for key in ("printed-since", "printed-until"))
    found = re.search(rf"\b{since} [^.;]{{0,24}}?({_YEAR}) {until} [^.;]{{0,24}}?({_YEAR})", text)
    if found is None:
        return known, text
    return (int(found[1]), int(found[2])), text[: found.start()] + " " * len(found[0]) + text[found.end() :]


def _find_named(text: str, family: str, headings: Headings) -> list[_Named]:
    """Return (start, end, name) of the wordings of a family; of two that begin together the longer stands last."""
    found = [
        (match.start(), match.end(), key.removeprefix(f"{family}."))
        for key in headings.families[family]
        for match in headings.patterns[key].finditer(text)
    ]
    return sorted(found)


def _last(named: Sequence[_Named]) -> str | None:
    return named[-1][2] if named else None


def _nearest(number: _Number, named: Sequence[_Named]) -> _Named:
    """Return the wording that stands nearest to the number."""
    gaps = ((max(one[0] - number.end, number.start - one[1], 0), one) for one in named)
    return min(gaps, default=(0, (0, 0, "")))[1]


def _find_row(series: str, body: str | None) -> Mapping[str, str] | None:
    """Return what is known of a series: the body's own row where several bodies have one."""
    rows = [row for row in _load_series() if row["series"] == series]
    return rows[0] if len(rows) == 1 else next((row for row in rows if row["body"] == body), None)


@cache
def _label() -> re.Pattern[str]:
    """The word before the number of a Convention or an Article, which counts nothing."""
    return re.compile(rf"\b(?:{make_alternatives('number')}|{make_alternatives('article')})\.?\s*\Z")


@cache
def _load_series() -> tuple[dict[str, str], ...]:
    rows = read_table("printed_series.csv")
    refuse_duplicates("printed_series.csv", ((row["series"], row["body"]) for row in rows))
    return rows


@cache
def _load_number_words() -> Mapping[Language, Mapping[str, int]]:
    rows = read_table("number_words.csv")
    refuse_duplicates("number_words.csv", ((row["language"], fold(row["word"])) for row in rows))
    return {
        language: {fold(row["word"]): int(row["value"]) for row in rows if row["language"] == language}
        for language in Language
    }
