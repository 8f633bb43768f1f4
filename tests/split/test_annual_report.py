"""Printed reports of the Committee of Experts: every sentence below is invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteers.registers import Registers
from pipeline.split.annual_report import recognise_annual_report, split_annual_passages, split_annual_report
from pipeline.split.assemble import seal_comments
from pipeline.vocabulary import CommentKind
from tests.split.conftest import make_page

BY_CONVENTION = """
International Labour Conference
89th Session, 2001
Report III (Part 1A)
Report of the Committee of Experts on the Application of Conventions and Recommendations
Part I. General Report
I. Introduction
1. The Committee of Experts held its 71st Session in Geneva from 23 November to 8 December 2000.
2. It examined the invented reports that were due.
Part II. Observations concerning particular countries
I. Observations concerning reports on ratified Conventions (articles 22 and 35 of the Constitution)
A. General observations
Chad
The Committee notes with regret that, for the second year, no invented report has been received from the Government.
B. Individual observations
Convention No. 87: Freedom of Association and Protection of the Right to Organise, 1948
Algeria (ratification: 1962)
The Committee takes note of the invented report. It asks the Government to amend section 6 of the invented Act.
Article 3 of the Convention. Right of organizations to act. The Committee asks for an invented copy of the bill.
[The Government is asked to report in detail in 2002.]
* * *
Chad (ratification: 1960)
The Committee reminds the Government that the invented technical assistance of the Office is there for it.
In addition, requests regarding certain points are being addressed directly to the following States: Albania, Benin, Chad.
Convention No. 98: Right to Organise and Collective Bargaining, 1949
Bolivia (Plurinational State of) (ratification: 1973)
The Committee notes with interest the adoption of an invented decree on collective bargaining in the public sector.
II. Observations on the submission to the competent authorities of the instruments adopted by the International Labour Conference
Kenya
The Committee hopes that the Government will soon submit the invented instruments to the invented parliament.
Appendix I. Reports received
Kenya
Peru
"""


BY_COUNTRY = """
International Labour Conference, 102nd Session, 2013
Application of International Labour Standards 2013 (I)
Report III (Part 1A)
Part II. Observations concerning particular countries
Freedom of association, collective bargaining, and industrial relations
Algeria
Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)
(ratification: 1962)
The Committee notes the invented observations of a trade union and asks the Government for its reply to them.
Convention No. 98
The Committee asks the Government to give invented details under this heading, which opens no text of its own.
Right to Organise and Collective Bargaining Convention, 1949 (No. 98) (ratification: 1962)
The Committee notes with satisfaction that the invented Act gives effect to its earlier comments on bargaining.
Angola
Labour Inspection Convention, 1947 (No. 81) (ratification: 1976) Labour Inspection (Agriculture) Convention, 1969 (No. 129) (ratification: 1976)
The Committee will examine the application of both Conventions together in this invented joint comment.
Direct requests
In addition, requests regarding certain points are being addressed directly to the following States: Convention No. 87 (Albania, Angola); Convention No. 98 (Benin).
The Committee noted the information supplied by the following States in answer to a direct request with regard to: Convention No. 29 (Chile, Peru).
Forced labour
Benin
Forced Labour Convention, 1930 (No. 29) (ratification: 1960)
The Committee notes that the invented order was repealed in the invented year.
"""


FRENCH = """
Conférence internationale du Travail, 102e session, 2013
Rapport de la Commission d'experts pour l'application des conventions et recommandations
Liberté syndicale, négociation collective et relations professionnelles
Tchad
Convention (nº 87) sur la liberté syndicale et la protection du droit syndical, 1948 (ratification: 1960)
La commission prend note du rapport inventé du gouvernement et lui demande d'autres informations inventées.
Travail forcé
Togo
Convention (nº 29) sur le travail forcé, 1930 (ratification: 1960)
La commission espère que le gouvernement prendra les mesures inventées dans un proche avenir.
En outre, une demande relative à certains points est adressée directement aux Etats suivants: Convention nº 29 (Bénin, Tchad).
"""


SPANISH = """
Conferencia Internacional del Trabajo, 102.ª reunión, 2013
Informe de la Comisión de Expertos en Aplicación de Convenios y Recomendaciones
Libertad sindical, negociación colectiva y relaciones laborales
Perú
Convenio sobre la libertad sindical y la protección del derecho de sindicación, 1948 (núm. 87) (ratificación: 1960)
La Comisión toma nota de la memoria inventada del Gobierno y le pide otras informaciones inventadas.
Trabajo forzoso
España
Convenio sobre el trabajo forzoso, 1930 (núm. 29) (ratificación: 1932)
La Comisión confía en que el Gobierno tomará las medidas inventadas en un futuro próximo.
Además, se envían solicitudes sobre ciertos puntos directamente a los siguientes Estados: Convenio núm. 29 (Chile, Cuba).
"""


def read_rows(
    text: str, registers: Registers
) -> list[tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[int, ...]]]:
    page = make_page(text)
    return [(c.kind, c.countries, c.conventions, c.ratified_year) for c in split_annual_report(page, registers)]


@pytest.mark.parametrize("text", [BY_CONVENTION, BY_COUNTRY, FRENCH, SPANISH])
def test_a_report_is_recognised_by_its_name(text: str, registers: Registers):
    assert recognise_annual_report(make_page(text), registers)


def test_a_part_of_a_report_is_recognised_by_its_headings(registers: Registers):
    text = "\n".join(BY_COUNTRY.strip().split("\n")[4:])
    assert recognise_annual_report(make_page(text), registers)


def test_prose_about_the_report_is_no_report(registers: Registers):
    text = (
        "1. The paper recalls that the Report of the Committee of Experts on the Application of Conventions and "
        "Recommendations lists many invented cases, and that Algeria (ratification: 1962) is one of them in this sentence."
    )
    assert not recognise_annual_report(make_page(text), registers)


def test_observations_by_convention(registers: Registers):
    assert read_rows(BY_CONVENTION, registers) == [
        (CommentKind.GENERAL_REPORT, (), (), ()),
        (CommentKind.GENERAL_OBSERVATION, ("TCD",), (), ()),
        (CommentKind.OBSERVATION, ("DZA",), ("C087",), (1962,)),
        (CommentKind.OBSERVATION, ("TCD",), ("C087",), (1960,)),
        (CommentKind.OBSERVATION, ("BOL",), ("C098",), (1973,)),
        (CommentKind.SUBMISSION_OBSERVATION, ("KEN",), (), ()),
    ]


def test_observations_by_country(registers: Registers):
    assert read_rows(BY_COUNTRY, registers) == [
        (CommentKind.OBSERVATION, ("DZA",), ("C087",), (1962,)),
        (CommentKind.OBSERVATION, ("DZA",), ("C098",), (1962,)),
        (CommentKind.OBSERVATION, ("AGO",), ("C081", "C129"), (1976, 1976)),
        (CommentKind.OBSERVATION, ("BEN",), ("C029",), (1960,)),
    ]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [(FRENCH, ("TCD", "C087", 1960), ("TGO", "C029", 1960)), (SPANISH, ("PER", "C087", 1960), ("ESP", "C029", 1932))],
)
def test_french_and_spanish_volumes(
    text: str, first: tuple[str, str, int], second: tuple[str, str, int], registers: Registers
):
    rows = read_rows(text, registers)
    assert [(r[1][0], r[2][0], r[3][0]) for r in rows] == [first, second]


def test_years_and_session_are_the_printed_ones(registers: Registers):
    comments = split_annual_report(make_page(BY_CONVENTION), registers)
    assert {(c.session, c.published_year, c.adopted_year) for c in comments} == {(89, 2001, 2000)}
    for text in (BY_COUNTRY, FRENCH, SPANISH):
        assert {
            (c.session, c.published_year, c.adopted_year) for c in split_annual_report(make_page(text), registers)
        } == {(102, 2013, None)}


def test_what_is_not_printed_stays_unknown(registers: Registers):
    text = "\n".join(BY_COUNTRY.strip().split("\n")[4:])
    assert {(c.session, c.published_year, c.adopted_year) for c in split_annual_report(make_page(text), registers)} == {
        (None, None, None)
    }


def test_special_note_and_passages(registers: Registers):
    page = make_page(BY_CONVENTION)
    algeria = seal_comments(page, split_annual_report(page, registers))[2]
    passages = split_annual_passages(page, algeria, registers)
    assert algeria.special_note == "[The Government is asked to report in detail in 2002.]"
    assert [p.span.cut(page.text)[:28] for p in passages] == [
        "The Committee takes note of ",
        "Article 3 of the Convention.",
    ]
    assert passages[1].heading == "Article 3 of the Convention. Right of organizations to act"


def test_lists_of_addressees_are_in_no_comment(registers: Registers):
    for text in (BY_CONVENTION, BY_COUNTRY, FRENCH, SPANISH):
        page = make_page(text)
        for comment in split_annual_report(page, registers):
            words = comment.span.cut(page.text)
            assert "Albania" not in words and "Cuba" not in words and "Bénin, Tchad" not in words


def test_headings_of_the_next_chapter_are_not_in_the_last_comment(registers: Registers):
    page = make_page(BY_COUNTRY)
    angola = split_annual_report(page, registers)[2]
    assert angola.span.cut(page.text).endswith("joint comment.")


LINES = st.sampled_from([line for line in (BY_COUNTRY + BY_CONVENTION + FRENCH).splitlines() if line.strip()])


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(LINES, max_size=40))
def test_comments_and_passages_are_ordered_disjoint_and_inside(lines: list[str], registers: Registers):
    page = make_page("\n".join(lines) or "-")
    comments = seal_comments(page, split_annual_report(page, registers))
    last = 0
    for comment in comments:
        assert last <= comment.span.start < comment.span.end <= len(page.text)
        last, inner = comment.span.end, comment.span.start
        for passage in split_annual_passages(page, comment, registers):
            assert inner <= passage.span.start < passage.span.end <= comment.span.end
            inner = passage.span.end
    assert len({c.comment_id for c in comments}) == len(comments)


def test_a_thousand_pages_split_in_a_moment(registers: Registers):
    paragraph = "The Committee notes the invented information in the report and asks the Government for more. " * 8
    top, rest = BY_COUNTRY.strip().split("\n")[:5], BY_COUNTRY.strip().split("\n")[5:9]
    text = "\n".join([*top, *([*rest, *[paragraph] * 16] * 500)])
    page = make_page(text)
    assert len(page.blocks) >= 10_000
    start = time.perf_counter()
    comments = split_annual_report(page, registers)
    assert time.perf_counter() - start < 1.5
    assert len(comments) == 500


def test_a_part_about_obligations_is_recognised_by_its_name(registers: Registers):
    text = """
    Comments concerning the obligation to report
    Chad
    The Committee notes with deep concern that the invented reports have not been received for years.
    Haiti
    The Committee notes with regret that the invented first report has not been sent by the Government.
    """
    page = make_page(text)
    assert recognise_annual_report(page, registers)
    assert read_rows(text, registers) == [
        (CommentKind.GENERAL_OBSERVATION, ("TCD",), (), ()),
        (CommentKind.GENERAL_OBSERVATION, ("HTI",), (), ()),
    ]
