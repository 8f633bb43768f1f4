"""Printed pages of a report, drawn line by line with PDFium-readable standard fonts."""

from functools import cache
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
_LEFT, _TOP, _BOTTOM = 72.0, A4[1] - 90.0, 76.0
_MEASURE = A4[0] - 2 * _LEFT
_RISE = 3.2
_VOWELS = set("aeiouáéíóúèêàâ")


class Style(NamedTuple):
    """How a block is set."""

    size: float = 10.0
    leading: float = 12.0
    font: str = ROMAN
    align: str = "justified"
    indent: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 4.0
    keep: int = 1


BODY = Style(first=16)
QUOTED = Style(indent=18, size=9.5, leading=11.4)
CHAPTER = Style(13, 16, BOLD, "centre", before=10, after=8, keep=6)
COUNTRY = Style(11, 14, BOLD, "left", before=10, after=3, keep=6)
TITLE = Style(10, 12, BOLD, "left", before=4, after=2, keep=4)
SUBTITLE = Style(10, 12, ITALIC, "left", after=3, keep=3)
NOTE = Style(8, 9.4, after=1)
COVER = Style(18, 24, BOLD, "centre", before=14, after=14)
LIST = Style(9, 11, ROMAN, "left", after=0)


class Word(NamedTuple):
    """A word in its font; `mark` is a footnote's number that follows it."""

    text: str
    font: str
    mark: str = ""


class Line(NamedTuple):
    """A line with its place; `spare` is the width that justifying would fill."""

    words: tuple[Word, ...]
    x: float
    y: float
    size: float
    spare: float


class Typesetter:
    """Sets blocks on pages; pages are drawn at the end, when their numbers are known."""

    def __init__(self) -> None:
        self.pages: list[list[Line]] = [[]]
        self.heads: list[str] = [""]
        self.head = ""
        self._y = _TOP
        self._floor = _BOTTOM
        self._notes: list[Line] = []
        self._noted = 0

    def new_page(self) -> None:
        """Begin a page, unless nothing stands on this one."""
        if not self.pages[-1]:
            self.heads[-1] = self.head
            return
        self.pages.append([])
        self.heads.append(self.head)
        self._y, self._floor = _TOP, _BOTTOM

    def set_text(self, text: str, style: Style, italic: str = "", notes: tuple[str, ...] = ()) -> None:
        """Set one block; `italic` is its number and run-in head, `notes` are called at its end."""
        heads = [Word(word, ROMAN if word[:-1].isdigit() else ITALIC) for word in italic.split()]
        words = heads + [Word(word, style.font) for word in text.split()]
        if notes:
            self._noted += 1
            words[-1] = words[-1]._replace(mark=str(self._noted))
        lines = _break_lines(words, style)
        self._y -= style.before if self.pages[-1] else 0
        if self._y - style.keep * style.leading < self._floor:
            self.new_page()
        for number, line in enumerate(lines):
            called = bool(notes) and number == len(lines) - 1
            self._place(line, style, _Place(number == 0, number == len(lines) - 1), notes if called else ())
        self._y -= style.after

    def set_row(self, cells: tuple[str, ...], style: Style, stops: tuple[float, ...]) -> None:
        """Set one row of a table with its cells at fixed places."""
        if self._y - style.leading < self._floor:
            self.new_page()
        for cell, stop in zip(cells, stops, strict=True):
            words = tuple(Word(word, style.font) for word in cell.split())
            self.pages[-1].append(Line(words, _LEFT + stop, self._y, style.size, 0))
        self._y -= style.leading

    def _place(self, line: list[Word], style: Style, place: "_Place", notes: tuple[str, ...]) -> None:
        room = 1 + len(notes)
        if self._y - style.leading - (NOTE.leading + 6) * (room - 1) < self._floor:
            self.new_page()
        for note in notes:
            self._set_note(note)
        left = style.indent + (style.first if place.first else 0)
        width = _MEASURE - left - style.indent
        spare = width - sum(_width(word, style.size) for word in line) - _gap(style.size) * (len(line) - 1)
        x = _LEFT + left + (spare / 2 if style.align == "centre" else 0)
        justified = spare if style.align == "justified" and not place.last else 0
        self.pages[-1].append(Line(tuple(line), x, self._y, style.size, justified))
        self._y -= style.leading

    def _set_note(self, note: str) -> None:
        """Set a footnote's one line at the foot, above those that stand there."""
        words = (Word("", ROMAN, str(self._noted)), *(Word(word, ROMAN) for word in note.split()))
        moved = [line._replace(y=line.y + NOTE.leading) if _is_foot(line) else line for line in self.pages[-1]]
        self.pages[-1] = [*moved, Line(words, _LEFT, _BOTTOM, NOTE.size, 0)]
        self._floor += NOTE.leading + (6 if self._floor == _BOTTOM else 0)

    def draw(self, title: str) -> bytes:
        """Return the PDF of all pages, each with its running head and number."""
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=1)
        canvas.setTitle(title)
        for number, (lines, head) in enumerate(zip(self.pages, self.heads, strict=True), 1):
            _draw_furniture(canvas, head if number > 1 else "", number)
            for line in lines:
                _draw_line(canvas, line)
            canvas.showPage()
        canvas.save()
        return stream.getvalue()


