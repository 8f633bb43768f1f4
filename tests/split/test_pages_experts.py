"""Whole pages of the Committee of Experts, invented; what is checked is what a reader of the page would say."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage
from pipeline.split import split_comments, split_passages
from pipeline.vocabulary import BlockKind
from tests.split.conftest import make_page

CHROME = """
ILO-en-strap
NORMLEX
Information System on International Labour Standards
NORMLEX Home > Country profiles >  > Comments
"""
FOOT = "© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer"
BANNER = """
National Legislation on Labour and Social Rights
Global database on occupational safety and health legislation
Employment protection legislation database
"""


def read(
    text: str, registers: Registers, address: str | None = None, kinds: dict[str, BlockKind] | None = None
) -> tuple[Document, tuple[Comment, ...], list[tuple[Passage, ...]]]:
    document = make_page(text, address, kinds)
    comments = split_comments(document, registers)
    return document, comments, [split_passages(document, comment, registers) for comment in comments]


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


ALL_COMMENTS = """
ILO-en-strap
Página de entrada NORMLEX > Perfiles por país > > Comentarios > Todos los comentarios
Convenio sobre la libertad sindical y la protección del derecho de sindicación, 1948 (núm. 87) - Honduras (Ratificación : 1956)
Visualizar en: Inglés - Francés
Solicitud directa (CEACR) - Adopción: 2022, Publicación: 111ª reunión CIT (2023)
No disponible en español.
Observación (CEACR) - Adopción: 2016, Publicación: 106ª reunión CIT (2017)
Comentario anterior
Artículo 2 del Convenio. Derecho de sindicación. La Comisión toma nota de un proyecto de ley sobre los gremios del puerto.
Caso individual (CAS) - Discusión: 2015, Publicación: 104ª reunión CIT (2015)
2015-Honduras-C087-Sp
Un representante gubernamental declaró que el proyecto se discutía en todo el país.
Los miembros trabajadores recordaron que nadie los había consultado.
La Comisión tomó nota de la información comunicada por el representante gubernamental y de la discusión.
Un representante gubernamental agradeció a los oradores.
Observación (CEACR) - Adopción: 1994, Publicación: 81ª reunión CIT (1994)
La Comisión pide al Gobierno que responda a sus preguntas sobre los gremios.
"""


def test_a_page_of_all_comments_mixes_bodies_under_one_title_and_drops_placeholders(registers: Registers):
    document, comments, passages = read(ALL_COMMENTS, registers)
    assert [(c.body, c.kind, c.adopted_year, c.session, c.published_year) for c in comments] == [
        ("CEACR", "observation", 2016, 106, 2017),
        ("CAS", "individual-case", 2015, 104, 2015),
        ("CEACR", "observation", 1994, 81, 1994),
    ]
    assert {(c.countries, c.conventions, c.ratified_year, c.language) for c in comments} == {
        (("HND",), ("C087",), (1956,), "es")
    }
    assert [p.heading for p in passages[0]] == ["Artículo 2 del Convenio. Derecho de sindicación"]
    assert [(p.section, p.voice) for p in passages[1]] == [
        ("discussion", "government"),
        ("discussion", "workers"),
        ("conclusions", None),
        ("closing-statement", "government"),
    ]


def test_banner_only_page_knows_its_country_from_the_address_alone(registers: Registers):
    text = f"""{BANNER}
    Afficher en : Anglais - EspagnolTout voir
    La commission note que le rapport ne répond pas à la question des mines du nord.
    {FOOT}"""
    address = "https://www.ilo.org/dyn/nrmlx_fr/f?p=1000%3A13100%3A0%3A%3ANO%3A13100%3AP13100_COMMENT_ID%2CP13100_COUNTRY_ID%3A2%2C102671"
    document, (comment,), (passages,) = read(text, registers, address=address)
    assert (comment.body, comment.kind, comment.countries, comment.conventions) == ("CEACR", None, ("HTI",), ())
    assert (comment.adopted_year, comment.session, comment.published_year) == (None, None, None)
    assert comment.span.cut(document.text).startswith("La commission note")
    assert len(passages) == 1


def test_banner_only_page_without_address_leaves_the_country_open(registers: Registers):
    _, (comment,), _ = read(
        f"{BANNER}\nDisplay in: French - SpanishView all\nThe Committee notes the report of the mining board.",
        registers,
    )
    assert (comment.body, comment.kind, comment.countries) == ("CEACR", None, ())


def test_banner_only_page_of_the_conference_committee_is_told_from_its_speakers(registers: Registers):
    text = f"""{BANNER}
    Afficher en : Anglais - EspagnolTout voir
    Un représentant gouvernemental du pays, ministre du travail, a rappelé que la commission l'avait invité.
    L'orateur a mentionné une loi de 1999.
    Les membres employeurs ont salué cette loi.
    La commission a pris note de la déclaration du représentant gouvernemental et de la discussion."""
    document, (comment,), (passages,) = read(text, registers)
    assert (comment.body, comment.kind) == ("CAS", None)
    assert [p.voice for p in passages] == ["government", "government", "employers", None]
    assert passages[-1].section == "conclusions"


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


def test_german_page_prints_keys_and_the_kind_stays_open(registers: Registers):
    text = """CMNT_TITLE
    Equal Remuneration Convention, 1951 (No. 100) - Malawi (RATIFICATION: 1965)
    DISPLAYINFrench - SpanishAlle anzeigen
    The Committee notes the pay survey of 2004."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.body, comment.kind, comment.countries, comment.conventions) == ("CEACR", None, ("MWI",), ("C100",))
    assert comment.ratified_year == (1965,)
    assert len(passages) == 1


