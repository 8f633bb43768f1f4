"""The first load: rows copied straight into new tables, and their keys, references and indexes made after them.

A reference that is watched while rows come is looked up row by row; one that is made afterwards is one join.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from pipeline import tables
from pipeline.feeds.postgresql.load import Change, copy_rows, name_target
from pipeline.feeds.postgresql.schema import SCHEMA
from pipeline.store.reading import Edition

_CONSTRAINTS = text(
    "SELECT conname, relname, pg_get_constraintdef(o.oid) FROM pg_constraint o JOIN pg_class r ON r.oid = o.conrelid "
    "WHERE relnamespace = CAST(:schema AS regnamespace) AND contype = :sort ORDER BY conname"
)
_INDEXES = text(
    "SELECT r.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid "
    "WHERE r.relnamespace = CAST(:schema AS regnamespace) "
    "AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid) ORDER BY r.relname"
)
_PRIMARY, _FOREIGN = "p", "f"


class _Guard(NamedTuple):
    """What watches over a table: how it is taken away, and how the same is made again."""

    drop: str
    make: str


def fill_tables(connection: Connection, edition: Edition) -> dict[str, Change]:
    """Copy every table of an edition into the tables that were made in this transaction and hold nothing."""
    indexes = list(_find_indexes(connection))
    keys, references = (list(_find_constraints(connection, sort)) for sort in (_PRIMARY, _FOREIGN))
    for guard in (*references, *indexes, *keys):
        connection.execute(text(guard.drop))
    changes = {
        table.name: Change(copy_rows(connection, table, name_target(table), edition.columns[table.name]), 0, 0)
        for table in tables.PUBLISHED
    }
    for guard in (*keys, *indexes, *references):
        connection.execute(text(guard.make))
    for table in tables.PUBLISHED:
        connection.execute(text(f"ANALYZE {name_target(table)}"))
    return changes


def _find_constraints(connection: Connection, sort: str) -> Iterator[_Guard]:
    ours = {table.name for table in tables.PUBLISHED}
    for name, table, definition in connection.execute(_CONSTRAINTS, {"schema": SCHEMA, "sort": sort}):
        if table in ours:
            alter = f'ALTER TABLE {SCHEMA}."{table}"'
            yield _Guard(f'{alter} DROP CONSTRAINT "{name}"', f'{alter} ADD CONSTRAINT "{name}" {definition}')


def _find_indexes(connection: Connection) -> Iterator[_Guard]:
    for name, definition in connection.execute(_INDEXES, {"schema": SCHEMA}):
        yield _Guard(f'DROP INDEX {SCHEMA}."{name}"', definition)