class _Place(NamedTuple):
    first: bool
    last: bool


def _is_foot(line: Line) -> bool:
    return line.size == NOTE.size


def _break_lines(words: list[Word], style: Style) -> list[list[Word]]:
    """Fill lines one after another; some long words are hyphenated, and compounds break at their hyphen."""
    lines: list[list[Word]] = [[]]
    room = _MEASURE - 2 * style.indent - style.first
    gap = _gap(style.size)
    for word in words:
        width = _width(word, style.size)
        if lines[-1] and width > room:
            head, tail = _hyphenate(word, room, style)
            if head:
                lines[-1].append(head)
            lines.append([])
            room = _MEASURE - 2 * style.indent
            word, width = tail, _width(tail, style.size)
        lines[-1].append(word)
        room -= width + gap
    return lines


def _hyphenate(word: Word, room: float, style: Style) -> tuple[Word | None, Word]:
    if style.align != "justified" or word.mark:
        return None, word
    for cut in _cuts(word.text):
        head = word.text[:cut] if word.text[cut - 1] == "-" else word.text[:cut] + "-"
        if _width(Word(head, word.font), style.size) <= room:
            return Word(head, word.font), word._replace(text=word.text[cut:])
    return None, word


@cache
def _cuts(text: str) -> tuple[int, ...]:
    """Return where a word may be divided, the latest place first; one in three long words has any."""
    hyphen = text.find("-")
    if 2 < hyphen < len(text) - 3:
        return (hyphen + 1,)
    if len(text) < 9 or not text.isalpha() or not text.islower() or len(text) % 3:
        return ()
    places = range(len(text) - 4, 3, -1)
    return tuple(at for at in places if text[at] not in _VOWELS and text[at - 1] in _VOWELS and text[at + 1] in _VOWELS)


@cache
def _measure(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))


def _width(word: Word, size: float) -> float:
    mark = _measure(word.mark, word.font, size * 0.6) if word.mark else 0.0
    return _measure(word.text, word.font, size) + mark


def _gap(size: float) -> float:
    return _measure(" ", ROMAN, size)


def _draw_furniture(canvas: Canvas, head: str, number: int) -> None:
    if head:
        canvas.setFont(ITALIC, 8)
        canvas.drawString(_LEFT, A4[1] - 54, head) if number % 2 else canvas.drawRightString(
            A4[0] - _LEFT, A4[1] - 54, head
        )
        canvas.line(_LEFT, A4[1] - 58, A4[0] - _LEFT, A4[1] - 58)
    canvas.setFont(ROMAN, 9)
    canvas.drawCentredString(A4[0] / 2, 40, str(number))


def _draw_line(canvas: Canvas, line: Line) -> None:
    text = canvas.beginText(line.x, line.y)
    gaps = len(line.words) - 1
    text.setWordSpace(line.spare / gaps if gaps and line.spare > 0 else 0)
    runs = [(font, list(found)) for font, found in groupby(line.words, key=lambda word: word.font)]
    for number, (font, found) in enumerate(runs):
        _draw_run(text, font, found, line.size)
        if number < len(runs) - 1:
            text.textOut(" ")
    canvas.drawText(text)


def _draw_run(text: PDFTextObject, font: str, words: list[Word], size: float) -> None:
    text.setFont(font, size)
    pending: list[str] = []
    for number, word in enumerate(words):
        last = number == len(words) - 1
        pending.append(word.text)
        if word.mark:
            text.textOut(" ".join(pending))
            pending = [] if last else [""]
            text.setFont(font, size * 0.6)
            text.setRise(_RISE)
            text.textOut(word.mark)
            text.setRise(0)
            text.setFont(font, size)
    text.textOut(" ".join(pending))
