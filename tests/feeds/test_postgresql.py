"""The planning database, on a real PostgreSQL: load, load again, migrate, describe, read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from pipeline import tables
from pipeline.errors import InputError, StoreBusy, StoreError
from pipeline.feeds.postgresql.describe import load_views
from pipeline.feeds.postgresql.export import export_to_postgresql
from pipeline.feeds.postgresql.load import Change
from pipeline.feeds.postgresql.migrate import find_drift, find_revision, is_latest, migrate
from pipeline.feeds.postgresql.roles import READER
from pipeline.feeds.postgresql.schema import ROW_KEY, SCHEMA, make_metadata
from pipeline.feeds.release import shorten_edition
from pipeline.store.reading import Edition
from tests.feeds.editions import A, B, draw_rows, edition_of, make_edition

pytestmark = pytest.mark.postgresql

NOTHING = Change(0, 0, 0)


@pytest.fixture
def database(postgres: str) -> Iterator[sqlalchemy.Engine]:
    engine = sqlalchemy.create_engine(postgres)
    yield engine
    engine.dispose()


def read(engine: sqlalchemy.Engine, query: str) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(text(query)).all())


def versions(engine: sqlalchemy.Engine) -> dict[str, list[Any]]:
    """The version of each row, which PostgreSQL changes whenever it writes one."""
    return {
        table.name: sorted(read(engine, f"SELECT xmin::text, ctid::text FROM {SCHEMA}.{table.name}"))
        for table in tables.PUBLISHED
    }


def rows_of(edition: Edition, table: tables.Table) -> list[dict[str, Any]]:
    return sorted(edition.columns[table.name].to_pylist(), key=repr)


def stored(engine: sqlalchemy.Engine, table: tables.Table) -> list[dict[str, Any]]:
    names = ", ".join(f'"{name}"' for name in table.names)
    found = read(engine, f"SELECT {names} FROM {SCHEMA}.{table.name}")
    return sorted((dict(row._mapping) for row in found), key=repr)


def test_an_export_holds_the_dataset_and_a_second_one_touches_no_row(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    edition = make_edition(tmp_path)
    loaded = export_to_postgresql(edition, postgres)
    assert loaded.changes["findings"] == Change(edition.columns["findings"].num_rows, 0, 0)
    for table in tables.PUBLISHED:
        assert stored(database, table) == rows_of(edition, table)
    before = versions(database)
    assert set(export_to_postgresql(edition, postgres).changes.values()) == {NOTHING}
    assert versions(database) == before


def test_what_is_new_is_added_what_changed_is_changed_and_what_has_gone_is_removed(
    tmp_path: Path, postgres: str, database: sqlalchemy.Engine
):
    export_to_postgresql(make_edition(tmp_path, a=A, b=B), postgres)
    before = versions(database)
    (tmp_path / "in" / "b.txt").unlink()
    later = make_edition(tmp_path, c="KEN C087 2005 delivered: The Government notes the help it was given.")
    changes = export_to_postgresql(later, postgres).changes
    assert changes["needs"] == Change(0, 1, 1)
    assert changes["findings"] == Change(1, 0, 2)
    assert set(versions(database)["comments"]) & set(before["comments"])
    for table in tables.PUBLISHED:
        assert stored(database, table) == rows_of(later, table)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), table=st.sampled_from((tables.NEEDS, tables.SERIES, tables.THREADS, tables.MISSIONS)))
def test_any_two_states_of_a_table_lead_from_one_to_the_other(postgres_database: str, data: st.DataObject, table: tables.Table):
    engine = sqlalchemy.create_engine(postgres_database)
    for _ in range(2):
        edition = edition_of({table.name: data.draw(draw_rows(table).map(_without_nul))})
        export_to_postgresql(edition, postgres_database)
        assert stored(engine, table) == rows_of(edition, table)
        assert set(export_to_postgresql(edition, postgres_database).changes.values()) == {NOTHING}
    engine.dispose()


@pytest.fixture(scope="module")
def postgres_database(postgres_server: str) -> Iterator[str]:
    """A database of this module, for many small exports one after another."""
    server = sqlalchemy.create_engine(sqlalchemy.make_url(postgres_server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE IF EXISTS needs_feeds")
        connection.exec_driver_sql("CREATE DATABASE needs_feeds")
    yield server.url.set(database="needs_feeds").render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE IF EXISTS needs_feeds WITH (FORCE)")
    server.dispose()


def _without_nul(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """PostgreSQL holds no NUL; no text of ours has one, since reading takes them out."""

    def clean(cell: Any) -> Any:
        return [clean(one) for one in cell] if isinstance(cell, list) else cell.replace("\0", "") if isinstance(cell, str) else cell

    return [{name: clean(cell) for name, cell in row.items()} for row in rows]


def test_the_migrations_lead_to_the_tables_that_are_described(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    export_to_postgresql(make_edition(tmp_path), postgres)
    with database.connect() as connection:
        assert find_drift(connection) == []
        assert is_latest(connection)


def test_a_drift_would_be_seen(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    export_to_postgresql(make_edition(tmp_path), postgres)
    with database.begin() as connection:
        connection.execute(text(f"ALTER TABLE {SCHEMA}.findings DROP COLUMN trigger"))
        assert "trigger" in str(find_drift(connection))


def test_a_database_of_an_older_version_is_brought_up_to_date_with_what_it_holds(
    tmp_path: Path, postgres: str, database: sqlalchemy.Engine
):
    edition = make_edition(tmp_path)
    with database.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
        migrate(connection, "0001")
        assert find_revision(connection) == "0001"
        assert find_drift(connection) != []
        _insert_needs(connection, edition)
    loaded = export_to_postgresql(edition, postgres)
    assert loaded.changes["needs"].removed == 1
    with database.connect() as connection:
        assert find_drift(connection) == []
    assert stored(database, tables.THREADS) == rows_of(edition, tables.THREADS)


def _insert_needs(connection: Connection, edition: Edition) -> None:
    """What an older version had: one need that is still there, one that is not any more."""
    kept = edition.columns["needs"].to_pylist()[0]["need_id"]
    insert = text(
        f"INSERT INTO {SCHEMA}.needs (need_id, country, status, open, consecutive_comments, priority, last_quote) "
        "VALUES (:id, 'KEN', 'requested', true, 1, 1, 'An invented sentence.')"
    )
    connection.execute(insert, [{"id": kept}, {"id": "gone"}])


def test_a_schema_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    edition = make_edition(tmp_path)
    export_to_postgresql(edition, postgres)
    with database.begin() as connection:
        connection.execute(text(f"UPDATE {SCHEMA}.alembic_version SET version_num = 'from-the-future'"))
    before = versions(database)
    with pytest.raises(StoreError, match="newer program"):
        export_to_postgresql(edition, postgres)
    assert versions(database) == before


def test_schema_tables_columns_and_views_are_described(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    export_to_postgresql(make_edition(tmp_path), postgres)
    found = dict(read(database, f"SELECT c.relname, obj_description(c.oid) FROM pg_class c WHERE relnamespace = '{SCHEMA}'::regnamespace AND relkind IN ('r', 'v')"))
    assert [name for name, words in found.items() if not words and name != "alembic_version"] == []
    assert found["needs"] == tables.NEEDS.description
    silent = read(
        database,
        f"SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
        f"WHERE relnamespace = '{SCHEMA}'::regnamespace AND relkind = 'r' AND relname NOT IN ('alembic_version', 'about') "
        "AND col_description(c.oid, a.attnum) IS NULL",
    )
    assert silent == []
    [status] = read(database, f"SELECT col_description('{SCHEMA}.needs'::regclass, ordinal_position::int) FROM information_schema.columns WHERE table_schema = '{SCHEMA}' AND table_name = 'needs' AND column_name = 'status'")
    assert "One of: suggested, requested" in status[0]


def test_every_view_answers_and_open_needs_come_by_priority(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    edition = make_edition(tmp_path, a=A, b=B, c="PER C029 2001 requested: The Government asks for help.")
    export_to_postgresql(edition, postgres)
    for view in load_views():
        read(database, f"SELECT * FROM {SCHEMA}.{view.name}")
    needs = [row for row in edition.columns["needs"].to_pylist() if row["open"]]
    shown = read(database, f"SELECT place, priority, need_id, quote, page FROM {SCHEMA}.open_needs")
    assert [row.priority for row in shown] == sorted((need["priority"] for need in needs), reverse=True)
    assert {row.need_id for row in shown} == {need["need_id"] for need in needs}
    assert shown[0].place == 1
    assert all(row.quote and row.page == 1 for row in shown)
    regions = read(database, f"SELECT region, needs, open FROM {SCHEMA}.demand_by_region")
    assert sum(row.needs for row in regions) == edition.columns["needs"].num_rows


def test_the_latest_quote_has_its_page_and_address(postgres: str, database: sqlalchemy.Engine):
    source = {"source_id": "s", "address": "https://example.invalid/r.pdf", "media_type": "application/pdf", "path": "r.pdf"}
    said = {"source_id": "s", "comment_id": "c", "passage_id": "p", "page": 4}
    edition = edition_of(
        {
            "sources": [source],
            "comments": [{"comment_id": "c", "source_id": "s", "body": "CEACR"}],
            "passages": [{"passage_id": "p", "comment_id": "c"}],
            "findings": [said | {"finding_id": "f1", "quote": "It decides."}, said | {"finding_id": "f2", "quote": "It follows."}],
            "needs": [{"need_id": "n", "country": "KEN", "findings": ["f1", "f2"], "last_quote": "It decides."}],
        }
    )
    export_to_postgresql(edition, postgres)
    [row] = read(database, f"SELECT quote, page, address FROM {SCHEMA}.latest_quotes")
    assert tuple(row) == ("It decides.", 4, "https://example.invalid/r.pdf#page=4")


def test_the_reader_reads_and_cannot_write(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    assert export_to_postgresql(make_edition(tmp_path), postgres).advice is None
    with database.connect() as connection:
        connection.execute(text(f"SET ROLE {READER}"))
        assert connection.scalar(text(f"SELECT count(*) FROM {SCHEMA}.open_needs")) > 0
        for change in (f"DELETE FROM {SCHEMA}.needs", f"CREATE TABLE {SCHEMA}.mine (x int)"):
            with pytest.raises(sqlalchemy.exc.ProgrammingError, match="permission denied"), connection.begin_nested():
                connection.execute(text(change))


def test_a_user_that_may_not_make_roles_is_told_what_to_ask_for(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    with database.begin() as connection:
        if connection.scalar(text(f"SELECT 1 FROM pg_roles WHERE rolname = '{READER}'")):
            connection.execute(text(f"ALTER ROLE {READER} RENAME TO {READER}_aside"))
        connection.execute(text("DROP ROLE IF EXISTS needs_writer"))
        connection.execute(text("CREATE ROLE needs_writer LOGIN"))
        connection.execute(text(f"GRANT CREATE ON DATABASE {database.url.database} TO needs_writer"))
    try:
        address = sqlalchemy.make_url(postgres).set(username="needs_writer").render_as_string()
        advice = export_to_postgresql(make_edition(tmp_path), address).advice
        assert f"CREATE ROLE {READER} NOLOGIN" in (advice or "")
        assert read(database, f"SELECT count(*) FROM {SCHEMA}.needs") != [(0,)]
    finally:
        with database.begin() as connection:
            connection.execute(text("DROP OWNED BY needs_writer CASCADE"))
            connection.execute(text("DROP ROLE needs_writer"))
            if connection.scalar(text(f"SELECT 1 FROM pg_roles WHERE rolname = '{READER}_aside'")):
                connection.execute(text(f"ALTER ROLE {READER}_aside RENAME TO {READER}"))


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    export_to_postgresql(make_edition(tmp_path), postgres)
    before = versions(database)
    orphan = edition_of({"comments": [{"comment_id": "c", "source_id": "nowhere"}]})
    with pytest.raises(StoreError, match="foreign key"):
        export_to_postgresql(orphan, postgres)
    assert versions(database) == before


def test_the_first_load_leaves_the_keys_references_and_indexes_of_the_migrations(
    tmp_path: Path, postgres: str, database: sqlalchemy.Engine
):
    with database.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
        migrate(connection)
    by_migration = guards(database)
    with database.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {SCHEMA} CASCADE"))
    export_to_postgresql(make_edition(tmp_path), postgres)
    assert guards(database) == by_migration
    assert [name for name in by_migration if "DEFERRABLE INITIALLY DEFERRED" in name[1]]


def guards(engine: sqlalchemy.Engine) -> list[tuple[str, str]]:
    """Every key, reference and index of the schema by its name, with its definition."""
    constraints = read(engine, f"SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = '{SCHEMA}'::regnamespace")
    indexes = read(engine, f"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = '{SCHEMA}'")
    return sorted(map(tuple, [*constraints, *indexes]))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"comments": [{"comment_id": "c", "source_id": "nowhere"}]}, "foreign key"),
        ({"sources": [{"source_id": "twice"}, {"source_id": "twice"}]}, "unique"),
    ],
)
def test_a_first_load_that_fails_leaves_nothing(postgres: str, database: sqlalchemy.Engine, rows: dict[str, Any], said: str):
    with pytest.raises(StoreError, match=said):
        export_to_postgresql(edition_of(rows), postgres)
    assert read(database, f"SELECT 1 FROM pg_namespace WHERE nspname = '{SCHEMA}'") == []


def test_a_view_of_a_planner_over_ours_is_not_dropped_behind_their_back(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    edition = make_edition(tmp_path)
    export_to_postgresql(edition, postgres)
    with database.begin() as connection:
        connection.execute(text(f"CREATE VIEW public.mine AS SELECT country FROM {SCHEMA}.open_needs"))
    assert set(export_to_postgresql(edition, postgres).changes.values()) == {NOTHING}
    with pytest.raises(StoreError, match="depend"):
        export_to_postgresql(shorten_edition(edition, 3), postgres)
    assert read(database, "SELECT * FROM public.mine")


def test_a_release_says_so_in_the_database(tmp_path: Path, postgres: str, database: sqlalchemy.Engine):
    edition = make_edition(tmp_path)
    export_to_postgresql(edition, postgres)
    changes = export_to_postgresql(shorten_edition(edition, 2), postgres).changes
    assert changes["findings"].changed == edition.columns["findings"].num_rows
    [words] = read(database, f"SELECT obj_description('{SCHEMA}'::regnamespace)")
    assert "at most 2 words" in words[0]


@pytest.mark.parametrize("address", ["no address", "sqlite:///x.db", "mysql://a@b/c", "postgresql://a@b:port/c"])
def test_another_address_is_wrong_usage(address: str):
    with pytest.raises(InputError, match="postgresql://user@host/name"):
        export_to_postgresql(edition_of({}), address)


def test_a_server_that_is_away_is_said_without_the_password():
    with pytest.raises(StoreBusy) as raised:
        export_to_postgresql(edition_of({}), "postgresql://someone:secret@127.0.0.1:1/needs")
    assert "secret" not in str(raised.value)


def test_every_table_without_a_key_has_one_in_the_database():
    metadata = make_metadata()
    for table in tables.PUBLISHED:
        key = [column.name for column in metadata.tables[f"{SCHEMA}.{table.name}"].primary_key]
        assert key == (list(table.key) or [ROW_KEY])
