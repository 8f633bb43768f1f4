"""`needs series`: published figures beside computed ones, figures by year or spread, and the needs that come first."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.screen import make_console
from flows.weights import choose_components
from pipeline.build import make_places
from pipeline.dataset import Dataset, load_dataset
from pipeline.gather import Ranked, find_trails, gather_needs, rank_needs
from pipeline.gazetteers.countries import find_country_by_iso
from pipeline.records import Figure, Need
from pipeline.series import Count, Layout, Registered, lay_out, load_titles, spread_findings
from pipeline.store.files import write_whole
from pipeline.vocabulary import By

UNKNOWN, NOT_PRINTED = "·", "–"
_SPREAD = {
    "comments": "comments",
    "ta-suggestions": "suggested",
    "ta-requests": "requested",
    "tc-references": "projects",
    "missions": "missions",
    "concern": "concern",
    "interest": "interest",
    "satisfaction": "satisfied",
}
_COLUMNS = ("by", "value", "body", "kind", "year", "series", "unit", "figure")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: spread over what, of which years, into which file; or how many needs, by whose weights."""

    by: By | None = None
    years: tuple[int, ...] = ()
    file: Path | None = None
    top: int | None = None
    weights: Path | None = None


def show_series(folder: Path, wish: Wish) -> None:
    """Show the figures of a dataset, and write them where a file is wished for."""
    dataset, console = load_dataset(folder), make_console()
    if wish.top is not None:
        show_ranked(rank_needs(_weigh(dataset, wish.weights), wish.top), console)
        return
    if wish.by is None:
        chosen = [one for one in dataset.series if not wish.years or one.year in wish.years]
        for layout in lay_out(dataset.series, dataset.comments):
            _show_layout(layout, console)
        _show_years(chosen, console)
        rows = [_as_row(one) for one in chosen]
    else:
        counts = spread_findings(dataset.findings, dataset.comments, _register(), wish.by, wish.years)
        _show_spread(counts, wish, console)
        rows = [(str(wish.by), *one) for one in counts]
    if wish.file is not None:
        write_whole(wish.file, make_csv(rows))
        console.print(f"{len(rows)} figures in {wish.file}", soft_wrap=True)


def show_ranked(ranked: Sequence[Ranked], console: Console) -> None:
    """Show the needs that come first, each with the reasons of its priority in words."""
    table = Table(title="Open needs by priority; = shares its rank", title_justify="left", show_lines=True)
    for name in ("rank", "priority"):
        table.add_column(name, justify="right")
    for name in ("country", "Convention", "status", "years", "because"):
        table.add_column(name, overflow="fold")
    for one in ranked:
        need = one.need
        rank = f"{one.rank}{'=' if one.tied else ''}"
        span = "–".join(map(str, dict.fromkeys((need.first_year or "?", need.last_year or "?"))))
        told = "\n".join(map(escape, need.priority_reasons))
        under = need.convention or ", ".join(need.purposes)
        table.add_row(rank, str(need.priority), _name_country(need.country), under, need.status, span, told)
    console.print(table)


def make_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return figures as CSV, one a row; an unknown figure is empty, a zero is 0."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    writer.writerows(rows)
    return file.getvalue().encode()


def _weigh(dataset: Dataset, weights: Path | None) -> tuple[Need, ...]:
    if weights is None:
        return dataset.needs
    trails = find_trails(dataset.findings, dataset.comments, dataset.referrals)
    return gather_needs(trails, make_places(), choose_components(weights))


def _register() -> Registered:
    places = make_places()
    return Registered(places.regions, places.offices, places.subjects)


def _show_layout(layout: Layout, console: Console) -> None:
    title = f"{layout.source}: computed / published ({UNKNOWN} not covered, {NOT_PRINTED} not stated)"
    table = Table(title=title, title_justify="left")
    for name in ("series", "body", "form", "unit"):
        table.add_column(name, overflow="fold")
    for name in layout.columns:
        table.add_column(name, justify="right")
    for row in layout.rows:
        cells = (_pair(cell) for cell in row.cells)
        table.add_row(row.title, row.body or "", row.kind or "", row.unit, *cells)
    console.print(table)
    for note in layout.notes:
        console.print(f"  {note}", soft_wrap=True, markup=False)


def _pair(figure: Figure | None) -> str:
    if figure is None:
        return f"{UNKNOWN} / {NOT_PRINTED}"
    value = UNKNOWN if figure.value is None else str(figure.value)
    published = NOT_PRINTED if figure.published_value is None else str(figure.published_value)
    return f"{value} / {published}"


def _show_years(figures: Iterable[Figure], console: Console) -> None:
    """Show the computed figures by year of publication: a row for each series, body, form and unit."""
    titles = load_titles()
    rows: defaultdict[tuple[str, str, str, str], dict[int, int]] = defaultdict(dict)
    for one in figures:
        if one.value is not None and one.year is not None:
            rows[one.series, one.body or "", one.kind or "", one.unit][one.year] = one.value
    told = {place: found for place, found in rows.items() if any(found.values())}
    years = sorted({year for found in rows.values() for year in found})
    table = Table(title=f"By year of publication ({UNKNOWN} not covered)", title_justify="left")
    table.add_column("series", overflow="fold", min_width=24)
    for name in ("body", "form", "unit"):
        table.add_column(name, no_wrap=True)
    for year in years:
        table.add_column(str(year), justify="right")
    order = list(titles)
    for place in sorted(told, key=lambda place: (place[1], place[2], order.index(place[0]))):
        series, body, kind, unit = place
        cells = (str(told[place][year]) if year in told[place] else UNKNOWN for year in years)
        table.add_row(titles[series], body, kind, unit, *cells)
    console.print(table)
    if len(rows) > len(told):
        console.print(f"{len(rows) - len(told)} more series are zero in every covered year", soft_wrap=True)


def _show_spread(counts: Sequence[Count], wish: Wish, console: Console) -> None:
    """Show the figures of each value, years together, bodies and forms apart."""
    rows: defaultdict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    units: dict[str, str] = {}
    for one in counts:
        units.setdefault(one.series, one.unit)
        if one.number is not None:
            found = rows[one.value or "", one.body, one.kind or ""]
            found[one.series] = found.get(one.series, 0) + one.number
    asked = ", ".join(map(str, wish.years)) if wish.years else "all years"
    table = Table(title=f"By {wish.by}, {asked} of publication; forms apart", title_justify="left")
    for name in (str(wish.by), "body", "form"):
        table.add_column(name, no_wrap=True)
    for name, short in _SPREAD.items():
        table.add_column(f"{short}\n{units.get(name, '')}", justify="right")
    for place in sorted(place for place, found in rows.items() if any(found.values())):
        table.add_row(_name(place[0], wish.by), *place[1:], *_cells(rows[place]))
    console.print(table)


def _cells(found: Mapping[str, int]) -> Iterable[str]:
    return (str(found[name]) if name in found else UNKNOWN for name in _SPREAD)


def _name(value: str, by: By | None) -> str:
    if not value:
        return "(none named)"
    return _name_country(value) if by is By.COUNTRY else value


def _name_country(iso3: str) -> str:
    country = find_country_by_iso(iso3)
    return f"{country.name_en} ({iso3})" if country else iso3


def _as_row(figure: Figure) -> tuple[object, ...]:
    return ("year", figure.year, figure.body, figure.kind, figure.year, figure.series, figure.unit, figure.value)
