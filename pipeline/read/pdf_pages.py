"""From the bytes of a PDF to the lines and tables of its pages, each page by the way that suits it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum

import pypdfium2

from pipeline.clean import clean_text
from pipeline.errors import ReadFailure
from pipeline.read import ocr, pdf_careful, pdf_doubts
from pipeline.read.pdf_columns import order_lines
from pipeline.read.pdf_contents import is_contents_page
from pipeline.read.pdf_lines import read_lines
from pipeline.read.pdf_tables import find_grids, outside_grids
from pipeline.read.pdf_values import Grid, Layer, Line, PageLines

_END_MARK = b"%%EOF"
_LOCK = b"/Encrypt"
_NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*/Count\s+0\b|/Count\s+0\b[^>]*/Type\s*/Pages\b|/Kids\s*\[\s*\]")
_TRAILING = 4_096
_LINE_END_HYPHENS = ("\ufffe", "\u0002")
_SOFT_HYPHEN = "\u00ad"
_PAGES_NAMED = 10
# What no cleaning changes, apart from two blanks or hyphens side by side: most lines are nothing else.
_CLEAN = re.compile(r"(?! )[ -~À-ÖØ-öø-ÿ‘’“”«»–—…]*(?<! )")


class Doubt(StrEnum):
    """Why the fast path alone does not do for a page."""

    NONE = "none"
    RULED = "ruled"
    GLUED = "glued"
    PICTURE = "picture"


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF has; refuse one that cannot be opened, is cut off, or has none."""
    with _opened(content) as document:
        return len(document)


def read_pages(content: bytes, first: int, last: int) -> tuple[PageLines, ...]:
    """Return pages first to last (from 1, both included); no more than one page is held open at a time."""
    with _opened(content) as document:
        looks = [_first_look(document, number) for number in range(first, min(last, len(document)) + 1)]
        pages = {page.number: page for page, _ in looks}
        doubts = {page.number: doubt for page, doubt in looks if doubt is not Doubt.NONE}
        pictures = [number for number, doubt in doubts.items() if doubt is Doubt.PICTURE]
        pages.update((page.number, _richer(pages[page.number], page)) for page in _recognised(document, pictures))
    grids = _second_look(content, doubts, pages)
    return tuple(_finished(page, grids.get(number, ())) for number, page in pages.items())


def doubt_page(page: pypdfium2.PdfPage, lines: PageLines) -> Doubt:
    """Apply the rule that picks the path: a picture without text, words that cannot be parted, a ruled table."""
    if pdf_doubts.has_no_text(lines):
        unreadable = pdf_doubts.count_unreadable("".join(line.text for line in lines.lines))
        return Doubt.PICTURE if unreadable or pdf_doubts.has_picture(page) else Doubt.NONE
    if pdf_doubts.reads_badly(lines):
        return Doubt.GLUED
    return Doubt.RULED if pdf_doubts.has_ruled_table(page) else Doubt.NONE


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    if _END_MARK not in content.rstrip(b"\0\r\n ")[-_TRAILING:]:
        raise ReadFailure("the PDF is cut off: its end mark is missing; fetch the file again")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as refused:
        raise ReadFailure(_reason(content)) from refused
    try:
        if len(document) == 0:
            raise ReadFailure("the PDF has no pages")
        yield document
    finally:
        document.close()


def _reason(content: bytes) -> str:
    """Say in plain words why PDFium refuses a file; its own codes confuse a lock with an empty file."""
    if _LOCK in content:
        return "the PDF is encrypted: save a copy without its password"
    if _NO_PAGES.search(content):
        return "the PDF has no pages"
    return "the PDF is damaged: PDFium cannot open it; fetch the file again or print it to a new PDF"


@contextmanager
def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        page = document[number - 1]
        try:
            yield page
        finally:
            page.close()
    except pypdfium2.PdfiumError as refused:
        raise ReadFailure(f"page {number} of the PDF is damaged: fetch the file again") from refused


def _first_look(document: pypdfium2.PdfDocument, number: int) -> tuple[PageLines, Doubt]:
    with _page(document, number) as page:
        lines = read_lines(page, number)
        return lines, doubt_page(page, lines)


def _recognised(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Iterator[PageLines]:
    """Give the pages that are pictures, read by tesseract; refuse the source where it is not installed."""
    languages = ocr.installed_languages() if numbers else ()
    if numbers and not languages:
        raise ReadFailure(f"{_name_pages(numbers)} no text, only pictures: {ocr.HOW_TO_INSTALL}")
    for number in numbers:
        with _page(document, number) as page:
            yield ocr.recognise_page(page, number, languages)


def _richer(printed: PageLines, recognised: PageLines) -> PageLines:
    """Return the reading with more words: a picture may be no scan but the ground of a title."""
    return max(recognised, printed, key=pdf_doubts.count_letters)


def _name_pages(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_PAGES_NAMED]))
    if len(numbers) == 1:
        return f"page {named} has"
    return f"pages {named}{' and others' if len(numbers) > _PAGES_NAMED else ''} have"


def _second_look(
    content: bytes, doubts: Mapping[int, Doubt], pages: dict[int, PageLines]
) -> dict[int, tuple[Grid, ...]]:
    """Return the ruled tables by page, and put pdfplumber's lines in the place of those that cannot be parted."""
    numbers = [number for number, doubt in doubts.items() if doubt in (Doubt.RULED, Doubt.GLUED)]
    if not numbers:
        return {}
    grids: dict[int, tuple[Grid, ...]] = {}
    with pdf_careful.open_carefully(content, numbers) as careful:
        for number, page in careful.items():
            with suppress(*pdf_careful.FAILURES):  # then the fast path's reading of the page stands
                grids[number] = pdf_careful.read_grids(page)
                if doubts[number] is Doubt.GLUED:
                    pages[number] = pdf_careful.read_words(page, number)
            page.close()
    return grids


def _finished(page: PageLines, ruled: tuple[Grid, ...]) -> PageLines:
    """Return the page with clean characters, its tables out of the prose, and its lines in reading order."""
    lines = outside_grids(_clean_lines(page.lines), ruled)
    grids = ruled
    if not is_contents_page(lines):
        free = find_grids(lines)
        grids, lines = (*ruled, *free), outside_grids(lines, free)
    rows = tuple(replace(grid, rows=_clean_rows(grid.rows)) for grid in grids)
    layer = page.layer if lines or rows else Layer.BLANK
    return replace(page, lines=order_lines(lines, page.width), grids=rows, layer=layer)


def _clean_lines(lines: Iterable[Line]) -> list[Line]:
    cleaned = [(line, _clean_line(line.text)) for line in lines]
    return [line if text == line.text else replace(line, text=text) for line, text in cleaned if text or line.note]


def _clean_line(text: str) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return clean_text(text) + _SOFT_HYPHEN
    if text.endswith(_LINE_END_HYPHENS):
        return clean_text(text[:-1]) + "-"
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    if _CLEAN.fullmatch(text) and "  " not in text and "--" not in text:
        return text
    return clean_text(text).replace("\n", " ")


def _clean_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(" ".join(clean_text(cell).split()) for cell in row) for row in rows)
