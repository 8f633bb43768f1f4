"""Figures with their units, computed beside published; what is unknown is null, never zero.

The year of a figure is the year of publication. A year is covered for a body and a form of comment where the store
holds such a comment; only then is a figure computed. Observations and direct requests stand apart: a sum is computed
only where a source published one, and its row says so (`observation+direct-request`). A period (`…-2000-2005`) is
computed only where all its years are covered.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from pipeline.counting import comment_key, fold_occasions
from pipeline.gazetteers.tables import read_table
from pipeline.records import Comment, Figure, Finding
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Purpose,
    Section,
    Speaker,
    Term,
    Trigger,
)

_PERIOD = re.compile(r"(?P<series>.+)-(?P<first>[12][0-9]{3})-(?P<last>[12][0-9]{3})")
_SUGGESTIONS = (Act.REMINDED, Act.ENCOURAGED)
_SUM = "+"

Picks = Callable[[Finding, Section | None], bool]


class Measure(NamedTuple):
    """What a series counts: which findings, in which unit, of which bodies (none named: of all)."""

    series: str
    unit: str
    picks: Picks
    bodies: tuple[Body, ...] = ()


def _names_assistance(finding: Finding) -> bool:
    """Say whether it is about technical assistance: a project alone (technical cooperation) is counted apart."""
    named = Term.TECHNICAL_ASSISTANCE in finding.term or Term.TECHNICAL_COOPERATION not in finding.term
    return finding.kind is FindingKind.ASSISTANCE and named


def _suggests(finding: Finding, *acts: Act) -> bool:
    return _names_assistance(finding) and finding.act in acts and finding.speaker is Speaker.COMMITTEE


def _requests(finding: Finding, *triggers: Trigger) -> bool:
    asked = _names_assistance(finding) and finding.act is Act.REQUESTED
    return asked and (not triggers or finding.trigger in triggers)


def _serves(finding: Finding, purpose: Purpose, act: Act) -> bool:
    return finding.kind is FindingKind.ASSISTANCE and finding.purpose is purpose and finding.act is act


MEASURES = (
    Measure("ta-reminders", "occasions", lambda one, _: _suggests(one, Act.REMINDED)),
    Measure("ta-encouragements", "occasions", lambda one, _: _suggests(one, Act.ENCOURAGED)),
    Measure("ta-suggestions", "occasions", lambda one, _: _suggests(one, *_SUGGESTIONS)),
    Measure("ta-requests", "cases", lambda one, _: _requests(one)),
    Measure("ta-requests-own-initiative", "cases", lambda one, _: _requests(one, Trigger.OWN_INITIATIVE)),
    Measure("ta-replies-to-workers", "cases", lambda one, _: _requests(one, Trigger.REPLY_TO_WORKERS)),
    Measure("tc-references", "references", lambda one, _: Term.TECHNICAL_COOPERATION in one.term),
    Measure("missions", "occasions", lambda one, _: Term.MISSION in one.term),
    Measure("submission-requests", "cases", lambda one, _: _serves(one, Purpose.SUBMISSION, Act.REQUESTED)),
    Measure("satisfaction", "cases", lambda one, _: one.grade is Grade.SATISFACTION),
    Measure("interest", "cases", lambda one, _: one.grade is Grade.INTEREST),
    Measure("concern", "cases", lambda one, _: one.kind is FindingKind.CONCERN),
    Measure(
        "ta-in-conclusions",
        "occasions",
        lambda one, section: section is Section.CONCLUSIONS and _names_assistance(one),
        (Body.CAS,),
    ),
    Measure(
        "tc-in-special-paragraphs",
        "occasions",
        lambda one, section: section is Section.SPECIAL_PARAGRAPH and Term.TECHNICAL_COOPERATION in one.term,
        (Body.CAS,),
    ),
    Measure(
        "reporting-met-with-assistance",
        "cases",
        lambda one, _: _serves(one, Purpose.REPORTING, Act.EFFECTIVE),
        (Body.CAS,),
    ),
    Measure(
        "reporting-assistance-requested",
        "cases",
        lambda one, _: _serves(one, Purpose.REPORTING, Act.REQUESTED),
        (Body.CAS,),
    ),
)
_MEASURES = {measure.series: measure for measure in MEASURES}
COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class _Group:
    """The comments of one body, form and year, and the counted findings in them."""

    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()


_Groups = Mapping[tuple[Body, CommentKind | None, int | None], _Group]


def load_published() -> tuple[Figure, ...]:
    """Return the figures that sources printed, as published.csv has them."""
    return tuple(_read_published(row) for row in read_table("published.csv"))


def join_published(read: Iterable[Figure], known: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return every published figure once; one that was read in a paper of the store stands before one known besides."""
    joined = {_place(figure): figure for figure in known}
    for figure in read:
        before = joined.get(_place(figure))
        if before is None or before.published_value != figure.published_value:
            joined[_place(figure)] = figure
    return tuple(joined.values())


def make_series(
    findings: Iterable[Finding],
    comments: Sequence[Comment],
    sections: Mapping[str, Section],
    published: Iterable[Figure],
) -> tuple[Figure, ...]:
    """Return every figure, computed and published side by side; `sections` are those of the passages."""
    groups = _group(findings, comments)
    by_id = {comment.comment_id: comment for comment in comments}
    figures = {_place(figure): figure for figure in _compute_yearly(groups, by_id, sections)}
    for figure in published:
        computed = figures.get(_place(figure))
        value = computed.value if computed else _compute(figure, groups, by_id, sections)
        figures[_place(figure)] = replace(figure, value=value)
    return tuple(figures[place] for place in sorted(figures))


