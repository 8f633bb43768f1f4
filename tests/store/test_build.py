"""The same input gives the same bytes, however it came to the store."""

import csv
import json
import sqlite3
import time
from pathlib import Path

import frictionless
import pytest

from pipeline.build import open_dataset
from pipeline.check import check_dataset
from pipeline.errors import StoreError
from tests.building import TABLES, build, read_tables
from tests.standin import mine_source

A = "KEN C087 2001 reminded: The Committee recalls the help of the Office.\nKEN C087 2003 requested: The Government asks."
B = "FRA C098 2002 satisfaction: The Committee notes it with satisfaction.\nMLI - 2002 encouraged: It invites to ask."
LONG = "%PDF-1.7\n" + "\f".join(f"PER C0{n} 2004 agreed: The Office will help, point {n}." for n in range(10, 40))


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.txt").write_text(A)
    (folder / "deeper" / "b.txt").write_text(B)
    (folder / "long.pdf").write_text(LONG)
    (folder / "z.txt").write_text("BROKEN")
    (folder / ".hidden").write_text("nothing")
    return folder


def read_rows(out: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((out / f"{table}.csv").open(encoding="utf-8", newline="")))


def store_rows(out: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(out / "dataset.sqlite") as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]  # noqa: S608


def test_the_same_input_gives_the_same_bytes_in_any_order_and_number_of_processes(inputs: Path, tmp_path: Path):
    build(inputs, tmp_path / "one")
    build(inputs, tmp_path / "two", workers=2, order=lambda paths: paths[::-1])
    assert read_tables(tmp_path / "one") == read_tables(tmp_path / "two")
    assert store_rows(tmp_path / "one") == store_rows(tmp_path / "two")


def test_a_second_run_reads_nothing_again_but_what_failed(inputs: Path, tmp_path: Path):
    build(inputs, tmp_path / "out")
    before = read_tables(tmp_path / "out")
    tally = build(inputs, tmp_path / "out")
    assert tally.read == ()
    assert len(tally.stored_before) == 3
    assert [path for path, _ in tally.quarantined] == [f"{inputs}/z.txt"]
    assert read_tables(tmp_path / "out") == before


def test_a_changed_file_replaces_and_a_removed_one_goes(inputs: Path, tmp_path: Path):
    build(inputs, tmp_path / "out")
    (inputs / "a.txt").write_text(B)
    (inputs / "z.txt").unlink()
    build(inputs, tmp_path / "out")
    build(inputs, tmp_path / "fresh")
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")
    assert store_rows(tmp_path / "out") == store_rows(tmp_path / "fresh")
    assert {row["country"] for row in read_rows(tmp_path / "out", "needs")} == {"MLI", "PER"}


def test_a_run_that_was_stopped_is_completed_by_the_next(inputs: Path, tmp_path: Path):
    class Stopped(Exception):
        pass

    def stop_after_one(paths: list[str]) -> list[str]:
        def some() -> object:
            yield paths[0]
            raise Stopped

        return some()  # type: ignore[return-value]

    with pytest.raises(Stopped):
        build(inputs, tmp_path / "out", order=stop_after_one)
    build(inputs, tmp_path / "out")
    build(inputs, tmp_path / "fresh")
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")
    assert store_rows(tmp_path / "out") == store_rows(tmp_path / "fresh")


def test_the_same_bytes_at_two_paths_are_one_source(inputs: Path, tmp_path: Path):
    (inputs / "copy of a.txt").write_text(A)
    build(inputs, tmp_path / "out")
    [row] = [row for row in read_rows(tmp_path / "out", "sources") if row["also_at"]]
    assert (row["path"], row["also_at"]) == (f"{inputs}/a.txt", f"{inputs}/copy of a.txt")
    (inputs / "a.txt").unlink()
    build(inputs, tmp_path / "out")
    build(inputs, tmp_path / "fresh")
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")


def test_an_identical_text_in_another_file_counts_once(inputs: Path, tmp_path: Path):
    (inputs / "again.txt").write_text("An invented heading\n" + A)
    build(inputs, tmp_path / "out")
    counted = [row["counted"] for row in read_rows(tmp_path / "out", "findings") if row["countries"] == "KEN"]
    assert sorted(counted) == ["false", "false", "true", "true"]


