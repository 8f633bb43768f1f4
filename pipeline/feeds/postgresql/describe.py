"""What makes the schema readable: a comment on every table and column, and the views for planners."""

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from sqlalchemy import Connection, text

from pipeline import tables
from pipeline.feeds.folders import say_release
from pipeline.feeds.postgresql.schema import ABOUT, ROW_KEY, SCHEMA
from pipeline.store.reading import Edition
from pipeline.version import program_version

_ABOUT = f"{SCHEMA}.{ABOUT}"


class View(NamedTuple):
    """A view for planners: its name, what one row is, and the query."""

    name: str
    description: str
    query: str


def load_views() -> tuple[View, ...]:
    """Return the views in the order in which they build on one another."""
    found = sorted(files("pipeline.feeds.postgresql").joinpath("views").iterdir(), key=lambda file: file.name)
    return tuple(_read_view(file.name, file.read_text("utf-8")) for file in found if file.name.endswith(".sql"))


def is_described(connection: Connection, edition: Edition) -> bool:
    """Say whether views and comments are those of this program and this sort of edition."""
    return _read_about(connection) == _make_about(edition)


def drop_views(connection: Connection) -> None:
    """Drop the views that an earlier export made, so that tables under them can change."""
    known = json.loads(_read_about(connection).get("views", "[]"))
    for name in reversed(known):
        connection.execute(text(f'DROP VIEW IF EXISTS {SCHEMA}."{name}"'))


def make_views(connection: Connection) -> None:
    """Make the views for planners, each with its description."""
    for view in load_views():
        query = view.query.replace("%", "%%")
        connection.exec_driver_sql(f'CREATE VIEW {SCHEMA}."{view.name}" AS {query}')
        _comment(connection, f'VIEW {SCHEMA}."{view.name}"', view.description)


def write_about(connection: Connection, edition: Edition) -> None:
    """Describe schema, tables and columns, and note what was described, so that the next export can leave it."""
    connection.execute(text(f"DELETE FROM {_ABOUT}"))
    note = text(f"INSERT INTO {_ABOUT} (name, value) VALUES (:name, :value)")
    connection.execute(note, [{"name": name, "value": value} for name, value in _make_about(edition).items()])
    _comment(connection, f"SCHEMA {SCHEMA}", _say_schema(edition))
    _comment(connection, f"TABLE {_ABOUT}", "What was written here and by which version")
    for table in tables.PUBLISHED:
        place = f'{SCHEMA}."{table.name}"'
        _comment(connection, f"TABLE {place}", table.description)
        for column in table.columns:
            _comment(connection, f'COLUMN {place}."{column.name}"', _say_column(column))
        if not table.key:
            _comment(connection, f'COLUMN {place}."{ROW_KEY}"', "Key made from what the row says")


def _read_view(file: str, content: str) -> View:
    first, query = content.split("\n", 1)
    return View(file.removesuffix(".sql").split("_", 1)[1], first.removeprefix("-- "), query)


def _say_schema(edition: Edition) -> str:
    what = "What the ILO supervisory bodies say about technical assistance, as assistance-needs found it."
    return what if edition.excerpt_words is None else f"{what} {say_release(edition.excerpt_words)}"


def _say_column(column: tables.Column) -> str:
    words = f". One of: {', '.join(map(str, column.words))}" if column.words else ""
    return f"{column.description}{words}{'' if column.required or column.kind.is_list else '. May be empty'}"


def _make_about(edition: Edition) -> dict[str, str]:
    views = load_views()
    words = "".join(map("".join, views)) + _say_schema(edition)
    described = "".join(f"{table}{column}" for table in tables.PUBLISHED for column in map(_say_column, table.columns))
    return {
        "program": program_version(),
        "edition": "whole" if edition.excerpt_words is None else f"excerpts of {edition.excerpt_words} words",
        "views": json.dumps([view.name for view in views]),
        "words": sha256((words + described).encode()).hexdigest(),
    }


def _read_about(connection: Connection) -> dict[str, str]:
    if connection.scalar(text("SELECT to_regclass(:name)"), {"name": _ABOUT}) is None:
        return {}
    return dict(_pairs(connection))


def _pairs(connection: Connection) -> Iterator[tuple[str, str]]:
    yield from ((row.name, row.value) for row in connection.execute(text(f"SELECT name, value FROM {_ABOUT}")))


def _comment(connection: Connection, on: str, words: str) -> None:
    quoted = words.replace("'", "''").replace("%", "%%")
    connection.exec_driver_sql(f"COMMENT ON {on} IS '{quoted}'")