COUNTRY_FILE = """
NORMLEX Page d'accueil > Profils par pays > > Commentaires par pays > Texts of comments: Serbie
Commentaires adoptés par la CEACR: Serbie
Adopté par la CEACR en 2021
C029 - Demande directe (CEACR) - adoptée 2021, publiée 110ème session CIT (2022)
Article 1 de la convention. Traite. La commission note la stratégie.
C081 - Observation (CEACR) - adoptée 2021, publiée 110ème session CIT (2022)
La commission note que la loi sur les visites reste en vigueur.
Adopté par la CEACR en 2020
C097 - Demande directe (CEACR) - adoptée 2020, publiée 109ème session CIT (2021)
Non disponible en français.
"""


def test_a_country_file_has_a_comment_for_each_block(registers: Registers):
    _, comments, passages = read(COUNTRY_FILE, registers)
    assert [(c.countries, c.conventions, c.kind, c.adopted_year, c.session) for c in comments] == [
        (("SRB",), ("C029",), "direct-request", 2021, 110),
        (("SRB",), ("C081",), "observation", 2021, 110),
    ]
    assert [len(found) for found in passages] == [1, 1]


def test_a_german_country_file_takes_the_year_from_the_heading_of_its_group(registers: Registers):
    text = """Comments adopted by the CEACR: Lesotho
    ADOPTED_BY_THE_CEACR_IN 2021
    C029 - CMNT_TITLE
    The Committee notes the new bill on debt labour.
    ADOPTED_BY_THE_CEACR_IN 2018
    C105 - CMNT_TITLE
    The Committee notes the older bill."""
    _, comments, _ = read(text, registers)
    assert [(c.conventions, c.kind, c.adopted_year, c.published_year) for c in comments] == [
        (("C029",), None, 2021, None),
        (("C105",), None, 2018, None),
    ]
    assert {c.countries for c in comments} == {("LSO",)}


def test_comments_on_submission_and_reporting_have_a_country_and_no_convention(registers: Registers):
    text = """Observation on submission to competent authorities (CEACR) - adopted 2021, published 110th ILC session (2022)
    Gambia
    Serious failure to submit. The Committee notes with regret that ten instruments were not submitted.
    It reminds the Government that it may ask for help."""
    document, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, comment.countries, comment.conventions) == ("submission-observation", ("GMB",), ())
    assert passages[0].heading == "Serious failure to submit"


REPEATED = """
Observation (CEACR) - adopted 2016, published 106th ILC session (2017)
Night Work (Women) Convention (Revised), 1948 (No. 89) - Comoros (Ratification: 1978)
The Committee notes with regret that the report was not received. It is bound to repeat its comments made in 2012.
Repetition
Repetition Article 3 of the Convention. Ban on night work. The Committee notes with interest that a bill exists.
The Committee hopes that the Government will make every effort to take the necessary action.
"""


def test_all_that_follows_the_repetition_mark_is_quoted_and_the_mark_is_no_text(registers: Registers):
    document, _, (passages,) = read(REPEATED, registers)
    assert [(p.quoted, p.heading, p.span.cut(document.text)[:13]) for p in passages] == [
        (False, None, "The Committee"),
        (True, "Article 3 of the Convention. Ban on night work", "Article 3 of "),
        (True, "Article 3 of the Convention. Ban on night work", "The Committee"),
    ]


def test_repetition_as_a_plain_word_marks_nothing(registers: Registers):
    text = """Observation (CEACR) - adopted 2016, published 106th ILC session (2017)
    Comoros
    The Committee notes the plan.
    Repetition of the survey is planned, and the Committee awaits it."""
    _, _, (passages,) = read(text, registers)
    assert [p.quoted for p in passages] == [False, False]


def leads(registers: Registers, *lines: str) -> list[tuple[bool, str]]:
    text = "\n".join(("Observation (CEACR) - adopted 2016, published 106th ILC session (2017)", "Comoros", *lines))
    document, _, (passages,) = read(text, registers)
    return [(p.quoted, p.span.cut(document.text)) for p in passages]


