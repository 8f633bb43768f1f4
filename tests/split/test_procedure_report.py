"""Printed reports on representations and complaints: every one below is invented."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.assemble import seal_comments
from pipeline.split.procedure_report import (
    recognise_procedure_report,
    split_procedure_report,
    split_procedure_report_passages,
)
from pipeline.vocabulary import Body, CommentKind, Section, Speaker
from tests.split.conftest import make_page

REPORT = """
Governing Body
GB.300/20/6
300th Session, Geneva, November 2007
Report of the Committee set up to examine the representation alleging non-observance by Chile of the Forced Labour Convention, 1930 (No. 29), made under article 24 of the ILO Constitution by an invented union of Peru
I. Introduction
1. By an invented communication, the union made a representation to the Office.
A. The complainant's allegations
2. The union alleges that the invented Act imposes work.
B. The Government's reply
3. The Government states that the invented Act was never applied.
C. The Committee's conclusions
4. The Committee notes the invented reply.
The Committee's recommendations
5. The Committee recommends that the Governing Body approve the invented report.
"""

TITLES = [
    (
        "Report of the Commission of Inquiry appointed under article 26 of the Constitution to examine the observance by Myanmar of the Forced Labour Convention, 1930 (No. 29)",
        (Body.ART26, CommentKind.COMPLAINT, ("MMR",), ("C029",)),
    ),
    (
        "Complaint concerning non-observance by Guatemala of the Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)",
        (Body.ART26, CommentKind.COMPLAINT, ("GTM",), ("C087",)),
    ),
    (
        "Rapport du comité chargé d'examiner la réclamation alléguant l'inexécution par le Chili de la convention (nº 29) sur le travail forcé, 1930",
        (Body.ART24, CommentKind.REPRESENTATION, ("CHL",), ("C029",)),
    ),
    (
        "Informe del Comité encargado de examinar la reclamación en la que se alega el incumplimiento por el Perú del Convenio sobre el trabajo forzoso, 1930 (núm. 29)",
        (Body.ART24, CommentKind.REPRESENTATION, ("PER",), ("C029",)),
    ),
]


def test_a_report_on_a_representation(registers: Registers):
    page = make_page(REPORT)
    assert recognise_procedure_report(page, registers)
    (report,) = split_procedure_report(page, registers)
    assert (report.body, report.kind, report.countries, report.conventions) == (
        Body.ART24,
        CommentKind.REPRESENTATION,
        ("CHL",),
        ("C029",),
    )
    assert (report.session, report.adopted_year, report.published_year) == (300, None, None)


def test_its_sections(registers: Registers):
    page = make_page(REPORT)
    (report,) = seal_comments(page, split_procedure_report(page, registers))
    rows = [(p.number, p.section, p.voice) for p in split_procedure_report_passages(page, report, registers)]
    assert rows == [
        ("1", Section.INTRODUCTION, None),
        ("2", Section.ALLEGATIONS, Speaker.WORKERS),
        ("3", Section.REPLY, Speaker.GOVERNMENT),
        ("4", Section.CONCLUSIONS, None),
        ("5", Section.RECOMMENDATIONS, None),
    ]


@pytest.mark.parametrize(("title", "row"), TITLES)
def test_titles(title: str, row: tuple[object, ...], registers: Registers):
    page = make_page(f"{title}\n1. The invented text of the report begins here and goes on.")
    assert recognise_procedure_report(page, registers)
    (report,) = split_procedure_report(page, registers)
    assert (report.body, report.kind, report.countries, report.conventions) == row


def test_a_title_over_several_lines(registers: Registers):
    text = """
    Report of the Committee set up to examine the representation
    alleging non-observance by Chile of the Forced Labour Convention, 1930 (No. 29)
    1. The invented text of the report begins here and goes on.
    """
    (report,) = split_procedure_report(make_page(text), registers)
    assert (report.countries, report.conventions) == (("CHL",), ("C029",))


def test_a_paper_about_representations_is_none(registers: Registers):
    assert not recognise_procedure_report(make_page("1. The Committee examined an invented representation."), registers)
