"""A sheet of many rows: its cells are written column by column, all of them as what they are and never as formulas.

XlsxWriter writes a cell at a time, a third of a million findings in forty seconds. Here it writes the frame only: the
workbook, the formats, the head, filters and widths. The rows are put into the frame as they are made.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import IO, Any, NamedTuple
from zipfile import ZIP64_LIMIT, ZIP_DEFLATED, ZipFile

import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pipeline.feeds.evidence import Evidence
from pipeline.store.cells import (
    Strings,
    change_where,
    column_of,
    join_lists,
    join_parts,
    replace_all,
    to_bytes,
    work_ahead,
    write_once,
)
from pipeline.tables import Column, Kind

MOST_ROWS = 1_048_576 - 1
MOST_CHARACTERS = 32_767
MOST_IN_FORMULA = 255
LIST_SEPARATOR = "; "
CUT = " … [cut: the whole text is in the other forms of the dataset]"

_PRESSED = 2  # three times as quick as zlib's own choice, and a tenth larger
_MARKED = 64  # characters around the words of a cell, most of the time
_END_OF_ROWS = b"</sheetData>"
_MARKUP = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_NOT_IN_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\r]"
_LOOKS_ESCAPED = "(_)(x[0-9a-fA-F]{4}_)"
_NEEDS_CARE = "[&<>\x00-\x1f\ufffe\uffff]|_x|^ | $|  "
_NO_CELL = pa.scalar(None, pa.string())


class Leaf(NamedTuple):
    """Some rows of a table, and where each can be read; nothing where that is not said."""

    columns: Any
    evidence: Sequence[Evidence | None]


class LongSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that knows of all its rows and writes its head only; the others are put in as ready XML."""

    dim_rowmax: int

    def _write_rows(self) -> None:
        last, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = last


class Filling(NamedTuple):
    """The rows that go into one part of a workbook, and whether they may be more than a plain ZIP holds."""

    rows: Iterator[bytes]
    huge: bool


_EMPTY = Filling(iter(()), huge=False)


def put_together(frame: IO[bytes], fillings: Mapping[str, Filling]) -> bytes:
    """Return the workbook that a frame becomes with these rows, by the name of the part that they go into."""
    content = io.BytesIO()
    with ZipFile(frame) as parts, ZipFile(content, "w", ZIP_DEFLATED, compresslevel=_PRESSED) as book:
        for name in parts.namelist():
            before, end, after = parts.read(name).partition(_END_OF_ROWS)
            filling = fillings.get(name, _EMPTY)
            with book.open(name, "w", force_zip64=filling.huge) as file:
                file.write(before)
                for piece in work_ahead(filling.rows):
                    file.write(piece)
                file.write(end + after)
    return content.getvalue()


def fill_sheet(columns: Sequence[Column], table: Any, leaves: Iterable[Leaf], link: Any) -> Filling:  # noqa: ANN401
    """Return the rows of a sheet; some programs do not open the larger sort of ZIP, so that it is used in need only."""
    most = 2 * table.nbytes + table.num_rows * (len(columns) + 1) * _MARKED
    return Filling(write_rows(columns, leaves, link), huge=most > ZIP64_LIMIT)


def write_rows(columns: Sequence[Column], leaves: Iterable[Leaf], link: Any) -> Iterator[bytes]:  # noqa: ANN401
    """Yield the rows from the second on as the XML of a sheet, the link of each in the first column."""
    first = 2
    for leaf in leaves:
        yield _write_leaf(columns, leaf, first, link._get_xf_index())
        first += leaf.columns.num_rows


def longest(cells: Any) -> int:  # noqa: ANN401 (an array of Arrow)
    """Return the length of the longest text of a column as a cell shows it."""
    return int(pc.max(pc.utf8_length(_as_text(cells))).as_py() or 0) if len(cells) else 0


def count_cut(cells: Any) -> int:  # noqa: ANN401
    """Return how many cells are longer than Excel holds."""
    return int(pc.sum(pc.greater(pc.utf8_length(_as_text(cells)), MOST_CHARACTERS)).as_py() or 0) if len(cells) else 0


