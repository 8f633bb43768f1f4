"""Whole columns written as text at once: the tools that JSON Lines, CSV, the workbook and COPY share."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

Strings = Any
Form = Callable[[Strings], Strings]

ROWS_AT_ONCE = 20_000


def cut_chunks(table: Any) -> Iterator[Any]:  # noqa: ANN401 (a table of Arrow)
    """Yield the rows of a table in pieces of a size that fits into memory when written out."""
    for first in range(0, table.num_rows, ROWS_AT_ONCE):
        yield table.slice(first, ROWS_AT_ONCE).combine_chunks()


def work_ahead(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces, each while the next is made in another thread; Arrow and zlib let others work meanwhile."""
    coming = iter(pieces)
    with ThreadPoolExecutor(1) as maker:
        soon = maker.submit(next, coming, None)
        while (piece := soon.result()) is not None:
            soon = maker.submit(next, coming, None)
            yield piece


def column_of(table: Any, name: str) -> Any:  # noqa: ANN401
    """Return a column of a table as one array."""
    found = table[name].combine_chunks()
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def write_numbers(cells: Any) -> Strings:  # noqa: ANN401
    """Return numbers as Python writes them (0.0, where Arrow writes 0), so that all forms have the same bytes."""
    return pa.array([None if cell is None else repr(cell) for cell in cells.to_pylist()], pa.string())


def join_parts(parts: Iterable[Any]) -> Strings:
    """Return one text for each row: the parts (texts, or arrays of them) one after another."""
    return pc.binary_join_element_wise(*parts, "")


def write_once(cells: Any, form: Form) -> Strings:  # noqa: ANN401
    """Return the cells in their form; where few different ones are said again and again each is written once."""
    if pa.types.is_floating(cells.type):  # 0.0 and -0.0 are one to a dictionary
        return form(cells)
    different = pc.dictionary_encode(cells)
    if len(different.dictionary) * 2 > len(cells):
        return form(cells)
    return pc.take(form(different.dictionary), different.indices)


def replace_all(cells: Strings, pairs: Iterable[tuple[str, str]]) -> Strings:
    """Return the texts with each first word of a pair replaced by the second, pair by pair."""
    for old, new in pairs:
        cells = pc.replace_substring(cells, old, new)
    return cells


def join_lists(lists: Any, form: Form, separator: str) -> Strings:  # noqa: ANN401
    """Return each list as one text: its parts in their form, with the separator between them."""
    parts = write_once(pc.cast(lists.flatten(), pa.string()), form)
    offsets = pc.subtract(lists.offsets, lists.offsets[0])
    return pc.binary_join(pa.ListArray.from_arrays(offsets, parts), separator)


def change_where(cells: Strings, pattern: str, change: Callable[[str], str]) -> Strings:
    """Return the texts, those that match the pattern changed one by one; for what is rare."""
    wanted = pc.match_substring_regex(cells, pattern)
    if not pc.any(wanted).as_py():
        return cells
    changed = [change(cell) for cell in pc.filter(cells, wanted).to_pylist()]
    return pc.replace_with_mask(cells, pc.fill_null(wanted, pa.scalar(value=False)), pa.array(changed, pa.string()))


def to_bytes(rows: Strings) -> bytes:
    """Return the texts of all rows, one after another, as UTF-8."""
    if not len(rows):
        return b""
    first, last = rows.offset, rows.offset + len(rows)
    offsets = memoryview(rows.buffers()[1]).cast("i")
    return bytes(memoryview(rows.buffers()[2])[offsets[first] : offsets[last]])
