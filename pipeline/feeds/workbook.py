"""The dataset as an Excel workbook: what it is, a sheet for each table, and what every column means."""

import io
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from pipeline import tables
from pipeline.feeds.evidence import Guide
from pipeline.feeds.folders import say_release
from pipeline.feeds.sheets import (
    MOST_CHARACTERS,
    MOST_ROWS,
    Filling,
    Leaf,
    LongSheet,
    count_cut,
    fill_sheet,
    longest,
    put_together,
)
from pipeline.store.cells import column_of, cut_chunks
from pipeline.store.files import make_folder, write_whole
from pipeline.store.reading import Edition
from pipeline.tables import Column, Kind, Table
from pipeline.tables.excerpts import is_quoted

EVIDENCE = "evidence"
LEFT_OUT = ("source_id", "passage_id", "text_id", "start", "end")
_FIRST = (*tables.GATHERED, tables.FINDINGS)
SHEETS = (*_FIRST, *(table for table in reversed(tables.PUBLISHED) if table not in _FIRST))
_TITLE = "What the ILO supervisory bodies say about technical assistance"
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 (the same bytes whenever it is written)
_AS_GIVEN = {"in_memory": True} | dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
_NARROW, _ID, _WIDE = 8, 13, 70
_HEAD_HEIGHT = 20


class _Look(NamedTuple):
    """The few formats of the workbook."""

    title: Any
    head: Any
    words: Any
    link: Any


class _Page(NamedTuple):
    """One sheet to be written: its name, its table and the rows that stand on it."""

    name: str
    table: Table
    columns: Any

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people read: without those that only a program follows, but for the table's own key."""
        return tuple(one for one in self.table.columns if one.name not in LEFT_OUT or one.name in self.table.key)


def write_workbook(edition: Edition, path: Path) -> None:
    """Write the workbook: every text as text, each table filtered by its head, and where each row can be read."""
    make_folder(path.parent)
    texts = os.path.relpath(edition.folder / "texts", path.parent).replace(os.sep, "/")
    guide = Guide(edition, texts)
    frame = io.BytesIO()
    book = Workbook(frame, _AS_GIVEN)
    book.set_properties({"title": _TITLE, "created": _MADE})
    look = _Look(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format({"bold": True, "bg_color": "#1E2DBE", "font_color": "#FFFFFF", "valign": "vcenter"}),
        words=book.add_format({"text_wrap": True, "valign": "top"}),
        link=book.add_format({"font_color": "#0563C1", "underline": 1}),
    )
    about = book.add_worksheet("About")
    pages = [page for table in SHEETS for page in _cut_pages(table, edition.columns[table.name])]
    fillings = dict(_write_page(book, page, guide, look) for page in pages)
    _write_codebook(book, edition, look)
    _write_about(about, edition, pages, look)
    book.close()
    write_whole(path, put_together(frame, fillings))


def _cut_pages(table: Table, columns: Any) -> Iterator[_Page]:  # noqa: ANN401 (a table of Arrow)
    """Yield the table as one sheet, or as several where it has more rows than a sheet."""
    for number, first in enumerate(range(0, max(columns.num_rows, 1), MOST_ROWS), start=1):
        name = table.name if number == 1 else f"{table.name} ({number})"
        yield _Page(name, table, columns.slice(first, MOST_ROWS))


def _write_page(book: Workbook, page: _Page, guide: Guide, look: _Look) -> tuple[str, Filling]:
    """Write the head of a sheet; return the part of the workbook that it is, and the rows that go there."""
    sheet = book.add_worksheet(page.name, LongSheet)
    guided = guide.knows(page.table)
    heads = (*([EVIDENCE] if guided else []), *(column.name for column in page.shown))
    for place, name in enumerate(heads):
        sheet.write_string(0, place, name, look.head)
        sheet.set_column(place, place, _width_of(page, name))
    sheet.set_row(0, _HEAD_HEIGHT)
    sheet.freeze_panes(1, int(guided))
    last = page.columns.num_rows
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    sheet.dim_rowmax = last
    leaves = (Leaf(chunk, guide.lead(chunk) if guided else ()) for chunk in cut_chunks(page.columns))
    return f"xl/worksheets/sheet{sheet.index + 1}.xml", fill_sheet(page.shown, page.columns, leaves, look.link)


def _width_of(page: _Page, name: str) -> int:
    """Return the width of a column: of its words, within bounds; ids are kept narrow, since nobody reads them."""
    if name == EVIDENCE:
        return len("text, page 1000")
    if name in page.table.key or name.endswith("_id"):
        return _ID
    return min(max(longest(column_of(page.columns, name)), len(name) + 3, _NARROW), _WIDE)


