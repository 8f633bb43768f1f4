"""Figures laid out beside published ones, and spread over a dimension: what is unknown stays apart from zero."""

from dataclasses import replace

import pytest

from pipeline.records import Comment, Figure, Finding
from pipeline.series import (
    Registered,
    join_published,
    lay_out,
    load_published,
    load_titles,
    make_series,
    spread_findings,
)
from pipeline.series.yearly import MEASURES
from pipeline.vocabulary import Body, By, CommentKind
from tests.test_gather import read_thread

PLACES = Registered({"KEN": "africa", "MLI": "africa", "PER": "americas"}, {"KEN": "dar-es-salaam"}, {"C087": "freedom-of-association"})
LINES = ("KEN C087 2001 reminded", "KEN C098 2001 requested", "MLI C087 2002 concern", "PER - 2002 reminded")


def spread(by: By, *years: int, lines: tuple[str, ...] = LINES) -> dict[tuple[str | None, int | None, str], int | None]:
    comments, findings = read_thread(*lines)
    return {(one.value, one.year, one.series): one.number for one in spread_findings(findings, comments, PLACES, by, years)}


@pytest.mark.parametrize(
    ("by", "value", "year", "reminders"),
    [
        (By.COUNTRY, "KEN", 2002, 1),
        (By.COUNTRY, "MLI", 2003, 0),
        (By.REGION, "africa", 2002, 1),
        (By.OFFICE, "dar-es-salaam", 2002, 1),
        (By.OFFICE, None, 2003, 1),
        (By.CONVENTION, "C087", 2003, 0),
        (By.CONVENTION, None, 2003, 1),
        (By.SUBJECT, "freedom-of-association", 2002, 1),
        (By.BODY, "CEACR", 2002, 1),
        (By.KIND, "observation", 2003, 1),
        (By.PURPOSE, "application", 2002, 1),
    ],
)
def test_figures_are_spread_over_what_is_asked(by: By, value: str | None, year: int, reminders: int):
    assert spread(by)[value, year, "ta-reminders"] == reminders


def test_where_no_comment_was_published_there_is_no_figure():
    found = spread(By.COUNTRY)
    assert ("MLI", 2002, "ta-reminders") not in found
    assert found["MLI", 2003, "comments"] == 1


def test_only_the_years_that_are_asked_for():
    assert {year for _, year, _ in spread(By.COUNTRY, 2003)} == {2003}


def test_bodies_and_forms_are_never_added_up():
    comments, findings = read_thread("KEN C087 2001 reminded", "KEN C098 2001 reminded")
    mixed = (comments[0], replace(comments[1], kind=CommentKind.DIRECT_REQUEST))
    found = [one for one in spread_findings(findings, mixed, PLACES, By.COUNTRY, ()) if one.series == "ta-reminders"]
    assert [(one.kind, one.number) for one in found] == [("direct-request", 1), ("observation", 1)]


def lay(comments: tuple[Comment, ...], findings: tuple[Finding, ...]):
    return lay_out(make_series(findings, comments, {}, load_published()), comments)


def test_the_published_tables_keep_the_rows_and_years_of_their_source():
    first, second, third = lay((), ())
    assert first.columns == ("1999", "2000", "2001", "2002")
    assert [(row.title.split()[0], row.unit, [cell and cell.published_value for cell in row.cells]) for row in first.rows[:2]] == [
        ("Reminders", "occasions", [16, 13, 33, 38]),
        ("Requests", "cases", [5, 2, None, None]),
    ]
    assert (second.columns, third.columns) == (("1999–2002",), ("2000–2005",))
    assert "not computed: the dataset has no CEACR observation published in 1999–2002" in first.notes[0]


def test_a_difference_is_told_with_what_the_dataset_lacks():
    first, *_ = lay(*read_thread("KEN C087 1998 reminded", "MLI C087 1998 interest"))
    told = [note for note in first.notes if note.startswith("Reminders") and "1999" in note]
    why = "computed from 2 comments on 2 countries; the dataset does not hold the whole report published in 1999"
    assert told == [f"Reminders of technical assistance: 1999: -15: {why}"]


def test_a_figure_as_published_needs_no_word():
    lines = [f"{country} C087 1999 requested" for country in ("KEN", "MLI")]
    first, *_ = lay(*read_thread(*lines))
    [row] = [one for one in first.rows if "own initiative" in one.title]
    assert [cell and (cell.value, cell.published_value) for cell in row.cells][1] == (2, 2)
    assert [note.partition(": ")[2] for note in first.notes if note.startswith(row.title)] == [
        "not computed: the dataset has no CEACR observation published in 1999"
    ]


def test_a_figure_that_a_paper_of_the_store_prints_stands_before_what_is_known():
    known = Figure("ta-reminders", Body.CEACR, "observation", 1999, "occasions", None, 16, "a list")
    other = replace(known, published_value=17, published_source="an invented paper")
    fresh = replace(other, year=2010)
    assert join_published([other, fresh], [known]) == (other, fresh)
    assert join_published([replace(known, published_source="the paper")], [known]) == (known,)


def test_every_series_has_a_title():
    assert {"comments", *(measure.series for measure in MEASURES)} == set(load_titles())
