"""Printed records of the Conference Committee: every case and sentence below is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteers.registers import Registers
from pipeline.split.annual_report import recognise_annual_report
from pipeline.split.assemble import seal_comments
from pipeline.split.cas_record import recognise_cas_record, split_cas_passages, split_cas_record
from pipeline.split.report_lists import read_lists
from pipeline.vocabulary import Body, CommentKind, ListKind, Section, Speaker
from tests.split.conftest import make_page

RECORD = """
International Labour Conference
Provisional Record
101st Session, Geneva, May–June 2012
Report of the Committee on the Application of Standards
PART ONE
GENERAL REPORT
A. Introduction
1. The Committee was set up by the Conference to examine the invented item on its agenda.
D. Compliance with specific obligations
2. The Committee noted that assistance from the Office had enabled the following Governments to fulfil their obligations: Chad, Haiti.
3. The Committee decided to mention the following case in a special paragraph of its report: Kenya (Convention No. 87).
PART TWO
I. OBSERVATIONS AND INFORMATION CONCERNING REPORTS ON RATIFIED CONVENTIONS
A. Discussion of cases of serious failure by member States to respect their reporting obligations
The Worker members regretted that Chad and Peru had not sent the invented reports.
B. Observations and information on the application of Conventions
Convention No. 29: Forced Labour, 1930
Chad (ratification: 1960)
The Government provided the following written information on its invented decree.
The Worker members recalled the invented decree and asked for its repeal.
The Employer members shared this invented view.
The Committee took note of the information provided by the Government representative and the discussion that followed.
The Committee decided to include its conclusions in a special paragraph of its report.
Convention No. 87: Freedom of Association and Protection of the Right to Organise, 1948
Kenya (ratification: 1964)
A Government representative said that the invented bill was ready.
Conclusions
Taking into account the discussion, the Committee asked the Government to accept an invented mission.
"""

MODERN = """
International Labour Conference, 107th Session, Geneva, May–June 2018
Committee on the Application of Standards at the Conference: Extracts from the Record of Proceedings
Discussion of individual cases
Bolivia (Plurinational State of) (ratification: 1973)
Minimum Wage Fixing Convention, 1970 (No. 131)
Government representative – The invented decree was adopted after an invented consultation.
Worker members – We regret the invented delay.
Conclusions of the Committee
The Committee took note of the oral statements made by the Government representative and the discussion that followed.
The Committee urges the Government to avail itself of invented technical assistance.
Peru (ratification: 1960)
Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)
Government representative – The invented reform goes on.
"""

FRENCH = """
Conférence internationale du Travail, 101e session, Genève, mai-juin 2012
Rapport de la Commission de l'application des normes
Cas individuels
Tchad (ratification: 1960)
Convention (nº 29) sur le travail forcé, 1930
Un représentant gouvernemental a déclaré que le décret inventé serait abrogé.
Les membres travailleurs ont regretté ce retard inventé.
Conclusions
La commission a pris note des informations fournies par le représentant gouvernemental et de la discussion qui a suivi.
"""


@pytest.mark.parametrize("text", [RECORD, MODERN, FRENCH])
def test_a_record_is_recognised_by_its_name(text: str, registers: Registers):
    page = make_page(text)
    assert recognise_cas_record(page, registers)


def test_a_case_cut_out_of_a_record_is_the_conference_committees(registers: Registers):
    page = make_page("\n".join(MODERN.strip().split("\n")[3:]))
    assert recognise_cas_record(page, registers)


def test_an_expert_report_is_no_record(registers: Registers):
    text = """
    Algeria
    Forced Labour Convention, 1930 (No. 29) (ratification: 1962)
    The Committee notes the invented discussion in the Conference Committee.
    """
    assert not recognise_cas_record(make_page(text), registers)
    assert recognise_annual_report(make_page(text), registers)


def test_the_cases_of_a_record(registers: Registers):
    comments = split_cas_record(make_page(RECORD), registers)
    assert [(c.kind, c.countries, c.conventions, c.ratified_year) for c in comments] == [
        (CommentKind.GENERAL_REPORT, (), (), ()),
        (CommentKind.SERIOUS_FAILURE, (), (), ()),
        (CommentKind.INDIVIDUAL_CASE, ("TCD",), ("C029",), (1960,)),
        (CommentKind.INDIVIDUAL_CASE, ("KEN",), ("C087",), (1964,)),
    ]
    assert {(c.body, c.session, c.adopted_year, c.published_year) for c in comments} == {(Body.CAS, 101, 2012, 2012)}


@pytest.mark.parametrize(
    ("text", "rows", "session"),
    [
        (MODERN, [(("BOL",), ("C131",)), (("PER",), ("C087",))], (107, 2018)),
        (FRENCH, [(("TCD",), ("C029",))], (101, 2012)),
    ],
)
def test_country_first(text: str, rows: list[object], session: tuple[int, int], registers: Registers):
    comments = split_cas_record(make_page(text), registers)
    assert [(c.countries, c.conventions) for c in comments] == rows
    assert {(c.session, c.adopted_year) for c in comments} == {session}


def test_speeches_and_conclusions(registers: Registers):
    page = make_page(RECORD)
    case = seal_comments(page, split_cas_record(page, registers))[2]
    assert [(p.section, p.voice) for p in split_cas_passages(page, case, registers)] == [
        (Section.WRITTEN_INFORMATION, Speaker.GOVERNMENT),
        (Section.DISCUSSION, Speaker.WORKERS),
        (Section.DISCUSSION, Speaker.EMPLOYERS),
        (Section.CONCLUSIONS, None),
        (Section.SPECIAL_PARAGRAPH, None),
    ]


def test_french_speeches(registers: Registers):
    page = make_page(FRENCH)
    (case,) = seal_comments(page, split_cas_record(page, registers))
    assert [(p.section, p.voice) for p in split_cas_passages(page, case, registers)] == [
        (Section.DISCUSSION, Speaker.GOVERNMENT),
        (Section.DISCUSSION, Speaker.WORKERS),
        (Section.CONCLUSIONS, None),
    ]


def test_the_general_report_is_numbered(registers: Registers):
    page = make_page(RECORD)
    general = seal_comments(page, split_cas_record(page, registers))[0]
    assert [p.number for p in split_cas_passages(page, general, registers)] == ["1", "2", "3"]


def test_lists_of_the_general_report(registers: Registers):
    lists = {found.kind: found.entries for found in read_lists(make_page(RECORD), registers)}
    assert lists[ListKind.ASSISTANCE_MET] == (("TCD", ()), ("HTI", ()))
    assert lists[ListKind.SPECIAL_PARAGRAPH] == (("KEN", ("C087",)),)


LINES = st.sampled_from([line for line in (RECORD + MODERN + FRENCH).splitlines() if line.strip()])


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(LINES, max_size=40))
def test_comments_and_passages_are_ordered_disjoint_and_inside(lines: list[str], registers: Registers):
    page = make_page("\n".join(lines) or "-")
    last = 0
    for comment in seal_comments(page, split_cas_record(page, registers)):
        assert last <= comment.span.start < comment.span.end <= len(page.text)
        last, inner = comment.span.end, comment.span.start
        for passage in split_cas_passages(page, comment, registers):
            assert inner <= passage.span.start < passage.span.end <= comment.span.end
            inner = passage.span.end
