"""A page taken apart: what stands above its text, its paragraphs and tables in reading order, what stands below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.read.compose import Printed
from pipeline.read.joining import join_lines, join_pages
from pipeline.read.pdf_footnotes import Note, part_footnotes
from pipeline.read.pdf_paragraphs import Paragraph, build_paragraphs
from pipeline.read.pdf_style import Style
from pipeline.read.pdf_values import Grid, Line, PageLines
from pipeline.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Stretch:
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

    def joined(self, other: "Stretch") -> "Stretch":
        """Return the stretch with another one behind it."""
        return Stretch((*self.parts, *other.parts))


Unit = Stretch | Printed


@dataclass(frozen=True, slots=True)
class Sheet:
    """The furniture above the text, the text and tables in reading order, the footnotes and furniture below."""

    head: tuple[Printed, ...]
    body: tuple[Unit, ...]
    foot: tuple[Printed, ...]


def part_sheet(page: PageLines, furniture: frozenset[int], style: Style) -> Sheet:
    """Take a page apart; `furniture` are the places of the lines that are no text."""
    text, notes = part_footnotes(keep_text(page, furniture), style)
    aside = [page.lines[place] for place in sorted(furniture)]
    return Sheet(
        head=tuple(_furniture(line, page.number) for line in aside if not _is_low(line, page)),
        body=tuple(_with_tables(build_paragraphs(text, page.number, style), page)),
        foot=(
            *(_footnote(note, page.number, style) for note in notes),
            *(_furniture(line, page.number) for line in aside if _is_low(line, page)),
        ),
    )


def keep_text(page: PageLines, furniture: frozenset[int]) -> list[Line]:
    """Return the lines of a page that are no furniture."""
    return [line for place, line in enumerate(page.lines) if place not in furniture]


def print_stretch(stretch: Stretch, style: Style) -> Printed:
    """Return a stretch as one unit on one line."""
    first = stretch.first
    joined = join_pages([(line.text, part.page) for part in stretch.parts for line in part.lines], style.words)
    kind = BlockKind.HEADING if first.heading else BlockKind.PARAGRAPH
    bold = all(part.bold for part in stretch.parts)
    return Printed(kind, joined.text, first.page, size=first.size, bold=bold, turns=joined.turns)


def usual_indent(sheets: Iterable[Sheet]) -> float:
    """Return how far in points half of the paragraphs, or more, step in with their first line."""
    indents = sorted(
        unit.first.indent
        for sheet in sheets
        for unit in sheet.body
        if isinstance(unit, Stretch) and not unit.first.heading and unit.first.indent is not None
    )
    return indents[(len(indents) - 1) // 2] if indents else 0.0


def _is_low(line: Line, page: PageLines) -> bool:
    return line.base < page.height / 2 and not line.turned


def _furniture(line: Line, page: int) -> Printed:
    return Printed(BlockKind.FURNITURE, line.text or line.note, page, size=line.size, bold=line.bold)


def _footnote(note: Note, page: int, style: Style) -> Printed:
    text = join_lines((line.text for line in note), style.words)
    return Printed(BlockKind.FOOTNOTE, f"{note[0].note} {text}".strip(), page, size=note[0].size)


def _with_tables(paragraphs: Sequence[Paragraph], page: PageLines) -> Iterator[Unit]:
    """Put the tables of a page where they stand between its paragraphs."""
    waiting = sorted(page.grids, key=lambda grid: -grid.top)
    for paragraph in paragraphs:
        while waiting and waiting[0].top > paragraph.lines[0].base and _is_beside(waiting[0], paragraph):
            yield _table(waiting.pop(0), page.number)
        yield Stretch((paragraph,))
    yield from (_table(grid, page.number) for grid in waiting)


def _is_beside(grid: Grid, paragraph: Paragraph) -> bool:
    return grid.left < paragraph.lines[0].right and paragraph.lines[0].left < grid.right


def _table(grid: Grid, page: int) -> Printed:
    return Printed(BlockKind.TABLE, "\n".join("\t".join(row) for row in grid.rows), page)
