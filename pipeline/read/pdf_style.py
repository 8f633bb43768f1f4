"""What is usual in one PDF: the size of its text, the room between its lines, the width of its columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.read.joining import Words, learn_words
from pipeline.read.pdf_values import Line

_WIDE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Style:
    """The usual size and distance of baselines in points, the column's width by its number, the words.

    `raised_notes` says that footnotes open with raised numbers.
    """

    size: float
    leading: float
    widths: Mapping[int, float]
    words: Words
    raised_notes: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The left and right edge of a column on one page."""

    left: float
    right: float


def measure_style(pages: Iterable[Sequence[Line]]) -> Style:
    """Measure the lines of the text, furniture left out."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    words = learn_words(line.text for line in lines)
    return Style(size, _leading(lines, size), _widths(lines), words, raised_notes=any(line.note for line in lines))


def measure_frames(lines: Sequence[Line], style: Style) -> dict[int, Frame]:
    """Return the edges of each column of a page."""
    frames = {}
    for column in {line.column for line in lines}:
        members = [line for line in lines if line.column == column]
        left = min(line.left for line in members)
        widest = max(line.right for line in members)
        frames[column] = Frame(left, max(widest, left + style.widths.get(column, 0.0)))
    return frames


def _leading(lines: Sequence[Line], size: float) -> float:
    gaps: Counter[float] = Counter()
    for above, line in zip(lines, lines[1:], strict=False):
        gap = above.base - line.base
        if 0.9 * size < gap < 3 * size and abs(line.size - size) < 0.5 and abs(above.size - size) < 0.5:
            gaps[round(2 * gap) / 2] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.2 * size


def _widths(lines: Sequence[Line]) -> dict[int, float]:
    """Return for each column the width that one line in ten exceeds."""
    widths: dict[int, list[float]] = {}
    for line in lines:
        widths.setdefault(line.column, []).append(line.right - line.left)
    return {column: sorted(found)[int(_WIDE_SHARE * (len(found) - 1))] for column, found in widths.items()}
