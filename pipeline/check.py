"""Is a folder a valid dataset? Everything that DATASET.md promises and a machine can see, from the files alone."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import tables
from pipeline.errors import DatasetError
from pipeline.store.export import make_csv
from pipeline.store.reading import read_excerpt_words
from pipeline.tables import Column, Kind, Table
from pipeline.tables.excerpts import count_words, is_quoted
from pipeline.vocabulary import Polarity, Scope

Line = dict[str, str]

_FEW = 5
_PLACED = ("comments", "passages", "findings", "mentions")
_NUMBER = re.compile(r"-?\d+")
_TYPES: dict[Kind, Callable[[str], bool]] = {
    Kind.TEXT: lambda cell: True,
    Kind.INTEGER: lambda cell: _NUMBER.fullmatch(cell) is not None,
    Kind.NUMBER: lambda cell: _is_share(cell),
    Kind.BOOLEAN: lambda cell: cell in ("true", "false"),
    Kind.TEXTS: lambda cell: all(cell.split(tables.LIST_SEPARATOR)),
    Kind.INTEGERS: lambda cell: all(_NUMBER.fullmatch(part) for part in cell.split(tables.LIST_SEPARATOR)),
}


def check_dataset(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the dataset, a sentence each; nothing where all is well."""
    missing = [name for table in tables.PUBLISHED if not (folder / (name := f"{table.name}.csv")).is_file()]
    if missing:
        yield f"{folder} has no {', '.join(missing)}: is it the folder that a run wrote?"
        return
    try:
        found = {table.name: _read_csv(folder / f"{table.name}.csv") for table in tables.PUBLISHED}
    except DatasetError as error:
        yield str(error)
        return
    for table in tables.PUBLISHED:
        absent = [name for name in table.names if name not in found[table.name][0]]
        if absent:
            yield f"{table.name}.csv has no column {', '.join(absent)}"
            return
    lines = {name: rows for name, (_, rows) in found.items()}
    for table in tables.PUBLISHED:
        yield from _few(_check_cells(table, lines[table.name]))
        yield from _few(_check_keys(table, lines))
    yield from _few(_check_counted(lines["findings"]))
    yield from _few(_check_evidence(lines))
    try:
        words = read_excerpt_words(folder)
    except DatasetError as error:
        yield str(error)
        return
    yield from _check_whole(folder, lines) if words is None else _check_release(folder, lines, words)
    yield from _check_package(folder)


def _check_whole(folder: Path, lines: dict[str, list[Line]]) -> Iterator[str]:
    """Check what only a whole dataset has: Parquet beside the CSV, the order of paths, and the texts."""
    for table in tables.PUBLISHED:
        yield from _check_parquet(folder, table)
    yield from _few(_check_order(lines))
    yield from _few(_check_spans(folder, lines))


def _check_release(folder: Path, lines: dict[str, list[Line]], words: int) -> Iterator[str]:
    """Check that a release gives no more than it says: no texts, no paths, no excerpt of more words than it names."""
    if (folder / "texts").exists():
        yield "texts are in a release, which may not have them"
    for table in tables.PUBLISHED:
        for column in table.columns:
            if is_quoted(table, column):
                yield from _few(_check_excerpts(table, column, lines[table.name], words))
    for number, row in enumerate(lines["sources"], start=2):
        if "/" in row["path"]:
            yield f"sources.csv, row {number}: a release names files without the folders they lie in"
            return


def _check_excerpts(table: Table, column: Column, rows: Sequence[Line], words: int) -> Iterator[str]:
    for number, row in enumerate(rows, start=2):
        cell = row[column.name]
        parts = cell.split(tables.LIST_SEPARATOR) if column.kind.is_list else [cell]
        longest = max(map(count_words, parts))
        if longest > words:
            yield f"{table.name}.csv, row {number}, {column.name}: {longest} words, and a release has at most {words}"


def _read_csv(path: Path) -> tuple[tuple[str, ...], list[Line]]:
    csv.field_size_limit(1 << 30)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, restkey="", restval="")
            return tuple(reader.fieldnames or ()), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(f"{path.name} cannot be read as CSV in UTF-8: {error}") from error


def _few(problems: Iterable[str]) -> Iterator[str]:
    """Yield the first few problems, and say that there are more."""
    told = list(islice(problems, _FEW + 1))
    yield from told[:_FEW]
    if len(told) > _FEW:
        yield "… and more of this sort"


def _check_cells(table: Table, rows: Sequence[Line]) -> Iterator[str]:
    for column in table.columns:
        wrong = _make_rule(column)
        known: dict[str, str | None] = {}
        for number, row in enumerate(rows, start=2):
            cell = row[column.name]
            if cell not in known:
                known[cell] = wrong(cell)
            if known[cell]:
                yield f"{table.name}.csv, row {number}, {column.name}: {known[cell]}"


def _make_rule(column: Column) -> Callable[[str], str | None]:
    """Return what says why a cell of the column is wrong, or None."""
    words = {str(word) for word in column.words} if column.words else None
    pattern = re.compile(column.pattern) if column.pattern else None

    def wrong(cell: str) -> str | None:
        if cell == "":
            return "is empty and must not be" if column.required else None
        if not _TYPES[column.kind](cell):
            return f"{cell!r} is not of the type {column.kind.value}"
        parts = cell.split(tables.LIST_SEPARATOR) if column.kind.is_list else [cell]
        strange = [part for part in parts if (words and part not in words) or (pattern and not pattern.fullmatch(part))]
        return f"{strange[0]!r} is not one of its words or forms" if strange else None

    return wrong


