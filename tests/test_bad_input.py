"""Whatever stands in the way of a run gets a row with its reason; nothing is lost, and the good files are read.

Each test runs the real command in a process of its own, as a person would.
"""

import csv
import io
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.machine import MemoryWatch

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus" / "samples"
GOOD = "normlex-13100-en.html"
MOST_MEGABYTES = 700
READ, FAILED, WRONG_USAGE, SOME_QUARANTINED = 0, 1, 2, 3
COMMAND = [sys.executable, "-c", "from flows.command import main; main()", "run"]


@dataclass(frozen=True)
class Ran:
    """What a run gave: its exit code, what it said, and the rows of `sources` by file name."""

    code: int
    said: str
    sources: dict[str, dict[str, str]]
    report: dict[str, object]


def read_run(code: int, said: str, out: Path) -> Ran:
    path = out / "sources.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []
    report = json.loads((out / "run.json").read_text("utf-8")) if (out / "run.json").exists() else {}
    return Ran(code, said, {row["path"].rsplit("/", 1)[-1]: row for row in rows}, report)


def run(*inputs: Path, out: Path, **environment: str) -> Ran:
    done = subprocess.run(
        [*COMMAND, *map(str, inputs), "--out", str(out), "--workers", "1"],
        cwd=ROOT, env={**os.environ, "COLUMNS": "300", **environment}, capture_output=True, text=True, timeout=240,
        check=False,
    )  # fmt: skip
    return read_run(done.returncode, done.stdout + done.stderr, out)


