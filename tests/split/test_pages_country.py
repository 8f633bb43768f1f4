"""Pages that hold every comment on a country, or hardly say what they are, invented."""

from pipeline.gazetteers.registers import Registers
from tests.split.conftest import FOOT, read

BANNER = """
National Legislation on Labour and Social Rights
Global database on occupational safety and health legislation
Employment protection legislation database
"""

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


def test_replies_received_are_a_comment_of_one_sentence(registers: Registers):
    text = """Replies received to the issues raised in a direct request which do not give rise to further comments (CEACR) - adopted 2019, published 109th ILC session (2021)
    Minimum Age Convention, 1973 (No. 138) - Seychelles (Ratification: 2000)
    The Committee notes the information provided, which answers the points of its last request."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, len(passages)) == ("replies", 1)
