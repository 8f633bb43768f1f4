"""Cleaning: what is kept as printed, and what is made plain. All sample words are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean import clean_text

CLEANED = [
    ("the Government\u2019s \u201creply\u201d \u2013 in full", "the Government’s “reply” – in full"),
    ("No.\u00a087", "No. 87"),
    ("8\u202f069", "8 069"),
    ("follow\u2011up", "follow-up"),
    ("infor\u00admation", "information"),
    ("the\u200b Office\ufeff", "the Office"),
    ("ef\ufb01cient of\ufb01ce", "efficient office"),
    ("one \t  two   three", "one two three"),
    ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
    ("end of line   \n   next", "end of line\nnext"),
    ("help -- if asked for", "help – if asked for"),
    ("re\u0301union", "réunion"),
    ("\uf0b7 adopt a list", "• adopt a list"),
    ("bell\x07 and \x00null", "bell and null"),
    ("half \ud800 a character", "half a character"),
    ("1948 (n\u00ba 87)", "1948 (nº 87)"),
]


@pytest.mark.parametrize(("raw", "clean"), CLEANED)
def test_clean_text(raw: str, clean: str):
    assert clean_text(raw) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(raw: str):
    assert clean_text(clean_text(raw)) == clean_text(raw)


@given(st.text())
def test_clean_text_has_no_control_characters_and_can_be_written(raw: str):
    clean = clean_text(raw)
    clean.encode("utf-8")
    assert not any(ord(letter) < 32 and letter != "\n" for letter in clean)
    assert "  " not in clean
    assert clean == clean.strip()
