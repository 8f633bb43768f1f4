"""The written rule that sends a page from the fast path to the careful one, and to the recognition of characters."""

import ctypes
import re

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.read.pdf_values import PageLines

_LONG_WORD = re.compile(r"\b\w[^\s/.…_]{30,}")
_LETTER = re.compile(r"[^\W_]")
_UNREADABLE = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_THIN = 2.5
_MOST_OBJECTS = 4_000
_PRINTED_LETTERS = 20


def has_ruled_table(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page has two upright and two level rules, four boxes, or a grid drawn in one stroke."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return False
    level = upright = boxes = 0
    for number in range(count):
        shape = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        width, height = _extent(shape)
        level += height <= _THIN and width >= 20
        upright += width <= _THIN and height >= 8
        boxes += _count_cells(shape) if width > 20 and height > 8 else 0
    return (level >= 2 and upright >= 2) or boxes >= 4


def reads_badly(page: PageLines) -> bool:
    """Say whether a fifth of the letters stand in words over 30 long (lost blanks) or most words are single letters."""
    text = " ".join(line.text for line in page.lines if not line.turned)
    words = len(text.split())
    letters = len(text) - text.count(" ")
    if letters < 200:
        return False
    glued = sum(map(len, _LONG_WORD.findall(text)))
    return glued > 0.2 * letters or letters < 1.8 * words


def has_no_text(page: PageLines) -> bool:
    """Say whether a page has fewer than 20 letters and digits, or a third of its signs are no characters at all."""
    text = "".join(line.text for line in page.lines)
    return len(_LETTER.findall(text[:2_000])) < _PRINTED_LETTERS or count_unreadable(text) > 0.3 * len(text)


def count_unreadable(text: str) -> int:
    """Return how many characters stand for glyphs that the font gives no character for."""
    return len(_UNREADABLE.findall(text))


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Say whether pictures cover a third of the page or more."""
    width, height = page.get_size()
    shapes = (pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw)))
    extents = [_extent(shape) for shape in shapes if _may_be_picture(shape)]
    return bool(sum(across * up for across, up in extents) >= width * height / 3)


def _may_be_picture(shape: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(shape) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM))


def _extent(shape: object) -> tuple[float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return right.value - left.value, top.value - bottom.value


def _count_cells(shape: object) -> int:
    """Return 1 for a box, and 4 for a stroke of eight straight pieces or more: a grid."""
    return 4 if pdfium.FPDFPath_CountSegments(shape) >= 8 else 1
