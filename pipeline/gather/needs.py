"""Findings gathered into needs: one country and one Convention over time, or one purpose where there is no Convention.

The rules, beyond SCHEME.md:

- Only counted findings of assistance make a need. A finding that names several countries or Conventions speaks to each.
- Years are those of the comments (adopted, else published). An unknown year comes before every known one.
- The status is the furthest stage in the latest year that mentions assistance. So a need that was met and is
  suggested again in a later year is suggested: it has been opened again, and no cue says otherwise.
- A need is open until help was delivered or had its effect, or until satisfaction was noted in the latest year of
  assistance or after it. A concern of a later year than both opens it again.
- Consecutive comments are counted on the thread (all comments on the country and Convention; on the country without
  a Convention for a need that has only a purpose), back from the last comment with concern or assistance to the first
  that has neither. The same comment in two files or languages is one; a repeated comment is one more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.counting import comment_key, year_of
from pipeline.errors import GazetteerError
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.identity import make_id
from pipeline.records import Comment, Finding, Need
from pipeline.vocabulary import (
    Act,
    Body,
    FindingKind,
    Grade,
    NeedStatus,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Trigger,
)

UNKNOWN_YEAR = 0
_ACTS = tuple(Act)
_PROGRESS = (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)
_CONCERN = (Grade.DEEP_CONCERN, Grade.CONCERN, Grade.REGRET)
_OPEN = (NeedStatus.SUGGESTED, NeedStatus.REQUESTED, NeedStatus.AGREED, NeedStatus.ONGOING, NeedStatus.LIMITED)
_SUGGESTIONS = (Act.REMINDED, Act.ENCOURAGED)


class Component(NamedTuple):
    """A named part of the priority: what it adds each time, the most it adds, and its reason in words."""

    name: str
    weight: int
    most: int
    reason: str


@dataclass(frozen=True, slots=True)
class Places:
    """What the registers know: region and office of a country; subject and type (fundamental, …) of a Convention."""

    regions: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)


class _Key(NamedTuple):
    country: str
    convention: str | None
    purpose: Purpose | None


@dataclass(frozen=True, slots=True)
class _Thread:
    """Everything that was said on one need's country and Convention."""

    assistance: tuple[Finding, ...]
    others: tuple[Finding, ...]
    comments: tuple[Comment, ...]
    by_id: Mapping[str, Comment]

    def year(self, finding: Finding) -> int:
        return year_of(self.by_id[finding.comment_id]) or UNKNOWN_YEAR


def load_components() -> tuple[Component, ...]:
    """Return the components of the priority, as priorities.csv has them."""
    rows = read_table("priorities.csv")
    refuse_duplicates("priorities.csv", (row["component"] for row in rows))
    return tuple(Component(row["component"], int(row["weight"]), int(row["most"]), row["reason"]) for row in rows)


def gather_needs(
    findings: Iterable[Finding], comments: Iterable[Comment], places: Places, components: Sequence[Component]
) -> tuple[Need, ...]:
    """Return the needs that the findings speak of, ordered by country, Convention and purpose."""
    by_id = {comment.comment_id: comment for comment in comments}
    asserted = [one for one in findings if one.scope is Scope.CASE and one.polarity is Polarity.ASSERTED]
    assistance: defaultdict[_Key, list[Finding]] = defaultdict(list)
    said: defaultdict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for finding in asserted:
        for country in finding.countries:
            for convention in finding.conventions or (None,):
                said[country, convention].append(finding)
                if finding.counted and finding.kind is FindingKind.ASSISTANCE and finding.act:
                    assistance[_key(country, convention, finding)].append(finding)
    threads: defaultdict[tuple[str, str | None], list[Comment]] = defaultdict(list)
    for comment in by_id.values():
        for country in comment.countries:
            for convention in comment.conventions or (None,):
                threads[country, convention].append(comment)
    needs = []
    for key in sorted(assistance, key=lambda key: (key.country, key.convention or "", key.purpose or "")):
        where = key.country, key.convention
        others = tuple(one for one in said[where] if _belongs(one, key))
        thread = _Thread(tuple(assistance[key]), others, tuple(threads[where]), by_id)
        needs.append(_make_need(key, thread, places, components))
    return tuple(needs)


def _key(country: str, convention: str | None, finding: Finding) -> _Key:
    purpose = finding.purpose or Purpose.APPLICATION
    return _Key(country, convention, None if convention else purpose)


def _belongs(finding: Finding, key: _Key) -> bool:
    """Say whether an asserted finding on the thread bears on a need that has only a purpose."""
    if key.convention or finding.kind is not FindingKind.ASSISTANCE:
        return True
    return (finding.purpose or Purpose.APPLICATION) is key.purpose


def _make_need(key: _Key, thread: _Thread, places: Places, components: Sequence[Component]) -> Need:
    ordered = sorted(thread.assistance, key=lambda one: _in_time(one, thread))
    years = sorted({thread.year(one) for one in ordered} - {UNKNOWN_YEAR})
    latest = thread.year(ordered[-1])
    deciding = max(
        (one for one in ordered if thread.year(one) == latest),
        key=lambda one: (_ACTS.index(one.act or Act.REMINDED), _in_time(one, thread)),
    )
    status = NeedStatus.SUGGESTED if deciding.act in _SUGGESTIONS else NeedStatus(str(deciding.act))
    progress = _best_progress(thread, years[0] if years else UNKNOWN_YEAR)
    open_ = _is_open(status, latest, thread)
    consecutive = _count_consecutive(thread)
    amounts = _weigh(thread, status, progress, consecutive) if open_ else {}
    parts = [(component, amounts[component.name]) for component in components if amounts.get(component.name)]
    _refuse_unknown(amounts, components)
    added = [(component, number, _added(component, number)) for component, number in parts]
    return Need(
        need_id=make_id(key.country, key.convention or "", key.purpose or ""),
        country=key.country,
        region=places.regions.get(key.country),
        convention=key.convention,
        subject=_subject(key, thread, places),
        status=status,
        open=open_,
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        sessions=tuple(sorted({session for one in ordered if (session := thread.by_id[one.comment_id].session)})),
        consecutive_comments=consecutive,
        asked_by=tuple(one for one in Requester if any(_asks(finding, one) for finding in ordered)),
        purposes=tuple(one for one in Purpose if any(finding.purpose is one for finding in ordered)),
        progress=progress,
        priority=sum(amount for _, _, amount in added),
        priority_reasons=tuple(f"{one.reason.format(number=number)} ({amount:+d})" for one, number, amount in added),
        findings=tuple(finding.finding_id for finding in ordered),
        last_quote=deciding.quote,
    )


