"""The role that may read and nothing else: made where that is allowed, asked for where it is not."""

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from pipeline.feeds.postgresql.schema import SCHEMA

READER = "assistance_needs_reader"
_WANTED = (
    f"GRANT USAGE ON SCHEMA {SCHEMA} TO {READER}",
    f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {READER}",
)


def grant_reading(connection: Connection) -> str | None:
    """Let the reading role read every table and view; return what to ask an administrator for where that is needed."""
    advice = None
    if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": READER}):
        advice = _make_role(connection)
    if advice is None:
        for grant in _WANTED:
            connection.execute(text(grant))
    return advice


def _make_role(connection: Connection) -> str | None:
    attempt = connection.begin_nested()
    try:
        connection.execute(text(f"CREATE ROLE {READER} NOLOGIN"))
    except DBAPIError as error:
        attempt.rollback()
        user = connection.scalar(text("SELECT current_user"))
        reason = str(error.orig).strip().splitlines()[0]
        return (
            f"the tables are written, but {user} may not make the role that reads them ({reason}). Ask the "
            f"administrator for: CREATE ROLE {READER} NOLOGIN; then export again, and give it to people with "
            f"GRANT {READER} TO …"
        )
    attempt.commit()
    return None
