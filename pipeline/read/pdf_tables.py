"""Tables without rules, told from the pieces of a page's rows; and the lines that a table takes out of the prose."""

from collections import Counter
from collections.abc import Sequence

from pipeline.read.joining import opens_item
from pipeline.read.pdf_values import Grid, Line

_FEWEST_ROWS = 3
_CELL_LENGTH = 26
_NEAR = 6.0


def find_grids(lines: Sequence[Line]) -> tuple[Grid, ...]:
    """Return the tables that three rows or more of short pieces in line with one another make."""
    grids: list[Grid] = []
    run: list[list[Line]] = []
    for row in [*_rows(lines), []]:
        if row and run and not _belongs(row, run):
            grids.extend(_grid(run))
            run = []
        if row and (len(row) > 1 or run):
            run.append(row)
        elif run:
            grids.extend(_grid(run))
            run = []
    return tuple(grids)


def outside_grids(lines: Sequence[Line], grids: Sequence[Grid]) -> tuple[Line, ...]:
    """Return the lines that no table holds."""
    return tuple(line for line in lines if not any(_inside(line, grid) for grid in grids))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted((line for line in lines if not line.turned), key=lambda line: -line.base):
        if rows and abs(rows[-1][0].base - line.base) < 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _belongs(row: Sequence[Line], run: Sequence[Sequence[Line]]) -> bool:
    """Say whether a row goes on with the table: close below, and beginning where a column begins."""
    above = run[-1][0]
    if above.base - row[0].base > 2.6 * max(above.size, row[0].size):
        return False
    if len(row) > 1:
        return True
    indented = [piece.left for earlier in run for piece in earlier[1:]]
    return len(row[0].text) <= 60 and any(abs(row[0].left - left) < _NEAR for left in indented)


def _grid(run: Sequence[Sequence[Line]]) -> list[Grid]:
    rows = _without_items(run)
    parted = [row for row in rows if len(row) > 1]
    pieces = [piece for row in parted for piece in row]
    short = sum(len(piece.text) <= _CELL_LENGTH for piece in pieces)
    if len(parted) < _FEWEST_ROWS or short < 0.6 * len(pieces) or _is_prose(parted):
        return []
    edges = _column_edges(parted)
    if len(edges) < 2:
        return []
    cells = _fill(rows, edges)
    size = max(piece.size for piece in pieces)
    bases = [row[0].base for row in rows]
    left, right = min(row[0].left for row in rows), max(piece.right for row in rows for piece in row)
    return [Grid(cells, left, right, min(bases) - 0.3 * size, max(bases) + size)]


def _without_items(run: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """Leave out rows that are a list's mark and its text."""
    return [row for row in run if not (len(row) == 2 and opens_item(row[0].text + " "))]


def _is_prose(rows: Sequence[Sequence[Line]]) -> bool:
    """Say whether most rows are two long pieces: columns of prose."""
    return sum(len(row) == 2 and min(len(piece.text) for piece in row) > _CELL_LENGTH for row in rows) > len(rows) / 2


def _column_edges(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Return where columns begin: the left edges, or for numbers the right ones, that two rows in five share."""
    lefts = Counter(round(piece.left / _NEAR) for row in rows for piece in row)
    rights = Counter(round(piece.right / _NEAR) for row in rows for piece in row)
    need = max(_FEWEST_ROWS, 0.4 * len(rows))
    starts: list[float] = []
    for row in rows:
        for piece in row:
            key, end = round(piece.left / _NEAR), round(piece.right / _NEAR)
            shared = max(lefts[key] + lefts[key + 1], lefts[key] + lefts[key - 1]) >= need
            if (shared or rights[end] >= need) and all(abs(piece.left - start) > 4 * _NEAR for start in starts):
                starts.append(piece.left)
    return sorted(starts)


def _fill(rows: Sequence[Sequence[Line]], edges: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    """Put each piece in its column; a row without a first cell goes on with the row above."""
    table: list[list[str]] = []
    for row in rows:
        cells = [""] * len(edges)
        for piece in row:
            column = max((n for n, edge in enumerate(edges) if edge <= piece.left + 4 * _NEAR), default=0)
            cells[column] = f"{cells[column]} {piece.text}".strip()
        if table and not cells[0] and len(row) == 1:
            table[-1] = [f"{above} {cell}".strip() for above, cell in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return tuple(tuple(row) for row in table)


def _inside(line: Line, grid: Grid) -> bool:
    middle = (line.left + line.right) / 2
    return grid.bottom <= line.base <= grid.top and grid.left - 2 <= middle <= grid.right + 2
