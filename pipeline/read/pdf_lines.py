"""The fast path: PDFium's text of a page in one call, and a few questions about each line's look and place."""

import ctypes
import re
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.read.pdf_values import Line, PageLines

_LINE = re.compile(r"[^\r\n\ufffe\u0002]+[\ufffe\u0002]?")
_NUMBER = re.compile(r"\d+")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"\b(?:[cdk]?m|ha)$")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_SMALL = 0.82
_GAP_EMS = 2.5


@dataclass(frozen=True, slots=True)
class _Look:
    """How one character is printed: its size in points, its direction in quarter turns (None: aslant)."""

    size: float
    quarter: int | None
    bold: bool


def read_lines(page: pypdfium2.PdfPage, number: int) -> PageLines:
    """Return the lines of a page as PDFium orders them, cut where a gap parts columns or cells."""
    text_page = page.get_textpage()
    try:
        sheet = _Sheet(text_page.raw)
        pieces = [piece for start, end in sheet.line_ranges() for piece in sheet.cut(start, end)]
        found = [line for piece in pieces if (line := sheet.describe(*piece)) is not None]
    finally:
        text_page.close()
    left, bottom, right, top = page.get_cropbox()
    return _upright(PageLines(number, right - left, top - bottom, ()), found, (left, bottom))


