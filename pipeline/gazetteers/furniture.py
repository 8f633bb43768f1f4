"""The lines that pages print around their text: known lines, known beginnings and known patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.errors import GazetteerError
from pipeline.folding import fold
from pipeline.gazetteers.tables import read_table, refuse_duplicates

LONGEST = 400
_KEPT, _CAPTION = "kept", "caption"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The wording of chrome (folded), and of the header lines that are never chrome."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    kept: tuple[re.Pattern[str], ...]
    captions: tuple[re.Pattern[str], ...]

    def is_caption(self, line: str) -> bool:
        """Say whether the line names a table, a figure, a box or an annex."""
        folded = fold(line).strip()
        return len(folded) <= LONGEST and any(pattern.fullmatch(folded) for pattern in self.captions)

    def is_header(self, line: str) -> bool:
        """Say whether the line is a header, a title or another line that a comment is known by."""
        folded = fold(line).strip()
        return len(folded) <= LONGEST and any(pattern.fullmatch(folded) for pattern in self.kept)

    def is_furniture(self, line: str) -> bool:
        """Say whether the line is chrome and no header."""
        folded = fold(line).strip()
        if not folded or len(folded) > LONGEST or self.is_header(line):
            return False
        if folded in self.lines or folded.startswith(self.starts):
            return True
        return any(pattern.fullmatch(folded) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A formula (folded) of a page that stands in the way of the text, and the kind of page it betrays."""

    key: str
    form: str


@cache
def load_furniture() -> Furniture:
    """Return the table `furniture.csv`, compiled once."""
    name = "furniture.csv"
    rows = read_table(name)
    refuse_duplicates(name, ((row["match"], fold(row["form"])) for row in rows))
    unknown = {row["match"] for row in rows} - {"line", "start", "pattern"}
    if unknown:
        raise GazetteerError(f"{name}: no such match: {', '.join(sorted(unknown))}")
    return Furniture(
        lines=frozenset(fold(row["form"]) for row in rows if row["match"] == "line"),
        starts=tuple(fold(row["form"]) for row in rows if row["match"] == "start"),
        patterns=_compile_all(row for row in rows if row["key"] not in {_KEPT, _CAPTION}),
        kept=_compile_all(row for row in rows if row["key"] == _KEPT),
        captions=_compile_all(row for row in rows if row["key"] == _CAPTION),
    )


@cache
def load_obstacles() -> tuple[Obstacle, ...]:
    """Return the table `obstacles.csv`."""
    name = "obstacles.csv"
    rows = read_table(name)
    refuse_duplicates(name, (row["form"] for row in rows))
    return tuple(Obstacle(row["key"], fold(row["form"])) for row in rows)


def _compile_all(rows: Iterable[dict[str, str]]) -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(row["form"]) for row in rows if row["match"] == "pattern")


def _compile(form: str) -> re.Pattern[str]:
    try:
        return re.compile(form)
    except re.error as error:
        raise GazetteerError(f"furniture.csv: no pattern: {form}: {error}") from error
