"""The store: whole sources in single transactions, so that a run killed at any point leaves nothing by halves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    bindparam,
    create_engine,
    delete,
    event,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, OperationalError, SQLAlchemyError

from pipeline import tables
from pipeline.errors import InputError, StoreBusy, StoreError
from pipeline.records import Comment, Finding, Judgement, Mined, Printed, Receipt, Referral
from pipeline.store import schema
from pipeline.tables import Kind, Row
from pipeline.vocabulary import Section

_SECONDS_TO_WAIT = 30
_LOOKS = "the address of the database cannot be used: give it as postgresql://user@host/name"
_SETTLED = (
    update(schema.FINDINGS)
    .where(schema.FINDINGS.c.finding_id == bindparam("one"))
    .values(counted=bindparam("counts"), review=bindparam("seen"))
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store needs of all sources to make needs and figures; comments in the order of the dataset."""

    comments: tuple[Comment, ...]
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    sections: Mapping[str, Section]
    printed: tuple[Printed, ...] = ()
    referrals: tuple[Referral, ...] = ()


def open_store(url: str) -> "Store":
    """Open or make the store at a database address, refusing one that other columns were made for."""
    try:
        address = make_url(url)
        if address.drivername in ("postgresql", "postgres"):
            address = address.set(drivername="postgresql+psycopg")
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise InputError(_LOOKS) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    store = Store(engine)
    store.prepare()
    return store


