"""The tables of the planning database, made from the descriptions of the columns; migrations lead to exactly these.

Only keys are NOT NULL here, so that a new column can be added to a database that is in use; what must not be empty is
checked when the dataset is made, and said in the comment of the column.
"""

from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from pipeline import tables
from pipeline.tables import Kind

SCHEMA = "assistance_needs"
ROW_KEY = "row_key"
ABOUT = "about"

_TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.TEXT: Text(),
    Kind.INTEGER: BigInteger(),
    Kind.NUMBER: Double(),
    Kind.BOOLEAN: Boolean(),
    Kind.TEXTS: ARRAY(Text()),
    Kind.INTEGERS: ARRAY(BigInteger()),
}


def key_of(table: tables.Table) -> tuple[str, ...]:
    """Return the columns of a table's stable key; a table that names none is known by what its rows say."""
    return table.key or (ROW_KEY,)


def columns_of(table: tables.Table) -> tuple[str, ...]:
    """Return the columns of a table as the database has them."""
    return table.names if table.key else (*table.names, ROW_KEY)


def make_metadata() -> MetaData:
    """Return every table of the schema, with keys, references and the indexes that references need."""
    metadata = MetaData(schema=SCHEMA)
    for table in tables.PUBLISHED:
        _add_table(metadata, table)
    Table(ABOUT, metadata, Column("name", Text(), primary_key=True), Column("value", Text(), nullable=False))
    return metadata


def _add_table(metadata: MetaData, table: tables.Table) -> None:
    columns: list[Column[Any]] = [_make_column(table, column) for column in table.columns]
    if not table.key:
        columns.append(Column(ROW_KEY, Text(), primary_key=True))
    made = Table(table.name, metadata, *columns)
    for column in table.columns:
        if column.refers and (column.name,) != table.key:
            Index(f"{table.name}_by_{column.name}", made.c[column.name])


def _make_column(table: tables.Table, column: tables.Column) -> Column[Any]:
    points = [
        ForeignKey(
            f"{SCHEMA}.{column.refers}",
            name=f"{table.name}_{column.name}_fkey",
            deferrable=True,
            initially="DEFERRED",
        )
    ] if column.refers else []  # fmt: skip
    key = column.name in table.key
    return Column(column.name, _TYPES[column.kind], *points, primary_key=key, nullable=not key)
