"""Headings and formulas that the generated volumes print, by language."""

import csv
from functools import cache
from pathlib import Path


@cache
def phrases_of(language: str) -> dict[str, str]:
    """Return the printed headings of one language by key."""
    with (Path(__file__).parent / "wording" / "headings.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row[language] for row in csv.DictReader(file)}
