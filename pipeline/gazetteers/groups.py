"""The groups that planners ask for, with titles in three languages: regions of countries, subjects of Conventions."""

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.tables import read_table, refuse_duplicates, split_list


@dataclass(frozen=True, slots=True)
class Group:
    """A region or a subject: its key in the tables, its titles, and other names."""

    key: str
    title_en: str
    title_fr: str
    title_es: str
    also: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way of naming it."""
        return (self.key, self.title_en, self.title_fr, self.title_es, *self.also)


@cache
def load_regions() -> tuple[Group, ...]:
    """Return the regions of the ILO."""
    return _load("regions.csv")


@cache
def load_subjects() -> tuple[Group, ...]:
    """Return the subjects under which Conventions are grouped."""
    return _load("subjects.csv")


def _load(table: str) -> tuple[Group, ...]:
    groups = tuple(_make_group(row) for row in read_table(table))
    refuse_duplicates(table, (group.key for group in groups))
    return groups


def _make_group(row: dict[str, str]) -> Group:
    return Group(row["key"], row["title_en"], row["title_fr"], row["title_es"], split_list(row.get("also", "")))
