"""A dataset's folder read back into values: what the commands for planners and the renderers begin from."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import tables
from pipeline.errors import DatasetError, InputError
from pipeline.planning import Event, Failure, MissionRecord, Practice, Thread
from pipeline.records import Comment, Figure, Finding, Listed, Mention, Need, Passage, Printed, Receipt, Referral
from pipeline.tables import Kind, Row, Table

TEXTS = "texts"
_UNREADABLE = (
    "{} is missing, damaged, or of another version of this program: "
    "`needs check` says what is wrong, `needs run` into this folder writes it again"
)


@dataclass(frozen=True)
class Dataset:
    """The tables of one run's folder as values, each read when it is first asked for."""

    folder: Path

    @cached_property
    def sources(self) -> tuple[Receipt, ...]:
        """Every file, also those that failed."""
        return self._values(tables.SOURCES)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """Every comment, in the order of the documents."""
        return self._values(tables.COMMENTS)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph, in the order of the documents."""
        return self._values(tables.PASSAGES)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the documents."""
        return self._values(tables.FINDINGS)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every law, programme and project that is named."""
        return self._values(tables.MENTIONS)

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """Every State of every list that a report prints."""
        return self._values(tables.LISTS)

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """Every figure that a paper prints."""
        return self._values(tables.PRINTED)

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        """Every referral of a case to the Committee of Experts."""
        return self._values(tables.REFERRALS)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """Every need, by country and Convention."""
        return self._values(tables.NEEDS)

    @cached_property
    def series(self) -> tuple[Figure, ...]:
        """Every figure."""
        return self._values(tables.SERIES)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """Every thread, by country and Convention."""
        return self._values(tables.THREADS)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every step on a thread, in the order of time."""
        return self._values(tables.EVENTS)

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """Every case of progress with a remedy."""
        return self._values(tables.PRACTICES)

    @cached_property
    def missions(self) -> tuple[MissionRecord, ...]:
        """Every mission."""
        return self._values(tables.MISSIONS)

    @cached_property
    def failures(self) -> tuple[Failure, ...]:
        """Everything that was owed and not sent."""
        return self._values(tables.FAILURES)

    def rows(self, table: Table) -> list[Row]:
        """Return the rows of a table: lists as tuples, unknown as None."""
        path = self.folder / f"{table.name}.parquet"
        try:
            read = pq.read_table(path, columns=list(table.names))
            columns = [_as_cells(column.kind, read.column(column.name)) for column in table.columns]
            return list(zip(*columns, strict=True))
        except (pa.ArrowException, OSError, KeyError, TypeError) as error:
            raise DatasetError(_UNREADABLE.format(path)) from error

    def text(self, source_id: str) -> str:
        """Return the one text of a source."""
        path = self.folder / TEXTS / f"{source_id}.txt"
        try:
            return path.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise DatasetError(_UNREADABLE.format(path)) from error

    def _values(self, table: Table) -> tuple[Any, ...]:
        try:
            return tuple(tables.read_values(table, self.rows(table)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DatasetError(_UNREADABLE.format(self.folder / f"{table.name}.parquet")) from error


def load_dataset(folder: Path) -> Dataset:
    """Return the dataset of a folder, refusing one that no run of this version wrote."""
    missing = [table.name for table in tables.PUBLISHED if not (folder / f"{table.name}.parquet").is_file()]
    if missing:
        raise InputError(
            f"{folder} is no dataset: it has no {', '.join(missing)}. Give the folder that `needs run --out` wrote"
        )
    return Dataset(folder)


def _as_cells(kind: Kind, column: Any) -> list[Any]:  # noqa: ANN401 (pyarrow has no types)
    cells: list[Any] = column.to_pylist()
    return [tuple(cell or ()) for cell in cells] if kind.is_list else cells
