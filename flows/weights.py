"""The weights of the priority: the program's own table, or a planner's that NEEDS_PRIORITIES or an option names."""

from pathlib import Path

from pipeline.errors import InputError
from pipeline.gather import Component, load_components, read_components


def choose_components(path: Path | None) -> tuple[Component, ...]:
    """Return the components of the priority; rows of the file stand in the place of our own of the same name."""
    if path is None:
        return load_components()
    try:
        return read_components(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a table of weights: {error}") from error
