"""The workbook, written and read back by another library: sheets, filters, links, and no formula but the links."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tables
from pipeline.feeds import sheets, workbook
from pipeline.feeds.release import shorten_edition
from pipeline.feeds.workbook import EVIDENCE, LEFT_OUT, write_workbook
from pipeline.store.reading import Edition
from tests.feeds.editions import FEW, draw_rows, edition_of, make_edition

SOURCE = "a" * 64


def open_book(edition: Edition, place: Path) -> Any:
    write_workbook(edition, place / "book.xlsx")
    return openpyxl.load_workbook(place / "book.xlsx")


def read_sheet(book: Any, name: str) -> list[dict[str, Any]]:
    heads, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def find_formulas(book: Any) -> Iterator[tuple[str, str, str]]:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, sheet.cell(1, cell.column).value, cell.value


def finding(quote: str, **more: Any) -> dict[str, Any]:
    return {"finding_id": "f", "source_id": SOURCE, "comment_id": "c", "page": 7, "quote": quote, "counted": True} | more


def source(**more: Any) -> dict[str, Any]:
    return {"source_id": SOURCE, "path": "in/a.pdf", "media_type": "application/pdf", "tool": "t"} | more


def test_every_table_has_a_sheet_with_a_frozen_head_filters_and_widths(tmp_path: Path):
    edition = make_edition(tmp_path)
    book = open_book(edition, tmp_path)
    assert book.sheetnames[0] == "About"
    assert book.sheetnames[-1] == "Codebook"
    assert set(book.sheetnames) == {"About", "Codebook", *(table.name for table in tables.PUBLISHED)}
    for table in tables.PUBLISHED:
        sheet = book[table.name]
        rows = edition.columns[table.name].num_rows
        assert sheet.max_row == rows + 1
        assert sheet.freeze_panes == ("B2" if sheet["A1"].value == EVIDENCE else "A2")
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}{max(rows, 1) + 1}"
        assert all(8 <= one.width <= 72 for one in sheet.column_dimensions.values())
        assert sheet.cell(1, 1).font.bold


@FEW
@given(data=st.data(), table=st.sampled_from((tables.NEEDS, tables.FINDINGS, tables.MISSIONS)))
def test_cells_read_back_are_those_of_the_rows_whatever_they_hold(tmp_path_factory, data: st.DataObject, table: tables.Table):
    rows = data.draw(draw_rows(table, most=2))
    shown = read_sheet(open_book(edition_of({table.name: rows}), tmp_path_factory.mktemp("book")), table.name)
    assert len(shown) == len(rows)
    for row, wanted in zip(shown, rows, strict=True):
        for column in table.columns:
            if column.name in LEFT_OUT:
                continue
            cell = wanted[column.name]
            if column.kind.is_list:
                cell = "; ".join(map(str, cell))
            if column.kind in (tables.Kind.INTEGER, tables.Kind.NUMBER) and cell is not None:
                assert row[column.name] == pytest.approx(cell)
            else:
                assert _unescape(row[column.name]) == (cell if cell != "" else None)


def _unescape(cell: Any) -> Any:
    """openpyxl leaves the escapes of XLSX for control characters as they are; Excel does not."""
    import re

    if not isinstance(cell, str):
        return cell
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell)


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://evil.invalid","x")', "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://a.invalid"])
def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path, text: str):
    book = open_book(edition_of({"findings": [finding(text, reason=text)], "sources": [source(title=text)]}), tmp_path)
    assert read_sheet(book, "findings")[0]["quote"] == text
    assert [heading for _, heading, _ in find_formulas(book)] == [EVIDENCE] * 2
    assert book["findings"]["D2"].hyperlink is None


@pytest.mark.parametrize(
    ("address", "media", "formula"),
    [
        ("https://example.invalid/report.pdf", "application/pdf", '=HYPERLINK("https://example.invalid/report.pdf#page=7","page 7")'),
        ("https://example.invalid/page?a=1&b=2", "text/html", '=HYPERLINK("https://example.invalid/page?a=1&b=2","page 7")'),
        (None, "application/pdf", f'=HYPERLINK("data/texts/{SOURCE}.txt","text, page 7")'),
        ("javascript:alert(1)", "text/html", f'=HYPERLINK("data/texts/{SOURCE}.txt","text, page 7")'),
        ('https://example.invalid/","x")+CMD("', "text/html", '=HYPERLINK("https://example.invalid/"",""x"")+CMD(""","page 7")'),
        ("https://example.invalid/" + "long/" * 60, "text/html", "https://example.invalid/" + "long/" * 60),
    ],
)
def test_a_finding_leads_to_its_page(tmp_path: Path, address: str | None, media: str, formula: str):
    rows = {"findings": [finding("A sentence.")], "sources": [source(address=address, media_type=media)]}
    book = open_book(edition_of(rows, tmp_path / "data"), tmp_path)
    assert read_sheet(book, "findings")[0][EVIDENCE] == formula


