"""What a run wrote is read back as the same values."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import tables
from pipeline.build import open_dataset
from pipeline.dataset import load_dataset
from pipeline.errors import DatasetError, InputError
from tests.building import build

TEXT = "KEN C087+C098 2001 requested: The Government asks for help; soon.\nMLI - 2002 interest: It notes."


def test_a_dataset_is_read_back_as_the_values_that_were_stored(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    build(tmp_path / "in", tmp_path / "out")
    read = load_dataset(tmp_path / "out")
    with open_dataset(tmp_path / "out", None) as store:
        kept, rows = store.load(), store.rows()
    assert read.comments == kept.comments
    assert set(read.findings) == set(kept.findings)
    assert {table.name: read.rows(table) for table in tables.PUBLISHED} == rows
    assert {one.country for one in read.needs} == {"KEN"}
    finding = read.findings[0]
    assert read.text(finding.source_id)[finding.span.start : finding.span.end] == finding.quote


def test_a_folder_that_no_run_wrote_is_refused_with_what_to_do(tmp_path: Path):
    with pytest.raises(InputError, match="needs run --out"):
        load_dataset(tmp_path)


@pytest.mark.parametrize("content", [b"garbage", b"", b"PAR1"])
def test_a_damaged_table_says_what_to_do(tmp_path: Path, content: bytes):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    build(tmp_path / "in", tmp_path / "out")
    (tmp_path / "out" / "findings.parquet").write_bytes(content)
    with pytest.raises(DatasetError, match="findings.parquet is missing, damaged, or of another version.*needs run"):
        _ = load_dataset(tmp_path / "out").findings


def test_a_table_with_other_columns_or_words_says_what_to_do(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    build(tmp_path / "in", tmp_path / "out")
    path = tmp_path / "out" / "needs.parquet"
    whole = pq.read_table(path)
    strange = whole.set_column(whole.column_names.index("status"), "status", pa.array(["never"] * len(whole)))
    for damaged in (whole.drop_columns(["status"]), strange):
        pq.write_table(damaged, path)
        with pytest.raises(DatasetError, match="another version"):
            _ = load_dataset(tmp_path / "out").needs
