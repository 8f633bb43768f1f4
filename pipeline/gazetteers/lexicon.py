"""The lexicon: which wording stands for which concept, in each language; the only home of cue words."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pipeline.errors import GazetteerError
from pipeline.folding import fold
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.vocabulary import Language


class Match(StrEnum):
    """How a form is compared: as it stands, by the stems of its words, or as a pattern on the folded text."""

    EXACT = "exact"
    STEM = "stem"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Wording:
    """One form of words for one concept."""

    concept: str
    match: Match
    form: str


@cache
def load_lexicon(language: Language) -> tuple[Wording, ...]:
    """Return the wordings of a language, refusing a form that stands twice under one concept once folded."""
    name = f"lexicon/{language}.csv"
    rows = read_table(name)
    refuse_duplicates(name, ((row["concept"], row["match"], _as_compared(row)) for row in rows))
    unknown = {row["concept"] for row in rows} - {row["concept"] for row in _load_concepts()}
    if unknown:
        raise GazetteerError(f"{name}: no concept is called {', '.join(sorted(unknown))}")
    return tuple(Wording(row["concept"], Match(row["match"]), row["form"]) for row in rows)


def _as_compared(row: dict[str, str]) -> str:
    """Words are compared folded: two forms that differ by an accent are one."""
    return row["form"] if row["match"] == Match.PATTERN else fold(row["form"])


@cache
def load_abbreviations() -> frozenset[str]:
    """Return the abbreviations that end in a full stop without ending a sentence, folded and without the stop."""
    return frozenset(row["form"] for row in read_table("lexicon/abbreviations.csv"))


@cache
def load_masks() -> frozenset[str]:
    """Return the concepts whose wording hides the shorter concepts inside it."""
    return frozenset(row["concept"] for row in _load_concepts() if row["masks"] == "true")


@cache
def _load_concepts() -> tuple[dict[str, str], ...]:
    rows = read_table("lexicon/concepts.csv")
    refuse_duplicates("lexicon/concepts.csv", (row["concept"] for row in rows))
    return rows
