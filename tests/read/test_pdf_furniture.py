"""What stands round the text; every line is invented or a bare code."""

import pytest

from pipeline.read.pdf_contents import is_contents_line, is_contents_page
from pipeline.read.pdf_furniture import find_furniture, is_label
from pipeline.read.pdf_values import Line, PageLines


@pytest.mark.parametrize(
    "text",
    [
        "57",
        "– 57 –",
        "- iv -",
        "xii",
        "Page 3",
        "Page 3 of 20",
        "3/20",
        "ILC102-III(1A)[NORME-121213-1]-En.docx",
        "GB316-INS_9_1_[NORME-121030-1]-En.docx",
        "ILC.102/III(1A)",
        "GB.316/INS/9/1",
        "CIT.102/III(1A)",
    ],
)
def test_labels_of_pages(text: str):
    assert is_label(text)


@pytest.mark.parametrize(
    "text", ["Albania", "Convention No. 87", "1996 was", "C.87", "12. The Bill", "Wages", "Part III"]
)
def test_words_are_no_labels(text: str):
    assert not is_label(text)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Forced labour ........................ 57", True),
        ("Forced labour . . . . . . . . . . . 57", True),
        ("Forced labour ……………… xii", True),
        ("and so on ...", False),
        ("The Bill (...) was adopted", False),
        ("No. 87 of 1948", False),
    ],
)
def test_lines_of_contents(text: str, contents: bool):
    assert is_contents_line(text) is contents


def line(text: str, base: float, size: float = 10) -> Line:
    return Line(text, 72, 72 + 5 * len(text), base, size)


def body(number: int) -> list[Line]:
    return [
        line(f"The Committee notes point {number} of page {row} and asks for more", 740 - 12 * row) for row in range(40)
    ]


def page(number: int, *edges: Line) -> PageLines:
    return PageLines(number, 595, 842, (*edges, *body(number)))


def found(pages: list[PageLines]) -> list[list[str]]:
    return [
        [page.lines[place].text for place in sorted(places)]
        for page, places in zip(pages, find_furniture(pages), strict=True)
    ]


def test_heads_that_alternate():
    pages = [page(n, line("Report" if n % 2 else "Wages", 800, 8), line(str(n), 40, 8)) for n in range(1, 7)]
    assert found(pages) == [["Report" if n % 2 else "Wages", str(n)] for n in range(1, 7)]


def test_the_head_of_a_chapter_of_one_page():
    pages = [page(n, line("Seafarers" if n == 4 else "Wages", 800, 8)) for n in range(1, 9)]
    assert found(pages)[3] == ["Seafarers"]


def test_a_heading_that_says_what_the_head_says_stays():
    pages = [page(n, line("Wages", 800, 8)) for n in range(1, 5)]
    pages[2] = page(3, line("Wages", 800, 8), line("Wages", 765, 14))
    assert found(pages) == [["Wages"]] * 4
    assert find_furniture(pages)[2] == frozenset({0})


def test_a_formula_that_two_pages_begin_with_is_text():
    pages = [PageLines(n, 595, 842, tuple(body(1))) for n in (1, 2)]
    assert found(pages) == [[], []]


def test_figures_that_do_not_climb_are_no_contents():
    lines = [line(f"Albania had {figure}", 700 - 12 * n) for n, figure in enumerate((30, 4, 12, 7, 9, 1, 40))]
    assert not is_contents_page(lines)