def test_an_older_comment_that_reads_as_follows_is_quoted_up_to_the_closing_hope(registers: Registers):
    found = leads(
        registers,
        "The report was not received. It must therefore repeat its previous observation, which read as follows:",
        "1. The Committee notes with satisfaction that Decree No. 4 was repealed.",
        "2. The Committee asks for the number of visits.",
        "The Committee hopes that the Government will make every effort to take the necessary action.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False]


def test_an_older_comment_in_the_same_paragraph_is_a_passage_of_its_own(registers: Registers):
    found = leads(
        registers,
        "La commission rappelle ses commentaires, qui étaient conçus dans les termes suivants: La commission note avec intérêt que la loi a été changée.",
    )
    assert found == [
        (False, "La commission rappelle ses commentaires, qui étaient conçus dans les termes suivants:"),
        (True, "La commission note avec intérêt que la loi a été changée."),
    ]


def test_an_older_comment_in_spanish(registers: Registers):
    found = leads(
        registers,
        "La Comisión se ve obligada a reiterar su observación anterior, redactada como sigue:",
        "La Comisión toma nota con interés del nuevo decreto.",
        "Pide datos.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True]


def test_calls_of_the_conference_committee_are_quoted_and_the_committees_own_are_not(registers: Registers):
    found = leads(
        registers,
        "Follow-up to the conclusions of the Committee on the Application of Standards (International Labour Conference, 106th Session, June 2017)",
        "The Committee notes the discussion of June 2017. The Conference Committee called upon the Government to:",
        "(i) amend the Code;",
        "(ii) accept a direct contacts mission.",
        "The Committee notes that the Code is unchanged. Recalling what the Conference Committee requested, the Committee urges the Government to:",
        "– amend the Code without delay;",
        "– avail itself of technical assistance.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False, False, False]


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


def test_calls_of_another_body_in_french_and_spanish_are_quoted(registers: Registers):
    found = leads(
        registers,
        "La Commission de la Conférence a prié instamment le gouvernement:",
        "• de modifier le code;",
        "• d'accepter une mission.",
        "La Comisión de Aplicación de Normas instó al Gobierno a que:",
        "a) modifique el Código;",
        "b) acepte una misión.",
        "La Comisión pide al Gobierno que:",
        "a) responda.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False, True, True, False, False]


def test_items_without_marks_are_quoted_with_their_lead_and_the_next_paragraph_is_not(registers: Registers):
    found = leads(
        registers,
        "In June 2016 the Conference Committee requested the Government to:",
        "amend the Code",
        "accept a mission",
        "The Committee notes that the Code was amended.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False]


def test_what_the_committee_asked_before_is_past_and_what_it_asks_now_is_not(registers: Registers):
    found = leads(
        registers,
        "In its previous comments, the Committee requested the Government to:",
        "(a) supply the decree;",
        "(b) supply the figures.",
        "The Committee requests the Government to:",
        "(a) supply the decree.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False, False]


def test_replies_received_are_a_comment_of_one_sentence(registers: Registers):
    text = """Replies received to the issues raised in a direct request which do not give rise to further comments (CEACR) - adopted 2019, published 109th ILC session (2021)
    Minimum Age Convention, 1973 (No. 138) - Seychelles (Ratification: 2000)
    The Committee notes the information provided, which answers the points of its last request."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, len(passages)) == ("replies", 1)


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


def test_paragraphs_in_quotation_marks_after_a_colon_are_quoted_up_to_the_closing_mark(registers: Registers):
    found = leads(
        registers,
        "In 2004, the Committee had this to say:",
        "“The Committee notes with regret that the law is unchanged.",
        "It urges the Government to amend it.”",
        "The Committee now notes with satisfaction that the law was repealed.",
        "“Model farms” are a new word in the Code.",
    )
    assert [quoted for quoted, _ in found] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("General Observation (CEACR) - adopted 2012, published 102nd ILC session (2013)", "Occupational Safety and Health Convention, 1981 (No. 155)"),
        ("Observation générale (CEACR) - adoptée 2012, publiée 102ème session CIT (2013)", "Convention (n° 155) sur la sécurité et la santé des travailleurs, 1981"),
        ("Observación general (CEACR) - Adopción: 2012, Publicación: 102ª reunión CIT (2013)", "Convenio sobre seguridad y salud de los trabajadores, 1981 (núm. 155)"),
    ],
)  # fmt: skip
def test_a_general_observation_to_all_states_is_linked_to_the_convention_of_its_title(registers: Registers, header: str, title: str):
    _, (comment,), _ = read(f"{header}\n{title}\nThe Committee has examined this year the reports of 31 States.", registers)
    assert (comment.conventions, comment.countries) == (("C155",), ())
