"""Plain text: stored pages and papers, with lines broken or not. Every sentence here is invented."""

import pytest

from pipeline.errors import ReadFailure
from pipeline.read.text import read_text
from pipeline.vocabulary import BlockKind

HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
FURNITURE, FOOTNOTE, TABLE = BlockKind.FURNITURE, BlockKind.FOOTNOTE, BlockKind.TABLE

BODY = (
    "The Committee notes the report that the Government of Nowhere sent in March, and the list of the offices that it "
    "opened in two provinces. It requests the Government to say how many inspectors work there."
)
SECOND = "The Committee hopes that the Office will be asked for help. It recalls that such help was given before."

STORED_PAGE = f"""ILO-en-strap
NORMLEX
Information System on International Labour Standards
NORMLEX Home > Country profiles >  > Comments

Observation (CEACR) - adopted 2021, published 110th ILC session (2022)

Labour Inspection Convention, 1947 (No. 81) - Nowhere (Ratification: 1963)
Protocol of 1995 to the Labour Inspection Convention, 1947 - Nowhere (Ratification: 2001)

Other comments on C081
Observation
  1. 2021
  2. 2017
Direct Request
  1. 2014

Display in: French - Spanish[View all]

{BODY}
Article 3(2) of the Convention. Further duties. {SECOND}
Repetition
{BODY}
[The Government is asked to reply in full to the present comments in 2023.]
© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer
"""


def read(text: str) -> list[tuple[BlockKind, str]]:
    return [(unit.kind, unit.text) for unit in read_text(text.encode()).units]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [words for found, words in read(text) if found is kind]


def test_a_stored_page_keeps_every_line_as_a_block_and_names_its_chrome():
    assert of_kind(STORED_PAGE, FURNITURE) == [
        "ILO-en-strap",
        "NORMLEX",
        "Information System on International Labour Standards",
        "NORMLEX Home > Country profiles > > Comments",
        "Display in: French - Spanish[View all]",
        STORED_PAGE.splitlines()[-1],
    ]
    rest = [words for kind, words in read(STORED_PAGE) if kind is not FURNITURE]
    assert rest == [
        "Observation (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "Labour Inspection Convention, 1947 (No. 81) - Nowhere (Ratification: 1963)",
        "Protocol of 1995 to the Labour Inspection Convention, 1947 - Nowhere (Ratification: 2001)",
        "Other comments on C081",
        "Observation",
        "1. 2021",
        "2. 2017",
        "Direct Request",
        "1. 2014",
        BODY,
        f"Article 3(2) of the Convention. Further duties. {SECOND}",
        "Repetition",
        BODY,
        "[The Government is asked to reply in full to the present comments in 2023.]",
    ]


CHROME = [
    "NORMLEX Page d'accueil > Profils par pays >  > Commentaires",
    "Página de entrada NORMLEX  > Perfiles por país >  > Comentarios > Todos los comentarios",
    "Afficher en : Anglais - Espagnol[Tout voir]",
    "Visualizar en: Inglés - Francés[Visualizar todo]",
    "DISPLAYINFrench - SpanishAlle anzeigen",
    "National Legislation on Labour and Social Rights",
    "Global database on occupational safety and health legislation",
    "Employment protection legislation database",
    "2017-Bangladesh-C087-En",
    "Top of Form",
    "* * *",
    "Point for decision: Paragraph 12.",
]
KEPT = [
    "Demande directe (CEACR) - adoptée 2019, publiée 109ème session CIT (2021)",
    "Solicitud directa (CEACR) - Adopción: 2021, Publicación: 110ª reunión CIT (2022)",
    "Individual Case (CAS) - Discussion: 2017, Publication: 106th ILC session (2017)",
    "C029 - Observation (CEACR) - adopted 2021, published 110th ILC session (2022)",
    "C029 - CMNT_TITLE",
    "Convention (n° 87) sur la liberté syndicale et la protection du droit syndical, 1948 - Nulle-Part (Ratification: 1993)",
    "Convenio sobre la inspección del trabajo, 1947 (núm. 81) - Ninguna Parte (Ratificación : 1963)",
    "Maritime Labour Convention, 2006 (MLC, 2006) - Nowhere (Ratification: 2011)",
    "Interim Report - Report No 380, October 2016",
    "Case No 2761 (Nowhere) - Complaint date: 08-FEB-10 - Active",
    "REPRESENTATION (article 24) - NOWHERE - C169 - 2014",
    "Autre commentaire sur C087",
    "Commentaire précédent",
    "No disponible en español.",
    "Repetition",
    "Allegations: The complainant speaks of the arrest of two members of a union in Nowhere",
]


