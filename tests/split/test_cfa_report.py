"""Printed reports of the Committee on Freedom of Association: every case and sentence below is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteers.registers import Registers
from pipeline.split.assemble import seal_comments
from pipeline.split.cfa_report import recognise_cfa_report, split_cfa_passages, split_cfa_report
from pipeline.vocabulary import BlockKind, Body, CommentKind, Section, Speaker
from tests.split.conftest import make_page

REPORT = """
INTERNATIONAL LABOUR OFFICE
GB.316/INS/9/1
Governing Body
316th Session, Geneva, 1–16 November 2012
365th Report of the Committee on Freedom of Association
Introduction
1. The Committee on Freedom of Association met on invented days in November 2012 under an invented chairperson.
2. The Committee draws the special attention of the Governing Body to Case No. 2318 (Cambodia) because of its urgency.
Case No. 2001 (Peru)
Case No. 2002 (Chad)
Cases in follow-up
Case No. 2344 (Argentina)
12. The Committee last examined this case at its invented meeting and made the following recommendation:
(a) the Committee requests the Government to reopen the invented inquiry.
13. The Government indicates in a communication that the invented inquiry was reopened.
14. The Committee notes this information with satisfaction.
Case No. 2400 (Venezuela (Bolivarian Republic of))
15. The Committee last examined this case, about invented elections in a union, at its invented meeting of the spring.
16. Finally, the Committee requests the Governments concerned to keep it informed of the following invented cases.
CASE NO. 2516
INTERIM REPORT
Complaint against the Government of Ethiopia
presented by
the Invented Teachers' Union of Kenya
Allegations: The complainant organization alleges invented interference in its meetings
17. The Committee last examined this case at its invented meeting, when it presented an interim report.
A. Previous examination of the case
18. At that meeting, the Committee made the following recommendations:
(a) the Committee reminds the Government that invented technical assistance is there for it.
B. The Government's reply
19. In its communication of an invented date, the Government states that the union was registered.
C. The Committee's conclusions
20. The Committee notes the invented registration and regrets the delay.
The Committee's recommendations
21. In the light of its foregoing interim conclusions, the Committee invites the Governing Body to approve the following recommendations:
(a) The Committee urges the Government to answer the invented questions.
CASES NOS 2317, 2540 AND 2700
REPORT IN WHICH THE COMMITTEE REQUESTS TO BE KEPT INFORMED OF DEVELOPMENTS
Complaints against the Government of the Republic of Moldova presented by the Invented Federation of Employers
A. The complainants' allegations
22. In an invented communication, the employers' organization alleges interference.
"""

FRENCH = """
GB.316/INS/9/1
Conseil d'administration
316e session, Genève, 1er-16 novembre 2012
365e rapport du Comité de la liberté syndicale
Introduction
1. Le Comité de la liberté syndicale s'est réuni à des dates inventées sous une présidence inventée.
CAS NO 2516
RAPPORT INTÉRIMAIRE
Plainte contre le gouvernement de l'Ethiopie
présentée par le Syndicat inventé des enseignants
2. Le comité a examiné ce cas pour la dernière fois à une réunion inventée de son printemps.
C. Conclusions du comité
3. Le comité prend note de cette information inventée.
"""

SPANISH = """
GB.316/INS/9/1
Consejo de Administración
316.ª reunión, Ginebra, 1-16 de noviembre de 2012
365.º informe del Comité de Libertad Sindical
1. El Comité de Libertad Sindical se reunió en fechas inventadas bajo una presidencia inventada.
CASO NÚM. 2516
INFORME DEFINITIVO
Queja contra el Gobierno del Perú presentada por el Sindicato inventado de Chile
2. La queja figura en una comunicación inventada de una fecha inventada del año pasado.
C. Conclusiones del Comité
3. El Comité toma nota de la información inventada.
"""


def test_the_cases_of_a_report(registers: Registers):
    page = make_page(REPORT)
    assert recognise_cfa_report(page, registers)
    rows = [(c.kind, c.case_number, c.countries) for c in split_cfa_report(page, registers)]
    assert rows == [
        (CommentKind.GENERAL_REPORT, (), ()),
        (CommentKind.EFFECT_GIVEN, ("2344",), ("ARG",)),
        (CommentKind.EFFECT_GIVEN, ("2400",), ("VEN",)),
        (CommentKind.GENERAL_REPORT, (), ()),
        (CommentKind.INTERIM_REPORT, ("2516",), ("ETH",)),
        (CommentKind.KEPT_INFORMED_REPORT, ("2317", "2540", "2700"), ("MDA",)),
    ]


def test_report_session_and_year(registers: Registers):
    for text in (REPORT, FRENCH, SPANISH):
        comments = split_cfa_report(make_page(text), registers)
        assert {(c.body, c.report_number, c.session, c.published_year, c.adopted_year) for c in comments} == {
            (Body.CFA, 365, 316, 2012, 2012)
        }


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [(FRENCH, CommentKind.INTERIM_REPORT, "ETH"), (SPANISH, CommentKind.DEFINITIVE_REPORT, "PER")],
)
def test_french_and_spanish_reports(text: str, kind: CommentKind, country: str, registers: Registers):
    page = make_page(text)
    assert recognise_cfa_report(page, registers)
    comments = seal_comments(page, split_cfa_report(page, registers))
    assert [(c.kind, c.countries) for c in comments] == [(CommentKind.GENERAL_REPORT, ()), (kind, (country,))]
    passages = split_cfa_passages(page, comments[1], registers)
    assert [(p.number, p.section) for p in passages] == [("2", Section.INTRODUCTION), ("3", Section.CONCLUSIONS)]


def test_sections_voices_and_quotes_of_a_case(registers: Registers):
    page = make_page(REPORT)
    case = seal_comments(page, split_cfa_report(page, registers))[4]
    rows = [(p.number, p.section, p.voice, p.quoted) for p in split_cfa_passages(page, case, registers)]
    assert rows == [
        (None, Section.ABSTRACT, Speaker.WORKERS, False),
        ("17", Section.INTRODUCTION, None, False),
        ("18", Section.PREVIOUS_EXAMINATION, None, True),
        ("(a)", Section.PREVIOUS_EXAMINATION, None, True),
        ("19", Section.REPLY, Speaker.GOVERNMENT, False),
        ("20", Section.CONCLUSIONS, None, False),
        ("21", Section.RECOMMENDATIONS, None, False),
        ("(a)", Section.RECOMMENDATIONS, None, False),
    ]


def test_employers_complain(registers: Registers):
    page = make_page(REPORT)
    case = seal_comments(page, split_cfa_report(page, registers))[5]
    assert [p.voice for p in split_cfa_passages(page, case, registers)] == [Speaker.EMPLOYERS]


def test_follow_up_quotes_the_last_examination_and_ends_with_the_verdict(registers: Registers):
    page = make_page(REPORT)
    case = seal_comments(page, split_cfa_report(page, registers))[1]
    rows = [(p.number, p.section, p.quoted) for p in split_cfa_passages(page, case, registers)]
    assert rows == [
        ("12", Section.PREVIOUS_EXAMINATION, True),
        ("(a)", Section.PREVIOUS_EXAMINATION, True),
        ("13", Section.REPLY, False),
        ("14", Section.CONCLUSIONS, False),
    ]


def test_one_case_cut_out_of_a_report_is_recognised(registers: Registers):
    text = REPORT[REPORT.index("CASE NO. 2516") : REPORT.index("CASES NOS 2317")]
    page = make_page(text)
    assert recognise_cfa_report(page, registers)
    (case,) = split_cfa_report(page, registers)
    assert (case.case_number, case.countries, case.session, case.published_year) == (("2516",), ("ETH",), None, None)


def test_a_paper_that_names_a_case_is_no_report(registers: Registers):
    text = "1. The Committee on Freedom of Association examined an invented case.\n2. Case No. 2516 (Ethiopia) is one of them."
    assert not recognise_cfa_report(make_page(text), registers)


LINES = st.sampled_from([line for line in (REPORT + FRENCH + SPANISH).splitlines() if line.strip()])


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(LINES, max_size=40))
def test_comments_and_passages_are_ordered_disjoint_and_inside(lines: list[str], registers: Registers):
    page = make_page("\n".join(lines) or "-")
    comments = seal_comments(page, split_cfa_report(page, registers))
    last = 0
    for comment in comments:
        assert last <= comment.span.start < comment.span.end <= len(page.text)
        last, inner = comment.span.end, comment.span.start
        for passage in split_cfa_passages(page, comment, registers):
            assert inner <= passage.span.start < passage.span.end <= comment.span.end
            inner = passage.span.end


@pytest.mark.parametrize(
    ("head", "numbers", "countries", "kind"),
    [
        ("CASE NO. 2516\nINTERIM REPORT", ("2516",), (), CommentKind.INTERIM_REPORT),
        ("CASE NO. 2516 INTERIM REPORT", ("2516",), (), CommentKind.INTERIM_REPORT),
        ("Case No. 2516 (Ethiopia)\nDefinitive report", ("2516",), ("ETH",), CommentKind.DEFINITIVE_REPORT),
        ("CASES NOS. 2317 AND 2540\nDEFINITIVE REPORT", ("2317", "2540"), (), CommentKind.DEFINITIVE_REPORT),
        ("CAS NOS 2317, 2540 ET 2700\nRAPPORT DÉFINITIF", ("2317", "2540", "2700"), (), CommentKind.DEFINITIVE_REPORT),
        ("CASOS NÚMS. 2317 Y 2540\nINFORME PROVISIONAL", ("2317", "2540"), (), CommentKind.INTERIM_REPORT),
        ("Case No. 2761/3074 (Colombia)\nInterim report", ("2761", "3074"), ("COL",), CommentKind.INTERIM_REPORT),
    ],
)
def test_heads_of_cases(
    head: str, numbers: tuple[str, ...], countries: tuple[str, ...], kind: CommentKind, registers: Registers
):
    page = make_page(f"{head}\n17. The invented complaint is contained in a communication of an invented date.")
    (case,) = split_cfa_report(page, registers)
    assert (case.case_number, case.countries, case.kind) == (numbers, countries, kind)


def test_a_head_at_the_top_of_a_page_is_no_furniture(registers: Registers):
    page = make_page(REPORT, kinds={"CASE NO. 2516": BlockKind.FURNITURE})
    assert [c.case_number for c in split_cfa_report(page, registers)][4:] == [("2516",), ("2317", "2540", "2700")]