class Store:
    """The sources and what was found in them, behind one database address."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def address(self) -> str:
        """The database's address without its password."""
        return self._engine.url.render_as_string(hide_password=True)

    def prepare(self) -> None:
        """Make the tables that are missing; raise StoreError where those that are there have other columns."""
        with self._transaction() as connection:
            inspector = inspect(connection)
            present = set(inspector.get_table_names())
            for table in schema.METADATA.sorted_tables:
                if table.name in present:
                    _refuse_other_columns(table, {str(one["name"]) for one in inspector.get_columns(table.name)})
            schema.METADATA.create_all(connection)

    def receipts(self) -> tuple[Receipt, ...]:
        """Return what became of every source, ordered by path."""
        with self._transaction() as connection:
            return tuple(sorted(_receipts(connection), key=lambda one: one.path))

    def save(self, receipt: Receipt, mined: Mined | None) -> None:
        """Put this source at this path, in one transaction; what was there before may yet be found at another."""
        with self._transaction() as connection:
            _release(connection, receipt.path, receipt.source_id)
            paths = {receipt.path, *_delete_source(connection, receipt.source_id)}
            _insert(connection, schema.SOURCES, tables.SOURCES, [receipt])
            _write_paths(connection, receipt.source_id, paths)
            if mined is not None:
                _insert_mined(connection, mined)

    def note_paths(self, places: Mapping[str, Iterable[str]]) -> None:
        """Note every path at which the bytes of these sources were found; forget sources that are at none any more.

        All at once: files may have changed places, and a thousand copies of one page would be written a thousand times.
        """
        with self._transaction() as connection:
            before: dict[str, str] = dict(map(tuple, connection.execute(select(schema.PATHS))))
            stored = set(connection.scalars(select(schema.SOURCES.c.source_id)))
            now = before | {path: one for one, paths in places.items() if one in stored for path in paths}
            moved = [path for path in now if now[path] != before.get(path)]
            changed = {now[path] for path in moved} | {before[path] for path in moved if path in before}
            paths_of: defaultdict[str, list[str]] = defaultdict(list)
            for path, source_id in now.items():
                paths_of[source_id].append(path)
            for path in moved:
                connection.execute(delete(schema.PATHS).where(schema.PATHS.c.path == path))
            for source_id in sorted(changed & paths_of.keys()):
                _write_paths(connection, source_id, paths_of[source_id])
            for source_id in sorted(stored - paths_of.keys()):
                _delete_source(connection, source_id)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget paths at which nothing is to be found any more, and the sources that have no other."""
        with self._transaction() as connection:
            for path in paths:
                _detach(connection, path)

    def load(self) -> Kept:
        """Return the comments and findings of all sources, and the judgements on them."""
        with self._transaction() as connection:
            places = {one.source_id: one.path for one in _receipts(connection)}
            comments = tables.read_values(tables.COMMENTS, _rows(connection, schema.COMMENTS))
            findings = tables.read_values(tables.FINDINGS, _rows(connection, schema.FINDINGS))
            judgements = _judgements(connection)
            in_section = select(schema.PASSAGES.c.passage_id, schema.PASSAGES.c.section).where(
                schema.PASSAGES.c.section.is_not(None)
            )
            return Kept(
                tuple(sorted(comments, key=lambda one: (places[one.source_id], one.span, one.comment_id))),
                tuple(findings),
                tuple(judgements),
                {passage_id: Section(section) for passage_id, section in connection.execute(in_section)},
                _noted(connection, tables.PRINTED),
                _noted(connection, tables.REFERRALS),
            )

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Add the judgements that are not stored yet, for the next settling; return how many. None is ever changed."""
        with self._transaction() as connection:
            stored = {_made_by(one): one for one in _judgements(connection)}
            new: dict[tuple[str, str, str], Judgement] = {}
            for one in judgements:
                before = stored.get(_made_by(one)) or new.setdefault(_made_by(one), one)
                if before != one:
                    raise StoreError(
                        f"{one.reviewer} has decided otherwise on {one.finding_id} at {one.decided_at}: decisions are "
                        "only added, so give the new one its own time"
                    )
            _insert(connection, schema.JUDGEMENTS, tables.JUDGEMENTS, new.values())
        return len(new)

    def settle(self, changed: Sequence[Finding], gathered: Mapping[str, Iterable[object]]) -> None:
        """Write what follows from the whole store: findings counted otherwise than before, and every gathered table."""
        with self._transaction() as connection:
            rows = [{"one": one.finding_id, "counts": one.counted, "seen": str(one.review)} for one in changed]
            if rows:
                connection.execute(_SETTLED, rows)
            for described in reversed(tables.GATHERED):
                connection.execute(delete(schema.GATHERED[described.name]))
            for described in tables.GATHERED:
                _insert(connection, schema.GATHERED[described.name], described, gathered[described.name])

    def rows(self) -> dict[str, list[Row]]:
        """Return the rows of every published table in the order of the dataset."""
        with self._transaction() as connection:
            found = {table.name: _rows(connection, schema.METADATA.tables[table.name]) for table in tables.PUBLISHED}
        return _in_order(found)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the text of every source that was read."""
        with self._transaction() as connection:
            yield from map(tuple, connection.execute(select(schema.TEXTS.c.source_id, schema.TEXTS.c.text)))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except OperationalError as error:
            raise StoreBusy(f"the database cannot be used now: {error.orig}") from error
        except IntegrityError as error:
            raise StoreError(f"two rows share an id, or a row refers to none: {error.orig}") from error
        except SQLAlchemyError as error:
            raise StoreError(f"the database refused: {error}") from error


def _prepare_sqlite(engine: Engine) -> None:
    """Let readers read while one writes, and begin each transaction by asking to write."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: object) -> None:  # noqa: ANN401 (the driver's own connection)
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_SECONDS_TO_WAIT * 1000}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _refuse_other_columns(table: Table, present: set[str]) -> None:
    if present != set(table.columns.keys()):
        raise StoreError(
            f"the table {table.name} of this store was made by another version of the program; "
            "give a new folder or database, or delete the old one and run again"
        )


def _rows(connection: Connection, table: Table) -> list[Row]:
    return [tuple(row) for row in connection.execute(select(table))]


def _noted(connection: Connection, described: tables.Table) -> tuple[Any, ...]:
    return tuple(tables.read_values(described, _rows(connection, schema.NOTED[described.name])))


def _judgements(connection: Connection) -> Iterator[Judgement]:
    return tables.read_values(tables.JUDGEMENTS, _rows(connection, schema.JUDGEMENTS))


def _made_by(one: Judgement) -> tuple[str, str, str]:
    return one.finding_id, one.reviewer, one.decided_at


def _receipts(connection: Connection) -> Iterator[Receipt]:
    return tables.read_values(tables.SOURCES, _rows(connection, schema.SOURCES))


def _insert(connection: Connection, table: Table, described: tables.Table, values: Iterable[object]) -> None:
    names = described.names
    rows = [dict(zip(names, row, strict=True)) for row in tables.make_rows(described, values)]
    if rows:
        connection.execute(insert(table), rows)


