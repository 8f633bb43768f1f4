import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.headers import (
    parse_case_header,
    parse_comment_header,
    parse_procedure_header,
    parse_report_header,
)
from tests.split.conftest import make_line

COMMENTS = [
    (
        "Observation (CEACR) - adopted 1997, published 86th ILC session (1998)",
        "CEACR",
        "observation",
        1997,
        86,
        1998,
        (),
    ),
    (
        "Direct Request (CEACR) - adopted 2023, published 112nd ILC session (2024)",
        "CEACR",
        "direct-request",
        2023,
        112,
        2024,
        (),
    ),
    (
        "Direct Request (CEACR) - adopted 2022, published 111st ILC session (2023)",
        "CEACR",
        "direct-request",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Observation (CEACR) - adopted 2024, published 113rd ILC session (2025)",
        "CEACR",
        "observation",
        2024,
        113,
        2025,
        (),
    ),
    (
        "Observation (CEACR) - adopted 1991, published 78th ILC session (1991)",
        "CEACR",
        "observation",
        1991,
        78,
        1991,
        (),
    ),
    (
        "Observation (CEACR) - adopted 2019, published 109th ILC session (2021)",
        "CEACR",
        "observation",
        2019,
        109,
        2021,
        (),
    ),
    ("Observation - adopted 2011, published 101st ILC session (2012)", "CEACR", "observation", 2011, 101, 2012, ()),
    ("Observation (CEACR)", "CEACR", "observation", None, None, None, ()),
    (
        "General Direct Request (CEACR) - adopted 2023, published 112nd ILC session (2024)",
        "CEACR",
        "general-direct-request",
        2023,
        112,
        2024,
        (),
    ),
    (
        "General Observation (CEACR) - adopted 2023, published 112nd ILC session (2024)",
        "CEACR",
        "general-observation",
        2023,
        112,
        2024,
        (),
    ),
    (
        "Observation on submission to competent authorities (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "CEACR",
        "submission-observation",
        2021,
        110,
        2022,
        (),
    ),
    (
        "Direct Request on submission to competent authorities (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "CEACR",
        "submission-direct-request",
        2021,
        110,
        2022,
        (),
    ),
    (
        "Replies received to the issues raised in a direct request which do not give rise to further comments (CEACR) - adopted 2019, published 109th ILC session (2021)",
        "CEACR",
        "replies",
        2019,
        109,
        2021,
        (),
    ),
    (
        "Observation (CEACR) - adoptée 2017, publiée 107ème session CIT (2018)",
        "CEACR",
        "observation",
        2017,
        107,
        2018,
        (),
    ),
    (
        "Demande directe (CEACR) - adoptée 2018, publiée 108ème session CIT (2019)",
        "CEACR",
        "direct-request",
        2018,
        108,
        2019,
        (),
    ),
    (
        "Demande directe - adoptée 2011, publiée 101ère session CIT (2012)",
        "CEACR",
        "direct-request",
        2011,
        101,
        2012,
        (),
    ),
    (
        "Observation Générale (CEACR) - adoptée 2022, publiée 111ème session CIT (2023)",
        "CEACR",
        "general-observation",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Demande directe générale (CEACR) - adoptée 2022, publiée 111ème session CIT (2023)",
        "CEACR",
        "general-direct-request",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Observation sur la soumission aux autorités compétentes (CEACR) - adoptée 2020, publiée 109ème session CIT (2021)",
        "CEACR",
        "submission-observation",
        2020,
        109,
        2021,
        (),
    ),
    (
        "Demande directe sur la soumission aux autorités compétentes (CEACR) - adoptée 2020, publiée 109ème session CIT (2021)",
        "CEACR",
        "submission-direct-request",
        2020,
        109,
        2021,
        (),
    ),
    (
        "Réponses reçues aux questions soulevées dans une demande directe qui ne donnent pas lieu à d’autres commentaires (CEACR) - adoptée 2019, publiée 109ème session CIT (2021)",
        "CEACR",
        "replies",
        2019,
        109,
        2021,
        (),
    ),
    (
        "Observación (CEACR) - Adopción: 2014, Publicación: 104ª reunión CIT (2015)",
        "CEACR",
        "observation",
        2014,
        104,
        2015,
        (),
    ),
    (
        "Solicitud directa (CEACR) - Adopción: 2021, Publicación: 110ª reunión CIT (2022)",
        "CEACR",
        "direct-request",
        2021,
        110,
        2022,
        (),
    ),
    (
        "Solicitud directa (CEACR) - Adopción : 2021, Publicación : 110ª reunión CIT (2022)",
        "CEACR",
        "direct-request",
        2021,
        110,
        2022,
        (),
    ),
    (
        "Observación General (CEACR) - Adopción: 2022, Publicación: 111ª reunión CIT (2023)",
        "CEACR",
        "general-observation",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Observación sobre sumisión a las autoridades competentes (CEACR) - Adopción: 2022, Publicación: 111ª reunión CIT (2023)",
        "CEACR",
        "submission-observation",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Solicitud directa sobre sumisión a las autoridades competentes (CEACR) - Adopción: 2022, Publicación: 111ª reunión CIT (2023)",
        "CEACR",
        "submission-direct-request",
        2022,
        111,
        2023,
        (),
    ),
    (
        "Individual Case (CAS) - Discussion: 2017, Publication: 106th ILC session (2017)",
        "CAS",
        "individual-case",
        2017,
        106,
        2017,
        (),
    ),
    (
        "Case of serious failure (CAS) - Discussion: 2009, Publication: 98th ILC session (2009)",
        "CAS",
        "serious-failure",
        2009,
        98,
        2009,
        (),
    ),
    (
        "Cas individuel (CAS) - Discussion : 2014, Publication : 103ème session CIT (2014)",
        "CAS",
        "individual-case",
        2014,
        103,
        2014,
        (),
    ),
    (
        "Caso individual (CAS) - Discusión: 2015, Publicación: 104ª reunión CIT (2015)",
        "CAS",
        "individual-case",
        2015,
        104,
        2015,
        (),
    ),
    ("CMNT_TITLE", "CEACR", None, None, None, None, ()),
    ("CMNT_TITLE_CAS", "CAS", None, None, None, None, ()),
    ("C029 - CMNT_TITLE", "CEACR", None, None, None, None, ("C029",)),
    (
        "C029 - Observation (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "CEACR",
        "observation",
        2021,
        110,
        2022,
        ("C029",),
    ),
    (
        "C081, C129 - Solicitud directa (CEACR) - Adopción: 2021, Publicación: 110ª reunión CIT (2022)",
        "CEACR",
        "direct-request",
        2021,
        110,
        2022,
        ("C081", "C129"),
    ),
    (
        "MLC, 2006 - Direct Request (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "CEACR",
        "direct-request",
        2021,
        110,
        2022,
        ("C186",),
    ),
    (
        "P029 - Demande directe (CEACR) - adoptée 2021, publiée 110ème session CIT (2022)",
        "CEACR",
        "direct-request",
        2021,
        110,
        2022,
        ("P029",),
    ),
]


@pytest.mark.parametrize(("text", "body", "kind", "adopted", "session", "published", "codes"), COMMENTS)
def test_a_comment_header_says_body_kind_and_years(
    registers: Registers,
    text: str,
    body: str,
    kind: str | None,
    adopted: int | None,
    session: int | None,
    published: int | None,
    codes: tuple[str, ...],
):
    header = parse_comment_header(make_line(text), registers.headings)
    assert header is not None
    assert (header.body, header.kind, header.adopted_year, header.session, header.published_year, header.codes) == (
        body, kind, adopted, session, published, codes,
    )  # fmt: skip


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
