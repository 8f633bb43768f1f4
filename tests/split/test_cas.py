import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.normlex_cas import find_speech
from tests.split.conftest import make_line

SPEECHES = [
    ("A Government representative stated that the Code was new.", "government", "A Government representative"),
    ("Another Government representative thanked the speakers.", "government", "Another Government representative"),
    ("The Government representative said that a bill existed.", "government", "The Government representative"),
    (
        "Government representative (Minister of Labour) – I thank the Committee.",
        "government",
        "Government representative (Minister of Labour)",
    ),
    (
        "Interpretation from Arabic: Government representative – We value the dialogue.",
        "government",
        "Government representative",
    ),
    ("Government member, Norway – I speak for the Nordic countries.", "government", "Government member, Norway"),
    ("The Government member of Cuba supported the statement.", "government", "The Government member of Cuba"),
    ("Un représentant gouvernemental a rappelé la loi.", "government", "Un représentant gouvernemental"),
    (
        "Un autre représentant gouvernemental a remercié les orateurs.",
        "government",
        "Un autre représentant gouvernemental",
    ),
    ("Membre gouvernementale, Suisse – Nous saluons ce dialogue.", "government", "Membre gouvernementale, Suisse"),
    ("Un representante gubernamental declaró que la ley era nueva.", "government", "Un representante gubernamental"),
    ("Miembro gubernamental, Chile – Agradecemos la información.", "government", "Miembro gubernamental, Chile"),
    ("Otro representante gubernamental agradeció a los oradores.", "government", "Otro representante gubernamental"),
    ("The Worker members considered the delay too long.", "workers", "The Worker members"),
    ("Worker members – The case is not new.", "workers", "Worker members"),
    ("The Worker member of Senegal described the strike.", "workers", "The Worker member of Senegal"),
    ("Worker member, France – The law is clear.", "workers", "Worker member, France"),
    ("Les membres travailleurs ont rappelé les faits.", "workers", "Les membres travailleurs"),
    ("Membre travailleur, France – La loi est claire.", "workers", "Membre travailleur, France"),
    ("Los miembros trabajadores recordaron los hechos.", "workers", "Los miembros trabajadores"),
    ("Miembro trabajadora, Uruguay – La ley es clara.", "workers", "Miembro trabajadora, Uruguay"),
    ("The Employer members welcomed the bill.", "employers", "The Employer members"),
    ("Employer member, Mexico – We see progress.", "employers", "Employer member, Mexico"),
    ("Les membres employeurs ont salué le projet.", "employers", "Les membres employeurs"),
    ("Membre employeuse, Belgique – Nous voyons un progrès.", "employers", "Membre employeuse, Belgique"),
    ("Los miembros empleadores acogieron el proyecto.", "employers", "Los miembros empleadores"),
    ("El miembro empleador de Panamá apoyó el texto.", "employers", "El miembro empleador de Panamá"),
    (
        "An observer representing Education International spoke of teachers.",
        "other",
        "An observer representing Education International",
    ),
    (
        "Observer, International Transport Workers’ Federation (ITF) – Ports are closed.",
        "other",
        "Observer, International Transport Workers’ Federation (ITF)",
    ),
    (
        "The representative of the Secretary-General gave a figure.",
        "other",
        "The representative of the Secretary-General",
    ),
    (
        "Observadora, Internacional de la Educación – Las maestras esperan.",
        "other",
        "Observadora, Internacional de la Educación",
    ),
    ("Chairperson – I invite the Government to speak.", "other", "Chairperson"),
]


@pytest.mark.parametrize(("text", "voice", "label"), SPEECHES)
def test_the_first_words_tell_the_speakers_apart(registers: Registers, text: str, voice: str, label: str):
    speech = find_speech(make_line(text), registers.headings)
    assert speech is not None
    assert speech.voice == voice
    assert label.startswith(speech.label)
    assert speech.label == label or " – " not in text


@pytest.mark.parametrize(
    "text",
    [
        "The Committee took note of the information.",
        "The Government should amend the Code.",
        "Workers in the mines have no contract.",
        "Employment in the port fell.",
        "La commission a pris note des informations.",
    ],
)
def test_a_continued_speech_names_no_speaker(registers: Registers, text: str):
    assert find_speech(make_line(text), registers.headings) is None
