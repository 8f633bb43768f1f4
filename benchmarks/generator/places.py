"""Countries and Conventions as the reports print them, read from the gazetteer's tables as plain data."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "pipeline" / "gazetteers"
_USED = (
    "C001 C014 C026 C029 C030 C032 C045 C052 C077 C078 C081 C087 C089 C094 C095 C097 C098 C100 C102 C103 C105 C106"
    " C111 C115 C117 C118 C119 C120 C121 C122 C127 C129 C131 C132 C135 C138 C139 C140 C142 C144 C148 C150 C151 C154"
    " C155 C156 C158 C159 C161 C162 C167 C169 C170 C174 C176 C181 C182 C183 C187 C189"
)
_ARTICLES = {"fr": r"sur (?:la |le |les |l['’])?", "es": r"sobre (?:la |el |las |los )?"}


@dataclass(frozen=True, slots=True)
class Place:
    """A member State: its code and its name in the language of the report."""

    iso3: str
    name: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A Convention: code, number, year, its subject's printed name and order, and its title without the number."""

    code: str
    number: int
    year: int
    subject: str
    order: int
    title: str


def load_places(language: str) -> tuple[Place, ...]:
    """Return the member States, in the order of their names."""
    rows = [row for row in _rows("countries.csv") if row["kind"] == "member" and row[f"name_{language}"]]
    return tuple(sorted((Place(row["iso3"], row[f"name_{language}"]) for row in rows), key=lambda one: one.name))


def load_conventions(language: str) -> tuple[Instrument, ...]:
    """Return some sixty Conventions, by number."""
    subjects = {row["key"]: (row[f"title_{language}"], order) for order, row in enumerate(_rows("subjects.csv"))}
    rows = {row["code"]: row for row in _rows("instruments.csv")}
    return tuple(_instrument(rows[code], subjects, language) for code in _USED.split())


def print_title(one: Instrument, language: str) -> str:
    """Return the title with its number, as country headings and web pages have it."""
    if language == "fr":
        return one.title.replace("Convention ", f"Convention (no {one.number}) ", 1)
    return f"{one.title} ({'No.' if language == 'en' else 'núm.'} {one.number})"


def print_chapter(one: Instrument, language: str) -> str:
    """Return the chapter heading of the volumes that are ordered by Convention."""
    if language == "en":
        return f"Convention No. {one.number}: {one.title.replace(' Convention,', ',')}"
    word = "Convention no" if language == "fr" else "Convenio núm."
    bare = re.sub(r"^\w+ " + _ARTICLES[language], "", one.title)
    return f"{word} {one.number}: {bare[:1].upper()}{bare[1:]}"


def _instrument(row: dict[str, str], subjects: dict[str, tuple[str, int]], language: str) -> Instrument:
    subject, order = subjects[row["subject"]]
    return Instrument(row["code"], int(row["number"]), int(row["year"]), subject, order, row[f"title_{language}"])


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
