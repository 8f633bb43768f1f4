"""What a release gives away: few words, the deciding ones among them, no texts and no paths."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tables
from pipeline.check import check_dataset
from pipeline.feeds.folders import write_csv
from pipeline.feeds.release import cut_excerpt, shorten_edition
from pipeline.tables import Kind
from pipeline.tables.excerpts import ELLIPSIS, OWN_WORDS, count_words, is_quoted
from tests.feeds.editions import FEW, draw_rows, edition_of, make_edition

SENTENCE = "The Government of this invented country states that it has asked the Office for technical assistance in 2004."


@pytest.mark.parametrize(
    ("words", "reason", "excerpt"),
    [
        (4, "technical assistance", "… for technical assistance in …"),
        (7, "asked … technical assistance", "… asked the Office for technical assistance in …"),
        (3, "government", "… Government of this …"),
        (3, "not there at all", "The Government of …"),
        (40, "technical assistance", SENTENCE),
    ],
)
def test_an_excerpt_shows_the_words_that_decided(words: int, reason: str, excerpt: str):
    shown = cut_excerpt(SENTENCE, reason, words)
    assert count_words(shown) <= words
    assert shown == excerpt


@given(text=st.text(max_size=200), reason=st.text(max_size=30), words=st.integers(1, 20))
def test_an_excerpt_never_has_more_words_and_adds_none(text: str, reason: str, words: int):
    shown = cut_excerpt(text, reason, words)
    assert count_words(shown) <= words
    assert shown == text or shown.removeprefix(f"{ELLIPSIS} ").removesuffix(f" {ELLIPSIS}") in text


@FEW
@given(data=st.data(), table=st.sampled_from(tables.PUBLISHED), words=st.integers(1, 4))
def test_no_cell_of_free_text_has_more_words_than_allowed(data: st.DataObject, table: tables.Table, words: int):
    given_out = shorten_edition(edition_of({table.name: data.draw(draw_rows(table))}), words)
    for row in given_out.columns[table.name].to_pylist():
        for column in table.columns:
            if is_quoted(table, column):
                parts = row[column.name] if column.kind is Kind.TEXTS else [row[column.name]]
                assert all(count_words(part or "") <= words for part in parts)


@pytest.mark.parametrize("place", ["findings.quote", "findings.reason", "needs.last_quote", "practices.remedy", "missions.outcome", "passages.heading"])
def test_whatever_may_quote_a_source_is_cut(place: str):
    name, column = place.split(".")
    table = next(one for one in tables.PUBLISHED if one.name == name)
    assert is_quoted(table, next(one for one in table.columns if one.name == column))


def test_what_is_given_in_full_exists():
    assert {f"{table.name}.{name}" for table in tables.PUBLISHED for name in table.names} >= OWN_WORDS


def test_a_release_has_names_of_files_and_no_sentence_in_full(tmp_path: Path):
    edition = make_edition(tmp_path)
    given_out = shorten_edition(edition, 2)
    assert given_out.columns["sources"]["path"].to_pylist() == ["a.txt", "b.txt"]
    quotes = set(edition.columns["findings"]["quote"].to_pylist())
    for table in tables.PUBLISHED:
        for row in given_out.columns[table.name].to_pylist():
            assert not quotes & {cell for cell in row.values() if isinstance(cell, str)}


def test_a_release_of_a_release_gives_no_more(tmp_path: Path):
    once = shorten_edition(make_edition(tmp_path), 2)
    assert shorten_edition(once, 10).excerpt_words == 2


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "texts").mkdir(), "texts are in a release"),
        (lambda folder: _replace(folder / "sources.csv", ",a.txt,", ",deep/a.txt,"), "without the folders"),
        (lambda folder: _replace(folder / "findings.csv", "The Government …", "The Government asks so."), "at most 2"),
    ],
)
def test_the_check_finds_a_release_that_gives_too_much(tmp_path: Path, spoil, told: str):
    write_csv(shorten_edition(make_edition(tmp_path), 2), tmp_path / "given")
    spoil(tmp_path / "given")
    assert any(told in problem for problem in check_dataset(tmp_path / "given"))


def _replace(path: Path, old: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8")
