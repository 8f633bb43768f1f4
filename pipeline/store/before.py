"""The tables as the last finished run left them, kept aside until the next run is finished.

They are links to the old files, so that nothing is copied: a new table is written beside its place and moved there.
A run that is killed leaves them, and whoever goes on compares with the same state.
"""

import os
import shutil
from pathlib import Path

from pipeline import tables
from pipeline.tables import Table

_KEPT: tuple[Table, ...] = (tables.SOURCES, tables.COMMENTS, tables.FINDINGS, tables.NEEDS, tables.THREADS)
_BEFORE, _MAKING, _DONE = ".before", ".before-making", ".before-done"


def keep_before(folder: Path, finished: bool) -> None:  # noqa: FBT001 (a state of the folder, not a way to work)
    """Keep the tables of a finished dataset aside, unless those of an unfinished run's beginning are kept already."""
    for stray in (_MAKING, _DONE):
        shutil.rmtree(folder / stray, ignore_errors=True)
    if (folder / _BEFORE).is_dir() or not finished:
        return
    making = folder / _MAKING
    making.mkdir()
    for table in _KEPT:
        path = folder / f"{table.name}.parquet"
        if path.is_file():
            _link(path, making / path.name)
    making.rename(folder / _BEFORE)


def find_before(folder: Path) -> Path | None:
    """Return where the tables before this run are; None where the folder held no finished dataset."""
    before = folder / _BEFORE
    return before if before.is_dir() else None


def drop_before(folder: Path) -> None:
    """Let go of them, in one step."""
    before = folder / _BEFORE
    if before.is_dir():
        before.rename(folder / _DONE)
        shutil.rmtree(folder / _DONE, ignore_errors=True)


def _link(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except OSError:
        shutil.copyfile(path, to)
