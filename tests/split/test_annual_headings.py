"""The headings of annual reports: what a reader took for running heads, chapters above and below countries. All invented."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split.annual_report import split_annual_passages, split_annual_report
from pipeline.split.assemble import seal_comments
from pipeline.vocabulary import BlockKind, CommentKind, MediaType
from tests.split.conftest import make_page


def test_headings_that_a_reader_took_for_running_heads(registers: Registers):
    """A country or a note at the top of several pages looks like a running head; running heads give no ratification."""
    text = """
    International Labour Conference, 102nd Session, 2013
    Report of the Committee of Experts on the Application of Conventions and Recommendations
    Forced labour
    Chad
    Forced Labour Convention, 1930 (No. 29) (ratification: 1960)
    The Committee takes note of the invented report of the Government on the invented order.
    [The Government is asked to reply in full to the present comments in 2014.]
    Kenya
    Forced Labour Convention, 1930 (No. 29)
    (ratification: 1964)
    The Committee takes note of the invented bill and asks for a copy of it.
    Observations on the submission to the competent authorities
    Peru
    The Committee hopes that the invented instruments will be submitted to the invented congress.
    Chile
    The Committee hopes that more invented instruments will be submitted to the invented congress.
    Chile
    It asks for the invented dates of submission as well.
    """
    furniture = (
        "Forced labour",
        "Kenya",
        "[The Government is asked to reply in full to the present comments in 2014.]",
        "Chile",
    )
    page = make_page(text, kinds=dict.fromkeys(furniture, BlockKind.FURNITURE))
    comments = split_annual_report(page, registers)
    assert [(c.kind, c.countries, c.conventions) for c in comments] == [
        (CommentKind.OBSERVATION, ("TCD",), ("C029",)),
        (CommentKind.OBSERVATION, ("KEN",), ("C029",)),
        (CommentKind.SUBMISSION_OBSERVATION, ("PER",), ()),
        (CommentKind.SUBMISSION_OBSERVATION, ("CHL",), ()),
    ]
    assert comments[0].special_note == "[The Government is asked to reply in full to the present comments in 2014.]"
    assert [len(split_annual_passages(page, c, registers)) for c in seal_comments(page, comments)] == [1, 1, 1, 2]


def test_a_country_above_the_chapter_that_it_belongs_to(registers: Registers):
    """What a reader takes for a running head comes first on its page, before the heading of the chapter."""
    text = """
    Convention No. 29: Forced Labour, 1930
    Chad (ratification: 1960)
    The Committee takes note of the invented report.
    Convention No. 138: Minimum Age, 1973
    Kenya (ratification: 1979)
    Convention No. 138: Minimum Age, 1973
    The Committee takes note of the invented survey.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    kinds = [BlockKind.FURNITURE if place in (3, 4) else BlockKind.PARAGRAPH for place in range(len(lines))]
    composed = compose_text(Printed(kind, line) for kind, line in zip(kinds, lines, strict=True))
    page = Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.PDF, "test")
    assert [(c.countries, c.conventions) for c in split_annual_report(page, registers)] == [
        (("TCD",), ("C029",)),
        (("KEN",), ("C138",)),
    ]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Chad\nForced Labour Convention, 1930 (No. 29) (ratification: 1960)", (("TCD",), ("C029",), (1960,))),
        ("Chad Forced Labour Convention, 1930 (No. 29) (ratification: 1960)", (("TCD",), ("C029",), (1960,))),
        (
            "China – Hong Kong Special Administrative Region\nForced Labour Convention, 1930 (No. 29) (notification: 1997)",
            (("HKG",), ("C029",), (1997,)),
        ),
        (
            "Côte d'Ivoire\nLabour Inspection Convention, 1947 (No. 81)\n(ratification: 1987)\nLabour Administration Convention, 1978 (No. 150)\n(ratification: 2016)",
            (("CIV",), ("C081", "C150"), (1987, 2016)),
        ),
        (
            "Peru\nMaritime Labour Convention, 2006 (MLC, 2006) (ratification: 2015)",
            (("PER",), ("C186",), (2015,)),
        ),
    ],
)
def test_headings_of_observations(heading: str, row: tuple[object, ...], registers: Registers):
    page = make_page(f"{heading}\nThe Committee takes note of the invented report of the Government on the matter.")
    (comment,) = split_annual_report(page, registers)
    assert (comment.countries, comment.conventions, comment.ratified_year) == row


def test_the_date_of_the_general_report_is_the_year_of_adoption(registers: Registers):
    text = """
    Report of the Committee of Experts on the Application of Conventions and Recommendations
    General Report
    1. The Committee of Experts invented a paragraph and another one.
    Geneva, 7 December 2012.
    """
    (report,) = split_annual_report(make_page(text), registers)
    assert (report.adopted_year, report.published_year, report.session) == (2012, None, None)
