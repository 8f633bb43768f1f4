"""The lists that a General Report prints against the findings in the same report and its session: the check of recall.

A list names States with Conventions; so do findings. What is listed and found agrees. What is listed and not found was
missed, unless the dataset has no comment on it. What is found and not listed is extra: an error for satisfaction and
interest, whose lists are meant to be whole; for assistance the report lists a choice, and the rest is no error.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from pipeline.records import Comment, Finding, Listed
from pipeline.vocabulary import Act, Body, CommentKind, Grade, ListKind, Speaker

COMPARED = (ListKind.SATISFACTION, ListKind.INTEREST, ListKind.ASSISTANCE_USEFUL)
_GRADES = {ListKind.SATISFACTION: Grade.SATISFACTION, ListKind.INTEREST: Grade.INTEREST}
_SUGGESTED = (Act.REMINDED, Act.ENCOURAGED)


class Case(NamedTuple):
    """A State and a Convention (None where the list names none), on a page; the quote of what was found."""

    country: str
    convention: str | None
    page: int
    commented: bool = True
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One list of one report: the report, why it lists, what agrees, what is missed and what is extra."""

    report: Comment
    kind: ListKind
    found: tuple[Case, ...]
    missed: tuple[Case, ...]
    extra: tuple[Case, ...]

    @property
    def listed(self) -> int:
        """How many cases the report lists."""
        return len(self.found) + len(self.missed)


def reconcile_lists(
    listed: Iterable[Listed], findings: Iterable[Finding], comments: Sequence[Comment]
) -> tuple[Reconciled, ...]:
    """Return each compared list of each General Report beside the findings of its session."""
    by_id = {comment.comment_id: comment for comment in comments}
    lists: defaultdict[tuple[str, ListKind], list[Listed]] = defaultdict(list)
    for one in listed:
        if one.kind in COMPARED:
            lists[one.comment_id, one.kind].append(one)
    said = [one for one in findings if one.counted and _list_of(one) is not None]
    return tuple(
        _reconcile(by_id[comment_id], kind, lists[comment_id, kind], said, by_id)
        for comment_id, kind in sorted(lists, key=lambda key: (_when(by_id[key[0]]), COMPARED.index(key[1])))
    )


def measure(reconciled: Iterable[Reconciled]) -> tuple[float | None, float | None]:
    """Return precision and recall of the findings against the lists; None where there is nothing to divide by."""
    ones = tuple(reconciled)
    found, missed, extra = (sum(len(getattr(one, name)) for one in ones) for name in ("found", "missed", "extra"))
    return _share(found, found + extra), _share(found, found + missed)


def _reconcile(
    report: Comment, kind: ListKind, listed: Sequence[Listed], said: Iterable[Finding], by_id: Mapping[str, Comment]
) -> Reconciled:
    session = {one.comment_id for one in by_id.values() if _is_of_session(one, report)}
    pairs: dict[tuple[str, str | None], Finding] = {}
    for finding in said:
        if finding.comment_id in session and _list_of(finding) is kind:
            for pair in product(finding.countries, finding.conventions or (None,)):
                pairs.setdefault(pair, finding)
    commented = {
        pair for one in session for pair in product(by_id[one].countries, (*by_id[one].conventions, None))
    }  # fmt: skip
    named = {(one.country, code): one for one in listed for code in one.conventions or (None,)}
    met = {pair for pair in named if pair in pairs or (pair[1] is None and any(p[0] == pair[0] for p in pairs))}
    whole = {country for country, convention in met if convention is None}
    return Reconciled(
        report,
        kind,
        tuple(Case(*pair, named[pair].page) for pair in sorted(met, key=_order)),
        tuple(Case(*pair, named[pair].page, pair in commented) for pair in sorted(named.keys() - met, key=_order)),
        tuple(
            Case(*pair, pairs[pair].page, quote=pairs[pair].quote)
            for pair in sorted(pairs.keys() - named.keys(), key=_order)
            if pair[0] not in whole
        ),
    )


def _list_of(finding: Finding) -> ListKind | None:
    """Return the list that a finding should stand in."""
    for kind, grade in _GRADES.items():
        if finding.grade is grade:
            return kind
    suggested = finding.act in _SUGGESTED and finding.speaker is Speaker.COMMITTEE
    return ListKind.ASSISTANCE_USEFUL if suggested else None


def _is_of_session(comment: Comment, report: Comment) -> bool:
    """Say whether it is a comment of the report's own file, or of the same body and session in another."""
    if comment.body is not Body.CEACR or comment.kind in (CommentKind.GENERAL_REPORT, CommentKind.PAPER):
        return False
    if comment.source_id == report.source_id:
        return True
    known = [(comment.session, report.session), (comment.published_year, report.published_year)]
    return any(one is not None and one == other for one, other in known)


def _when(report: Comment) -> tuple[int, str]:
    return (report.published_year or 0, report.comment_id)


def _order(pair: tuple[str, str | None]) -> tuple[str, str]:
    return (pair[0], pair[1] or "")


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
