"""A small press that prints invented reports as PDF, with every trouble that real ones give."""

import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.identity import hash_bytes
from pipeline.records import Source

LEFT, RIGHT, TOP, BOTTOM = 72.0, 523.0, 760.0, 90.0
LEADING = 1.2
Heads = Callable[[int], tuple[str, str, str]]


def no_heads(page: int) -> tuple[str, str, str]:
    return "", "", ""


class Press:
    """Prints from the top of a page downwards; `^3^` is a raised 3, `¬` a place where a word may be cut."""

    def __init__(
        self,
        heads: Heads = no_heads,
        notes: Mapping[int, Sequence[str]] | None = None,
        password: str | None = None,
        column: tuple[float, float] = (LEFT, RIGHT),
    ) -> None:
        self._buffer = BytesIO()
        encryption = StandardEncryption(password, canPrint=1) if password else None
        self.canvas = Canvas(self._buffer, pagesize=A4, encrypt=encryption)
        self._heads, self._notes, self.column = heads, notes or {}, column
        self.page, self.y = 0, TOP
        self.turn()

    def turn(self) -> None:
        """Begin the next page and print what stands at its edges."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP
        head, foot, number = self._heads(self.page)
        self._at(LEFT, 800, head, "Helvetica", 8)
        self._at(LEFT, 40, foot, "Helvetica", 7)
        self._at(RIGHT - 12, 55, number, "Helvetica", 8)
        notes = self._notes.get(self.page, ())
        self.bottom = BOTTOM + 10 * len(notes)
        for row, note in enumerate(notes):
            self._print_row(note, LEFT, BOTTOM - 8 + 10 * (len(notes) - row - 1), 8, "Times-Roman", None)

    def heading(self, text: str, size: float = 12, font: str = "Times-Bold") -> None:
        """Print a line of a heading with room above it."""
        self.y -= size
        for row in self._wrap(text, self.column[1] - self.column[0], size, font):
            self._row(row, 0, size, font, None)

    def paragraph(
        self, text: str, size: float = 10, indent: float = 0, space: float = 6, font: str = "Times-Roman"
    ) -> None:
        """Print a justified paragraph; it turns pages where it must."""
        width = self.column[1] - self.column[0]
        rows = self._wrap(text, width, size, font, indent)
        for number, row in enumerate(rows):
            shift = indent if number == 0 else 0
            self._row(row, shift, size, font, None if number == len(rows) - 1 else width - shift)
        self.y -= space

    def centred(self, text: str, size: float = 10, font: str = "Times-Roman") -> None:
        """Print a line in the middle."""
        self._row(text, (self.column[1] - self.column[0] - stringWidth(text, font, size)) / 2, size, font, None)

    def run_in(self, bold: str, text: str, size: float = 10) -> None:
        """Print a paragraph whose first words are bold."""
        room = stringWidth(bold + " ", "Times-Bold", size)
        rows = self._wrap(text, self.column[1] - self.column[0], size, "Times-Roman", room)
        self.canvas.setFont("Times-Bold", size)
        self.canvas.drawString(self.column[0], self.y - size, bold)
        for number, row in enumerate(rows):
            self._row(row, room if number == 0 else 0, size, "Times-Roman", None)
        self.y -= 6

    def tab(self, text: str) -> None:
        """Print a turned tab at the side."""
        self.canvas.saveState()
        self.canvas.translate(570, 300)
        self.canvas.rotate(90)
        self._at(0, 0, text, "Helvetica-Bold", 9)
        self.canvas.restoreState()

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool) -> None:
        """Print a table, with rules or without."""
        top = self.y
        edges = [LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]
        for row in rows:
            for x, cell in zip(edges, row, strict=False):
                self._at(x + 4, self.y - 11, cell, "Times-Roman", 9)
            self.y -= 15
        if ruled:
            self.canvas.grid(edges, [top - 15 * n for n in range(len(rows) + 1)])
        self.y -= 10

    def source(self) -> Source:
        """Return the printed PDF as a source."""
        self.canvas.showPage()
        self.canvas.save()
        return as_source(self._buffer.getvalue())

    def _row(self, row: str, shift: float, size: float, font: str, width: float | None) -> None:
        if self.y - size * LEADING < self.bottom:
            self.turn()
        self.y -= size * LEADING
        self._print_row(row, self.column[0] + shift, self.y, size, font, width)

    def _print_row(self, row: str, x: float, y: float, size: float, font: str, width: float | None) -> None:
        blanks = row.count(" ")
        natural = self._width(row, size, font)
        stretch = (width - natural) / blanks if width and blanks else 0.0
        for small, text in _runs(row):
            at = size * 0.6 if small else size
            self.canvas.setFont(font, at)
            self.canvas.drawString(x, y + (size * 0.35 if small else 0), text, wordSpace=stretch)
            x += stringWidth(text, font, at) + stretch * text.count(" ")

    def _wrap(self, text: str, width: float, size: float, font: str, indent: float = 0) -> list[str]:
        rows, row, room = [], "", width - indent
        for word in text.split():
            head, *tail = word.split("¬")
            whole = head + "".join(tail)
            wider = f"{row} {whole}".strip()
            if self._width(wider, size, font) <= room:
                row = wider
                continue
            cut = f"{row} {head}-".strip()
            if tail and self._width(cut, size, font) <= room:
                rows.append(cut)
                row = "".join(tail)
            else:
                rows.append(row)
                row = whole
            room = width
        return [*rows, row]

    def _width(self, row: str, size: float, font: str) -> float:
        return sum(stringWidth(text, font, size * 0.6 if small else size) for small, text in _runs(row))

    def _at(self, x: float, y: float, text: str, font: str, size: float) -> None:
        if text:
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, text)


def as_source(content: bytes) -> Source:
    return Source(hash_bytes(content), "invented.pdf", content)


def scatter_words(rows: Sequence[str]) -> Source:
    """Print every word by itself, without blanks: a 'hard' PDF."""
    press = Press()
    for row in rows:
        x = LEFT
        for word in row.split():
            press.canvas.setFont("Times-Roman", 10)
            press.canvas.drawString(x, press.y, word)
            x += stringWidth(word, "Times-Roman", 10) + 2.6
        press.y -= 12
    return press.source()


def print_columns(left: Sequence[str], right: Sequence[str], heading: str, *, by_rows: bool) -> Source:
    """Print two columns below a heading, column by column or row by row."""
    press = Press()
    press.heading(heading, 14)
    top = press.y - 20
    cells = [(LEFT, top - 12 * n, row) for n, row in enumerate(left)]
    cells += [(310.0, top - 12 * n, row) for n, row in enumerate(right)]
    for x, y, row in sorted(cells, key=lambda cell: -cell[1]) if by_rows else cells:
        press.canvas.setFont("Times-Roman", 10)
        press.canvas.drawString(x, y, row)
    return press.source()


def photograph(source: Source, pages: Sequence[int] = (1,), printed: Sequence[str] = ()) -> Source:
    """Return a PDF of pictures of pages, with printed pages behind them."""
    document = pypdfium2.PdfDocument(source.content)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number in pages:
        picture = document[number - 1].render(scale=200 / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    for row in printed:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(LEFT, TOP, row)
        canvas.showPage()
    canvas.save()
    return as_source(buffer.getvalue())


def _runs(row: str) -> list[tuple[bool, str]]:
    """Part a row into (raised, text)."""
    parts = re.split(r"\^(\d+)\^", row)
    return [(number % 2 == 1, part) for number, part in enumerate(parts) if part]
