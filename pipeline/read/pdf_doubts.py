"""The written rule that sends a page from the fast path to the careful one, and to the recognition of characters."""

import ctypes
import re
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.read.pdf_values import PageLines

_LONG_WORD = re.compile(r"\b\w[^\s/.…_]{30,}")
_LONG = 30
_LETTER = re.compile(r"[^\W_]")
_UNREADABLE = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_THIN = 2.5
_MOST_PATHS = 2_000  # more are a map or a chart, over which pdfplumber takes minutes
_PRINTED_LETTERS = 20
_MOST_RULES = 300
_GRID_PIECES = 10


class _Rule(NamedTuple):
    """A rule: where it lies across its direction, and from where to where it runs, in points."""

    at: float
    start: float
    end: float

    def meets(self, other: "_Rule") -> bool:
        """Say whether a rule of the other direction touches or crosses this one."""
        crosses = self.start - _THIN <= other.at <= self.end + _THIN
        return crosses and other.start - _THIN <= self.at <= other.end + _THIN


def has_ruled_table(page: pypdfium2.PdfPage) -> bool:
    """Say whether rules make two rows and columns of cells or more, or one stroke draws a grid.

    Rules under heads and over footnotes, frames, and coloured tabs make no cells and leave a page on the fast path.
    """
    paths = [shape for shape in _shapes(page) if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH]
    if len(paths) > _MOST_PATHS:
        return False
    level: list[_Rule] = []
    upright: list[_Rule] = []
    for shape in paths:
        _add_rules(_bounds(shape), level, upright)
    return _make_cells(level, upright) or any(_is_grid(shape) for shape in paths)


def _add_rules(bounds: tuple[float, float, float, float], level: list[_Rule], upright: list[_Rule]) -> None:
    """Sort a rule, or the four edges of a box, into the level and the upright ones."""
    left, bottom, right, top = bounds
    flat, narrow = top - bottom <= _THIN, right - left <= _THIN
    if right - left >= 20:
        level.extend(_Rule(y, left, right) for y in ((bottom,) if flat else (bottom, top)))
    if top - bottom >= 8:
        upright.extend(_Rule(x, bottom, top) for x in ((left,) if narrow else (left, right)))


def _make_cells(level: list[_Rule], upright: list[_Rule]) -> bool:
    """Say whether at three heights or more level rules meet upright ones at three places."""
    standing = sorted(set(upright))[:_MOST_RULES]
    places: dict[int, set[int]] = {}
    for rule in sorted(set(level))[:_MOST_RULES]:
        met = {round(other.at / _THIN) for other in standing if rule.meets(other)}
        places.setdefault(round(rule.at / _THIN), set()).update(met)
    return sum(len(met) >= 3 for met in places.values()) >= 3


def reads_badly(page: PageLines) -> bool:
    """Say whether a fifth of the letters stand in words over 30 long (lost blanks) or most words are single letters."""
    text = " ".join(line.text for line in page.lines if not line.turned)
    words = text.split()
    letters = len(text) - text.count(" ")
    if letters < 200:
        return False
    glued = sum(len(found) for word in words if len(word) > _LONG for found in _LONG_WORD.findall(word))
    return glued > 0.2 * letters or letters < 1.8 * len(words)


def has_no_text(page: PageLines) -> bool:
    """Say whether a page has fewer than 20 letters and digits, or a third of its signs are no characters at all."""
    text = "".join(line.text for line in page.lines)
    letters = sum(1 for _ in islice(_LETTER.finditer(text[:2_000]), _PRINTED_LETTERS))
    return letters < _PRINTED_LETTERS or count_unreadable(text) > 0.3 * len(text)


def count_letters(page: PageLines) -> int:
    """Return how many letters and digits a page prints."""
    return sum(len(_LETTER.findall(line.text)) for line in page.lines)


def count_unreadable(text: str) -> int:
    """Return how many characters stand for glyphs that the font gives no character for."""
    if text.isprintable() and "\ufffd" not in text:
        return 0
    return len(_UNREADABLE.findall(text))


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Say whether pictures cover a third of the page or more."""
    width, height = page.get_size()
    extents = [_extent(shape) for shape in _shapes(page) if _may_be_picture(shape)]
    return bool(sum(across * up for across, up in extents) >= width * height / 3)


def _shapes(page: pypdfium2.PdfPage) -> list[object]:
    return [pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw))]


def _may_be_picture(shape: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(shape) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM))


def _extent(shape: object) -> tuple[float, float]:
    left, bottom, right, top = _bounds(shape)
    return right - left, top - bottom


def _bounds(shape: object) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _is_grid(shape: object) -> bool:
    """Say whether one stroke draws five straight rules or more, and no curve: a grid, not a letter or a sign."""
    count = pdfium.FPDFPath_CountSegments(shape)
    if count < _GRID_PIECES:
        return False
    pieces = [pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(shape, n)) for n in range(min(count, 24))]
    return pdfium.FPDF_SEGMENT_BEZIERTO not in pieces and pieces.count(pdfium.FPDF_SEGMENT_MOVETO) >= _GRID_PIECES // 2
