"""Values to rows and back: enumerations as their words, lists as tuples, None as None."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from pipeline.records import Span
from pipeline.tables.columns import LIST_SEPARATOR, Column, Kind, Row, Table


def make_rows(table: Table, values: Iterable[object]) -> list[Row]:
    """Return one row for each value: enumerations as their words, lists as tuples, None as None."""
    take = attrgetter(*(_attribute(table, column) for column in table.columns))
    plain = [(place, _plain(column)) for place, column in enumerate(table.columns) if column.words]
    rows = []
    for value in values:
        row = list(take(value))
        for place, convert in plain:
            if row[place] is not None:
                row[place] = convert(row[place])
        rows.append(tuple(row))
    return rows


def read_values(table: Table, rows: Iterable[Row]) -> Iterator[Any]:
    """Yield the value that each row stands for."""
    names = table.names
    typed = [(column.name, _typed(column)) for column in table.columns if column.words]
    spanned = "start" in names
    for row in rows:
        fields = dict(zip(names, row, strict=True))
        for name, convert in typed:
            if fields[name] is not None:
                fields[name] = convert(fields[name])
        if spanned:
            fields["span"] = Span(fields.pop("start"), fields.pop("end"))
        yield table.value(**fields)


def _attribute(table: Table, column: Column) -> str:
    return f"span.{column.name}" if column.name in ("start", "end") else column.name


def _plain(column: Column) -> Callable[[Any], Any]:
    return (lambda words: tuple(map(str, words))) if column.kind.is_list else str


def _typed(column: Column) -> Callable[[Any], Any]:
    """Return what makes a word of the vocabulary of a cell; it is looked up, which is quicker than asking the type."""
    words = {str(word): word for word in column.words}
    return (lambda cells: tuple(words[cell] for cell in cells)) if column.kind.is_list else words.__getitem__


def join_cells(cells: Sequence[object]) -> str:
    """Return a list as one cell: its parts joined with semicolons, none inside a part."""
    return LIST_SEPARATOR.join([str(cell).replace(LIST_SEPARATOR, ",") for cell in cells]) if cells else ""


def split_cell(kind: Kind, cell: str) -> tuple[Any, ...]:
    """Return the parts of a joined cell, as numbers where the column holds numbers."""
    parts = tuple(cell.split(LIST_SEPARATOR)) if cell else ()
    return tuple(map(int, parts)) if kind is Kind.INTEGERS else parts
