"""A run that dies anywhere in its writing, and the next: the digest is that of a run that was not disturbed."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import build
from pipeline.build import close_run
from pipeline.compare.values import Changes
from pipeline.store import before, export
from tests.building import build as build_tables
from tests.building import read_tables

ASKED = "KEN C087 2003 requested: The Government asks for help."
GIVEN = "KEN C087 2005 delivered: The Government notes the help it was given."


class Died(BaseException):
    pass


def run(inputs: Path, out: Path) -> Changes | None:
    build_tables(inputs, out)
    return close_run(out, {"counts": {}})


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(ASKED)
    return folder


def read_folder(out: Path) -> dict[str, bytes]:
    return read_tables(out) | {name: (out / name).read_bytes() for name in ("changes.json", "changes.md", "run.json")}


STEPS: list[tuple[Any, str, int]] = [
    (build, "keep_before", 1),
    (export, "write_texts", 1),
    (export, "write_whole", 1),
    (export, "write_whole", 6),
    (export, "write_whole", 20),
    (export, "write_json", 1),
    (build, "write_whole", 1),
    (build, "write_whole", 2),
    (build, "write_json", 1),
    (build, "drop_before", 1),
    (before.shutil, "rmtree", 3),
]


@pytest.mark.parametrize(("module", "name", "call"), STEPS, ids=[f"{one[1]}-{one[2]}" for one in STEPS])
def test_a_run_that_dies_at_any_step_is_completed_by_the_next(inputs: Path, tmp_path: Path, module: Any, name: str, call: int):
    for out in ("straight", "disturbed"):
        assert run(inputs, tmp_path / out) is None
    (inputs / "b.txt").write_text(GIVEN)
    run(inputs, tmp_path / "straight")
    die_at(module, name, call, lambda: run(inputs, tmp_path / "disturbed"))
    run(inputs, tmp_path / "disturbed")
    told = json.loads((tmp_path / "disturbed" / "changes.json").read_text())
    if name == "rmtree":
        assert told["alerts"] == []
    else:
        assert [alert["change"] for alert in told["alerts"]] == ["closed"]
        assert read_folder(tmp_path / "disturbed") == read_folder(tmp_path / "straight")
    assert not list((tmp_path / "disturbed").glob(".before*"))


def die_at(module: Any, name: str, call: int, act: Any) -> None:
    """Act, and die at the given call of a function, before it does anything."""
    calls = 0
    real = getattr(module, name)

    def count(*words: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call:
            raise Died
        return real(*words, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, count)
        with pytest.raises(Died):
            act()


def test_inputs_that_change_after_a_disturbed_run_are_compared_with_the_last_finished_one(inputs: Path, tmp_path: Path):
    run(inputs, tmp_path / "out")
    (inputs / "b.txt").write_text(GIVEN)
    die_at(build, "write_json", 1, lambda: run(inputs, tmp_path / "out"))
    (inputs / "b.txt").unlink()
    changes = run(inputs, tmp_path / "out")
    assert changes is not None
    assert not changes


def test_a_disturbed_first_run_stays_a_first_run(inputs: Path, tmp_path: Path):
    die_at(build, "write_json", 1, lambda: run(inputs, tmp_path / "out"))
    assert run(inputs, tmp_path / "out") is None
    assert not (tmp_path / "out" / "changes.json").exists()


def test_where_files_cannot_be_linked_they_are_copied(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError

    run(inputs, tmp_path / "out")
    monkeypatch.setattr(before.os, "link", refuse)
    (inputs / "b.txt").write_text(GIVEN)
    changes = run(inputs, tmp_path / "out")
    assert changes is not None
    assert [str(one.turn) for one in changes.needs] == ["closed"]
