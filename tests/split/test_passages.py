"""Invented sentences: which colon opens the text of an older comment, and which lead opens a list of older calls."""

import pytest

from pipeline.folding import fold
from pipeline.gazetteers.registers import Registers
from pipeline.split.marks import read_mark
from pipeline.split.passages import find_quote_colon, is_quoting_lead

OPENING = [
    "It must therefore repeat its previous observation, which read as follows:",
    "The Committee repeats its 2010 observation which read as follows:",
    "It raised the matter in its previous direct request, which reads as follows:",
    "It is bound to reiterate its previous comments, which read, in part, as follows:",
    "It hopes for full information on the matters raised in its previous direct request, which read as follows:",
    "It asks for a reply to its last direct request, which was worded as follows:",
    "The Committee is obliged to repeat its previous comments:",
    "The Committee once again reiterates its earlier observation on the following points:",
    "It noted the situation in the following terms:",
    "Elle se voit obligée de renouveler sa précédente observation, qui était conçue dans les termes suivants:",
    "La commission rappelle ses commentaires antérieurs, qui étaient conçus dans les termes suivants:",
    "La commission répète sa demande directe, rédigée comme suit:",
    "Elle réitère son observation précédente, libellée ainsi:",
    "Elle renouvelle ses commentaires, qui se lisaient comme suit :",
    "La Comisión reitera su solicitud directa anterior, redactada en los términos siguientes:",
    "Se ve obligada a repetir su observación anterior, que estaba redactada como sigue:",
    "La Comisión recuerda sus comentarios, redactados en los siguientes términos:",
    "Reitera su observación anterior que decía lo siguiente:",
    "La Comisión reitera sus comentarios anteriores:",
]
OTHER = [
    "The Committee requests the Government to:",
    "Section 4 of the Code provides as follows:",
    "The figures for 2010 are as follows:",
    "The Committee notes the following measures:",
    "The Committee refers to its previous observation and asks for: the decree and the figures.",
    "Les chiffres se répartissent comme suit:",
    "La commission prie le gouvernement de fournir:",
    "La Comisión pide al Gobierno que indique lo siguiente:",
    "Las cifras son las siguientes:",
]


@pytest.mark.parametrize("sentence", OPENING)
def test_the_colon_before_an_older_comment_is_found(registers: Registers, sentence: str):
    assert find_quote_colon(fold(sentence), registers.headings) == len(sentence)


@pytest.mark.parametrize("sentence", OTHER)
def test_other_colons_open_no_older_comment(registers: Registers, sentence: str):
    assert find_quote_colon(fold(sentence), registers.headings) == 0


QUOTING = [
    "The Conference Committee called upon the Government to:",
    "In 2015, the Committee on the Application of Standards urged the Government to take the following steps:",
    "The Committee recalls that the Commission of Inquiry recommended the Government to:",
    "The Committee notes that, in June 2017, the CAS requested the Government to:",
    "In its previous comments, the Committee asked the Government to:",
    "The Committee previously requested the Government to:",
    "La Commission de l’application des normes a demandé au gouvernement de:",
    "La commission avait prié le gouvernement de:",
    "La Comisión de la Conferencia pidió al Gobierno que:",
    "La Comisión había solicitado al Gobierno que:",
]
OWN = [
    "The Committee requests the Government to:",
    "In light of the conclusions of the Conference Committee, the Committee urges the Government to:",
    "As the Conference Committee requested, the Committee asks the Government to:",
    "La commission prie le gouvernement, comme l'a demandé la Commission de la Conférence, de:",
    "La Comisión insta al Gobierno, como pidió la Comisión de Aplicación de Normas, a que:",
]


@pytest.mark.parametrize("sentence", QUOTING)
def test_a_lead_that_reports_older_calls(registers: Registers, sentence: str):
    assert is_quoting_lead(fold(sentence), registers.headings)


@pytest.mark.parametrize("sentence", OWN)
def test_a_lead_that_calls_now(registers: Registers, sentence: str):
    assert not is_quoting_lead(fold(sentence), registers.headings)


@pytest.mark.parametrize(
    ("text", "number", "rest", "item"),
    [
        ("1. 1086. The Committee last met.", "1086", "The Committee last met.", False),
        ("- 353. La queja figura.", "353", "La queja figura.", False),
        ("12. The Committee notes.", "12", "The Committee notes.", False),
        ("(1) The Committee notes.", "1", "The Committee notes.", False),
        ("3. 1. By letter of 1975.", "1", "By letter of 1975.", False),
        ("(a) to amend;", "(a)", "to amend;", True),
        ("a) modifier;", "(a)", "modifier;", True),
        ("(iv) to ratify;", "(iv)", "to ratify;", True),
        ("• a) el Comité pide;", "(a)", "el Comité pide;", True),
        ("• -los trabajos;", None, "los trabajos;", True),
        ("– to amend;", None, "to amend;", True),
        ("1.5 million workers struck.", None, "1.5 million workers struck.", False),
        ("2011 was a year of strikes.", None, "2011 was a year of strikes.", False),
        ("A Government representative spoke.", None, "A Government representative spoke.", False),
    ],
)
def test_marks_at_the_start_of_a_paragraph(text: str, number: str | None, rest: str, item: bool):  # noqa: FBT001
    mark = read_mark(text, after_lead=False)
    assert (mark.number, text[mark.length :], mark.item) == (number, rest, item)


def test_a_number_in_brackets_is_an_item_after_a_lead():
    assert read_mark("(1) Amend the Code.", after_lead=True).item
