"""Findings gathered into needs: one country and one Convention over time, or one purpose where there is no Convention.

The rules, beyond SCHEME.md:

- Only counted findings of assistance make a need. A finding that names several countries or Conventions speaks to each.
- The status is the furthest stage in the latest year that mentions assistance. So a need that was met and is
  suggested again in a later year is suggested: it has been opened again, and no cue says otherwise.
- A need is open until help was delivered or had its effect, or until satisfaction was noted in the latest year of
  assistance or after it. A concern of a later year than both opens it again.
- Consecutive comments are counted on the thread (all comments on the country and Convention; on the country without
  a Convention for a need that has only a purpose), back from the last comment with concern or assistance to the first
  that has neither. The same comment in two files or languages is one; a repeated comment is one more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.gather.moves import ANSWERED, stage_of
from pipeline.gather.priority import Component, add_up
from pipeline.gather.state import PROGRESS, count_consecutive, count_unhelped, count_waiting, read_standing
from pipeline.gather.trails import UNKNOWN_YEAR, Places, Said, Trail
from pipeline.identity import make_id
from pipeline.records import Need
from pipeline.vocabulary import Act, Body, FindingKind, Grade, NeedStatus, Purpose, Requester, Trigger

_ACTS = tuple(Act)
_CONCERN = (Grade.DEEP_CONCERN, Grade.CONCERN, Grade.REGRET)
_WANTED = (NeedStatus.SUGGESTED, NeedStatus.REQUESTED)


class _Sort(NamedTuple):
    """What one need stands on: its trail, its purpose where there is no Convention, its findings of assistance."""

    trail: Trail
    purpose: Purpose | None
    helped: tuple[Said, ...]
    others: tuple[Said, ...]


def gather_needs(trails: Iterable[Trail], places: Places, components: Sequence[Component]) -> tuple[Need, ...]:
    """Return the needs that stand on the trails, in the order of these; then by purpose."""
    return tuple(_make_need(sort, places, components) for trail in trails for sort in _sort_out(trail))


def find_need_ids(trail: Trail) -> tuple[str, ...]:
    """Return the ids of the needs that stand on a trail, in the order of their purposes."""
    purposes = {None if trail.convention else _purpose(one) for one in trail.said if is_help(one)}
    return tuple(_name(trail, purpose) for purpose in sorted(purposes, key=lambda purpose: purpose or ""))


def is_help(one: Said) -> bool:
    """Say whether it is a counted finding of assistance."""
    return one.finding.counted and one.finding.kind is FindingKind.ASSISTANCE and one.finding.act is not None


def _sort_out(trail: Trail) -> Iterator[_Sort]:
    helped = tuple(one for one in trail.said if is_help(one))
    if not helped:
        return
    if trail.convention:
        yield _Sort(trail, None, helped, trail.said)
        return
    by_purpose: defaultdict[Purpose, list[Said]] = defaultdict(list)
    for one in helped:
        by_purpose[_purpose(one)].append(one)
    for purpose in sorted(by_purpose):
        others = tuple(
            one for one in trail.said
            if one.finding.kind is not FindingKind.ASSISTANCE or _purpose(one) is purpose
        )  # fmt: skip
        yield _Sort(trail, purpose, tuple(by_purpose[purpose]), others)


def _purpose(one: Said) -> Purpose:
    return one.finding.purpose or Purpose.APPLICATION


def _name(trail: Trail, purpose: Purpose | None) -> str:
    return make_id(trail.country, trail.convention or "", purpose or "")


def _make_need(sort: _Sort, places: Places, components: Sequence[Component]) -> Need:
    trail, helped = sort.trail, sort.helped
    years = sorted({one.year for one in helped} - {UNKNOWN_YEAR})
    latest = [one for one in helped if one.year == helped[-1].year]
    deciding = max(enumerate(latest), key=lambda one: (_ACTS.index(one[1].finding.act or Act.REMINDED), one[0]))[1]
    standing = read_standing(helped, sort.others)
    status = standing.status or NeedStatus.SUGGESTED
    progress = _best_progress(sort, years[0] if years else UNKNOWN_YEAR)
    consecutive = count_consecutive(sort.others, trail.comments) or 1
    amounts = _weigh(sort, status, progress, consecutive, places) if standing.open else {}
    priority, reasons = add_up(amounts, components)
    return Need(
        need_id=_name(trail, sort.purpose),
        country=trail.country,
        region=places.regions.get(trail.country),
        office=places.offices.get(trail.country),
        convention=trail.convention,
        subject=_subject(sort, places),
        status=status,
        open=standing.open,
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        sessions=tuple(sorted({one.comment.session for one in helped if one.comment.session})),
        consecutive_comments=consecutive,
        asked_by=tuple(one for one in Requester if any(_asks(said, one) for said in helped)),
        purposes=tuple(one for one in Purpose if any(said.finding.purpose is one for said in helped)),
        progress=progress,
        priority=priority,
        priority_reasons=reasons,
        findings=tuple(one.finding.finding_id for one in helped),
        last_quote=deciding.finding.quote,
    )


def _asks(one: Said, requester: Requester) -> bool:
    return one.finding.act is Act.REQUESTED and one.finding.requester is requester


def _subject(sort: _Sort, places: Places) -> str | None:
    if sort.trail.convention:
        return places.subjects.get(sort.trail.convention)
    subjects = {one.comment.subject for one in sort.helped}
    return subjects.pop() if len(subjects) == 1 else None


def _best_progress(sort: _Sort, since: int) -> Grade | None:
    grades = {
        one.finding.grade for one in sort.others
        if one.finding.kind is FindingKind.PROGRESS and one.finding.counted and one.year >= since
    }  # fmt: skip
    return next((grade for grade in PROGRESS if grade in grades), None)


def _weigh(sort: _Sort, status: NeedStatus, progress: Grade | None, consecutive: int, places: Places) -> dict[str, int]:
    """Return how often each component applies to an open need."""
    last = max(one.year for one in sort.others)
    latest = [one for one in sort.others if one.year == last]
    grades = {one.finding.grade for one in latest}
    concern = next((grade for grade in _CONCERN if grade in grades), None)
    asked = {one.finding.requester for one in sort.helped if one.finding.act is Act.REQUESTED}
    amounts = {
        "open": 1,
        "asked-by-government": Requester.GOVERNMENT in asked or Requester.TRIPARTITE in asked,
        "asked-by-constituents": bool(asked & {Requester.WORKERS, Requester.EMPLOYERS}),
        "own-initiative": any(one.finding.trigger is Trigger.OWN_INITIATIVE for one in sort.helped),
        "waiting": count_waiting(sort.helped, sort.trail.comments),
        "long-standing": consecutive,
        "gap": count_unhelped(sort.others),
        "special-note": any(one.comment.special_note for one in latest),
        "individual-case": any(one.comment.body is Body.CAS for one in sort.others),
        "urgent-appeal": Grade.URGENT_APPEAL in grades,
        "reporting": any(one.finding.kind is FindingKind.REPORTING for one in latest),
        "without-answer": _years_without_answer(sort.helped, status, last),
        "limited": status is NeedStatus.LIMITED,
        "fundamental": places.types.get(sort.trail.convention or "") == "fundamental",
        "governance": places.types.get(sort.trail.convention or "") == "governance",
    }
    named = {grade.value: 1 for grade in (concern, progress) if grade and grade is not Grade.OTHER}
    return {name: int(amount) for name, amount in amounts.items()} | named


def _years_without_answer(helped: Sequence[Said], status: NeedStatus, last: int) -> int:
    years = [one.year for one in helped if one.year != UNKNOWN_YEAR]
    stages = {stage_of(one.finding.act) for one in helped if one.finding.act}
    answered = stages & {*ANSWERED, NeedStatus.LIMITED}
    return last - min(years) if years and status in _WANTED and not answered else 0
