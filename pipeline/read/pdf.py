"""PDF to Document: count the pages, read ranges of them (in as many processes as one likes), put them together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.errors import ReadFailure
from pipeline.languages import detect_language
from pipeline.read.compose import Composed, Printed, compose_text
from pipeline.read.pdf_furniture import find_furniture
from pipeline.read.pdf_order import order_units
from pipeline.read.pdf_pages import count_pages, read_pages
from pipeline.read.pdf_sheets import keep_text, part_sheet
from pipeline.read.pdf_style import measure_style
from pipeline.read.pdf_values import Layer, PageLines
from pipeline.records import Document, Source
from pipeline.vocabulary import BlockKind, Language, MediaType

__all__ = ["READER", "assemble_pages", "count_pages", "read_pages", "read_pdf"]

READER = "pdf@1"


def read_pdf(source: Source) -> Document:
    """Read a PDF in one process."""
    return assemble_pages(source, read_pages(source.content, 1, count_pages(source.content)))


def assemble_pages(source: Source, pages: Sequence[PageLines]) -> Document:
    """Make the one text of a PDF from all its pages, in their order."""
    units = _rank_headings(_arrange(pages))
    composed = compose_text(units, len(pages))
    if not composed.text.strip():
        raise ReadFailure("the PDF has pages but nothing is printed on them")
    return Document(
        source_id=source.source_id,
        text=composed.text,
        blocks=composed.blocks,
        pages=composed.pages,
        media_type=MediaType.PDF,
        reader=_name_reader(pages),
        language=_body_language(composed),
        title=next((unit.text for unit in units if unit.kind is BlockKind.HEADING), None),
    )


def _arrange(pages: Sequence[PageLines]) -> list[Printed]:
    """Return the units of a whole PDF in reading order."""
    furniture = find_furniture(pages)
    style = measure_style(keep_text(page, aside) for page, aside in zip(pages, furniture, strict=True))
    return order_units([part_sheet(page, aside, style) for page, aside in zip(pages, furniture, strict=True)], style)


def _rank_headings(units: Sequence[Printed]) -> list[Printed]:
    """Give headings their levels: the bigger before the smaller, the bold before the plain."""
    looks = {_look(unit) for unit in units if unit.kind is BlockKind.HEADING}
    levels = {look: level for level, look in enumerate(sorted(looks), start=1)}
    return [replace(unit, level=levels[_look(unit)]) if unit.kind is BlockKind.HEADING else unit for unit in units]


def _look(unit: Printed) -> tuple[float, bool]:
    return -round(2 * (unit.size or 0.0)) / 2, not unit.bold


def _name_reader(pages: Iterable[PageLines]) -> str:
    recognised = any(page.layer is Layer.RECOGNISED for page in pages)
    return f"{READER}+ocr" if recognised else READER


def _body_language(composed: Composed) -> Language | None:
    paragraphs = (block.span.cut(composed.text) for block in composed.blocks if block.kind is BlockKind.PARAGRAPH)
    return detect_language("\n".join(paragraphs) or composed.text)
