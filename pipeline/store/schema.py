"""The database's tables, made from the descriptions of the columns: the same for SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from pipeline import tables
from pipeline.tables import Kind


class JoinedList(TypeDecorator[tuple[Any, ...]]):
    """A list kept as one text, its parts joined with semicolons."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str:
        """Join the parts."""
        return tables.join_cells(value) if value else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...]:
        """Part them again."""
        return tables.split_cell(self.kind, value) if value else ()


_TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.TEXT: Text(),
    Kind.INTEGER: BigInteger(),
    Kind.NUMBER: Float(),
    Kind.BOOLEAN: Boolean(),
    Kind.TEXTS: JoinedList(Kind.TEXTS),
    Kind.INTEGERS: JoinedList(Kind.INTEGERS),
}


def _make_table(metadata: MetaData, table: tables.Table) -> Table:
    columns: list[Column[Any]] = [
        Column(
            column.name,
            _TYPES[column.kind],
            *([ForeignKey(column.refers)] if column.refers and _binds(table, column) else []),
            primary_key=column.name in table.key,
            nullable=not (column.required or column.name in table.key),
            comment=column.description,
        )
        for column in table.columns
    ]
    return Table(table.name, metadata, *columns, comment=table.description, sqlite_with_rowid=not table.key)


def _binds(table: tables.Table, column: tables.Column) -> bool:
    """Say whether the database is to watch a reference: gathered rows outlive a source until the next settling."""
    gathered = {one.name for one in tables.GATHERED}
    return table.name not in gathered or str(column.refers).split(".")[0] in gathered


METADATA = MetaData()
SOURCES = _make_table(METADATA, tables.SOURCES)
COMMENTS = _make_table(METADATA, tables.COMMENTS)
PASSAGES = _make_table(METADATA, tables.PASSAGES)
FINDINGS = _make_table(METADATA, tables.FINDINGS)
NOTED = {table.name: _make_table(METADATA, table) for table in tables.NOTED}
GATHERED = {table.name: _make_table(METADATA, table) for table in tables.GATHERED}
JUDGEMENTS = _make_table(METADATA, tables.JUDGEMENTS)
TEXTS = Table(
    "texts",
    METADATA,
    Column("source_id", Text, ForeignKey("sources.source_id"), primary_key=True),
    Column("text", Text, nullable=False),
    comment="The one text of each document, which all offsets count in",
)

PATHS = Table(
    "paths",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("source_id", Text, ForeignKey("sources.source_id"), nullable=False),
    comment="Where each source was found: the first path and the others of its row, for looking up",
)

Index("paths_by_source", PATHS.c.source_id)
Index("comments_by_source", COMMENTS.c.source_id)
Index("passages_by_comment", PASSAGES.c.comment_id)
Index("findings_by_source", FINDINGS.c.source_id)
for _name, _table in NOTED.items():
    Index(f"{_name}_by_source", _table.c.source_id)
