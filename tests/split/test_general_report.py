"""The General Report and its printed lists: every sentence below is invented, the countries are beside the point."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split.annual_report import split_annual_passages, split_annual_report
from pipeline.split.numbering import Counter, settle_numbers
from pipeline.split.report_lists import read_lists
from pipeline.vocabulary import BlockKind, Body, CommentKind, ListKind, MediaType
from tests.split.conftest import make_page

REPORT = """
International Labour Conference, 101st Session, 2012
Report of the Committee of Experts on the Application of Conventions and Recommendations
Part I. General Report
Composition of the Committee
1. The Committee of Experts held its 82nd Session in Geneva from 24 November to 9 December 2011. Its members are:
Mr Invented Name (Peru), Professor of invented law;
Ms Other Invention (Kenya), Judge of an invented court;
Reports that were not received
2. The Committee regrets that the following countries have failed to supply the reports due for two years: Chad, Haiti and Peru.
3. The Committee hopes that the Office will give the invented assistance to these countries.
Technical assistance
4. The Committee considers that technical assistance would be particularly useful in the following cases:
State Conventions Nos
Chad 29, 87, 98
Bolivia (Plurinational State of) 131
It will follow the invented matter closely.
5. It asks for three things:
(a) that the invented reports be sent in time;
(b) that the replies be complete.
Part II. Observations concerning particular countries
"""


def test_the_general_report_is_one_comment(registers: Registers):
    (comment,) = split_annual_report(make_page(REPORT), registers)
    assert (comment.body, comment.kind, comment.countries) == (Body.CEACR, CommentKind.GENERAL_REPORT, ())
    assert (comment.session, comment.published_year, comment.adopted_year) == (101, 2012, 2011)


def test_its_passages_are_numbered_and_without_lists(registers: Registers):
    page = make_page(REPORT)
    (comment,) = split_annual_report(page, registers)
    rows = [(p.number, p.heading, p.span.cut(page.text)[:24]) for p in split_annual_passages(page, comment, registers)]
    assert rows == [
        ("1", "Composition of the Committee", "The Committee of Experts"),
        ("2", "Reports that were not received", "The Committee regrets th"),
        ("3", "Reports that were not received", "The Committee hopes that"),
        ("4", "Technical assistance", "The Committee considers "),
        (None, "Technical assistance", "It will follow the inven"),
        ("5", "Technical assistance", "It asks for three things"),
        ("(a)", "Technical assistance", "(a) that the invented re"),
        ("(b)", "Technical assistance", "(b) that the replies be "),
    ]


ROWS = [
    (
        "In addition, requests regarding certain points are being addressed directly to the following States: Convention No. 87 (Albania, Angola); Conventions Nos 29 and 105 (Chad).",
        ListKind.DIRECT_REQUESTS,
        (("ALB", ("C087",)), ("AGO", ("C087",)), ("TCD", ("C029", "C105"))),
    ),
    (
        "The Committee noted the information supplied by the following States in answer to a direct request with regard to: Convention No. 29 (Chile, Peru).",
        ListKind.REPLIES_NOTED,
        (("CHL", ("C029",)), ("PER", ("C029",))),
    ),
    (
        "The Committee expressed its satisfaction in the following cases: Chile (Conventions Nos 29 and 105), Bolivia (Plurinational State of) (Convention No. 131), Kenya (No. 98).",
        ListKind.SATISFACTION,
        (("CHL", ("C029", "C105")), ("BOL", ("C131",)), ("KEN", ("C098",))),
    ),
    (
        "The Committee has noted with interest measures in the following countries: Peru (Convention No. 87).",
        ListKind.INTEREST,
        (("PER", ("C087",)),),
    ),
    (
        "The following countries have failed to supply the reports due: Antigua and Barbuda, Chad and Haiti.",
        ListKind.REPORT_MISSING,
        (("ATG", ()), ("TCD", ()), ("HTI", ())),
    ),
    (
        "Technical assistance would be particularly useful in the following cases:\nChad\t29, 87\nHaiti\t98",
        ListKind.ASSISTANCE_USEFUL,
        (("TCD", ("C029", "C087")), ("HTI", ("C098",))),
    ),
    (
        "First reports have not been received from the following countries:\nChad – Since 2010: Convention No. 182\nKenya – Since 2011: Conventions Nos 138 and 182",
        ListKind.FIRST_REPORT_MISSING,
        (("TCD", ("C182",)), ("KEN", ("C138", "C182"))),
    ),
    (
        "The Committee issued an urgent appeal to the following countries: Chad, Haiti.",
        ListKind.URGENT_APPEAL,
        (("TCD", ()), ("HTI", ())),
    ),
    (
        "No reply has been received to the comments from the following countries: Chad (Conventions Nos 29 and 111).",
        ListKind.NO_REPLIES,
        (("TCD", ("C029", "C111")),),
    ),
    (
        "The Governments are asked to give full particulars to the Conference in the following cases: Kenya (Convention No. 87).",
        ListKind.SPECIAL_NOTE,
        (("KEN", ("C087",)),),
    ),
    (
        "En outre, une demande relative à certains points est adressée directement aux Etats suivants: convention nº 29 (Bénin, Tchad).",
        ListKind.DIRECT_REQUESTS,
        (("BEN", ("C029",)), ("TCD", ("C029",))),
    ),
    (
        "La Comisión expresó su satisfacción en los casos siguientes: Perú (Convenio núm. 87), España (Convenio núm. 29).",
        ListKind.SATISFACTION,
        (("PER", ("C087",)), ("ESP", ("C029",))),
    ),
    (
        "L'assistance technique serait particulièrement utile dans les cas suivants: Tchad (conventions nos 29 et 87).",
        ListKind.ASSISTANCE_USEFUL,
        (("TCD", ("C029", "C087")),),
    ),
    (
        "Assistance from the Office enabled the Governments of the following countries to fulfil their obligations: Chad, Haiti.",
        ListKind.ASSISTANCE_MET,
        (("TCD", ()), ("HTI", ())),
    ),
]


@pytest.mark.parametrize(("text", "kind", "entries"), ROWS)
def test_lists(text: str, kind: ListKind, entries: tuple[tuple[str, tuple[str, ...]], ...], registers: Registers):
    page = make_page(text)
    (found,) = read_lists(page, registers)
    assert (found.kind, found.entries) == (kind, entries)
    assert found.span.cut(page.text).startswith(text[:20])


@pytest.mark.parametrize(
    "text",
    [
        "The Committee notes with satisfaction that the invented Act of Peru gives effect to its comments.",
        "The Committee notes that Chad and Haiti received invented assistance in reporting.",
        "The Committee is raising other points in a request addressed directly to the Government.",
    ],
)
def test_sentences_that_are_no_lists(text: str, registers: Registers):
    assert read_lists(make_page(text), registers) == ()


def test_a_chapter_gives_its_convention_to_the_list_at_its_end(registers: Registers):
    text = """
    Convention No. 87: Freedom of Association and Protection of the Right to Organise, 1948
    Algeria (ratification: 1962)
    The Committee asks for the invented text.
    In addition, requests regarding certain points are being addressed directly to the following States: Benin, Chad.
    """
    (found,) = read_lists(make_page(text), registers)
    assert found.entries == (("BEN", ("C087",)), ("TCD", ("C087",)))


def test_a_table_after_its_announcement(registers: Registers):
    units = [
        Printed(
            BlockKind.PARAGRAPH, "9. The full list of the cases in which it expressed its satisfaction is as follows:"
        ),
        Printed(BlockKind.TABLE, "State\tConventions Nos\nChad\t29, 105\nPeru\t87"),
        Printed(BlockKind.PARAGRAPH, "10. The total of such invented cases is now two."),
    ]
    composed = compose_text(units)
    page = Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.PDF, "test")
    (found,) = read_lists(page, registers)
    assert found.entries == (("TCD", ("C029", "C105")), ("PER", ("C087",)))


@pytest.mark.parametrize(
    ("printed", "settled"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([130, 131, 132], [130, 131, 132]),
        ([1, 2, 4, 5], [1, 2, 4, 5]),
        ([6, 7, 3, None, 0, 11, 12], [6, 7, 8, 9, 10, 11, 12]),
        ([36, 37, 47, 38, 39], [36, 37, None, 38, 39]),
        ([53, 54, 55, 1, 2, 3], [53, 54, 55, 1, 2, 3]),
        ([39, 40, 1, 2, 3, 41, 42], [39, 40, 1, 2, 3, 41, 42]),
        ([7, 8, 2005, 9], [7, 8, None, 9]),
        ([35, 36, 36, 37], [35, 36, None, 37]),
        ([1], [1]),
    ],
)
def test_numbers_are_read_as_a_sequence(printed: list[int | None], settled: list[int | None]):
    counters = [Counter(place, number, 3) for place, number in enumerate(printed)]
    assert [counter.number for counter in settle_numbers(counters)] == settled


def test_names_that_are_also_first_names_count_in_a_list(registers: Registers):
    text = "Además, se envían directamente solicitudes sobre ciertos puntos a los siguientes Estados: Haití, Mauricio y Chad."
    (found,) = read_lists(make_page(text), registers)
    assert [state for state, _ in found.entries] == ["HTI", "MUS", "TCD"]


def test_sentences_of_comments_are_no_lists(registers: Registers):
    text = """
    Part II. Observations concerning particular countries
    Chad
    Forced Labour Convention, 1930 (No. 29) (ratification: 1960)
    The Committee notes with satisfaction the following invented measures in Chad: an Act and a decree.
    """
    assert read_lists(make_page(text), registers) == ()
