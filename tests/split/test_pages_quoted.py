"""What a page of the Committee of Experts repeats or quotes, and what it says itself. All invented."""

from pipeline.gazetteers.registers import Registers
from tests.split.conftest import read

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
