"""The folder of the last run, for commands whose `--data` is left out."""

import os
from contextlib import suppress
from pathlib import Path

from pipeline.errors import InputError


def remember_folder(folder: Path) -> None:
    """Note the folder of a run; where the home cannot be written to, nothing is noted."""
    note = _find_note()
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(str(folder.resolve()), encoding="utf-8")


def choose_folder(given: Path | None) -> Path:
    """Return the folder that was given, else that of the last run; raise InputError where there is none."""
    if given is not None:
        return given
    with suppress(OSError):
        folder = Path(_find_note().read_text(encoding="utf-8"))
        if folder.is_dir():
            return folder
    raise InputError("no last run is known here: say which dataset with --data DIR")


def _find_note() -> Path:
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "assistance-needs" / "last"
