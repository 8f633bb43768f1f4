"""The order in which a person reads the lines of a page: over the whole width, then the left column, then the right."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.read.pdf_values import Line

_FEWEST = 5
_SLACK = 4.0
_CLOSING = (",", ".", ";", ":", ")", "]", "”", "’")


def order_lines(lines: Sequence[Line], width: float) -> tuple[Line, ...]:
    """Return the lines in reading order with their columns, and pieces of one row put together again."""
    level = sorted((line for line in lines if not line.turned), key=lambda line: (-line.base, line.left))
    turned = [line for line in lines if line.turned]
    gutter = find_gutter(level, width)
    placed = [replace(line, column=_column(line, gutter)) for line in level] if gutter else level
    return tuple(_join_pieces(_by_columns(placed))) + tuple(turned)


def find_gutter(lines: Sequence[Line], width: float) -> float | None:
    """Return where the right of two columns begins, or None where the page has one column."""
    starts: dict[int, int] = {}
    for line in lines:
        if 0.38 * width < line.left < 0.65 * width and len(line.text) > 12:
            starts[round(line.left / 4)] = starts.get(round(line.left / 4), 0) + 1
    if not starts:
        return None
    at = max(starts, key=lambda key: starts[key])
    gutter = at * 4.0 - _SLACK
    right = [line for line in lines if line.left >= gutter]
    left = [line for line in lines if line.right <= gutter and len(line.text) > 12]
    both = _overlapping(lines, left, right)
    crossing = sum(line.left < gutter < line.right for line in both)
    sides = min(sum(line.left >= gutter for line in both), sum(line.right <= gutter for line in both))
    return gutter if starts[at] >= _FEWEST and sides >= _FEWEST and crossing <= sides else None


def _overlapping(lines: Sequence[Line], left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """Return the lines at the heights that both sides have."""
    if not left or not right:
        return []
    low = max(min(line.base for line in left), min(line.base for line in right)) - _SLACK
    high = min(max(line.base for line in left), max(line.base for line in right)) + _SLACK
    return [line for line in lines if low <= line.base <= high]


def _column(line: Line, gutter: float) -> int:
    if line.left >= gutter:
        return 2
    return 1 if line.right <= gutter + _SLACK else 0


def _by_columns(lines: Sequence[Line]) -> list[Line]:
    """Order each band between lines over the whole width: its left column, then its right."""
    ordered: list[Line] = []
    for wide, band in groupby(lines, key=lambda line: line.column == 0):
        rows = list(band)
        ordered.extend(rows if wide else sorted(rows, key=lambda line: line.column))
    return ordered


def _join_pieces(lines: Sequence[Line]) -> list[Line]:
    """Put pieces together that a gap or a raised number parts though they stand in one column on one row."""
    joined: list[Line] = []
    for line in lines:
        if joined and _on_one_row(joined[-1], line):
            joined[-1] = _join_pair(*sorted((joined[-1], line), key=lambda piece: piece.left))
        else:
            joined.append(line)
    return joined


def _on_one_row(above: Line, line: Line) -> bool:
    raised = _is_raised(above, line) or _is_raised(line, above)
    reach = (0.7 if raised else 0.3) * max(above.size, line.size)
    return above.column == line.column and abs(above.base - line.base) < reach


def _join_pair(first: Line, second: Line) -> Line:
    if _is_raised(first, second):
        return replace(second, left=first.left, note=first.note or first.text)
    if _is_raised(second, first):
        return replace(first, right=max(first.right, second.right))
    longer = first if len(first.text) >= len(second.text) else second
    blank = "" if second.text.startswith(_CLOSING) else " "
    return replace(
        longer,
        text=f"{first.text}{blank}{second.text}",
        left=first.left,
        right=max(first.right, second.right),
        bold=first.bold and second.bold,
        opens_bold=first.opens_bold,
        note=first.note,
    )


def _is_raised(number: Line, line: Line) -> bool:
    """Say whether a piece is nothing but the small number of a footnote beside a line."""
    return (not number.text or number.text.isdigit()) and number.size < 0.82 * line.size
