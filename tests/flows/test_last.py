"""Where --data is left out, the last run's folder is meant."""

from pathlib import Path

import pytest

from flows.last import choose_folder, remember_folder
from pipeline.errors import InputError


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_the_last_folder_is_remembered_and_a_given_one_goes_before_it(tmp_path: Path):
    remember_folder(tmp_path)
    assert choose_folder(None) == tmp_path.resolve()
    assert choose_folder(Path("other")) == Path("other")


def test_no_run_or_a_folder_that_has_gone_says_what_to_do(tmp_path: Path):
    with pytest.raises(InputError, match="--data"):
        choose_folder(None)
    remember_folder(tmp_path / "gone")
    with pytest.raises(InputError, match="--data"):
        choose_folder(None)


def test_a_home_that_cannot_be_written_to_stops_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    remember_folder(tmp_path)
