"""Word documents: real files made with python-docx. Sentences are invented."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.errors import ReadFailure
from pipeline.read.docx import read_docx
from pipeline.vocabulary import BlockKind

BODY = "The Committee notes the report of the Government of Nowhere."


def saved(build: Callable[[WordDocument], object]) -> bytes:
    document = Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes], added: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, words in (added or {}).items():
            new.writestr(name, words)
    return stream.getvalue()


def units(build: Callable[[WordDocument], object]) -> list[tuple[BlockKind, str]]:
    return [(unit.kind, unit.text) for unit in read_docx(saved(build)).units]


def test_headings_paragraphs_tables_and_margins():
    def build(document: WordDocument) -> None:
        document.core_properties.title = "A report"
        document.sections[0].header.paragraphs[0].text = "GB.999/1"
        document.sections[0].footer.paragraphs[0].text = "Nowhere-En.docx"
        document.add_heading("Nowhere", 1)
        document.add_heading("Convention No. 81", 2)
        document.add_paragraph(BODY)
        document.add_paragraph().add_run("Conclusions").bold = True
        document.add_paragraph().add_run("A bold sentence of the Committee.").bold = True
        table = document.add_table(2, 2)
        for cell, text in zip([c for row in table.rows for c in row.cells], ["State", "Nos", "Nowhere", "81"], strict=True):
            cell.text = text

    reading = read_docx(saved(build))
    assert [(unit.kind, unit.text, unit.level) for unit in reading.units] == [
        (BlockKind.FURNITURE, "GB.999/1", None),
        (BlockKind.HEADING, "Nowhere", 1),
        (BlockKind.HEADING, "Convention No. 81", 2),
        (BlockKind.PARAGRAPH, BODY, None),
        (BlockKind.HEADING, "Conclusions", None),
        (BlockKind.PARAGRAPH, "A bold sentence of the Committee.", None),
        (BlockKind.TABLE, "State\tNos\nNowhere\t81", None),
        (BlockKind.FURNITURE, "Nowhere-En.docx", None),
    ]
    assert reading.title == "A report"
    assert reading.pages == 1


def test_numbers_that_word_prints_are_printed():
    def build(document: WordDocument) -> None:
        for text in (BODY, "It hopes for more."):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Help of the Office", style="List Bullet")

    assert [text for _, text in units(build)] == [f"1. {BODY}", "2. It hopes for more.", "• Help of the Office"]


def test_hidden_words_are_not_printed():
    def build(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The Committee ")
        paragraph.add_run("never ").font.hidden = True
        paragraph.add_run("hopes for more.")

    assert [text for _, text in units(build)] == ["The Committee hopes for more."]


def test_line_breaks_are_lines_and_odd_characters_are_clean():
    def build(document: WordDocument) -> None:
        run = document.add_paragraph().add_run("Observation\u00a0(CEACR)")
        run.add_break()
        run.add_text("Nowhere\u2011East")

    assert [text for _, text in units(build)] == ["Observation (CEACR)", "Nowhere-East"]


def test_page_breaks_are_pages():
    def build(document: WordDocument) -> None:
        document.add_paragraph(BODY)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph(BODY)
        document.add_paragraph(BODY).paragraph_format.page_break_before = True

    reading = read_docx(saved(build))
    assert [unit.page for unit in reading.units] == [1, 2, 3]
    assert reading.pages == 3


def test_a_paragraph_that_was_printed_over_two_pages_says_where_the_second_begins():
    def build(document: WordDocument) -> None:
        document.add_paragraph(BODY)
        paragraph = document.add_paragraph("The Committee asks the Government ")
        run = paragraph.add_run()
        run._r.append(OxmlElement("w:lastRenderedPageBreak"))
        paragraph.add_run("to send its law.")

    reading = read_docx(saved(build))
    assert reading.units[1].turns == ((len("The Committee asks the Government "), 2),)
    assert reading.pages == 2


def test_deleted_words_are_gone_and_inserted_ones_there():
    def build(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The Committee ")
        for tag, inner, words in (("w:del", "w:delText", "regrets"), ("w:ins", "w:t", "notes")):
            change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
            text.text = words
            run.append(text)
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run(" the report.")

    assert units(build) == [(BlockKind.PARAGRAPH, "The Committee notes the report.")]


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>A letter of 2 May.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def test_footnotes_follow_the_paragraph_that_calls_them():
    def build(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The Committee recalls the letter")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), "1")
        paragraph.add_run()._r.append(reference)
        paragraph.add_run(" of May.")

    def change(name: str, content: bytes) -> bytes:
        related = b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
        typed = b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", related + b"</Relationships>")
        return content.replace(b"</Types>", typed + b"</Types>") if name == "[Content_Types].xml" else content

    content = repacked(saved(build), change, {"word/footnotes.xml": FOOTNOTES.encode()})
    assert [(unit.kind, unit.text) for unit in read_docx(content).units] == [
        (BlockKind.PARAGRAPH, "The Committee recalls the letter of May."),
        (BlockKind.FOOTNOTE, "1 A letter of 2 May."),
    ]


def as_macros(name: str, content: bytes) -> bytes:
    plain, macro = b"wordprocessingml.document.main+xml", b"macroEnabled.main+xml"
    return content.replace(plain, macro) if name == "[Content_Types].xml" else content


WHOLE = saved(lambda document: document.add_paragraph(BODY))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (repacked(WHOLE, as_macros), "macros"),
        (WHOLE[:-100], "damaged"),
        (repacked(WHOLE, lambda name, content: b"<w:" if name == "word/document.xml" else content), "damaged"),
        (saved(lambda document: None), "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, reason: str):
    with pytest.raises(ReadFailure, match=reason):
        read_docx(content)
