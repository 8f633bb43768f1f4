"""Tables with rules and without; every name and number is invented."""

import pypdfium2
import pytest

from pipeline.read.pdf import count_pages, read_pages, read_pdf
from pipeline.read.pdf_lines import read_lines
from pipeline.read.pdf_pages import Doubt, doubt_page
from pipeline.records import Source
from pipeline.vocabulary import BlockKind
from tests.read.pdf_factory import Press

ROWS = [["State", "Reports due", "Received"], ["Albania", "12", "10"], ["Bhutan", "3", "-"], ["Chad", "1 045", "7"]]
PROSE = (
    "The Committee notes the table below and asks the Government of each State to send the reports that are due. " * 4
)


def printed(*, ruled: bool) -> Source:
    press = Press()
    press.paragraph(PROSE)
    press.table(ROWS, (180, 120, 120), ruled=ruled)
    press.paragraph(PROSE)
    return press.source()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_one_block_between_paragraphs(ruled: bool):
    document = read_pdf(printed(ruled=ruled))
    assert [(block.kind, block.span.cut(document.text)) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, PROSE.strip()),
        (BlockKind.TABLE, "\n".join("\t".join(row) for row in ROWS)),
        (BlockKind.PARAGRAPH, PROSE.strip()),
    ]


def test_a_list_of_states_and_conventions_goes_on_below():
    press = Press()
    press.paragraph(PROSE)
    rows = [
        ["State", "Conventions Nos"],
        ["Albania", "29, 87, 98"],
        ["", "105, 111"],
        ["Bhutan", "81"],
        ["Chad", "87, 144"],
    ]
    press.table(rows, (200, 200), ruled=False)
    document = read_pdf(press.source())
    [table] = [block.span.cut(document.text) for block in document.blocks if block.kind is BlockKind.TABLE]
    assert table == "State\tConventions Nos\nAlbania\t29, 87, 98 105, 111\nBhutan\t81\nChad\t87, 144"


def test_a_sentence_goes_on_behind_a_table():
    press = Press()
    press.paragraph("The Committee asks the Government to consider the figures of the table and", space=12)
    press.table(ROWS, (180, 120, 120), ruled=True)
    press.paragraph("to send a reply before the next session of the Conference.")
    document = read_pdf(press.source())
    first = document.blocks[0].span.cut(document.text)
    assert first.endswith("of the table and to send a reply before the next session of the Conference.")


def test_a_frame_round_prose_is_no_table():
    press = Press()
    press.canvas.rect(60, press.y - 60, 470, 66)
    press.paragraph(PROSE)
    document = read_pdf(press.source())
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


def test_a_numbered_list_is_no_table():
    press = Press()
    for number in range(1, 7):
        press.canvas.drawString(72, press.y - 12, f"{number}.")
        press.canvas.drawString(120, press.y - 12, "A short point of the agenda")
        press.y -= 12
    assert BlockKind.TABLE not in {block.kind for block in read_pdf(press.source()).blocks}


def doubt(source: Source) -> Doubt:
    page = pypdfium2.PdfDocument(source.content)[0]
    return doubt_page(page, read_lines(page, 1))


def test_only_pages_with_ruled_tables_take_the_careful_path():
    ordinary = Press(lambda page: ("A running head", "", str(page)))
    ordinary.paragraph(PROSE)
    ordinary.canvas.line(72, 795, 523, 795)
    ordinary.canvas.line(72, 95, 200, 95)
    assert doubt(ordinary.source()) is Doubt.NONE
    assert doubt(printed(ruled=False)) is Doubt.NONE
    assert doubt(printed(ruled=True)) is Doubt.RULED


def test_decoration_leaves_a_page_on_the_fast_path():
    press = Press()
    press.paragraph(PROSE)
    for n in range(6):
        press.canvas.rect(560, 700 - 60 * n, 30, 50, fill=1)
    press.canvas.roundRect(60, 500, 470, 100, 8)
    press.canvas.rect(60, 300, 470, 100)
    press.canvas.line(72, 795, 523, 795)
    press.canvas.line(72, 785, 523, 785)
    assert doubt(press.source()) is Doubt.NONE


def test_rules_drawn_one_by_one_and_shaded_cells_are_tables():
    lines = Press()
    lines.table(ROWS, (180, 120, 120), ruled=False)
    for n in range(5):
        lines.canvas.line(72, 760 - 15 * n, 492, 760 - 15 * n)
    for x in (72, 252, 372, 492):
        lines.canvas.line(x, 760, x, 700)
    assert doubt(lines.source()) is Doubt.RULED
    cells = Press()
    for row in range(4):
        for column in range(3):
            cells.canvas.rect(72 + 140 * column, 745 - 15 * row, 140, 15)
    cells.table(ROWS, (140, 140, 140), ruled=False)
    source = cells.source()
    assert doubt(source) is Doubt.RULED
    assert read_pdf(source).text == "\n".join("\t".join(row) for row in ROWS)


def test_words_without_blanks_take_the_careful_path():
    press = Press()
    for _ in range(8):
        press.paragraph("x" * 40 + "andmoreofthesame" * 3)
    source = press.source()
    assert doubt(source) is Doubt.GLUED
    assert len(read_pages(source.content, 1, count_pages(source.content))[0].lines) == 8
