"""Header lines in three languages, of every body, and lines that only look like one."""

import csv
from pathlib import Path

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.headers import (
    parse_case_header,
    parse_comment_header,
    parse_procedure_header,
    parse_report_header,
)
from tests.split.conftest import make_line

COLUMNS = ("body", "kind", "adopted", "session", "published", "codes")
COMMENTS = tuple(csv.DictReader((Path(__file__).parent / "headers.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("row", COMMENTS, ids=lambda row: row["text"])
def test_a_comment_header_says_body_kind_and_years(registers: Registers, row: dict[str, str]):
    header = parse_comment_header(make_line(row["text"]), registers.headings)
    assert header is not None
    told = header.body, header.kind, header.adopted_year, header.session, header.published_year, ";".join(header.codes)
    assert [str(one or "") for one in told] == [row[name] for name in COLUMNS]


@pytest.mark.parametrize(
    "text",
    [
        "Observation",
        "Direct Request",
        "Previous comment: observation",
        "The Committee adopted an observation in 2011.",
        "Observation of the employers - received 2011",
        "In its observation adopted in 2011, the Committee asked for data.",
        "C087 - 2011",
        "Demande directe",
    ],
)
def test_other_lines_are_no_comment_headers(registers: Registers, text: str):
    assert parse_comment_header(make_line(text), registers.headings) is None


@pytest.mark.parametrize(
    ("text", "kind", "number", "year"),
    [
        ("Interim Report - Report No 380, October 2016", "interim-report", 380, 2016),
        ("Definitive Report - Report No 85, 1966", "definitive-report", 85, 1966),
        ("Rapport intérimaire - Rapport No. 386, Juin 2018", "interim-report", 386, 2018),
        (
            "Rapport où le comité demande à être informé de l’évolution de la situation - Rapport No. 316, Juin 1999",
            "kept-informed-report",
            316,
            1999,
        ),
        (
            "Report in which the committee requests to be kept informed of development - Report No 401, March 2023",
            "kept-informed-report",
            401,
            2023,
        ),
        ("Informe definitivo - Informe núm. 268, Noviembre 1989", "definitive-report", 268, 1989),
        (
            "Informe en el que el Comité pide que se le mantenga informado de la evolución de la situación - Informe núm. 234, Junio 1984",
            "kept-informed-report",
            234,
            1984,
        ),
        ("Interim Report - REPORT_NO367, March 2013", "interim-report", 367, 2013),
        (
            "Effect given to the recommendations of the committee and the Governing Body - Report No 372, June 2014",
            "effect-given",
            372,
            2014,
        ),
        (
            "Suites données aux recommandations du comité et du Conseil d’administration - Rapport No. 372, Juin 2014",
            "effect-given",
            372,
            2014,
        ),
        (
            "Seguimiento dado a las recomendaciones del Comité y del Consejo de Administración - Informe núm. 372, Junio 2014",
            "effect-given",
            372,
            2014,
        ),
    ],
)
def test_a_report_line_says_kind_number_and_year(
    registers: Registers, text: str, kind: str | None, number: int, year: int | None
):
    header = parse_report_header(make_line(text), registers.headings)
    assert header is not None
    assert (header.kind, header.report_number, header.year) == (kind, number, year)


@pytest.mark.parametrize(
    ("text", "numbers", "country"),
    [
        ("Case No 2761 (Colombia) - Complaint date: 08-FEB-10 - Active", ("2761",), "Colombia"),
        ("Case No 2761/3074 (Colombia) - Complaint date: 08-FEB-10 - Active", ("2761", "3074"), "Colombia"),
        (
            "Case Nos 1129, 1169 and 1298 (Nicaragua) - Complaint date: 08-FEB-82 - Closed",
            ("1129", "1169", "1298"),
            "Nicaragua",
        ),
        (
            "Cas no 104 (Iran (République islamique d')) - Date de la plainte: 22-MARS -54 - Clos",
            ("104",),
            "Iran (République islamique d')",
        ),
        ("Cas no 2329 (Türkiye) - Date de la plainte: 22-MARS -04 - Clos", ("2329",), "Türkiye"),
        ("Caso núm. 1472 (España) - Fecha de presentación de la queja:: 23-SEP-88 - Cerrado", ("1472",), "España"),
        ("CASE_NUMBER 2929 (Costa Rica) - COMPLAINT_DATE: 29-FEB-12 - Closed", ("2929",), "Costa Rica"),
        (
            "Case No 3406 (China - Hong Kong Special Administrative Region) - Complaint date: 05-MAR-21 - Active",
            ("3406",),
            "China - Hong Kong Special Administrative Region",
        ),
    ],
)
def test_a_case_line_says_cases_and_country(
    registers: Registers, text: str, numbers: tuple[str, ...], country: str | None
):
    header = parse_case_header(make_line(text), registers.headings)
    assert header is not None
    assert (header.numbers, header.country) == (numbers, country)


@pytest.mark.parametrize(
    ("text", "body", "kind", "codes", "names"),
    [
        ("REPRESENTATION (article 24) - CHILE - C169 - 2014", "ART24", "representation", ("C169",), "CHILE"),
        ("RÉCLAMATION (article 24) - CHILI - C151 - 2024", "ART24", "representation", ("C151",), "CHILI"),
        ("RECLAMACIÓN (artículo 24) - PERÚ - C144 - 2019", "ART24", "representation", ("C144",), "PERÚ"),
        (
            "REPRESENTATION (article 24) - FRANCE, NETHERLANDS, POLAND - C027 - 1976",
            "ART24",
            "representation",
            ("C027",),
            "FRANCE, NETHERLANDS, POLAND",
        ),
        (
            "REPRESENTATION (article 24) - IRAQ - C095, C105, C111, C118 - 1991",
            "ART24",
            "representation",
            ("C095", "C105", "C111", "C118"),
            "IRAQ",
        ),
        ("COMPLAINT (article 26) - 2010 - ZIMBABWE - C087, C098", "ART26", "complaint", ("C087", "C098"), "ZIMBABWE"),
        ("PLAINTE (article 26) - 2003 - BÉLARUS - C087, C098", "ART26", "complaint", ("C087", "C098"), "BÉLARUS"),
        ("QUEJA (artículo 26) - 2015 - CHILE - C087", "ART26", "complaint", ("C087",), "CHILE"),
    ],
)
def test_a_procedure_line_says_codes_and_countries_in_any_order(
    registers: Registers, text: str, body: str, kind: str | None, codes: tuple[str, ...], names: str
):
    header = parse_procedure_header(make_line(text), registers.headings)
    assert header is not None
    assert (header.body, header.kind, header.codes, header.names) == (body, kind, codes, names)
