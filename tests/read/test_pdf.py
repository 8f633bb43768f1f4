"""PDFs of both eras, printed for these tests; every sentence is invented."""

import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import cache
from io import BytesIO
from random import Random

import pypdfium2
import pytest

from pipeline.errors import ReadFailure
from pipeline.read.pdf import assemble_pages, count_pages, read_pages, read_pdf
from pipeline.records import Block, Document, Source
from pipeline.vocabulary import BlockKind, Language
from tests.read.pdf_factory import Press, as_source, print_columns, scatter_words

ASKS = "The Committee asks the Govern¬ment to communi¬cate the text of the decree on labour inspec¬tion once it is adopted."
NOTES = "The Committee notes that the Govern¬ment has asked the Office for tech¬nical assist¬ance in draft¬ing the new Labour Code^1^ and that a self-evalu¬ation of the inspec¬tion services was made in 2004^2^, with the help of the social partners."
HOPES = "It hopes that the follow-up mission will take place in the near future and that the tripar¬tite commit¬tee set up in Nowhere will take part in it."
LONG = f"{NOTES} {HOPES} {ASKS} "


def old_heads(page: int) -> tuple[str, str, str]:
    head = "REPORT OF THE COMMITTEE OF EXPERTS" if page % 2 else "OBSERVATIONS CONCERNING RATIFIED CONVENTIONS"
    return head, "", str(100 + page)


def new_heads(page: int) -> tuple[str, str, str]:
    head = "Report of the Committee of Experts" if page % 2 else f"{'Freedom of association' if page < 3 else 'Wages'}"
    return head, "ILC102-III(1A)[NORME-121213-1]-En.docx", str(40 + page)


@cache
def by_convention() -> Document:
    press = Press(old_heads, {1: ["^1^ Invented Gazette, 12 March 2001.", "^2^ Of the second semester."]})
    press.heading("Convention No. 81: Labour Inspection, 1947", 13)
    for country in ("Albania", "Bhutan", "Chad"):
        press.heading(f"{country} (ratification: 1962)", 11)
        for _ in range(5):
            press.paragraph(LONG, indent=14, space=0)
        press.centred("* * *")
    press.paragraph("In addition, requests regarding certain points are being addressed directly to: Fiji, Ghana.")
    return read_pdf(press.source())


@cache
def by_country() -> Document:
    press = Press(new_heads, {n: [f"^{n}^ See document GB.300/{n} of the invented body."] for n in range(1, 12)})
    press.heading("Freedom of association, collective bargaining, and industrial relations", 16)
    for country in ("Albania", "Bhutan", "Chad", "Djibouti"):
        press.heading(country, 13)
        for number, title in ((87, "Invented Freedom Convention, 1948"), (98, "Invented Bargaining Convention, 1949")):
            press.heading(f"{title} (No. {number})", 11)
            press.paragraph("(ratification: 1993)", font="Times-Italic")
            press.run_in("Article 3 of the Convention. Right to organize.", LONG)
            for _ in range(3):
                press.paragraph(LONG)
            press.tab("OBSERVATIONS")
    return read_pdf(press.source())


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.cut(document.text) for block in document.blocks if block.kind is kind]


def headings(document: Document) -> list[tuple[int | None, str]]:
    return [
        (block.level, block.span.cut(document.text)) for block in document.blocks if block.kind is BlockKind.HEADING
    ]


def plain(text: str) -> str:
    return " ".join(text.replace("¬", "").replace("^1^", "").replace("^2^", "").split())


def test_old_report_by_convention_then_country():
    found = headings(by_convention())
    assert found == [
        (1, "Convention No. 81: Labour Inspection, 1947"),
        *[(2, f"{country} (ratification: 1962)") for country in ("Albania", "Bhutan", "Chad")],
    ]


def test_old_report_keeps_every_paragraph_whole():
    body = texts(by_convention(), BlockKind.PARAGRAPH)
    assert [text for text in body if len(text) > 120] == [plain(LONG)] * 15
    assert body.count("* * *") == 3


def test_new_report_by_subject_country_and_convention():
    assert headings(by_country())[:6] == [
        (1, "Freedom of association, collective bargaining, and industrial relations"),
        (2, "Albania"),
        (3, "Invented Freedom Convention, 1948 (No. 87)"),
        (3, "Invented Bargaining Convention, 1949 (No. 98)"),
        (2, "Bhutan"),
        (3, "Invented Freedom Convention, 1948 (No. 87)"),
    ]


def test_run_in_headings_stay_in_their_paragraph():
    opening = f"Article 3 of the Convention. Right to organize. {plain(LONG)}"
    body = texts(by_country(), BlockKind.PARAGRAPH)
    assert body.count(opening) == 8
    assert body.count(plain(LONG)) == 24
    assert body.count("(ratification: 1993)") == 8


def test_furniture_is_no_prose():
    document = by_country()
    furniture = texts(document, BlockKind.FURNITURE)
    pages = len(document.pages)
    assert furniture.count("ILC102-III(1A)[NORME-121213-1]-En.docx") == pages
    assert {str(40 + n) for n in range(1, pages + 1)} <= set(furniture)
    assert furniture.count("Report of the Committee of Experts") == (pages + 1) // 2
    assert "Wages" in furniture
    assert furniture.count("OBSERVATIONS") == 8


