"""Folders of CSV or Parquet with the data package that describes them; a release is such a folder as well."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline import tables
from pipeline.store.cells import (
    Strings,
    column_of,
    cut_chunks,
    join_lists,
    join_parts,
    replace_all,
    to_bytes,
    write_numbers,
    write_once,
)
from pipeline.store.export import describe_package, describe_table, sum_of
from pipeline.store.files import make_folder, sweep, write_json, write_whole
from pipeline.store.reading import PACKAGE, Edition, read_sums
from pipeline.tables import Column, Kind, Table
from pipeline.tables.excerpts import is_quoted

_TO_BE_QUOTED = '[",\r\n]'
_PARQUET = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}


def write_csv(edition: Edition, folder: Path) -> None:
    """Write each table as CSV, byte for byte as a run writes it where the edition is whole, and the package."""
    _prepare(folder)
    resources = []
    written = read_sums(edition.folder) if edition.excerpt_words is None else {}
    for table in tables.PUBLISHED:
        content = _read_as_written(edition.folder, table, written)
        if content is None:
            content = b"".join(make_csv_pieces(table, edition.columns[table.name]))
        write_whole(folder / f"{table.name}.csv", content)
        resources.append(describe_table(table, content))
    write_json(folder / PACKAGE, describe_edition(edition, resources))


def write_parquet(edition: Edition, folder: Path) -> None:
    """Write each table as Parquet, each column with its description, and the package."""
    _prepare(folder)
    resources = []
    for table in tables.PUBLISHED:
        sink = pa.BufferOutputStream()
        pq.write_table(edition.columns[table.name], sink, compression="zstd")
        content = bytes(sink.getvalue())
        write_whole(folder / f"{table.name}.parquet", content)
        resources.append(_describe_parquet(table, content))
    write_json(folder / PACKAGE, describe_edition(edition, resources))


def describe_edition(edition: Edition, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the data package; that of a release says what has been cut, column by column."""
    package = describe_package(resources)
    words = edition.excerpt_words
    if words is None:
        return package
    cut = {
        (table.name, column.name) for table in tables.PUBLISHED for column in table.columns if is_quoted(table, column)
    }
    for resource in resources:
        for field in resource["schema"]["fields"]:
            if (resource["name"], field["name"]) in cut:
                field["description"] += f" (in this release: an excerpt of at most {words} words)"
    title, description = f"{package['title']}: release of excerpts", f"{package['description']} {say_release(words)}"
    return {**package, "title": title, "description": description, "excerptWords": words}


def say_release(words: int) -> str:
    """Return what a release is, in words."""
    return (
        f"This is a release: of every text it has an excerpt of at most {words} words, the offsets in the document, "
        "and the web address that the document gives itself; no full texts, and names of files in place of paths."
    )


def make_csv_pieces(table: Table, columns: Any) -> Iterator[bytes]:  # noqa: ANN401 (a table of Arrow)
    """Yield a table as CSV: a header, RFC 4180; unknown is empty, lists are joined with semicolons."""
    yield (",".join(table.names) + "\r\n").encode()
    for chunk in cut_chunks(columns):
        parts: list[Any] = []
        for column in table.columns:
            parts += [",", _cell(column, column_of(chunk, column.name))]
        yield to_bytes(join_parts([*parts[1:], "\r\n"]))


def _read_as_written(folder: Path, table: Table, sums: Mapping[str, str]) -> bytes | None:
    """Return the CSV of a table as the run wrote it, None where it is not there or is not that any more."""
    path = folder / f"{table.name}.csv"
    if table.name not in sums or not path.is_file():
        return None
    content = path.read_bytes()
    return content if sum_of(content) == sums[table.name] else None


def _prepare(folder: Path) -> None:
    make_folder(folder)
    sweep(folder)


def _cell(column: Column, cells: Any) -> Strings:  # noqa: ANN401
    if column.kind.is_list:
        cells = join_lists(cells, lambda parts: pc.replace_substring(parts, ";", ","), tables.LIST_SEPARATOR)
    if column.kind in (Kind.TEXT, Kind.TEXTS):
        return pc.fill_null(write_once(cells, _quote), "")
    return pc.fill_null(write_numbers(cells) if column.kind is Kind.NUMBER else pc.cast(cells, pa.string()), "")


def _quote(cells: Strings) -> Strings:
    """Return the texts as CSV has them: in quotes where they hold a quote, a comma or the end of a line."""
    quoted = join_parts(['"', replace_all(cells, [('"', '""')]), '"'])
    return pc.if_else(pc.match_substring_regex(cells, _TO_BE_QUOTED), quoted, cells)


def _describe_parquet(table: Table, content: bytes) -> dict[str, Any]:
    described = describe_table(table, content) | _PARQUET | {"path": f"{table.name}.parquet"}
    described.pop("encoding")
    return described | {"bytes": len(content), "hash": sum_of(content)}
