"""Small datasets to be given out: made by a run of the stand-in, or row by row from what hypothesis draws."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from pipeline import tables
from pipeline.store.reading import ARROW, Edition, read_edition
from pipeline.tables import Column, Kind, Table
from tests.building import build

A = "KEN C087 2001 reminded: The Committee recalls the help of the Office.\nKEN C087 2003 requested: The Government asks."
B = "FRA C098 2002 satisfaction: The Committee notes it with satisfaction.\nMLI - 2002 encouraged: It invites to ask."
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", '"', "\\", "a;b", "{}", "NULL", "\\N", "_x0041_", "\x01", "\r\n", "<&>", "é…"]
)


def make_folder(place: Path, **files: str) -> Path:
    """Build a dataset of invented lines, one file for each name."""
    inputs = place / "in"
    inputs.mkdir(exist_ok=True)
    for name, lines in files.items():
        (inputs / f"{name}.txt").write_text(lines, encoding="utf-8")
    build(inputs, place / "out")
    return place / "out"


def make_edition(place: Path, **files: str) -> Edition:
    """Build a dataset and read it to be given out."""
    return read_edition(make_folder(place, **(files or {"a": A, "b": B})))


def edition_of(rows: Mapping[str, list[dict[str, Any]]], folder: Path = Path("nowhere")) -> Edition:
    """Return an edition that holds these rows; columns that a row does not name are unknown."""
    return Edition(folder, {table.name: _as_columns(table, rows.get(table.name, [])) for table in tables.PUBLISHED})


def draw_cell(column: Column) -> st.SearchStrategy[Any]:
    """Any cell that the type of a column can hold."""
    cells: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: TEXT,
        Kind.INTEGER: st.integers(-(2**63), 2**63 - 1),
        Kind.NUMBER: st.floats(allow_nan=False, allow_infinity=False),
        Kind.BOOLEAN: st.booleans(),
        Kind.TEXTS: st.lists(TEXT, max_size=3),
        Kind.INTEGERS: st.lists(st.integers(-(2**63), 2**63 - 1), max_size=3),
    }
    return cells[column.kind] if column.kind.is_list else st.none() | cells[column.kind]


def draw_rows(table: Table, most: int = 4) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Any few rows of a table, each with a key of its own."""
    row = st.fixed_dictionaries({column.name: draw_cell(column) for column in table.columns})
    return st.lists(row, max_size=most).map(lambda rows: [_keyed(table, at, one) for at, one in enumerate(rows)])


def _keyed(table: Table, at: int, row: dict[str, Any]) -> dict[str, Any]:
    return row | dict.fromkeys(table.key, f"key {at}")


def _as_columns(table: Table, rows: list[dict[str, Any]]) -> Any:
    schema = pa.schema([pa.field(column.name, ARROW[column.kind]) for column in table.columns])
    full = [{column.name: [] if column.kind.is_list else None for column in table.columns} | row for row in rows]
    return pa.Table.from_pylist(full, schema)
