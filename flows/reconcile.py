"""`needs reconcile`: the lists of a General Report against the findings of its session."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.screen import make_console
from pipeline.dataset import load_dataset
from pipeline.errors import InputError
from pipeline.gazetteers.countries import find_country_by_iso
from pipeline.reconcile import Case, Reconciled, measure, reconcile_lists

_NAMES = {
    "satisfaction": "cases of satisfaction",
    "interest": "cases of interest",
    "assistance-useful": "technical assistance would be particularly useful",
}


def show_reconciled(folder: Path) -> None:
    """Show what is listed, found, missed and extra, case by case, and precision and recall in one line."""
    dataset = load_dataset(folder)
    found = reconcile_lists(dataset.lists, dataset.findings, dataset.comments)
    if not found:
        raise InputError(
            f"{folder} holds no General Report with lists of satisfaction, interest or assistance: "
            "run again with an annual report of the Committee of Experts among the files"
        )
    console = make_console()
    _show_counts(found, console)
    for one in found:
        _show_cases(one, console)
    console.print(summarise(found), soft_wrap=True)


def summarise(found: Sequence[Reconciled]) -> str:
    """Return precision and recall in one line."""
    precision, recall = measure(found)
    listed = sum(one.listed for one in found)
    absent = sum(not case.commented for one in found for case in one.missed)
    without = f" ({absent} of them without a comment in the dataset)" if absent else ""
    return (
        f"Against {len(found)} lists with {listed} cases{without}: "
        f"precision {_say(precision)}, recall {_say(recall)} of the findings."
    )


def _show_counts(found: Sequence[Reconciled], console: Console) -> None:
    table = Table(title="Lists of the General Report and findings of its session", title_justify="left")
    table.add_column("report")
    table.add_column("list", overflow="fold")
    for name in ("listed", "found", "missed", "extra", "precision", "recall"):
        table.add_column(name, justify="right")
    for one in found:
        precision, recall = measure([one])
        numbers = (one.listed, len(one.found), len(one.missed), len(one.extra))
        report = str(one.report.published_year or one.report.session or "?")
        table.add_row(report, _NAMES[one.kind], *map(str, numbers), _say(precision), _say(recall))
    console.print(table)


def _show_cases(one: Reconciled, console: Console) -> None:
    if not one.missed and not one.extra:
        return
    table = Table(title=f"{_NAMES[one.kind]}, {one.report.published_year or '?'}", title_justify="left")
    for name in ("", "country", "Convention"):
        table.add_column(name)
    table.add_column("page", justify="right")
    table.add_column("quote, or why", overflow="fold")
    for case in one.missed:
        why = "listed, not found" if case.commented else "listed, but the dataset has no comment on it"
        table.add_row("missed", *_place(case), why)
    for case in one.extra:
        table.add_row("extra", *_place(case), escape(case.quote or ""))
    console.print(table)


def _place(case: Case) -> tuple[str, str, str]:
    country = find_country_by_iso(case.country)
    return (country.name_en if country else case.country, case.convention or "", str(case.page))


def _say(share: float | None) -> str:
    return "unknown" if share is None else f"{share:.2f}"