def _place(figure: Figure) -> tuple[str, str, str, int, str]:
    return (figure.series, figure.body or "", figure.kind or "", figure.year or 0, figure.unit)


def _read_published(row: Mapping[str, str]) -> Figure:
    return Figure(
        series=row["series"],
        body=Body(row["body"]) if row["body"] else None,
        kind=row["kind"] or None,
        year=int(row["year"]) if row["year"] else None,
        unit=row["unit"],
        value=None,
        published_value=int(row["published_value"]) if row["published_value"] else None,
        published_source=row["published_source"] or None,
    )


def _group(findings: Iterable[Finding], comments: Sequence[Comment]) -> _Groups:
    places = {one.comment_id: (one.body, one.kind, one.published_year) for one in comments}
    said: defaultdict[tuple[Body, CommentKind | None, int | None], list[Finding]] = defaultdict(list)
    made: defaultdict[tuple[Body, CommentKind | None, int | None], list[Comment]] = defaultdict(list)
    for comment in comments:
        made[places[comment.comment_id]].append(comment)
    for finding in findings:
        if finding.counted:
            said[places[finding.comment_id]].append(finding)
    return {place: _Group(tuple(made[place]), tuple(said[place])) for place in made}


def _compute_yearly(
    groups: _Groups, comments: Mapping[str, Comment], sections: Mapping[str, Section]
) -> Iterable[Figure]:
    for (body, kind, year), group in groups.items():
        picked = pick_findings(group.findings, sections)
        yield Figure(COMMENTS, body, kind, year, "comments", len(set(map(comment_key, group.comments))))
        for measure in MEASURES:
            if body in measure.bodies or not measure.bodies:
                value = count_units(measure.unit, picked.get(measure.series, ()), comments)
                yield Figure(measure.series, body, kind, year, measure.unit, value)


def _compute(
    figure: Figure, groups: _Groups, comments: Mapping[str, Comment], sections: Mapping[str, Section]
) -> int | None:
    """Return the value of a published figure of a period, or None where the store does not cover it."""
    period = _PERIOD.fullmatch(figure.series)
    if period is None or figure.body is None:
        return None
    years = range(int(period["first"]), int(period["last"]) + 1)
    chosen = _choose(figure, groups, years)
    if chosen is None:
        return None
    if period["series"] == COMMENTS:
        return len({comment_key(comment) for group in chosen for comment in group.comments})
    measure = _MEASURES[period["series"]]
    return count_units(figure.unit, [one for group in chosen for one in _pick(measure, group, sections)], comments)


def _choose(figure: Figure, groups: _Groups, years: Iterable[int]) -> list[_Group] | None:
    """Return the groups of a period, or None where a year of it is not covered."""
    kinds = tuple(map(CommentKind, figure.kind.split(_SUM))) if figure.kind else None
    chosen = []
    for year, kind in product(years, kinds or (None,)):
        found = [
            group
            for (body, form, published), group in groups.items()
            if body is figure.body and published == year and (kinds is None or form is kind)
        ]
        if not found:
            return None
        chosen += found
    return chosen


def _pick(measure: Measure, group: _Group, sections: Mapping[str, Section]) -> list[Finding]:
    return [one for one in group.findings if measure.picks(one, sections.get(one.passage_id))]


def pick_findings(findings: Iterable[Finding], sections: Mapping[str, Section]) -> Mapping[str, Sequence[Finding]]:
    """Return the findings that each series counts; what findings of the same attributes count for is asked once."""
    asked: dict[Hashable, tuple[str, ...]] = {}
    picked: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        section = sections.get(one.passage_id)
        alike = (one.kind, one.act, one.grade, one.speaker, one.trigger, one.purpose, one.term, section)
        if alike not in asked:
            asked[alike] = tuple(measure.series for measure in MEASURES if measure.picks(one, section))
        for series in asked[alike]:
            picked[series].append(one)
    return picked


def count_units(unit: str, findings: Sequence[Finding], comments: Mapping[str, Comment]) -> int:
    """Return how many units the findings are: occasions, comments, cases or references."""
    return _UNITS[unit](findings, comments)


def _count_cases(findings: Sequence[Finding], comments: Mapping[str, Comment]) -> int:
    return len({case for one in findings for case in _cases(one, comments[one.comment_id])})


def _cases(finding: Finding, comment: Comment) -> list[Hashable]:
    """Return the cases a finding stands for: a numbered case, else each country and Convention at one session."""
    if comment.case_number:
        return [(comment.body, comment.case_number)]
    when = comment.session or comment.adopted_year or comment.published_year or comment.comment_id
    places = product(finding.countries or (None,), finding.conventions or (None,))
    return [(comment.body, country, convention, when) for country, convention in places]


_UNITS: dict[str, Callable[[Sequence[Finding], Mapping[str, Comment]], int]] = {
    "occasions": lambda findings, comments: len(fold_occasions(findings, comments)),
    "comments": lambda findings, comments: len({comment_key(comments[one.comment_id]) for one in findings}),
    "cases": _count_cases,
    "references": lambda findings, _: len(findings),
}
