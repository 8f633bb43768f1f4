"""Rows into tables: copied beside them, compared there, and only what differs is written."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection, text

from pipeline.feeds.postgresql.schema import ROW_KEY, SCHEMA, columns_of, key_of
from pipeline.identity import make_id
from pipeline.store.cells import (
    Strings,
    column_of,
    cut_chunks,
    join_lists,
    join_parts,
    replace_all,
    to_bytes,
    write_once,
)
from pipeline.tables import Column, Kind, Table


class Change(NamedTuple):
    """How many rows of a table were added, changed and removed."""

    added: int
    changed: int
    removed: int


def load_stage(connection: Connection, table: Table, columns: Any) -> None:  # noqa: ANN401 (a table of Arrow)
    """Copy the rows of a table beside it, into a table of this transaction only."""
    stage = _stage(table)
    connection.execute(text(f"CREATE TEMPORARY TABLE {stage} (LIKE {name_target(table)}) ON COMMIT DROP"))
    copy_rows(connection, table, stage, columns)
    connection.execute(text(f"ANALYZE {stage}"))


def copy_rows(connection: Connection, table: Table, target: str, columns: Any) -> int:  # noqa: ANN401
    """Copy the rows of a table into a table of the database that has the same columns; return how many."""
    driver: Any = connection.connection.driver_connection
    names = ", ".join(map(_quoted, columns_of(table)))
    with driver.cursor() as cursor:
        with cursor.copy(f"COPY {target} ({names}) FROM STDIN (FORMAT csv)") as copy:
            for piece in _write_copy(table, columns):
                copy.write(piece)
        return int(cursor.rowcount)


def drop_gone(connection: Connection, table: Table) -> int:
    """Remove the rows whose key the dataset no longer has; return how many."""
    same = _join(table)
    gone = f"DELETE FROM {name_target(table)} t WHERE NOT EXISTS (SELECT FROM {_stage(table)} s WHERE {same})"
    return connection.execute(text(gone)).rowcount


def merge_stage(connection: Connection, table: Table, removed: int) -> Change:
    """Change the rows that say something else than before, and add those that are new."""
    key = key_of(table)
    names = columns_of(table)
    others = [name for name in names if name not in key]
    target, stage, same = name_target(table), _stage(table), _join(table)
    changed = 0
    if others:
        new = ", ".join(f"{_quoted(name)} = s.{_quoted(name)}" for name in others)
        before, after = (", ".join(f"{side}.{_quoted(name)}" for name in others) for side in "ts")
        update = f"UPDATE {target} t SET {new} FROM {stage} s WHERE {same} AND ({before}) IS DISTINCT FROM ({after})"
        changed = connection.execute(text(update)).rowcount
    every = ", ".join(map(_quoted, names))
    chosen = ", ".join(f"s.{_quoted(name)}" for name in names)
    insert = f"INSERT INTO {target} ({every}) SELECT {chosen} FROM {stage} s LEFT JOIN {target} t ON {same}"
    added = connection.execute(text(f"{insert} WHERE t.{_quoted(key[0])} IS NULL")).rowcount
    if added or changed or removed:
        connection.execute(text(f"ANALYZE {target}"))
    return Change(added, changed, removed)


def _write_copy(table: Table, columns: Any) -> Iterator[bytes]:  # noqa: ANN401
    if not table.key:
        columns = columns.append_column(ROW_KEY, pa.array(_name_rows(columns), pa.string()))
    shown = (*table.columns, *(() if table.key else (Column(ROW_KEY, Kind.TEXT, "Key"),)))
    for chunk in cut_chunks(columns):
        parts: list[Any] = []
        for column in shown:
            parts += [",", _write_cells(column, column_of(chunk, column.name))]
        yield to_bytes(join_parts([*parts[1:], "\n"]))


def _write_cells(column: Column, cells: Any) -> Strings:  # noqa: ANN401
    """Return cells for COPY: unknown is nothing at all, an empty text is two quotes, a list is an array's literal."""
    if column.kind.is_list:
        written = _quote_all(join_parts(["{", join_lists(cells, _quote_part, ","), "}"]))
    else:
        written = write_once(cells, _quote_all) if column.kind is Kind.TEXT else pc.cast(cells, pa.string())
    return pc.fill_null(written, "")


def _quote_part(parts: Strings) -> Strings:
    return join_parts(['"', replace_all(parts, (("\\", "\\\\"), ('"', '\\"'))), '"'])


def _quote_all(cells: Strings) -> Strings:
    return join_parts(['"', replace_all(cells, (('"', '""'), ("\x00", "�"))), '"'])


def _name_rows(columns: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield a key for each row of a table without one: what it says, and its number among those that say the same."""
    seen: Counter[tuple[Any, ...]] = Counter()
    cells = [column_of(columns, name).to_pylist() for name in columns.column_names]
    for row in zip(*cells, strict=True):
        said = tuple(map(repr, row))
        seen[said] += 1
        yield make_id(*said, seen[said])


def _join(table: Table) -> str:
    return " AND ".join(f"t.{_quoted(name)} = s.{_quoted(name)}" for name in key_of(table))


def _stage(table: Table) -> str:
    return _quoted(f"new_{table.name}")


def name_target(table: Table) -> str:
    """Return the name of a table in the schema, as a query has it."""
    return f"{SCHEMA}.{_quoted(table.name)}"


def _quoted(name: str) -> str:
    return f'"{name}"'
