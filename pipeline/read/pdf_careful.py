"""The careful path: pdfplumber, for ruled tables and for pages whose words the fast path cannot part."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipeline.read.pdf_values import Grid, Layer, Line, PageLines

# What pdfminer lets out on pages that break the format, though PDFium reads them.
FAILURES = (
    PDFException, PdfminerException, MalformedPDFException,
    AssertionError, AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError,
)  # fmt: skip
_PARTING = {"x_tolerance_ratio": 0.15, "y_tolerance": 2}


@contextmanager
def open_carefully(content: bytes, numbers: Sequence[int]) -> Iterator[dict[int, Page]]:
    """Open the named pages (from 1) with pdfplumber; none where pdfplumber cannot open the file."""
    try:
        opened = pdfplumber.open(BytesIO(content), pages=list(numbers))
        pages = {page.page_number: page for page in opened.pages}
    except FAILURES:
        yield {}
        return
    with opened:
        yield pages


def read_grids(page: Page) -> tuple[Grid, ...]:
    """Return the ruled tables of a page that have two rows and two columns or more."""
    grids = []
    for table in page.find_tables():
        rows = tuple(_trimmed(row) for row in table.extract(**_PARTING))
        if is_table(rows):
            left, top, right, bottom = table.bbox
            grids.append(Grid(rows, left, right, float(page.height) - bottom, float(page.height) - top))
    return tuple(grids)


def read_words(page: Page, number: int) -> PageLines:
    """Return the lines of a page from pdfplumber's words."""
    words = page.extract_words(extra_attrs=["fontname", "size"], **_PARTING)
    rows: dict[int, list[dict[str, Any]]] = {}
    for word in words:
        rows.setdefault(round(word["bottom"] / 3), []).append(word)
    lines = tuple(_line(rows[key], float(page.height)) for key in sorted(rows))
    return PageLines(number, float(page.width), float(page.height), lines, layer=Layer.CAREFUL)


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether rows of cells are a table and no frame round prose: two filled rows and two filled columns."""
    filled = [row for row in rows if sum(map(bool, row)) >= 2]
    return len(filled) >= 2


def _trimmed(row: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(" ".join((cell or "").split()) for cell in row)


def _line(words: list[dict[str, Any]], height: float) -> Line:
    words = sorted(words, key=lambda word: float(word["x0"]))
    bold = ["bold" in str(word["fontname"]).lower() for word in words]
    return Line(
        text=" ".join(str(word["text"]) for word in words),
        left=float(words[0]["x0"]),
        right=max(float(word["x1"]) for word in words),
        base=height - float(words[0]["bottom"]) + 0.2 * float(words[0]["size"]),
        size=round(float(words[len(words) // 2]["size"]), 1),
        bold=all(bold),
        opens_bold=bold[0],
    )