def test_a_need_leads_to_its_last_finding_and_a_release_to_no_text(tmp_path: Path):
    rows = {
        "needs": [{"need_id": "n", "findings": ["f"]}],
        "findings": [finding("A sentence.")],
        "sources": [source()],
    }
    book = open_book(edition_of(rows, tmp_path), tmp_path)
    assert read_sheet(book, "needs")[0][EVIDENCE] == f'=HYPERLINK("texts/{SOURCE}.txt","text, page 7")'
    released = open_book(shorten_edition(edition_of(rows, tmp_path), 3), tmp_path)
    assert read_sheet(released, "needs")[0][EVIDENCE] is None
    about = " ".join(str(cell) for row in released["About"].iter_rows(values_only=True) for cell in row if cell)
    assert "at most 3 words" in about


def test_a_cell_longer_than_excel_holds_is_cut_and_said(tmp_path: Path):
    book = open_book(edition_of({"findings": [finding("é" * 40_000), finding("short")]}), tmp_path)
    cell = read_sheet(book, "findings")[0]["quote"]
    assert len(cell) <= 32_767
    assert cell.endswith("in the other forms of the dataset]")
    about = [row[0] for row in book["About"].iter_rows(values_only=True)]
    assert "1 cells of findings, column quote, are cut at the 32,767 characters of a cell." in about


@pytest.mark.parametrize("repeated", [1, 9])
def test_cells_are_the_same_where_they_are_said_once_and_where_they_are_said_often(tmp_path: Path, repeated: int):
    said = [" before", "after ", "two  blanks", "a\ttab", "a\nline", "R&D", "<b>", "_x0041_", "plain", "", None] * repeated
    rows = [finding(str(at), reason=one, page=at % 3, counted=at % 2 == 0) for at, one in enumerate(said)]
    shown = read_sheet(open_book(edition_of({"findings": rows}), tmp_path), "findings")
    assert [_unescape(row["reason"]) for row in shown] == [one or None for one in said]
    assert [(row["page"], row["counted"]) for row in shown] == [(at % 3, at % 2 == 0) for at in range(len(said))]


def test_a_sheet_that_may_be_too_large_for_a_plain_archive_is_read_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "ZIP64_LIMIT", 0)
    book = open_book(edition_of({"findings": [finding("A sentence.")]}), tmp_path)
    assert read_sheet(book, "findings")[0]["quote"] == "A sentence."


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    assert sheets.MOST_ROWS == 1_048_575
    book = open_book(edition_of({"findings": [finding(f"Sentence {number}.") for number in range(5)]}), tmp_path)
    names = ["findings", "findings (2)", "findings (3)"]
    assert [row["quote"] for name in names for row in read_sheet(book, name)] == [f"Sentence {number}." for number in range(5)]
    assert any("goes on in `findings (3)`" in str(row[0]) for row in book["About"].iter_rows(values_only=True))


def test_the_codebook_says_what_every_column_holds(tmp_path: Path):
    entries = read_sheet(open_book(make_edition(tmp_path), tmp_path), "Codebook")
    said = {(entry["table"], entry["column"]): entry for entry in entries}
    for table in tables.PUBLISHED:
        for column in table.columns:
            entry = said[table.name, column.name]
            assert entry["what it holds"].startswith(column.description)
            assert (entry["words"] or "") == " · ".join(map(str, column.words or ()))


def test_the_same_dataset_gives_the_same_workbook_twice(tmp_path: Path):
    edition = make_edition(tmp_path)
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(edition, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