def _write_codebook(book: Workbook, edition: Edition, look: _Look) -> None:
    sheet = book.add_worksheet("Codebook")
    heads = ("table", "column", "what it holds", "type", "words", "may be empty", "points to")
    widths = (12, 24, 70, 12, 70, 14, 24)
    _write_heads(sheet, heads, widths, look)
    entries = [entry for table in SHEETS for entry in _explain(table, edition)]
    for row, entry in enumerate(entries, start=1):
        for place, cell in enumerate(entry):
            sheet.write_string(row, place, cell, look.words)
    sheet.autofilter(0, 0, len(entries), len(heads) - 1)


def _explain(table: Table, edition: Edition) -> Iterator[tuple[str, ...]]:
    """Yield the entries of the codebook on a table, one for each column."""
    for column in table.columns:
        cut = edition.excerpt_words is not None and is_quoted(table, column)
        about = f"{column.description}{f' (at most {edition.excerpt_words} words of it)' if cut else ''}"
        kind = "list" if column.kind.is_list else {Kind.TEXT: "text"}.get(column.kind, column.kind.value)
        words = " · ".join(map(str, column.words)) if column.words else ""
        yield table.name, column.name, about, kind, words, "" if column.required else "yes", column.refers or ""
    if not set(Guide.USED).isdisjoint(table.names):
        yield table.name, EVIDENCE, "Where the words can be read: the web address, else the text", "link"


def _write_about(sheet: Any, edition: Edition, pages: Sequence[_Page], look: _Look) -> None:  # noqa: ANN401
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 100)
    sheet.write_string(0, 0, _TITLE, look.title)
    lines = list(_say(edition, pages))
    for row, line in enumerate(lines, start=2):
        sheet.merge_range(row, 0, row, 2, "", look.words)
        sheet.write_string(row, 0, line, look.words)
        sheet.set_row(row, 15 * (1 + len(line) // 130))
    head = len(lines) + 3
    for place, name in enumerate(("sheet", "rows", "one row is")):
        sheet.write_string(head, place, name, look.head)
    for row, page in enumerate(pages, start=head + 1):
        sheet.write_url(row, 0, f"internal:'{page.name}'!A1", look.link, page.name)
        sheet.write_number(row, 1, page.columns.num_rows)
        sheet.write_string(row, 2, page.table.description, look.words)
    last = head + len(pages) + 1
    sheet.write_url(last, 0, "internal:'Codebook'!A1", look.link, "Codebook")
    sheet.write_string(last, 2, "One row for each column: what it holds, and the words that it may have", look.words)


def _say(edition: Edition, pages: Sequence[_Page]) -> Iterator[str]:
    """Yield what a reader must know before anything else."""
    tools = sorted(set(column_of(edition.columns["sources"], "tool").to_pylist()))
    yield f"Written by assistance-needs {', '.join(tools)}. Rules found the sentences: read them before you use a row."
    if edition.excerpt_words is None:
        yield "For use inside the house: it quotes whole sentences of published texts, which are copyrighted."
    else:
        yield say_release(edition.excerpt_words)
    yield "Every text is text, whatever it begins with. The only formulas are the links in the columns `evidence`."
    if edition.excerpt_words is None:
        yield "A link leads to the web address of the source, else to its text in the folder of the dataset."
    yield f"Columns that only a program follows are in the other forms of the dataset: {', '.join(LEFT_OUT)}."
    yield "Lists are joined with semicolons. An empty cell is unknown, never zero."
    for page in pages:
        if page.name != page.table.name:
            yield f"{page.table.name} has more rows than a sheet holds, and goes on in `{page.name}`."
        for name, cut in _cut_cells(page):
            yield f"{cut} cells of {page.name}, column {name}, are cut at the {MOST_CHARACTERS:,} characters of a cell."


def _cut_cells(page: _Page) -> Iterator[tuple[str, int]]:
    for column in page.shown:
        if column.kind in (Kind.TEXT, Kind.TEXTS, Kind.INTEGERS) and not column.words:
            cut = count_cut(column_of(page.columns, column.name))
            if cut:
                yield column.name, cut


def _write_heads(sheet: Any, heads: Sequence[str], widths: Sequence[int], look: _Look) -> None:  # noqa: ANN401
    for place, (name, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(0, place, name, look.head)
        sheet.set_column(place, place, width)
    sheet.set_row(0, _HEAD_HEIGHT)
    sheet.freeze_panes(1, 0)