def _in_time(finding: Finding, thread: _Thread) -> tuple[int, int, str, int, str]:
    comment = thread.by_id[finding.comment_id]
    return (thread.year(finding), comment.session or 0, comment.comment_id, finding.span.start, finding.finding_id)


def _asks(finding: Finding, requester: Requester) -> bool:
    return finding.act is Act.REQUESTED and finding.requester is requester


def _subject(key: _Key, thread: _Thread, places: Places) -> str | None:
    if key.convention:
        return places.subjects.get(key.convention)
    subjects = {thread.by_id[finding.comment_id].subject for finding in thread.assistance}
    return subjects.pop() if len(subjects) == 1 else None


def _best_progress(thread: _Thread, since: int) -> Grade | None:
    grades = {
        one.grade for one in thread.others
        if one.kind is FindingKind.PROGRESS and one.counted and thread.year(one) >= since
    }  # fmt: skip
    return next((grade for grade in _PROGRESS if grade in grades), None)


def _is_open(status: NeedStatus, latest: int, thread: _Thread) -> bool:
    satisfied = [
        thread.year(one) for one in thread.others
        if one.grade is Grade.SATISFACTION and one.counted and thread.year(one) >= latest
    ]  # fmt: skip
    closed_in = max(satisfied, default=None if status in _OPEN else latest)
    if closed_in is None:
        return True
    concerns = [one for one in thread.others if one.kind is FindingKind.CONCERN and one.counted]
    return any(thread.year(one) > closed_in for one in concerns)


def _count_consecutive(thread: _Thread) -> int:
    troubled = {
        one.comment_id for one in thread.others if one.kind in (FindingKind.CONCERN, FindingKind.ASSISTANCE)
    }  # fmt: skip
    marks: dict[object, tuple[int, bool]] = {}
    for comment in thread.comments:
        key = comment_key(comment)
        year, mark = marks.get(key, (UNKNOWN_YEAR, False))
        marks[key] = (max(year, year_of(comment) or UNKNOWN_YEAR), mark or comment.comment_id in troubled)
    by_year: defaultdict[int, list[bool]] = defaultdict(list)
    for year, mark in marks.values():
        by_year[year].append(mark)
    run = 0
    for year in sorted(by_year, reverse=True):
        if any(by_year[year]):
            run += sum(by_year[year])
        elif run:
            break
    return run or 1


def _weigh(thread: _Thread, status: NeedStatus, progress: Grade | None, consecutive: int) -> dict[str, int]:
    """Return how often each component applies to an open need."""
    last = max(thread.year(one) for one in thread.others)
    latest = [one for one in thread.others if thread.year(one) == last]
    grades = {one.grade for one in latest}
    concern = next((grade for grade in _CONCERN if grade in grades), None)
    asked = {one.requester for one in thread.assistance if one.act is Act.REQUESTED}
    comments = [thread.by_id[one.comment_id] for one in thread.others]
    amounts = {
        "open": 1,
        "asked-by-government": Requester.GOVERNMENT in asked or Requester.TRIPARTITE in asked,
        "asked-by-constituents": bool(asked & {Requester.WORKERS, Requester.EMPLOYERS}),
        "own-initiative": any(one.trigger is Trigger.OWN_INITIATIVE for one in thread.assistance),
        "long-standing": consecutive if consecutive > 1 else 0,
        "special-note": any(thread.by_id[one.comment_id].special_note for one in latest),
        "individual-case": any(comment.body is Body.CAS for comment in comments),
        "urgent-appeal": Grade.URGENT_APPEAL in grades,
        "without-answer": _years_without_answer(thread, status, last),
        "limited": status is NeedStatus.LIMITED,
    }
    named = {grade.value: 1 for grade in (concern, progress) if grade and grade is not Grade.OTHER}
    return {name: int(amount) for name, amount in amounts.items()} | named


def _years_without_answer(thread: _Thread, status: NeedStatus, last: int) -> int:
    years = [year for one in thread.assistance if (year := thread.year(one)) != UNKNOWN_YEAR]
    waiting = status in (NeedStatus.SUGGESTED, NeedStatus.REQUESTED)
    answered = any(_ACTS.index(one.act or Act.REMINDED) > _ACTS.index(Act.REQUESTED) for one in thread.assistance)
    return last - min(years) if years and waiting and not answered else 0


def _added(component: Component, number: int) -> int:
    amount = component.weight * number
    return max(amount, component.most) if component.weight < 0 else min(amount, component.most)


def _refuse_unknown(amounts: Mapping[str, int], components: Sequence[Component]) -> None:
    unknown = amounts.keys() - {component.name for component in components}
    if unknown:
        raise GazetteerError(f"priorities.csv has no row for {', '.join(sorted(unknown))}")
