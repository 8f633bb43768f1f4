"""Whole pages of the Committee of Experts, invented; what is checked is what a reader of the page would say."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.records import Document, Passage
from pipeline.split import split_comments
from pipeline.vocabulary import BlockKind
from tests.split.conftest import FOOT, make_page, read

CHROME = """
ILO-en-strap
NORMLEX
Information System on International Labour Standards
NORMLEX Home > Country profiles >  > Comments
"""


def outline(document: Document, passages: tuple[Passage, ...]) -> list[tuple[str | None, str | None, bool, str]]:
    return [(p.number, p.heading, p.quoted, p.span.cut(document.text)[:24]) for p in passages]


OBSERVATION = f"""
{CHROME}
Observation (CEACR) - adopted 2001, published 90th ILC session (2002)
Labour Inspection Convention, 1947 (No. 81) - Guatemala (Ratification: 1952)
Other comments on C081
Observation
1. 2019
2. 2015
Direct Request
1. 2011
Display in: French - SpanishView all
1. Article 10 of the Convention. Number of inspectors. The Committee notes that four posts were filled.
2. The Committee notes the Government's statement that a manual was printed.
It asks for a copy:
(a) of the manual; and
(b) of the circular of 2000.
The Committee is also addressing a request directly to the Government.
[The Government is asked to reply in detail to the present comments in 2003.]
{FOOT}
"""


def test_an_observation_with_numbered_paragraphs(registers: Registers):
    document, (comment,), (passages,) = read(OBSERVATION, registers)
    assert (comment.body, comment.kind, comment.countries, comment.conventions) == (
        "CEACR",
        "observation",
        ("GTM",),
        ("C081",),
    )
    assert (comment.adopted_year, comment.session, comment.published_year, comment.ratified_year) == (
        2001,
        90,
        2002,
        (1952,),
    )
    assert comment.title == "Labour Inspection Convention, 1947 (No. 81) - Guatemala (Ratification: 1952)"
    assert comment.subject == "labour-administration"
    assert comment.language == "en"
    assert comment.special_note == "[The Government is asked to reply in detail to the present comments in 2003.]"
    assert comment.span.cut(document.text).startswith("Observation (CEACR)")
    assert comment.span.cut(document.text).endswith("in 2003.]")
    topic = "Article 10 of the Convention. Number of inspectors"
    assert outline(document, passages) == [
        ("1", topic, False, "Article 10 of the Conven"),
        ("2", None, False, "The Committee notes the "),
        (None, None, False, "It asks for a copy:"),
        ("(a)", None, False, "(a) of the manual; and"),
        ("(b)", None, False, "(b) of the circular of 2"),
        (None, None, False, "The Committee is also ad"),
    ]


JOINT = f"""
{CHROME}
Demande directe (CEACR) - adoptée 2023, publiée 112ème session CIT (2024)
Monténégro
Convention (n° 81) sur l'inspection du travail, 1947 (Ratification: 2006)
Convention (n° 129) sur l'inspection du travail (agriculture), 1969 (Ratification: 2006)
Autre commentaire sur C081
Demande directe
1. 2019
Other comments on C129
Afficher en : Anglais - EspagnolTout voir
Afin de donner une vue d’ensemble, la commission examine les deux conventions dans un même commentaire.
A. Dispositions communes
Articles 3 et 4 des conventions. Fonctions des inspecteurs. La commission note que quatre inspecteurs suffisent au gouvernement.
Elle prie le gouvernement de préciser leur nombre.
Convention (n° 129) sur l'inspection du travail (agriculture), 1969
Article 21. Visites. La commission prend note des tableaux.
{FOOT}
"""


def test_a_joint_comment_has_a_country_line_and_a_line_for_each_convention(registers: Registers):
    document, (comment,), (passages,) = read(JOINT, registers)
    assert comment.countries == ("MNE",)
    assert comment.conventions == ("C081", "C129")
    assert comment.ratified_year == (2006, 2006)
    assert comment.language == "fr"
    topic = "Articles 3 et 4 des conventions. Fonctions des inspecteurs"
    inner = "Convention (n° 129) sur l'inspection du travail (agriculture), 1969. Article 21. Visites"
    assert [(p.heading, p.span.cut(document.text)[:9]) for p in passages] == [
        (None, "Afin de d"),
        (topic, "Articles "),
        (topic, "Elle prie"),
        (inner, "Article 2"),
    ]


def test_a_page_may_begin_directly_at_the_header_with_chrome_as_furniture(registers: Registers):
    text = """Direct Request (CEACR) - adopted 2013, published 103rd ILC session (2014)
    Minimum Age Convention, 1973 (No. 138) - Seychelles (Ratification: 2000)
    Display in: French - SpanishView all
    Article 2 of the Convention. Scope. The Committee notes that the Act covers homeworkers.
    Back to the list"""
    document, (comment,), (passages,) = read(
        text,
        registers,
        kinds={"Back to the list": BlockKind.FURNITURE, "Display in: French - SpanishView all": BlockKind.FURNITURE},
    )
    assert comment.countries == ("SYC",)
    assert comment.span.cut(document.text).endswith("homeworkers.")
    assert len(passages) == 1


def test_follow_up_is_a_section_until_the_next_heading(registers: Registers):
    text = """Observation (CEACR) - adopted 2017, published 107th ILC session (2018)
    Comoros
    Follow-up to the conclusions of the Committee on the Application of Standards (International Labour Conference, 106th Session, June 2017)
    The Committee notes the discussion.
    Legislative matters
    The Committee notes the Code."""
    _, _, (passages,) = read(text, registers)
    assert [p.section for p in passages] == ["follow-up", None]


def test_noise_lines_are_neither_passages_nor_headings(registers: Registers):
    text = """Observation (CEACR) - adopted 2017, published 107th ILC session (2018)
    Comoros
    TEXT
    Top of Form
    2017-Comoros-C087-En
    The Committee notes the Code."""
    _, _, (passages,) = read(text, registers)
    assert [(p.heading, p.number) for p in passages] == [(None, None)]


def test_a_page_without_a_word_of_a_committee_has_no_comment(registers: Registers):
    assert split_comments(make_page("Recipes for soup\nTake two onions and a carrot."), registers) == ()


NOTES = [
    ("[The Government is asked to report in detail in 2004.]", True),
    (
        "[The Government is asked to supply full particulars to the Conference at its 101st Session and to reply in full to the present comments in 2012.]",
        True,
    ),
    ("[Le gouvernement est prié de répondre en détail aux présents commentaires en 2012.]", True),
    ("[Se pide al Gobierno que responda de manera detallada en 2012.]", True),
    ("[Se invita al Gobierno a que proporcione información completa en la 101.ª reunión.]", True),
    ("[see paragraph 12]", False),
]


@pytest.mark.parametrize(("note", "special"), NOTES)
def test_the_special_note_is_the_printed_bracket(registers: Registers, note: str, special: bool):  # noqa: FBT001
    text = f"""Observation (CEACR) - adopted 2011, published 101st ILC session (2012)
    Comoros
    The Committee notes the Code.
    {note}
    The Committee raises other matters in a request."""
    _, (comment,), (passages,) = read(text, registers)
    assert comment.special_note == (note if special else None)
    assert len(passages) == 2


def test_a_title_glued_to_the_header_line_is_a_title_all_the_same(registers: Registers):
    text = """Observation (CEACR) - adopted 2001, published 90th ILC session (2002) Labour Inspection Convention, 1947 (No. 81) - Guatemala (Ratification: 1952)
    The Committee notes the Code."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.published_year, comment.countries, comment.conventions) == (2002, ("GTM",), ("C081",))
    assert len(passages) == 1


