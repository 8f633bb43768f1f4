"""JSON Lines: one file for each table, one object for each row, in the order of the dataset."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from pipeline import tables
from pipeline.store.cells import (
    Strings,
    change_where,
    column_of,
    cut_chunks,
    join_lists,
    join_parts,
    replace_all,
    to_bytes,
    write_once,
)
from pipeline.store.files import make_folder, sweep, write_pieces
from pipeline.store.reading import Edition
from pipeline.tables import Column, Kind, Table

_ESCAPED = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
_OTHER_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f]"


def write_jsonl(edition: Edition, folder: Path) -> None:
    """Write each table as `<table>.jsonl`: unknown is null, lists are arrays; the same dataset gives the same bytes."""
    make_folder(folder)
    sweep(folder)
    for table in tables.PUBLISHED:
        write_pieces(folder / f"{table.name}.jsonl", make_lines(table, edition.columns[table.name]))


def make_lines(table: Table, columns: Any) -> Iterator[bytes]:  # noqa: ANN401 (a table of Arrow)
    """Yield the rows of a table as lines of JSON, many at a time."""
    for chunk in cut_chunks(columns):
        parts: list[Any] = []
        for column in table.columns:
            before = f"{', ' if parts else '{'}{json.dumps(column.name)}: "
            parts += [before, _cell(column, column_of(chunk, column.name))]
        yield to_bytes(join_parts([*parts, "}\n"]))


def _cell(column: Column, cells: Any) -> Strings:  # noqa: ANN401
    if column.kind.is_list:
        form = _quote if column.kind is Kind.TEXTS else _same
        written = join_parts(["[", join_lists(cells, form, ", "), "]"])
    else:
        written = write_once(cells, _quote if column.kind is Kind.TEXT else _plain)
    return pc.fill_null(written, "null")


def _quote(cells: Strings) -> Strings:
    return join_parts(['"', change_where(replace_all(cells, _ESCAPED), _OTHER_CONTROL, _escape), '"'])


def _escape(cell: str) -> str:
    """Escape the control characters that have no short form; all else is escaped already."""
    return "".join(f"\\u{ord(one):04x}" if one < " " else one for one in cell)


def _plain(cells: Any) -> Strings:  # noqa: ANN401 (numbers, or true and false)
    return pc.cast(cells, "string")


def _same(cells: Strings) -> Strings:
    return cells
