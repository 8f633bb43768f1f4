"""CSV, Parquet and JSON Lines: they say what the dataset says, and the package describes them."""

import json
from pathlib import Path

import frictionless
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tables
from pipeline.check import check_dataset
from pipeline.errors import InputError
from pipeline.feeds.folders import make_csv_pieces, write_csv, write_parquet
from pipeline.feeds.jsonl import make_lines, write_jsonl
from pipeline.feeds.release import shorten_edition
from pipeline.store import cells
from pipeline.store.export import make_csv
from pipeline.store.reading import read_edition
from tests.feeds.editions import FEW, draw_rows, edition_of, make_edition

ANY_TABLE = st.sampled_from((tables.NEEDS, tables.FINDINGS, tables.SERIES, tables.SOURCES))


@FEW
@given(data=st.data(), table=ANY_TABLE, at_once=st.sampled_from((1, 2, 20_000)))
def test_json_lines_read_back_are_the_rows(data: st.DataObject, table: tables.Table, at_once: int):
    rows = data.draw(draw_rows(table))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "ROWS_AT_ONCE", at_once)
        written = b"".join(make_lines(table, edition_of({table.name: rows}).columns[table.name])).decode()
    assert [json.loads(line) for line in written.split("\n")[:-1]] == rows


@FEW
@given(data=st.data(), table=ANY_TABLE)
def test_csv_made_column_by_column_is_that_of_a_run(data: st.DataObject, table: tables.Table):
    rows = data.draw(draw_rows(table))
    columns = edition_of({table.name: rows}).columns[table.name]
    in_order = [tuple(row[name] for name in table.names) for row in rows]
    assert b"".join(make_csv_pieces(table, columns)) == make_csv(table, in_order)


def test_csv_given_out_whole_is_byte_for_byte_what_the_run_wrote(tmp_path: Path):
    edition = make_edition(tmp_path)
    write_csv(edition, tmp_path / "given")
    for table in tables.PUBLISHED:
        assert (tmp_path / "given" / f"{table.name}.csv").read_bytes() == (edition.folder / f"{table.name}.csv").read_bytes()
    assert frictionless.validate(str(tmp_path / "given" / "datapackage.json"), type="package").valid


def test_a_csv_that_is_not_what_the_run_wrote_any_more_is_not_passed_on(tmp_path: Path):
    edition = make_edition(tmp_path)
    before = (edition.folder / "findings.csv").read_bytes()
    (edition.folder / "findings.csv").write_bytes(before.replace(b"KEN", b"XXX"))
    (edition.folder / "needs.csv").unlink()
    write_csv(edition, tmp_path / "given")
    assert (tmp_path / "given" / "findings.csv").read_bytes() == before
    assert (tmp_path / "given" / "needs.csv").stat().st_size > 0


def test_a_release_is_a_valid_package_and_passes_the_check(tmp_path: Path):
    write_csv(shorten_edition(make_edition(tmp_path), 3), tmp_path / "given")
    assert frictionless.validate(str(tmp_path / "given" / "datapackage.json"), type="package").valid
    assert list(check_dataset(tmp_path / "given")) == []
    package = json.loads((tmp_path / "given" / "datapackage.json").read_text())
    assert package["excerptWords"] == 3
    assert "at most 3 words" in package["description"]
    quote = next(field for one in package["resources"] for field in one["schema"]["fields"] if field["name"] == "quote")
    assert quote["description"].endswith("(in this release: an excerpt of at most 3 words)")


def test_parquet_holds_the_same_with_every_column_described(tmp_path: Path):
    edition = make_edition(tmp_path)
    write_parquet(edition, tmp_path / "given")
    for table in tables.PUBLISHED:
        read = pq.read_table(tmp_path / "given" / f"{table.name}.parquet")
        assert read.equals(edition.columns[table.name])
        assert all(field.metadata[b"description"] for field in read.schema)
    package = json.loads((tmp_path / "given" / "datapackage.json").read_text())
    assert {one["format"] for one in package["resources"]} == {"parquet"}


def test_the_same_dataset_gives_the_same_json_lines_twice_and_one_file_for_each_table(tmp_path: Path):
    edition = make_edition(tmp_path)
    for name in ("one", "two"):
        write_jsonl(edition, tmp_path / name)
    read = {name: {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")}
    assert read["one"] == read["two"]
    assert set(read["one"]) == {f"{table.name}.jsonl" for table in tables.PUBLISHED}


@pytest.mark.parametrize(("missing", "told"), [("needs.parquet", "is it the folder that a run wrote"), ("all", "no sources")])
def test_a_folder_that_is_no_dataset_is_refused(tmp_path: Path, missing: str, told: str):
    folder = make_edition(tmp_path).folder
    for path in folder.glob("*.parquet" if missing == "all" else missing):
        path.unlink()
    with pytest.raises(InputError, match=told):
        read_edition(folder)