@pytest.mark.parametrize("line", CHROME)
def test_chrome_is_furniture(line: str):
    assert (FURNITURE, " ".join(line.split())) in read(f"{line}\n\n{BODY}\n")


@pytest.mark.parametrize("line", KEPT)
def test_headers_titles_and_marks_of_comments_are_never_furniture(line: str):
    found = [kind for kind, words in read(f"{line}\n{BODY}\n") if words == " ".join(line.split())]
    assert found
    assert FURNITURE not in found


def broken(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [60, 76, 92, 120])
def test_broken_lines_are_joined_and_headers_are_not(width: int):
    header = "Observation (CEACR) - adopted 2021, published 110th ILC session (2022)"
    title = "Labour Inspection Convention, 1947 (No. 81) - Nowhere"
    text = f"{header}\n{title}\n\n" + "\n\n".join(broken(words, width) for words in (BODY, SECOND, BODY + " " + SECOND))
    assert [words for _, words in read(text)] == [header, title, BODY, SECOND, BODY + " " + SECOND]


def test_numbered_paragraphs_of_broken_lines_need_no_blank_lines_between():
    text = "\n".join(broken(f"{n}. {words}", 80) for n, words in ((12, BODY), (13, SECOND), (14, BODY)))
    assert [words for _, words in read(text)] == [f"12. {BODY}", f"13. {SECOND}", f"14. {BODY}"]


def test_one_stretch_of_broken_lines_in_a_file_of_whole_ones():
    assert [words for _, words in read(f"{SECOND}\n{BODY}\n{SECOND}")] == [SECOND, BODY, SECOND]
    wrapped = "The Committee notes with some care that the Government\nhas not yet replied to its two questions."
    assert wrapped.replace("\n", " ") in [words for _, words in read(f"{SECOND}\n\n{wrapped}\n\n{BODY}\n{SECOND}")]


@pytest.mark.parametrize(
    "header",
    [
        "Observation (CEACR) - adopted 2021, published 110th ILC session (2022)",
        "Replies received to the issues raised in a direct request (CEACR) - adopted 2019, published 109th ILC session (2021)",
        "Labour Inspection Convention, 1947 (No. 81) - United Republic of Nowhere (Ratification: 1962)",
        "Convention (n° 87) sur la liberté syndicale et la protection du droit syndical, 1948 - Nulle-Part",
        "Convenio sobre la libertad sindical y la protección del derecho de sindicación, 1948 (núm. 87) - Nada",
    ],
)
@pytest.mark.parametrize("width", [56, 62, 76])
def test_a_header_broken_over_lines_is_one_block_and_never_one_with_the_body(header: str, width: int):
    text = "\n\n".join(broken(words, width) for words in (header, BODY, SECOND))
    assert [words for _, words in read(text)] == [header, BODY, SECOND]


@pytest.mark.parametrize("line", ["https://www.ilo.org/x?p=1", "URL: https://www.ilo.org/x?p=1"])
def test_an_address_alone_at_the_head_of_a_stored_page_is_its_address(line: str):
    assert read_text(f"{line}\n\n{STORED_PAGE}".encode()).address == "https://www.ilo.org/x?p=1"
    assert read_text(f"{STORED_PAGE}\n\n{line}\n".encode()).address == "https://www.ilo.org/x?p=1"
    assert read_text(STORED_PAGE.encode()).address is None


def test_hyphens_of_line_ends_are_healed_and_true_ones_kept():
    text = broken(BODY + " " + BODY, 60) + "\nThe Committee recalls that follow-up is due. It asks for infor-\nmation on the follow-\nup to its earlier request."
    joined = read(text)[-1][1]
    assert "information on the follow-up" in joined


