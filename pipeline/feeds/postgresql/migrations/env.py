"""How Alembic reaches the database: over the connection of the export, or over the address in `-x url=…`.

A new revision is written with `alembic -c pipeline/feeds/postgresql/alembic.ini -x url=postgresql+psycopg://… revision
--autogenerate -m "why"` against a database that is at the latest revision.
"""

from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine, text

from pipeline.feeds.postgresql.schema import SCHEMA, make_metadata

METADATA = make_metadata()


def is_ours(name: str | None, kind: str, parents: Any) -> bool:  # noqa: ANN401 (Alembic's own mapping)
    """Say whether Alembic is to look at a schema: at this one only."""
    return kind != "schema" or name == SCHEMA


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked to do over a connection; whoever opened it commits."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        version_table_schema=SCHEMA,
        include_schemas=True,
        include_name=is_ours,
        compare_type=True,
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    engine = create_engine(context.get_x_argument(as_dictionary=True)["url"])
    with engine.begin() as opened:
        opened.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
        migrate(opened)
