"""Figures spread over one dimension: what each country, region, Convention, … has, by body, form of comment and year.

A figure is there where a comment on the country (region, Convention, …) was published in the year: then it may be zero.
Where there is none, there is no figure. Bodies and forms of comment are never added up.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.counting import comment_key
from pipeline.records import Comment, Finding
from pipeline.series.yearly import COMMENTS, MEASURES, count_units, pick_findings
from pipeline.vocabulary import Body, By, CommentKind


class Count(NamedTuple):
    """One figure: of which value of the dimension (None: it has none), body, form and year; None is unknown."""

    value: str | None
    body: Body
    kind: CommentKind | None
    year: int | None
    series: str
    unit: str
    number: int | None


class Registered(NamedTuple):
    """What the registers know that figures are spread over: region and office of a country, subject of a Convention."""

    regions: Mapping[str, str]
    offices: Mapping[str, str]
    subjects: Mapping[str, str]


SHOWN = tuple(measure for measure in MEASURES if not measure.bodies)
_Cell = tuple[str | None, Body, CommentKind | None, int | None]
_PLACED = {By.REGION: "regions", By.OFFICE: "offices"}


def spread_findings(
    findings: Iterable[Finding], comments: Sequence[Comment], registered: Registered, by: By, years: Collection[int]
) -> tuple[Count, ...]:
    """Return the figures of every value of the dimension in these years of publication; in all where none is given."""
    chosen = {one.comment_id: one for one in comments if not years or one.published_year in years}
    covered: defaultdict[_Cell, set[object]] = defaultdict(set)
    said: defaultdict[_Cell, list[Finding]] = defaultdict(list)
    for comment in chosen.values():
        for value in _values_of(comment, comment, registered, by):
            covered[value, comment.body, comment.kind, comment.published_year].add(comment_key(comment))
    for finding in findings:
        one = chosen.get(finding.comment_id)
        if finding.counted and one is not None:
            for value in _values_of(finding, one, registered, by):
                said[value, one.body, one.kind, one.published_year].append(finding)
    cells = sorted({*covered, *said}, key=lambda cell: tuple(str(part or "") for part in cell))
    return tuple(count for cell in cells for count in _count(cell, covered.get(cell), said.get(cell, ()), chosen))


def _count(
    cell: _Cell, covered: set[object] | None, said: Sequence[Finding], comments: Mapping[str, Comment]
) -> Iterable[Count]:
    if covered is not None:
        yield Count(*cell, COMMENTS, "comments", len(covered))
    picked = pick_findings(said, {})
    for measure in SHOWN:
        number = count_units(measure.unit, picked.get(measure.series, ()), comments)
        yield Count(*cell, measure.series, measure.unit, number)


def _values_of(one: Comment | Finding, comment: Comment, registered: Registered, by: By) -> Iterable[str | None]:
    """Return the values of the dimension that a comment or a finding in it stands under, each once."""
    if by is By.BODY:
        return (str(comment.body),)
    if by is By.KIND:
        return (str(comment.kind) if comment.kind else None,)
    if by is By.PURPOSE:
        return (str(one.purpose) if one.purpose else None,) if isinstance(one, Finding) else ()
    if by is By.COUNTRY:
        return one.countries or (None,)
    if by is By.CONVENTION:
        return one.conventions or (None,)
    if by is By.SUBJECT:
        return {registered.subjects.get(code) for code in one.conventions} or {comment.subject}
    known: Mapping[str, str] = getattr(registered, _PLACED[by])
    return {known.get(country) for country in one.countries} or {None}
