"""Words that registers are read with: what was done, where progress is noted; that a mission was refused."""

import re
from collections.abc import Mapping
from functools import cache

from pipeline.folding import fold
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.vocabulary import Language

_ANY = "*"

WordPatterns = Mapping[Language, re.Pattern[str]]


@cache
def load_remedies() -> WordPatterns:
    """Return for each language what finds a remedy in folded words."""
    return _load("remedies.csv")


@cache
def load_refusals() -> WordPatterns:
    """Return for each language what finds a refusal in folded words."""
    return _load("refusals.csv")


def _load(table: str) -> WordPatterns:
    rows = read_table(table)
    refuse_duplicates(table, ((row["language"], fold(row["form"])) for row in rows))
    return {
        language: _make_pattern([row["form"] for row in rows if row["language"] == language]) for language in Language
    }


def _make_pattern(forms: list[str]) -> re.Pattern[str]:
    """A star stands for any ending."""
    words = (re.escape(fold(form.removesuffix(_ANY))) + (r"\w*" if form.endswith(_ANY) else "") for form in forms)
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")
