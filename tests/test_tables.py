"""The tables keep the words of the contract, and rows give back the values they were made from."""

from collections.abc import Iterator

import pytest

from pipeline import tables
from pipeline.records import Source
from pipeline.tables import Kind
from tests.standin import mine_source

# The columns that DATASET.md promises: these names do not change without a new major version.
PROMISED = {
    "sources": "source_id path media_type pages characters language status error reader",
    "comments": "comment_id source_id body kind title language countries conventions case_number report_number adopted_year "
    "session published_year ratified_year special_note start end first_page last_page",
    "passages": "passage_id comment_id number heading section articles conventions quoted start end page",
    "findings": "finding_id passage_id comment_id source_id start end page quote kind act grade term mission purpose requester "
    "trigger speaker polarity quoted scope counted countries conventions articles score method reason review",
    "needs": "need_id country region convention subject status open first_year last_year sessions consecutive_comments asked_by "
    "purposes progress priority priority_reasons findings last_quote",
    "series": "series body kind year unit value published_value published_source",
}
MINED = mine_source(
    Source("0" * 64, "invented.txt", b"KEN C087+C098 2001 requested: The Government asks for help.\nMLI - 2002 interest: It notes."),
    ("none",),
)


@pytest.mark.parametrize("table", tables.PUBLISHED, ids=lambda table: table.name)
def test_every_promised_column_is_there_and_described(table: tables.Table):
    assert set(PROMISED.get(table.name, "").split()) <= set(table.names)
    assert all(column.description for column in table.columns)
    assert set(table.key) <= set(table.names)


@pytest.mark.parametrize(
    ("table", "values"),
    [(tables.COMMENTS, MINED.comments), (tables.PASSAGES, MINED.passages), (tables.FINDINGS, MINED.findings)],
    ids=["comments", "passages", "findings"],
)
def test_rows_give_back_their_values(table: tables.Table, values: tuple[object, ...]):
    rows = tables.make_rows(table, values)
    assert tuple(tables.read_values(table, rows)) == values
    assert all(type(cell) in (str, int, float, bool, tuple, type(None)) for cell in _cells(rows))


def test_a_list_is_joined_and_parted_again():
    assert tables.join_cells(("C087", "C098")) == "C087;C098"
    assert tables.split_cell(Kind.TEXTS, "C087;C098") == ("C087", "C098")
    assert tables.split_cell(Kind.INTEGERS, "90;92") == (90, 92)
    assert tables.split_cell(Kind.TEXTS, "") == ()


def test_a_semicolon_inside_a_part_does_not_part_it():
    assert tables.split_cell(Kind.TEXTS, tables.join_cells(("one; two", "three"))) == ("one, two", "three")


def _cells(rows: list[tables.Row]) -> Iterator[object]:
    return (cell for row in rows for cell in row)
