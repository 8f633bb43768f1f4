"""Where sentences begin and end; every text is invented."""

import nupunkt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gazetteers.lexicon import load_abbreviations
from pipeline.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, load_abbreviations())]


# each row: the sentences that stand in one paragraph, with one blank between them
BOUNDARIES = [
    ["The report was late.", "The Committee regrets it."],
    ["The Committee notes Act No. 12 of 1998.", "It has no further comments."],
    ["Sections 4 to 6 of Decree No. 3 apply.", "Section 7 does not."],
    ["According to Mr. Adeyemi, the bill is ready.", "The Committee takes note of it."],
    ["The visit of Dr. Silva took place in May.", "No report was sent."],
    ["It cites arts. 5 and 6 of the law.", "It cites no others."],
    ["Wages rose by 3.5 per cent in 2011.", "Prices rose by 4.1 per cent."],
    ["The index stood at 104.", "The Committee asks for later figures."],
    ["Is the bill still pending?", "The Government does not say."],
    ['He said: "The law is ready."', "The Committee notes this."],
    ["The bill (see observation of 2009. No reply was received) is pending.", "It should be adopted."],
    ["The quota was lifted (Order No. 5).", "The Committee welcomes this."],
    ["The Government replied…", "The matter is closed."],
    ["The bill covers: (a) wages; (b) hours; and (c) leave.", "The Committee asks for its text."],
    ["The Committee asks for the number of (i) visits; (ii) fines; (iii) courses."],
    ["The period ended in Jan. 2010.", "A new one began."],
    ["La commission note la loi no 12 du 3 mai.", "Elle prie le gouvernement d'en fournir copie."],
    ["L'art. 5 de la loi est abrogé.", "Le gouvernement en a pris acte."],
    ["M. Diallo a présenté le rapport.", "La commission en prend note."],
    ["Le texte dit: «La loi est prête.»", "La commission en prend note."],
    ["Le salaire est de 1 200 francs.", "Il n'a pas changé."],
    ["La Comisión toma nota de la ley núm. 12 de 1998.", "Pide al Gobierno que envíe su texto."],
    ["El Sr. Ortega presentó la memoria.", "La Comisión toma nota de ello."],
    ["El art. 5 del decreto fue derogado.", "No se adoptó otro."],
    ["¿Está pendiente el proyecto?", "El Gobierno no lo dice."],
    ["El convenio abarca: a) salarios; b) horas, y c) licencias.", "La Comisión pide su texto."],
    ["La EE.UU. envió una nota.", "La Comisión la examina."],
]


@pytest.mark.parametrize("sentences", BOUNDARIES, ids=lambda row: row[0][:40])
def test_a_paragraph_is_cut_into_these_sentences(sentences: list[str]):
    assert cut(" ".join(sentences)) == sentences


LOST_BLANKS = [
    ("There was no reply in this regard.The Committee asks again.", 2),
    ("La commission en prend note.Elle prie le gouvernement de répondre.", 2),
    ("La Comisión toma nota de ello.El Gobierno no responde.", 2),
    ("The law dates from 1998.The Committee asks for a copy.", 2),
    ("It was repealed (see above).The Committee notes this.", 2),
    ("See www.example.org for the text of the law.", 1),
    ("The Act of the U.K. applies to the islands.", 1),
]


@pytest.mark.parametrize(("text", "number"), LOST_BLANKS)
def test_a_lost_blank_hides_no_sentence_and_makes_none(text: str, number: int):
    assert len(cut(text)) == number


MARKS = [
    ("(a) The Committee asks for the text.", "The Committee asks for the text."),
    ("1. The Committee notes the report.", "The Committee notes the report."),
    ("409. The Committee notes the report.", "The Committee notes the report."),
    ("1. 409. The Committee notes the report.", "The Committee notes the report."),
    ("- 353. La plainte figure au dossier.", "La plainte figure au dossier."),
    ("1. 102. La Federación presentó una queja.", "La Federación presentó una queja."),
    ("(iv) the number of visits;", "the number of visits;"),
    ("– the number of fines;", "the number of fines;"),
    ("• the number of courses.", "the number of courses."),
    ("b) el número de visitas;", "el número de visitas;"),
    ("1998 was a year of drought.", "1998 was a year of drought."),
    ("(Article 5) The Committee notes the report.", "(Article 5) The Committee notes the report."),
]


