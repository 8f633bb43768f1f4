"""Papers of the Governing Body and the Conference: every title and sentence below is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteers.registers import Registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split import split_comments
from pipeline.split.assemble import seal_comments
from pipeline.split.front_matter import FrontMatter, read_front_matter
from pipeline.split.papers import recognise_numbered_text, recognise_paper, split_paper, split_paper_passages
from pipeline.vocabulary import BlockKind, Body, CommentKind, MediaType
from tests.split.conftest import make_page

GOVERNING_BODY = """
Governing Body
GB.285/LILS/6 285th Session
Geneva, November 2002
FOR DEBATE AND GUIDANCE
SIXTH ITEM ON THE AGENDA
Invented improvements in invented activities
1. Introduction
1. The Governing Body asked for this invented paper at an earlier session.
2. It has three invented parts:
• the first part is about training;
• the second part is about advice.
2.1. Earlier texts
3. “The invented report of another body said all this before, in these words, and at this length.”
47. “A number quoted from another text does not count.”
4. The Office would like to hear the invented views of the members.
(a) on the first invented point;
5. The Committee may wish to take note of the invented paper.
Geneva, 2 October 2002.
Point for decision: Paragraph 5.
"""

FRENCH = """
Conseil d'administration
GB.285/LILS/6 285e session
Genève, novembre 2002
SIXIÈME QUESTION À L'ORDRE DU JOUR
Améliorations inventées
1. Le Conseil d'administration a demandé ce document inventé.
"""

SPANISH = """
Consejo de Administración
GB.285/LILS/6 285.ª reunión
Ginebra, noviembre de 2002
SEXTO PUNTO DEL ORDEN DEL DÍA
Mejoras inventadas
1. El Consejo de Administración pidió este documento inventado.
"""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (GOVERNING_BODY, "Invented improvements in invented activities"),
        (FRENCH, "Améliorations inventées"),
        (SPANISH, "Mejoras inventadas"),
    ],
)
def test_a_paper_of_the_governing_body(text: str, title: str, registers: Registers):
    page = make_page(text)
    assert recognise_paper(page, registers)
    (paper,) = split_paper(page, registers)
    assert (paper.body, paper.kind, paper.session, paper.published_year) == (Body.GB, CommentKind.PAPER, 285, 2002)
    assert (paper.title, paper.countries, paper.adopted_year) == (title, (), None)


def test_passages_of_a_paper(registers: Registers):
    page = make_page(GOVERNING_BODY)
    (paper,) = seal_comments(page, split_paper(page, registers))
    passages = split_paper_passages(page, paper, registers)
    assert [(p.number, p.heading, p.quoted) for p in passages] == [
        ("1", "1. Introduction", False),
        ("2", "1. Introduction", False),
        (None, "1. Introduction", False),
        (None, "1. Introduction", False),
        ("3", "2.1. Earlier texts", True),
        (None, "2.1. Earlier texts", True),
        ("4", "2.1. Earlier texts", False),
        ("(a)", "2.1. Earlier texts", False),
        ("5", "2.1. Earlier texts", False),
    ]
    assert all(p.countries == () for p in passages)


def test_a_quotation_of_several_paragraphs(registers: Registers):
    text = GOVERNING_BODY.replace(
        "3. “The invented report of another body said all this before, in these words, and at this length.”",
        "3. “The invented report begins here and goes on.\nIt goes on in an invented second paragraph.\nIt ends in an invented third one.”",
    )
    page = make_page(text)
    (paper,) = seal_comments(page, split_paper(page, registers))
    quoted = [p.span.cut(page.text)[:12] for p in split_paper_passages(page, paper, registers) if p.quoted]
    assert quoted == ["“The invente", "It goes on i", "It ends in a", "“A number qu"]


def test_tables_footnotes_and_furniture_are_no_passages(registers: Registers):
    units = [
        Printed(BlockKind.FURNITURE, "GB.285/LILS/6"),
        Printed(BlockKind.HEADING, "An invented heading"),
        Printed(BlockKind.PARAGRAPH, "1. The invented paragraph before the table stands here."),
        Printed(BlockKind.TABLE, "Invented row\t1\nInvented row\t2"),
        Printed(BlockKind.FOOTNOTE, "1 An invented footnote that is long enough to look like prose."),
        Printed(BlockKind.PARAGRAPH, "2. The invented paragraph after the table stands here."),
    ]
    composed = compose_text(units)
    page = Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.PDF, "test")
    (paper,) = seal_comments(page, split_paper(page, registers))
    assert (paper.body, paper.session) == (Body.GB, 285)
    assert [(p.number, p.heading) for p in split_paper_passages(page, paper, registers)] == [
        ("1", "An invented heading"),
        ("2", "An invented heading"),
    ]


def test_a_box_between_paragraphs_does_not_name_the_paragraphs_after_it(registers: Registers):
    text = """
    Governing Body
    The invented chapter
    1. The paragraph before the invented box is long enough.
    Box 1
    The words of the invented box are long enough as well.
    2. The paragraph after the invented box is long enough.
    """
    page = make_page(text)
    (paper,) = seal_comments(page, split_paper(page, registers))
    assert [(p.number, p.heading) for p in split_paper_passages(page, paper, registers)] == [
        ("1", "The invented chapter"),
        (None, "Box 1"),
        ("2", "The invented chapter"),
    ]


FRONTS = [
    ("International Labour Conference, 102nd Session, 2013", 102, None, 2013, Body.ILC),
    ("Conférence internationale du Travail, 102e session, 2013", 102, None, 2013, Body.ILC),
    ("Conferencia Internacional del Trabajo, 102.ª reunión, 2013", 102, None, 2013, Body.ILC),
    ("International Labour Conference\n102nd Session, Geneva, June 2013", 102, None, 2013, Body.ILC),
    ("Eighty-eighth Session,\nGeneva, 2000", 88, None, 2000, Body.ILC),
    ("Quatre-vingt-huitième session, Genève, 2000", 88, None, 2000, Body.ILC),
    ("Octogésima octava reunión, Ginebra, 2000", 88, None, 2000, Body.ILC),
    ("87th Session\nGeneva, June 1999", 87, None, 1999, Body.ILC),
    ("ILC.111/Record No. 4A\n2023", 111, None, 2023, Body.ILC),
    ("ILC.102/III(1A)", 102, None, None, Body.ILC),
    ("GB.316/INS/9/1\n316th Session, Geneva, 1–16 November 2012", None, 316, 2012, Body.GB),
    ("GB.297/TC/3 297th Session\nGeneva, November 2006", None, 297, 2006, Body.GB),
    ("1. The paper recalls document GB.283/4 and the 95th Session of the invented meeting.", None, None, None, None),
    ("Application of International Labour Standards 2024\nILC.112/Report III(A)", 112, None, 2024, Body.ILC),
    ("The invented text says nothing of this.", None, None, None, None),
]


@pytest.mark.parametrize(("text", "conference", "governing", "year", "body"), FRONTS)
def test_front_matter(
    text: str, conference: int | None, governing: int | None, year: int | None, body: Body | None, registers: Registers
):
    front = read_front_matter(make_page(text), registers)
    assert (front.conference, front.governing_body, front.year, front.body) == (conference, governing, year, body)


def test_a_date_at_the_end_is_not_the_year_of_the_session(registers: Registers):
    text = "The invented text names no session.\nGeneva, 2 October 2002."
    assert read_front_matter(make_page(text), registers) == FrontMatter(dated=2002)


def test_a_numbered_text_without_front_matter(registers: Registers):
    text = "\n".join(f"{number}. The invented paragraph says something about the Conference." for number in range(1, 6))
    page = make_page(text + "\nSuggested points for discussion")
    assert not recognise_paper(page, registers)
    assert recognise_numbered_text(page, registers)
    (paper,) = split_paper(page, registers)
    assert (paper.body, paper.session, paper.published_year, paper.title) == (Body.ILC, None, None, None)


@pytest.mark.parametrize("text", ["The invented letter has no numbers.", "1. One number is not enough to be a paper."])
def test_other_texts_are_no_papers(text: str, registers: Registers):
    page = make_page(text)
    assert not recognise_paper(page, registers)
    assert not recognise_numbered_text(page, registers)


LINES = st.sampled_from([line for line in (GOVERNING_BODY + FRENCH + SPANISH).splitlines() if line.strip()])


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(LINES, max_size=40))
def test_passages_are_ordered_disjoint_and_inside(lines: list[str], registers: Registers):
    page = make_page("\n".join(lines) or "-")
    for paper in seal_comments(page, split_paper(page, registers)):
        assert paper.span.end <= len(page.text)
        last = paper.span.start
        for passage in split_paper_passages(page, paper, registers):
            assert last <= passage.span.start < passage.span.end <= paper.span.end
            last = passage.span.end


@pytest.mark.parametrize(
    ("heading", "session"),
    [
        ("International Labour Conference, 98th Session, 2009\nREPORT OF THE COMMITTEE OF EXPERTS", 98),
        (
            "International Labour Conference, 110th Session, 2022\nII. Compliance with standards-related obligations",
            110,
        ),
        ("Rapport de la commission d'experts\nI. Respect des obligations", None),
        ("Informe de la Comisión de Expertos", None),
    ],
)
def test_an_extract_of_the_general_report_is_the_experts_and_no_paper(
    registers: Registers, heading: str, session: int | None
):
    text = f"{heading}\n58. No invented report came from Nowhere.\n59. The Committee hopes that one will.\n60. It thanks the Office."
    (comment,) = split_comments(make_page(text), registers)
    assert (comment.body, comment.kind, comment.session) == (Body.CEACR, CommentKind.GENERAL_REPORT, session)


@pytest.mark.parametrize(
    "top",
    [
        "GB.286/TC/2\n286.ª reunión\nConsejo de Administración\nGinebra, marzo de 2003",
        "OFICINA INTERNACIONAL DEL TRABAJO GB.286/TC/2\n286.ª reunión\nConsejo de Administración\nGinebra, marzo de 2003",
    ],
)
def test_the_year_may_stand_some_lines_below_the_session(registers: Registers, top: str):
    (comment,) = split_comments(
        make_page(f"{top}\nTERCER PUNTO DEL ORDEN DEL DÍA\nUn título inventado\n1. Un párrafo inventado."), registers
    )
    assert (comment.session, comment.published_year) == (286, 2003)