def test_form_feeds_are_pages_and_sentences_cross_them():
    pages = [
        f"Report on Nowhere\n\n{BODY}\n\nThe Committee notes that the workers of the two larger\n\n1",
        f"Report on Nowhere\n\nprovinces were not consulted. {SECOND}\n\n2",
        f"Report on Nowhere\n\n{BODY}\n\n3",
    ]
    reading = read_text("\f".join(pages).encode())
    assert reading.pages == 3
    crossing = next(unit for unit in reading.units if unit.text.startswith("The Committee notes that the workers"))
    assert "larger provinces were not" in crossing.text
    assert crossing.turns == ((crossing.text.index("provinces"), 2),)
    assert [unit.text for unit in reading.units if unit.kind is FURNITURE].count("Report on Nowhere") == 3
    assert crossing.page == 1


def test_raised_notes_are_footnotes_and_their_marks_go():
    text = f"The Committee recalls its survey² of last year. {SECOND}\n\n² The survey of 2004 on offices.\n\n{BODY}\n"
    assert of_kind(text, FOOTNOTE) == ["2 The survey of 2004 on offices."]
    assert "survey of last year" in read(text)[0][1]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Conclusions of the Committee**", "Conclusions of the Committee"),
        ("The *main* point is <i>this</i> one, it seems to us all.", "The main point is this one, it seems to us all."),
        ("## Observations", "Observations"),
        ("- **4.** The Committee asks for more.", "4. The Committee asks for more."),
        ("- (a) send a list of offices;", "(a) send a list of offices;"),
        ("! send a list of offices;", "• send a list of offices;"),
        ("- send a list of offices;", "- send a list of offices;"),
    ],
)
def test_markup_of_converted_papers_goes(marked: str, plain: str):
    assert plain in [words for _, words in read(f"{marked}\n\n{BODY}\n")]


def test_tabbed_rows_are_a_table_and_a_numbered_paragraph_with_a_tab_is_none():
    assert of_kind(f"Country\tConventions\tYear\nNowhere\t81\t2001\n\n{BODY}", TABLE) == [
        "Country\tConventions\tYear\nNowhere\t81\t2001"
    ]
    assert f"12. {BODY}" in of_kind(f"12.\t{BODY}\n", PARAGRAPH)


def test_years_of_other_comments_are_no_table():
    text = "Other comments on C087\nObservation\n  1. 2023\n" + "\n".join(map(str, range(2001, 2020, 2))) + f"\n{BODY}\n"
    assert of_kind(text, TABLE) == []


def test_paragraphs_of_complaint_texts_keep_the_printed_counter():
    assert f"1. 409. {BODY}" in of_kind(f"A. The complainants' allegations\n  1. 409. {BODY}\n  2. 410. {SECOND}\n", PARAGRAPH)


def test_the_title_of_a_list_that_is_glued_to_its_first_paragraph_is_a_block_of_its_own():
    text = f"B. The Committee's conclusions\nB. The Committee's conclusions- 523. {BODY}\n- 524. {SECOND}\n"
    assert [words for _, words in read(text)] == [
        "B. The Committee's conclusions",
        "B. The Committee's conclusions",
        f"523. {BODY}",
        f"524. {SECOND}",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("\n\n \n", "no text"),
        ("Just a moment...\nChecking your browser before accessing normlex", "check for robots"),
        ("Request unsuccessful. Incapsula incident ID: 1234-5678", "check for robots"),
        ("a" * 200_000, "no prose"),
    ],
)
def test_what_is_no_text_is_refused(text: str, reason: str):
    with pytest.raises(ReadFailure, match=reason):
        read_text(text.encode())


ENCODED = "La Comisión pide al Gobierno que envíe una memoria completa sobre los niños – “muy pronto” – el próximo año."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str):
    assert read_text(ENCODED.encode(encoding)).units[0].text == ENCODED


def test_a_file_cut_inside_a_character_is_read():
    content = (ENCODED * 5).encode()
    cut = content[: content.rindex("ó".encode()) + 1]
    assert read_text(cut).units[0].text.startswith(ENCODED)