def _check_keys(table: Table, lines: dict[str, list[Line]]) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(lines[table.name], start=2):
        key = tuple(row[name] for name in table.key)
        if key and key in seen:
            yield f"{table.name}.csv, row {number}: {', '.join(key)} stands twice"
        seen.add(key)
    for column in table.columns:
        if column.refers:
            other, name = column.refers.split(".")
            known = {row[name] for row in lines[other]}
            for number, row in enumerate(lines[table.name], start=2):
                if row[column.name] not in known:
                    yield f"{table.name}.csv, row {number}, {column.name}: {row[column.name]} is not in {other}.csv"


def _check_parquet(folder: Path, table: Table) -> Iterator[str]:
    path = folder / f"{table.name}.parquet"
    if not path.is_file():
        yield f"{path.name} is missing"
        return
    try:
        read = pq.read_table(path)
    except (pa.ArrowException, OSError):
        yield f"{path.name} is damaged and cannot be read"
        return
    if tuple(read.column_names) != table.names:
        yield f"{path.name} has other columns than {table.name}.csv"
    elif not _says_the_same(read, table, (folder / f"{table.name}.csv").read_bytes()):
        yield f"{path.name} does not say the same as {table.name}.csv"


def _says_the_same(read: pa.Table, table: Table, content: bytes) -> bool:
    rows = zip(*(column.to_pylist() for column in read.columns), strict=True)
    try:
        return make_csv(table, rows) == content
    except (pa.ArrowException, TypeError, ValueError):  # a column of another type than the table's
        return False


def _check_counted(findings: Sequence[Line]) -> Iterator[str]:
    for number, row in enumerate(findings, start=2):
        countable = row["scope"] == Scope.CASE and row["polarity"] == Polarity.ASSERTED and row["quoted"] == "false"
        if row["counted"] == "true" and not countable:
            yield f"findings.csv, row {number}: counted, but quoted, not asserted, or no case"


def _check_evidence(lines: dict[str, list[Line]]) -> Iterator[str]:
    """Check that every finding that a gathered row stands on is there, and that each need stands on some."""
    known = {row["finding_id"] for row in lines["findings"]}
    for table in tables.GATHERED:
        if "findings" not in table.names:
            continue
        for number, row in enumerate(lines[table.name], start=2):
            unknown = set(filter(None, row["findings"].split(tables.LIST_SEPARATOR))) - known
            if unknown or (not row["findings"] and table is tables.NEEDS):
                yield f"{table.name}.csv, row {number}: finding {min(unknown, default='ids')} is not in findings.csv"


def _check_order(lines: dict[str, list[Line]]) -> Iterator[str]:
    paths = {row["source_id"]: row["path"] for row in lines["sources"]}
    sources = {row["comment_id"]: row["source_id"] for row in lines["comments"]}
    for name in _PLACED:
        places = [
            (paths.get(row.get("source_id") or sources.get(row["comment_id"], ""), ""), _whole(row["start"]))
            for row in lines[name]
        ]
        if any(first > second for first, second in pairwise(places)):
            yield f"{name}.csv is not in the order of paths and places"
    if any(first["path"] > second["path"] for first, second in pairwise(lines["sources"])):
        yield "sources.csv is not in the order of paths"


def _check_spans(folder: Path, lines: dict[str, list[Line]]) -> Iterator[str]:
    """Compare spans with the texts: findings quote them, passages lie in their comment, comments in their text."""
    texts: dict[str, str] = {}
    problem = _read_texts(folder, lines["sources"], texts)
    if problem:
        yield problem
        return
    comments = {row["comment_id"]: row for row in lines["comments"]}
    for name in _PLACED:
        for number, row in enumerate(lines[name], start=2):
            comment = comments.get(row["comment_id"])
            start, end = _whole(row["start"]), _whole(row["end"])
            text = texts.get(comment["source_id"], "") if comment else ""
            if comment is None or not 0 <= start <= end <= len(text):
                yield f"{name}.csv, row {number}: {start}–{end} lies outside the text"
            elif not _whole(comment["start"]) <= start <= end <= _whole(comment["end"]):
                yield f"{name}.csv, row {number}: {start}–{end} lies outside its comment"
            elif name == "findings" and text[start:end] != row["quote"]:
                yield f"findings.csv, row {number}: the quote is not what the text has at {start}–{end}"


def _read_texts(folder: Path, sources: Iterable[Line], texts: dict[str, str]) -> str | None:
    """Read the text of every source that was read; return the first thing that is wrong with one."""
    for row in sources:
        if row["status"] != "read":
            continue
        path = folder / "texts" / f"{row['source_id']}.txt"
        try:
            texts[row["source_id"]] = path.read_bytes().decode()
        except FileNotFoundError:
            return f"texts/{path.name} is missing"
        except (OSError, UnicodeDecodeError):
            return f"texts/{path.name} cannot be read as a text in UTF-8"
        if row["characters"] != str(len(texts[row["source_id"]])):
            return f"texts/{path.name} has not the {row['characters']} characters that sources.csv says"
    return None


def _check_package(folder: Path) -> Iterator[str]:
    path = folder / "datapackage.json"
    if not path.is_file():
        yield "datapackage.json is missing"
        return
    try:
        described: dict[str, Any] = {one["name"]: one for one in json.loads(path.read_bytes())["resources"]}
    except (ValueError, KeyError, TypeError):
        yield "datapackage.json is damaged: it is not what a run wrote"
        return
    for table in tables.PUBLISHED:
        content = (folder / f"{table.name}.csv").read_bytes()
        if described.get(table.name, {}).get("hash") != f"sha256:{sha256(content).hexdigest()}":
            yield f"datapackage.json describes another {table.name}.csv"


def _is_share(cell: str) -> bool:
    try:
        return 0 <= float(cell) <= 1
    except ValueError:
        return False


def _whole(cell: str) -> int:
    return int(cell) if _NUMBER.fullmatch(cell) else -1
