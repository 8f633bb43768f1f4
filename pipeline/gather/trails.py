"""The trail of one country and Convention: its comments and all that they assert, indexed once, in the order of time.

Only asserted findings about a case stand on a trail. A finding that names several countries or Conventions stands on
the trail of each; where no Convention is concerned, on the country's own. Years are those of the comments (adopted,
else published); an unknown year comes before every known one.

A case of the Committee on Freedom of Association stands besides on the trail of the Convention whose legislative
aspects it refers to the Committee of Experts: the Conventions it names, else those on freedom of association on which
the Committee of Experts has commented.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.counting import year_of
from pipeline.records import Comment, Finding, Referral
from pipeline.vocabulary import Body, Polarity, Scope, Via

UNKNOWN_YEAR = 0
_FREEDOM_OF_ASSOCIATION = ("C087", "C098")

Place = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Places:
    """What the registers know: region and office of a country; subject and type (fundamental, …) of a Convention."""

    regions: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)


class Said(NamedTuple):
    """A finding on a trail: in which year it was said, in which comment, and how it came to stand there."""

    year: int
    finding: Finding
    comment: Comment
    via: Via


@dataclass(frozen=True, slots=True)
class Trail:
    """What was said on one country and Convention; `cases` are referred to it, `referred` is what they assert."""

    country: str
    convention: str | None
    comments: tuple[Comment, ...]
    said: tuple[Said, ...]
    cases: tuple[Comment, ...] = ()
    referred: tuple[Said, ...] = ()


def find_trails(
    findings: Iterable[Finding], comments: Iterable[Comment], referrals: Iterable[Referral] = ()
) -> tuple[Trail, ...]:
    """Return the trail of every country and Convention with a comment or a finding, ordered by both."""
    by_id = {comment.comment_id: comment for comment in comments}
    made: defaultdict[Place, list[Comment]] = defaultdict(list)
    for comment in by_id.values():
        for place in _places(comment.countries, comment.conventions):
            made[place].append(comment)
    cases = _find_cases(referrals, by_id, made)
    referred_ids = frozenset(comment_id for ids in cases.values() for comment_id in ids)
    said: defaultdict[Place, list[Said]] = defaultdict(list)
    of_case: defaultdict[str, list[Said]] = defaultdict(list)
    for finding in findings:
        if finding.scope is not Scope.CASE or finding.polarity is not Polarity.ASSERTED:
            continue
        comment = by_id[finding.comment_id]
        referred = comment.comment_id in referred_ids
        one = Said(year_of(comment) or UNKNOWN_YEAR, finding, comment, _via(comment, referred=referred))
        if referred:
            of_case[comment.comment_id].append(one)
        for place in _places(finding.countries, finding.conventions):
            said[place].append(one)
    return tuple(
        Trail(
            *place,
            tuple(sorted(made.get(place, ()), key=comment_in_time)),
            tuple(sorted(said.get(place, ()), key=in_time)),
            tuple(sorted((by_id[one] for one in cases.get(place, ())), key=comment_in_time)),
            tuple(sorted(_bear_on(place, cases.get(place, ()), of_case), key=in_time)),
        )
        for place in sorted({*said, *made, *cases}, key=lambda place: (place[0], place[1] or ""))
    )


def in_time(one: Said) -> tuple[int, int, str, int, str]:
    """Return the place of a finding in the order of time."""
    finding, comment = one.finding, one.comment
    return (one.year, comment.session or 0, comment.comment_id, finding.span.start, finding.finding_id)


def comment_in_time(comment: Comment) -> tuple[int, int, str]:
    """Return the place of a comment in the order of time."""
    return (year_of(comment) or UNKNOWN_YEAR, comment.session or 0, comment.comment_id)


def _places(countries: Sequence[str], conventions: Sequence[str]) -> Iterator[Place]:
    for country in countries:
        for convention in conventions or (None,):
            yield country, convention


def _via(comment: Comment, *, referred: bool) -> Via:
    if referred:
        return Via.CFA_REFERRAL
    return Via.CAS_DISCUSSION if comment.body is Body.CAS else Via.DIRECT


def _find_cases(
    referrals: Iterable[Referral], comments: Mapping[str, Comment], made: Mapping[Place, Sequence[Comment]]
) -> dict[Place, set[str]]:
    """Return the ids of the comments on cases that are referred to each country and Convention."""
    examined = {place for place, ones in made.items() if any(one.body is Body.CEACR for one in ones)}
    cases: defaultdict[Place, set[str]] = defaultdict(set)
    for referral in referrals:
        comment = comments[referral.comment_id]
        named = referral.conventions or comment.conventions
        for place in _places(referral.countries or comment.countries, named or _FREEDOM_OF_ASSOCIATION):
            if named or place in examined:
                cases[place].add(comment.comment_id)
    return dict(cases)


def _bear_on(place: Place, cases: Iterable[str], said: Mapping[str, Sequence[Said]]) -> Iterator[Said]:
    """Yield what the cases assert on the country, unless it stands on the trail by its own Convention."""
    for comment_id in cases:
        for one in said.get(comment_id, ()):
            if place[0] in one.finding.countries and place[1] not in one.finding.conventions:
                yield one