@pytest.mark.parametrize(("text", "sentence"), MARKS)
def test_a_printed_mark_is_no_part_of_the_sentence(text: str, sentence: str):
    assert cut(text) == [sentence]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing_has_no_sentence(text: str):
    assert cut(text) == []


PLAIN = [
    "The Committee takes note of the report.",
    "It contains no figures.",
    "The Government has adopted a new law.",
    "Workers in small shops are not covered.",
    "The inspectorate lacks vehicles.",
    "Were any fines imposed?",
    "The courts have not ruled on the matter.",
    "Employers were consulted in March.",
    "The ministry printed a manual.",
    "It was sent to every district.",
    "The survey covered four towns.",
    "Its results are awaited.",
    "Children under twelve attend school.",
    "Wages are paid every month.",
    "The register is kept by the labour office.",
    "No strike was declared that year.",
    "The bill is before Parliament.",
    "The Committee hopes that it will soon be adopted.",
    "It asks for a copy of the text.",
    "The next report is due in two years.",
]


def test_a_second_opinion_agrees_on_plain_sentences():
    text = " ".join(PLAIN)
    assert cut(text) == PLAIN
    assert [sentence.strip() for sentence in nupunkt.sent_tokenize(text)] == PLAIN


PIECES = st.sampled_from(
    [
        "The",
        "Committee",
        "notes",
        "No.",
        "núm.",
        "Mr.",
        "5",
        "1998",
        ".",
        "!",
        "?",
        "…",
        "(",
        ")",
        "(a)",
        "1.",
        "«",
        "»",
    ]
    + ['"', "\n", " ", "  ", "é", "Él", "l'", "regard.The", "-", "–", ":", ";", "A.", "x"]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_sentences_are_ordered_apart_and_inside_the_text(text: str):
    spans = list(split_sentences(text, load_abbreviations()))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in spans)


@given(TEXTS)
def test_only_blanks_and_printed_marks_are_left_out(text: str):
    left, place = [], 0
    for start, end in split_sentences(text, load_abbreviations()):
        left.append(text[place:start])
        place = end
    left.append(text[place:])
    marks = [piece for gap in left for piece in gap.split()]
    assert all(len(mark.strip("().-–—•*! ")) <= 5 or not mark.strip("().-–—•*! ").isalpha() for mark in marks)
    assert not any(mark.isalpha() and len(mark) > 1 for mark in marks)


ENDLESS = {
    "words": "the inspectors visited mines and shops and ",
    "lines": "the inspectors\nvisited\nmines\n",
    "points": "the number of visits; the number of fines imposed in each region; ",
    "no blank": "x",
    "open brackets": "(see the report, No. 5 and Nos. 7 ",
    "stops that end nothing": "e.g. mines, i.e. shafts, ",
    "lost blanks": "art.5,art.7,",
}


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS)
def test_a_megabyte_without_an_end_is_cut_into_pieces_that_are_linear_in_number(piece: str):
    text = piece * (1_000_000 // len(piece))
    spans = list(split_sentences(text, load_abbreviations()))
    assert max(end - start for start, end in spans) <= LONGEST
    assert len(text) // LONGEST <= len(spans) <= 2 * len(text) // LONGEST + 1
    assert sum(end - start for start, end in spans) >= len(text) - 2 * len(spans)


def test_a_sentence_that_is_too_long_is_cut_after_a_semicolon_before_a_blank():
    points = "the number of visits to mines; " * 200
    assert all(sentence.endswith("mines;") for sentence in cut(points))
    words = "visits to mines and quarries " * 200
    assert " ".join(cut(words)) == words.strip()


def test_a_long_sentence_is_left_whole():
    text = "The Committee asks for " + "the number of visits to mines; " * 120 + "and the number of fines."
    assert len(text) < LONGEST
    assert cut(text) == [text]