def _write_leaf(columns: Sequence[Column], leaf: Leaf, first: int, style: int) -> bytes:
    numbers = pc.cast(pa.array(range(first, first + leaf.columns.num_rows)), pa.string())
    parts: list[Any] = ['<row r="', numbers, '">']
    if leaf.evidence:
        links = pa.array([_write_link(one, style) for one in leaf.evidence], pa.string())
        parts.append(pc.fill_null(join_parts(['<c r="A', numbers, links]), ""))
    for place, column in enumerate(columns, start=bool(leaf.evidence)):
        parts.append(_write_cells(column, column_of(leaf.columns, column.name), xl_col_to_name(place), numbers))
    return to_bytes(join_parts([*parts, "</row>"]))


def _write_cells(column: Column, cells: Any, letter: str, numbers: Strings) -> Strings:  # noqa: ANN401
    """Return the cells of a column, each with its name; nothing where a cell is empty."""
    if column.kind in (Kind.INTEGER, Kind.NUMBER):
        written = write_once(cells, _write_numbers)
    elif column.kind is Kind.BOOLEAN:
        written = write_once(cells, _write_flags)
    else:
        written = write_once(_as_text(cells), _write_texts)
    return pc.fill_null(join_parts([f'<c r="{letter}', numbers, written]), "")


def _write_numbers(cells: Any) -> Strings:  # noqa: ANN401
    return join_parts(['"><v>', pc.cast(cells, pa.string()), "</v></c>"])


def _write_flags(cells: Any) -> Strings:  # noqa: ANN401
    return join_parts(['" t="b"><v>', pc.cast(pc.cast(cells, pa.int8()), pa.string()), "</v></c>"])


def _write_texts(text: Strings) -> Strings:
    if _is_plain(text):
        written = join_parts(['" t="inlineStr"><is><t>', text, "</t></is></c>"])
    else:
        safe = _escape(_shorten(text))
        written = join_parts(['" t="inlineStr"><is><t xml:space="preserve">', safe, "</t></is></c>"])
    return pc.if_else(pc.equal(text, ""), _NO_CELL, written)


def _is_plain(text: Strings) -> bool:
    """Say whether none of the texts is too long, has a sign of XML, or blanks that XML would not keep."""
    longest_bytes = pc.max(pc.binary_length(text)).as_py() or 0
    return longest_bytes <= MOST_CHARACTERS and not pc.any(pc.match_substring_regex(text, _NEEDS_CARE)).as_py()


def _as_text(cells: Any) -> Strings:  # noqa: ANN401
    if pa.types.is_list(cells.type):
        return join_lists(cells, lambda parts: parts, LIST_SEPARATOR)
    return pc.cast(cells, pa.string())


def _shorten(text: Strings) -> Strings:
    kept = pc.utf8_slice_codeunits(text, 0, MOST_CHARACTERS - len(CUT) - 1)
    return pc.if_else(pc.greater(pc.utf8_length(text), MOST_CHARACTERS), join_parts([kept, CUT]), text)


def _escape(text: Strings) -> Strings:
    text = pc.replace_substring_regex(text, _LOOKS_ESCAPED, "_x005F_\\2")
    return change_where(replace_all(text, _MARKUP), _NOT_IN_XML, _escape_control)


def _escape_control(text: str) -> str:
    return re.sub(_NOT_IN_XML, lambda found: f"_x{ord(found[0]):04X}_", text)


@lru_cache(maxsize=100_000)
def _write_link(evidence: Evidence | None, style: int) -> str | None:
    """Return the cell of a link after its name: the only formula there is, its texts quoted so that none gets out."""
    if evidence is None:
        return None
    if len(evidence.target) > MOST_IN_FORMULA:
        return f'" t="inlineStr"><is><t>{_escape_one(evidence.target[:MOST_CHARACTERS])}</t></is></c>'
    target, label = (_escape_one(part.replace('"', '""')) for part in (evidence.target, evidence.label))
    formula = f'HYPERLINK("{target}","{label}")'
    return f'" s="{style}" t="str"><f>{formula}</f><v>{_escape_one(evidence.label)}</v></c>'


def _escape_one(text: str) -> str:
    for old, new in _MARKUP:
        text = text.replace(old, new)
    return _escape_control(text)
