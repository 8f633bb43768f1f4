"""The fast path: PDFium's text of a page in one call, and a few questions about each line's look and place."""

import ctypes
import re
from dataclasses import replace
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
_GAP_LEAST = 12.0


_Box = tuple[float, float, float, float]


def read_lines(page: pypdfium2.PdfPage, number: int) -> PageLines:
    """Return the lines of a page as PDFium orders them, cut where a gap parts columns or cells."""
    text_page = page.get_textpage()
    try:
        sheet = _Sheet(text_page.raw)
        found = [line for start, end in sheet.line_ranges() for line in sheet.describe(start, end)]
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
        self._bold: dict[tuple[bytes, int], bool] = {}
        self.text, self._index = _page_text(raw)

    def line_ranges(self) -> list[tuple[int, int]]:
        """Return where the printed lines lie in the text."""
        return [match.span() for match in _LINE.finditer(self.text) if not match.group().isspace()]

    def describe(self, start: int, end: int) -> list[tuple[Line, int | None]]:
        """Return the pieces of a printed line, each with its direction in quarter turns (None: aslant)."""
        boxes = self._boxes(start, end)
        cuts = self._cuts(start, end, boxes)
        if not cuts:
            return self._describe_piece(start, end, boxes)
        edges = [start, *cuts, end]
        return [
            line
            for first, last in zip(edges, edges[1:], strict=False)
            for line in self._describe_piece(first, last, self._boxes(first, last))
        ]

    def _cuts(self, start: int, end: int, boxes: list[_Box]) -> list[int]:
        """Return where the blank between two runs of a line is wider than 2.5 times its letters' height."""
        if len(boxes) < 2:
            return []
        reach, cuts = boxes[0][2], set()
        for left, top, right, bottom in boxes[1:]:
            if left - reach > _GAP_LEAST and left - reach > _GAP_EMS * self._size_near(start, end):
                at = pdfium.FPDFText_GetCharIndexAtPos(self._raw, left + 0.3, (top + bottom) / 2, 1.0, 2.0)
                cuts.add(at - self._index(start) + start)
            reach = max(reach, right)
        return sorted(at for at in cuts if start < at < end)

    def _describe_piece(self, start: int, end: int, boxes: list[_Box]) -> list[tuple[Line, int | None]]:
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start >= end or not boxes:
            return []
        first, middle, last = (self._index(at) for at in self._samples(start, end))
        size, usual = self._usual_size(middle, first, last)
        quarter = _quarter(self._matrix.a, self._matrix.b)
        text, note = self._without_markers(start, end, size)
        level = quarter not in (1, 3)
        opens_bold = self._is_bold(first)
        line = Line(
            text=text.strip(),
            left=boxes[0][0] if level else min(box[3] for box in boxes),
            right=max(box[2 if level else 1] for box in boxes),
            base=self._base(usual, level),
            size=round(size, 1),
            bold=opens_bold and self._is_bold(middle) and self._is_bold(last),
            opens_bold=opens_bold,
            note=note,
        )
        return [(line, quarter)]

    def _size_near(self, start: int, end: int) -> float:
        """Return the size of a line's first printed character."""
        while self.text[start].isspace() and start < end - 1:
            start += 1
        return self._size(self._index(start))

    def _samples(self, start: int, end: int) -> tuple[int, int, int]:
        middle = (start + end) // 2
        while self.text[middle].isspace():
            middle += 1
        return start, middle, end - 1

    def _boxes(self, start: int, end: int) -> list[_Box]:
        """Return (left, top, right, bottom) of the runs of a line."""
        left, top, right, bottom = self._doubles
        count = pdfium.FPDFText_CountRects(self._raw, self._index(start), self._index(end - 1) + 1 - self._index(start))
        boxes = []
        for number in range(count):
            pdfium.FPDFText_GetRect(self._raw, number, left, top, right, bottom)
            boxes.append((left.value, top.value, right.value, bottom.value))
        return sorted(boxes) if count > 1 else boxes

    def _base(self, index: int, level: object) -> float:
        x, y = self._doubles[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return y.value if level else x.value

    def _is_bold(self, index: int) -> bool:
        """Say whether a character's font is bold by its name, its flags or its weight; each font is asked once."""
        pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, 128, self._flags)
        font = (self._name.value, self._flags.value)
        if font not in self._bold:
            named = bool(_BOLD.search(font[0]) or font[1] & _FORCED_BOLD)
            self._bold[font] = named or pdfium.FPDFText_GetFontWeight(self._raw, index) >= 600
        return self._bold[font]

    def _usual_size(self, *indices: int) -> tuple[float, int]:
        """Return the middle one of three sizes and whose it is; the matrix is that of such a character afterwards."""
        middle, first, last = indices
        size = self._size(middle)
        if size == self._size(first):
            return size, middle
        sizes = [size, self._size(first), self._size(last)]
        usual = indices[sizes.index(sorted(sizes)[1])]
        return self._size(usual), usual

    def _size(self, index: int) -> float:
        """Return the printed size: the font's size times what the text matrix makes of it."""
        pdfium.FPDFText_GetMatrix(self._raw, index, self._matrix)
        return float(pdfium.FPDFText_GetFontSize(self._raw, index) * hypot(self._matrix.c, self._matrix.d))

    def _without_markers(self, start: int, end: int, size: float) -> tuple[str, str]:
        """Return the line without the small numbers that call footnotes, and the one that opens it, if any."""
        text, note = self.text[start:end], ""
        for match in reversed(list(_NUMBER.finditer(text))):
            first, last = match.span()
            if self._size(self._index(start + last - 1)) >= _SMALL * size:
                continue
            while self._size(self._index(start + first)) >= _SMALL * size:
                first += 1
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
    if text.isascii():
        return text, note
    for match in reversed(list(_RAISED.finditer(text))):
        first, last = match.span()
        if _UNIT.search(text[:first]):
            continue
        note = match.group().translate(_RAISED_DIGITS) if first == 0 else note
        text = _drop(text, first, last)
    return text, note


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
