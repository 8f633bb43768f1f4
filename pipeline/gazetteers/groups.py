"""The groups that planners ask for, with titles in three languages: regions of countries, subjects of Conventions."""

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.tables import read_table, refuse_duplicates


@dataclass(frozen=True, slots=True)
class Group:
    """A region or a subject: its key in the tables and its titles."""

    key: str
    title_en: str
    title_fr: str
    title_es: str


@cache
def load_regions() -> tuple[Group, ...]:
    """Return the regions of the ILO."""
    return _load("regions.csv")


@cache
def load_subjects() -> tuple[Group, ...]:
    """Return the subjects under which Conventions are grouped."""
    return _load("subjects.csv")


def _load(table: str) -> tuple[Group, ...]:
    groups = tuple(Group(**row) for row in read_table(table))
    refuse_duplicates(table, (group.key for group in groups))
    return groups
