"""Which tables of a web page hold data, and their rows; all others only lay the page out."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from pipeline.clean import clean_text
from pipeline.gazetteers.furniture import Furniture
from pipeline.read.compose import Printed
from pipeline.vocabulary import BlockKind

LONGEST_CELL = 400
_INSIDE = "table, form, h1, h2, nav, main, article"


def is_data_table(table: LexborNode, furniture: Furniture) -> bool:
    """Say whether a table has rows and columns of short cells, and none of the headers of a comment."""
    if (table.attributes.get("role") or "") in {"presentation", "none"}:
        return False
    rows = [[cell for cell in row if cell] for row in table_rows(table)]
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > LONGEST_CELL or furniture.is_header(cell) for cell in cells):
        return False
    wide = [row for row in rows if len(row) > 1]
    return len(wide) >= (1 if table.css_first("th") else 2)


def find_layout_tables(body: LexborNode) -> frozenset[int]:
    """Return the tables that hold tables, headings or whole parts of the page: they only lay it out."""
    seen: set[int] = set()
    layout: set[int] = set()
    for inner in body.css(_INSIDE):
        above = inner.parent
        while above is not None and above.mem_id not in seen:
            seen.add(above.mem_id)
            if above.tag == "table":
                layout.add(above.mem_id)
            above = above.parent
    return frozenset(layout)


def table_rows(table: LexborNode) -> list[list[str]]:
    """Return the cells of each row, each on one line."""
    return [[_cell_text(cell) for cell in row.css("td, th")] for row in table.css("tr")]


def print_table(table: LexborNode, kind: BlockKind) -> Iterator[Printed]:
    """Yield the caption as a paragraph and the rows as one table: rows by newline, cells by tab."""
    caption = table.css_first("caption")
    if caption and (words := _cell_text(caption)):
        yield Printed(BlockKind.PARAGRAPH, words)
    rows = ["\t".join(row).rstrip("\t") for row in table_rows(table) if any(row)]
    if rows:
        yield Printed(kind, "\n".join(rows))


def _cell_text(cell: LexborNode) -> str:
    return " ".join(clean_text(cell.text(separator=" ")).split())
