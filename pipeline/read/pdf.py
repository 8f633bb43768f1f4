"""PDF to Document: count the pages, read ranges of them (in as many processes as one likes), put them together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from pipeline.errors import ReadFailure
from pipeline.languages import detect_language
from pipeline.read.compose import Composed, Printed, compose_text
from pipeline.read.joining import join_lines, join_pages, runs_on
from pipeline.read.pdf_footnotes import Note, part_footnotes
from pipeline.read.pdf_furniture import find_furniture
from pipeline.read.pdf_pages import count_pages, read_pages
from pipeline.read.pdf_paragraphs import Paragraph, build_paragraphs
from pipeline.read.pdf_style import Style, measure_style
from pipeline.read.pdf_values import Grid, Layer, Line, PageLines
from pipeline.records import Document, Source
from pipeline.vocabulary import BlockKind, Language, MediaType

__all__ = ["READER", "assemble_pages", "count_pages", "read_pages", "read_pdf"]

READER = "pdf@1"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page taken apart: what stands above its text, the text and tables in reading order, what stands below."""

    head: tuple[Printed, ...]
    body: tuple["_Stretch | Printed", ...]
    foot: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph or heading with the parts of it that later pages hold."""

    parts: tuple[Paragraph, ...]

    @property
    def first(self) -> Paragraph:
        """The part that it begins with."""
        return self.parts[0]

    @property
    def last(self) -> Paragraph:
        """The part that it ends with."""
        return self.parts[-1]


def read_pdf(source: Source) -> Document:
    """Read a PDF in one process."""
    return assemble_pages(source, read_pages(source.content, 1, count_pages(source.content)))


def assemble_pages(source: Source, pages: Sequence[PageLines]) -> Document:
    """Make the one text of a PDF from all its pages, in their order."""
    furniture = find_furniture(pages)
    texts = [
        [line for n, line in enumerate(page.lines) if n not in out] for page, out in zip(pages, furniture, strict=True)
    ]
    style = measure_style(texts)
    sheets = [_part_sheet(page, out, text, style) for page, out, text in zip(pages, furniture, texts, strict=True)]
    units = list(_in_order(sheets, style))
    composed = compose_text(_with_levels(units), len(pages))
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


def _name_reader(pages: Iterable[PageLines]) -> str:
    recognised = any(page.layer is Layer.RECOGNISED for page in pages)
    return f"{READER}+ocr" if recognised else READER


def _body_language(composed: Composed) -> Language | None:
    paragraphs = (block.span.cut(composed.text) for block in composed.blocks if block.kind is BlockKind.PARAGRAPH)
    return detect_language("\n".join(paragraphs) or composed.text)


def _part_sheet(page: PageLines, out: frozenset[int], text: Sequence[Line], style: Style) -> _Sheet:
    """Take a page apart."""
    body, notes = part_footnotes(text, style)
    aside = [page.lines[place] for place in sorted(out)]
    middle = page.height / 2
    return _Sheet(
        head=tuple(_furniture(line, page.number) for line in aside if line.base >= middle or line.turned),
        body=tuple(_with_tables(build_paragraphs(body, page.number, style), page)),
        foot=(
            *(_footnote(note, page.number, style) for note in notes),
            *(_furniture(line, page.number) for line in aside if line.base < middle and not line.turned),
        ),
    )


def _furniture(line: Line, page: int) -> Printed:
    return Printed(BlockKind.FURNITURE, line.text, page, size=line.size, bold=line.bold)


def _footnote(note: Note, page: int, style: Style) -> Printed:
    text = join_lines((line.text for line in note), style.words)
    return Printed(BlockKind.FOOTNOTE, f"{note[0].note} {text}".strip(), page, size=note[0].size)


def _with_tables(paragraphs: Sequence[Paragraph], page: PageLines) -> Iterator[_Stretch | Printed]:
    """Put the tables of a page where they stand between its paragraphs."""
    waiting = sorted(page.grids, key=lambda grid: -grid.top)
    for paragraph in paragraphs:
        while waiting and waiting[0].top > paragraph.lines[0].base and _is_beside(waiting[0], paragraph):
            yield _table(waiting.pop(0), page.number)
        yield _Stretch((paragraph,))
    yield from (_table(grid, page.number) for grid in waiting)


def _is_beside(grid: Grid, paragraph: Paragraph) -> bool:
    return grid.left < paragraph.lines[0].right and paragraph.lines[0].left < grid.right


def _table(grid: Grid, page: int) -> Printed:
    return Printed(BlockKind.TABLE, "\n".join("\t".join(row) for row in grid.rows), page)


def _in_order(sheets: Sequence[_Sheet], style: Style) -> Iterator[Printed]:
    """Give the units of all pages; a paragraph that crosses pages comes behind the foot of its first page."""
    indent = _usual_indent(sheets)
    open_stretch: _Stretch | None = None
    below: tuple[Printed, ...] = ()
    above: tuple[Printed, ...] = ()
    for sheet in sheets:
        place = _goes_on_at(open_stretch, sheet.body, indent) if open_stretch else None
        if open_stretch and place is not None:
            going_on = sheet.body[place]
            assert isinstance(going_on, _Stretch)
            yield from below
            open_stretch, below = _Stretch((*open_stretch.parts, *going_on.parts)), ()
            above = (*above, *sheet.head, *(unit for unit in sheet.body[:place] if isinstance(unit, Printed)))
            rest = sheet.body[place + 1 :]
            if not rest:
                above = (*above, *sheet.foot)
                continue
            yield _printed(open_stretch, style)
            yield from above
        else:
            yield from _closed(open_stretch, above, below, style)
            yield from sheet.head
            rest = sheet.body
        open_stretch, above, below = None, (), ()
        for unit in _around_tables(rest):
            if isinstance(unit, _Stretch):
                yield from _closed(open_stretch, (), below, style)
                open_stretch, below = unit, ()
            else:
                below = (*below, unit)
        below = (*below, *sheet.foot)
    yield from _closed(open_stretch, above, below, style)


def _closed(
    stretch: _Stretch | None, above: tuple[Printed, ...], below: tuple[Printed, ...], style: Style
) -> Iterator[Printed]:
    if stretch:
        yield _printed(stretch, style)
    yield from above
    yield from below


def _around_tables(body: Sequence[_Stretch | Printed]) -> list[_Stretch | Printed]:
    """Join a sentence that a table interrupts, and put the table behind it."""
    joined: list[_Stretch | Printed] = []
    for unit in body:
        before = joined[-2] if len(joined) > 1 and isinstance(joined[-1], Printed) else None
        if isinstance(unit, _Stretch) and isinstance(before, _Stretch) and _sentence_goes_on(before.last, unit.first):
            joined[-2] = _Stretch((*before.parts, *unit.parts))
        else:
            joined.append(unit)
    return joined


def _goes_on_at(stretch: _Stretch, body: Sequence[_Stretch | Printed], indent: float) -> int | None:
    """Return where a page's text goes on with the paragraph before, behind nothing but tables; None if nowhere."""
    for place, unit in enumerate(body):
        if isinstance(unit, _Stretch):
            return place if _goes_on(stretch.last, unit.first, indent) else None
    return None


