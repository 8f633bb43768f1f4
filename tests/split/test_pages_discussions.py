"""Whole pages of the Conference Committee, invented: who speaks where, and what is concluded."""

from pipeline.gazetteers.registers import Registers
from tests.split.conftest import FOOT, read

OLD_DISCUSSION = f"""
Individual Case (CAS) - Discussion: 1999, Publication: 87th ILC session (1999)
Forced Labour Convention, 1930 (No. 29) - Pakistan (Ratification: 1957)
Protocol of 2014 to the Forced Labour Convention, 1930 - Pakistan (Ratification: 2022)
Display in: French - SpanishView all
The Government provided the following written information.
A survey of brick kilns was made in 1998.
A Government representative stated that the survey was public.
He added that an ILO expert had helped.
The Worker members considered the survey too small.
The Government member of Norway supported this view.
The Employer members agreed.
The Committee noted that kilns remain, said the Worker member of India.
The Committee took note of the oral and written information provided by the Government representative.
It requested the Government to accept a mission.
It decided to include its conclusions in a special paragraph of its report.
Another Government representative said that the mission was welcome.
{FOOT}
"""


def test_a_discussion_in_reported_speech(registers: Registers):
    document, (comment,), (passages,) = read(OLD_DISCUSSION, registers)
    assert (comment.body, comment.kind, comment.conventions, comment.countries) == (
        "CAS",
        "individual-case",
        ("C029",),
        ("PAK",),
    )
    assert (comment.adopted_year, comment.session, comment.published_year, comment.ratified_year) == (
        1999,
        87,
        1999,
        (1957,),
    )
    assert [(p.section, p.voice) for p in passages] == [
        ("written-information", "government"),
        ("written-information", "government"),
        ("discussion", "government"),
        ("discussion", "government"),
        ("discussion", "workers"),
        ("discussion", "government"),
        ("discussion", "employers"),
        ("discussion", "employers"),
        ("conclusions", None),
        ("conclusions", None),
        ("special-paragraph", None),
        ("closing-statement", "government"),
    ]
    assert passages[5].heading == "The Government member of Norway"


NEW_DISCUSSION = """
Individual Case (CAS) - Discussion: 2023, Publication: 111st ILC session (2023)
Abolition of Forced Labour Convention, 1957 (No. 105) - Turkmenistan (Ratification: 1997)
2023-TKM-105-En
Written information provided by the Government
The Government has submitted the following written information.
Road map
A road map was signed in March.
Discussion by the Committee
Chairperson – I now invite the representative of the Government.
Interpretation from Russian: Government representative, Minister – We signed a road map.
We have asked for technical assistance.
Worker members – Children still pick cotton.
Employer members – We see a first step.
Observer, International Trade Union Confederation (ITUC) – Our monitors saw buses.
Conclusions of the Committee
The Committee took note of the information provided by the Government representative and the discussion that followed.
Taking into account the discussion, the Committee urges the Government, in consultation with the social partners, to:
• end the practice;
• avail itself of ILO technical assistance.
Government representative – We take note of the conclusions.
"""


def test_a_verbatim_discussion(registers: Registers):
    _, _, (passages,) = read(NEW_DISCUSSION, registers)
    assert [(p.section, p.voice) for p in passages] == [
        ("written-information", "government"),
        ("written-information", "government"),
        ("discussion", "other"),
        ("discussion", "government"),
        ("discussion", "government"),
        ("discussion", "workers"),
        ("discussion", "employers"),
        ("discussion", "other"),
        ("conclusions", None),
        ("conclusions", None),
        ("conclusions", None),
        ("conclusions", None),
        ("closing-statement", "government"),
    ]


def test_a_serious_failure_has_a_country_and_no_convention(registers: Registers):
    text = """Case of serious failure (CAS) - Discussion: 2009, Publication: 98th ILC session (2009)
    Uganda
    The Employer members recalled the obligation.
    A Government representative of Uganda apologised."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, comment.countries, comment.conventions, comment.adopted_year) == (
        "serious-failure",
        ("UGA",),
        (),
        2009,
    )
    assert [p.voice for p in passages] == ["employers", "government"]


def sections(text: str, registers: Registers) -> list[tuple[str | None, str | None]]:
    header = "Individual Case (CAS) - Discussion: 1994, Publication: 81st ILC session (1994)\nHaiti\n"
    _, _, (passages,) = read(header + text, registers)
    return [(p.section, p.voice) for p in passages]


def test_speakers_on_lines_of_their_own_are_labels_and_no_passages(registers: Registers):
    text = """Discussion by the Committee
    Government representative
    We signed a road map.
    Worker members
    Children pick cotton.
    Conclusions of the Committee
    The Committee took note of the information provided."""
    assert sections(text, registers) == [("discussion", "government"), ("discussion", "workers"), ("conclusions", None)]


def test_conclusions_without_the_formula_are_the_committees_last_own_words(registers: Registers):
    text = """The Minister of Labour recalled the strike of 1993.
    The Worker members regretted the delay.
    The Committee should insist, they said.
    The Committee expressed its deep concern.
    It urged the Government to accept a mission."""
    assert sections(text, registers) == [
        ("discussion", "government"),
        ("discussion", "workers"),
        ("discussion", "workers"),
        ("conclusions", None),
        ("conclusions", None),
    ]


def test_a_record_printed_as_bullets_in_spanish(registers: Registers):
    text = """• El Gobierno ha comunicado las informaciones siguientes:
    • Se adoptó una ley.
    • Un representante gubernamental explicó la ley.
    • Los miembros empleadores pidieron datos.
    • La Comisión tomó nota de las informaciones escritas y orales.
    • Otro representante gubernamental dio las gracias."""
    assert sections(text, registers)[2:] == [
        ("discussion", "government"),
        ("discussion", "employers"),
        ("conclusions", None),
        ("closing-statement", "government"),
    ]


def test_an_untitled_record_says_its_country_with_the_first_speaker(registers: Registers):
    text = """Cas individuel (CAS) - Discussion : 1999, Publication : 87ème session CIT (1999)
    Un représentant gouvernemental du Soudan a rappelé le conflit.
    Le membre gouvernemental de la Norvège a pris la parole."""
    _, (comment,), _ = read(text, registers)
    assert comment.countries == ("SDN",)
