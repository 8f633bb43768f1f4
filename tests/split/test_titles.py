import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.titles import keep_titles, parse_title
from tests.split.conftest import make_line

TITLES = [
    (
        "Discrimination (Employment and Occupation) Convention, 1958 (No. 111) - Spain (Ratification: 1967)",
        "C111",
        "ESP",
        1967,
    ),
    (
        "Social Policy (Basic Aims and Standards) Convention, 1962 (No. 117) - Spain (Ratification: 1973)",
        "C117",
        "ESP",
        1973,
    ),
    (
        "Convention (n° 87) sur la liberté syndicale et la protection du droit syndical, 1948 - Türkiye (Ratification: 1993)",
        "C087",
        "TUR",
        1993,
    ),
    ("Convention (no 81) sur l'inspection du travail, 1947 - Haïti (RATIFICATION: 1952)", "C081", "HTI", 1952),
    ("Convenio sobre la inspección del trabajo, 1947 (núm. 81) - Uganda (Ratificación : 1963)", "C081", "UGA", 1963),
    (
        "Convenio sobre el derecho de sindicación y de negociación colectiva, 1949 (núm. 98) - Pakistán (Ratificación : 1952)",
        "C098",
        "PAK",
        1952,
    ),
    ("Maritime Labour Convention, 2006 (MLC, 2006) - Switzerland (Ratification: 2011)", "C186", "CHE", 2011),
    ("Convention du travail maritime, 2006 (MLC, 2006) - Suisse (Ratification: 2011)", "C186", "CHE", 2011),
    ("Protocol of 2014 to the Forced Labour Convention, 1930 - Mauritania (Ratification: 2016)", "P029", "MRT", 2016),
    (
        "Protocole de 2014 relatif à la convention sur le travail forcé, 1930 - Mauritanie (Ratification: 2016)",
        "P029",
        "MRT",
        2016,
    ),
    (
        "Protocolo de 2014 relativo al Convenio sobre el trabajo forzoso, 1930 - Panamá (Ratificación : 2016)",
        "P029",
        "PAN",
        2016,
    ),
    ("Right of Association (Agriculture) Convention, 1921 (No. 11) - Gibraltar", "C011", "GIB", None),
    ("Convention (n° 81) sur l'inspection du travail, 1947 (Ratification: 1973)", "C081", None, 1973),
    ("Labour Inspection (Agriculture) Convention, 1969 (No. 129) (Ratification: 1977)", "C129", None, 1977),
    ("Haiti", None, "HTI", None),
    ("Monténégro", None, "MNE", None),
    (
        "Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87) - China - Hong Kong Special Administrative Region (Ratification: 1997)",
        "C087",
        "HKG",
        1997,
    ),
    (
        "Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87) - Atlantis (Ratification: 1997)",
        "C087",
        None,
        1997,
    ),
]


@pytest.mark.parametrize(("text", "code", "country", "year"), TITLES)
def test_a_title_line_says_convention_country_and_ratification(
    registers: Registers, text: str, code: str | None, country: str | None, year: int | None
):
    title = parse_title(make_line(text), registers)
    assert title is not None
    assert (title.code, title.country, title.ratified_year) == (code, country, year)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee notes the information on the application of the Convention.",
        "Article 3 of the Convention. Duties of inspectors. The Committee notes the report.",
        "Atlantis (Ratification: 1997)",
        "La commission prend note du rapport relatif à la convention du travail maritime, 2006 (MLC, 2006), reçu hier.",
    ],
)
def test_other_lines_are_no_titles(registers: Registers, text: str):
    assert parse_title(make_line(text), registers) is None


@pytest.mark.parametrize(
    ("adopted", "body", "kept"),
    [
        (1997, "the committee notes the report.", ["C029"]),
        (2013, "the committee notes the report.", ["C029"]),
        (2014, "the committee notes the report.", ["C029"]),
        (2021, "the committee notes the report.", ["C029", "P029"]),
        (None, "the committee notes the report.", ["C029"]),
        (None, "article 1 of the protocol of 2014. national policy.", ["C029", "P029"]),
        (None, "le protocole de 2014 est entre en vigueur.", ["C029", "P029"]),
    ],
)
def test_todays_ratification_of_a_protocol_is_not_carried_to_older_comments(
    registers: Registers, adopted: int | None, body: str, kept: list[str]
):
    lines = [
        "Forced Labour Convention, 1930 (No. 29) - Mauritania (Ratification: 1961)",
        "Protocol of 2014 to the Forced Labour Convention, 1930 - Mauritania (Ratification: 2016)",
    ]
    titles = [parse_title(make_line(line), registers) for line in lines]
    assert [title.code for title in keep_titles(titles, adopted, body, registers)] == kept
