"""The words of a dossier: sections with titles and columns, what an empty one means, and the notes at the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.tables import read_table, refuse_duplicates, split_list

_TABLE, _NOTES = "dossier_sections.csv", "dossier_notes.csv"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its title, a sentence under it, its columns with their widths, and what an empty one says."""

    key: str
    title: str
    lead: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    none: str


@cache
def load_sections() -> Mapping[str, Section]:
    """Return the sections by their key."""
    rows = read_table(_TABLE)
    refuse_duplicates(_TABLE, (row["key"] for row in rows))
    return {row["key"]: _make_section(row) for row in rows}


@cache
def load_notes() -> tuple[str, ...]:
    """Return the notes at the end of a dossier: how it is to be read."""
    return tuple(row["note"] for row in read_table(_NOTES))


def _make_section(row: dict[str, str]) -> Section:
    widths = tuple(map(int, split_list(row["widths"])))
    return Section(row["key"], row["title"], row["lead"], split_list(row["headers"]), widths, row["none"])
