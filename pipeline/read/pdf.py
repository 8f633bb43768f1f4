"""PDF to Document: count the pages, read ranges of them (in as many processes as one likes), then put them together."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.clean import clean_text
from pipeline.errors import ReadFailure
from pipeline.languages import detect_language
from pipeline.read import ocr, pdf_careful, pdf_doubts
from pipeline.read.compose import compose_text
from pipeline.read.pdf_columns import order_lines
from pipeline.read.pdf_contents import is_contents_page
from pipeline.read.pdf_lines import read_lines
from pipeline.read.pdf_paragraphs import build_units
from pipeline.read.pdf_tables import find_grids, outside_grids
from pipeline.read.pdf_values import Grid, Layer, Line, PageLines
from pipeline.records import Document, Source
from pipeline.vocabulary import BlockKind, MediaType

READER = "pdf@1"
_END_MARK = b"%%EOF"
_LINE_END_HYPHEN = re.compile("[\ufffe\u0002]$")
_SOFT_HYPHEN = "\u00ad"


def read_pdf(source: Source) -> Document:
    """Read a PDF in one process."""
    return assemble_pages(source, read_pages(source.content, 1, count_pages(source.content)))


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF has; refuse one that cannot be opened, is cut off, or has none."""
    with _opened(content) as document:
        return len(document)


def read_pages(content: bytes, first: int, last: int) -> tuple[PageLines, ...]:
    """Return the lines of pages first to last (from 1, both included); memory does not grow with the file."""
    with _opened(content) as document:
        numbers = range(first, min(last, len(document)) + 1)
        pages = {}
        ruled, doubtful, pictures = [], [], []
        for number in numbers:
            with _page(document, number) as page:
                lines = read_lines(page, number)
                if pdf_doubts.has_no_text(lines):
                    layer = Layer.BLANK if not lines.lines or pdf_doubts.has_picture(page) else Layer.PRINTED
                    if pdf_doubts.has_picture(page) or pdf_doubts.count_unreadable("".join(l.text for l in lines.lines)):
                        pictures.append(number)
                    lines = replace(lines, layer=layer)