def pack(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def bomb() -> bytes:
    """Return an archive of some kilobytes that unpacks to a gigabyte."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("page.html", "w") as page:
        for _ in range(1024):
            page.write(b"\0" * (1 << 20))
    return stream.getvalue()


def damaged_member() -> bytes:
    """Return an archive in which one of two members was spoilt on its way."""
    content = bytearray(pack({"good.html": (SAMPLES / GOOD).read_bytes(), "spoilt.html": b"<p>Invented</p>" * 400}))
    place = content.index(b"spoilt.html") + len(b"spoilt.html") + 4
    content[place : place + 8] = b"\xff" * 8
    return bytes(content)


SAMPLED = {name: (SAMPLES / name).read_bytes for name in (
    "empty.pdf", "truncated.pdf", "encrypted.pdf", "german.html", "challenge.html",
)}  # fmt: skip
BAD: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "empty.pdf": (SAMPLED["empty.pdf"], ("empty",)),
    "truncated.pdf": (SAMPLED["truncated.pdf"], ("cut off",)),
    "encrypted.pdf": (SAMPLED["encrypted.pdf"], ("password",)),
    "german.html": (SAMPLED["german.html"], ("German", "English, French and Spanish")),
    "challenge.html": (SAMPLED["challenge.html"], ("save",)),
    "random.pdf": (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), ("PDF",)),
    "random.html": (lambda: random.Random(2).randbytes(50_000), ()),
    "random.zip": (lambda: b"PK\x03\x04" + random.Random(3).randbytes(50_000), ()),
    "picture.docx": (lambda: b"\x89PNG\r\n\x1a\n" + random.Random(4).randbytes(2_000), ()),
    "one-character.txt": (lambda: b"a" * 3_000_000, ()),
    "bomb.zip": (bomb, ("trap",)),
    "nothing.zip": (lambda: pack({}), ("holds no file",)),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Give one run over every bad file and a good one."""
    folder = tmp_path_factory.mktemp("bad")
    inputs = folder / "in"
    inputs.mkdir()
    for name, (make, _) in BAD.items():
        (inputs / name).write_bytes(make())
    (inputs / GOOD).write_bytes((SAMPLES / GOOD).read_bytes())
    return run(inputs, out=folder / "out")


def test_a_run_with_bad_files_finishes_and_says_so_by_its_code(whole: Ran):
    assert whole.code == SOME_QUARANTINED, whole.said


def test_the_good_file_among_them_is_read(whole: Ran):
    assert whole.sources[GOOD]["status"] == "read"
    assert whole.sources[GOOD]["error"] == ""


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_has_a_row_with_a_reason_that_tells_what_to_do(whole: Ran, name: str):
    rows = [row for path, row in whole.sources.items() if name in row["path"]]
    assert rows, f"{name} is lost: {sorted(whole.sources)}"
    for row in rows:
        assert row["status"] == "quarantined"
        assert len(row["error"]) > 15
        assert "fault of this program" not in row["error"], row["error"]
        for words in BAD[name][1]:
            assert words in row["error"]


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_is_named_to_the_person_who_runs(whole: Ran, name: str):
    assert name in whole.said
    quarantined = json.dumps(whole.report["quarantined"])
    assert name in quarantined


def test_a_web_page_under_a_wrong_name_is_read_by_what_it_is(tmp_path: Path):
    ran = run(SAMPLES / "web-page-called.pdf", out=tmp_path / "out")
    assert (ran.code, ran.sources["web-page-called.pdf"]["media_type"]) == (READ, "text/html")


def test_every_member_of_an_archive_in_an_archive_is_read(tmp_path: Path):
    ran = run(SAMPLES / "nested.zip", out=tmp_path / "out")
    assert ran.code == READ
    assert sorted(path for path in ran.sources) == ["normlex-13100-en.html", "normlex-13100-es.html"]


def test_archives_too_deep_are_refused_and_what_lies_higher_is_read(tmp_path: Path):
    inner = pack({"page.html": (SAMPLES / GOOD).read_bytes()})
    for depth in range(6):
        page = b"<p>An invented page of the Committee. </p>" * 20 + bytes([48 + depth])
        inner = pack({f"level{depth}.zip": inner, f"page{depth}.html": page})
    (tmp_path / "deep.zip").write_bytes(inner)
    ran = run(tmp_path / "deep.zip", out=tmp_path / "out")
    status = [row["status"] for row in ran.sources.values()]
    assert ran.code == SOME_QUARANTINED
    assert "deep" in " ".join(row["error"] for row in ran.sources.values())
    assert "read" in status


def test_a_spoilt_member_does_not_take_the_others_with_it(tmp_path: Path):
    (tmp_path / "two.zip").write_bytes(damaged_member())
    ran = run(tmp_path / "two.zip", out=tmp_path / "out")
    assert ran.code == SOME_QUARANTINED
    assert ran.sources["good.html"]["status"] == "read"
    assert ran.sources["spoilt.html"]["status"] == "quarantined"


def test_a_file_that_vanishes_while_the_run_goes_on_is_a_row(tmp_path: Path):
    """A link to a folder that is taken away: listed, then gone when its turn comes."""
    inputs, out = tmp_path / "in", tmp_path / "out"
    inputs.mkdir()
    for number in range(40):
        (inputs / f"{number:02}.html").write_bytes((SAMPLES / GOOD).read_bytes() + f"<!-- {number} -->".encode())
    last = inputs / "99-vanishes.html"
    last.write_text("<p>Here today.</p>")
    command = [*COMMAND, str(inputs), "--out", str(out), "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        wait_for(lambda: (out / "dataset.sqlite").exists(), process)
        last.unlink()
        said = process.communicate(timeout=240)[0]
    ran = read_run(process.returncode, said, out)
    assert ran.code == SOME_QUARANTINED
    assert "vanished" in ran.sources[last.name]["error"]
    assert sum(row["status"] == "read" for row in ran.sources.values()) == 40


def wait_for(seen: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + 60
    while not seen() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)


def test_500_megabytes_of_one_character_stay_out_of_memory(tmp_path: Path):
    """A sparse file: no disk is used, and most of it must never be held."""
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(500 << 20)
    command = [*COMMAND, str(large), "--out", str(tmp_path / "out"), "--workers", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process, MemoryWatch(process.pid) as memory:  # fmt: skip
        said = process.communicate(timeout=240)[0]
    ran = read_run(process.returncode, said, tmp_path / "out")
    assert ran.code == SOME_QUARANTINED
    assert ran.sources["large.txt"]["status"] == "quarantined"
    assert 0 < memory.peak_megabytes < MOST_MEGABYTES, f"{memory.peak_megabytes:.0f} MB"


def test_an_input_that_is_not_there_is_wrong_usage(tmp_path: Path):
    ran = run(tmp_path / "nowhere", out=tmp_path / "out")
    assert ran.code == WRONG_USAGE
    assert "nowhere" in ran.said


def test_what_was_refused_is_tried_again_once_it_is_mended(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_bytes(b"")
    first = run(page, out=tmp_path / "out")
    page.write_bytes((SAMPLES / GOOD).read_bytes())
    second = run(page, out=tmp_path / "out")
    assert (first.code, second.code) == (SOME_QUARANTINED, READ)
    assert [row["status"] for row in second.sources.values()] == ["read"]
