"""What the fast path says of lines: their words without marks, their size, weight, place and direction."""

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.read.pdf import read_pages
from pipeline.read.pdf_values import Line
from tests.read.pdf_factory import Press, photograph


def lines_of(content: bytes) -> tuple[Line, ...]:
    return read_pages(content, 1, 1)[0].lines


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("The Bill^3^ was adopted", "The Bill was adopted"),
        ("adopted in 2005^6^, the Bill", "adopted in 2005, the Bill"),
        ("adopted in 2005 ^6^ by law", "adopted in 2005 by law"),
        ("by law.^12^ The Bill", "by law. The Bill"),
        ("the “Bill”^7^; the law", "the “Bill”; the law"),
        ("Convention No. 87 and 1,045 workers", "Convention No. 87 and 1,045 workers"),
        ("paragraph 12 of Part 3", "paragraph 12 of Part 3"),
    ],
)
def test_marks_of_footnotes_are_dropped_and_numbers_kept(printed: str, read: str):
    press = Press()
    press.paragraph(printed)
    assert [line.text for line in lines_of(press.source().content)] == [read]


def test_a_footnote_keeps_its_number_apart():
    press = Press(notes={1: ["^12^ See the invented Gazette."]})
    press.paragraph("The Committee notes the Bill.^12^")
    note = lines_of(press.source().content)[-1]
    assert (note.note, note.text) == ("12", "See the invented Gazette.")


def test_size_is_what_is_printed_and_not_what_the_font_is_called_with():
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.scale(12, 12)
    canvas.setFont("Times-Roman", 1)
    canvas.drawString(6, 60, "The Committee notes")
    canvas.save()
    assert lines_of(buffer.getvalue())[0].size == pytest.approx(12)


def test_bold_lines_and_bold_beginnings():
    press = Press()
    press.heading("Nowhere")
    press.run_in("Article 3.", "The Committee notes the Bill and the decree.")
    press.paragraph("The Committee notes the law.")
    assert [(line.bold, line.opens_bold) for line in lines_of(press.source().content)] == [
        (True, True),
        (False, True),
        (False, False),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_the_same(turn: int):
    press = Press()
    press.paragraph("The Committee notes the Bill and the decree. " * 6)
    press.tab("TAB")
    content = press.source().content
    document = pypdfium2.PdfDocument(content)
    document[0].set_rotation(turn)
    buffer = BytesIO()
    document.save(buffer)
    assert lines_of(buffer.getvalue()) == lines_of(content)


@pytest.mark.parametrize("angle", [90, 270, 180])
def test_a_page_that_is_printed_on_its_side_reads_from_its_head(angle: int):
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    x, y = {90: (595, 0), 270: (0, 842), 180: (595, 842)}[angle]
    canvas.translate(x, y)
    canvas.rotate(angle)
    for number in range(5):
        canvas.drawString(72, 500 - 12 * number, f"Line {number} of a page that lies on its side")
    canvas.save()
    page = read_pages(buffer.getvalue(), 1, 1)[0]
    assert [line.text[:6] for line in page.lines] == [f"Line {number}" for number in range(5)]
    assert [line.base for line in page.lines] == pytest.approx([500, 488, 476, 464, 452])
    assert all(72 <= line.left < 74 and not line.turned for line in page.lines)
    assert (page.width > page.height) is (angle != 180)


def test_a_side_tab_is_marked_as_turned():
    press = Press()
    press.paragraph("The Committee notes the Bill.")
    press.tab("OBSERVATIONS")
    assert [(line.text, line.turned) for line in lines_of(press.source().content)] == [
        ("The Committee notes the Bill.", False),
        ("OBSERVATIONS", True),
    ]


def test_a_picture_behind_a_text_is_no_scan():
    press = Press()
    press.paragraph("A printed page over a picture. " * 8)
    picture = pypdfium2.PdfDocument(photograph(press.source()).content)[0].render(scale=0.2).to_pil()
    press = Press()
    press.canvas.drawInlineImage(picture, 0, 0, 595, 842)
    press.paragraph("A printed page over a picture. " * 8)
    assert lines_of(press.source().content)[0].text.startswith("A printed page")