def _sentence_goes_on(before: Paragraph, after: Paragraph) -> bool:
    if before.heading or after.heading or abs(before.size - after.size) > 0.6:
        return False
    return runs_on(before.lines[-1].text, after.lines[0].text)


def _goes_on(before: Paragraph, after: Paragraph, indent: float) -> bool:
    """Say whether a paragraph goes on on the next page: in its sentence, or without the indent that others have."""
    if _sentence_goes_on(before, after):
        return True
    same_look = not before.heading and not after.heading and abs(before.size - after.size) <= 0.6
    return same_look and indent > 4 and after.indent is not None and after.indent < indent / 2 and _fills(before)


def _fills(paragraph: Paragraph) -> bool:
    """Say whether the last line of a paragraph is as long as the one above."""
    return len(paragraph.lines) > 1 and abs(paragraph.lines[-1].right - paragraph.lines[-2].right) < 1.5


def _usual_indent(sheets: Iterable[_Sheet]) -> float:
    indents = [
        unit.first.indent
        for sheet in sheets
        for unit in sheet.body
        if isinstance(unit, _Stretch) and not unit.first.heading and unit.first.indent is not None
    ]
    return median_low(indents) if indents else 0.0


def _printed(stretch: _Stretch, style: Style) -> Printed:
    first = stretch.first
    joined = join_pages([(line.text, part.page) for part in stretch.parts for line in part.lines], style.words)
    kind = BlockKind.HEADING if first.heading else BlockKind.PARAGRAPH
    bold = all(part.bold for part in stretch.parts)
    return Printed(kind, joined.text, first.page, size=first.size, bold=bold, turns=joined.turns)


def _with_levels(units: Sequence[Printed]) -> list[Printed]:
    """Rank the headings: the bigger before the smaller, the bold before the plain."""
    looks = {_look(unit) for unit in units if unit.kind is BlockKind.HEADING}
    levels = {look: level for level, look in enumerate(sorted(looks), start=1)}
    return [replace(unit, level=levels[_look(unit)]) if unit.kind is BlockKind.HEADING else unit for unit in units]


def _look(unit: Printed) -> tuple[float, bool]:
    return -round(2 * (unit.size or 0.0)) / 2, not unit.bold
