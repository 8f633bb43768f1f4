"""The check sees each way in which a dataset can break its contract."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.check import check_dataset
from tests.building import build

LINES = "KEN C087 2001 reminded: It recalls the help.\nKEN C087 2003 requested: The Government asks.\n"


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("valid")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(LINES)
    build(folder / "in", folder / "out")
    return folder / "out"


@pytest.fixture
def dataset(valid: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(valid, tmp_path / "out"))


def test_a_valid_dataset_has_nothing_wrong(dataset: Path):
    assert list(check_dataset(dataset)) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("findings", "It recalls", "It recalled", "the quote is not what the text has"),
        ("findings", ",reminded,", ",remembered,", "'remembered' is not one of its words"),
        ("findings", ",KEN,", ",Kenya,", "'Kenya' is not one of its words or forms"),
        ("findings", ",KEN,", ",KEN;,", "not of the type strings"),
        ("findings", ",asserted,false,", ",negated,false,", "counted, but quoted, not asserted"),
        ("findings", ",true,KEN,", ",yes,KEN,", "'yes' is not of the type boolean"),
        ("findings", "finding_id,passage_id", "id,passage_id", "has no column finding_id"),
        ("comments", ",2001,", ",two thousand,", "not of the type integer"),
        ("sources", ",read,", ",,", "is empty and must not be"),
        ("needs", ",C087,", ",87,", "'87' is not one of its words or forms"),
    ],
)
def test_a_changed_cell_is_seen(dataset: Path, table: str, old: str, new: str, told: str):
    path = dataset / f"{table}.csv"
    content = path.read_bytes().decode()
    assert old in content
    path.write_bytes(content.replace(old, new, 1).encode())
    assert any(told in problem for problem in check_dataset(dataset))


@pytest.mark.parametrize(
    ("table", "told"),
    [("sources", "is not in sources.csv"), ("comments", "is not in comments.csv"), ("findings", "is not in findings.csv")],
)
def test_a_missing_row_is_seen_by_those_that_refer_to_it(dataset: Path, table: str, told: str):
    path = dataset / f"{table}.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0])
    assert any(told in problem for problem in check_dataset(dataset))


def test_rows_out_of_order_or_twice_are_seen(dataset: Path):
    path = dataset / "findings.csv"
    head, *rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([head, *rows[::-1], rows[0]]))
    problems = list(check_dataset(dataset))
    assert any("not in the order" in problem for problem in problems)
    assert any("stands twice" in problem for problem in problems)
    assert any("does not say the same as" in problem for problem in problems)


@pytest.mark.parametrize("name", ["datapackage.json", "needs.parquet", "needs.csv"])
def test_a_missing_file_is_named(dataset: Path, name: str):
    (dataset / name).unlink()
    assert any(name in problem for problem in check_dataset(dataset))


def test_a_text_that_was_changed_is_seen(dataset: Path):
    [text] = (dataset / "texts").iterdir()
    text.write_text("X" + text.read_text())
    assert any("has not the" in problem for problem in check_dataset(dataset))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("findings.parquet", b"garbage", "findings.parquet is damaged"),
        ("findings.csv", b"\xff\xfe\x00", "findings.csv cannot be read as CSV in UTF-8"),
        ("findings.csv", b"", "findings.csv has no column"),
        ("datapackage.json", b"{", "datapackage.json is damaged"),
        ("datapackage.json", b"[]", "datapackage.json is damaged"),
        ("datapackage.json", b'{"resources": [{}]}', "datapackage.json is damaged"),
        ("texts", b"\xff", "cannot be read as a text in UTF-8"),
    ],
)
def test_a_damaged_file_is_a_problem_that_is_told(dataset: Path, name: str, content: bytes, told: str):
    path = dataset / name
    (next(path.iterdir()) if path.is_dir() else path).write_bytes(content)
    assert told in " ".join(check_dataset(dataset))


def test_a_parquet_of_other_types_is_seen(dataset: Path):
    read = pq.read_table(dataset / "needs.parquet")
    pq.write_table(read.set_column(0, read.column_names[0], pa.array(range(len(read)))), dataset / "needs.parquet")
    assert "needs.parquet does not say the same as needs.csv" in list(check_dataset(dataset))
