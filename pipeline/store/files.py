"""Files that are whole or not there: written beside their place, then moved into it."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import StoreError


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at the path in one step; what was there stays until the new file is complete."""
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Put the pieces one after another at the path in one step; what was there stays until the new file is complete."""
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:  # named is the file that was asked for, not the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Put the value at the path as JSON, in one step."""
    write_whole(path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())


def make_folder(path: Path) -> None:
    """Make the folder, or say why it cannot be one."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path} cannot be the folder of a dataset: {error.strerror}") from error


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written beside its place."""
    for stray in folder.glob(".*.????????"):
        stray.unlink(missing_ok=True)
