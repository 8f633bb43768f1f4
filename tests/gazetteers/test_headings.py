from importlib.resources import files

import pytest

from pipeline.folding import fold
from pipeline.gazetteers.headings import load_headings
from pipeline.gazetteers.tables import read_table

HEADINGS = load_headings()


@pytest.mark.parametrize(
    ("key", "text", "whole"),
    [
        ("type.observation", "Observación", True),
        ("type.observation", "OBSERVATION:", True),
        ("type.observation", "Observation générale", False),
        ("section.reply", "The Government’s reply", True),
        ("section.recommendations", "Recommandations du comité", True),
        ("display", "Display in: French", False),
    ],
)
def test_a_whole_line_is_compared_without_case_accents_and_stop(key: str, text: str, whole: bool):  # noqa: FBT001
    assert HEADINGS.is_whole(key, fold(text)) is whole


@pytest.mark.parametrize(
    ("key", "text", "opening"),
    [
        ("section.conclusions", "Conclusiones del Comité- 361. El", "Conclusiones del Comité"),
        ("header.report", "REPORT_NO380, October 2016", "REPORT_NO"),
        ("repetition", "Répétition La commission", "Répétition"),
        ("repetition", "Repetitions are rare", ""),
        ("noise", "TEXTILES", ""),
    ],
)
def test_the_longest_opening_is_measured_in_whole_words(key: str, text: str, opening: str):
    assert text[: HEADINGS.measure_opening(key, fold(text))] == opening


TABLES = sorted(entry.name for entry in files("pipeline.gazetteers").joinpath("headings").iterdir())
KEYS = sorted({row["key"] for name in TABLES if name.endswith(".csv") for row in read_table(f"headings/{name}")})


@pytest.mark.parametrize("key", KEYS)
def test_every_form_can_be_looked_for(key: str):
    assert HEADINGS.find_within(key, "") is None
    assert HEADINGS.is_whole(key, "") is False
    assert HEADINGS.forms[key]


def test_a_key_that_no_table_has_is_refused():
    with pytest.raises(KeyError):
        HEADINGS.measure_opening("no-such-key", "text")


def test_a_family_names_its_longest_opening():
    assert HEADINGS.name_opening("speaker", fold("Les membres travailleurs ont")) == (
        "workers",
        len("Les membres travailleurs"),
    )
    assert HEADINGS.name_whole("type", fold("Demande directe")) == "direct-request"
