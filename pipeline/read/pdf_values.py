"""What one page of a PDF says before paragraphs are made: lines with their look and place, tables, and who read it."""

from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """Where the words of a page come from."""

    PRINTED = "printed"
    CAREFUL = "careful"
    RECOGNISED = "recognised"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line in points from the lower left corner; `note` is the small number that opens a footnote.

    `column` is 0 for a line over the whole width, 1 for the left and 2 for the right column;
    `turned` is a line that runs in another direction than the page's text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    opens_bold: bool = False
    turned: bool = False
    note: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells and its place on the page."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class PageLines:
    """One page: its number from 1, its width and height in points, its lines in reading order, its tables."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    layer: Layer = Layer.PRINTED
