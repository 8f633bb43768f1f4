"""Invented paragraphs: the bar ends the heading that runs in."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.runin import is_heading_line, measure_run_in
from tests.split.conftest import make_line

RUN_IN = [
    "Article 3(2) of the Convention. Additional duties entrusted to inspectors.| The Committee notes the figures.",
    "Articles 1, 2 and 5.| The Committee recalls its request.",
    "Articles 1(1), 2(1) and 25 of the Convention. Slavery and its vestiges.| In its previous comments, the Committee asked for data.",
    "Part V of the report form. Practical application.| The Committee requests statistics.",
    "Part V of the report form.| Please supply a summary of inspection reports.",
    "Article 12, paragraph 1(a), of the Convention No. 81 and Article 16(1)(a) of Convention No. 129. Free entry.| The Committee noted earlier that the law was under review.",
    "Failure to submit.| The Committee notes that no instrument was submitted.",
    "Practical application.| The Government indicates that 12 inspectors work in the north.",
    "Legislative developments.| Further to its earlier comments, the Committee notes a new Code.",
    "Article 3(1) and (2) of the Convention.Functions of inspectors.| The Committee notes the annual report.",
    "Article 2 of the ConventionSexual harassment.| The Committee notes Act No. 12 of 2010.",
    "Article 4: National policy.| The Committee notes the plan.",
    "Article 2:| The Committee asks once more for the decree.",
    "Regulation 2.3 and Standard A2.3, paragraph 5. Hours of rest.| The Committee notes section 14.",
    "Article 1(a) of the Convention.| (a) The Committee noted earlier that the Act is broad.",
    "A. Labour inspection in mines. Article 10.| The Committee notes the number of inspectors.",
    "Impact of the drought on wages.| The Committee notes the Government's statement.",
    "Occupational Safety and Health Convention, 1981 (No. 155). Article 8.| The Committee notes the bill.",
    "Article 1 a) de la convention. Travail forcé comme sanction.| La commission note que le code a été modifié.",
    "Article 2, paragraphe 2 d), de la convention. Cas de force majeure.| La commission prie le gouvernement de préciser la portée du décret.",
    "Articles 5 et 6 de la convention.| Dans ses commentaires précédents, la commission avait demandé des données.",
    "Défaut grave de soumission.| La commission note que les instruments n'ont pas été soumis.",
    "Questions d’ordre législatif.| La commission rappelle que la loi date de 1974.",
    "Point V du formulaire de rapport. Application pratique.| La commission prend note des statistiques.",
    "Partie II de la convention. Amélioration des niveaux de vie.| La commission note le plan.",
    "Suivi des conclusions de la Commission de l’application des normes.| La commission prend note de la loi nouvelle.",
    "Artículo 1, 1), artículo 2, 1), y artículo 25 del Convenio. Trata de personas.| La Comisión toma nota de la ley.",
    "Artículo 3, 1) y 2) del Convenio.Funciones adicionales.| La Comisión toma nota del informe.",
    "Artículos 1 y 2 del Convenio. Política nacional.| En sus comentarios anteriores, la Comisión pidió datos.",
    "Parte V del formulario de memoria. Aplicación en la práctica.| La Comisión pide al Gobierno que envíe estadísticas.",
    "Convenio sobre el contrato de enrolamiento de los pescadores, 1959 (núm. 114). Artículo 8.| La Comisión pide al Gobierno que responda.",
    "Sumisión.| La Comisión lamenta la falta de información.",
    "|The Committee notes the report. It asks for more.",
    "|Article 3 of the Convention provides that inspectors are free to enter. The Committee notes this.",
    "|In its previous comments, the Committee asked for a copy. It has none.",
    "|La commission note le rapport. Elle demande un exemplaire.",
    "|El Gobierno indica que la ley fue aprobada. La Comisión toma nota.",
    "|The Government supplied data. The Committee notes them.",
    "|La queja figura en una comunicación de 1988. El Gobierno respondió.",
    "The right to strike.| The Committee recalls its earlier comment.",
    "|A copy of the decree was not attached. The Committee asks for it.",
]


@pytest.mark.parametrize("marked", RUN_IN)
def test_a_heading_that_runs_in_ends_where_the_committee_begins_to_speak(registers: Registers, marked: str):
    expected = marked.index("|")
    line = make_line(marked.replace("|", ""))
    assert line.text[: measure_run_in(line.text, line.folded, registers.headings)] == marked[:expected]


@pytest.mark.parametrize(
    "text",
    [
        "A. General provisions",
        "1. Occupational Safety and Health Convention, 1981 (No. 155)",
        "I. Action taken at the national level",
        "Labour Inspection Convention, 1947 (No. 81)",
        "Follow-up to the conclusions of the Committee on the Application of Standards (International Labour Conference, 106th Session, June 2017)",
        "Follow-up to the recommendations of the Commission of Inquiry (complaint made under article 26 of the Constitution of the ILO)",
        "Suivi des conclusions de la Commission de l’application des normes (Conférence internationale du Travail, 106e session, juin 2017)",
        "Seguimiento de las conclusiones de la Comisión de Aplicación de Normas (Conferencia Internacional del Trabajo, 106.ª reunión, junio de 2017)",
        "Convention (n° 129) sur l'inspection du travail (agriculture), 1969",
        "Submission.",
        "Article 5 of the Convention.",
        "Liberté syndicale",
    ],
)
def test_a_short_line_without_a_verb_is_a_heading(registers: Registers, text: str):
    assert is_heading_line(make_line(text), registers.headings)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee notes the report.",
        "to amend the Labour Code;",
        "The Committee requests the Government to:",
        "the number of inspectors and",
        "La commission espère une réponse",
        "Please supply the decree, which was not attached to the report that the Government sent in the year before last, with the tables",
        "The Government's reply is awaited",
        "Article 17. Secteurs exclus. Prière d’indiquer si le code s’applique aux familles.",
        "Se solicitó la asistencia técnica de la OIT.",
        "The Committee welcomes this.",
    ],
)
def test_a_sentence_or_item_is_no_heading(registers: Registers, text: str):
    assert not is_heading_line(make_line(text), registers.headings)
