"""What a run says of the one before it, with the real `needs run`; and `needs compare` and `needs export` as commands."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.building import read_tables
from tests.flows.commands import ROOT, make_environment, needs

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Invented</title></head><body>
<h1>Observation (CEACR) - adopted {year}, published {session}st ILC session ({after})</h1>
<h2>Right to Organise and Collective Bargaining Convention, 1949 (No. 98) - Kenya (Ratification: 1964)</h2>
<p>{said}</p>
</body></html>"""
SUGGESTED = "The Committee invites the Government of this invented page to avail itself of the technical assistance of the Office."
ASKED = "The Government of this invented page states that it has requested the technical assistance of the Office."
DIE_AT = """
import importlib, os, sys
from flows.command import main
place, attribute = sys.argv[1].rsplit(".", 1)
sys.argv = ["needs", *sys.argv[2:]]
setattr(importlib.import_module(place), attribute, lambda *words, **more: os._exit(9))
main()
"""


def write_page(folder: Path, year: int, said: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{year}.html").write_text(PAGE.format(year=year, after=year + 1, session=year - 1910, said=said))


@pytest.fixture
def twice(tmp_path: Path) -> tuple[Path, Path]:
    """Inputs and the folder of a first run over them, with one more page lying there for the next."""
    write_page(tmp_path / "in", 2011, SUGGESTED)
    assert needs("run", tmp_path / "in", "--out", tmp_path / "out").returncode == 0
    return tmp_path / "in", tmp_path / "out"


def read_changes(out: Path) -> tuple[bytes, bytes]:
    return (out / "changes.json").read_bytes(), (out / "changes.md").read_bytes()


def test_a_first_run_has_nothing_to_compare_with(twice: tuple[Path, Path]):
    _, out = twice
    assert not (out / "changes.json").exists()
    assert not (out / "changes.md").exists()


def test_a_run_tells_what_changed_and_the_next_brings_no_second_alert(twice: tuple[Path, Path]):
    inputs, out = twice
    write_page(inputs, 2021, ASKED)
    told = needs("run", inputs, "--out", out).stdout
    assert "Since the last run: need: 1 moved; finding: 1 new." in " ".join(told.split())
    [alert] = json.loads((out / "changes.json").read_text())["alerts"]
    assert (alert["change"], alert["was"], alert["now"]) == ("moved", "suggested", "requested")
    again = needs("run", inputs, "--out", out)
    assert "Since the last run: Nothing has changed." in again.stdout
    assert json.loads((out / "changes.json").read_text())["alerts"] == []
    assert not list(out.glob(".before*"))


def test_a_run_that_is_killed_while_it_writes_ends_with_the_same_bytes(twice: tuple[Path, Path], tmp_path: Path):
    inputs, out = twice
    shutil.copytree(out, tmp_path / "straight")
    write_page(inputs, 2021, ASKED)
    assert needs("run", inputs, "--out", tmp_path / "straight").returncode == 0
    assert run_and_die("pipeline.build.make_markdown", inputs, out) == 9
    assert needs("run", inputs, "--out", out).returncode == 0
    assert read_changes(out) == read_changes(tmp_path / "straight")
    assert read_tables(out) == read_tables(tmp_path / "straight")


def run_and_die(at: str, inputs: Path, out: Path) -> int:
    """Run as the command does, in a process that dies, unasked, when it comes to a certain step."""
    command = [sys.executable, "-c", DIE_AT, at, "run", str(inputs), "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, env=make_environment({}), capture_output=True).returncode


@pytest.fixture(scope="module")
def datasets(tmp_path_factory) -> tuple[Path, Path]:
    """Two datasets, of which the second has one more page."""
    place = tmp_path_factory.mktemp("datasets")
    write_page(place / "in", 2011, SUGGESTED)
    assert needs("run", place / "in", "--out", place / "out").returncode == 0
    shutil.copytree(place / "out", place / "later")
    write_page(place / "in", 2021, ASKED)
    assert needs("run", place / "in", "--out", place / "later").returncode == 0
    return place / "out", place / "later"


def test_compare_tells_it_as_a_table_as_a_page_and_as_json(datasets: tuple[Path, Path], tmp_path: Path):
    shown = needs("compare", *datasets)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "moved" in shown.stdout
    assert needs("compare", *datasets, "--format", "md").stdout.startswith("# What has changed\n")
    assert needs("compare", *datasets, "--format", "json", "--out", tmp_path / "deep" / "c.json").returncode == 0
    assert len(json.loads((tmp_path / "deep" / "c.json").read_text())["alerts"]) == 1
    assert needs("compare", datasets[0], datasets[0]).stdout == "Nothing has changed.\n"


@pytest.mark.parametrize("form", ["xlsx", "csv", "parquet", "jsonl"])
@pytest.mark.parametrize("release", [(), ("--release", "--words", "4")])
def test_export_writes_each_form_in_full_and_as_a_release(datasets: tuple[Path, Path], tmp_path: Path, form: str, release):
    out = tmp_path / f"given.{form}"
    done = needs("export", "--data", datasets[1], "--format", form, "--out", out, *release)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("at most 4 words" in done.stdout) == bool(release)
    if form == "xlsx":
        quotes = [row[0].value for row in openpyxl.load_workbook(out)["findings"].iter_rows(min_col=5, max_col=5)]
        assert (ASKED in quotes) == (not release)
    else:
        content = b"".join(path.read_bytes() for path in out.glob("findings.*"))
        assert form == "parquet" or (ASKED.encode() in content) == (not release)
    if form == "csv" and release:
        assert needs("check", out).returncode == 0


def test_export_of_all_forms_writes_what_each_writes_alone(datasets: tuple[Path, Path], tmp_path: Path):
    done = needs("export", "--data", datasets[1], "--format", "all", "--out", tmp_path / "all")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["Workbook", "JSON", "CSV", "Parquet"]
    for form, name in (("xlsx", "needs.xlsx"), ("csv", "csv"), ("parquet", "parquet"), ("jsonl", "jsonl")):
        assert needs("export", "--data", datasets[1], "--format", form, "--out", tmp_path / "one" / name).returncode == 0
    assert read_all(tmp_path / "all") == read_all(tmp_path / "one")


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_export_that_is_killed_is_completed_by_the_next_with_the_same_bytes(datasets: tuple[Path, Path], tmp_path: Path):
    words = ["export", "--data", str(datasets[1]), "--format", "all", "--out"]
    assert needs(*words, tmp_path / "straight").returncode == 0
    dying = [sys.executable, "-c", DIE_AT, "pipeline.feeds.folders.describe_table", *words, str(tmp_path / "killed")]
    assert subprocess.run(dying, cwd=ROOT, env=make_environment({}), capture_output=True).returncode == 9
    assert read_all(tmp_path / "killed") != read_all(tmp_path / "straight")
    assert needs(*words, tmp_path / "killed").returncode == 0
    assert read_all(tmp_path / "killed") == read_all(tmp_path / "straight")


def test_one_form_that_cannot_be_written_does_not_keep_the_others(datasets: tuple[Path, Path], tmp_path: Path):
    away = "postgresql://a:secret@127.0.0.1:1/b"
    done = needs("export", "--data", datasets[1], "--format", "all", "--out", tmp_path / "all", "--database", away)
    assert done.returncode == 1
    assert "cannot be used now" in done.stderr
    assert "secret" not in done.stderr
    assert (tmp_path / "all" / "needs.xlsx").is_file()
    assert (tmp_path / "all" / "parquet" / "datapackage.json").is_file()


@pytest.mark.postgresql
def test_export_of_all_forms_loads_the_database_too(datasets: tuple[Path, Path], tmp_path: Path, postgres: str):
    words = ("--format", "all", "--out", tmp_path / "all", "--database", postgres)
    assert "rows added, 0 changed, 0 removed" in needs("export", "--data", datasets[0], *words).stdout


@pytest.mark.postgresql
def test_export_to_postgresql_counts_what_it_wrote(datasets: tuple[Path, Path], postgres: str):
    words = ("--format", "postgresql", "--out", postgres)
    assert "rows added, 0 changed, 0 removed" in needs("export", "--data", datasets[0], *words).stdout
    assert "0 rows added, 0 changed, 0 removed" in needs("export", "--data", datasets[0], *words).stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["export", "--data", "{out}", "--format", "xlsx", "--out", "folder"], 2, ".xlsx"),
        (["export", "--data", "{out}", "--format", "csv", "--out", "{out}"], 2, "another folder"),
        (["export", "--data", "{out}", "--format", "csv", "--out", "x", "--database", "postgresql://a@b/c"], 2, "--format all"),
        (["export", "--data", "{out}", "--format", "all", "--out", "x", "--database", "c"], 2, "postgresql://user@host/name"),
        (["export", "--data", "{out}", "--format", "docx", "--out", "x"], 2, "docx"),
        (["export", "--data", "nowhere", "--format", "csv", "--out", "x"], 2, "nowhere"),
        (["export", "--data", "{out}", "--format", "postgresql", "--out", "postgresql://a:secret@127.0.0.1:1/b"], 1, "cannot be used now"),
        (["compare", "{out}", "nowhere"], 2, "nowhere"),
    ],
)
def test_what_cannot_be_given_out_says_why(datasets: tuple[Path, Path], words: list[str], code: int, told: str):
    done = needs(*(word.replace("{out}", str(datasets[1])) for word in words))
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