class _Sheet:
    """One text page with the buffers that PDFium fills."""

    def __init__(self, raw: Any) -> None:  # noqa: ANN401
        self._raw = raw
        self._doubles = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self.text, self._index = _page_text(raw)

    def line_ranges(self) -> list[tuple[int, int]]:
        """Return where the printed lines lie in the text."""
        return [match.span() for match in _LINE.finditer(self.text) if not match.group().isspace()]

    def cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """Part a line where the blank between two of its runs is wider than 2.5 of its letters are high."""
        boxes = self._boxes(start, end)
        if len(boxes) < 2:
            return [(start, end)]
        limit = _GAP_EMS * self._look(self._index(start + _leading_blanks(self.text, start, end))).size
        reach, cuts = boxes[0][2], []
        for left, top, right, bottom in boxes[1:]:
            if left - reach > limit:
                at = pdfium.FPDFText_GetCharIndexAtPos(self._raw, left + 0.3, (top + bottom) / 2, 1.0, 2.0)
                cuts.append(at - self._index(start) + start)
            reach = max(reach, right)
        edges = [start, *(at for at in sorted(set(cuts)) if start < at < end), end]
        return list(zip(edges, edges[1:], strict=False))

    def describe(self, start: int, end: int) -> tuple[Line, int | None] | None:
        """Return the line with its direction, or None where nothing is printed."""
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        boxes = self._boxes(start, end)
        if start >= end or not boxes:
            return None
        first, middle, last = (self._look(self._index(at)) for at in self._samples(start, end))
        size = sorted((first.size, middle.size, last.size))[1]
        text, note = self._without_markers(start, end, size)
        line = Line(
            text=text.strip(),
            left=boxes[0][0],
            right=max(box[2] for box in boxes),
            base=self._base(self._index((start + end) // 2), middle.quarter),
            size=round(size, 1),
            bold=first.bold and middle.bold and last.bold,
            opens_bold=first.bold,
            note=note,
        )
        if middle.quarter in (1, 3):
            line = replace(line, left=min(box[3] for box in boxes), right=max(box[1] for box in boxes))
        return line, middle.quarter

    def _samples(self, start: int, end: int) -> tuple[int, int, int]:
        middle = (start + end) // 2
        while self.text[middle].isspace():
            middle += 1
        return start, middle, end - 1

    def _boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Return (left, top, right, bottom) of the runs of a line."""
        left, top, right, bottom = self._doubles
        count = pdfium.FPDFText_CountRects(self._raw, self._index(start), self._index(end - 1) + 1 - self._index(start))
        boxes = []
        for number in range(count):
            pdfium.FPDFText_GetRect(self._raw, number, left, top, right, bottom)
            boxes.append((left.value, top.value, right.value, bottom.value))
        return sorted(boxes) if count > 1 else boxes

    def _base(self, index: int, quarter: int | None) -> float:
        x, y = self._doubles[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return x.value if quarter in (1, 3) else y.value

    def _look(self, index: int) -> _Look:
        pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, 128, self._flags)
        weight = pdfium.FPDFText_GetFontWeight(self._raw, index)
        bold = weight >= 600 or bool(self._flags.value & _FORCED_BOLD) or bool(_BOLD.search(self._name.value))
        size = self._size(index)  # fills the matrix
        return _Look(size, _quarter(self._matrix.a, self._matrix.b), bold)

    def _size(self, index: int) -> float:
        """Return the printed size: the font's size times what the text matrix makes of it."""
        pdfium.FPDFText_GetMatrix(self._raw, index, self._matrix)
        return float(pdfium.FPDFText_GetFontSize(self._raw, index) * hypot(self._matrix.c, self._matrix.d))

    def _without_markers(self, start: int, end: int, size: float) -> tuple[str, str]:
        """Return the line without the small numbers that call footnotes, and the one that opens it, if any."""
        text, note = self.text[start:end], ""
        for match in reversed(list(_NUMBER.finditer(text))):
            first, last = match.span()
            while last > first and self._size(self._index(start + first)) >= _SMALL * size:
                first += 1
            if first == last or self._size(self._index(start + last - 1)) >= _SMALL * size:
                continue
            note = match.group() if first == 0 else ""
            text = _drop(text, first, last)
        return _without_raised(text, note)


def _page_text(raw: Any) -> tuple[str, Any]:  # noqa: ANN401
    """Return the page's text by UTF-16 units and what turns a place in it into PDFium's index of the character."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return "", int
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    units = pdfium.FPDFText_GetText(raw, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * units].decode("utf-16-le", errors="replace")
    if len(text) != units:
        text = "".join(map(chr, buffer[:units]))
    if units == count:
        return text, int
    return text, lambda at: max(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at), 0)


def _drop(text: str, first: int, last: int) -> str:
    before, after = text[:first], text[last:]
    return before.rstrip() + after if not after or not after[0].isalnum() else before + after


def _without_raised(text: str, note: str) -> tuple[str, str]:
    """Take away the raised digits that Unicode has signs for, but not the square of a unit."""
    for match in reversed(list(_RAISED.finditer(text))):
        first, last = match.span()
        if _UNIT.search(text[:first]):
            continue
        note = match.group().translate(_RAISED_DIGITS) if first == 0 else note
        text = _drop(text, first, last)
    return text, note


def _leading_blanks(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return min(len(words) - len(words.lstrip()), len(words) - 1)


def _quarter(a: float, b: float) -> int | None:
    angle = degrees(atan2(b, a)) % 360
    nearest = round(angle / 90) * 90
    return (nearest // 90) % 4 if abs(angle - nearest) < 5 else None


def _upright(page: PageLines, found: list[tuple[Line, int | None]], corner: tuple[float, float]) -> PageLines:
    """Turn a page that is printed sideways, and mark the lines that run in another direction than most."""
    letters = [0, 0, 0, 0]
    for line, quarter in found:
        if quarter is not None:
            letters[quarter] += len(line.text)
    main = letters.index(max(letters))
    lines = [
        _turn(line, main, page, corner) if quarter == main else replace(line, turned=True)
        for line, quarter in found
        if line.text or line.note
    ]
    width, height = (page.height, page.width) if main in (1, 3) else (page.width, page.height)
    return PageLines(page.number, width, height, tuple(lines))


def _turn(line: Line, quarter: int, page: PageLines, corner: tuple[float, float]) -> Line:
    """Return the line as it lies when the page is held so that it reads from left to right."""
    x, y = corner
    if quarter == 1:
        return replace(line, left=line.left - y, right=line.right - y, base=page.width + x - line.base)
    if quarter == 2:
        left, right = page.width + x - line.right, page.width + x - line.left
        return replace(line, left=left, right=right, base=page.height + y - line.base)
    if quarter == 3:
        left, right = page.height + y - line.right, page.height + y - line.left
        return replace(line, left=left, right=right, base=line.base - x)
    return line if not x and not y else replace(line, left=line.left - x, right=line.right - x, base=line.base - y)
