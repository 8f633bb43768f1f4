"""What a run wrote is read back as the same values."""

from pathlib import Path

import pytest

from pipeline import tables
from pipeline.build import open_dataset
from pipeline.dataset import load_dataset
from pipeline.errors import InputError
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