def test_unknown_short_lines_may_stand_above_the_title(registers: Registers):
    text = """Observation (CEACR) - adopted 2001, published 90th ILC session (2002)
    Send to a friend
    Labour Inspection Convention, 1947 (No. 81) - Guatemala (Ratification: 1952)
    The Committee notes the Code."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.countries, len(passages)) == (("GTM",), 1)


def test_an_article_heading_that_lost_its_line_break_begins_a_passage(registers: Registers):
    text = """Observation (CEACR) - adopted 2016, published 106th ILC session (2017)
    Comoros
    Article 5(1) of the Convention. Consultations. The Committee notes the minutes. Article 4(2). Training. The Committee notes the course. Article 6 of the Code provides for it."""
    document, _, (passages,) = read(text, registers)
    assert [(p.heading, p.span.cut(document.text)[-12:]) for p in passages] == [
        ("Article 5(1) of the Convention. Consultations", "the minutes."),
        ("Article 4(2). Training", "ides for it."),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "The Committee considers it appropriate to examine Conventions Nos 119 (guarding of machinery), 155 (OSH) and 187 (promotional framework) together.",
        "The Committee examines Conventions Nos. 119, 155 and 187 in a single comment.",
        "La commission examine les conventions nos 119 (protection des machines), 155 (SST) et 187 dans un même commentaire.",
        "La Comisión considera útil examinar los Convenios núms. 119, 155 y 187 en un único comentario.",
    ],
)
def test_a_joint_comment_without_titles_says_its_conventions_in_its_first_paragraph(registers: Registers, opening: str):
    text = f"Direct Request (CEACR) - adopted 2021, published 110th ILC session (2022)\n{opening}"
    _, (comment,), _ = read(text, registers)
    assert comment.conventions == ("C119", "C155", "C187")


def test_a_block_of_a_joint_comment_lists_every_convention_of_it(registers: Registers):
    text = """Comments adopted by the CEACR: Lesotho
    C026 - Direct Request (CEACR) - adopted 2021, published 110th ILC session (2022)
    The Committee examines Conventions Nos 26 and 95 in a single comment.
    C081 - Direct Request (CEACR) - adopted 2021, published 110th ILC session (2022)
    The Committee refers to the joint examination of Conventions Nos 26 and 95."""
    _, comments, _ = read(text, registers)
    assert [c.conventions for c in comments] == [("C026", "C095"), ("C081",)]


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("General Observation (CEACR) - adopted 2012, published 102nd ILC session (2013)", "Occupational Safety and Health Convention, 1981 (No. 155)"),
        ("Observation générale (CEACR) - adoptée 2012, publiée 102ème session CIT (2013)", "Convention (n° 155) sur la sécurité et la santé des travailleurs, 1981"),
        ("Observación general (CEACR) - Adopción: 2012, Publicación: 102ª reunión CIT (2013)", "Convenio sobre seguridad y salud de los trabajadores, 1981 (núm. 155)"),
    ],
)  # fmt: skip
def test_a_general_observation_to_all_states_is_linked_to_the_convention_of_its_title(
    registers: Registers, header: str, title: str
):
    _, (comment,), _ = read(
        f"{header}\n{title}\nThe Committee has examined this year the reports of 31 States.", registers
    )
    assert (comment.conventions, comment.countries) == (("C155",), ())
