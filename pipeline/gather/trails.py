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
    """What was said on one country and Convention; `referred` is what cases of freedom of association add."""

    country: str
    convention: str | None
    comments: tuple[Comment, ...]
    said: tuple[Said, ...]
    referred: tuple[Said, ...] = ()


def find_trails(
    findings: Iterable[Finding], comments: Iterable[Comment], referrals: Iterable[Referral] = ()
) -> tuple[Trail, ...]:
    """Return the trail of every country and Convention with a comment or a finding, ordered by both."""
    by_id = {comment.comment_id: comment for comment in comments}
    asserted = [one for one in findings if one.scope is Scope.CASE and one.polarity is Polarity.ASSERTED]
    said: defaultdict[Place, list[Said]] = defaultdict(list)
    of_comment: defaultdict[str, list[Said]] = defaultdict(list)
    for finding in asserted:
        comment = by_id[finding.comment_id]
        one = Said(year_of(comment) or UNKNOWN_YEAR, finding, comment, _via(comment))
        of_comment[comment.comment_id].append(one)
        for place in _places(finding.countries, finding.conventions):
            said[place].append(one)
    made: defaultdict[Place, list[Comment]] = defaultdict(list)
    for comment in by_id.values():
        for place in _places(comment.countries, comment.conventions):
            made[place].append(comment)
    referred = _refer(referrals, by_id, of_comment, made)
    return tuple(
        Trail(
            *place,
            tuple(sorted(made.get(place, ()), key=comment_in_time)),
            tuple(sorted(said.get(place, ()), key=in_time)),
            tuple(sorted(referred.get(place, ()), key=in_time)),
        )
        for place in sorted({*said, *made, *referred}, key=lambda place: (place[0], place[1] or ""))
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


def _via(comment: Comment) -> Via:
    return Via.CAS_DISCUSSION if comment.body is Body.CAS else Via.DIRECT


def _refer(
    referrals: Iterable[Referral],
    comments: Mapping[str, Comment],
    said: Mapping[str, Sequence[Said]],
    made: Mapping[Place, Sequence[Comment]],
) -> dict[Place, list[Said]]:
    """Return what referred cases add to the trails of the Conventions that they are referred under."""
    examined = {place for place, ones in made.items() if any(one.body is Body.CEACR for one in ones)}
    added: defaultdict[Place, dict[str, Said]] = defaultdict(dict)
    for referral in referrals:
        comment = comments.get(referral.comment_id)
        if comment is None:
            continue
        named = referral.conventions or comment.conventions
        for country in referral.countries or comment.countries:
            places = [(country, code) for code in named or _FREEDOM_OF_ASSOCIATION]
            for place in places if named else [one for one in places if one in examined]:
                for one in said.get(comment.comment_id, ()):
                    if country in one.finding.countries and place[1] not in one.finding.conventions:
                        added[place][one.finding.finding_id] = one._replace(via=Via.CFA_REFERRAL)
    return {place: list(ones.values()) for place, ones in added.items()}