def test_footnotes_keep_their_numbers_and_paragraphs_lose_the_marks():
    assert texts(by_country(), BlockKind.FOOTNOTE)[:2] == [
        "1 See document GB.300/1 of the invented body.",
        "2 See document GB.300/2 of the invented body.",
    ]
    assert texts(by_convention(), BlockKind.FOOTNOTE) == [
        "1 Invented Gazette, 12 March 2001.",
        "2 Of the second semester.",
    ]


@pytest.mark.parametrize("make", [by_convention, by_country])
def test_blocks_lie_in_their_pages_and_make_the_text(make: Callable[[], Document]):
    found = make()
    assert found.text == "\n".join(block.span.cut(found.text) for block in found.blocks)
    assert found.pages[0].start == 0
    assert found.pages[-1].end == len(found.text)
    assert all(one.end == two.start for one, two in zip(found.pages, found.pages[1:], strict=False))
    assert all(_begins_on(found, block) for block in found.blocks)


def _begins_on(document: Document, block: Block) -> bool:
    page = document.pages[block.page - 1]
    return page.start <= block.span.start <= page.end


def test_a_paragraph_that_turns_the_page_comes_behind_the_foot_of_its_page():
    document = by_country()
    crossing = [n for n, block in enumerate(document.blocks) if block.span.end > document.pages[block.page - 1].end]
    assert crossing
    for n in crossing:
        assert document.blocks[n].kind is BlockKind.PARAGRAPH
        assert document.blocks[n - 1].kind is BlockKind.FURNITURE
        assert document.blocks[n + 1].kind is BlockKind.FURNITURE
        assert document.blocks[n + 1].page == document.blocks[n].page + 1


def test_language_title_and_reader():
    document = by_country()
    assert document.language is Language.ENGLISH
    assert document.title == "Freedom of association, collective bargaining, and industrial relations"
    assert document.reader == "pdf@1"


def test_a_quoted_block_and_a_list_keep_their_paragraphs():
    press = Press()
    press.paragraph(plain(LONG))
    press.paragraph("The Government is asked to:", space=0)
    press.paragraph("(a) adopt the Bill without further delay;", space=0)
    press.paragraph("(b) amend the Code;", space=0)
    press.paragraph("– set up a service.", space=0)
    press.paragraph("12. " + plain(HOPES))
    press.paragraph("13. " + plain(LONG))
    assert texts(read_pdf(press.source()), BlockKind.PARAGRAPH) == [
        plain(LONG),
        "The Government is asked to:",
        "(a) adopt the Bill without further delay;",
        "(b) amend the Code;",
        "– set up a service.",
        "12. " + plain(HOPES),
        "13. " + plain(LONG),
    ]


