"""The tables on disk: CSV and Parquet of every table, the package that describes them, the texts."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from pipeline import tables
from pipeline.store.files import make_folder, sweep, write_json, write_whole
from pipeline.tables import Column, Kind, Row, Table

_ARROW = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.INTEGERS: pa.list_(pa.int64()),
}
_READ_AS = {kind: arrow for kind, arrow in _ARROW.items() if not kind.is_list}
_TEXT = re.compile(tables.SHA256 + r"\.txt")
_WORDS: dict[bool, str] = {True: "true", False: "false"}
_CELLS: dict[Kind, Callable[[Any], str]] = {
    Kind.BOOLEAN: _WORDS.__getitem__,
    Kind.TEXTS: tables.join_cells,
    Kind.INTEGERS: tables.join_cells,
    Kind.NUMBER: repr,
}


def write_tables(folder: Path, found: Mapping[str, Sequence[Row]]) -> None:
    """Write each published table as CSV and Parquet, and the data package that describes them."""
    make_folder(folder)
    sweep(folder)
    with ThreadPoolExecutor(1) as other:  # Arrow and sums let Python write the CSV of the next table meanwhile
        finished = [
            other.submit(_finish, folder, table, _write_csv(folder, table, found)) for table in tables.PUBLISHED
        ]
        resources = [one.result() for one in finished]
    write_json(folder / "datapackage.json", describe_package(resources))


def _write_csv(folder: Path, table: Table, found: Mapping[str, Sequence[Row]]) -> bytes:
    content = make_csv(table, found[table.name])
    write_whole(folder / f"{table.name}.csv", content)
    return content


def _finish(folder: Path, table: Table, content: bytes) -> dict[str, Any]:
    """Write a table as Parquet beside its CSV; return what the package says of it."""
    write_whole(folder / f"{table.name}.parquet", make_parquet(table, content))
    return describe_table(table, content)


def write_texts(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write the one text of each source, so that anyone can check text[start:end] == quote; remove the others."""
    make_folder(folder)
    sweep(folder)
    kept = set()
    for source_id, text in texts:
        path, content = folder / f"{source_id}.txt", text.encode()
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
        kept.add(path.name)
    for path in folder.glob("*.txt"):
        if path.name not in kept and _TEXT.fullmatch(path.name):
            path.unlink()


def make_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the rows as CSV: a header, UTF-8, RFC 4180; unknown is empty, lists are joined with semicolons."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(table.names)
    converted = [(place, _CELLS[one.kind]) for place, one in enumerate(table.columns) if one.kind in _CELLS]
    for row in rows:
        cells = list(row)
        for place, convert in converted:
            if cells[place] is not None:
                cells[place] = convert(cells[place])
        writer.writerow(cells)
    return file.getvalue().encode()


def make_parquet(table: Table, content: bytes) -> bytes:
    """Return a table's CSV as Parquet, each column with its description; so the two cannot differ.

    Read from the CSV because making arrays from Python's values imports pandas, which takes a second.
    """
    read = pa_csv.read_csv(
        pa.py_buffer(content),
        pa_csv.ReadOptions(use_threads=False, block_size=len(content) + 1),
        pa_csv.ParseOptions(newlines_in_values=True),
        pa_csv.ConvertOptions(
            column_types={column.name: _READ_AS.get(column.kind, pa.string()) for column in table.columns},
            null_values=[""],
            strings_can_be_null=True,
            true_values=["true"],
            false_values=["false"],
        ),
    )
    schema = pa.schema([_arrow_field(column) for column in table.columns], {"description": table.description})
    columns = [_part_lists(column, read[column.name].combine_chunks()) for column in table.columns]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())


def _part_lists(column: Column, cells: pa.Array) -> pa.Array:
    """Return the cells of a column of lists as lists, an empty cell as an empty list; others as they are."""
    if not column.kind.is_list:
        return cells
    parts = pc.split_pattern(cells, tables.LIST_SEPARATOR)
    return pa.ListArray.from_arrays(parts.offsets, parts.values).cast(_ARROW[column.kind])


def _arrow_field(column: Column) -> pa.Field:
    nullable = not column.required
    return pa.field(column.name, _ARROW[column.kind], nullable, {"description": column.description})


def describe_package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the data package of some tables, each as `describe_table` has it."""
    return {
        "profile": "tabular-data-package",
        "name": "assistance-needs",
        "title": "What the ILO supervisory bodies say about technical assistance",
        "description": (
            "Findings with their quotes, gathered into needs and figures. Lists are joined with semicolons. "
            "Each table also stands beside its CSV as Parquet."
        ),
        "resources": resources,
    }


def describe_table(table: Table, content: bytes) -> dict[str, Any]:
    """Return what a data package says of a table that was written as CSV."""
    schema: dict[str, Any] = {
        "fields": [_describe_column(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = [_describe_reference(column) for column in table.columns if column.refers]
    if references:
        schema["foreignKeys"] = references
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sum_of(content),
        "schema": schema,
    }


def sum_of(content: bytes) -> str:
    """Return the checksum of a file as a data package gives it."""
    return f"sha256:{sha256(content).hexdigest()}"


def _describe_column(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    described: dict[str, Any] = {"name": column.name, "description": column.description}
    if not column.kind.is_list:
        if column.words:
            constraints["enum"] = [str(word) for word in column.words]
        if column.pattern:
            constraints["pattern"] = column.pattern
        described["type"] = column.kind.value
    else:
        described |= {"type": "string", "list": True, "delimiter": tables.LIST_SEPARATOR}
        if column.words:
            described["words"] = [str(word) for word in column.words]
    if constraints:
        described["constraints"] = constraints
    return described


def _describe_reference(column: Column) -> dict[str, Any]:
    resource, field = str(column.refers).split(".")
    return {"fields": column.name, "reference": {"resource": resource, "fields": field}}
