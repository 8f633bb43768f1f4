"""Pages that are pictures: read where tesseract is installed, refused with what to install where it is not."""

import os

import pytest

from pipeline.errors import ReadFailure
from pipeline.read import ocr
from pipeline.read.pdf import read_pages, read_pdf
from pipeline.read.pdf_values import Layer
from pipeline.records import Source
from pipeline.vocabulary import BlockKind
from tests.read.pdf_factory import Press, photograph, print_columns

SENTENCE = "The Committee asks the Government of Nowhere to request the technical assistance of the Office."


@pytest.fixture
def tesseract() -> None:
    if not ocr.can_recognise() and os.environ.get("NEEDS_REQUIRE_ALL") != "1":
        pytest.skip(f"no tesseract here: {ocr.HOW_TO_INSTALL}")
    assert ocr.can_recognise(), ocr.HOW_TO_INSTALL


def scan() -> Source:
    press = Press()
    press.heading("Nowhere", 16)
    press.paragraph(f"{SENTENCE} {SENTENCE}", size=12)
    return press.source()


@pytest.mark.ocr
def test_a_scanned_page_is_read(tesseract: None):
    document = read_pdf(photograph(scan()))
    assert document.text.count(SENTENCE) == 2
    assert "Nowhere" in document.text
    assert document.reader == "pdf@1+ocr"


@pytest.mark.ocr
def test_scanned_and_printed_pages_are_read_each_its_way(tesseract: None):
    source = photograph(scan(), printed=["A printed page that needs no recognition at all."])
    pages = read_pages(source.content, 1, 2)
    assert [page.layer for page in pages] == [Layer.RECOGNISED, Layer.PRINTED]


@pytest.mark.ocr
def test_headings_and_columns_of_a_scan(tesseract: None):
    left = [
        "The left column of this page",
        "speaks of labour inspection",
        "and of its needs in Nowhere,",
        "which the Government knows",
        "and which the Office meets",
        "by a course for inspectors.",
    ]
    right = [
        "The right column of this page",
        "speaks of wages and hours,",
        "and of the bodies that fix",
        "them in the seven provinces",
        "by means of arbitration and",
        "by law in all other cases.",
    ]
    document = read_pdf(photograph(print_columns(left, right, "An invented review of all that is done", by_rows=True)))
    assert [(block.kind, block.span.cut(document.text)) for block in document.blocks] == [
        (BlockKind.HEADING, "An invented review of all that is done"),
        (BlockKind.PARAGRAPH, " ".join(left)),
        (BlockKind.PARAGRAPH, " ".join(right)),
    ]


def test_without_tesseract_the_pages_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object):
    monkeypatch.setenv("PATH", str(tmp_path))
    source = photograph(scan(), pages=(1, 1), printed=["A printed page that needs no recognition at all."])
    with pytest.raises(ReadFailure, match="pages 1, 2 have no text, only pictures: install tesseract"):
        read_pdf(source)
