"""The tables of a dataset read from disk as columns: what feeds and comparisons work on."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import tables
from pipeline.errors import DatasetError, InputError
from pipeline.tables import Kind, Table

_Answer = TypeVar("_Answer")
PACKAGE = "datapackage.json"
ARROW = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.INTEGERS: pa.list_(pa.int64()),
}


@dataclass(frozen=True, slots=True)
class Edition:
    """The published tables as they are given out: in full, or as a release whose quotes have at most so many words."""

    folder: Path
    columns: Mapping[str, Any]
    excerpt_words: int | None = None


def read_edition(folder: Path) -> Edition:
    """Return every published table of the dataset in the folder; refuse one of another version."""
    columns = {}
    for table in tables.PUBLISHED:
        found = read_columns(folder, table, ())
        missing = [name for name in table.names if name not in found.column_names]
        if missing:
            raise InputError(
                f"{folder}: {table.name} has no column {', '.join(missing)}, since another version wrote it: run again"
            )
        columns[table.name] = found.select(table.names)
    return Edition(folder, columns, read_excerpt_words(folder))


def read_columns(folder: Path, table: Table, names: Sequence[str]) -> Any:  # noqa: ANN401 (a table of Arrow)
    """Return a table of the dataset, all its columns or those of the names that it has."""
    path = folder / f"{table.name}.parquet"
    if not path.is_file():
        raise InputError(f"{folder} has no {path.name}: is it the folder that a run wrote?")
    try:
        with pq.ParquetFile(path) as file:
            present = file.schema_arrow.names
            found = file.read([name for name in names if name in present] if names else None, use_threads=False)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{path} cannot be read: run again ({error})") from error
    return found.combine_chunks()


def read_excerpt_words(folder: Path) -> int | None:
    """Return to how many words a release has cut its texts; None where the dataset is whole."""
    return _ask_package(folder, _find_words)


def read_sums(folder: Path) -> dict[str, str]:
    """Return the checksum of each table's file as the data package of a folder gives it; none without a package."""
    return _ask_package(folder, lambda package: {one["name"]: one["hash"] for one in package["resources"]}) or {}


def _find_words(package: dict[str, Any]) -> int | None:
    words = package.get("excerptWords")
    return None if words is None else int(words)


def _ask_package(folder: Path, question: Callable[[dict[str, Any]], _Answer]) -> _Answer | None:
    path = folder / PACKAGE
    if not path.is_file():
        return None
    try:
        return question(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatasetError(f"{path.name} is damaged, it is not what a run wrote: run again into {folder}") from error
