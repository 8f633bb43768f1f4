"""Published figures laid out as their source has them, computed beside published, each difference in words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.records import Comment, Figure
from pipeline.vocabulary import Body, CommentKind

_PERIOD = re.compile(r"(?P<series>.+)-(?P<first>[12][0-9]{3})-(?P<last>[12][0-9]{3})")
_EVERY_YEAR = 0
_Covered = Mapping[tuple[Body, str | None, int], Sequence[Comment]]


class Shown(NamedTuple):
    """A row of a published table: what is counted, of whom, in which unit, and its figure in each column."""

    title: str
    body: Body | None
    kind: str | None
    unit: str
    cells: tuple[Figure | None, ...]


class Layout(NamedTuple):
    """A published table: its source, its columns (years, or one period), its rows; the notes explain differences."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[Shown, ...]
    notes: tuple[str, ...]


def lay_out(figures: Iterable[Figure], comments: Iterable[Comment]) -> tuple[Layout, ...]:
    """Return the published tables: those with years first, then those of periods, in the order of their sources."""
    covered = _cover(comments)
    order = list(load_titles())
    tables: defaultdict[tuple[bool, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.published_source:
            period = _PERIOD.fullmatch(figure.series)
            span = f"{period['first']}–{period['last']}" if period else ""
            tables[period is not None, span, figure.published_source.partition(", paragraph")[0]].append(figure)
    for found in tables.values():
        found.sort(key=lambda one: (order.index(_bare(one.series)), one.body or ""))
    return tuple(_make_layout(source, span, found, covered) for (_, span, source), found in sorted(tables.items()))


@cache
def load_titles() -> Mapping[str, str]:
    """Return the title of each series, in the order in which they are shown."""
    rows = read_table("series.csv")
    refuse_duplicates("series.csv", (row["series"] for row in rows))
    return {row["series"]: row["title"] for row in rows}


def explain(figure: Figure, covered: _Covered) -> str:
    """Say why a computed figure is what it is beside the published one."""
    if figure.published_value is None:
        return "the source states nothing"
    if figure.value == figure.published_value:
        return "as published"
    years = _years_of(figure)
    kinds: list[str | None] = [*(figure.kind.split("+") if figure.kind else [None])]
    made = {(kind, year): _held(figure.body, kind, year, covered) for kind in kinds for year in years}
    if figure.value is not None:
        return _explain_difference(figure, [one for ones in made.values() for one in ones], years, covered)
    lacking = (
        f"{figure.body} {kind or 'comment'} published in {_join_years([y for y in years if not made[kind, y]])}"
        for kind in kinds
        if not all(made[kind, year] for year in years)
    )
    return f"not computed: the dataset has no {', no '.join(lacking)}"


def _explain_difference(figure: Figure, made: Sequence[Comment], years: Sequence[int], covered: _Covered) -> str:
    countries = {country for one in made for country in one.countries}
    held = {year for year in years if covered.get((Body.CEACR, str(CommentKind.GENERAL_REPORT), year))}
    lacking = [year for year in years if year not in held]
    sign = (figure.value or 0) - (figure.published_value or 0)
    basis = f"{sign:+d}: computed from {len(made)} comments on {len(countries)} countries"
    if figure.body is Body.CEACR and lacking:
        return f"{basis}; the dataset does not hold the whole report published in {_join_years(lacking)}"
    return basis


def _make_layout(source: str, span: str, figures: Sequence[Figure], covered: _Covered) -> Layout:
    columns = (span,) if span else tuple(str(year) for year in sorted({one.year for one in figures if one.year}))
    rows: dict[tuple[str, Body | None, str | None, str], dict[str, Figure]] = {}
    for one in figures:
        place = (_bare(one.series), one.body, one.kind, one.unit)
        rows.setdefault(place, {})[span or str(one.year)] = one
    titles = load_titles()
    shown = tuple(
        Shown(titles[series], body, kind, unit, tuple(cells.get(column) for column in columns))
        for (series, body, kind, unit), cells in rows.items()
    )
    notes = tuple(f"{row.title}: {note}" for row in shown for note in _explain_row(row, columns, covered))
    return Layout(source, columns, shown, notes)


def _explain_row(row: Shown, columns: Sequence[str], covered: _Covered) -> Iterator[str]:
    """Yield what explains the differences of a row; columns that are not covered are told together."""
    uncovered: list[int] = []
    for column, cell in zip(columns, row.cells, strict=True):
        if cell is None or cell.published_value in (None, cell.value):
            continue
        if cell.value is None and cell.year is not None:
            uncovered.append(cell.year)
        else:
            yield f"{column}: {explain(cell, covered)}"
    if uncovered:
        form = row.kind or "comment"
        yield f"not computed: the dataset has no {row.body} {form} published in {_join_years(uncovered)}"


def _cover(comments: Iterable[Comment]) -> _Covered:
    covered: defaultdict[tuple[Body, str | None, int], list[Comment]] = defaultdict(list)
    for one in comments:
        year = one.published_year or _EVERY_YEAR
        covered[one.body, None, year].append(one)
        if one.kind:
            covered[one.body, str(one.kind), year].append(one)
    return covered


def _bare(series: str) -> str:
    period = _PERIOD.fullmatch(series)
    return period["series"] if period else series


def _years_of(figure: Figure) -> list[int]:
    period = _PERIOD.fullmatch(figure.series)
    return list(range(int(period["first"]), int(period["last"]) + 1)) if period else [figure.year or _EVERY_YEAR]


def _held(body: Body | None, kind: str | None, year: int, covered: _Covered) -> Sequence[Comment]:
    return covered.get((body, kind, year), ()) if body else ()


def _join_years(years: Sequence[int]) -> str:
    """Return years as people write them: 1999–2002, 2005."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
