"""A release: what may leave the house. Short excerpts, offsets and addresses; no texts, and no path of this machine.

Every column of free text is cut, but those whose words are the program's own or a name. A column that nobody has
thought of here is therefore cut, not given out.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from pipeline import tables
from pipeline.folding import fold
from pipeline.store.cells import column_of
from pipeline.store.reading import Edition
from pipeline.tables import Table
from pipeline.tables.excerpts import ELLIPSIS, is_quoted

DEFAULT_WORDS = 15
_PATHS = ("path", "also_at")
_WORD = re.compile(r"\S+")
_DECIDING = re.compile(r"[^\W\d_]{3,}")


class _Scissors(NamedTuple):
    """Why each quoted sentence is a finding, and how many words of it may be given."""

    reasons: Mapping[str, str]
    words: int

    def cut(self, cell: Any) -> Any:  # noqa: ANN401 (a text, several, or nothing)
        if isinstance(cell, list):
            return [self.cut(part) for part in cell]
        return None if cell is None else cut_excerpt(cell, self.reasons.get(cell, ""), self.words)


def shorten_edition(edition: Edition, words: int) -> Edition:
    """Return the release of a dataset: no text of more than so many words, and file names in place of paths."""
    if edition.excerpt_words is not None:
        words = min(words, edition.excerpt_words)
    findings = edition.columns["findings"]
    pairs = zip(column_of(findings, "quote").to_pylist(), column_of(findings, "reason").to_pylist(), strict=True)
    shorten = _Scissors(dict(pairs), words)
    columns = {table.name: _shorten_table(table, edition.columns[table.name], shorten) for table in tables.PUBLISHED}
    return Edition(edition.folder, columns, words)


def cut_excerpt(text: str, reason: str, words: int) -> str:
    """Return at most so many words of the text, those that decided among them; an ellipsis stands for the rest."""
    found = list(_WORD.finditer(text))
    if len(found) <= words:
        return text
    first = _best_start(found, _decisive(text, reason), words)
    last = first + words
    before, after = ELLIPSIS + " " if first else "", " " + ELLIPSIS if last < len(found) else ""
    return f"{before}{text[found[first].start() : found[last - 1].end()]}{after}"


def _decisive(text: str, reason: str) -> list[tuple[int, int]]:
    """Return where the words of the reason stand in the text."""
    wanted = set(_DECIDING.findall(fold(reason)))
    return [one.span() for one in _DECIDING.finditer(fold(text)) if one[0] in wanted]


def _best_start(found: list[re.Match[str]], decisive: list[tuple[int, int]], words: int) -> int:
    """Return the word to begin with, so that most deciding words are shown, in the middle where there is room."""
    marked = [any(start < one.end() and one.start() < end for start, end in decisive) for one in found]
    total = sum(marked[:words])
    best, most = [0], total
    for start in range(1, len(found) - words + 1):
        total += marked[start + words - 1] - marked[start - 1]
        if total > most:
            best, most = [start], total
        elif total == most:
            best.append(start)
    runs = [start for start in best if start - best[0] == best.index(start)]
    return runs[len(runs) // 2] if most else 0


def _shorten_table(table: Table, columns: Any, scissors: _Scissors) -> Any:  # noqa: ANN401 (a table of Arrow)
    for place, column in enumerate(table.columns):
        change = scissors.cut if is_quoted(table, column) else _bare if column.name in _PATHS else None
        if change is not None:
            cells = column_of(columns, column.name)
            changed = pa.array([change(cell) for cell in cells.to_pylist()], cells.type)
            columns = columns.set_column(place, columns.schema.field(place), changed)
    return columns


def _bare(cell: Any) -> Any:  # noqa: ANN401 (a path, several, or none)
    """Return the name of a file without the folders it lies in."""
    if isinstance(cell, list):
        return [_bare(part) for part in cell]
    return None if cell is None else cell.rsplit("/", 1)[-1]
