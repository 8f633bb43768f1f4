"""Inputs are listed in a stable order; what cannot be had says why."""

import errno
import io
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import InputError, Unreachable
from pipeline.inputs import list_inputs, load_sources

LIMIT = 1_000


def test_files_and_folders_are_listed_by_path_without_hidden_ones_and_the_output(tmp_path: Path):
    for name in ("b.html", "a/z.txt", "a/c.txt", ".git/config", "a/.DS_Store", "~$draft.docx", "out/texts/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    listing = list_inputs([tmp_path, tmp_path / "b.html"], without=tmp_path / "out")
    assert [Path(path).relative_to(tmp_path).as_posix() for path, _ in listing.files] == ["a/c.txt", "a/z.txt", "b.html"]
    assert listing.hidden == 2


def test_an_input_that_is_not_there_is_wrong_usage(tmp_path: Path):
    with pytest.raises(InputError, match="nowhere"):
        list_inputs([tmp_path / "nowhere"], tmp_path / "out")


def test_a_file_that_vanished_and_one_that_is_too_large_say_so(tmp_path: Path):
    (tmp_path / "large.txt").write_bytes(b"x" * (LIMIT + 1))
    [vanished] = load_sources(f"{tmp_path}/gone.txt", LIMIT)
    [large] = load_sources(f"{tmp_path}/large.txt", LIMIT)
    assert "vanished" in str(vanished.failure)
    assert "NEEDS_MAX_MEGABYTES" in str(large.failure)
    assert (vanished.source, large.source) == (None, None)


def test_a_path_that_is_away_may_heal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text("x")

    def fail(path: Path) -> bytes:
        raise OSError(errno.ESTALE, "Stale file handle")

    monkeypatch.setattr(Path, "read_bytes", fail)
    [loaded] = load_sources(f"{tmp_path}/a.txt", LIMIT)
    assert isinstance(loaded.failure, Unreachable)


def test_the_members_of_an_archive_are_sources_of_their_own(tmp_path: Path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", "Invented words")
        archive.writestr("deep/two.txt", "Other words")
    (tmp_path / "both.zip").write_bytes(packed.getvalue())
    loaded = list(load_sources(f"{tmp_path}/both.zip", LIMIT))
    assert [one.path for one in loaded] == [f"{tmp_path}/both.zip!/one.txt", f"{tmp_path}/both.zip!/deep/two.txt"]
    assert [one.source.content for one in loaded if one.source] == [b"Invented words", b"Other words"]


def test_a_damaged_archive_is_one_failure_with_its_bytes(tmp_path: Path):
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    [loaded] = load_sources(f"{tmp_path}/cut.zip", LIMIT)
    assert loaded.failure is not None
    assert loaded.source is not None
