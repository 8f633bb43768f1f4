"""`needs compare`: what changed between two datasets, on the screen or in a file."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.screen import make_console
from pipeline.compare.changes import compare_folders
from pipeline.compare.digest import make_json, make_markdown, summarise_changes
from pipeline.compare.values import NEED_TURNS, Changes
from pipeline.store.files import make_folder, write_whole

_MOST_ROWS = 40
_WIDTH = 120


def tell_difference(old: Path, new: Path, form: str, out: Path | None) -> None:
    """Tell what changed from the old dataset to the new, as a table, as Markdown or as JSON."""
    changes = compare_folders(old, new)
    if out is not None:
        make_folder(out.parent)
        write_whole(out, _FORMS[form](changes))
        make_console().print(f"{summarise_changes(changes)} Written to {out}.", soft_wrap=True, markup=False)
    elif form == "table":
        _show(make_console(), changes)
    else:
        sys.stdout.write(_FORMS[form](changes).decode())


def _make_table(changes: Changes) -> bytes:
    written = io.StringIO()
    _show(Console(file=written, width=_WIDTH, highlight=False), changes)
    return written.getvalue().encode()


_FORMS: dict[str, Callable[[Changes], bytes]] = {
    "table": _make_table,
    "md": lambda changes: make_markdown(changes).encode(),
    "json": make_json,
}


def _show(console: Console, changes: Changes) -> None:
    """Show the changes of needs, the most urgent first, then counts by office and region, then all in one line."""
    if changes.needs:
        table = Table("change", "country", "Convention", "was", "is", "priority", title="Needs", title_justify="left")
        for one in changes.needs[:_MOST_ROWS]:
            cells = (one.turn, one.country, one.convention or "", one.was or "", one.now or "", str(one.priority or ""))
            table.add_row(*map(escape, cells))
        console.print(table)
        if len(changes.needs) > _MOST_ROWS:
            console.print(f"… and {len(changes.needs) - _MOST_ROWS} more: --format md or json tells all of them")
        _show_counts(console, changes)
    console.print(summarise_changes(changes), soft_wrap=True)


def _show_counts(console: Console, changes: Changes) -> None:
    table = Table("where", *NEED_TURNS, title="Needs by office, region and country", title_justify="left")
    for kind, counts in (
        ("office", changes.count_by(lambda one: one.office)),
        ("region", changes.count_by(lambda one: one.region)),
        ("country", changes.count_by(lambda one: one.country)),
    ):
        for name, count in counts.items():
            table.add_row(escape(f"{kind} {name or 'unknown'}"), *(str(count[turn]) for turn in NEED_TURNS))
    console.print(table)
