"""An export to PostgreSQL: migrate, load, describe and grant in one transaction, so that readers see all or nothing.

The database mirrors the dataset: what is new is added, what has changed is changed, what has gone from the dataset is
removed. A second export of the same dataset touches no row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, ProgrammingError

from pipeline import tables
from pipeline.errors import InputError, StoreBusy, StoreError
from pipeline.feeds.postgresql.describe import drop_views, is_described, make_views, write_about
from pipeline.feeds.postgresql.fill import fill_tables
from pipeline.feeds.postgresql.load import Change, drop_gone, load_stage, merge_stage
from pipeline.feeds.postgresql.migrate import find_revision, is_latest, migrate
from pipeline.feeds.postgresql.roles import grant_reading
from pipeline.feeds.postgresql.schema import SCHEMA
from pipeline.store.reading import Edition

_LOOKS = "give the address of the database as postgresql://user@host/name"
_ONE_AT_A_TIME = f"SELECT pg_advisory_xact_lock(hashtext('{SCHEMA}'))"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an export did: rows added, changed and removed by table, and what it was not allowed to do."""

    changes: dict[str, Change]
    advice: str | None


def export_to_postgresql(edition: Edition, address: str) -> Loaded:
    """Make the schema at a database address hold this edition, and nothing else."""
    with _connect(parse_address(address)) as connection:
        connection.execute(text(_ONE_AT_A_TIME))
        _make_schema(connection)
        new = find_revision(connection) is None
        described = is_latest(connection) and is_described(connection, edition)
        if not described:
            drop_views(connection)
            migrate(connection)
        changes = fill_tables(connection, edition) if new else _load(connection, edition)
        if not described:
            make_views(connection)
            write_about(connection, edition)
        return Loaded(changes, grant_reading(connection))


def _load(connection: Connection, edition: Edition) -> dict[str, Change]:
    for table in tables.PUBLISHED:
        load_stage(connection, table, edition.columns[table.name])
    removed = {table.name: drop_gone(connection, table) for table in reversed(tables.PUBLISHED)}
    return {table.name: merge_stage(connection, table, removed[table.name]) for table in tables.PUBLISHED}


def _make_schema(connection: Connection) -> None:
    """Make the schema where it is missing; asked for first, since even IF NOT EXISTS needs the right to make one."""
    if not connection.scalar(text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": SCHEMA}):
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))


def parse_address(address: str) -> URL:
    """Return the address of a PostgreSQL database; refuse another, or what is none."""
    try:
        parsed = make_url(address)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise InputError(_LOOKS) from error
    if parsed.drivername not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise InputError(_LOOKS)
    return parsed.set(drivername="postgresql+psycopg")


@contextmanager
def _connect(address: URL) -> Iterator[Connection]:
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as error:
        raise StoreBusy(f"the database cannot be used now: {_first_line(error)}") from error
    except ProgrammingError as error:
        raise StoreError(
            f"the database refused: {_first_line(error)}. Nothing was changed. The user of the address must own the "
            f"schema {SCHEMA}, or may make it: GRANT CREATE ON DATABASE … TO …"
        ) from error
    except DBAPIError as error:
        raise StoreError(f"the database refused: {_first_line(error)}. Nothing was changed") from error
    finally:
        engine.dispose()


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