def _insert_mined(connection: Connection, mined: Mined) -> None:
    document = mined.document
    connection.execute(insert(schema.TEXTS), [{"source_id": document.source_id, "text": document.text}])
    _insert(connection, schema.COMMENTS, tables.COMMENTS, mined.comments)
    _insert(connection, schema.PASSAGES, tables.PASSAGES, mined.passages)
    _insert(connection, schema.FINDINGS, tables.FINDINGS, mined.findings)
    for described, values in (
        (tables.MENTIONS, mined.mentions),
        (tables.LISTS, mined.noted.lists),
        (tables.PRINTED, mined.noted.printed),
        (tables.REFERRALS, mined.noted.referrals),
    ):
        _insert(connection, schema.NOTED[described.name], described, values)


def _paths_of(connection: Connection, source_id: str) -> tuple[str, ...]:
    return tuple(connection.scalars(select(schema.PATHS.c.path).where(schema.PATHS.c.source_id == source_id)))


def _write_paths(connection: Connection, source_id: str, paths: Iterable[str]) -> None:
    """Write all paths of a source: the first in order into its row, the others beside it."""
    first, *others = sorted(paths)
    connection.execute(delete(schema.PATHS).where(schema.PATHS.c.source_id == source_id))
    connection.execute(insert(schema.PATHS), [{"path": path, "source_id": source_id} for path in (first, *others)])
    change = update(schema.SOURCES).where(schema.SOURCES.c.source_id == source_id)
    connection.execute(change.values(path=first, also_at=tuple(others)))


def _detach(connection: Connection, path: str) -> None:
    """Take the path from the source that was found there; forget the source where it has no other."""
    source_id = _release(connection, path, "")
    if source_id is not None and not _paths_of(connection, source_id):
        _delete_source(connection, source_id)


def _release(connection: Connection, path: str, keep: str) -> str | None:
    """Take the path from the source that was found there, unless it is the one to keep; return which it was."""
    source_id: str | None = connection.scalar(select(schema.PATHS.c.source_id).where(schema.PATHS.c.path == path))
    if source_id is None or source_id == keep:
        return None
    connection.execute(delete(schema.PATHS).where(schema.PATHS.c.path == path))
    others = _paths_of(connection, source_id)
    if others:
        _write_paths(connection, source_id, others)
    return source_id


def _delete_source(connection: Connection, source_id: str) -> tuple[str, ...]:
    """Delete a source with all that came from it; return the paths it was found at."""
    paths = _paths_of(connection, source_id)
    comments = select(schema.COMMENTS.c.comment_id).where(schema.COMMENTS.c.source_id == source_id)
    for table in (*schema.NOTED.values(), schema.FINDINGS):
        connection.execute(delete(table).where(table.c.source_id == source_id))
    connection.execute(delete(schema.PASSAGES).where(schema.PASSAGES.c.comment_id.in_(comments)))
    for table in (schema.COMMENTS, schema.TEXTS, schema.PATHS, schema.SOURCES):
        connection.execute(delete(table).where(table.c.source_id == source_id))
    return paths


def _in_order(found: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Order rows by the columns of their table, else by path and place in the document."""
    path_of = {row[0]: row[tables.SOURCES.names.index("path")] for row in found["sources"]}
    source_of = {row[0]: row[tables.COMMENTS.names.index("source_id")] for row in found["comments"]}
    return {
        table.name: sorted(
            found[table.name], key=_by_columns(table) if table.order else _by_place(table, path_of, source_of)
        )
        for table in tables.PUBLISHED
    }


def _by_columns(table: tables.Table) -> Callable[[Row], Any]:
    """Return the key that orders rows by the table's columns of order; an empty cell comes first."""
    places = [(table.names.index(name), _is_number(table, name)) for name in table.order]
    return lambda row: tuple(
        (row[place] is not None, (row[place] or 0) if number else str(row[place] or "")) for place, number in places
    )


def _is_number(table: tables.Table, name: str) -> bool:
    return next(column.kind is Kind.INTEGER for column in table.columns if column.name == name)


def _by_place(table: tables.Table, path_of: Mapping[str, str], source_of: Mapping[str, str]) -> Callable[[Row], Any]:
    """Return the key that orders rows by the path of their source and their place in it."""
    start, end = table.names.index("start"), table.names.index("end")
    if "source_id" in table.names:
        source = table.names.index("source_id")
        return lambda row: (path_of[row[source]], row[start], row[end], row[0])
    comment = table.names.index("comment_id")
    return lambda row: (path_of[source_of[row[comment]]], row[start], row[end], row[0])
