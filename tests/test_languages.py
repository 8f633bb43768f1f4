"""Languages: three are read, others are named, and too little text is no evidence. All sentences are invented."""

import pytest

from pipeline.languages import detect_language, name_language, sample_text
from pipeline.vocabulary import Language

READ = [
    ("The Committee trusts that the Government will send a full report next year.", Language.ENGLISH),
    ("La commission veut croire que le gouvernement enverra un rapport complet l'an prochain.", Language.FRENCH),
    ("La Comisión confía en que el Gobierno enviará una memoria completa el próximo año.", Language.SPANISH),
]
NAMED = [
    ("Der Ausschuss hofft, dass die Regierung im nächsten Jahr einen vollständigen Bericht vorlegen wird.", "German"),
    ("A Comissão espera que o Governo envie um relatório completo no próximo ano, sem mais demoras.", "Portuguese"),
    ("Комитет надеется, что правительство представит полный доклад в следующем году.", "Russian"),
    ("ترجو اللجنة أن ترسل الحكومة تقريرا كاملا في السنة القادمة دون تأخير", "Arabic"),
]


@pytest.mark.parametrize(("text", "language"), READ)
def test_a_language_of_the_reports(text: str, language: Language):
    assert detect_language(text) is language
    assert name_language(text) == language.name.capitalize()


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_another_language_is_named(text: str, name: str):
    assert name_language(text) == name
    assert detect_language(text) is None


@pytest.mark.parametrize("text", ["", "C087", "1. 2023", "Observation", "12 345 67,8 % 2001 2002"])
def test_too_little_text(text: str):
    assert detect_language(text) is None
    assert name_language(text) is None


def test_the_sample_is_short_and_reaches_the_end():
    text = "a" * 5_000 + "z" * 5_000
    assert len(sample_text(text)) <= 2_000
    assert "z" in sample_text(text)


def test_a_title_in_another_language_does_not_decide():
    body = "The Government states that the labour inspectors now visit the smaller workshops. " * 20
    assert detect_language("Convention sur l'inspection du travail. " + body) is Language.ENGLISH
