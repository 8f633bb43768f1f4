"""The schema brought to the latest revision, by the migrations that are shipped with the program."""

from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from pipeline.errors import StoreError
from pipeline.feeds.postgresql.schema import SCHEMA, make_metadata

MIGRATIONS = "pipeline.feeds.postgresql:migrations"


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the schema to a revision; refuse one that a newer program has made."""
    config = _configure()
    current = find_revision(connection)
    known = {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise StoreError(f"the schema {SCHEMA} was made by a newer program (revision {current}): use that one")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def is_latest(connection: Connection) -> bool:
    """Say whether the schema is at the latest revision."""
    return find_revision(connection) == ScriptDirectory.from_config(_configure()).get_current_head()


def find_revision(connection: Connection) -> str | None:
    """Return the revision of the schema; None where there is none yet."""
    return _context(connection).get_current_revision()


def find_drift(connection: Connection) -> list[Any]:
    """Return where the schema differs from the described tables, but for comments, which the export writes."""
    found = compare_metadata(_context(connection), make_metadata())
    return [one for one in found if "comment" not in str(one[0][0] if isinstance(one, list) else one[0])]


def _context(connection: Connection) -> MigrationContext:
    options = {
        "version_table_schema": SCHEMA,
        "include_schemas": True,
        "include_name": lambda name, kind, parents: kind != "schema" or name == SCHEMA,
        "compare_type": True,
    }
    return MigrationContext.configure(connection, opts=options)


def _configure() -> Config:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    return config
