"""Reading the CSV tables: a stray blank, a ragged row or a duplicate key is refused with file and line."""

import csv
from collections.abc import Iterable
from importlib.resources import files

from pipeline.errors import GazetteerError


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `pipeline/gazetteers/<name>` (a path below it, with .csv), refusing stray blanks."""
    lines = files("pipeline.gazetteers").joinpath(name).read_text(encoding="utf-8").splitlines()
    reader = csv.DictReader(lines, strict=True)
    rows = []
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise GazetteerError(f"{name}: line {number} has not the columns of its header")
        if any(cell != cell.strip() or "  " in cell for cell in row.values()):
            raise GazetteerError(f"{name}: line {number} has a stray blank: {row}")
        rows.append(row)
    return tuple(rows)


def refuse_duplicates(name: str, keys: Iterable[object]) -> None:
    """Raise GazetteerError naming the first key that stands twice in the table."""
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            raise GazetteerError(f"{name}: {key} stands twice")
        seen.add(key)


def split_list(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that joins them with semicolons."""
    return tuple(part for part in cell.split(";") if part)