def test_paragraphs_in_bold_are_no_headings():
    press = Press()
    press.paragraph(plain(LONG))
    press.paragraph(plain(LONG), font="Times-Bold")
    document = read_pdf(press.source())
    assert [block.bold for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [False, True]


def test_french_letters_and_language():
    press = Press()
    sentence = "La commission prie le gouvernement de préciser où en est l'élaboration du décret à l'étude depuis 2003."
    press.paragraph(sentence + " " + sentence)
    document = read_pdf(press.source())
    assert document.text == sentence + " " + sentence
    assert document.language is Language.FRENCH


LEFT_ROWS = [
    "The left column of this page",
    "speaks of labour inspection",
    "and of its needs in Nowhere,",
    "which the Government knows",
    "and which the Office meets",
    "by a course for inspectors.",
]
RIGHT_ROWS = [
    "The right column of this page",
    "speaks of wages and hours,",
    "and of the bodies that fix",
    "them in the seven provinces",
    "by means of arbitration and",
    "by law in all other cases.",
]


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other(by_rows: bool):
    document = read_pdf(print_columns(LEFT_ROWS, RIGHT_ROWS, "An invented review of all that is done", by_rows=by_rows))
    assert document.text.split("\n") == [
        "An invented review of all that is done",
        " ".join(LEFT_ROWS),
        " ".join(RIGHT_ROWS),
    ]


def test_words_that_are_printed_one_by_one():
    rows = ["The Committee notes with interest that a seminar", "was held in Nowhere with the help of the Office."]
    assert read_pdf(scatter_words(rows)).text == " ".join(rows)


def test_contents_are_neither_headings_nor_body():
    press = Press()
    press.heading("Contents", 14)
    for n, title in enumerate(("Introduction", "General Report", "Freedom of association", "Forced labour", "Wages")):
        press.paragraph(f"{title} {'. ' * (40 - n)} {5 + 10 * n}", space=0)
    press.turn()
    press.heading("Introduction", 14)
    press.paragraph(plain(LONG))
    document = read_pdf(press.source())
    assert headings(document) == [(1, "Introduction")]
    assert texts(document, BlockKind.PARAGRAPH) == [plain(LONG)]


def test_contents_without_leaders():
    press = Press()
    press.heading("Contents", 14)
    titles = (
        "Introduction",
        "General Report",
        "Freedom of association",
        "Forced labour",
        "Wages",
        "Hours",
        "Seafarers",
    )
    for n, title in enumerate(titles):
        press.paragraph(title, space=0)
        press.canvas.drawString(500, press.y, str(5 + 10 * n))
    press.turn()
    press.paragraph(plain(LONG))
    document = read_pdf(press.source())
    assert headings(document) == []
    assert texts(document, BlockKind.PARAGRAPH) == [plain(LONG)]
    assert texts(document, BlockKind.TABLE) == []


def test_two_up_contents():
    press = Press()
    for n in range(6):
        press.paragraph(f"Chapter {n} {'.' * 20} {n + 3}", space=0)
        press.canvas.drawString(310, press.y, f"Annex {n} {'.' * 20} {n + 30}")
    press.turn()
    press.paragraph(plain(LONG))
    assert texts(read_pdf(press.source()), BlockKind.PARAGRAPH) == [plain(LONG)]


def test_ranges_read_in_other_processes_make_the_same_document():
    source = _long_source()
    count = count_pages(source.content)
    with ProcessPoolExecutor(2) as pool:
        halves = list(pool.map(read_pages, [source.content] * 2, [1, count // 2 + 1], [count // 2, count]))
    assert assemble_pages(source, halves[0] + halves[1]) == read_pdf(source)
    assert pickle.loads(pickle.dumps(halves[0])) == halves[0]  # noqa: S301


@cache
def _long_source() -> Source:
    press = Press(new_heads)
    for _ in range(24):
        press.paragraph(LONG)
    return press.source()


ENCRYPTED = Press(password="invented")
ENCRYPTED.paragraph(plain(LONG))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "cut off"),
        (b"%PDF-1.4\nnothing of use\n%%EOF\n", "damaged"),
        (bytes(range(256)) * 20 + b"\n%%EOF", "damaged"),
        (ENCRYPTED.source().content, "encrypted"),
        (_long_source().content[:-3000], "cut off"),
    ],
    ids=["empty", "hollow", "garbage", "encrypted", "truncated"],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, reason: str):
    with pytest.raises(ReadFailure, match=reason):
        read_pdf(as_source(content))


def test_a_pdf_without_pages_is_refused():
    buffer = BytesIO()
    pypdfium2.PdfDocument.new().save(buffer)
    with pytest.raises(ReadFailure, match="no pages"):
        read_pdf(as_source(buffer.getvalue()))


def test_blank_pages_alone_are_refused():
    with pytest.raises(ReadFailure, match="nothing is printed"):
        read_pdf(Press().source())


def test_a_title_in_bold_with_a_plain_ratification_is_a_heading():
    press = Press()
    press.run_in("Invented Bargaining Convention, 1949 (No. 98)", "(ratification: 1993)")
    press.paragraph(plain(LONG))
    assert headings(read_pdf(press.source())) == [
        (1, "Invented Bargaining Convention, 1949 (No. 98) (ratification: 1993)")
    ]


def test_small_print_of_an_annex_is_no_footnote():
    press = Press()
    for _ in range(6):
        press.paragraph(plain(LONG))
    press.turn()
    press.heading("Annex", 12)
    press.paragraph("12 workers were heard. " + plain(LONG), size=8)
    press.paragraph("1 " + plain(LONG), size=8)
    document = read_pdf(press.source())
    assert texts(document, BlockKind.FOOTNOTE) == []
    assert texts(document, BlockKind.PARAGRAPH)[-2:] == ["12 workers were heard. " + plain(LONG), "1 " + plain(LONG)]


def test_footnotes_with_plain_numbers():
    press = Press(notes={1: ["1 See the invented Gazette.", "2 See the Bill,", "as it was adopted."]})
    press.paragraph(plain(LONG))
    assert texts(read_pdf(press.source()), BlockKind.FOOTNOTE) == [
        "1 See the invented Gazette.",
        "2 See the Bill, as it was adopted.",
    ]


def test_a_paragraph_of_three_pages_is_one():
    press = Press(new_heads, {n: [f"^{n}^ See page {n} of the invented Gazette."] for n in range(1, 5)})
    long = " ".join(
        f"The Committee notes point {n} of the report on the labour inspec¬tion services of Nowhere,"
        for n in range(150)
    )
    press.paragraph(long + " and the Bill.")
    press.paragraph("The end.")
    document = read_pdf(press.source())
    assert texts(document, BlockKind.PARAGRAPH) == [plain(long) + " and the Bill.", "The end."]
    assert len(document.pages) == 3
    second, third = (page.cut(document.text) for page in document.pages[1:])
    assert "point 70 of the report" in second
    assert "The end." in third
    assert "The end." not in second


def test_damaged_bytes_are_read_or_refused():
    random = Random(7)
    printed = _long_source().content
    for _ in range(40):
        content = bytearray(printed)
        for _ in range(random.choice([1, 5, 40])):
            content[random.randrange(len(content))] = random.randrange(256)
        with suppress(ReadFailure):
            assert read_pdf(as_source(bytes(content))).text
