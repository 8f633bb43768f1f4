"""`needs labels import` with judgements, from the command to the tables of the next run."""

import csv
import shutil
from pathlib import Path

import pytest

from tests.flows.commands import needs
from tests.flows.test_command import PAGE


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """A dataset of one page, and beside it a table in which a person rejects its finding."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.html").write_text(PAGE)
    assert needs("run", tmp_path / "in", "--out", tmp_path / "out").returncode == 0
    [finding] = read(tmp_path / "out", "findings")
    with (tmp_path / "judged.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["finding_id", "reviewer", "decided_at", "verdict", "unsure", "note"])
        writer.writerow([finding["finding_id"], "ann", "2026-01-01T10:00:00", "rejected", "false", "invented"])
    return tmp_path


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def import_into(place: Path, folder: Path) -> str:
    done = needs("labels", "import", place / "judged.csv", "--data", folder, "--labels", place / "labels")
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def test_a_judgement_becomes_a_label_and_the_next_run_respects_it(judged: Path):
    out = judged / "out"
    assert len(read(out, "needs")) == 1
    assert "1 new or changed labels" in import_into(judged, out)
    again = import_into(judged, out)
    assert "0 new or changed labels" in again
    assert "0 new judgements in the store" in again
    assert needs("run", judged / "in", "--out", out).returncode == 0
    assert [(row["review"], row["counted"]) for row in read(out, "findings")] == [("rejected", "false")]
    assert read(out, "needs") == []
    assert needs("check", out).returncode == 0


def test_a_dataset_without_its_store_is_told_where_to_look(judged: Path):
    copy = shutil.copytree(judged / "out", judged / "copy", ignore=shutil.ignore_patterns("*.sqlite*"))
    told = import_into(judged, copy)
    assert "1 new or changed labels" in told
    assert "No judgement was entered" in told
    assert "--database" in told
    assert not list(copy.glob("*.sqlite"))
