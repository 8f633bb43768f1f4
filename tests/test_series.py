"""Figures: the unit is kept, the unknown is null, nothing is added up silently."""

from dataclasses import replace

import pytest

from pipeline.counting import settle_counted
from pipeline.records import Comment, Figure, Finding
from pipeline.series import MEASURES, load_published, make_series
from pipeline.vocabulary import Body, CommentKind, Mission, Scope, Section, Speaker, Term, Trigger
from tests.test_gather import read_thread

PUBLISHED = load_published()


def figures(
    comments: tuple[Comment, ...], findings: tuple[Finding, ...], sections: dict[str, Section] | None = None
) -> dict[tuple[str, str | None, str | None, int | None], Figure]:
    made = make_series(findings, comments, sections or {}, PUBLISHED)
    return {(one.series, one.body, one.kind, one.year): one for one in made}


def value(found: dict[tuple[str, str | None, str | None, int | None], Figure], series: str, year: int | None) -> int | None:
    return found[series, "CEACR", "observation", year].value


# Published in GB.285/LILS (2002), paragraphs 39 and 40; None: the paper states nothing.
PRINTED = [
    ("ta-reminders", "CEACR", [16, 13, 33, 38], "occasions"),
    ("ta-requests-own-initiative", "CEACR", [5, 2, None, None], "cases"),
    ("ta-replies-to-workers", "CEACR", [None, None, 2, None], "cases"),
    ("tc-references", "CEACR", [4, 8, 9, 4], "references"),
    ("ta-in-conclusions", "CAS", [7, 7, 4, None], "occasions"),
]


@pytest.mark.parametrize(("series", "body", "printed", "unit"), PRINTED)
def test_published_figures_stand_beside_computed_ones(series: str, body: str, printed: list[int | None], unit: str):
    rows = [one for one in make_series((), (), {}, PUBLISHED) if (one.series, one.body) == (series, body)]
    assert [one.published_value for one in sorted(rows, key=lambda one: one.year or 0)] == printed
    assert {one.unit for one in rows} == {unit}
    assert all(one.value is None and one.published_source for one in rows)


def test_a_year_that_the_corpus_does_not_cover_is_null_and_one_it_covers_may_be_zero():
    found = figures(*read_thread("KEN C087 1998 reminded", "KEN C087 2000 interest"))
    assert value(found, "ta-reminders", 1999) == 1
    assert value(found, "ta-reminders", 2000) is None
    assert value(found, "ta-reminders", 2001) == 0
    assert found["ta-reminders", "CEACR", "observation", 2001].published_value == 33


def test_observations_and_direct_requests_are_never_added():
    comments, findings = read_thread("KEN C087 1998 reminded", "KEN C098 1998 reminded")
    mixed = (comments[0], replace(comments[1], kind=CommentKind.DIRECT_REQUEST))
    found = figures(mixed, findings)
    assert value(found, "ta-reminders", 1999) == 1
    assert found["ta-reminders", "CEACR", "direct-request", 1999].value == 1


def test_a_project_does_not_raise_the_reminders():
    comments, [finding] = read_thread("KEN C087 1998 reminded")
    found = figures(comments, (replace(finding, term=(Term.TECHNICAL_COOPERATION,)),))
    assert (value(found, "ta-reminders", 1999), value(found, "tc-references", 1999)) == (0, 1)


def test_a_unions_urging_is_no_reminder_of_the_committee():
    comments, [finding] = read_thread("KEN C087 1998 encouraged")
    found = figures(comments, (replace(finding, speaker=Speaker.WORKERS),))
    assert value(found, "ta-encouragements", 1999) == 0


def test_a_text_that_reports_counts_is_not_counted_itself():
    comments, [finding] = read_thread("KEN C087 1998 reminded")
    found = figures(comments, settle_counted(comments, [replace(finding, scope=Scope.STATISTICS)]))
    assert value(found, "ta-reminders", 1999) == 0


def test_requests_are_counted_as_cases_by_what_made_them():
    comments, findings = read_thread("KEN C087 1998 requested", "KEN C087 1998 requested", "MLI C087 1998 requested")
    reply = replace(findings[2], trigger=Trigger.REPLY_TO_WORKERS)
    found = figures(comments, (*findings[:2], reply))
    assert value(found, "ta-requests", 1999) == 2
    assert value(found, "ta-requests-own-initiative", 1999) == 1
    assert value(found, "ta-replies-to-workers", 1999) == 1


def test_two_missions_are_two_occasions():
    comments, [finding, other] = read_thread("KEN C087 1998 agreed", "KEN C087 1998 agreed")
    contacts = replace(finding, term=(Term.MISSION,), mission=(Mission.DIRECT_CONTACTS,))
    advisory = replace(other, term=(Term.MISSION,), mission=(Mission.TECHNICAL_ADVISORY,))
    assert value(figures(comments, (contacts, advisory)), "missions", 1999) == 2
    assert value(figures(comments, (contacts, replace(contacts, finding_id="0" * 20))), "missions", 1999) == 1


def test_conclusions_are_told_by_their_section():
    comments, [finding] = read_thread("KEN C087 2000 encouraged")
    [comment] = (replace(comments[0], body=Body.CAS, kind=CommentKind.INDIVIDUAL_CASE, published_year=2000),)
    for section, expected in ((Section.CONCLUSIONS, 1), (Section.DISCUSSION, 0)):
        found = figures((comment,), (finding,), {finding.passage_id: section})
        row = found["ta-in-conclusions", "CAS", "individual-case", 2000]
        assert (row.value, row.published_value) == (expected, 7)


def test_a_period_is_computed_only_where_all_its_years_and_forms_are_covered():
    lines = [f"KEN C087 {year} {'satisfaction' if year == 2002 else 'reminded'}" for year in range(1999, 2005)]
    comments, findings = read_thread(*lines, *lines)
    both = "observation+direct-request"
    assert figures(comments, findings)["satisfaction-2000-2005", "CEACR", both, None].value is None
    half = len(lines)
    mixed = comments[:half] + tuple(replace(one, kind=CommentKind.DIRECT_REQUEST) for one in comments[half:])
    found = figures(mixed, findings)
    assert found["comments-2000-2005", "CEACR", both, None].value == 12
    assert found["ta-suggestions-2000-2005", "CEACR", both, None].value == 10
    assert found["satisfaction-2000-2005", "CEACR", both, None].published_value == 259


def test_every_published_series_is_one_that_is_computed():
    known = {measure.series for measure in MEASURES} | {"comments"}
    for figure in PUBLISHED:
        name = figure.series.removesuffix("-1999-2002").removesuffix("-2000-2005")
        assert name in known, figure.series
