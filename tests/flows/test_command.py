"""The command line as a person meets it: exit codes, what is said where, and a run that is killed."""

import csv
import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.building import read_tables
from tests.flows.commands import ROOT, make_command, make_environment, needs

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Invented</title></head><body>
<h1>Observation (CEACR) - adopted 2011, published 101st ILC session (2012)</h1>
<h2>Right to Organise and Collective Bargaining Convention, 1949 (No. 98) - Kenya (Ratification: 1964)</h2>
<p>The Committee invites the Government of this invented page to avail itself of the technical assistance of the Office.</p>
</body></html>"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page.html").write_text(PAGE)
    return folder


@pytest.mark.parametrize("words", [[], ["run"], ["show"], ["check"], ["flow", "build"]])
def test_every_command_helps_with_an_example(words: list[str]):
    done = needs(*words, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout
    assert "Example: needs" in done.stdout or words == []


def test_the_version_is_told():
    done = needs("--version")
    assert (done.returncode, done.stdout[:6]) == (0, "needs ")


def test_a_run_reads_a_page_and_the_dataset_is_valid(inputs: Path, tmp_path: Path):
    done = needs("run", inputs, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 read" in done.stdout
    assert needs("check", tmp_path / "out").returncode == 0
    rows = list(csv.DictReader((tmp_path / "out" / "findings.csv").open(encoding="utf-8", newline="")))
    assert {(row["act"], row["countries"], row["conventions"]) for row in rows} == {("encouraged", "KEN", "C098")}
    report = json.loads((tmp_path / "out" / "run.json").read_text())
    assert (report["counts"]["read"], report["quarantined"]) == (1, [])


def test_a_quarantined_file_is_named_and_the_exit_code_is_three(inputs: Path, tmp_path: Path):
    (inputs / "empty.pdf").write_bytes(b"")
    done = needs("run", inputs, "--out", tmp_path / "out")
    assert done.returncode == 3
    assert "empty.pdf" in done.stderr
    report = json.loads((tmp_path / "out" / "run.json").read_text())
    assert [one["path"] for one in report["quarantined"]] == [f"{inputs}/empty.pdf"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["run", "nowhere", "--out", "{tmp}/out"], 2, "nowhere"),
        (["run", "{in}"], 2, "--out"),
        (["run", "{in}", "--out", "{tmp}/out", "--workers", "0"], 2, "--workers"),
        (["run", "{in}", "--out", "{tmp}/out", "--database", "no address"], 2, "give it as postgresql://user@host/name"),
        (["run", "{in}", "--out", "{tmp}/out", "--database", "postgresql://me:secret@host:port/name"], 2, "give it as postgresql://user@host/name"),
        (["run", "{in}", "--out", "{tmp}/out", "--database", "nosuch://host/name"], 2, "give it as postgresql://user@host/name"),
        (["run", "{in}", "--out", "{in}/page.html"], 1, "cannot be the folder"),
        (["run", "{tmp}/bare", "--out", "{tmp}/out"], 1, "no file to read"),
        (["check", "{tmp}"], 1, ""),
        (["show", "nowhere"], 2, "nowhere"),
        (["run", "{in}", "--out", ""], 2, "empty word after --out"),
        (["run", "", "--out", "{tmp}/out"], 2, "empty word after run"),
        (["run", "{in}", "--out="], 2, "empty word"),
        (["nonsense"], 2, "needs --help"),
        (["brief", "country", "-1", "--out", "{tmp}/out"], 2, "needs brief --help"),
        (["run", "{in}", "--out", "{tmp}/out", "--database", "postgresql://nobody@127.0.0.1:1/x"], 1, "refused"),
        (["labels", "export", "{tmp}/no/tasks.json"], 1, "/no/tasks.json: No such file"),
        (["series", "--data", "{tmp}", "--csv", "{tmp}/figures.csv"], 2, "no dataset"),
    ],
)
def test_what_cannot_be_done_says_why_without_a_traceback(inputs: Path, tmp_path: Path, words: list[str], code: int, told: str):
    (tmp_path / "bare").mkdir()
    filled = [word.replace("{tmp}", str(tmp_path)).replace("{in}", str(inputs)) for word in words]
    done = needs(*filled)
    assert done.returncode == code
    assert told in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_environment_is_wrong_usage(inputs: Path, tmp_path: Path):
    done = needs("run", inputs, "--out", tmp_path / "out", NEEDS_WORKERS="many")
    assert done.returncode == 2
    assert "NEEDS_WORKERS" in done.stderr


def test_show_marks_the_sentence_and_says_why(inputs: Path):
    done = needs("show", inputs / "page.html")
    assert done.returncode == 0
    assert "avail itself of the technical assistance" in done.stdout
    assert "encouraged" in done.stdout
    assert "because:" in done.stdout


def test_a_terminal_that_knows_ascii_only_is_written_to_all_the_same(inputs: Path):
    done = needs("show", inputs / "page.html", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "because:" in done.stdout


def test_no_command_but_the_flow_imports_prefect():
    seen = "import sys, flows.command, flows.run, flows.show, pipeline.check; sys.exit('prefect' in sys.modules)"
    done = subprocess.run([*make_command()[:2], seen], cwd=ROOT, env=make_environment({}))
    assert done.returncode == 0


def test_the_command_line_starts_without_the_heavy_libraries():
    heavy = "{'spacy', 'prefect', 'sqlalchemy', 'pandas', 'pyarrow', 'sklearn'}"
    seen = f"import sys, flows.command; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([*make_command()[:2], seen], cwd=ROOT, env=make_environment({})).returncode == 0


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_is_completed_by_the_next(tmp_path: Path, signal_sent: signal.Signals):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.html").write_text(PAGE.replace("page to", f"page {number} to"))
    command = make_command("run", folder, "--out", tmp_path / "out", "--workers", "1")
    with subprocess.Popen(
        command, cwd=ROOT, env=make_environment({}), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        wait_for_some(tmp_path / "out" / "dataset.sqlite-wal")
        process.send_signal(signal_sent)
        _, said = process.communicate(timeout=30)
    assert process.returncode == (1 if signal_sent is signal.SIGINT else -signal.SIGKILL)
    assert (b"goes on from there" in said) == (signal_sent is signal.SIGINT)
    assert b"Traceback" not in said
    assert not (tmp_path / "out" / "findings.csv").exists()
    assert needs("run", folder, "--out", tmp_path / "out").returncode == 0
    assert needs("run", folder, "--out", tmp_path / "fresh").returncode == 0
    assert read_tables(tmp_path / "out") == read_tables(tmp_path / "fresh")


def wait_for_some(journal: Path) -> None:
    """Wait until a few sources are stored."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if journal.exists() and journal.stat().st_size > 250_000:
            return
        time.sleep(0.005)
    pytest.fail("nothing was stored")