def test_a_text_stored_under_two_conventions_counts_once_and_both_are_needs(tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name, code in (("a", "C087+C098"), ("b", "C098+C087")):
        (tmp_path / "in" / f"{name}.txt").write_text(f"KEN {code} 2001 reminded: The Committee recalls the help.")
    build(tmp_path / "in", tmp_path / "out")
    assert [row["counted"] for row in read_rows(tmp_path / "out", "findings")] == ["true", "false"]
    assert [row["convention"] for row in read_rows(tmp_path / "out", "needs")] == ["C087", "C098"]


def test_a_source_whose_rows_clash_is_quarantined_and_leaves_nothing(tmp_path: Path, inputs: Path):
    build(inputs, tmp_path / "out")
    with open_dataset(tmp_path / "out", None) as store:
        receipt = next(one for one in store.receipts() if one.path.endswith("a.txt"))
        from pipeline.records import Source

        mined = mine_source(Source(receipt.source_id, receipt.path, A.encode()), ("none",))
        twice = type(mined)(mined.document, mined.comments * 2, mined.passages, mined.findings)
        with pytest.raises(StoreError, match="share an id"):
            store.save(receipt, twice)
        assert receipt in store.receipts()


def test_the_dataset_is_valid_here_and_for_frictionless(inputs: Path, tmp_path: Path):
    build(inputs, tmp_path / "out")
    assert list(check_dataset(tmp_path / "out")) == []
    assert frictionless.validate(str(tmp_path / "out" / "datapackage.json"), type="package").valid
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert [one["name"] for one in package["resources"]] == list(TABLES)
    assert all(field["description"] for one in package["resources"] for field in one["schema"]["fields"])


def test_an_empty_folder_of_findings_is_valid_too(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("No line that says anything")
    build(tmp_path / "in", tmp_path / "out")
    assert list(check_dataset(tmp_path / "out")) == []


def test_a_store_of_another_version_is_refused(tmp_path: Path):
    with sqlite3.connect(tmp_path / "dataset.sqlite") as connection:
        connection.execute("CREATE TABLE needs (country TEXT)")
    with pytest.raises(StoreError, match="another version"):
        open_dataset(tmp_path, None)


@pytest.mark.postgresql
def test_postgresql_gives_the_same_bytes(inputs: Path, tmp_path: Path, postgres: str):
    build(inputs, tmp_path / "sqlite")
    build(inputs, tmp_path / "postgres", database=postgres, workers=2)
    assert read_tables(tmp_path / "postgres") == read_tables(tmp_path / "sqlite")
    (inputs / "a.txt").write_text(B)
    build(inputs, tmp_path / "sqlite")
    build(inputs, tmp_path / "postgres", database=postgres)
    assert read_tables(tmp_path / "postgres") == read_tables(tmp_path / "sqlite")


def test_files_that_have_changed_places_are_both_kept(inputs: Path, tmp_path: Path):
    build(inputs, tmp_path / "out")
    (inputs / "a.txt").write_text(B)
    (inputs / "deeper" / "b.txt").write_text(A)
    assert build(inputs, tmp_path / "out").read == ()
    build(inputs, tmp_path / "fresh")
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_was_renamed_while_another_took_its_name_is_kept(inputs: Path, tmp_path: Path, workers: int):
    build(inputs, tmp_path / "out")
    (inputs / "a.txt").rename(inputs / "y.txt")
    (inputs / "a.txt").write_text(A.replace("KEN", "UGA"))
    build(inputs, tmp_path / "out", workers=workers)
    build(inputs, tmp_path / "fresh")
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")


def test_two_thousand_copies_of_a_page_take_hardly_longer_than_one(inputs: Path, tmp_path: Path):
    for number in range(2_000):
        (inputs / f"copy-{number}.txt").write_text(A)
    began = time.process_time()
    tally = build(inputs, tmp_path / "out")
    assert time.process_time() - began < 4
    assert len(tally.stored_before) == 2_000
    [row] = [row for row in read_rows(tmp_path / "out", "sources") if row["path"].endswith("/a.txt")]
    assert row["also_at"].count("copy-") == 2_000
